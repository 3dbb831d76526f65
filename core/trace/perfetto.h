// A run in the Trace Event Format, which ui.perfetto.dev and chrome://tracing open: a track for each
// actor, a slice of one microsecond for each step, and around the steps of a map operation a slice of
// the whole operation, so that operations that overlap are seen to overlap.
#pragma once

#include <string>

#include "core/vm/steps.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

// `end` is the World after the last step.
std::string perfetto_json(const vm::World& end, const vm::Steps& steps);

}  // namespace hmaplab::trace
