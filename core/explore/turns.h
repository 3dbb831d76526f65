// Turns: what an exploration chooses between. A turn is one visible step of an actor and all that
// nobody else can see or disturb around it; so a complete run is a sequence of turns, and nothing is
// lost by choosing only between those.
//
//   settled   every actor stands before a visible step, is blocked, or has ended
//   a turn    one visible step, then the invisible ones of this actor and of those that it has
//             created or woken: settled again
//
// With coarser points a turn goes on: to the end of a map operation, or to the next synchronisation,
// output, creation or end.
#pragma once

#include <cstdint>
#include <vector>

#include "core/schedule/actor.h"
#include "core/vm/step.h"
#include "core/vm/world.h"

namespace hmaplab::explore {

// Where an actor can be left for another one.
enum class Points : uint8_t {
  Access,     // before every visible step
  Operation,  // not inside a map operation
  Sync,       // before synchronisation, output, creation and end steps only
};

// The steps of a turn: first those of the actor whose turn it is, then what others did unseen.
struct Made {
  std::vector<vm::Step> own;
  std::vector<vm::Step> others;
};

// Steps that nobody sees until the World is settled. `made` may be null.
void settle(vm::World& world, Made* made = nullptr);
// Who can have a turn in a settled World: every enabled actor, a select once for each ready case.
// Empty exactly when the run has ended.
std::vector<schedule::Move> turns(const vm::World& world);
// A turn of one of them. The World is settled before and after.
void take_turn(vm::World& world, schedule::Move turn, Points points, Made* made = nullptr);

}  // namespace hmaplab::explore
