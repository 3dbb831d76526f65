// The builtins that make complex numbers of floats and floats of complex numbers (specification,
// "Manipulating complex numbers").
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/constant_fold.h"
#include "core/check/kinds.h"

namespace hmaplab::check {

// complex(r, i)
void Checker::builtin_complex(Operand& x, const syntax::CallExpr& call) {
  Operand y;
  check_value(x, *call.arguments[0]);
  check_value(y, *call.arguments[1]);
  if (!x.is_valid() || !y.is_valid()) {
    x.mode = Mode::Invalid;
    return;
  }
  const bool x_is_open = is_untyped(x.type->kind());
  const bool y_is_open = is_untyped(y.type->kind());
  if (x_is_open && !y_is_open) convert_untyped(x, y.type);
  if (!x_is_open && y_is_open) convert_untyped(y, x.type);
  if (x_is_open && y_is_open) {
    const bool constants = x.is_constant() && y.is_constant();
    for (Operand* one : {&x, &y}) {
      if (!constants) {
        convert_untyped(*one, basic(TypeKind::Float64));
      } else if (auto value = represent(one->value, TypeKind::UntypedFloat)) {
        one->value = std::move(*value);
        one->type = basic(TypeKind::UntypedFloat);
      }
    }
  }
  if (!x.is_valid() || !y.is_valid()) {
    x.mode = Mode::Invalid;
    return;
  }
  const TypeKind kind = x.type->underlying_kind();
  if (x.type != y.type) {
    report("InvalidComplex", x.expr->span,
           fmt::format("invalid operation: {} (mismatched types {} and {})", syntax::text(call),
                       name_of(x.type), name_of(y.type)));
    x.mode = Mode::Invalid;
  } else if (!is_float(kind)) {
    report("InvalidComplex", x.expr->span,
           fmt::format("invalid argument: arguments have type {}, expected floating-point",
                       name_of(x.type)));
    x.mode = Mode::Invalid;
  } else {
    x.type = basic(kind == TypeKind::Float32   ? TypeKind::Complex64
                   : kind == TypeKind::Float64 ? TypeKind::Complex128
                                               : TypeKind::UntypedComplex);
    if (x.is_constant() && y.is_constant()) {
      x.value = Constant(std::complex<long double>(as_float(x.value), as_float(y.value)));
    } else {
      x.mode = Mode::Value;
    }
  }
}

// real(c), imag(c)
void Checker::builtin_part(Operand& x, const syntax::CallExpr& call, Builtin builtin) {
  check_value(x, *call.arguments[0]);
  if (!x.is_valid()) return;
  if (is_untyped(x.type->kind())) {
    if (x.is_constant()) {
      if (is_numeric(x.type->kind())) x.type = basic(TypeKind::UntypedComplex);
    } else {
      convert_untyped(x, basic(TypeKind::Complex128));
      if (!x.is_valid()) return;
    }
  }
  const TypeKind kind = x.type->underlying_kind();
  if (!is_complex(kind)) {
    report("InvalidComplex", x.expr->span,
           fmt::format("invalid argument: argument has type {}, expected complex type",
                       name_of(x.type)));
    x.mode = Mode::Invalid;
    return;
  }
  if (x.is_constant()) {
    const std::complex<long double> value = x.value.complex();
    x.value = Constant(builtin == Builtin::Real ? value.real() : value.imag());
  } else {
    x.mode = Mode::Value;
  }
  x.type = basic(kind == TypeKind::Complex64    ? TypeKind::Float32
                 : kind == TypeKind::Complex128 ? TypeKind::Float64
                                                : TypeKind::UntypedFloat);
}

}  // namespace hmaplab::check
