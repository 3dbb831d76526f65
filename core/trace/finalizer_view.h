// The finalizers of a World as plain data and as text: which are set, which are queued because nothing
// leads to their object any more, and which one runs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/vm/world.h"

namespace hmaplab::trace {

enum class FinalizerState : uint8_t {
  Set,      // its object can still be reached, or nobody has looked yet
  Queued,   // waits for the finalizer goroutine
  Running,
};

struct FinalizerView {
  memory::Address address{};  // of the object
  std::string object;         // "s", "(main.session)"
  std::string function;  // "main.open.func1"
  FinalizerState state = FinalizerState::Set;
};

// Set ones by address of their object, then those that wait, in the order in which they will run.
std::vector<FinalizerView> view_finalizers(const vm::World& world);

// "finalizer of s: main.open.func1 (queued)", a line each; "" when there are none.
std::string_view name(FinalizerState state);  // "set", "queued", "running"
std::string finalizers_text(const vm::World& world);

}  // namespace hmaplab::trace
