// CauseSearch looks back through the steps of a run that ended badly and collects those that may
// have made it so, each with a weight: how much it says.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/trace/causes.h"
#include "core/vm/steps.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

// How much a cause says. Of equal ones the later says more.
namespace weight {
inline constexpr int kEnd = 100;      // the step that ends the process
inline constexpr int kDecision = 95;  // the step that found what it must not find
inline constexpr int kOrigin = 90;    // who made it so
inline constexpr int kEntry = 80;     // how they came to be there
inline constexpr int kBirth = 70;     // who let two run at the same time
inline constexpr int kHistory = 60;   // what else happened to the same thing
inline constexpr int kFill = 30;      // what the dying one did last
}  // namespace weight

class CauseSearch {
 public:
  static constexpr uint32_t kNone = ~uint32_t{0};

  CauseSearch(const vm::World& end, const vm::Steps& steps)
      : end_(end), steps_(steps) {}

  const vm::World& end() const { return end_; }
  const vm::Step& step(uint32_t index) const { return steps_[index]; }
  uint32_t length() const { return static_cast<uint32_t>(steps_.size()); }
  schedule::Actor dying() const { return end_.end()->actor; }

  // The last step before `before` that is wanted; kNone when there is none.
  template <class Wanted>
  uint32_t last(uint32_t before, Wanted&& wanted) const {
    for (uint32_t i = before; i-- > 0;) {
      if (wanted(steps_[i])) return i;
    }
    return kNone;
  }
  uint32_t last_of(schedule::Actor actor, uint32_t before) const;
  // Who wrote last to any byte that this step touched.
  uint32_t writer_of(uint32_t index) const;
  // Whether both touched the same lock, channel, WaitGroup or whatever they synchronise on.
  bool same_thing(uint32_t one, uint32_t other) const;

  // Without a sentence: what the step did. A step that was added before keeps what says more.
  // kNone is nothing.
  void add(uint32_t step, int weight, std::string sentence = "");
  // What a read of memory found there, and who had put it.
  void add_read(uint32_t read, int weight);
  // How an actor came to run: who started it, or what queued the finalizer.
  void add_birth(schedule::Actor actor, int weight);
  // Up to `most` other operations before `before` on the thing that this step synchronised on.
  void add_history(uint32_t step, uint32_t before, int weight, int most);
  // What an actor did last: first a step for each line of source, then all others.
  void add_last_steps(schedule::Actor actor, uint32_t before);
  // Something to be said behind the sentence of a step, wherever that comes from.
  void say(uint32_t step, const std::string& more);

  std::vector<Cause> take();

 private:
  const vm::World& end_;
  const vm::Steps& steps_;
  std::vector<Cause> causes_;
  std::map<uint32_t, std::string> more_;
};

}  // namespace hmaplab::trace
