// Map instructions: they begin an operation of the engine and carry it from point to point.
#include "core/vm/machine.h"
#include "core/vm/uninterrupted_memory.h"
#include "core/vm/world_memory.h"

namespace hmaplab::vm {

using bytecode::Op;
using memory::Point;

MapOperation Machine::begin_map_operation(const Instruction& i) {
  const gomap::MapType* type = &world_.map_types_->of(static_cast<uint32_t>(i.d));
  Address map = get<Address>(i.b);
  goroutine_.operation_map = map;
  switch (i.op) {
    case Op::MapMake:
      goroutine_.operation_map = Address::Nil;
      return gomap::MakeMap<Address>::of(type,
                                         i.c != 0 ? gomap::MakeVia::Hint : gomap::MakeVia::Small,
                                         i.c != 0 ? get<int64_t>(i.b) : 0);
    case Op::MapAssign:
      return gomap::Assign<Address>::of(type, map, stack_address(i.c));
    case Op::MapAccess:
      return gomap::Access<Address>::of(type, map, stack_address(i.c));
    case Op::MapDelete:
      return gomap::Delete<Address>::of(type, map, stack_address(i.c));
    case Op::MapClear:
      return gomap::Clear<Address>::of(type, map);
    case Op::MapClone:
      return gomap::Clone<Address>::of(type, map);
    case Op::MapIterateInit:
      return gomap::IterateInit<Address>::of(type, map, stack_address(i.a));
    case Op::MapIterateNext: {
      goroutine_.operation_map = reader_.peek(stack_address(i.a), gomap::Hiter::h);
      return gomap::IterateNext<Address>::of(type, stack_address(i.a));
    }
    default:
      break;
  }
  INVARIANT(false, "not a map instruction");
}

// What the operation gave goes where the instruction wants it.
template <class Operation>
Machine::Flow Machine::finish(const Operation& operation, gomap::Progress progress,
                              const Instruction& i) {
  if (progress != gomap::Progress::Done)
    return map_failure(progress, operation.failure, operation.offender);
  if constexpr (std::is_same_v<Operation, gomap::MakeMap<Address>>) {
    set(i.a, operation.hmap);
    if (record_.in_map) record_.map = operation.hmap;
  } else if constexpr (std::is_same_v<Operation, gomap::Assign<Address>>) {
    set(i.a, operation.elem);
  } else if constexpr (std::is_same_v<Operation, gomap::Access<Address>>) {
    set(i.a, operation.found ? operation.elem : Address{base::kZeroBegin});
    set<uint64_t>(i.a + 8, operation.found);
  } else if constexpr (std::is_same_v<Operation, gomap::Clone<Address>>) {
    set(i.a, operation.hmap);
  }
  return Flow::Next;
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
  return finish(ended, progress, i);
}

template <class Operation>
Machine::Flow Machine::run_through(Operation operation, const Instruction& i) {
  UninterruptedMemory memory(*this, *operation.type);
  const gomap::Progress progress = operation.advance(memory);
  if (world_.end_) return Flow::Stop;
  if (memory.faulted()) return bad_address(memory.fault());
  if (reader_.failure()) return bad_address(*reader_.failure());
  return finish(operation, progress, i);
}

// The operations that programs do most are not put into the goroutine first.
Machine::Flow Machine::uninterrupted_map_operation(const Instruction& i) {
  const gomap::MapType* type = &world_.map_types_->of(static_cast<uint32_t>(i.d));
  switch (i.op) {
    case Op::MapAssign:
      goroutine_.operation_map = get<Address>(i.b);
      return run_through(
          gomap::Assign<Address>::of(type, get<Address>(i.b), stack_address(i.c)), i);
    case Op::MapAccess:
      return run_through(
          gomap::Access<Address>::of(type, get<Address>(i.b), stack_address(i.c)), i);
    case Op::MapIterateNext:
      return run_through(gomap::IterateNext<Address>::of(type, stack_address(i.a)), i);
    default:
      break;
  }
  MapOperation begun = begin_map_operation(i);
  return std::visit(
      [&]<class Operation>(Operation& operation) -> Flow {
        if constexpr (std::is_same_v<Operation, std::monostate>) {
          return Flow::Stop;
        } else {
          return run_through(std::move(operation), i);
        }
      },
      begun);
}

Machine::Flow Machine::map_operation(const Instruction& i) {
  if (std::holds_alternative<std::monostate>(goroutine_.operation)) {
    if (is_alone()) return uninterrupted_map_operation(i);
    goroutine_.operation = begin_map_operation(i);
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

Machine::Flow Machine::map_failure(gomap::Progress progress, gomap::Failure failure,
                                   uint32_t offender) {
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
      bool old = reader_.peek(object->owner, gomap::Hmap::oldbuckets) == object->begin;
      auto B = reader_.peek(object->owner, gomap::Hmap::B);
      record_.bucket = (address - object->begin) / type.bucket_size;
      uint64_t buckets = uint64_t{1} << (B & 63);
      bool spare = record_.bucket >= buckets;  // the spare overflow buckets lie behind the array
      record_.part = spare ? MapPart::OverflowBucket : old ? MapPart::OldBucket : MapPart::Bucket;
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
