// The natives of package time. Time is virtual: it moves only by a step of the clock.
#include <algorithm>

#include "core/vm/channel.h"
#include "core/vm/machine.h"
#include "core/vm/timer.h"

namespace hmaplab::vm {

using memory::Point;

// The moment that lies `d` ahead; one in the past is now, one too far is the last there is.
int64_t Machine::moment_in(int64_t d) const {
  return world_.now_ + std::clamp<int64_t>(d, 0, INT64_MAX - world_.now_);
}

// func Sleep(d Duration)
Machine::Flow Machine::time_sleep(int32_t call) {
  auto d = get<int64_t>(call);
  if (!take_step(Point::time_sleep)) return Flow::Stop;
  note_synchronisation();
  if (d <= 0) return Flow::Next;
  ++frame().pc;
  world_.start_timer({.when = moment_in(d), .actor = goroutine_.actor});
  return block(Wait::Sleep, Address::Nil);
}

// func readClock() (sec int64, nsec int64, mono int64)
Machine::Flow Machine::time_read_clock(int32_t call) {
  if (!take_step(Point::time_now)) return Flow::Stop;
  note_synchronisation();
  const ClockReading reading = clock_reading(world_.now_);
  set(call, reading.seconds);
  set(call + 8, reading.nanoseconds);
  set(call + 16, reading.monotonic);
  return Flow::Next;
}

// func startTimer(t *Timer, d, period Duration)
Machine::Flow Machine::timer_start(int32_t call) {
  if (!take_step(Point::timer_start)) return Flow::Stop;
  return set_timer(get<Address>(call), get<int64_t>(call + 8), get<int64_t>(call + 16));
}

// func stopTimer(t *Timer) bool
Machine::Flow Machine::timer_stop(int32_t call) {
  auto timer = get<Address>(call + 8);
  if (!take_step(Point::timer_stop)) return Flow::Stop;
  note_timer(timer);
  set<uint64_t>(call, clear_timer(timer));
  return Flow::Next;
}

// func resetTimer(t *Timer, d, period Duration) bool
Machine::Flow Machine::timer_reset(int32_t call) {
  auto timer = get<Address>(call + 8);
  if (!take_step(Point::timer_reset)) return Flow::Stop;
  set<uint64_t>(call, clear_timer(timer));
  return set_timer(timer, get<int64_t>(call + 16), get<int64_t>(call + 24));
}

// The goroutine that will call a function gets its name now: a child of who starts the timer.
Machine::Flow Machine::set_timer(Address timer, int64_t d, int64_t period) {
  note_timer(timer);
  if (!world_.heap_.contains(timer, TimerLayout::kSize)) return fault(timer);
  Timer made{.kind = Timer::Kind::Channel,
             .when = moment_in(d),
             .period = period,
             .object = timer,
             .target = reader_.load<Address>(timer + TimerLayout::kChannel)};
  if (made.target == Address::Nil) {
    auto child = schedule::child_of(goroutine_.actor, goroutine_.children + 1);
    if (!child) {
      world_.end_at_limit("goroutines", "nested too deeply", "");
      return Flow::Stop;
    }
    ++goroutine_.children;
    made.kind = Timer::Kind::Function;
    made.actor = *child;
    made.target = reader_.load<Address>(timer + TimerLayout::kFunction);
    world_.race_fork(goroutine_.actor, *child);
  } else {
    if (!world_.heap_.contains(made.target, Hchan::kSize)) return fault(made.target);
    world_.heap_.store(made.target + Hchan::kTimer, timer);
    race_release(timer);
  }
  world_.heap_.share(made.target);
  world_.start_timer(made);
  return Flow::Next;
}

// Whether the timer was still to go off, or had gone off without anybody taking its value.
bool Machine::clear_timer(Address timer) {
  bool pending = world_.stop_timer(timer);
  auto address = reader_.load<Address>(timer + TimerLayout::kChannel);
  const memory::Object* object = world_.heap_.find(address);
  if (!object || object->kind != memory::ObjectKind::Channel) return pending;
  const auto* type = check::as<check::ChannelType>(program().type(object->tag));
  Channel channel(world_, address, *type->element());
  bool received = false;
  while (channel.is_sound() && channel.count() > 0) {
    channel.receive(nullptr, &received);
    pending = true;
  }
  return pending;
}

void Machine::note_timer(Address timer) {
  note_synchronisation();
  record_.object = timer;
  record_.address = timer;
}

}  // namespace hmaplab::vm
