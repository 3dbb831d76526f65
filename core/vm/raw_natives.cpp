// The natives of core/golib/internal/raw: values of any type as bytes at addresses. What they do to
// objects that are not private is a step; a type is the address of its descriptor.
#include "core/vm/machine.h"

namespace hmaplab::vm {

using check::TypeKind;

namespace {

// The number that package reflect gives a kind.
uint64_t kind_number(const check::Type& type) {
  switch (type.underlying_kind()) {
    case TypeKind::Array:
      return 17;
    case TypeKind::Channel:
      return 18;
    case TypeKind::Function:
      return 19;
    case TypeKind::Interface:
      return 20;
    case TypeKind::Map:
      return 21;
    case TypeKind::Pointer:
      return 22;
    case TypeKind::Slice:
      return 23;
    case TypeKind::String:
      return 24;
    case TypeKind::Struct:
      return 25;
    case TypeKind::UnsafePointer:
      return 26;
    default:  // the numbers are in the same order
      return static_cast<uint64_t>(type.underlying_kind()) - static_cast<uint64_t>(TypeKind::Bool) +
             1;
  }
}

const check::Type* element_of(const check::Type& type) {
  const check::Type* own = type.underlying();
  if (const auto* pointer = check::as<check::PointerType>(own)) return pointer->element();
  if (const auto* slice = check::as<check::SliceType>(own)) return slice->element();
  if (const auto* array = check::as<check::ArrayType>(own)) return array->element();
  if (const auto* map = check::as<check::MapType>(own)) return map->element();
  if (const auto* channel = check::as<check::ChannelType>(own)) return channel->element();
  return nullptr;
}

}  // namespace

// func TypeOf(v any) unsafe.Pointer
Machine::Flow Machine::raw_type_of(int32_t call) {
  set(call, get<Address>(call + 8));
  return Flow::Next;
}

// func KindOf(t unsafe.Pointer) uint
Machine::Flow Machine::raw_kind_of(int32_t call) {
  const check::Type* type = program().type_at(get<Address>(call + 8));
  set<uint64_t>(call, type ? kind_number(*type) : 0);
  return Flow::Next;
}

// func Size(t unsafe.Pointer) uintptr
Machine::Flow Machine::raw_size(int32_t call) {
  const check::Type* type = program().type_at(get<Address>(call + 8));
  set<uint64_t>(call, type ? type->size() : 0);
  return Flow::Next;
}

// func Elem(t unsafe.Pointer) unsafe.Pointer
Machine::Flow Machine::raw_elem(int32_t call) {
  const check::Type* type = program().type_at(get<Address>(call + 8));
  const check::Type* element = type ? element_of(*type) : nullptr;
  set(call, element ? bytecode::Program::type_address(element) : Address::Nil);
  return Flow::Next;
}

// func New(t unsafe.Pointer) unsafe.Pointer
Machine::Flow Machine::raw_new(int32_t call) {
  const check::Type* type = program().type_at(get<Address>(call + 8));
  if (!type) return nil_dereference();
  Address made =
      allocate({.size = type->size(), .tag = type->id(), .has_pointers = type->has_pointers()});
  if (made == Address::Nil) return Flow::Stop;
  set(call, made);
  return Flow::Next;
}

// func NewArray(t unsafe.Pointer, count int) unsafe.Pointer
Machine::Flow Machine::raw_new_array(int32_t call) {
  const check::Type* type = program().type_at(get<Address>(call + 8));
  if (!type) return nil_dereference();
  auto count = get<uint64_t>(call + 16);
  uint64_t most = world_.options_.limits.heap_bytes;
  uint64_t size = type->size() > 0 && count > most / type->size() ? most + 1 : count * type->size();
  Address made = allocate({.size = size,
                           .tag = type->id(),
                           .kind = memory::ObjectKind::Array,
                           .has_pointers = type->has_pointers()});
  if (made == Address::Nil) return Flow::Stop;
  set(call, made);
  return Flow::Next;
}

// func Copy(t, to, from unsafe.Pointer)
Machine::Flow Machine::raw_copy(int32_t call) {
  return copy_value(program().type_at(get<Address>(call)), get<Address>(call + 8),
                    get<Address>(call + 16));
}

Machine::Flow Machine::copy_value(const check::Type* type, Address to, Address from) {
  if (!type || is_nil_page(to) || is_nil_page(from)) return nil_dereference();
  size_t size = type->size();
  if (size == 0) return Flow::Next;
  std::vector<std::byte> value(size);
  std::vector<std::byte> old(size);
  if (!reader_.read(from, value.data(), size)) return fault(from);
  if (base::is_immutable(to) || !reader_.read(to, old.data(), size)) return fault(to);
  if (!is_private(to)) {
    if (!take_step(access_point(to, true))) return Flow::Stop;
    note_access(AccessKind::Store, to, size, old.data(), value.data());
    race_write(to, size);
    record_.type = type->id();
  } else if (!is_private(from)) {
    if (!take_step(access_point(from, false))) return Flow::Stop;
    note_access(AccessKind::Load, from, size, value.data(), nullptr);
    record_.type = type->id();
  }
  race_read(from, size);
  write(to, value.data(), size);
  publish_words(to, to, size);
  return Flow::Next;
}

// func Fits(t, to unsafe.Pointer) bool
Machine::Flow Machine::raw_fits(int32_t call) {
  const check::Type* wanted = program().type_at(get<Address>(call + 16));
  set<uint64_t>(call, wanted && matches({.type = get<Address>(call + 8)}, *wanted));
  return Flow::Next;
}

// func Store(t, to unsafe.Pointer, v any)
Machine::Flow Machine::raw_store(int32_t call) {
  const check::Type* type = program().type_at(get<Address>(call));
  if (!type) return nil_dereference();
  auto value = get<Interface>(call + 16);
  const check::Type* dynamic = program().type_at(value.type);
  bool whole = type->underlying_kind() == TypeKind::Interface;
  bool is_word = dynamic && is_pointer_shaped(*dynamic);
  Address from = whole ? stack_address(call + 16) : is_word ? stack_address(call + 24) : value.data;
  return copy_value(type, get<Address>(call + 8), from);
}

// func Word(v any) unsafe.Pointer
Machine::Flow Machine::raw_word(int32_t call) {
  set(call, get<Address>(call + 16));
  return Flow::Next;
}

}  // namespace hmaplab::vm
