// Composite literals.
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/constant_fold.h"
#include "core/check/kinds.h"
#include "core/check/type_set.h"

namespace hmaplab::check {

// hint: the element type of the literal around it, where the own type was left out.
void Checker::check_composite(Operand& x, const syntax::CompositeLiteral& literal,
                              const Type* hint) {
  const Type* type = nullptr;
  bool open_array = false;
  if (literal.type == nullptr) {
    type = hint;
    if (type == nullptr) {
      report("UntypedLit", literal.span, "invalid composite literal type: missing type");
      return;
    }
  } else {
    const auto* array = syntax::as<syntax::ArrayTypeExpr>(*literal.type);
    open_array = array != nullptr && array->length != nullptr &&
                 array->length->kind == syntax::ExprKind::Ellipsis;
    type = open_array ? types_.slice_of(type_from(*array->element)) : type_from(*literal.type);
  }
  x.mode = Mode::Value;
  x.type = type;
  // Elided &T: the hint is a pointer to the type that the braces make.
  const Type* base = type;
  const auto* pointer = as<PointerType>(core_type(type));
  if (literal.type == nullptr && pointer != nullptr) base = pointer->element();
  const Type* under = core_type(base);
  if (const auto* structure = as<StructType>(under)) {
    check_struct_literal(literal, base, *structure);
  } else if (const auto* array = as<ArrayType>(under)) {
    check_elements(literal, array->element(), array->length());
  } else if (const auto* slice = as<SliceType>(under)) {
    uint64_t length = check_elements(literal, slice->element(), std::nullopt);
    if (open_array) {
      x.type = types_.array_of(slice->element(), length);
      builder_.facts(*literal.type).type = x.type;
      builder_.facts(*literal.type).is_type = true;
    }
  } else if (const auto* map = as<MapType>(under)) {
    check_map_literal(literal, *map);
  } else {
    if (base != invalid()) {
      report("InvalidLit", literal.span,
             fmt::format("invalid composite literal type {}", name_of(base)));
    }
    x.mode = Mode::Invalid;
  }
}

void Checker::check_element(const syntax::Expr& expr, const Type* type, std::string_view context) {
  Operand x;
  check_value(x, expr, type);
  assign_to(x, type, context);
}

void Checker::check_struct_literal(const syntax::CompositeLiteral& literal, const Type* type,
                                   const StructType& structure) {
  if (literal.elements.empty()) return;
  if (literal.elements[0]->kind == syntax::ExprKind::KeyValue) {
    return check_keyed_fields(literal, type, structure);
  }
  const auto& fields = structure.fields();
  for (size_t i = 0; i < literal.elements.size(); ++i) {
    const syntax::Expr& element = *literal.elements[i];
    if (element.kind == syntax::ExprKind::KeyValue) {
      report("MixedStructLit", element.span,
             "mixture of field:value and value elements in struct literal");
      continue;
    }
    if (i >= fields.size()) {
      report("InvalidStructLit", element.span,
             fmt::format("too many values in struct literal of type {}", name_of(type)));
      return;
    }
    if (!is_exported(fields[i].name) && fields[i].package != &package_) {
      report("UnexportedLitField", element.span,
             fmt::format("implicit assignment to unexported field {} in struct literal of type {}",
                         fields[i].name, name_of(type)));
    }
    check_element(element, fields[i].type, "struct literal");
  }
  if (literal.elements.size() < fields.size()) {
    report("InvalidStructLit", {literal.close, literal.close},
           fmt::format("too few values in struct literal of type {}", name_of(type)));
  }
}

void Checker::check_keyed_fields(const syntax::CompositeLiteral& literal, const Type* type,
                                 const StructType& structure) {
  std::unordered_set<std::string_view> seen;
  for (const syntax::ExprPtr& element : literal.elements) {
    const auto* pair = syntax::as<syntax::KeyValueExpr>(*element);
    if (pair == nullptr) {
      report("MixedStructLit", element->span,
             "mixture of field:value and value elements in struct literal");
      continue;
    }
    const auto* name = syntax::as<syntax::Identifier>(*pair->key);
    const Field* field = nullptr;
    for (const Field& one : structure.fields()) {
      if (name != nullptr && same_name(one.name, one.package, name->name, &package_)) field = &one;
    }
    if (field == nullptr) {
      report(name == nullptr ? "InvalidLitField" : "MissingLitField", pair->key->span,
             name == nullptr
                 ? fmt::format("invalid field name {} in struct literal", syntax::text(*pair->key))
                 : fmt::format("unknown field {} in struct literal of type {}", name->name,
                               name_of(type)));
      Operand ignored;
      check_value(ignored, *pair->value);
      continue;
    }
    if (!seen.insert(name->name).second) {
      report("DuplicateLitField", pair->span,
             fmt::format("duplicate field name {} in struct literal", name->name));
    }
    check_element(*pair->value, field->type, "struct literal");
  }
}

// Elements of an array or slice, with or without index; gives the length that they make.
uint64_t Checker::check_elements(const syntax::CompositeLiteral& literal, const Type* element,
                                 std::optional<uint64_t> length) {
  constexpr uint64_t kNoLimit = uint64_t{1} << 48;
  uint64_t next = 0, most = 0;
  std::unordered_set<uint64_t> seen;
  for (const syntax::ExprPtr& expr : literal.elements) {
    const syntax::Expr* value = expr.get();
    if (const auto* pair = syntax::as<syntax::KeyValueExpr>(*expr)) {
      value = pair->value.get();
      Operand key;
      std::optional<uint64_t> index = check_index_value(*pair->key, length.value_or(kNoLimit));
      bool is_constant = builder_.facts(*pair->key).constant != nullptr;
      if (!is_constant && builder_.facts(*pair->key).type != invalid()) {
        report("InvalidIndex", pair->key->span,
               fmt::format("index {} must be integer constant", syntax::text(*pair->key)));
      }
      if (index) next = *index;
    } else if (length && next >= *length) {
      report("OversizeArrayLit", expr->span,
             fmt::format("index {} is out of bounds (>= {})", next, *length));
    }
    if (!seen.insert(next).second) {
      report("DuplicateLitKey", expr->span,
             fmt::format("duplicate index {} in array or slice literal", next));
    }
    most = std::max(most, ++next);
    check_element(*value, element, "array or slice literal");
  }
  return most;
}

void Checker::check_map_literal(const syntax::CompositeLiteral& literal, const MapType& map) {
  std::unordered_set<std::string> seen;
  for (const syntax::ExprPtr& element : literal.elements) {
    const auto* pair = syntax::as<syntax::KeyValueExpr>(*element);
    if (pair == nullptr) {
      report("MissingLitKey", element->span, "missing key in map literal");
      continue;
    }
    Operand key;
    check_value(key, *pair->key, map.key());
    assign_to(key, map.key(), "map literal");
    if (key.is_valid() && key.is_constant()) {
      std::string unique = fmt::format("{} {}", key.type->id(), key.value.exact_text());
      if (!seen.insert(unique).second) {
        report("DuplicateLitKey", pair->span,
               fmt::format("duplicate key {} in map literal", key.value.text()));
      }
    }
    check_element(*pair->value, map.element(), "map literal");
  }
}

}  // namespace hmaplab::check
