// Index and slice expressions.
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/constant_fold.h"
#include "core/check/kinds.h"

namespace hmaplab::check {

// The constant value of an index, when it has one; limit: one more than the largest allowed.
std::optional<uint64_t> Checker::check_index_value(const syntax::Expr& index, uint64_t limit,
                                                   std::string_view what) {
  Operand x;
  check_value(x, index);
  if (!x.is_valid()) return std::nullopt;
  if (is_untyped(x.type->kind())) convert_untyped(x, basic(TypeKind::Int));
  if (!x.is_valid()) return std::nullopt;
  if (x.mode == Mode::Nil || !is_integer(x.type->underlying_kind())) {
    report("InvalidIndex", index.span,
           fmt::format("invalid argument: {} {} must be integer", what, describe(x)));
    return std::nullopt;
  }
  if (!x.is_constant()) return std::nullopt;
  if (x.value.integer().is_negative()) {
    report("InvalidIndex", index.span,
           fmt::format("invalid argument: {} {} must not be negative", what, describe(x)));
    return std::nullopt;
  }
  uint64_t value = x.value.integer().low_bits();
  if (value >= limit) {
    report("InvalidIndex", index.span,
           fmt::format("invalid argument: {} {} out of bounds [0:{}]", what, syntax::text(index),
                       limit));
    return std::nullopt;
  }
  return value;
}

namespace {
constexpr uint64_t kNoLimit = ~uint64_t{0};
}

void Checker::check_index(Operand& x, const syntax::IndexExpr& expr) {
  check_expr_or_type(x, *expr.operand);
  if (!x.is_valid()) {
    Operand ignored;
    check_expr(ignored, *expr.indices[0]);
    return;
  }
  if (x.mode == Mode::TypeName || expr.indices.size() > 1 || x.type->kind() == TypeKind::Function) {
    unsupported(expr.span, "generics");
    x.mode = Mode::Invalid;
    return;
  }
  const Type* type = x.type->underlying();
  const auto* pointer = as<PointerType>(type);
  const auto* array = as<ArrayType>(pointer != nullptr ? pointer->element()->underlying() : type);
  const syntax::Expr& index = *expr.indices[0];
  if (const auto* map = as<MapType>(type)) {
    Operand key;
    check_value(key, index, map->key());
    assign_to(key, map->key(), "map index");
    x.mode = Mode::MapIndex;
    x.type = map->element();
  } else if (const auto* slice = as<SliceType>(type)) {
    check_index_value(index, kNoLimit);
    x.mode = Mode::Variable;
    x.type = slice->element();
  } else if (array != nullptr) {
    check_index_value(index, array->length());
    x.mode = x.mode == Mode::Variable || pointer != nullptr ? Mode::Variable : Mode::Value;
    x.type = array->element();
  } else if (is_string(type->kind())) {
    uint64_t limit = x.is_constant() ? x.value.string().size() : kNoLimit;
    std::optional<uint64_t> at = check_index_value(index, limit);
    if (x.is_constant() && at) {
      auto byte = static_cast<unsigned char>(x.value.string()[*at]);
      x.value = Constant(BigInteger(byte));
    } else {
      default_untyped(x);
    }
    x.mode = x.is_constant() && at ? Mode::Constant : Mode::Value;
    x.type = basic(TypeKind::Uint8);
    if (x.mode == Mode::Constant) x.mode = Mode::Value;  // an indexed string is no constant
  } else {
    // Go points at the bracket here.
    source::Position bracket = expr.operand->span.end;
    report("NonSliceableOperand", {bracket, bracket},
           fmt::format("invalid operation: cannot index {}", describe(x)));
    use(expr.indices);
    x.mode = Mode::Invalid;
  }
}

void Checker::check_slice(Operand& x, const syntax::SliceExpr& expr) {
  check_value(x, *expr.operand);
  uint64_t limit = kNoLimit;
  if (x.is_valid()) {
    const Type* type = x.type->underlying();
    const auto* pointer = as<PointerType>(type);
    const auto* array = as<ArrayType>(pointer != nullptr ? pointer->element()->underlying() : type);
    if (is_string(type->kind())) {
      if (expr.three_index) {
        report("InvalidSliceExpr", expr.span,
               fmt::format("invalid operation: 3-index slice of string"));
        x.mode = Mode::Invalid;
        return;
      }
      if (x.is_constant()) limit = x.value.string().size() + 1;
      default_untyped(x);
      x.mode = Mode::Value;
    } else if (array != nullptr) {
      limit = array->length() + 1;
      if (pointer == nullptr && x.mode != Mode::Variable) {
        report("NonSliceableOperand", x.expr->span,
               fmt::format("invalid operation: {} (slice of unaddressable value)", describe(x)));
        x.mode = Mode::Invalid;
        return;
      }
      if (pointer == nullptr) mark_address_taken(*expr.operand);
      x.type = types_.slice_of(array->element());
      x.mode = Mode::Value;
    } else if (as<SliceType>(type) != nullptr) {
      x.mode = Mode::Value;
    } else {
      report("NonSliceableOperand", x.expr->span, fmt::format("cannot slice {}", describe(x)));
      x.mode = Mode::Invalid;
    }
  }
  std::optional<uint64_t> previous;
  for (const syntax::Expr* bound : {expr.low.get(), expr.high.get(), expr.max.get()}) {
    if (bound == nullptr) continue;
    std::optional<uint64_t> value = check_index_value(*bound, limit);
    if (value && previous && *value < *previous) {
      report("SwappedSliceIndices", bound->span,
             fmt::format("invalid slice indices: {} < {}", *value, *previous));
    }
    if (value) previous = value;
  }
}

}  // namespace hmaplab::check
