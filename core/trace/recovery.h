// Why recover could or could not help: the deferred calls of the goroutine that died, what became
// of each, and the rule of Go that decided it (spec, "Handling panics"; runtime/panic.go).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/vm/world.h"

namespace hmaplab::trace {

struct DeferredCall {
  std::string call;    // "main.main.func1", or with its arguments while it has not run
  uint32_t line = 0;   // of the defer statement; 0 outside of the program's own file
  std::string became;  // "returned without calling recover", "never ran"
};

struct Recovery {
  std::vector<DeferredCall> deferred;  // in the order in which they ran or would have run
  std::string sentences;               // "" when the program ended by itself or at a limit
};

// `end` is the World after the last step.
Recovery view_recovery(const vm::World& end);

}  // namespace hmaplab::trace
