// Comparisons: == != < <= > >= .
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/constant_fold.h"
#include "core/check/kinds.h"
#include "core/check/type_set.h"

namespace hmaplab::check {

using syntax::TokenKind;

void Checker::check_comparison(Operand& x, Operand& y, const syntax::Expr& expr, TokenKind op) {
  bool equality = op == TokenKind::Equal || op == TokenKind::NotEqual;
  std::string cause;
  const Operand* culprit = &x;
  bool ok = assignable(x, y.type, nullptr) || assignable(y, x.type, nullptr);
  if (!ok) {
    culprit = &y;  // only there it is known
    cause = fmt::format("mismatched types {} and {}", name_of(x.type), name_of(y.type));
  } else if (equality) {
    bool nil_x = x.mode == Mode::Nil, nil_y = y.mode == Mode::Nil;
    if (nil_x && nil_y && x.type->kind() == TypeKind::UntypedNil) {
      cause = fmt::format("operator {} not defined on untyped nil", syntax::spelling(op));
      culprit = &y;
    } else if (!nil_x && !nil_y) {
      for (const Operand* one : {&x, &y}) {
        if (!cause.empty() || comparable(one->type)) continue;
        culprit = one;
        cause = why_incomparable(one->type);
      }
    }
  } else if (!all_kinds(x.type, is_ordered) || !all_kinds(y.type, is_ordered)) {
    culprit = all_kinds(x.type, is_ordered) ? &y : &x;
    TypeKind kind = culprit->type->underlying_kind();
    std::string_view word = kind == TypeKind::Pointer     ? "pointer"
                            : kind == TypeKind::Slice     ? "slice"
                            : kind == TypeKind::Map       ? "map"
                            : kind == TypeKind::Function  ? "func"
                            : kind == TypeKind::Channel   ? "chan"
                            : kind == TypeKind::Struct    ? "struct"
                            : kind == TypeKind::Interface ? "interface"
                            : kind == TypeKind::Array     ? "array"
                            : kind == TypeKind::Complex64 ? "complex64"
                            : is_complex(kind)            ? "complex128"
                                                          : "bool";
    cause = fmt::format("operator {} not defined on {}", syntax::spelling(op), word);
    if (kind == TypeKind::TypeParameter) {
      cause = fmt::format("type parameter {} is not comparable with {}", name_of(culprit->type),
                          syntax::spelling(op));
    }
  }
  if (!cause.empty()) {
    report("UndefinedOp", culprit->expr->span,
           fmt::format("invalid operation: {} ({})", syntax::text(expr), cause));
    x.mode = Mode::Invalid;
    return;
  }
  if (x.is_constant() && y.is_constant()) {
    x.value = Constant(compare(op, x.value, y.value));
  } else {
    // The operands are done: what is still untyped has its default type.
    default_untyped(x);
    default_untyped(y);
    x.mode = Mode::Value;
  }
  x.type = basic(TypeKind::UntypedBool);
}

}  // namespace hmaplab::check
