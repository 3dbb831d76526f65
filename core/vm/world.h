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
#include "core/order/happens_before.h"
#include "core/schedule/actor.h"
#include "core/vm/collector.h"
#include "core/vm/goroutine_table.h"
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

class ChannelView;
struct Granted;

class World {
 public:
  // At the first step of main: package variables are initialised as far as that needs no step.
  World(const bytecode::Program& program, const Options& options);

  // Those who can move now, goroutines in order of creation, then the special lanes. Empty exactly
  // when the run has ended.
  std::vector<schedule::Actor> enabled() const;
  // The clock may also move while a goroutine waits for a mutex and another one can go on: so a
  // schedule can ask for the 1 ms after which a mutex starves. Nobody chooses that by chance.
  bool is_enabled(schedule::Actor actor) const;
  // Whether nobody else can move.
  bool is_alone(schedule::Actor actor) const;
  // The clauses that the actor's next step could take: empty unless that step is a select, or drains a
  // store buffer under pso (then: which of the words in it, oldest first). With
  // fewer than two there is nothing to choose.
  std::vector<uint32_t> ready_cases(schedule::Actor actor) const;

  // The goroutine that stands before a fatal error when the actor's next step is one too, or
  // nullptr. Then a schedule may let the other's words come between (choice 1): Go prints them
  // without a lock. Nobody chooses that by chance.
  const Goroutine* dies_beside(schedule::Actor actor) const;

  // One step of an enabled actor, and its private instructions up to its next step. A choice must
  // be among its ready cases (see dies_beside); without one a select takes the first of them.
  Step step(schedule::Move move);

  // Steps of the only actor that can move, a goroutine, until another one can, or it cannot, or
  // `most_steps` are made. The World is then as if step() had made them, but for the step count:
  // loads, stores and map operations run straight through and are not counted, and for the exact
  // moment of a collection. It also stops before a select with a choice.
  void run_uninterrupted(schedule::Actor actor, int most_steps);

  const std::optional<End>& end() const { return end_; }
  // The name of this state: equal for equal futures. Output is part of it; step count and virtual
  // time are not; but for programs that look at the clock their time is.
  base::Hash128 hash() const;

  // Whether two accesses raced so far: nothing orders them, and one is a write. Always false without
  // Options::races.
  bool raced() const { return order_ && order_->raced(); }
  // Who knows of whom; nullptr without Options::races.
  const order::HappensBefore* order() const { return order_ ? &*order_ : nullptr; }
  // These races, in the order in which they were found; each pair of places once.
  std::vector<order::Race> races() const { return order_ ? order_->races() : std::vector<order::Race>{}; }

  const bytecode::Program& program() const { return *program_; }
  const Options& options() const { return options_; }
  const memory::Heap& heap() const { return heap_; }
  // Those that live, in order of creation.
  const GoroutineTable::Living& goroutines() const { return goroutines_.living(); }
  // nullptr when it does not live (any more).
  const Goroutine* goroutine(schedule::Actor actor) const { return goroutines_.find(actor); }
  bool has_finished(schedule::Actor actor) const { return goroutines_.has_finished(actor); }
  // All that ever were, in order of creation.
  std::vector<schedule::Actor> created_goroutines() const { return goroutines_.created(); }
  // In the order in which they finished; and what they left locked.
  const GoroutineTable::Finished& finished_goroutines() const { return goroutines_.finished(); }
  const std::vector<LeftLock>& left_locks() const { return goroutines_.left_locks(); }
  const Collector& collector() const { return collector_; }
  // What the actor would do when it is chosen; none when nobody knows before.
  memory::Point next_point(schedule::Actor actor) const;
  // The same whole: the step that an enabled actor would make now.
  Step preview(schedule::Move move) const;
  // Whether the next step of an enabled actor is a visible one. Only steps of its own can change that:
  // what nobody else can reach stays so until its owner hands it out.
  bool next_is_visible(schedule::Actor actor) const;
  // Grows whenever a goroutine is added or goes on after waiting.
  uint64_t arrivals() const { return arrivals_; }
  // As runtime.GC does, but nobody waits for it: what a test or a person asks for between two steps.
  void request_collection() {
    if (!end_) collector_.request();
  }
  std::string stdout_text() const;
  uint64_t step_count() const { return step_count_; }
  // How many goroutines may run at the same time (GOMAXPROCS). A policy heeds it; a schedule says
  // itself who moves.
  uint32_t procs() const { return procs_; }
  int64_t now() const { return now_; }  // virtual time, ns since the start
  const std::vector<Timer>& timers() const { return timers_; }

