#include "core/vm/run.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "core/vm/touch.h"
#include "core/vm/traceback.h"

namespace hmaplab::vm {

using schedule::Order;

namespace {

std::string why_blocked(const World& world, schedule::Actor actor) {
  if (world.end()) return "the run has ended";
  if (actor == schedule::kClock) return "no timer is pending";
  if (schedule::is_drain(actor)) return "its store buffer is empty";
  if (actor == schedule::kCollector) return "nobody has asked for a collection";
  if (world.collector().is_stopping()) return "the collector has stopped the world";
  const Goroutine* goroutine = world.goroutine(actor);
  if (!goroutine) {
    return world.has_finished(actor) ? "it has finished" : "there is no such goroutine yet";
  }
  switch (goroutine->status) {
    case Status::Finished:
      return "it has finished";
    case Status::Blocked:
      return fmt::format("it is blocked ({})", wait_text(goroutine->wait));
    case Status::Runnable:
      break;
  }
  return "it cannot move";
}

// "" when the move can be made now.
std::string why_not(const World& world, const schedule::Move& move) {
  if (!world.is_enabled(move.actor)) return "cannot move: " + why_blocked(world, move.actor);
  if (move.choice == schedule::Move::kNoChoice) return "";
  if (move.choice == 1 && world.dies_beside(move.actor)) return "";
  std::vector<uint32_t> ready = world.ready_cases(move.actor);
  if (std::find(ready.begin(), ready.end(), move.choice) != ready.end()) return "";
  std::string text = fmt::format("cannot take case {}: ", move.choice);
  if (!ready.empty()) return text + fmt::format("ready are {}", fmt::join(ready, ", "));
  const Goroutine* goroutine = world.goroutine(move.actor);
  bool selects = goroutine && goroutine->next == memory::Point::select_choose;
  return text + (selects ? "no case is ready" : "its next step is no select");
}

// Whether the order has nothing left to do.
bool is_done(const World& world, const Order& order, uint64_t made) {
  switch (order.until) {
    case Order::Until::Steps:
      return made == order.steps;
    case Order::Until::Point:
      return world.is_enabled(order.actor) && world.next_point(order.actor) == order.point;
    case Order::Until::Blocked:
      return made > 0 && !world.is_enabled(order.actor);
  }
  return true;
}

// Whether one processor can go from this goroutine to another behind the step (see
// Policy::made_step).
bool can_leave(const Step& step) {
  if (!step.in_map || step.ends_operation) return true;
  std::string_view operation = memory::operation(step.point);
  return operation == "hashGrow" || operation == "evacuate" || operation == "newoverflow" ||
         memory::name(step.point).ends_with("/equal_key") ||
         step.point == memory::Point::mapassign_store_first_bucket;
}

bool gives_way(const Step& step) {
  return step.point == memory::Point::runtime_gosched || step.point == memory::Point::runtime_spin;
}

// What the actor would touch next where others can see it.
std::optional<Touch> next_touch(const World& world, schedule::Actor actor) {
  if (!world.goroutine(actor) || !world.next_is_visible(actor)) return std::nullopt;
  return touch_of(world.preview(actor));
}

schedule::Danger danger_of_leaving(const World& world, schedule::Actor last,
                                   const std::vector<schedule::Actor>& enabled) {
  constexpr size_t kMostLookedAt = 16;  // of the others, oldest first
  schedule::Danger danger;
  const Goroutine* goroutine = world.goroutine(last);
  const bool can_move = std::find(enabled.begin(), enabled.end(), last) != enabled.end();
  if (!goroutine || !can_move || enabled.size() < 2) return danger;
  const std::optional<Touch> mine = next_touch(world, last);
  if (!mine) return danger;
  danger.inside_operation = !std::holds_alternative<std::monostate>(goroutine->operation) &&
                            !goroutine->operation_begins;
  for (size_t i = 0; i < std::min(enabled.size(), kMostLookedAt); ++i) {
    if (enabled[i] == last) continue;
    const std::optional<Touch> other = next_touch(world, enabled[i]);
    if (other && conflict(*mine, *other)) danger.rivals.push_back(enabled[i]);
  }
  return danger;
}

}  // namespace

std::string follow(World& world, const schedule::Schedule& schedule, const OnStep& on_step) {
  for (const Order& order : schedule.orders) {
    for (uint64_t made = 0; !is_done(world, order, made); ++made) {
      if (std::string why = why_not(world, {order.actor, order.choice}); !why.empty()) {
        return fmt::format("step {}: {} {} (order \"{}\")", world.step_count() + 1,
                           schedule::name(order.actor), why, schedule::to_text({{order}}));
      }
      on_step(world.step({order.actor, order.choice}));
    }
  }
  return "";
}

schedule::Move next_move(const World& world, schedule::Policy& policy, HeldBack held_back) {
  if (!world.timers().empty()) policy.set_time_to_timer(world.timers().front().when - world.now());
  std::vector<schedule::Actor> enabled = world.enabled();
  std::erase_if(enabled, [&](schedule::Actor actor) {
    return std::find(held_back.begin(), held_back.end(), actor) != held_back.end();
  });
  if (policy.looks_for_danger()) policy.set_danger(danger_of_leaving(world, policy.last(), enabled));
  schedule::Actor actor = policy.choose(enabled);
  std::vector<uint32_t> ready = world.ready_cases(actor);
  return {actor, ready.size() > 1 ? policy.choose_case(ready) : schedule::Move::kNoChoice};
}

Step move_once(World& world, schedule::Policy& policy, HeldBack held_back) {
  policy.set_procs(world.procs());
  const Step step = world.step(next_move(world, policy, held_back));
  policy.made_step(step.actor, step.visible, can_leave(step));
  if (gives_way(step)) policy.gave_way();
  return step;
}

void run_to_end(World& world, schedule::Policy policy, const OnStep& on_step) {
  while (!world.end()) on_step(move_once(world, policy));
}

void run_to_end(World& world, schedule::Policy policy) {
  while (!world.end()) {
    const std::vector<schedule::Actor> enabled = world.enabled();
    const bool watched =
        world.options().races || world.options().memory != memory::MemoryOrder::Sc;
    const bool alone = !watched && enabled.size() == 1 && world.goroutine(enabled[0]) != nullptr;
    if (alone && world.ready_cases(enabled[0]).size() < 2) {
      world.run_uninterrupted(policy.choose(enabled), schedule::Policy::kStepsUntilClock);
      policy.made_step(enabled[0], true);
    } else {
      move_once(world, policy);
    }
  }
}

}  // namespace hmaplab::vm
