// GoroutineTable: the goroutines of a World. Those that live are kept in the order in which they
// were created; of one that has finished only its name and origin stay, so that a program may start
// any number of them one after the other. Who can move is known without looking at all.
//
//   living      g1 g3 g4 …   whole Goroutines, shared between copies of a World
//   runnable       g3        those of them that are not blocked
//   finished    g2 …         what a person is told about them
//
// A goroutine that finishes stays among the living until the step is over (drop_finished): its own
// Machine is still at work on it. The finalizer goroutine stays for ever, since there is never a
// second one.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/cow.h"
#include "core/vm/goroutine.h"

namespace hmaplab::vm {

struct FinishedGoroutine {
  schedule::Actor actor;
  schedule::Actor parent;
  uint32_t created_by = 0;
  uint32_t created_line = 0;
  uint32_t birth = 0;
};

// A lock that nobody unlocked before its goroutine finished.
struct LeftLock {
  schedule::Actor actor;
  HeldLock held;
};

class GoroutineTable {
 public:
  using Living = std::vector<base::Cow<Goroutine>>;
  using Finished = base::CowVector<FinishedGoroutine, 64>;

  const Living& living() const { return living_; }
  // In the order in which they finished.
  const Finished& finished() const { return finished_; }
  std::vector<LeftLock>& left_locks() { return left_locks_; }
  const std::vector<LeftLock>& left_locks() const { return left_locks_; }

  // nullptr when it does not live.
  const Goroutine* find(schedule::Actor actor) const;
  // The same for writing: good until the World is copied or the goroutine finishes.
  Goroutine* find_to_write(schedule::Actor actor);
  Goroutine& write(size_t index) { return living_[index].write(); }

  // Gives it its place in the order of creation. It is runnable.
  Goroutine& add(Goroutine fresh);
  // The only way to change a goroutine's status.
  void set_status(Goroutine& goroutine, Status status);
  bool has_finished(schedule::Actor actor) const;
  // At the end of a step.
  void drop_finished();

  // Those that are runnable, in order of creation; the finalizer goroutine behind all others.
  bool anybody_runs() const { return !runnable_.empty(); }
  bool nobody_runs_but(schedule::Actor actor) const {
    return runnable_.empty() || (runnable_.size() == 1 && runnable_.front() == actor);
  }
  void append_runnable(std::vector<schedule::Actor>& actors) const;
  // All that ever were, in order of creation.
  std::vector<schedule::Actor> created() const;
  // How many live, as runtime.NumGoroutine counts them.
  int64_t count() const;

 private:
  size_t index_of(schedule::Actor actor) const;  // living_.size() when there is none
  void drop(schedule::Actor actor);

  Living living_;
  std::vector<schedule::Actor> names_;  // of living_, to be searched quickly
  std::vector<schedule::Actor> runnable_;
  std::vector<uint32_t> ranks_;         // of runnable_: their births, but the finalizer's is last
  std::vector<schedule::Actor> ended_;  // in this step; empty between steps
  Finished finished_;
  std::vector<LeftLock> left_locks_;  // only told to people: unlocking may be done by anybody
  uint32_t created_ = 0;
  size_t latest_ = 0;  // where somebody was found last
};

}  // namespace hmaplab::vm
