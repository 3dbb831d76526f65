// The interleaving table: a run as text, a column for each actor, a row for each step. It is
// transcript, print-out and golden file at once. And the same run as JSON lines.
#pragma once

#include <string>

#include "core/vm/steps.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

// `end` is the World after the last step.
std::string interleaving_table(const vm::World& end, const vm::Steps& steps);

// One object a line: step, actor, point, object, field, old, new, line, visible. The last line
// tells how the run ended.
std::string json_lines(const vm::World& end, const vm::Steps& steps);

}  // namespace hmaplab::trace
