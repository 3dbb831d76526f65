// What a session and an exploration of the same program tell each other: schedules. In a session a
// collection is looked at object by object, in an exploration it is one step; so "gc" means
// something else to each of them.
#pragma once

#include <cstdint>
#include <vector>

#include "core/schedule/schedule.h"
#include "core/session/session.h"

namespace hmaplab::session {

// The first `position` moves of the current branch, for a World whose collections are one step.
// Where the position lies inside a collection, that is done to its end.
std::vector<schedule::Move> moves_to_explore(const Session& session, uint32_t position);

// A schedule that an exploration found, for a session.
schedule::Schedule schedule_to_show(const std::vector<schedule::Move>& found);

}  // namespace hmaplab::session
