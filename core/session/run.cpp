#include "core/session/run.h"

#include <fmt/format.h>

#include "core/vm/traceback.h"

namespace hmaplab::session {

using schedule::Order;

namespace {

std::string why_not(const vm::World& world, schedule::Actor actor) {
  if (world.end()) return "the run has ended";
  if (actor == schedule::kClock) return "no timer is pending";
  if (actor == schedule::kCollector) return "nobody has asked for a collection";
  if (world.collector().is_stopping()) return "the collector has stopped the world";
  const vm::Goroutine* goroutine = world.goroutine(actor);
  if (!goroutine) return "there is no such goroutine yet";
  switch (goroutine->status) {
    case vm::Status::Finished:
      return "it has finished";
    case vm::Status::Blocked:
      return fmt::format("it is blocked ({})", vm::wait_text(goroutine->wait));
    case vm::Status::Runnable:
      break;
  }
  return "it cannot move";
}

// Whether the order has nothing left to do.
bool is_done(const vm::World& world, const Order& order, uint64_t made) {
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
bool can_leave(const vm::Step& step) {
  if (!step.in_map || step.ends_operation) return true;
  std::string_view operation = memory::operation(step.point);
  return operation == "hashGrow" || operation == "evacuate" || operation == "newoverflow" ||
         memory::name(step.point).ends_with("/equal_key") ||
         step.point == memory::Point::mapassign_store_first_bucket;
}

}  // namespace

std::string follow(vm::World& world, const schedule::Schedule& schedule, const OnStep& on_step) {
  for (const Order& order : schedule.orders) {
    for (uint64_t made = 0; !is_done(world, order, made); ++made) {
      if (!world.is_enabled(order.actor)) {
        return fmt::format("step {}: {} cannot move: {} (order \"{}\")", world.step_count() + 1,
                           schedule::name(order.actor), why_not(world, order.actor),
                           schedule::to_text({{order}}));
      }
      on_step(world.step(order.actor));
    }
  }
  return "";
}

void run_to_end(vm::World& world, schedule::Policy policy, const OnStep& on_step) {
  while (!world.end()) {
    vm::Step step = world.step(policy.choose(world.enabled()));
    policy.made_step(step.actor, step.visible, can_leave(step));
    on_step(step);
  }
}

void run_to_end(vm::World& world, schedule::Policy policy) {
  while (!world.end()) {
    const std::vector<schedule::Actor> enabled = world.enabled();
    const schedule::Actor actor = policy.choose(enabled);
    if (enabled.size() == 1 && world.goroutine(actor) != nullptr) {
      world.run_uninterrupted(actor, schedule::Policy::kStepsUntilClock);
      policy.made_step(actor, true);
    } else {
      const vm::Step step = world.step(actor);
      policy.made_step(actor, step.visible, can_leave(step));
    }
  }
}

}  // namespace hmaplab::session
