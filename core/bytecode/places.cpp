// Places: what can be read and assigned to, and the loads and stores that do it.
#include "core/bytecode/function_compiler.h"

namespace hmaplab::bytecode {

using check::TypeKind;
using syntax::ExprKind;

Place FunctionCompiler::in_slot(int32_t slot, const check::Type* type) {
  return {.kind = Place::Kind::Slot, .type = type, .slot = slot};
}

Place FunctionCompiler::memory(int32_t pointer, const check::Type* type, bool fixed) {
  return {.kind = fixed ? Place::Kind::FixedMemory : Place::Kind::Memory,
          .type = type,
          .slot = pointer};
}

Place FunctionCompiler::variable_place(const check::Variable& variable) {
  if (variable.is_package_level()) {
    int32_t pointer = code_.reserve(8);
    code_.constant(pointer, base::bits(program_.address_of(variable)));
    return memory(pointer, variable.type, is_quiet(variable.package));
  }
  auto found = variables_.find(&variable);
  INVARIANT(found != variables_.end(), "a variable that was not declared: " + variable.name);
  const Variable& home = found->second;
  switch (home.home) {
    case Variable::Home::Slot:
      return in_slot(home.offset, variable.type);
    case Variable::Home::HeapPointer:
      return memory(home.offset, variable.type);
    case Variable::Home::CapturedValue:
      return {.kind = Place::Kind::Captured, .type = variable.type, .offset = home.offset};
    case Variable::Home::CapturedPointer: {
      int32_t pointer = code_.reserve(8);
      code_.emit(Op::Captured, {.a = pointer, .c = home.offset, .kind = ValueKind::Pointer});
      return memory(pointer, variable.type);
    }
  }
  return {};
}

// The place of an operand whose part is wanted: itself when it has one, else a temporary with its
// value.
Place FunctionCompiler::operand_place(const syntax::Expr& expr) {
  const syntax::Expr& inner = syntax::unparen(expr);
  bool addressable = inner.kind == ExprKind::Star || inner.kind == ExprKind::Index;
  if (const auto* name = syntax::as<syntax::Identifier>(inner)) {
    addressable = check::as<check::Variable>(checked_.object_of(*name)) != nullptr;
  }
  if (const auto* selector = syntax::as<syntax::SelectorExpr>(inner)) {
    const check::Selection* selection = checked_.selection_of(*selector);
    addressable =
        selection->kind == check::SelectionKind::Field ||
        (selection->kind == check::SelectionKind::PackageMember && !checked_.constant_of(inner) &&
         check::as<check::Variable>(checked_.object_of(*selector->selected)));
  }
  if (const auto* index = syntax::as<syntax::IndexExpr>(inner)) {
    addressable = type_of(*index->operand)->underlying_kind() != TypeKind::String &&
                  &instantiated(inner) == &inner;
  }
  if (addressable) return place(inner);
  return in_slot(value(inner), type_of(inner));
}

Place FunctionCompiler::place(const syntax::Expr& expr) {
  const syntax::Expr& inner = syntax::unparen(expr);
  if (const auto* name = syntax::as<syntax::Identifier>(inner)) {
    if (name->is_blank()) return {.kind = Place::Kind::Blank, .type = type_of(inner)};
    return variable_place(*check::as<check::Variable>(checked_.object_of(*name)));
  }
  if (const auto* selector = syntax::as<syntax::SelectorExpr>(inner)) {
    const check::Selection* selection = checked_.selection_of(*selector);
    if (selection->kind == check::SelectionKind::PackageMember) return place(*selector->selected);
    return follow(operand_place(*selector->operand), selection->path, selection->path.size());
  }
  if (const auto* index = syntax::as<syntax::IndexExpr>(inner)) return index_place(*index);
  if (const auto* star = syntax::as<syntax::StarExpr>(inner)) {
    int32_t pointer = code_.reserve(8);
    value_to(*star->operand, pointer);
    return memory(pointer, type_of(inner));
  }
  return operand_place(inner);
}

Place FunctionCompiler::follow(Place at, const std::vector<check::FieldStep>& path, size_t steps) {
  for (size_t i = 0; i < steps; ++i) at = field_place(at, path[i]);
  return at;
}

// A field of a struct, or of the struct that a pointer leads to.
Place FunctionCompiler::field_place(const Place& structure, const check::FieldStep& step) {
  const check::Type* type = step.structure->fields()[step.field].type;
  auto offset = static_cast<int32_t>(step.structure->offset(step.field));
  if (step.dereference) {
    int32_t pointer = code_.reserve(8);
    load(structure, pointer);
    Place target = memory(pointer, type);
    target.offset = offset;
    return target;
  }
  Place target = structure;
  if (target.kind == Place::Kind::MapElem) {  // a field of m[k] can be read, not assigned to
    int32_t elem = code_.reserve(16);
    map_access(structure, elem);
    target = memory(elem, type);
  }
  if (target.kind == Place::Kind::Slot) {
    target.kind = Place::Kind::FramePart;
    target.offset = target.slot;
  }
  target.type = type;
  target.offset += offset;
  return target;
}

Place FunctionCompiler::index_place(const syntax::IndexExpr& expr) {
  CallsFirst calls(*this, {expr.operand.get(), expr.indices[0].get()});
  const check::Type* operand = type_of(*expr.operand)->underlying();
  const syntax::Expr& index = *expr.indices[0];
  if (const auto* map = check::as<check::MapType>(operand)) return map_place(expr, map);
  if (const auto* array = check::as<check::ArrayType>(operand))
    return element_of(operand_place(*expr.operand), *array, index);
  if (const auto* pointer = check::as<check::PointerType>(operand)) {
    int32_t base = code_.reserve(8);
    value_to(*expr.operand, base);
    if (!checked_.constant_of(index))
      code_.emit(Op::CheckNil, {.a = base});  // before the index is checked
    const auto* array = check::as<check::ArrayType>(pointer->element()->underlying());
    return element_of(memory(base, array), *array, index);
  }
  const auto* slice = check::as<check::SliceType>(operand);
  int32_t base = code_.reserve(24);
  value_to(*expr.operand, base);
  int32_t position = code_.reserve(8);
  value_to(index, position);
  return {.kind = Place::Kind::SliceElement,
          .type = slice->element(),
          .slot = base,
          .key = position,
          .element_bytes = static_cast<int32_t>(slice->element()->size()),
          .index_kind = kind_of(*type_of(index))};
}

// Checks the index now: the element in memory.
Place FunctionCompiler::checked_element(const Place& element) {
  int32_t address = code_.reserve(8);
  code_.emit(Op::ElementAddress, {.a = address,
                                  .b = element.slot,
                                  .c = element.key,
                                  .d = element.element_bytes,
                                  .kind = element.index_kind});
  Place checked = memory(address, element.type);
  checked.offset = element.offset;
  return checked;
}

Place FunctionCompiler::map_place(const syntax::IndexExpr& expr, const check::MapType* map) {
  int32_t slot = code_.reserve(8);
  value_to(*expr.operand, slot);
  int32_t key = code_.reserve(map->key()->size());
  value_as(*expr.indices[0], map->key(), key);
  return {
      .kind = Place::Kind::MapElem, .type = map->element(), .slot = slot, .key = key, .map = map};
}

Place FunctionCompiler::element_of(const Place& array, const check::ArrayType& type,
                                   const syntax::Expr& index) {
  auto size = static_cast<int32_t>(type.element()->size());
  Place element = array;
  if (element.kind == Place::Kind::MapElem) {
    int32_t elem = code_.reserve(16);
    map_access(array, elem);
    element = memory(elem, type.element());
  }
  if (element.kind == Place::Kind::SliceElement) element = checked_element(element);
  if (element.kind == Place::Kind::Captured) {
    int32_t copy = code_.reserve(type.size());
    load(array, copy);
    element = in_slot(copy, &type);
  }
  if (element.kind == Place::Kind::Slot) {
    element.kind = Place::Kind::FramePart;
    element.offset = element.slot;
  }
  element.type = type.element();
  if (const check::Constant* constant = checked_.constant_of(index)) {
    element.offset += static_cast<int32_t>(constant->bits()) * size;
    return element;
  }
  int32_t position = code_.reserve(8);
  value_to(index, position);
  code_.emit(
      Op::CheckIndexConstant,
      {.b = position, .c = static_cast<int32_t>(type.length()), .kind = kind_of(*type_of(index))});
  if (element.kind == Place::Kind::Memory || element.kind == Place::Kind::FixedMemory) {
    int32_t address = code_.reserve(8);
    code_.emit(Op::PointerElement, {.a = address, .b = element.slot, .c = position, .d = size});
    element.slot = address;
    return element;
  }
  int32_t bytes = code_.reserve(8);
  int32_t factor = code_.reserve(8);
  code_.constant(factor, static_cast<uint64_t>(size));
  code_.emit(Op::Multiply, {.a = bytes, .b = position, .c = factor});
  if (element.kind == Place::Kind::FrameDynamic)
    code_.emit(Op::Add, {.a = bytes, .b = bytes, .c = element.slot});
  if (element.kind == Place::Kind::FramePart)
    element.array = {element.offset, static_cast<int32_t>(type.size())};
  element.kind = Place::Kind::FrameDynamic;
  element.slot = bytes;
  return element;
}

void FunctionCompiler::move(int32_t to, int32_t from, const check::Type* type) {
  if (to == from || type->size() == 0) return;
  if (type->size() <= 8) {
    code_.emit(Op::Move, {.a = to, .b = from});
  } else {
    code_.emit(Op::MoveBytes, {.a = to, .b = from, .c = slot_bytes(type->size())});
  }
}

void FunctionCompiler::zero(int32_t slot, const check::Type* type) {
  if (type->size() <= 8) return code_.constant(slot, 0);
  code_.emit(Op::Zero, {.a = slot, .c = slot_bytes(type->size())});
}

// Map and key can stay in the variables in which they are.
Place FunctionCompiler::used_once(Place place) {
  if (place.kind != Place::Kind::MapElem) return place;
  place.key = code_.take_move(place.key, place.map->key()->size());
  place.slot = code_.take_move(place.slot, 8);
  return place;
}

void FunctionCompiler::map_access(const Place& elem, int32_t result) {
  code_.emit(
      Op::MapAccess,
      {.a = result, .b = elem.slot, .c = elem.key, .d = static_cast<int32_t>(elem.map->id())});
}

void FunctionCompiler::load(const Place& from, int32_t slot) {
  ValueKind kind = kind_of(*from.type);
  auto size = static_cast<int32_t>(from.type->size());
  switch (from.kind) {
    case Place::Kind::Blank:
      return;
    case Place::Kind::Slot:
      return move(slot, from.slot, from.type);
    case Place::Kind::FramePart:
      if (kind == ValueKind::Block) {
        code_.emit(Op::MoveBytes, {.a = slot, .b = from.offset, .c = size});
      } else {
        code_.emit(Op::Read, {.a = slot, .b = from.offset, .kind = kind});
      }
      return;
    case Place::Kind::FrameDynamic:
      code_.function().frame_arrays.push_back({code_.here(), from.array});
      code_.emit(Op::ReadAt,
                 {.a = slot, .b = from.offset, .c = from.slot, .d = size, .kind = kind});
      return;
    case Place::Kind::Memory:
    case Place::Kind::FixedMemory:
      code_.emit(from.kind == Place::Kind::Memory ? Op::Load : Op::LoadFixed,
                 {.a = slot, .b = from.slot, .c = from.offset, .d = size, .kind = kind});
      return;
    case Place::Kind::Captured:
      code_.emit(Op::Captured, {.a = slot, .c = from.offset, .d = size, .kind = kind});
      return;
    case Place::Kind::SliceElement: {
      Slots slots(code_);
      return load(checked_element(from), slot);
    }
    case Place::Kind::MapElem: {
      Slots slots(code_);
      int32_t elem = code_.reserve(16);
      map_access(from, elem);
      return load(memory(elem, from.type), slot);
    }
  }
}

void FunctionCompiler::store_temporary(const Place& to, int32_t slot) {
  if (to.kind != Place::Kind::Slot || kind_of(*to.type) == ValueKind::Block || to.slot == slot)
    return store(to, slot);
  code_.move_temporary(to.slot, slot);
}

void FunctionCompiler::store(const Place& to, int32_t slot) {
  ValueKind kind = kind_of(*to.type);
  auto size = static_cast<int32_t>(to.type->size());
  switch (to.kind) {
    case Place::Kind::Blank:
      return;
    case Place::Kind::Slot:
      return move(to.slot, slot, to.type);
    case Place::Kind::FramePart:
      if (kind == ValueKind::Block) {
        code_.emit(Op::MoveBytes, {.a = to.offset, .b = slot, .c = size});
      } else {
        code_.emit(Op::Write, {.a = to.offset, .b = slot, .kind = kind});
      }
      return;
    case Place::Kind::FrameDynamic:
      code_.function().frame_arrays.push_back({code_.here(), to.array});
      code_.emit(Op::WriteAt, {.a = to.offset, .b = slot, .c = to.slot, .d = size, .kind = kind});
      return;
    case Place::Kind::Memory:
    case Place::Kind::FixedMemory:
      code_.emit(to.kind == Place::Kind::Memory ? Op::Store : Op::StoreFixed,
                 {.a = to.slot, .b = slot, .c = to.offset, .d = size, .kind = kind});
      return;
    case Place::Kind::SliceElement: {
      Slots slots(code_);
      return store(checked_element(to), slot);
    }
    case Place::Kind::MapElem: {
      Slots slots(code_);
      int32_t elem = code_.reserve(8);
      code_.emit(Op::MapAssign,
                 {.a = elem, .b = to.slot, .c = to.key, .d = static_cast<int32_t>(to.map->id())});
      return store(memory(elem, to.type), slot);
    }
    case Place::Kind::Captured:
      break;
  }
  INVARIANT(false, "an assignment to something captured by value");
}

}  // namespace hmaplab::bytecode
