// Who moves when nobody says so. A collection that was asked for comes before all else; under the
// policies random and adversarial only when the last one is some steps behind or nobody else can
// move. A policy is a plain value: the same policy over the same Worlds chooses the same actors. Store
// buffers are drained at once, only the policies random and adversarial let them wait.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/schedule/actor.h"

namespace hmaplab::schedule {

enum class PolicyKind : uint8_t {
  RunToBlock,  // the same goroutine until it blocks or ends, then the oldest that can move; the
               // finalizer goroutine first when a collection has just ended, as in Go
  RoundRobin,  // one visible step each, in order of creation
  Random,      // up to `procs` run at once; a random one of them for a geometric number of visible
               // steps
  Adversarial,  // the same goroutine until it blocks or ends, but left where that can do harm: see Danger
};

// What makes it harmful to leave the goroutine of the last step where it stands. Under the policy
// adversarial it is then left with chance 1/2, for one of the rivals if there are any, else for
// anybody; without danger it is left with chance 1/16. All other policies do not look.
struct Danger {
  bool inside_operation = false;  // it is in the middle of a map operation that others can see
  std::vector<Actor> rivals;      // their next steps conflict with its own next step
};

// "run-to-block", "round-robin", "random", "adversarial".
base::Result<PolicyKind> policy_named(const std::string& name);

class Policy {
 public:
  // The clock is chosen although others could move after as many steps without it as there are
  // microseconds up to the next timer, within these bounds: so a program that waits for a second
  // and works meanwhile gets its work done.
  static constexpr uint64_t kStepsUntilClock = 100'000;
  static constexpr uint64_t kMostStepsUntilClock = 1'000'000;
  // Under the policy random a goroutine that does nothing but collect leaves the others this many
  // steps from one collection to the next: Go's collections take their time too.
  static constexpr uint64_t kStepsUntilCollection = 1'000;

  explicit Policy(PolicyKind kind, uint64_t seed = 1, uint32_t procs = 2);

  // How many goroutines run at the same time from now on.
  void set_procs(uint32_t procs);
  // How far away the next timer is, in ns of virtual time.
  void set_time_to_timer(int64_t ns);
  // One of `enabled` (not empty; in the order that World::enabled gives).
  Actor choose(const std::vector<Actor>& enabled);
  // One of the ready cases (not empty) of the chosen actor's select: at random under every policy,
  // as Go's select takes them. Drawn from a stream of its own.
  uint32_t choose_case(const std::vector<uint32_t>& ready);
  // Whether set_danger changes anything, and of whom it wants to know: the actor of the last step.
  bool looks_for_danger() const { return kind_ == PolicyKind::Adversarial; }
  Actor last() const { return last_; }
  // Of the moment before the next choose; forgotten by it.
  void set_danger(Danger danger) { danger_ = std::move(danger); }
  // What the chosen step turned out to be. `can_leave`: with one processor, Go can take it away
  // from the actor here (a map operation is left only where it allocates, grows, evacuates or calls
  // an equality function).
  void made_step(Actor actor, bool visible, bool can_leave = true);
  // The step just made gave up the actor's turn (runtime.Gosched, or it spins): who waits for a
  // turn comes first.
  void gave_way() { gave_way_ = true; }

 private:
  using Candidates = std::span<const Actor>;

  // Which store buffer is drained now; nobody's when none.
  Actor choose_drain(Candidates lanes, bool others_can);
  bool collects_now(Candidates others) const;
  void give_way(Candidates candidates);
  Actor choose_random(Candidates candidates);
  Actor choose_harm(Candidates candidates, bool gives_way);
  Actor next_after(Candidates candidates, Actor actor) const;

  PolicyKind kind_;
  uint32_t procs_;
  base::RandomStream random_;
  base::RandomStream cases_;
  Actor last_ = kNobody;
  bool switch_allowed_ = true;
  bool gave_way_ = false;
  uint64_t quantum_ = 0;  // visible steps that the last actor still has
  uint64_t since_clock_ = 0;
  uint64_t steps_until_clock_ = kStepsUntilClock;
  uint64_t since_collection_ = kStepsUntilCollection;
  bool collected_ = false;  // the last step was the collector's
  std::vector<Actor> running_;  // at most procs_
  Danger danger_;
};

}  // namespace hmaplab::schedule
