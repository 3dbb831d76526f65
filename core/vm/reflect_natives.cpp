// What package reflect does with values (core/golib/internal/raw/types.go): interfaces, the
// operations of the map engine with all their points, and calls.
#include "core/bytecode/call_layout.h"
#include "core/vm/machine.h"

namespace hmaplab::vm {

using bytecode::Op;

// func Interface(t, address unsafe.Pointer) any
Machine::Flow Machine::raw_interface(int32_t call) {
  const check::Type* type = program().type_at(get<Address>(call + 16));
  auto from = get<Address>(call + 24);
  if (!type || is_nil_page(from)) return nil_dereference();
  std::vector<std::byte> value(std::max<uint64_t>(8, type->size()));
  if (!reader_.read(from, value.data(), type->size())) return fault(from);
  if (type->size() > 0 && !is_private(from)) {
    if (!take_step(access_point(from, false))) return Flow::Stop;
    note_access(AccessKind::Load, from, type->size(), value.data(), nullptr);
    record_.type = type->id();
  }
  set(call, make_interface(*type, value.data()));
  return world_.end_ ? Flow::Stop : Flow::Next;
}

// func Equal(t, a, b unsafe.Pointer) bool
Machine::Flow Machine::raw_equal(int32_t call) {
  const check::Type* type = program().type_at(get<Address>(call + 8));
  if (!type) return nil_dereference();
  gomap::KeyAnswer answer =
      equal_values(reader_, *type, get<Address>(call + 16), get<Address>(call + 24));
  if (!answer.possible)
    return runtime_error("comparing uncomparable type " + program().type(answer.offender)->text());
  set(call, answer.value);
  return Flow::Next;
}

// Carries on the map operation in flight; `fresh` begins it.
template <class Begin>
Machine::Flow Machine::map_native(Op op, int32_t result, Address map, Begin&& fresh) {
  if (std::holds_alternative<std::monostate>(goroutine_.operation)) {
    goroutine_.operation_map = map;
    goroutine_.operation = fresh();
    goroutine_.operation_begins = true;
  }
  return map_operation({.op = op, .a = result});
}

const gomap::MapType* Machine::map_type_at(int32_t offset) const {
  const check::Type* type = program().type_at(get<Address>(offset));
  bool is_map = type && type->underlying_kind() == check::TypeKind::Map;
  return is_map ? &world_.map_types_->of(type->underlying()->id()) : nullptr;
}

// func MapMake(t unsafe.Pointer, hint int) unsafe.Pointer
Machine::Flow Machine::raw_map_make(int32_t call) {
  const gomap::MapType* type = map_type_at(call + 8);
  if (!type) return nil_dereference();
  return map_native(Op::MapMake, call, Address::Nil, [&] {
    return gomap::MakeMap<Address>::of(type, gomap::MakeVia::Hint, get<int64_t>(call + 16));
  });
}

// func MapGet(t, m, key unsafe.Pointer) (elem unsafe.Pointer, found bool)
Machine::Flow Machine::raw_map_get(int32_t call) {
  const gomap::MapType* type = map_type_at(call + 16);
  if (!type) return nil_dereference();
  auto map = get<Address>(call + 24);
  return map_native(Op::MapAccess, call, map,
                    [&] { return gomap::Access<Address>::of(type, map, get<Address>(call + 32)); });
}

// func MapAssign(t, m, key unsafe.Pointer) (elem unsafe.Pointer)
Machine::Flow Machine::raw_map_assign(int32_t call) {
  const gomap::MapType* type = map_type_at(call + 8);
  if (!type) return nil_dereference();
  auto map = get<Address>(call + 16);
  return map_native(Op::MapAssign, call, map,
                    [&] { return gomap::Assign<Address>::of(type, map, get<Address>(call + 24)); });
}

// func MapDelete(t, m, key unsafe.Pointer)
Machine::Flow Machine::raw_map_delete(int32_t call) {
  const gomap::MapType* type = map_type_at(call);
  if (!type) return nil_dereference();
  auto map = get<Address>(call + 8);
  return map_native(Op::MapDelete, call, map,
                    [&] { return gomap::Delete<Address>::of(type, map, get<Address>(call + 16)); });
}

// func MapClear(t, m unsafe.Pointer)
Machine::Flow Machine::raw_map_clear(int32_t call) {
  const gomap::MapType* type = map_type_at(call);
  if (!type) return nil_dereference();
  auto map = get<Address>(call + 8);
  return map_native(Op::MapClear, call, map, [&] { return gomap::Clear<Address>::of(type, map); });
}

// func MapIterate(t, m unsafe.Pointer, iterator *Iterator)
Machine::Flow Machine::raw_map_iterate(int32_t call) {
  const gomap::MapType* type = map_type_at(call);
  if (!type) return nil_dereference();
  auto map = get<Address>(call + 8);
  return map_native(Op::MapIterateInit, call, map, [&] {
    return gomap::IterateInit<Address>::of(type, map, get<Address>(call + 16));
  });
}

// func MapNext(t unsafe.Pointer, iterator *Iterator)
Machine::Flow Machine::raw_map_next(int32_t call) {
  const gomap::MapType* type = map_type_at(call);
  if (!type) return nil_dereference();
  auto iterator = get<Address>(call + 8);
  return map_native(Op::MapIterateNext, call, reader_.peek(iterator, gomap::Hiter::h),
                    [&] { return gomap::IterateNext<Address>::of(type, iterator); });
}

// func Call(function, t unsafe.Pointer, isMethod bool, receiver unsafe.Pointer, arguments, results
// []unsafe.Pointer) (stage int) The callee's frame begins behind these. When it has returned, the
// native is carried out once more and fetches the results.
Machine::Flow Machine::raw_call(int32_t call) {
  const check::Type* type = program().type_at(get<Address>(call + 16));
  const auto* signature = type ? check::as<check::FunctionType>(type->underlying()) : nullptr;
  if (!signature) return nil_dereference();
  const check::Type* word = program().checked().types().basic(check::TypeKind::UnsafePointer);
  bool is_method = get<uint8_t>(call + 24) != 0;
  bytecode::CallLayout layout = bytecode::layout_of(*signature, is_method ? word : nullptr);
  int32_t base = program().function(frame().function).argument_bytes;
  auto place = [&](int32_t list, size_t i) {
    return reader_.load<Address>(get<Address>(list) + 8 * i);
  };
  auto size = [](const check::Type& value) { return static_cast<int32_t>(value.size()); };
  if (get<int64_t>(call) != 0) {
    for (size_t i = 0; i < layout.results.size(); ++i) {
      const check::Type& result = *signature->results()[i];
      store_private(place(call + 64, i), base + layout.results[i], bytecode::kind_of(result),
                    size(result));
    }
    return Flow::Next;
  }
  auto closure = get<Address>(call + 8);
  int32_t function = function_behind(closure);
  if (function < 0) return nil_dereference();
  size_t end = frame_base_ + static_cast<size_t>(base + layout.bytes);
  if (end > world_.options_.limits.stack_bytes) return stack_overflow();
  if (goroutine_.stack.size() < end) {
    goroutine_.stack.resize(end);
    rebase();
  }
  set<int64_t>(call, 1);
  if (is_method) set(base + layout.receiver, get<Address>(call + 32));
  for (size_t i = 0; i < layout.parameters.size(); ++i) {
    const check::Type& parameter = *signature->parameters()[i];
    load_private(base + layout.parameters[i], place(call + 40, i), bytecode::kind_of(parameter),
                 size(parameter));
  }
  bool fits = push_frame(function, closure,
                         static_cast<uint32_t>(frame_base_) + static_cast<uint32_t>(base));
  return fits ? Flow::Stay : stack_overflow();
}

}  // namespace hmaplab::vm
