#include "core/session/timeline.h"

#include "core/vm/run.h"

namespace hmaplab::session {

Timeline::Timeline(const vm::World& start, const schedule::Schedule& schedule) : last_(start) {
  keep();
  first_difference_ = follow(last_, schedule, [this](const vm::Step& step) { made(step); });
  run_on(steps_.empty() ? schedule::kMain : steps_.back().actor);
}

Timeline::Timeline(const Timeline& trunk, uint32_t position, schedule::Move move)
    : steps_(trunk.steps_),
      kept_(trunk.kept_.begin(), trunk.kept_.begin() + position / trunk.spacing_ + 1),
      spacing_(trunk.spacing_),
      last_(trunk.world_at(position)),
      branched_at_(position) {
  steps_.truncate(position);
  made(last_.step(move));
  run_on(move.actor);
}

// The World in which the next step is made; when there are too many, every other one goes.
void Timeline::keep() {
  kept_.push_back(std::make_shared<const vm::World>(last_));
  if (kept_.size() < kMostKept) return;
  for (size_t i = 0; i < kept_.size() / 2; ++i) kept_[i] = kept_[2 * i];
  kept_.resize(kept_.size() / 2);
  spacing_ *= 2;
}

// Called after each step: `last_` stands behind it.
void Timeline::made(const vm::Step& step) {
  steps_.push_back(step);
  if (length() % spacing_ == 0) keep();
}

void Timeline::run_on(schedule::Actor current) {
  schedule::Policy policy(schedule::PolicyKind::RunToBlock);
  policy.made_step(current, true);
  run_to_end(last_, policy, [this](const vm::Step& step) { made(step); });
  ending_ = trace::explain_ending(last_, steps_);
}

vm::World Timeline::world_at(uint32_t position) const {
  INVARIANT(position <= length(), "a position behind the end of a run");
  if (position == length()) return last_;
  vm::World world = *kept_[position / spacing_];
  for (uint32_t i = kept_before(position); i < position; ++i) world.step(steps_[i].move());
  return world;
}

}  // namespace hmaplab::session
