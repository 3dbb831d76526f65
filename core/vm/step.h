// Step: what one World::step did. A plain record that nobody needs in order to go on: traces,
// pictures and schedules are made of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "core/memory/address.h"
#include "core/memory/points.h"
#include "core/schedule/actor.h"

namespace hmaplab::vm {

enum class AccessKind : uint8_t { None, Load, Store };

// The first bytes of a value as they lie in memory. Longer values keep their size and lose their
// tail.
struct ValueBytes {
  std::array<std::byte, 24> data{};
  uint32_t size = 0;  // of the whole value; 0: there is none

  uint64_t word() const {
    uint64_t word = 0;
    std::memcpy(&word, data.data(), size < 8 ? size : 8);
    return word;
  }
};

// How the bytes of a step are to be read.
enum class ValueForm : uint8_t {
  None,
  Number,
  Flags,
  Tophash,
  Pointer,
  Hash,
  Hash64,
  Bool,
  Typed,
  Text
};

// Which part of a map an access belongs to.
enum class MapPart : uint8_t {
  None,
  Header,
  Bucket,
  OldBucket,
  FormerBucket,  // of an array that the map has let go, and somebody still reads
  OverflowBucket,
  Extra,
  Slot,
  Iterator
};

// What became of an operation on channels.
enum class Meeting : uint8_t {
  None,
  Buffered,  // into or out of the buffer, or done without anybody
  Met,       // a partner was waiting and goes on
  Closed,    // nothing to receive any more
  Waits,     // queued
  Default,   // of a select: no case was ready
};

struct Step {
  schedule::Move move() const { return {actor, choice}; }

  schedule::Actor actor;
  memory::Point point = memory::Point::none;
  AccessKind access = AccessKind::None;
  ValueForm form = ValueForm::None;
  bool visible =
      false;  // another actor could have seen it, or it is synchronisation, output, creation or end
  bool ends_operation = false;  // the map operation (or the one access outside of one) is complete
  bool buffered = false;  // a store that others see only when it is drained
  bool in_map = false;          // part of a map operation
  memory::Address object =
      memory::Address::Nil;  // the hmap, bucket, variable, lock that was touched
  memory::Address address = memory::Address::Nil;  // the first byte touched
  memory::Address map = memory::Address::Nil;      // the map whose operation this is part of
  MapPart part = MapPart::None;
  uint64_t bucket = 0;     // its index when part is Bucket or OldBucket
  const char* field = "";  // "flags"; for variables their name
  int32_t index = -1;      // the slot of an indexed field
  uint32_t type = 0;       // of the value when form is Typed: a number in the program's type list
  ValueBytes old_value;    // what was there; for a load, what was read
  ValueBytes new_value;    // what is there now; only for stores
  uint64_t result =
      0;  // what the hasher or the equality function answered; the actor that go started
  ValueForm result_form = ValueForm::None;
  Meeting meeting = Meeting::None;
  schedule::Actor partner = schedule::kNobody;  // who was waiting there
  int32_t clause = -1;                          // what a select took, in source order
  // The same where several cases were ready: then it is part of the schedule.
  uint32_t choice = schedule::Move::kNoChoice;
  uint32_t function =
      0;  // where the goroutine stood when it made the step: a function of the program …
  uint32_t line = 0;  // … and a line of its file (0: none)
};

}  // namespace hmaplab::vm