  // Bytes of anything that has an address: heap, immutable data, package variables.
  // The stack of a goroutine is not among them.
  bool read(memory::Address address, void* to, size_t size) const;

 private:
  friend class Machine;
  friend class Collection;
  friend class Channel;

  Goroutine& write(schedule::Actor actor);
  bool anybody_can_move() const;
  Goroutine& add_goroutine(schedule::Actor actor);
  // Places in the queue of those who wait for an object, the next one behind it and the first one.
  int64_t next_in_queue(memory::Address object) const;
  int64_t first_in_queue(memory::Address object) const;
  Goroutine* first_waiting(memory::Address object);
  // The goroutine goes on behind the call in which it waits, up to its next step.
  void wake(Goroutine& goroutine, Wake how = Wake::None);
  // The same, but it goes on only when the step is made and all that the actor does in it.
  void wake_later(Goroutine& goroutine);
  void go_on_after_step();
  void forget_lock(Goroutine& unlocking, memory::Address lock, LockUse use);
  int64_t next_starvation() const;
  // Queues of channels: behind those who wait there already; out of all of them.
  void join_queues(Goroutine& goroutine, std::vector<Waiter> waiters);
  void leave_queues(Goroutine& goroutine);
  void note_ends_of_queue(memory::Address channel, bool sends);
  Step step_goroutine(schedule::Move move);
  Step step_collector();
  // The pools that may hold something; a collection ages what is in them (sync.poolCleanup).
  void note_pool(memory::Address pool);
  void age_pools();
  // store_buffers.cpp
  Step step_drain(schedule::Move move);
  bool has_buffered_stores() const;
  void drain(Goroutine& goroutine);
  void drain_all();
  void label_stores(Goroutine& goroutine, size_t before, const Step& record) const;
  void wake_after_collection();
  void start_finalizer_goroutine(uint32_t loop);
  // timers.cpp
  void start_timer(const Timer& timer);
  bool stop_timer(memory::Address object);  // whether it was pending
  bool clock_can_move(bool others_can) const;
  Step step_clock();
  void go_off(const Timer& timer, Step& record);
  void send_time(const Timer& timer, Step& record);
  void start_function(const Timer& timer);
  // race_hooks.cpp
  void race_sent_time(const Timer& timer, const ChannelView& channel, uint64_t index,
                      const std::optional<Granted>& receiver);
  void race_fork(schedule::Actor parent, schedule::Actor child);
  void race_retire(schedule::Actor actor);
  void race_begin_batch();
  void write_output(std::string text, bool to_stderr);
  void count_private(uint64_t instructions);
  // `option` of the command line moves this limit; "" when none does.
  void end_at_limit(const std::string& limit, const std::string& value, const std::string& option);
  // mmap has no memory: the runtime stops the process.
  void end_out_of_memory(const Goroutine& goroutine);
  void end_at_step_limit();
  void end_if_asleep();
  uint32_t line_of(const Goroutine& goroutine) const;

  const bytecode::Program* program_;
  Options options_;
  base::Cow<MapTypes> map_types_;  // never written: shared by all copies
  memory::Heap heap_;
  std::optional<order::HappensBefore> order_;  // with Options::races
  Collector collector_;
  GoroutineTable goroutines_;
  base::CowVector<std::string, 64> output_;       // standard output, call by call
  std::string stderr_;                            // what print and println wrote
  base::Hasher output_hash_;
  uint64_t output_bytes_ = 0;
  uint64_t input_read_ = 0;  // bytes of the input that are taken
  std::optional<End> end_;
  bool reads_statistics_ = false;  // the program calls runtime.ReadMemStats
  uint64_t step_count_ = 0;
  uint64_t arrivals_ = 0;  // how often somebody was added or woken; no part of the state
  uint64_t private_instructions_ = 0;  // in stretches without a step
  int64_t now_ = 0;
  uint32_t procs_ = 1;
  std::vector<schedule::Actor> woken_;  // by this step; empty between steps
  std::vector<memory::Address> pools_;  // by address; no part of the state: what lies in them is
  std::vector<Timer> timers_;  // in the order in which they go off
};

}  // namespace hmaplab::vm
