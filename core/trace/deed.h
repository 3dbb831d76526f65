// What somebody did in one step, as the rest of a sentence that begins with who it was: "g2" +
// "sets hashWriting in stock.flags".
#pragma once

#include <string>

#include "core/vm/step.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

// `later` is any World in which the step has happened. Points that have no sentence of their own
// here get the one of core/memory/points_*.def, with the name of what was touched.
std::string deed(const vm::World& later, const vm::Step& step);

// Whether the step is one of a map operation's looks at hashWriting that can end the process.
bool is_check_of_writing(const vm::Step& step);

}  // namespace hmaplab::trace
