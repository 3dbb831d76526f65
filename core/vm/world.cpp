#include "core/vm/world.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/vm/collection.h"
#include "core/vm/machine.h"
#include "core/vm/traceback.h"

namespace hmaplab::vm {

using memory::Point;
using schedule::Actor;

namespace {

// Main and its first children have the arenas of their numbers, all others one that their path
// decides: two of them may share it.
uint32_t arena_of_goroutine(Actor actor) {
  constexpr uint32_t kDirect = 4096;
  constexpr uint32_t kByPath = 12'288;
  static_assert(kDirect + kByPath <= memory::kArenaCount);
  if (actor == schedule::kMain) return 0;
  const std::vector<uint32_t> path = schedule::path_of(actor);
  if (path.size() == 1 && path.front() < kDirect) return path.front();
  return kDirect + static_cast<uint32_t>(base::mix64(actor.value) % kByPath);
}

}  // namespace

World::World(const bytecode::Program& program, const Options& options)
    : program_(&program),
      options_(options),
      map_types_(MapTypes(program, options.go_minor)),
      procs_(std::max<uint32_t>(options.procs, 1)) {
  if (options.races) order_.emplace(order::Strand{schedule::kMain.value});
  for (const bytecode::PackageVariable& place : program.package_variables()) {
    const check::Type& type = *place.variable->type;
    memory::Address made = heap_.allocate(
        memory::kDataArena,
        {.size = type.size(), .tag = type.id(), .has_pointers = type.has_pointers()});
    INVARIANT(made == place.address, "a package variable is not where the compiler put it");
    heap_.share(made);
  }
  for (const bytecode::Function& function : program.functions())
    reads_statistics_ = reads_statistics_ || function.name == "runtime.ReadMemStats";
  Goroutine& main = add_goroutine(schedule::kMain);
  Step unrecorded;
  Machine machine(*this, main, unrecorded);
  bool fits = machine.push_frame(static_cast<int32_t>(program.entry()), memory::Address::Nil, 0);
  INVARIANT(fits, "the entry's frame does not fit");
  machine.run(0);
  goroutines_.drop_finished();
  end_if_asleep();
}

Goroutine& World::write(Actor actor) {
  Goroutine* goroutine = goroutines_.find_to_write(actor);
  INVARIANT(goroutine != nullptr, "no goroutine " + schedule::name(actor));
  return *goroutine;
}

Goroutine& World::add_goroutine(Actor actor) {
  Goroutine fresh;
  fresh.actor = actor;
  fresh.arena = arena_of_goroutine(actor);
  fresh.random = {base::mix64(options_.seed ^ base::mix64(actor.value + 0x676f))};
  ++arrivals_;
  return goroutines_.add(std::move(fresh));
}

std::vector<Actor> World::enabled() const {
  std::vector<Actor> actors;
  if (end_) return actors;
  if (collector_.is_stopping()) return {schedule::kCollector};
  goroutines_.append_runnable(actors);
  if (has_buffered_stores()) {
    for (const auto& candidate : goroutines()) {
      if (!candidate->store_buffer.empty()) actors.push_back(schedule::drain_of(candidate->actor));
    }
  }
  if (collector_.phase == Collector::Phase::Requested) actors.push_back(schedule::kCollector);
  if (clock_can_move(!actors.empty())) actors.push_back(schedule::kClock);
  return actors;
}

bool World::is_alone(Actor actor) const {
  if (end_) return true;
  return !collector_.is_stopping() && collector_.phase != Collector::Phase::Requested &&
         goroutines_.nobody_runs_but(actor) && !clock_can_move(goroutines_.anybody_runs()) &&
         !has_buffered_stores();
}

bool World::has_buffered_stores() const {
  return options_.memory != memory::MemoryOrder::Sc &&
         std::any_of(goroutines().begin(), goroutines().end(),
                     [](const auto& one) { return !one->store_buffer.empty(); });
}

const Goroutine* World::dies_beside(Actor actor) const {
  auto is_dying = [](const Goroutine& one) {
    return one.dying == Dying::Fatal && one.status == Status::Runnable;
  };
  const Goroutine* mover = goroutine(actor);
  if (end_ || !mover || !is_dying(*mover)) return nullptr;
  for (const auto& other : goroutines()) {
    if (other->actor != actor && is_dying(*other)) return &*other;
  }
  return nullptr;
}

bool World::anybody_can_move() const {
  if (end_) return false;
  return collector_.is_stopping() || goroutines_.anybody_runs() ||
         collector_.phase == Collector::Phase::Requested || clock_can_move(false);
}

bool World::is_enabled(Actor actor) const {
  if (end_) return false;
  if (collector_.is_stopping()) return actor == schedule::kCollector;
  if (actor == schedule::kCollector) return collector_.phase == Collector::Phase::Requested;
  if (schedule::is_drain(actor)) {
    const Goroutine* storing = goroutines_.find(schedule::drained_by(actor));
    return storing && !storing->store_buffer.empty();
  }
  if (actor != schedule::kClock) {
    const Goroutine* known = goroutines_.find(actor);
    return known && known->status == Status::Runnable;
  }
  const bool others_can =
      goroutines_.anybody_runs() || collector_.phase == Collector::Phase::Requested;
  return clock_can_move(others_can) || (others_can && next_starvation() < INT64_MAX);
}

// When the first of those who wait for a mutex will have waited for so long that the mutex may
// starve.
int64_t World::next_starvation() const {
  int64_t next = INT64_MAX;
  for (const auto& candidate : goroutines()) {
    const LockCall& call = candidate->lock_call;
    int64_t since_when = call.since + kStarvationTime + 1;
    bool waits = candidate->status == Status::Blocked && candidate->wait == Wait::Mutex;
    if (waits && since_when > now_) next = std::min(next, since_when);
  }
  return next;
}

// The line of the main file on which the goroutine stands: that of the innermost frame with code of
// its own there.
uint32_t World::line_of(const Goroutine& goroutine) const {
  uint32_t main_file = program_->checked().main_package().files.front();
  for (size_t i = goroutine.frames.size(); i-- > 0;) {
    const Frame& frame = goroutine.frames[i];
    const bytecode::Function& function = program_->function(frame.function);
    if (!function.body || function.file != main_file) continue;
    uint32_t pc = std::min<uint32_t>(frame.pc, static_cast<uint32_t>(function.code.size()) - 1);
    bool waits_for_call =
        i + 1 < goroutine.frames.size() && !goroutine.frames[i + 1].is_deferred && pc > 0;
    return function.lines[waits_for_call ? pc - 1 : pc];
  }
  return 0;
}

Step World::step(schedule::Move move) {
  const Actor actor = move.actor;
  INVARIANT(is_enabled(actor), schedule::name(actor) + " cannot move now");
  ++step_count_;
  Step record{.actor = actor};
  if (actor == schedule::kClock) {
    record = step_clock();
  } else if (actor == schedule::kCollector) {
    record = step_collector();
  } else if (schedule::is_drain(actor)) {
    record = step_drain(move);
  } else {
    record = step_goroutine(move);
  }
  goroutines_.drop_finished();
  end_if_asleep();
  end_at_step_limit();
  return record;
}

Step World::step_goroutine(schedule::Move move) {
  const Actor actor = move.actor;
  Goroutine& moving = write(actor);
  Step record{.actor = actor};
  record.choice = move.choice;
  record.line = line_of(moving);
  record.function = moving.frames.empty() ? 0 : moving.frames.back().function;
  const size_t stores = moving.store_buffer.size();
  Machine(*this, moving, record).run(1);
  label_stores(moving, stores, record);
  go_on_after_step();
  bool elem_next = moving.next == Point::elem_load || moving.next == Point::elem_store;
  if (record.in_map && elem_next && moving.status == Status::Runnable)
    record.ends_operation = false;
  bool plain_access = record.point == Point::elem_load || record.point == Point::elem_store;
  if (plain_access || (!record.in_map && record.access != AccessKind::None && record.visible))
    record.ends_operation = true;
  return record;
}

void World::run_uninterrupted(Actor actor, int most_steps) {
  INVARIANT(is_enabled(actor) && is_alone(actor), "somebody else can move too");
  Step unrecorded;
  Machine machine(*this, write(actor), unrecorded, Pace::Uninterrupted);
  step_count_ += static_cast<uint64_t>(machine.run(most_steps));
  go_on_after_step();
  goroutines_.drop_finished();
  end_if_asleep();
  end_at_step_limit();
}

void World::end_at_step_limit() {
  if (step_count_ >= options_.limits.steps)
    end_at_limit("steps", std::to_string(options_.limits.steps),
                 options_.limits.steps_option);
}

void World::count_private(uint64_t instructions) {
  private_instructions_ += instructions;
  const uint64_t most = options_.limits.instructions;
  if (private_instructions_ > most)
    end_at_limit("instructions without a step", std::to_string(most), "--max-instructions");
}

int64_t World::next_in_queue(memory::Address object) const {
  int64_t last = 0;
  for (const auto& candidate : goroutines()) {
    if (candidate->status == Status::Blocked && candidate->wait_object == object)
      last = std::max(last, candidate->wait_order);
  }
  return last + 1;
}

int64_t World::first_in_queue(memory::Address object) const {
  int64_t first = 1;
  for (const auto& candidate : goroutines()) {
    if (candidate->status == Status::Blocked && candidate->wait_object == object)
      first = std::min(first, candidate->wait_order);
  }
  return first;
}

Goroutine* World::first_waiting(memory::Address object) {
  const Goroutine* first = nullptr;
  for (const auto& candidate : goroutines()) {
    if (candidate->status != Status::Blocked || candidate->wait_object != object) continue;
    if (!first || candidate->wait_order < first->wait_order) first = &*candidate;
  }
  return first ? &write(first->actor) : nullptr;
}

void World::wake(Goroutine& goroutine, Wake how) {
  goroutine.woken = how;
  ++arrivals_;
  goroutines_.set_status(goroutine, Status::Runnable);
  goroutine.wait = Wait::None;
  goroutine.wait_object = memory::Address::Nil;
  goroutine.wait_order = 0;
  Step unrecorded;
  Machine(*this, goroutine, unrecorded).run(0);
}

void World::wake_later(Goroutine& goroutine) {
  ++arrivals_;
  goroutines_.set_status(goroutine, Status::Runnable);
  woken_.push_back(goroutine.actor);
}

// All of them are enabled before the first goes on: each can come in the way of the others.
void World::go_on_after_step() {
  for (Actor actor : woken_) {
    Goroutine& goroutine = write(actor);
    goroutine.lock_call.looks_again = !is_alone(actor);
    wake(goroutine);
  }
  woken_.clear();
}

// The lock may have been locked by another goroutine than the one that unlocks it.
void World::forget_lock(Goroutine& unlocking, memory::Address lock, LockUse use) {
  auto is_it = [&](const HeldLock& held) { return held.lock == lock && held.use == use; };
  auto forget_one = [&](std::vector<HeldLock>& held) {
    auto last = std::find_if(held.rbegin(), held.rend(), is_it);
    if (last != held.rend()) held.erase(std::next(last).base());
  };
  if (std::any_of(unlocking.held.begin(), unlocking.held.end(), is_it))
    return forget_one(unlocking.held);
  for (const auto& candidate : goroutines()) {
    if (std::any_of(candidate->held.begin(), candidate->held.end(), is_it))
      return forget_one(write(candidate->actor).held);
  }
  std::vector<LeftLock>& left = goroutines_.left_locks();
  auto last = std::find_if(left.rbegin(), left.rend(),
                           [&](const LeftLock& one) { return is_it(one.held); });
  if (last != left.rend()) left.erase(std::next(last).base());
}

void World::write_output(std::string text, bool to_stderr) {
  output_bytes_ += text.size();
  output_hash_.add(uint64_t{to_stderr});
  output_hash_.add(text);
  if (to_stderr) {
    stderr_ += text;
  } else {
    output_.push_back(std::move(text));
  }
  if (output_bytes_ > options_.limits.output_bytes)
    end_at_limit("output", std::to_string(options_.limits.output_bytes) + " bytes", "--max-output");
}

std::string World::stdout_text() const {
  std::string text;
  for (size_t i = 0; i < output_.size(); ++i) text += output_[i];
  return text;
}

void World::end_at_limit(const std::string& limit, const std::string& value,
                         const std::string& option) {
  if (end_) return;
  End end{.kind = EndKind::Limit,
          .headline = fmt::format("hmaplab: the limit of {} was reached ({})", limit, value)};
  if (!option.empty()) end.headline += fmt::format("; {} raises it", option);
  end.exit_status = 2;
  end.stderr_text = stderr_ + end.headline + "\n";
  end_ = end;
}

void World::end_out_of_memory(const Goroutine& goroutine) {
  if (end_) return;
  End end{.kind = EndKind::Throw, .headline = goroutine.last_words};
  end.exit_status = death_status(options_);
  end.actor = goroutine.actor;
  end.stderr_text = stderr_ + end.headline + "\n" + traceback(*this, &goroutine, EndKind::Throw);
  end_ = end;
}

// Nobody can move and no timer is pending.
void World::end_if_asleep() {
  if (end_ || anybody_can_move()) return;
  bool nobody = goroutines_.count() == 0 && !collector_.is_finalizing;
  const char* what =
      nobody ? "no goroutines (main called runtime.Goexit)" : "all goroutines are asleep";
  End end{.kind = EndKind::Deadlock, .headline = fmt::format("fatal error: {} - deadlock!", what)};
  end.exit_status = death_status(options_);
  end.actor = schedule::kMain;
  end.stderr_text = stderr_ + end.headline + "\n" + traceback(*this, nullptr, EndKind::Deadlock);
  end_ = end;
}

bool World::read(memory::Address address, void* to, size_t size) const {
  if (base::is_immutable(address)) {
    const std::byte* bytes = program_->constant_bytes(address, size);
    if (bytes) std::memcpy(to, bytes, size);
    return bytes != nullptr;
  }
  if (size == 0) return true;
  if (!heap_.contains(address, size)) return false;
  heap_.read(address, to, size);
  return true;
}

}  // namespace hmaplab::vm
