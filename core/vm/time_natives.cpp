// The natives of package time. Time is virtual: it moves only by a step of the clock.
#include <algorithm>

#include "core/vm/machine.h"

namespace hmaplab::vm {

using memory::Point;

// func Sleep(d Duration)
Machine::Flow Machine::time_sleep(int32_t call) {
  auto nanoseconds = get<int64_t>(call);
  if (!take_step(Point::time_sleep)) return Flow::Stop;
  note_synchronisation();
  if (nanoseconds <= 0) return Flow::Next;
  ++frame().pc;
  goroutine_.wake_at = world_.now_ + std::min(nanoseconds, INT64_MAX - world_.now_);
  return block(Wait::Sleep, Address::Nil);
}

}  // namespace hmaplab::vm
