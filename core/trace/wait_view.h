// What a blocked goroutine waits for: the lock or whatever it is, by name, and who holds it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/schedule/actor.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

struct HolderView {
  schedule::Actor actor;
  vm::LockUse use = vm::LockUse::Write;
  uint64_t since = 0;      // step
  bool waits_too = false;  // a writer that is announced, and waits for readers itself
};

struct WaitView {
  std::string reason;  // "sync.Mutex.Lock", "sleep"
  std::string object;  // "mu", "c.mu"; "" when it has no name or is no lock
  std::vector<HolderView> holders;
};

// Empty unless the goroutine is blocked. A lock is held by whoever locked it, also when somebody
// else may unlock it.
WaitView view_wait(const vm::World& world, const vm::Goroutine& goroutine);
// "sync.Mutex.Lock of mu, held by g2 since step 12"
std::string text(const WaitView& wait);

}  // namespace hmaplab::trace
