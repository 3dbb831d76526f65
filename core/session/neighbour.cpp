#include "core/session/neighbour.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/explore/outcome.h"
#include "core/vm/run.h"

namespace hmaplab::session {

using schedule::Actor;

namespace {

// A neighbour that takes much longer than the run is not waited for.
constexpr uint64_t kMostMore = 20'000;

class Rerun {
 public:
  Rerun(const Timeline& run, uint32_t position)
      : world_(run.world_at(position)), position_(position), left_(run.length() + kMostMore) {
    for (uint32_t i = 0; i < position; ++i) moves_.push_back(run.step(i).move());
  }

  const vm::World& world() const { return world_; }
  uint64_t steps() const { return moves_.size() - position_; }
  bool goes_on() const { return !world_.end() && left_ > 0; }
  schedule::Schedule schedule() const { return schedule::recorded(moves_); }

  // What the others did in the run behind this step, as far as it can be done now.
  void follow_others(const Timeline& run, uint32_t held) {
    for (uint32_t i = held + 1; i < run.length() && goes_on(); ++i) {
      const vm::Step& step = run.step(i);
      if (step.actor == run.step(held).actor) continue;
      if (!can_make(step.move())) return;
      make(step.move());
    }
  }

  // By running to block, until nobody but `held` can move.
  void run_without(Actor held) {
    schedule::Policy policy(schedule::PolicyKind::RunToBlock);
    while (goes_on()) {
      std::vector<Actor> others = world_.enabled();
      std::erase(others, held);
      if (others.empty()) return;
      if (!world_.timers().empty())
        policy.set_time_to_timer(world_.timers().front().when - world_.now());
      const vm::Step step = make(policy.choose(others));
      policy.made_step(step.actor, step.visible);
      if (step.point == memory::Point::runtime_gosched || step.point == memory::Point::runtime_spin)
        policy.gave_way();
    }
  }

  void run_on(Actor first) {
    schedule::Policy policy(schedule::PolicyKind::RunToBlock);
    policy.made_step(first, true);
    for (; goes_on(); --left_) moves_.push_back(vm::move_once(world_, policy).move());
  }

 private:
  bool can_make(const schedule::Move& move) const {
    if (!world_.is_enabled(move.actor)) return false;
    if (move.choice == schedule::Move::kNoChoice) return true;
    const std::vector<uint32_t> ready = world_.ready_cases(move.actor);
    return std::find(ready.begin(), ready.end(), move.choice) != ready.end();
  }

  vm::Step make(const schedule::Move& move) {
    const vm::Step step = world_.step(move);
    moves_.push_back(step.move());
    --left_;
    return step;
  }

  vm::World world_;
  uint32_t position_;
  std::vector<schedule::Move> moves_;
  uint64_t left_;
};

bool ends_otherwise(const vm::World& run, const vm::World& other) {
  if (!other.end()) return true;
  const explore::Outcome one = explore::outcome_of(run, {});
  const explore::Outcome two = explore::outcome_of(other, {});
  return one.kind != two.kind || one.text != two.text;
}

std::string ending_text(const vm::World& world, Without how) {
  if (!world.end())
    return how == Without::Never ? "the process lives" : "the process goes on for long";
  const vm::End& end = *world.end();
  return end.headline.empty() ? fmt::format("exit status {}", end.exit_status) : end.headline;
}

}  // namespace

Neighbour neighbour(const Timeline& run, uint32_t step, Without how) {
  Rerun other(run, step);
  const Actor held = run.step(step).actor;
  other.follow_others(run, step);
  other.run_without(held);
  const bool has_neighbour = how == Without::Never || other.steps() > 0;
  if (how == Without::Later) other.run_on(held);
  return {.schedule = other.schedule(),
          .otherwise = has_neighbour && ends_otherwise(run.last(), other.world()),
          .steps = other.steps(),
          .ending = ending_text(other.world(), how)};
}

}  // namespace hmaplab::session
