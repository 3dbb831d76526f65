// The builtins of package unsafe.
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/kinds.h"

namespace hmaplab::check {

void Checker::unsafe_offset(Operand& x, const syntax::CallExpr& call) {
  const syntax::Expr& argument = syntax::unparen(*call.arguments[0]);
  const auto* selector = syntax::as<syntax::SelectorExpr>(argument);
  check_value(x, *call.arguments[0]);
  if (!x.is_valid()) return;
  const Selection* selection = selector != nullptr ? builder_.facts(*selector).selection : nullptr;
  if (selection == nullptr || selection->kind != SelectionKind::Field) {
    report(
        "BadOffsetofSyntax", argument.span,
        fmt::format("invalid argument: {} is not a selector expression", syntax::text(argument)));
    x.mode = Mode::Invalid;
    return;
  }
  uint64_t offset = 0;
  for (size_t i = 0; i < selection->path.size(); ++i) {
    const FieldStep& step = selection->path[i];
    if (i > 0 && step.dereference) {
      report("InvalidOffsetof", argument.span,
             fmt::format("invalid argument: field {} is embedded via a pointer in {}",
                         selector->selected->name, syntax::text(*selector->operand)));
      x.mode = Mode::Invalid;
      return;
    }
    offset += step.structure->offset(step.field);
  }
  make_integer_constant(x, offset, basic(TypeKind::Uintptr));
}

// What unsafe.Add adds: an integer of any type, which may be negative.
void Checker::unsafe_distance(const syntax::Expr& length) {
  Operand x;
  check_value(x, length);
  if (x.is_valid() && is_untyped(x.type->kind())) convert_untyped(x, basic(TypeKind::Int));
  if (!x.is_valid() || (x.mode != Mode::Nil && is_integer(x.type->underlying_kind()))) return;
  report("InvalidUnsafeAdd", length.span,
         fmt::format("invalid argument: length {} must be integer", describe(x)));
}

void Checker::builtin_unsafe(Operand& x, const syntax::CallExpr& call, Builtin builtin) {
  if (builtin == Builtin::UnsafeOffsetof) return unsafe_offset(x, call);
  check_value(x, *call.arguments[0]);
  if (!x.is_valid()) return;
  const Type* type = x.type;
  if (builtin == Builtin::UnsafeSizeof || builtin == Builtin::UnsafeAlignof) {
    assign_to(x, nullptr,
              builtin == Builtin::UnsafeSizeof ? "argument to unsafe.Sizeof"
                                               : "argument to unsafe.Alignof");
    if (!x.is_valid()) return;
    uint64_t number = builtin == Builtin::UnsafeSizeof ? x.type->size() : x.type->alignment();
    return make_integer_constant(x, number, basic(TypeKind::Uintptr));
  }
  if (builtin == Builtin::UnsafeAdd) {
    unsafe_distance(*call.arguments[1]);
  } else if (call.arguments.size() > 1) {
    check_index_value(*call.arguments[1], uint64_t{1} << 63, "length");
  }
  if (builtin == Builtin::UnsafeAdd) {
    assign_to(x, basic(TypeKind::UnsafePointer), "argument to unsafe.Add");
    return x.is_valid() ? make_value(x, basic(TypeKind::UnsafePointer)) : void();
  }
  const auto* pointer = as<PointerType>(type->underlying());
  const auto* slice = as<SliceType>(type->underlying());
  if (builtin == Builtin::UnsafeSlice && pointer != nullptr) {
    return make_value(x, types_.slice_of(pointer->element()));
  }
  if (builtin == Builtin::UnsafeSliceData && slice != nullptr) {
    return make_value(x, types_.pointer_to(slice->element()));
  }
  if (builtin == Builtin::UnsafeString || builtin == Builtin::UnsafeStringData) {
    bool to_string = builtin == Builtin::UnsafeString;
    const Type* bytes = types_.pointer_to(basic(TypeKind::Uint8));
    assign_to(x, to_string ? bytes : basic(TypeKind::String),
              to_string ? "argument to unsafe.String" : "argument to unsafe.StringData");
    return x.is_valid() ? make_value(x, to_string ? basic(TypeKind::String) : bytes) : void();
  }
  bool wants_pointer = builtin == Builtin::UnsafeSlice;
  report(wants_pointer ? "InvalidUnsafeSlice" : "InvalidUnsafeSliceData", x.expr->span,
         fmt::format("invalid argument: {} is not a {}", describe(x),
                     wants_pointer ? "pointer" : "slice"));
  x.mode = Mode::Invalid;
}

}  // namespace hmaplab::check
