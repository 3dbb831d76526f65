// LockCall: a call of package sync that cannot be completed in one step, and HeldLock: what a
// goroutine has locked. A waiting call comes to its instruction again when it was let through; the
// LockCall says how.
#pragma once

#include <cstdint>

#include "core/memory/address.h"

namespace hmaplab::vm {

// Who has waited for a mutex longer than this (ns) may make it starve (mutex.go,
// starvationThresholdNs).
inline constexpr int64_t kStarvationTime = 1'000'000;

enum class Grant : uint8_t {
  None,
  Woken,  // a mutex may be free: try again
  Owner,  // a starving mutex was handed over
  Done,   // the call is complete
};

struct LockCall {
  Grant grant = Grant::None;
  bool has_waited = false;   // for a mutex: queues in front if it must wait again
  bool looks_again = false;  // its second part is a step, since somebody may come in between
  uint32_t releases = 0;     // goroutines that a Done lets go in its second part
  int64_t since = 0;         // ns, when it began to wait for a mutex
};

enum class LockUse : uint8_t { Write, Read };

struct HeldLock {
  memory::Address lock = memory::Address::Nil;
  LockUse use = LockUse::Write;
  uint64_t since = 0;  // step
};

}  // namespace hmaplab::vm
