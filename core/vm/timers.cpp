// The clock of a World: its timers, and the step that lets the first of them go off.
#include <algorithm>

#include "core/vm/channel.h"
#include "core/vm/machine.h"
#include "core/vm/timer.h"

namespace hmaplab::vm {

using memory::Point;

namespace {

// The virtual clock begins at 2009-11-10 23:00:00 UTC.
constexpr int64_t kSecondsFrom1ToBegin = 62135596800 + 1257894000;
constexpr int64_t kSecondsFrom1To1885 = 59453308800;
constexpr uint64_t kHasMonotonic = uint64_t{1} << 63;

memory::Address local_zone(const bytecode::Program& program) {
  for (const bytecode::PackageVariable& place : program.package_variables()) {
    if (place.variable->name == "localLocation" && place.variable->package->path == "time")
      return place.address;
  }
  return memory::Address::Nil;
}

}  // namespace

ClockReading clock_reading(int64_t now) {
  return {.seconds = kSecondsFrom1ToBegin + now / 1'000'000'000,
          .nanoseconds = now % 1'000'000'000,
          .monotonic = now + 1};
}

void World::start_timer(const Timer& timer) {
  auto behind =
      std::upper_bound(timers_.begin(), timers_.end(), timer.when,
                       [](int64_t when, const Timer& other) { return when < other.when; });
  timers_.insert(behind, timer);
}

bool World::stop_timer(memory::Address object) {
  for (const Timer& timer : timers_) {
    if (timer.object == object && timer.kind == Timer::Kind::Function) race_retire(timer.actor);
  }
  return std::erase_if(timers_, [&](const Timer& timer) { return timer.object == object; }) > 0;
}

// A timer with a channel on which nobody waits keeps no program alive (Go 1.23 does not even have
// it in its heap then).
bool World::clock_can_move(bool others_can) const {
  if (others_can) return !timers_.empty();
  return std::any_of(timers_.begin(), timers_.end(), [this](const Timer& timer) {
    return timer.kind != Timer::Kind::Channel ||
           heap_.load<memory::Address>(timer.target + Hchan::kReceiveQueue) != memory::Address::Nil;
  });
}

Step World::step_clock() {
  Step record{.actor = schedule::kClock, .point = Point::clock_advance};
  record.visible = true;
  record.ends_operation = true;
  if (timers_.empty()) {  // a schedule lets a mutex starve
    now_ = next_starvation();
    return record;
  }
  const Timer timer = timers_.front();
  timers_.erase(timers_.begin());
  now_ = std::max(now_, timer.when);
  if (timer.period > 0) {
    Timer next = timer;
    int64_t left = INT64_MAX - now_;
    next.when = now_ + std::min(left, timer.period - (now_ - timer.when) % timer.period);
    start_timer(next);
  }
  record.object = timer.target;
  record.address = timer.target;
  go_off(timer, record);
  end_if_asleep();
  return record;
}

void World::go_off(const Timer& timer, Step& record) {
  switch (timer.kind) {
    case Timer::Kind::Sleep:
      record.meeting = Meeting::Met;
      record.partner = timer.actor;
      wake(write(timer.actor));
      return;
    case Timer::Kind::Channel:
      return send_time(timer, record);
    case Timer::Kind::Function:
      record.result = timer.actor.value;
      record.result_form = ValueForm::Text;
      return start_function(timer);
  }
}

void World::send_time(const Timer& timer, Step& record) {
  const memory::Object* object = heap_.find(timer.target);
  if (!object || object->kind != memory::ObjectKind::Channel) return;
  const auto* type = check::as<check::ChannelType>(program_->type(object->tag));
  Channel channel(*this, timer.target, *type->element());
  if (!channel.is_sound() || channel.is_closed() || !channel.can_send()) return;
  const ClockReading reading = clock_reading(timer.when);
  const uint64_t value[3] = {
      kHasMonotonic | static_cast<uint64_t>(reading.seconds - kSecondsFrom1To1885) << 30 |
          static_cast<uint64_t>(reading.nanoseconds),
      static_cast<uint64_t>(reading.monotonic), memory::bits(local_zone(*program_))};
  const uint64_t index = channel.send_index();
  auto receiver = channel.send(reinterpret_cast<const std::byte*>(value));
  race_sent_time(timer, channel, index, receiver);
  record.meeting = Meeting::Buffered;
  if (!receiver) return;
  Goroutine& waited = goroutines_.write(receiver->goroutine);
  record.meeting = Meeting::Met;
  record.partner = waited.actor;
  wake(waited, receiver->how);
}

// A goroutine whose first frame is that of the function. It has its name since the timer was
// started.
void World::start_function(const Timer& timer) {
  if (goroutines().size() >= options_.limits.goroutines)
    return end_at_limit("goroutines", std::to_string(options_.limits.goroutines),
                        "--max-goroutines");
  Goroutine& made = add_goroutine(timer.actor);
  made.parent = schedule::kClock;
  auto run = heap_.load<memory::Address>(timer.object + TimerLayout::kRun);
  if (int32_t creator = program_->function_at(run); creator >= 0) {
    const bytecode::Function& function = program_->function(static_cast<uint32_t>(creator));
    made.created_by = function.index;
    for (size_t i = 0; i < function.code.size(); ++i) {
      if (function.code[i].op == bytecode::Op::Go) made.created_line = function.lines[i];
    }
  }
  Step unrecorded;
  Machine(*this, made, unrecorded).call_function_value(timer.target);
}

}  // namespace hmaplab::vm
