#include "core/check/universe.h"

namespace hmaplab::check {
namespace {

struct NamedBuiltin {
  std::string_view name;
  Builtin builtin;
};

constexpr NamedBuiltin kBuiltins[] = {
    {"append", Builtin::Append},   {"cap", Builtin::Cap},         {"clear", Builtin::Clear},
    {"close", Builtin::Close},     {"complex", Builtin::Complex}, {"copy", Builtin::Copy},
    {"delete", Builtin::Delete},   {"imag", Builtin::Imag},       {"len", Builtin::Len},
    {"make", Builtin::Make},       {"max", Builtin::Max},         {"min", Builtin::Min},
    {"new", Builtin::New},         {"panic", Builtin::Panic},     {"print", Builtin::Print},
    {"println", Builtin::Println}, {"real", Builtin::Real},       {"recover", Builtin::Recover},
};

constexpr NamedBuiltin kUnsafeBuiltins[] = {
    {"Add", Builtin::UnsafeAdd},           {"Alignof", Builtin::UnsafeAlignof},
    {"Offsetof", Builtin::UnsafeOffsetof}, {"Sizeof", Builtin::UnsafeSizeof},
    {"Slice", Builtin::UnsafeSlice},       {"SliceData", Builtin::UnsafeSliceData},
    {"String", Builtin::UnsafeString},     {"StringData", Builtin::UnsafeStringData},
};

void add_type(ProgramBuilder& builder, Scope& universe, std::string_view name, const Type* type) {
  auto* object = builder.new_object<TypeName>(name, type, nullptr);
  object->is_alias = type->kind() != TypeKind::Named && type->text() != name;
  universe.insert(object);
}

void add_constant(ProgramBuilder& builder, Scope& universe, std::string_view name, TypeKind kind,
                  Constant value) {
  auto* object = builder.new_object<NamedConstant>(name, builder.types().basic(kind), nullptr);
  object->value = std::move(value);
  universe.insert(object);
}

}  // namespace

void fill_universe(ProgramBuilder& builder, Scope& universe) {
  TypeTable& types = builder.types();
  for (auto kind = static_cast<uint8_t>(TypeKind::Bool);
       kind <= static_cast<uint8_t>(TypeKind::String); ++kind) {
    const Type* type = types.basic(static_cast<TypeKind>(kind));
    add_type(builder, universe, static_cast<const BasicType*>(type)->name(), type);
  }
  add_type(builder, universe, "byte", types.basic(TypeKind::Uint8));
  add_type(builder, universe, "rune", types.basic(TypeKind::Int32));
  add_type(builder, universe, "any", types.empty_interface());
  add_type(builder, universe, "error", types.error_type());
  add_type(builder, universe, "comparable", types.comparable_type());
  add_constant(builder, universe, "true", TypeKind::UntypedBool, Constant(true));
  add_constant(builder, universe, "false", TypeKind::UntypedBool, Constant(false));
  add_constant(builder, universe, "iota", TypeKind::UntypedInt, Constant(BigInteger(0)));
  universe.insert(builder.new_object<NilObject>("nil", types.basic(TypeKind::UntypedNil), nullptr));
  for (const NamedBuiltin& one : kBuiltins) {
    auto* object = builder.new_object<BuiltinFunction>(one.name, nullptr, nullptr);
    object->builtin = one.builtin;
    universe.insert(object);
  }
}

const Package* make_unsafe(ProgramBuilder& builder) {
  Package* package = builder.add_package("unsafe");
  package->name = "unsafe";
  const Type* pointer = builder.types().basic(TypeKind::UnsafePointer);
  builder.add_member(*package, builder.new_object<TypeName>("Pointer", pointer, package));
  for (const NamedBuiltin& one : kUnsafeBuiltins) {
    auto* object = builder.new_object<BuiltinFunction>(one.name, nullptr, package);
    object->builtin = one.builtin;
    builder.add_member(*package, object);
  }
  return package;
}

}  // namespace hmaplab::check
