// World: everything that a running Go program is, as one value. Copy it to remember it, hash it to
// recognise it, throw it away to undo it. World::step is the only thing that moves its time.
//
//   program (immutable) ◄── World ── heap        bytes at addresses, shared page by page between
//   copies
//                                 ├─ goroutines  stack, frames, deferred calls, panics, the map
//                                 operation in flight ├─ timers, clock, random streams └─ output so
//                                 far, and how it ended
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cow.h"
#include "core/base/hash.h"
#include "core/bytecode/program.h"
#include "core/memory/heap.h"
#include "core/schedule/actor.h"
#include "core/vm/goroutine.h"
#include "core/vm/map_types.h"
#include "core/vm/options.h"
#include "core/vm/step.h"
#include "core/vm/timer.h"

namespace hmaplab::vm {

enum class EndKind : uint8_t { Return, Exit, Panic, Fatal, Throw, Deadlock, Limit };

// How the process ended.
struct End {
  EndKind kind = EndKind::Return;
  std::string headline;  // "fatal error: concurrent map writes", "panic: …"; "" for Return and Exit
  std::string stderr_text;  // all that Go prints on standard error, traceback included
  int exit_status = 0;
  schedule::Actor actor;  // whose step it was
};

class World {
 public:
  // At the first step of main: package variables are initialised as far as that needs no step.
  World(const bytecode::Program& program, const Options& options);

  // Those who can move now, goroutines in order of creation, then the special lanes. Empty exactly
  // when the run has ended.
  std::vector<schedule::Actor> enabled() const;
  bool is_enabled(schedule::Actor actor) const;
  // The clauses that the actor's next step could take: empty unless that step is a select. With
  // fewer than two there is nothing to choose.
  std::vector<uint32_t> ready_cases(schedule::Actor actor) const;

  // One step of an enabled actor, and its private instructions up to its next step. A choice must
  // be among its ready cases; without one a select takes the first of them.
  Step step(schedule::Move move);

  const std::optional<End>& end() const { return end_; }
  // The name of this state: equal for equal futures. Output is part of it; step count and virtual
  // time are not; but for programs that look at the clock their time is.
  base::Hash128 hash() const;

  const bytecode::Program& program() const { return *program_; }
  const Options& options() const { return options_; }
  const memory::Heap& heap() const { return heap_; }
  const std::vector<base::Cow<Goroutine>>& goroutines() const { return goroutines_; }
  const Goroutine* goroutine(schedule::Actor actor) const;
  std::string stdout_text() const;
  uint64_t step_count() const { return step_count_; }
  int64_t now() const { return now_; }  // virtual time, ns since the start
  const std::vector<Timer>& timers() const { return timers_; }

  // Bytes of anything that has an address: heap, immutable data, package variables.
  // The stack of a goroutine is not among them.
  bool read(memory::Address address, void* to, size_t size) const;

 private:
  friend class Machine;
  friend class Channel;

  Goroutine& write(schedule::Actor actor);
  Goroutine& add_goroutine(schedule::Actor actor);
  uint32_t arena_for(schedule::Actor actor) const;
  int64_t live_goroutines() const;
  uint32_t next_in_queue(memory::Address object) const;
  // Queues of channels: behind those who wait there already; out of all of them.
  void join_queues(Goroutine& goroutine, std::vector<Waiter> waiters);
  void leave_queues(Goroutine& goroutine);
  void note_ends_of_queue(memory::Address channel, bool sends);
  // The goroutine goes on behind the call in which it waits, up to its next step.
  void wake(Goroutine& goroutine, Wake how = Wake::None);
  void wake_all(memory::Address object);
  void wake_first(memory::Address object);
  // timers.cpp
  void start_timer(const Timer& timer);
  bool stop_timer(memory::Address object);  // whether it was pending
  bool clock_can_move(bool others_can) const;
  Step step_clock();
  void go_off(const Timer& timer, Step& record);
  void send_time(const Timer& timer, Step& record);
  void start_function(const Timer& timer);
  void write_output(std::string text, bool to_stderr);
  void end_at_limit(const std::string& limit, const std::string& value);
  void end_if_asleep();
  uint32_t line_of(const Goroutine& goroutine) const;

  const bytecode::Program* program_;
  Options options_;
  base::Cow<MapTypes> map_types_;  // never written: shared by all copies
  memory::Heap heap_;
  std::vector<base::Cow<Goroutine>> goroutines_;  // in order of creation
  base::CowVector<std::string, 64> output_;       // standard output, call by call
  std::string stderr_;                            // what print and println wrote
  base::Hasher output_hash_;
  uint64_t output_bytes_ = 0;
  std::optional<End> end_;
  uint64_t step_count_ = 0;
  uint64_t private_instructions_ = 0;  // in stretches without a step
  int64_t now_ = 0;
  std::vector<Timer> timers_;  // in the order in which they go off
};

}  // namespace hmaplab::vm
