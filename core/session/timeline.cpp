#include "core/session/timeline.h"

#include <algorithm>

#include "core/vm/run.h"

namespace hmaplab::session {

Timeline::Timeline(const vm::World& start, const schedule::Schedule& schedule)
    : kept_{start}, last_(start) {
  first_difference_ = follow(last_, schedule, [this](const vm::Step& step) { made(step); });
  run_on(steps_.empty() ? schedule::kMain : steps_.back().actor);
}

Timeline::Timeline(const Timeline& trunk, uint32_t position, schedule::Move move)
    : steps_(trunk.steps_.begin(), trunk.steps_.begin() + position),
      kept_(trunk.kept_.begin(), trunk.kept_.begin() + position / kKeepEvery + 1),
      last_(trunk.world_at(position)),
      branched_at_(position) {
  made(last_.step(move));
  run_on(move.actor);
}

Timeline::Timeline(const Timeline& trunk, const schedule::Schedule& schedule)
    : Timeline(trunk.kept_.front(), schedule) {
  const uint32_t most = std::min(length(), trunk.length());
  while (branched_at_ < most && step(branched_at_).move() == trunk.step(branched_at_).move())
    ++branched_at_;
}

// Called after each step: `last_` stands behind it.
void Timeline::made(const vm::Step& step) {
  steps_.push_back(step);
  if (steps_.size() % kKeepEvery == 0) kept_.push_back(last_);
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
  vm::World world = kept_[position / kKeepEvery];
  for (uint32_t i = position / kKeepEvery * kKeepEvery; i < position; ++i)
    world.step(steps_[i].move());
  return world;
}

}  // namespace hmaplab::session
