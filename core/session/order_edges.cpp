#include "core/session/order_edges.h"

#include <algorithm>
#include <map>

namespace hmaplab::session {
namespace {

using order::Clock;
using order::Strand;
using schedule::Actor;

Strand strand_of(Actor actor) { return Strand{actor.value}; }

// Who tells others something: goroutines that began so far, and the finalizer goroutine.
class EdgeSearch {
 public:
  EdgeSearch(const bytecode::Program& program, const Timeline& run)
      : run_(run), world_(program, with_races(run.last().options())) {
    if (world_.order() != nullptr) know(schedule::kMain);
  }

  std::vector<OrderEdge> find() {
    for (uint32_t index = 0; index < run_.length() && world_.order() != nullptr; ++index) {
      const vm::Step& step = run_.step(index);
      world_.step(step.move());
      for (const auto& goroutine : world_.goroutines()) know(goroutine->actor);
      know(step.actor);
      // Who moved, and who learnt something without moving: a partner, a child.
      for (auto& [actor, known] : known_) learn(actor, known, index);
      for (auto& [actor, known] : known_) note_epoch(actor, known, index);
    }
    std::sort(edges_.begin(), edges_.end(), [](const OrderEdge& a, const OrderEdge& b) {
      return std::pair(a.to, a.from) < std::pair(b.to, b.from);
    });
    edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
    return std::move(edges_);
  }

 private:
  struct Known {
    Clock clock;                            // as it was before this step
    std::map<uint32_t, uint32_t> released;  // its epochs, and the steps that ended them
    std::vector<OrderEdge> waiting;  // learnt while it did not move: its next step acquires it
  };

  static vm::Options with_races(vm::Options options) {
    options.races = true;
    return options;
  }

  void know(Actor actor) {
    const Clock* clock = world_.order()->clock(strand_of(actor));
    if (clock == nullptr || known_.contains(actor)) return;
    known_[actor].clock = Clock(clock->own());
    by_slot_[clock->own()] = actor;
  }

  void note_epoch(Actor actor, Known& known, uint32_t index) {
    const Clock* now = world_.order()->clock(strand_of(actor));
    if (now == nullptr) return;
    for (uint32_t epoch = known.clock.epoch(); epoch < now->epoch(); ++epoch)
      known.released[epoch] = index;
    known.clock = *now;
  }

  // What it knows of others now and did not before this step.
  void learn(Actor actor, Known& known, uint32_t index) {
    const Clock* now = world_.order()->clock(strand_of(actor));
    const bool moved = run_.step(index).actor == actor;
    std::vector<OrderEdge> learnt;
    if (moved) learnt.swap(known.waiting);
    for (OrderEdge& edge : learnt) edge.to = index;
    for (const auto& [slot, other] : by_slot_) {
      if (now == nullptr || other == actor) continue;
      const uint32_t epoch = now->epoch_of(slot);
      if (epoch == 0 || epoch <= known.clock.epoch_of(slot)) continue;
      learnt.push_back({.from = step_of(other, epoch, index), .to = index});
    }
    if (!moved) {
      known.waiting.insert(known.waiting.end(), learnt.begin(), learnt.end());
      return;
    }
    add_direct(learnt);
  }

  // The step that ended that epoch; the one being looked at where it ends it itself.
  uint32_t step_of(Actor actor, uint32_t epoch, uint32_t index) {
    const auto& released = known_[actor].released;
    const auto found = released.find(epoch);
    return found == released.end() ? index : found->second;
  }

  // Without those that another one implies.
  void add_direct(const std::vector<OrderEdge>& learnt) {
    for (const OrderEdge& edge : learnt) {
      if (edge.from >= edge.to || run_.step(edge.from).actor == run_.step(edge.to).actor) continue;
      const bool implied = std::any_of(learnt.begin(), learnt.end(), [&](const OrderEdge& other) {
        return other.from != edge.from && other.from < edge.to && other.from > edge.from &&
               !order_path(run_, edges_, edge.from, other.from).empty();
      });
      if (!implied) edges_.push_back(edge);
    }
  }

  const Timeline& run_;
  vm::World world_;
  std::map<Actor, Known> known_;
  std::map<order::Slot, Actor> by_slot_;
  std::vector<OrderEdge> edges_;  // by `to`: runs are walked forwards
};

}  // namespace

std::vector<OrderEdge> order_edges(const bytecode::Program& program, const Timeline& run) {
  return EdgeSearch(program, run).find();
}

// Backwards from `second`: for each actor how late a step of it is known to come before, and by
// which edge.
std::vector<uint32_t> order_path(const Timeline& run, const std::vector<OrderEdge>& edges,
                                 uint32_t first, uint32_t second) {
  struct Reached {
    uint32_t step = 0;  // and all steps of the actor before it
    uint32_t next = 0;  // of another actor, that it leads to
  };
  std::map<Actor, Reached> reached = {{run.step(second).actor, {second, second}}};
  for (auto edge = edges.rbegin(); edge != edges.rend(); ++edge) {
    const auto to = reached.find(run.step(edge->to).actor);
    if (edge->to > second || to == reached.end() || edge->to > to->second.step) continue;
    const auto [from, is_new] =
        reached.try_emplace(run.step(edge->from).actor, Reached{edge->from, edge->to});
    if (!is_new && from->second.step < edge->from) from->second = {edge->from, edge->to};
  }
  const auto begin = reached.find(run.step(first).actor);
  if (begin == reached.end() || begin->second.step < first) return {};
  std::vector<uint32_t> path = {first};
  while (run.step(path.back()).actor != run.step(second).actor) {
    const Reached& step = reached.at(run.step(path.back()).actor);
    if (path.back() != step.step) path.push_back(step.step);
    path.push_back(step.next);
  }
  if (path.back() != second) path.push_back(second);
  return path;
}

}  // namespace hmaplab::session
