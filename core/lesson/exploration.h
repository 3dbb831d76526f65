// What all schedules of a lesson's program do: for its claims and its tasks.
#pragma once

#include <string>
#include <vector>

#include "core/explore/explore.h"
#include "core/lesson/lesson.h"

namespace hmaplab::lesson {

// The exploration that a census claim speaks of. The error says why its schedule does not fit.
base::Result<explore::Result> explore_claim(const bytecode::Program& program,
                                            const vm::Options& options, const CensusClaim& claim);

// The same with other moves in front: those that led to where a task is set.
explore::Result explore_behind(const bytecode::Program& program, const vm::Options& options,
                               const std::vector<schedule::Move>& before, const CensusClaim& claim);

// How a lesson's tasks are explored: as its first census, else with every access.
CensusClaim ways_of(const Lesson& lesson);

// Whether an outcome is what a lesson calls it: its kind ("ok"), or a part of its text or of what it
// printed.
bool is_called(const explore::Outcome& outcome, const std::string& text);
// The one with the fewest context switches that is called so; nullptr when none is.
const explore::Found* find_outcome(const explore::Result& result, const std::string& text);

}  // namespace hmaplab::lesson
