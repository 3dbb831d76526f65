// Composite literals. What they fill is fresh: nobody can see it yet, so the stores are no steps.
#include <algorithm>

#include "core/bytecode/function_compiler.h"

namespace hmaplab::bytecode {

using check::TypeKind;

namespace {

const syntax::KeyValueExpr* pair_of(const syntax::ExprPtr& element) {
  return syntax::as<syntax::KeyValueExpr>(*element);
}
const syntax::Expr& value_part(const syntax::ExprPtr& element) {
  const auto* pair = pair_of(element);
  return pair ? *pair->value : *element;
}
size_t field_named(const check::StructType& structure, std::string_view name) {
  for (size_t i = 0; i < structure.fields().size(); ++i) {
    if (structure.fields()[i].name == name) return i;
  }
  INVARIANT(false, "a struct literal with an unknown field");
}

// Calls visit(index, value) for each element of an array or slice literal; gives the length it
// needs.
template <class Visit>
uint64_t each_indexed(const check::CheckedProgram& checked, const syntax::CompositeLiteral& literal,
                      Visit&& visit) {
  uint64_t index = 0;
  uint64_t length = 0;
  for (const syntax::ExprPtr& element : literal.elements) {
    if (const auto* pair = pair_of(element)) index = checked.constant_of(*pair->key)->bits();
    visit(index, value_part(element));
    length = std::max(length, ++index);
  }
  return length;
}

}  // namespace

void FunctionCompiler::composite_to(const syntax::CompositeLiteral& literal,
                                    const check::Type* type, int32_t slot) {
  CallsFirst calls(*this, pointers(literal.elements));
  const check::Type* underlying = type->underlying();
  if (const auto* map = check::as<check::MapType>(underlying))
    return map_literal_to(literal, map, slot);
  if (const auto* slice = check::as<check::SliceType>(underlying))
    return slice_literal_to(literal, slice, slot);
  Slots slots(code_);
  int32_t fresh = code_.reserve(type->size());
  zero(fresh, type);
  composite_fill(literal, type, {.kind = Place::Kind::FramePart, .type = type, .offset = fresh});
  move(slot, fresh, type);
}

// `target` is zeroed memory or a zeroed part of the frame.
void FunctionCompiler::composite_fill(const syntax::CompositeLiteral& literal,
                                      const check::Type* type, const Place& target) {
  if (const auto* structure = check::as<check::StructType>(type->underlying())) {
    for (size_t i = 0; i < literal.elements.size(); ++i) {
      const auto* pair = pair_of(literal.elements[i]);
      size_t field =
          pair ? field_named(*structure, syntax::as<syntax::Identifier>(*pair->key)->name) : i;
      Place part = target;
      part.type = structure->fields()[field].type;
      part.offset += static_cast<int32_t>(structure->offset(field));
      element_into(value_part(literal.elements[i]), part.type, part);
    }
    return;
  }
  if (const auto* array = check::as<check::ArrayType>(type->underlying())) {
    each_indexed(checked_, literal, [&](uint64_t index, const syntax::Expr& element) {
      Place part = target;
      part.type = array->element();
      part.offset += static_cast<int32_t>(index * array->element()->size());
      element_into(element, part.type, part);
    });
    return;
  }
  Slots slots(code_);
  int32_t made = code_.reserve(type->size());
  composite_to(literal, type, made);
  store(target, made);
}

void FunctionCompiler::element_into(const syntax::Expr& expr, const check::Type* type,
                                    const Place& target) {
  Slots slots(code_);
  const auto* literal = syntax::as<syntax::CompositeLiteral>(expr);
  if (literal && !literal->type &&
      type->underlying_kind() == TypeKind::Pointer) {  // [](*T){{…}} means &T{…}
    const check::Type* element = check::as<check::PointerType>(type->underlying())->element();
    int32_t object = code_.reserve(8);
    code_.emit(Op::New, {.a = object,
                         .c = static_cast<int32_t>(element->size()),
                         .d = static_cast<int32_t>(element->id())});
    composite_fill(*literal, element, memory(object, element, true));
    return store(target, object);
  }
  TypeKind kind = type->underlying_kind();
  bool structured = kind == TypeKind::Struct || kind == TypeKind::Array;
  if (literal && type == type_of(expr) && structured && target.kind != Place::Kind::Slot) {
    return composite_fill(*literal, type, target);
  }
  int32_t made = code_.reserve(type->size());
  if (literal && !literal->type) {
    composite_to(*literal, type, made);
  } else {
    value_as(expr, type, made);
  }
  store(target, made);
}

void FunctionCompiler::slice_literal_to(const syntax::CompositeLiteral& literal,
                                        const check::SliceType* slice, int32_t slot) {
  Slots slots(code_);
  const check::Type* element = slice->element();
  uint64_t length = each_indexed(checked_, literal, [](uint64_t, const syntax::Expr&) {});
  int32_t made = code_.reserve(24);
  int32_t count = code_.reserve(8);
  code_.constant(count, length);
  code_.emit(Op::MakeSlice,
             {.a = made, .b = count, .c = count, .d = static_cast<int32_t>(element->id())});
  each_indexed(checked_, literal, [&](uint64_t index, const syntax::Expr& expr) {
    Place part = memory(made, element, true);
    part.offset = static_cast<int32_t>(index * element->size());
    element_into(expr, element, part);
  });
  code_.emit(Op::MoveBytes, {.a = slot, .b = made, .c = 24});
}

void FunctionCompiler::map_literal_to(const syntax::CompositeLiteral& literal,
                                      const check::MapType* map, int32_t slot) {
  Slots slots(code_);
  int32_t made = code_.reserve(8);
  int32_t hint = code_.reserve(8);
  bool small = literal.elements.size() <= 8;
  code_.constant(hint, literal.elements.size());
  code_.emit(Op::MapMake,
             {.a = made, .b = hint, .c = small ? 0 : 1, .d = static_cast<int32_t>(map->id())});
  for (const syntax::ExprPtr& element : literal.elements) {
    Slots entry(code_);
    const auto* pair = pair_of(element);
    int32_t key = code_.reserve(map->key()->size());
    element_into(*pair->key, map->key(), in_slot(key, map->key()));
    int32_t elem = code_.reserve(map->element()->size());
    element_into(*pair->value, map->element(), in_slot(elem, map->element()));
    store({.kind = Place::Kind::MapElem,
           .type = map->element(),
           .slot = made,
           .key = key,
           .map = map},
          elem);
  }
  code_.emit(Op::Move, {.a = slot, .b = made});
}

}  // namespace hmaplab::bytecode
