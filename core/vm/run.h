// Moving a World: along a schedule, or by a policy to its end. Each step made is handed to the
// caller.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "core/schedule/policy.h"
#include "core/schedule/schedule.h"
#include "core/vm/world.h"

namespace hmaplab::vm {

using OnStep = std::function<void(const Step&)>;

// Follows the schedule as far as it fits. Gives "" when all of it fitted, else what was different
// first: "step 17: g2 cannot move: it waits for a WaitGroup (order \"g2*3\")".
std::string follow(World& world, const schedule::Schedule& schedule, const OnStep& on_step);

// Actors that a policy must not move.
using HeldBack = std::span<const schedule::Actor>;

// Whom the policy moves next, and with which choice. The run must not have ended, and somebody must
// be able to move who is not held back.
schedule::Move next_move(const World& world, schedule::Policy& policy, HeldBack held_back = {});
// One step as the policy wants it, and what the policy must know of it.
Step move_once(World& world, schedule::Policy& policy, HeldBack held_back = {});
// Until the run has ended.
void run_to_end(World& world, schedule::Policy policy, const OnStep& on_step);
// The same end, sooner: where only one goroutine can move it runs on uninterrupted.
void run_to_end(World& world, schedule::Policy policy);

}  // namespace hmaplab::vm
