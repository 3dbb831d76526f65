// How an operation is written as straight code and yet stops before every access.
//
//   template <class Memory> Progress advance(Memory& memory) {
//     BEGIN_STEPS();
//     STEP(mapassign, load_flags);                  // stops; the next advance() goes on from here
//     flags = memory.load(hmap, Hmap::flags);       // one access, then private work up to a STEP
//     RUN_RARE(grow_work, type, hmap, index);       // a part with points of its own
//     END_STEPS();
//   }
//
// Rules (they keep GCC, Clang and the reader sane): one STEP a line; STEP and RUN stand only in
// plain loops and plain ifs; every local that lives across them is a member. Between BEGIN_STEPS
// and END_STEPS `map_type` is the type as this memory knows it. With a memory that never stops the
// switch is on a constant and all of this vanishes.
#pragma once

#include <cstdint>
#include <type_traits>

#include "core/gomap/map_type.h"
#include "core/gomap/progress.h"
#include "core/memory/points.h"

namespace hmaplab::gomap {

// The common beginning of every operation and part: plain data, part of a World.
struct Resumable {
  memory::Point point = memory::Point::none;  // what the next advance() does; valid while AtPoint
  uint16_t resume_at = 0;                     // where the code goes on; 0: not begun, or ended
  Failure failure = Failure::None;            // after Fatal, Throw or Panic
  uint32_t offender = 0;                      // the type that cannot be hashed or compared

  // What a part hands to the operation that ran it; parts that have results declare their own.
  struct Results {};
  Results results() const { return {}; }
  void take_results(Results) {}

  bool in_progress() const { return resume_at != 0; }

  Progress done() {
    point = memory::Point::none;
    resume_at = 0;
    return Progress::Done;
  }
  Progress fail(Failure why, uint32_t type = 0) {
    point = memory::Point::none;
    resume_at = 0;
    failure = why;
    offender = type;
    return severity(why);
  }

 protected:
  template <class F>
  void visit_resumable(F& field) const {
    field(static_cast<uint64_t>(point));
    field(uint64_t{resume_at} | uint64_t{static_cast<uint8_t>(failure)} << 16 |
          uint64_t{offender} << 32);
  }
};

// A part from its start to its end, for memories that never stop.
template <class Part>
struct Ended {
  Failure failure;
  uint32_t offender;
  typename Part::Results results;
};
template <class Part, class Memory, class... Arguments>
[[gnu::noinline, gnu::flatten]] Ended<Part> run_to_end(Memory& memory, Arguments... arguments) {
  Part part;
  part.start(arguments...);
  part.advance(memory);
  return {part.failure, part.offender, part.results()};
}

// Copies the arguments first, so that none of them has to live in the memory of the operation.
template <class Part, class Memory, class... Arguments>
[[gnu::always_inline]] inline Ended<Part> run_rare(Memory& memory, Arguments... arguments) {
  return run_to_end<Part>(memory, arguments...);
}

// A part that is not running holds nothing that matters: only that is shown. (One that never ran
// has no type.)
template <class Part, class F>
void visit_part(const Part& part, F& field) {
  field(uint64_t{part.in_progress()});
  if (part.in_progress() && part.type != nullptr) part.visit(field);
}

}  // namespace hmaplab::gomap

// The stops of one operation are numbered from 1 on in the order in which they stand, whatever the
// lines.
#define BEGIN_STEPS()                                                  \
  [[maybe_unused]] const MapType& map_type = memory.known_type(*type); \
  [[maybe_unused]] constexpr int kBeforeFirstStop = __COUNTER__;       \
  switch (Memory::kStops ? resume_at : 0) {                            \
    case 0:

#define END_STEPS() \
  }                 \
  return done()

#define STEP_NUMBERED(which, number)         \
  do {                                       \
    if (Memory::kStops) {                    \
      point = which;                         \
      resume_at = (number)-kBeforeFirstStop; \
      return Progress::AtPoint;              \
      case (number)-kBeforeFirstStop:;       \
    }                                        \
  } while (false)

#define STEP_AT(which) STEP_NUMBERED(which, __COUNTER__)
#define STEP(operation, name) STEP_AT(memory::Point::operation##_##name)

#define RUN_NUMBERED(part, number)                                                      \
  do {                                                                                  \
    if (Memory::kStops) {                                                               \
      resume_at = (number)-kBeforeFirstStop;                                            \
      [[fallthrough]];                                                                  \
      case (number)-kBeforeFirstStop:;                                                  \
    }                                                                                   \
    if (const Progress progress = (part).advance(memory); progress != Progress::Done) { \
      if (progress != Progress::AtPoint) return fail((part).failure, (part).offender);  \
      point = (part).point;                                                             \
      return progress;                                                                  \
    }                                                                                   \
  } while (false)

#define RUN(part) RUN_NUMBERED(part, __COUNTER__)

// A rare part: starts it with the arguments of its start() and runs it. In direct mode it is a
// function of its own, so that the operation's locals stay in registers.
#define RUN_RARE(part, ...)                                                                      \
  do {                                                                                           \
    if (Memory::kStops) {                                                                        \
      (part).start(__VA_ARGS__);                                                                 \
    } else {                                                                                     \
      const auto ran = run_rare<std::remove_reference_t<decltype(part)>>(memory, __VA_ARGS__);   \
      if (ran.failure != Failure::None) return fail(ran.failure, ran.offender);                  \
      (part).take_results(ran.results);                                                          \
      break;                                                                                     \
    }                                                                                            \
    RUN(part);                                                                                   \
  } while (false)
