// Shifts, whose left operand may be an untyped constant that takes its type from outside.
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/constant_fold.h"
#include "core/check/kinds.h"
#include "core/check/type_set.h"

namespace hmaplab::check {

using syntax::TokenKind;

// The count: an integer, never negative when constant; an untyped constant becomes uint.
void Checker::check_shift_count(Operand& y) {
  if (y.is_constant()) {
    std::optional<BigInteger> count = as_integer(y.value);
    if (count && count->is_negative()) {
      report("InvalidShiftCount", y.expr->span,
             fmt::format("invalid operation: negative shift count {}", describe(y)));
      y.mode = Mode::Invalid;
      return;
    }
    if (is_untyped(y.type->kind())) {
      convert_untyped(y, basic(TypeKind::Uint));
      return;
    }
  }
  if (!all_kinds(y.type, is_integer)) {
    report("InvalidShiftCount", y.expr->span,
           fmt::format("invalid operation: shift count {} must be integer", describe(y)));
    y.mode = Mode::Invalid;
  } else if (is_untyped(y.type->kind())) {
    convert_untyped(y, basic(TypeKind::Uint));
  }
}

void Checker::constant_shift(Operand& x, const Operand& y, const syntax::Expr& expr, TokenKind op) {
  constexpr uint64_t kMostCount = 1023 - 1 + 52;
  std::optional<BigInteger> count = as_integer(y.value);
  std::optional<BigInteger> value = as_integer(x.value);
  if (!count || !value || !count->fits_unsigned(32) || count->low_bits() > kMostCount) {
    report("InvalidShiftCount", y.expr->span, fmt::format("invalid shift count {}", describe(y)));
    x.mode = Mode::Invalid;
    return;
  }
  if (x.type->kind() == TypeKind::UntypedFloat) x.type = basic(TypeKind::UntypedInt);
  x.value = Constant(op == TokenKind::ShiftLeft ? value->shifted_left(count->low_bits())
                                                : value->shifted_right(count->low_bits()));
  x.expr = &expr;
  check_overflow(x, op);
}

void Checker::check_shift(Operand& x, Operand& y, const syntax::Expr& expr, TokenKind op) {
  bool untyped = is_untyped(x.type->kind());
  bool integral = x.is_constant() && untyped ? as_integer(x.value).has_value()
                                             : all_kinds(x.type, is_integer);
  if (!integral) {
    report("InvalidShiftOperand", x.expr->span,
           fmt::format("invalid operation: shifted operand {} must be integer", describe(x)));
    x.mode = Mode::Invalid;
    return;
  }
  check_shift_count(y);
  if (!y.is_valid()) {
    x.mode = Mode::Invalid;
    return;
  }
  if (x.is_constant() && y.is_constant()) return constant_shift(x, y, expr, op);
  // A non-constant shift of an untyped constant stays untyped until its context decides.
  x.mode = Mode::Value;
}

}  // namespace hmaplab::check
