// Running on: how a branch goes on behind what somebody chose, up to the end of the process: by
// which policy, and without whom. An actor that is frozen is not moved until it is thawed; one that
// is starved not for some steps. Either can still be chosen by hand.
//
//   branch 1     ──g2──●── g1 g1 g3 g3 g3 …       g2 is frozen: nobody moves it by running on
//
// Where only those can move who are frozen, the branch stops without an end of the process.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "core/schedule/actor.h"
#include "core/schedule/policy.h"

namespace hmaplab::session {

struct Hold {
  static constexpr uint32_t kUntilThawed = std::numeric_limits<uint32_t>::max();

  schedule::Actor actor;
  uint32_t until = kUntilThawed;  // it moves again from this position (steps made) on

  friend bool operator==(const Hold&, const Hold&) = default;
};

struct RunOn {
  schedule::PolicyKind policy = schedule::PolicyKind::RunToBlock;
  uint64_t seed = 1;  // of the policy
  std::vector<Hold> held;  // each actor at most once

  // Whom nobody moves at a position.
  std::vector<schedule::Actor> held_at(uint32_t position) const {
    std::vector<schedule::Actor> actors;
    for (const Hold& hold : held) {
      if (position < hold.until) actors.push_back(hold.actor);
    }
    return actors;
  }
  // nullptr when it is not held there.
  const Hold* hold_of(schedule::Actor actor, uint32_t position) const {
    for (const Hold& hold : held) {
      if (hold.actor == actor && position < hold.until) return &hold;
    }
    return nullptr;
  }
};

}  // namespace hmaplab::session
