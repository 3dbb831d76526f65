// The natives of package sync/atomic: each reads and writes real bytes of the heap in one step,
// which is a synchronisation.
//
//   frame of a call:   | result | address | operands |     Store has no result
#include <fmt/format.h>

#include "core/vm/machine.h"

namespace hmaplab::vm {

using memory::Point;

// A word at `address` becomes `wanted` (the old one when nothing is stored).
template <class T>
void Machine::atomic_step(Address address, T old, std::optional<T> wanted, Atomic how) {
  const auto* before = reinterpret_cast<const std::byte*>(&old);
  if (!wanted) {
    note_access(AccessKind::Load, address, sizeof(T), before, nullptr);
  } else {
    note_access(AccessKind::Store, address, sizeof(T), before,
                reinterpret_cast<const std::byte*>(&*wanted));
    write_through(address, &*wanted, sizeof(T));
    if constexpr (!std::is_arithmetic_v<T>) publish_words(address, address, sizeof(T));
  }
  note_synchronisation();
  race_atomic(address, sizeof(T), how);
}

template <class T>
Machine::Flow Machine::atomic(Point point, int32_t call) {
  int32_t arguments = point == Point::atomic_store ? call : call + 8;
  auto address = get<Address>(arguments);
  if (is_nil_page(address)) return nil_dereference();
  T old{};
  bool writes = point != Point::atomic_load;
  if (!reader_.read(address, &old, sizeof(T)) || (writes && base::is_immutable(address)))
    return fault(address);
  if (!take_step(point)) return Flow::Stop;
  auto operand = get<T>(arguments + 8);
  std::optional<T> wanted;
  std::optional<T> result = old;
  if (point == Point::atomic_store || point == Point::atomic_swap) {
    wanted = operand;
  } else if (point == Point::atomic_compare_and_swap) {
    if (old == operand) wanted = get<T>(arguments + 16);
    set<uint64_t>(call, old == operand);
    result.reset();
  }
  if constexpr (!std::is_same_v<T, Address>) {
    if (point == Point::atomic_add) {
      wanted = static_cast<T>(static_cast<uint64_t>(old) + static_cast<uint64_t>(operand));
      result = wanted;
    } else if (point == Point::atomic_and) {
      wanted = static_cast<T>(old & operand);
    } else if (point == Point::atomic_or) {
      wanted = static_cast<T>(old | operand);
    }
  }
  Atomic how = Atomic::Both;
  if (point == Point::atomic_load) how = Atomic::Load;
  if (point == Point::atomic_store) how = Atomic::Store;
  if (!wanted && how == Atomic::Both) how = Atomic::Failed;
  atomic_step(address, old, wanted, how);
  if (result && point != Point::atomic_store) {
    if constexpr (std::is_same_v<T, Address>) {
      set(call, *result);
    } else {
      set(call, static_cast<uint64_t>(*result));  // a slot holds small numbers widened
    }
  }
  return Flow::Next;
}

#define ATOMIC(operation, name, type)                                \
  Machine::Flow Machine::atomic_##operation##_##name(int32_t call) { \
    return atomic<type>(Point::atomic_##operation, call);            \
  }
#define ATOMIC_WORD(operation)        \
  ATOMIC(operation, int32, int32_t)   \
  ATOMIC(operation, int64, int64_t)   \
  ATOMIC(operation, uint32, uint32_t) \
  ATOMIC(operation, uint64, uint64_t) \
  ATOMIC(operation, uintptr, uint64_t)
#define ATOMIC_WORD_OR_POINTER(operation) \
  ATOMIC_WORD(operation)                  \
  ATOMIC(operation, pointer, Address)

ATOMIC_WORD_OR_POINTER(load)
ATOMIC_WORD_OR_POINTER(store)
ATOMIC_WORD_OR_POINTER(swap)
ATOMIC_WORD_OR_POINTER(compare_and_swap)
ATOMIC_WORD(add)
ATOMIC_WORD(and)
ATOMIC_WORD(or)

#undef ATOMIC_WORD_OR_POINTER
#undef ATOMIC_WORD
#undef ATOMIC

// A Value is an interface. Go stores its type and its data one after the other, but hides what lies
// between them; so each method is one step here.
namespace {

constexpr const char* kInconsistent = " of inconsistently typed value into Value";

}  // namespace

// Nil cannot be put into a Value: that is found before anything is touched.
std::optional<Machine::Flow> Machine::refuse_nil(const char* what, const Interface& wanted) {
  if (wanted.type != Address::Nil) return std::nullopt;
  return panic(string_value(fmt::format("sync/atomic: {} of nil value into Value", what)));
}

// Next: the step was taken, and `old` is what the Value holds.
Machine::Flow Machine::look_into_value(Address value, Point point, Interface& old) {
  if (is_nil_page(value)) return nil_dereference();
  if (!reader_.read(value, &old, sizeof(old)) || base::is_immutable(value)) return fault(value);
  if (!take_step(point)) return Flow::Stop;
  atomic_step<Interface>(value, old, std::nullopt, Atomic::Load);
  return Flow::Next;
}

// Next: the Value holds `wanted` now.
Machine::Flow Machine::replace_value(const char* what, Address value, const Interface& old,
                                     const Interface& wanted) {
  if (old.type != Address::Nil && old.type != wanted.type)
    return panic(string_value(fmt::format("sync/atomic: {}{}", what, kInconsistent)));
  atomic_step<Interface>(value, old, wanted, Atomic::Store);
  return Flow::Next;
}

// func (v *Value) Load() (val any)
Machine::Flow Machine::atomic_value_load(int32_t call) {
  Interface old;
  Flow flow = look_into_value(get<Address>(call + 16), Point::atomic_load, old);
  if (flow == Flow::Next) set(call, old);
  return flow;
}

// func (v *Value) Store(val any)
Machine::Flow Machine::atomic_value_store(int32_t call) {
  auto value = get<Address>(call);
  auto wanted = get<Interface>(call + 8);
  if (auto refused = refuse_nil("store", wanted)) return *refused;
  Interface old;
  Flow flow = look_into_value(value, Point::atomic_store, old);
  return flow == Flow::Next ? replace_value("store", value, old, wanted) : flow;
}

// func (v *Value) Swap(new any) (old any)
Machine::Flow Machine::atomic_value_swap(int32_t call) {
  auto value = get<Address>(call + 16);
  auto wanted = get<Interface>(call + 24);
  if (auto refused = refuse_nil("swap", wanted)) return *refused;
  Interface old;
  Flow flow = look_into_value(value, Point::atomic_swap, old);
  if (flow == Flow::Next) flow = replace_value("swap", value, old, wanted);
  if (flow == Flow::Next) set(call, old);
  return flow;
}

// func (v *Value) CompareAndSwap(old, new any) (swapped bool)
// The values are compared as == does it, which may panic.
Machine::Flow Machine::atomic_value_compare_and_swap(int32_t call) {
  auto value = get<Address>(call + 8);
  auto expected = get<Interface>(call + 16);
  auto wanted = get<Interface>(call + 32);
  const char* what = "compare and swap";
  if (auto refused = refuse_nil(what, wanted)) return *refused;
  if (expected.type != Address::Nil && expected.type != wanted.type)
    return panic(string_value("sync/atomic: compare and swap of inconsistently typed values"));
  Interface old;
  Flow flow = look_into_value(value, Point::atomic_compare_and_swap, old);
  if (flow != Flow::Next) return flow;
  if (old.type != Address::Nil && old.type != wanted.type)
    return panic(string_value(fmt::format("sync/atomic: {}{}", what, kInconsistent)));
  gomap::KeyAnswer same = equal_values(reader_, *program().checked().types().empty_interface(),
                                       value, stack_address(call + 16));
  if (!same.possible)
    return runtime_error("comparing uncomparable type " + program().type(same.offender)->text());
  set<uint64_t>(call, same.value);
  return same.value != 0 ? replace_value(what, value, old, wanted) : Flow::Next;
}

}  // namespace hmaplab::vm
