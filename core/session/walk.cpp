#include "core/session/walk.h"

#include <fmt/format.h>

#include "core/session/conflicts.h"

namespace hmaplab::session {

using schedule::Actor;
using Until = Verb::Until;

namespace {

// Not before the first step of one.
bool in_operation(const vm::Goroutine* goroutine) {
  return goroutine && !std::holds_alternative<std::monostate>(goroutine->operation) &&
         !goroutine->operation_begins;
}

class Walker {
 public:
  Walker(const Timeline& branch, uint32_t position, Actor actor, const Verb& verb)
      : verb_(verb), actor_(actor), world_(branch.world_at(position)) {
    const vm::Goroutine* goroutine = world_.goroutine(actor);
    if (verb.until == Until::Conflict) conflicts_.emplace(branch, position, world_, actor);
    leaves_operation_ = verb.until == Until::Out && in_operation(goroutine);
    depth_ = goroutine ? goroutine->frames.size() : 0;
    if (depth_ > 0) function_ = goroutine->frames.back().function;
  }

  Walk go(schedule::Move first) {
    Walk walk;
    line_ = world_.preview(first).line;
    for (schedule::Move move = first;; move = actor_) {
      const vm::Step made = world_.step(move);
      walk.moves.push_back(made.move());
      if (world_.end()) return arrived(walk, Arrival::Ended);
      if (is_reached(made, walk)) return arrived(walk, Arrival::Reached);
      if (!world_.is_enabled(actor_)) return arrived(walk, Arrival::Blocked);
      if (walk.moves.size() >= Walk::kMostSteps) return arrived(walk, Arrival::TooFar);
    }
  }

 private:
  static Walk arrived(Walk& walk, Arrival arrival) {
    walk.arrival = arrival;
    return std::move(walk);
  }

  bool is_reached(const vm::Step& made, Walk& walk) {
    switch (verb_.until) {
      case Until::Stop:
        return is_stop(made);
      case Until::Block:
        return false;
      case Until::Point:
        return world_.is_enabled(actor_) && world_.next_point(actor_) == verb_.point;
      case Until::Conflict:
        walk.rival = rival();
        return walk.rival.has_value();
      case Until::Out:
        return leaves_operation_ ? !in_operation(world_.goroutine(actor_)) : has_returned();
    }
    return true;
  }

  bool is_stop(const vm::Step& made) {
    switch (verb_.grain) {
      case Grain::Access:
        return true;
      case Grain::Operation:
        return made.ends_operation;
      case Grain::Line:
        return world_.is_enabled(actor_) && world_.preview(actor_).line != line_;
    }
    return true;
  }

  // In the place of its frame there is nothing, or already another call.
  bool has_returned() const {
    const vm::Goroutine* goroutine = world_.goroutine(actor_);
    return !goroutine || goroutine->frames.size() < depth_ || depth_ == 0 ||
           goroutine->frames[depth_ - 1].function != function_;
  }

  std::optional<Rival> rival() const {
    if (!world_.is_enabled(actor_) || !world_.next_is_visible(actor_)) return std::nullopt;
    const auto touch = vm::touch_of(world_.preview(actor_));
    return touch ? conflicts_->with(*touch) : std::nullopt;
  }

  const Verb verb_;
  const Actor actor_;
  vm::World world_;
  std::optional<Conflicts> conflicts_;
  bool leaves_operation_ = false;
  size_t depth_ = 0;       // frames at the beginning
  uint32_t function_ = 0;  // of the innermost of them
  uint32_t line_ = 0;  // of the first step
};

}  // namespace

Walk walk(const Timeline& branch, uint32_t position, schedule::Move first, const Verb& verb) {
  return Walker(branch, position, first.actor, verb).go(first);
}

std::string arrival_text(Actor walker, const Verb& verb, const Walk& walk) {
  const std::string name = schedule::name(walker);
  switch (walk.arrival) {
    case Arrival::Blocked:
      return name + " cannot go on";
    case Arrival::Ended:
      return "the process has ended";
    case Arrival::TooFar:
      return fmt::format("{} goes on for more than {} steps", name, Walk::kMostSteps);
    case Arrival::Reached:
      break;
  }
  if (walk.rival) {
    const std::string other = schedule::name(walk.rival->actor);
    return walk.rival->step == Rival::kItsNext
               ? fmt::format("{} stands before a conflict with the next step of {}", name, other)
               : fmt::format("{} stands before a conflict with step {} of {}", name,
                             walk.rival->step + 1, other);
  }
  if (verb.until == Until::Point) return fmt::format("{} stands before {}", name, memory::name(verb.point));
  return fmt::format("{} made {} step{}", name, walk.moves.size(), walk.moves.size() == 1 ? "" : "s");
}

}  // namespace hmaplab::session
