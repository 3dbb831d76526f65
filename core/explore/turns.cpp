#include "core/explore/turns.h"

namespace hmaplab::explore {

using schedule::Actor;
using schedule::Move;
using vm::Step;
using vm::World;

namespace {

bool can_go_on(const World& world, const vm::Goroutine& goroutine) {
  return !world.end() && !world.collector().is_stopping() &&
         goroutine.status == vm::Status::Runnable;
}

// Makes the invisible steps of a goroutine. A private loop for ever stays where it is: such a step
// leads back to the same World, and the actor can be left there.
void settle(World& world, Actor actor, std::vector<Step>* made) {
  while (true) {
    const vm::Goroutine* goroutine = world.goroutine(actor);
    if (!goroutine || !can_go_on(world, *goroutine) || world.next_is_visible(actor)) return;
    const bool spins = goroutine->next == memory::Point::runtime_spin;
    const base::Hash128 before = spins ? world.hash() : base::Hash128{};
    const Step step = world.step(actor);
    if (made) made->push_back(step);
    if (spins && world.hash() == before) return;
  }
}

bool is_left_before_next(const World& world, const Step& last, Points points) {
  const vm::Goroutine* goroutine = world.goroutine(last.actor);
  if (!goroutine || !can_go_on(world, *goroutine)) return true;
  switch (points) {
    case Points::Access:
      return true;
    case Points::Operation:
      return !last.in_map || last.ends_operation;
    case Points::Sync:
      return !memory::is_access(goroutine->next);
  }
  return true;
}

}  // namespace

void settle(World& world, Made* made) {
  const uint64_t arrivals = world.arrivals();
  for (size_t i = 0; i < world.goroutines().size(); ++i)
    settle(world, world.goroutines()[i]->actor, made ? &made->others : nullptr);
  if (world.arrivals() != arrivals) settle(world, made);
}

std::vector<Move> turns(const World& world) {
  std::vector<Move> turns;
  for (Actor actor : world.enabled()) {
    const std::vector<uint32_t> ready = world.ready_cases(actor);
    if (ready.size() < 2) turns.emplace_back(actor);
    for (size_t i = 0; ready.size() > 1 && i < ready.size(); ++i) turns.emplace_back(actor, ready[i]);
  }
  return turns;
}

void take_turn(World& world, Move turn, Points points, Made* made) {
  const uint64_t arrivals = world.arrivals();
  std::vector<Step>* own = made ? &made->own : nullptr;
  Step last = world.step(turn);
  if (own) own->push_back(last);
  settle(world, turn.actor, own);
  while (!is_left_before_next(world, last, points)) {
    last = world.step(turn.actor);
    if (own) own->push_back(last);
    settle(world, turn.actor, own);
  }
  if (world.arrivals() != arrivals) settle(world, made);
}

}  // namespace hmaplab::explore
