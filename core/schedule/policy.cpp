#include "core/schedule/policy.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/invariant.h"

namespace hmaplab::schedule {
namespace {

constexpr uint64_t kMeanQuantum = 6;  // visible steps; short enough that operations meet
constexpr uint64_t kPreemptionChance =
    16;  // one in so many switches also gives the processor to a waiting goroutine

constexpr uint64_t kHarmChance = 2;    // one in so many dangerous moments is used
constexpr uint64_t kNudgeChance = 16;  // and of the others, so that goroutines come to meet

constexpr uint64_t kDrainChance = 8;  // one in so many steps, while stores wait, drains one

// Whether it lets store buffers and collections wait.
bool is_patient(PolicyKind kind) {
  return kind == PolicyKind::Random || kind == PolicyKind::Adversarial;
}

bool contains(std::span<const Actor> actors, Actor actor) {
  return std::find(actors.begin(), actors.end(), actor) != actors.end();
}

}  // namespace

base::Result<PolicyKind> policy_named(const std::string& name) {
  if (name == "run-to-block") return PolicyKind::RunToBlock;
  if (name == "round-robin") return PolicyKind::RoundRobin;
  if (name == "random") return PolicyKind::Random;
  if (name == "adversarial") return PolicyKind::Adversarial;
  return base::Error{"there is no policy \"" + name +
                     "\"; there are run-to-block, round-robin, random and adversarial"};
}

Policy::Policy(PolicyKind kind, uint64_t seed, uint32_t procs)
    : kind_(kind),
      procs_(std::max<uint32_t>(procs, 1)),
      random_{base::mix64(seed + 0x706f6c696379)},
      cases_{base::mix64(seed + 0x73656c656374)} {}

Actor Policy::choose(const std::vector<Actor>& enabled) {
  INVARIANT(!enabled.empty(), "nobody can move");
  // The lanes of store buffers, collector and clock come last, in this order.
  Candidates candidates = enabled;
  const bool clock = candidates.back() == kClock;
  if (clock) candidates = candidates.first(candidates.size() - 1);
  const bool collection = !candidates.empty() && candidates.back() == kCollector;
  if (collection) candidates = candidates.first(candidates.size() - 1);
  if (collection && collects_now(candidates)) return kCollector;
  if (!clock) since_clock_ = 0;  // counted from when a timer is pending
  if (clock && (enabled.size() == 1 || since_clock_ >= steps_until_clock_)) return kClock;
  size_t others = candidates.size();
  while (others > 0 && is_drain(candidates[others - 1])) --others;
  const Candidates drains = candidates.subspan(others);
  candidates = candidates.first(others);
  if (Actor lane = choose_drain(drains, !candidates.empty()); lane != kNobody) return lane;
  bool gave_way = std::exchange(gave_way_, false);
  switch (kind_) {
    case PolicyKind::RunToBlock:
      if (collected_ && candidates.back() == kFinalizer) return kFinalizer;
      if (gave_way) return next_after(candidates, last_);
      return contains(candidates, last_) ? last_ : candidates.front();
    case PolicyKind::RoundRobin:
      if (!switch_allowed_ && !gave_way && contains(candidates, last_)) return last_;
      return next_after(candidates, last_);
    case PolicyKind::Random:
      if (gave_way) give_way(candidates);
      return choose_random(candidates);
    case PolicyKind::Adversarial:
      return choose_harm(candidates, gave_way);
  }
  return candidates.front();
}

Actor Policy::choose_drain(Candidates lanes, bool others_can) {
  if (lanes.empty()) return kNobody;
  if (!is_patient(kind_)) return lanes.front();
  const bool drains = !others_can || random_.below(kDrainChance) == 0;
  return drains ? lanes[random_.below(lanes.size())] : kNobody;
}

bool Policy::collects_now(Candidates others) const {
  return !is_patient(kind_) || others.empty() ||
         since_collection_ >= kStepsUntilCollection;
}

uint32_t Policy::choose_case(const std::vector<uint32_t>& ready) {
  return ready[cases_.below(ready.size())];
}

void Policy::set_procs(uint32_t procs) {
  procs_ = std::max<uint32_t>(procs, 1);
  while (running_.size() > procs_) running_.erase(running_.begin());
}

void Policy::set_time_to_timer(int64_t ns) {
  const auto microseconds = static_cast<uint64_t>(std::max<int64_t>(ns, 0) / 1000);
  steps_until_clock_ = std::clamp(microseconds, kStepsUntilClock, kMostStepsUntilClock);
}

// Somebody who was not running takes the place of the last actor.
void Policy::give_way(Candidates candidates) {
  quantum_ = 0;
  switch_allowed_ = true;
  std::vector<Actor> waiting;
  for (Actor actor : candidates) {
    if (actor != last_ && !contains(running_, actor)) waiting.push_back(actor);
  }
  if (waiting.empty()) return;
  std::erase(running_, last_);
  if (running_.size() < procs_) running_.push_back(waiting[random_.below(waiting.size())]);
}

Actor Policy::choose_random(Candidates candidates) {
  if (candidates.size() == 1) {  // no choice draws no number
    running_.assign(candidates.begin(), candidates.end());
    quantum_ = 0;
    return candidates.front();
  }
  std::erase_if(running_, [&](Actor actor) { return !contains(candidates, actor); });
  if ((quantum_ > 0 || !switch_allowed_) && contains(running_, last_)) return last_;
  if (!running_.empty() && running_.size() == procs_ && random_.below(kPreemptionChance) == 0) {
    running_.erase(running_.begin() + static_cast<std::ptrdiff_t>(random_.below(running_.size())));
  }
  while (running_.size() < procs_ && running_.size() < candidates.size()) {
    Actor next = candidates[random_.below(candidates.size())];
    if (!contains(running_, next)) running_.push_back(next);
  }
  quantum_ = 1;
  while (random_.below(kMeanQuantum) != 0) ++quantum_;
  return running_[random_.below(running_.size())];
}

Actor Policy::choose_harm(Candidates candidates, bool gives_way) {
  const Danger danger = std::exchange(danger_, {});
  if (candidates.size() == 1) return candidates.front();  // no choice draws no number
  if (!contains(candidates, last_)) return candidates[random_.below(candidates.size())];
  if (!switch_allowed_ && !gives_way) return last_;
  std::vector<Actor> others;
  for (Actor actor : candidates) {
    if (actor != last_ && contains(danger.rivals, actor)) others.push_back(actor);
  }
  const bool is_dangerous = danger.inside_operation || !others.empty();
  const bool leaves = gives_way || random_.below(is_dangerous ? kHarmChance : kNudgeChance) == 0;
  if (!leaves) return last_;
  if (others.empty()) {
    others.assign(candidates.begin(), candidates.end());
    std::erase(others, last_);
  }
  return others[random_.below(others.size())];
}

Actor Policy::next_after(Candidates candidates, Actor actor) const {
  auto after = std::find_if(candidates.begin(), candidates.end(),
                            [&](Actor candidate) { return candidate > actor; });
  return after == candidates.end() ? candidates.front() : *after;
}

void Policy::made_step(Actor actor, bool visible, bool can_leave) {
  collected_ = actor == kCollector;
  since_collection_ = collected_ ? 0 : since_collection_ + 1;
  if (collected_) return;  // whose turn it was, it still is
  since_clock_ = actor == kClock ? 0 : since_clock_ + 1;
  // The clock takes no processor: who runs goes on, also inside a map operation.
  if (actor == kClock && is_patient(kind_)) return;
  if (is_drain(actor)) return;
  last_ = actor;
  switch_allowed_ = visible && (can_leave || procs_ > 1);
  if (visible && quantum_ > 0) --quantum_;
}

}  // namespace hmaplab::schedule
