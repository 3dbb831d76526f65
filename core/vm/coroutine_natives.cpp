// The natives of package iter: goroutines that run only when they are switched to (Go's coroswitch,
// runtime/coro.go). Such a goroutine and the one that waits for it take turns; what they share is
// no more visible to others than before.
#include "core/vm/machine.h"

namespace hmaplab::vm {

using memory::Point;

// func start(body func())
Machine::Flow Machine::iter_start(int32_t call) {
  auto body = get<Address>(call);
  const int32_t function = function_behind(body);
  if (function < 0) return jump_nowhere(body);
  if (!take_step(Point::go_create)) return Flow::Stop;
  Goroutine* child = new_child();
  if (!child) return Flow::Stop;
  const Frame& creator = goroutine_.frames[goroutine_.frames.size() - 2];  // not this native
  child->created_by = creator.function;
  child->created_line = program().function(creator.function).lines[creator.pc - 1];
  Step unrecorded;
  Machine machine(world_, *child, unrecorded);
  const bool fits = machine.push_frame(function, body, 0);
  INVARIANT(fits, "a goroutine whose first frame does not fit");
  machine.run(0);
  return Flow::Next;
}

// func await(p *pulled)
Machine::Flow Machine::iter_await(int32_t call) {
  if (goroutine_.lock_call.grant != Grant::Done) return block(Wait::Coroutine, get<Address>(call));
  goroutine_.lock_call = {};
  return Flow::Next;
}

// func switchTo(p *pulled)
Machine::Flow Machine::iter_switch(int32_t call) {
  if (goroutine_.lock_call.grant == Grant::Done) {
    goroutine_.lock_call = {};
    return Flow::Next;
  }
  if (!take_step(Point::coroutine_switch)) return Flow::Stop;
  note_synchronisation();
  auto place = get<Address>(call);
  Goroutine* other = world_.first_waiting(place);
  if (!other) return fatal_error(Dying::Throw, "coroswitch on exited coro");
  block(Wait::Coroutine, place);
  let_through(*other, place);
  return Flow::Stop;
}

// func leave(p *pulled)
Machine::Flow Machine::iter_leave(int32_t call) {
  if (!take_step(Point::coroutine_leave)) return Flow::Stop;
  note_synchronisation();
  auto place = get<Address>(call);
  if (Goroutine* other = world_.first_waiting(place)) let_through(*other, place);
  return Flow::Next;
}

}  // namespace hmaplab::vm
