// Map instructions: they begin an operation of the engine and carry it from point to point.
#include "core/vm/machine.h"
#include "core/vm/uninterrupted_memory.h"
#include "core/vm/world_memory.h"

namespace hmaplab::vm {

using bytecode::Op;
using memory::Point;

const gomap::MapType& Machine::map_type_of(const Instruction& i) const {
  return world_.map_types_->of(static_cast<uint32_t>(i.d));
}

namespace {

// A place in the memory that the operation runs in.
template <class Pointer>
Pointer place_of(Machine& machine, Address address, uint64_t size) {
  if constexpr (std::is_same_v<Pointer, Place>) {
    return {address, machine.own_bytes(address, size)};
  } else {
    return address;
  }
}

template <class Operation, template <class> class Kind>
constexpr bool is = false;
template <class Pointer, template <class> class Kind>
constexpr bool is<Kind<Pointer>, Kind> = true;

}  // namespace

template <class Pointer>
MapOperationAt<Pointer> Machine::begin_map_operation(const Instruction& i) {
  const gomap::MapType* type = &map_type_of(i);
  goroutine_.operation_map = get<Address>(i.b);
  auto map = [&] { return place_of<Pointer>(*this, get<Address>(i.b), gomap::Hmap::kSize); };
  auto key = [&] { return place_of<Pointer>(*this, stack_address(i.c), type->key_size); };
  auto iterator = [&] { return place_of<Pointer>(*this, stack_address(i.a), gomap::Hiter::kSize); };
  switch (i.op) {
    case Op::MapMake:
      goroutine_.operation_map = Address::Nil;
      return gomap::MakeMap<Pointer>::of(type,
                                         i.c != 0 ? gomap::MakeVia::Hint : gomap::MakeVia::Small,
                                         i.c != 0 ? get<int64_t>(i.b) : 0);
    case Op::MapAssign:
      return gomap::Assign<Pointer>::of(type, map(), key());
    case Op::MapAccess:
      return gomap::Access<Pointer>::of(type, map(), key());
    case Op::MapDelete:
      return gomap::Delete<Pointer>::of(type, map(), key());
    case Op::MapClear:
      return gomap::Clear<Pointer>::of(type, map());
    case Op::MapClone:
      return gomap::Clone<Pointer>::of(type, map());
    case Op::MapIterateInit:
      return gomap::IterateInit<Pointer>::of(type, map(), iterator());
    case Op::MapIterateNext:
      goroutine_.operation_map = reader_.peek(stack_address(i.a), gomap::Hiter::h);
      return gomap::IterateNext<Pointer>::of(type, iterator());
    default:
      break;
  }
  INVARIANT(false, "not a map instruction");
}

// What the operation gave goes where the instruction wants it.
template <class Operation>
void Machine::give_results(const Operation& operation, const Instruction& i) {
  if constexpr (is<Operation, gomap::MakeMap>) {
    set(i.a, address_of(operation.hmap));
    if (record_.in_map) record_.map = address_of(operation.hmap);
  } else if constexpr (is<Operation, gomap::Assign>) {
    set(i.a, address_of(operation.elem));
  } else if constexpr (is<Operation, gomap::Access>) {
    set(i.a, operation.found ? address_of(operation.elem) : Address{base::kZeroBegin});
    set<uint64_t>(i.a + 8, operation.found);
  } else if constexpr (is<Operation, gomap::Clone>) {
    set(i.a, address_of(operation.hmap));
  }
}

// What the whole operation is to the race detector.
template <class Operation>
constexpr order::AccessKind race_kind() {
  constexpr bool kWrites = std::is_same_v<Operation, gomap::Assign<Address>> ||
                           std::is_same_v<Operation, gomap::Delete<Address>> ||
                           std::is_same_v<Operation, gomap::Clear<Address>>;
  return kWrites ? order::AccessKind::Write : order::AccessKind::Read;
}

template <class Operation>
Machine::Flow Machine::advance(Operation& operation, const Instruction& i) {
  WorldMemory memory(*this, *operation.type);
  gomap::Progress progress =
      operation.in_progress() ? gomap::Progress::AtPoint : operation.advance(memory);
  while (progress == gomap::Progress::AtPoint) {
    if (world_.end_ || !take_step(operation.point)) return Flow::Stop;
    record_.in_map = true;
    record_.map = goroutine_.operation_map;
    if (std::exchange(goroutine_.operation_begins, false)) race_map(record_.map, race_kind<Operation>());
    progress = operation.advance(memory);
    if (world_.end_) return Flow::Stop;
    if (memory.faulted()) return bad_address(memory.fault());
    if (reader_.failure()) return bad_address(*reader_.failure());
  }
  if (world_.end_) return Flow::Stop;
  // Between finding the flag set and the end of the process there is nothing to stop for.
  record_.ends_operation = progress == gomap::Progress::Done || progress == gomap::Progress::Panic;
  Operation ended = operation;
  goroutine_.operation = std::monostate{};
  if (progress != gomap::Progress::Done)
    return map_failure(progress, ended.failure, ended.offender);
  give_results(ended, i);
  return Flow::Next;
}

template <class Memory, class Operation>
Machine::Flow Machine::run_through(Memory& memory, Operation& operation, const Instruction& i) {
  const gomap::Progress progress = operation.advance(memory);
  if (progress != gomap::Progress::Done || memory.may_have_failed()) {
    stand_at(i);
    if (world_.end_) return Flow::Stop;
    if (memory.faulted()) return bad_address(memory.fault());
    if (reader_.failure()) return bad_address(*reader_.failure());
    if (progress != gomap::Progress::Done)
      return map_failure(progress, operation.failure, operation.offender);
  }
  give_results(operation, i);
  if (!collects_first_) return Flow::Next;
  ++frame().pc;
  return Flow::Stay;
}

// The two operations that programs do most, for the families of keys that they use most.
template <class Memory, class Operation>
[[gnu::flatten]] Machine::Flow Machine::run_through(const gomap::MapType& type,
                                                    const Instruction& i) {
  const auto address = get<Address>(i.b);
  const Place map{address, own_map(address)};
  const Place key{stack_address(i.c), base_ + i.c};
  if (!map.bytes) {
    stand_at(i);
    return uninterrupted_map_operation(i);
  }
  if (!key.bytes || type.family != Memory::kFamily) __builtin_unreachable();  // for the optimizer
  goroutine_.operation_map = address;
  Memory memory(*this, type, &i);
  auto operation = Operation::of(&type, map, key);
  return run_through(memory, operation, i);
}

template <template <class> class Operation>
Machine::Flow Machine::uninterrupted(const Instruction& i) {
  const gomap::MapType& type = map_type_of(i);
  switch (type.family) {
    case gomap::Family::Fast64:
      return run_through<UninterruptedFamily<gomap::Family::Fast64>, Operation<Place>>(type, i);
    case gomap::Family::FastString:
      return run_through<UninterruptedFamily<gomap::Family::FastString>, Operation<Place>>(type, i);
    default:
      return uninterrupted_map_operation(i);
  }
}

Machine::Flow Machine::uninterrupted_access(const Instruction& i) {
  return uninterrupted<gomap::Access>(i);
}
Machine::Flow Machine::uninterrupted_assign(const Instruction& i) {
  return uninterrupted<gomap::Assign>(i);
}

[[gnu::noinline]] Machine::Flow Machine::uninterrupted_map_operation(const Instruction& i) {
  UninterruptedMemory memory(*this, map_type_of(i), &i);
  MapOperationAt<Place> begun = begin_map_operation<Place>(i);
  return std::visit(
      [&]<class Operation>(Operation& operation) -> Flow {
        if constexpr (std::is_same_v<Operation, std::monostate>) {
          return Flow::Stop;
        } else {
          return run_through(memory, operation, i);
        }
      },
      begun);
}

Machine::Flow Machine::map_operation(const Instruction& i) {
  if (std::holds_alternative<std::monostate>(goroutine_.operation)) {
    if (is_alone()) return uninterrupted_map_operation(i);
    goroutine_.operation = begin_map_operation<Address>(i);
    goroutine_.operation_begins = true;
  }
  return std::visit(
      [&]<class Operation>(Operation& operation) -> Flow {
        if constexpr (std::is_same_v<Operation, std::monostate>) {
          return Flow::Stop;
        } else {
          return advance(operation, i);
        }
      },
      goroutine_.operation);
}

[[gnu::noinline]] Machine::Flow Machine::map_failure(gomap::Progress progress,
                                                     gomap::Failure failure, uint32_t offender) {
  std::string text(gomap::text(failure));
  bool names_type =
      failure == gomap::Failure::UnhashableType || failure == gomap::Failure::UncomparableType;
  if (names_type) text += program().type(offender)->text();
  if (progress == gomap::Progress::Fatal) return fatal_error(Dying::Fatal, text);
  if (progress == gomap::Progress::Throw) return fatal_error(Dying::Throw, text);
  constexpr std::string_view kPrefix = "runtime error: ";
  if (text.starts_with(kPrefix)) return runtime_error(text.substr(kPrefix.size()));
  return plain_error(text);
}

void Machine::locate(Address address) {
  if (base::is_stack(address)) {
    record_.part = MapPart::Iterator;
    return;
  }
  const memory::Object* object = world_.heap_.find(address);
  if (!object) return;
  switch (object->kind) {
    case memory::ObjectKind::Hmap:
      record_.part = MapPart::Header;
      return;
    case memory::ObjectKind::OverflowBucket:
      record_.part = MapPart::OverflowBucket;
      return;
    case memory::ObjectKind::MapExtra:
      record_.part = MapPart::Extra;
      return;
    case memory::ObjectKind::MapSlot:
      record_.part = MapPart::Slot;
      return;
    case memory::ObjectKind::BucketArray: {
      const gomap::MapType& type = world_.map_types_->of(object->tag);
      record_.bucket = (address - object->begin) / type.bucket_size;
      // The spare overflow buckets lie behind the array.
      if (record_.bucket >= gomap::buckets_in(type, object->size)) {
        record_.part = MapPart::OverflowBucket;
        return;
      }
      const auto is_at = [&](memory::Field<memory::Pointer> field) {
        return reader_.peek(object->owner, field) == object->begin;
      };
      record_.part = is_at(gomap::Hmap::oldbuckets) ? MapPart::OldBucket
                     : is_at(gomap::Hmap::buckets)  ? MapPart::Bucket
                                                    : MapPart::FormerBucket;
      return;
    }
    case memory::ObjectKind::Variable:
    case memory::ObjectKind::Array:
    case memory::ObjectKind::Arguments:
    case memory::ObjectKind::StringBytes:
    case memory::ObjectKind::Closure:
    case memory::ObjectKind::Boxed:
    case memory::ObjectKind::Channel:
    case memory::ObjectKind::ChannelBuffer:
      return;
  }
}

// len(m): a plain load of count, without any check.
Machine::Flow Machine::map_length(const Instruction& i) {
  auto map = get<Address>(i.b);
  if (map == Address::Nil) {
    set<uint64_t>(i.a, 0);
    return Flow::Next;
  }
  if (!take_step(Point::len_load_count)) return Flow::Stop;
  auto count = reader_.load<uint64_t>(map);
  note_word(AccessKind::Load, map, "count", count, 0);
  record_.map = map;
  record_.part = MapPart::Header;
  record_.visible = is_visible(map);
  record_.ends_operation = true;
  race_read(map, sizeof(count));
  set(i.a, count);
  return Flow::Next;
}

}  // namespace hmaplab::vm
