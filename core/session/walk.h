// Walks: how far a chosen actor goes alone, while nobody else moves. A walk always begins with one
// step; it is done when the verb's goal is reached, or the actor cannot go on.
//
//   Stop      to the next stop of the grain: one access, one operation, one line
//   Block     until it blocks or ends
//   Point     until its next step is the named one
//   Conflict  until its next step conflicts (vm/touch.h: bytes in common, and one of the two writes)
//             with a step of another actor: one that stands before it now, or one that it makes
//             anywhere in this branch. Steps from before the walker was created are left out, since
//             they can never come after one of its own. Private steps conflict with nobody.
//   Out       out of the map operation that it is in the middle of (it then stands before its access
//             to the elem, where there is one); in none, until its function has returned
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/memory/points.h"
#include "core/schedule/actor.h"
#include "core/session/timeline.h"

namespace hmaplab::session {

// How far one press of Right goes.
//   Access     one step
//   Operation  until an actor completes a map operation or another synchronisation, output or
//              creation step, until another actor takes over inside an operation, or to the end
//   Line       until the actor that moves stands on another source line, or another actor takes
//              over, or to the end
enum class Grain : uint8_t { Line, Operation, Access };

struct Verb {
  enum class Until : uint8_t { Stop, Block, Point, Conflict, Out };

  Until until = Until::Stop;
  Grain grain = Grain::Operation;              // for Stop
  memory::Point point = memory::Point::none;  // for Point
};

enum class Arrival : uint8_t {
  Reached,
  Blocked,  // or it has finished, or the collector has stopped it
  Ended,    // the process
  TooFar,   // after kMostSteps steps
};

// What the walker's next step conflicts with.
struct Rival {
  static constexpr uint32_t kItsNext = ~uint32_t{0};

  schedule::Actor actor;
  uint32_t step = kItsNext;  // of the branch, or the step before which that actor stands
};

struct Walk {
  static constexpr uint64_t kMostSteps = 100'000;

  std::vector<schedule::Move> moves;  // at least one
  Arrival arrival = Arrival::Reached;
  std::optional<Rival> rival;  // where a Conflict was reached
};

// `first.actor` must be able to move at this position of the branch, and its choice must be a ready
// one. Later selects take their first ready case.
Walk walk(const Timeline& branch, uint32_t position, schedule::Move first, const Verb& verb);

// "g2 stands before a conflict with step 17 of g3", "g2 is blocked", "the process has ended".
std::string arrival_text(schedule::Actor walker, const Verb& verb, const Walk& walk);

}  // namespace hmaplab::session
