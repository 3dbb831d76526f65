// Conversions T(x), implicit conversions to interfaces, type assertions.
#include "core/bytecode/function_compiler.h"

namespace hmaplab::bytecode {

using check::TypeKind;

namespace {

bool is_string(const check::Type* type) { return type->underlying_kind() == TypeKind::String; }
// Whether the type is a slice whose elements have this kind (bytes or runes).
bool is_slice_of(const check::Type* type, TypeKind kind) {
  const auto* slice = check::as<check::SliceType>(type->underlying());
  return slice && slice->element()->underlying_kind() == kind;
}
bool is_number(ValueKind kind) { return kind != ValueKind::Block; }

}  // namespace

// A value goes where a value of another type is wanted: into an interface, or between types that
// share their bytes.
void FunctionCompiler::to_target(const check::Type* from, const check::Type* target, int32_t source,
                                 int32_t slot) {
  if (target->underlying_kind() == TypeKind::Interface &&
      from->underlying_kind() != TypeKind::Interface) {
    program_.use_in_interface(from);
    code_.emit(Op::MakeInterface, {.a = slot, .b = source, .c = static_cast<int32_t>(from->id())});
  } else {
    move(slot, source, target);
  }
}

void FunctionCompiler::conversion_to(const syntax::CallExpr& call, const check::Type* target,
                                     int32_t slot) {
  const syntax::Expr& operand = *call.arguments[0];
  if (is_string(type_of(operand)) && is_slice_of(target, TypeKind::Uint8)) {
    code_.emit(Op::BytesFromString,
               {.a = slot, .b = value(operand), .c = checked_.constant_of(operand) ? 1 : 0});
    return;
  }
  convert(type_of(operand), target, value(operand), slot);
}

void FunctionCompiler::convert(const check::Type* from, const check::Type* to, int32_t source,
                               int32_t slot) {
  Op op = Op::Move;
  if (is_string(to) && is_slice_of(from, TypeKind::Uint8)) op = Op::StringFromBytes;
  if (is_string(to) && is_slice_of(from, TypeKind::Int32)) op = Op::StringFromRunes;
  if (is_string(to) && is_number(kind_of(*from))) op = Op::StringFromRune;
  if (is_string(from) && is_slice_of(to, TypeKind::Int32)) op = Op::RunesFromString;
  if (op != Op::Move) {
    code_.emit(op, {.a = slot, .b = source});
    return;
  }
  ValueKind kind = kind_of(*to);
  if (is_number(kind) && kind != kind_of(*from) && is_number(kind_of(*from))) {
    code_.emit(Op::Convert,
               {.a = slot, .b = source, .d = static_cast<int32_t>(kind_of(*from)), .kind = kind});
    return;
  }
  TypeKind wanted = to->underlying_kind();
  if (check::is_complex(wanted) && from->underlying_kind() != wanted) {
    code_.emit(Op::ComplexConvert, {.a = slot,
                                    .b = source,
                                    .c = static_cast<int32_t>(from->id()),
                                    .d = static_cast<int32_t>(to->id())});
    return;
  }
  if (from->underlying_kind() == TypeKind::Slice &&
      (wanted == TypeKind::Array || wanted == TypeKind::Pointer)) {
    return array_from_slice(to, source, slot);
  }
  to_target(from, to, source, slot);
}

// [N]T(slice) and (*[N]T)(slice).
void FunctionCompiler::array_from_slice(const check::Type* to, int32_t source, int32_t slot) {
  const auto* pointer = check::as<check::PointerType>(to->underlying());
  const auto* array =
      check::as<check::ArrayType>((pointer ? pointer->element() : to)->underlying());
  Slots slots(code_);
  int32_t address = code_.reserve(8);
  code_.emit(Op::SliceToArray,
             {.a = address, .b = source, .c = static_cast<int32_t>(array->length())});
  if (pointer) {
    code_.emit(Op::Move, {.a = slot, .b = address});
  } else {
    load(memory(address, to), slot);
  }
}

// x.(T) into `slot`; with ok >= 0 the comma-ok form.
void FunctionCompiler::assertion_to(const syntax::TypeAssertionExpr& expr, int32_t slot,
                                    int32_t ok) {
  const check::Type* from = type_of(*expr.operand);
  const check::Type* to = type_of(expr);
  int32_t source = value(*expr.operand);
  bool to_interface = to->underlying_kind() == TypeKind::Interface;
  auto type = static_cast<int32_t>(to->id());
  if (ok >= 0) {
    code_.emit(to_interface ? Op::AssertInterfaceOk : Op::AssertConcreteOk,
               {.a = slot, .b = source, .c = type, .d = ok});
  } else {
    code_.emit(to_interface ? Op::AssertInterface : Op::AssertConcrete,
               {.a = slot, .b = source, .c = type, .d = static_cast<int32_t>(from->id())});
  }
}

}  // namespace hmaplab::bytecode
