// Index and slice expressions.
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/constant_fold.h"
#include "core/check/kinds.h"
#include "core/check/type_set.h"

namespace hmaplab::check {

// The constant value of an index, when it has one; limit: one more than the largest allowed.
std::optional<uint64_t> Checker::check_index_value(const syntax::Expr& index, uint64_t limit,
                                                   std::string_view what) {
  Operand x;
  check_value(x, index);
  if (!x.is_valid()) return std::nullopt;
  if (is_untyped(x.type->kind())) convert_untyped(x, basic(TypeKind::Int));
  if (!x.is_valid()) return std::nullopt;
  if (x.mode == Mode::Nil || !all_kinds(x.type, is_integer)) {
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
  generic_allowed_ = true;
  check_expr_or_type(x, *expr.operand);
  if (x.mode == Mode::TypeName) {
    x.type = instantiate_type(x.type, expr);
    return;
  }
  if (x.is_valid() && x.generic != nullptr) return partially_instantiate(x, expr);
  if (x.is_valid() && expr.indices.size() > 1) {
    report("InvalidIndex", expr.indices[1]->span, "unexpected comma; expecting ]");
    x.mode = Mode::Invalid;
  }
  if (!x.is_valid()) {
    Operand ignored;
    check_expr(ignored, *expr.indices[0]);
    return;
  }
  if (as<TypeParameter>(x.type) != nullptr && core_type(x.type) == nullptr) {
    if (index_type_parameter(x, *expr.indices[0])) return;
  }
  const Type* type = core_type(x.type) != nullptr ? core_type(x.type) : x.type;
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

// f[int], with all type arguments or with the first of them.
void Checker::partially_instantiate(Operand& x, const syntax::IndexExpr& expr) {
  std::vector<const Type*> arguments = type_arguments_from(expr.indices);
  size_t wanted = x.generic->type_parameters.size();
  x.expr = &expr;
  if (arguments.empty() || arguments.size() > wanted) {
    if (!arguments.empty()) {
      report("WrongTypeArgCount", expr.indices.back()->span,
             fmt::format("got {} type arguments but want {}", arguments.size(), wanted));
    }
    x.generic = nullptr;
    x.mode = Mode::Invalid;
    return;
  }
  if (arguments.size() < wanted) {
    x.type_arguments = std::move(arguments);
    return;
  }
  std::vector<source::Span> spans;
  for (const syntax::ExprPtr& index : expr.indices) spans.push_back(index->span);
  use_instance(x, std::move(arguments), spans, expr.span);
}

// Where the set has no core type: all types of it have the same element type. False when not.
bool Checker::index_type_parameter(Operand& x, const syntax::Expr& index) {
  const Type* element = nullptr;
  bool assignable = true;
  bool fits = all_of_set(x.type, [&](const Type* under) {
    const auto* pointer = as<PointerType>(under);
    const auto* array =
        as<ArrayType>(pointer != nullptr ? pointer->element()->underlying() : under);
    const auto* slice = as<SliceType>(under);
    const Type* own = slice != nullptr           ? slice->element()
                      : array != nullptr         ? array->element()
                      : is_string(under->kind()) ? basic(TypeKind::Uint8)
                                                 : nullptr;
    assignable = assignable && slice != nullptr;
    bool same = own != nullptr && (element == nullptr || element == own);
    element = own;
    return same;
  });
  if (!fits) return false;
  check_index_value(index, kNoLimit);
  x.mode = assignable ? Mode::Variable : Mode::Value;
  x.type = element;
  return true;
}

void Checker::check_slice(Operand& x, const syntax::SliceExpr& expr) {
  check_value(x, *expr.operand);
  uint64_t limit = kNoLimit;
  if (x.is_valid()) {
    const Type* type = core_string(x.type, basic(TypeKind::String));
    if (type == nullptr) type = x.type;
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
      bool no_core = as<TypeParameter>(x.type) != nullptr && core_type(x.type) == nullptr;
      report("NonSliceableOperand", x.expr->span,
             no_core ? fmt::format("invalid operation: cannot slice {}: {} has no core type",
                                   describe(x), name_of(x.type))
                     : fmt::format("cannot slice {}", describe(x)));
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
