#include "core/session/timeline.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/vm/run.h"

namespace hmaplab::session {

Timeline::Timeline(const vm::World& start, const schedule::Schedule& schedule) : last_(start) {
  keep();
  first_difference_ = follow(last_, schedule, [this](const vm::Step& step) { made(step); });
  run_on(steps_.empty() ? schedule::kMain : steps_.back().actor, {});
}

Timeline::Timeline(const Timeline& trunk, uint32_t position,
                   const std::vector<schedule::Move>& moves, const RunOn& how)
    : steps_(trunk.steps_),
      kept_(trunk.kept_.begin(), trunk.kept_.begin() + position / trunk.spacing_ + 1),
      spacing_(trunk.spacing_),
      last_(trunk.world_at(position)),
      branched_at_(position) {
  steps_.truncate(position);
  for (const schedule::Move& move : moves) made(last_.step(move));
  most_ = length() + kMostOfBranch;
  run_on(steps_.empty() ? schedule::kMain : steps_.back().actor, how);
}

// The World in which the next step is made; when there are too many, every other one goes.
void Timeline::keep() {
  kept_.push_back(std::make_shared<const vm::World>(last_));
  if (kept_.size() < kMostKept) return;
  for (size_t i = 0; i < kept_.size() / 2; ++i) kept_[i] = kept_[2 * i];
  kept_.resize(kept_.size() / 2);
  spacing_ *= 2;
}

Timeline::Timeline(const Timeline& trunk, const schedule::Schedule& schedule)
    : Timeline(*trunk.kept_.front(), schedule) {
  branched_at_ = first_difference_of(trunk, *this).value_or(length());
}

// Called after each step: `last_` stands behind it.
void Timeline::made(const vm::Step& step) {
  steps_.push_back(step);
  if (length() % spacing_ == 0) keep();
}

void Timeline::run_on(schedule::Actor current, const RunOn& how) {
  schedule::Policy policy(how.policy, how.seed);
  policy.made_step(current, true);
  while (!last_.end()) {
    const std::vector<schedule::Actor> held = how.held_at(length());
    if (only_these_can_move(held)) {
      ending_ = ending_without_end(fmt::format("only {} could move on, held back", enabled_of(held)));
      return;
    }
    if (length() >= most_) {
      ending_ = ending_without_end(
          fmt::format("a branch is followed for {} steps; choose on from here", kMostOfBranch));
      return;
    }
    made(vm::move_once(last_, policy, held));
  }
  ending_ = trace::explain_ending(last_, steps_);
}

bool Timeline::only_these_can_move(const std::vector<schedule::Actor>& held) const {
  if (held.empty()) return false;
  const std::vector<schedule::Actor> enabled = last_.enabled();
  return std::all_of(enabled.begin(), enabled.end(), [&](schedule::Actor actor) {
    return std::find(held.begin(), held.end(), actor) != held.end();
  });
}

// "g2 and g3"
std::string Timeline::enabled_of(const std::vector<schedule::Actor>& held) const {
  std::string names;
  for (schedule::Actor actor : held) {
    if (last_.is_enabled(actor)) names += (names.empty() ? "" : " and ") + schedule::name(actor);
  }
  return names;
}

// The limit is ours, not the program's.
trace::Ending Timeline::ending_without_end(const std::string& why) const {
  trace::Ending ending{.kind = trace::EndingKind::Limit};
  ending.step = length() == 0 ? 0 : length() - 1;
  ending.headline = "hmaplab: " + why;
  return ending;
}

vm::World Timeline::world_at(uint32_t position) const {
  INVARIANT(position <= length(), "a position behind the end of a run");
  if (position == length()) return last_;
  vm::World world = *kept_[position / spacing_];
  for (uint32_t i = kept_before(position); i < position; ++i) world.step(steps_[i].move());
  return world;
}

std::optional<uint32_t> first_difference_of(const Timeline& one, const Timeline& other) {
  const uint32_t common = std::min(one.length(), other.length());
  uint32_t step = 0;
  while (step < common && one.step(step).move() == other.step(step).move()) ++step;
  const bool same = step == one.length() && step == other.length();
  return same ? std::nullopt : std::optional(step);
}

}  // namespace hmaplab::session
