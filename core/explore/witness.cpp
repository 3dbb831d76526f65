#include "core/explore/witness.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <map>

namespace hmaplab::explore {

using schedule::Actor;
using schedule::Move;

namespace {

// Paths with the fewest switches, found in the order of their number of switches.
class Search {
 public:
  Search(const Graph& graph, Actor last) : graph_(graph), heads_(graph.size(), kNone) {
    reach(Graph::kRoot, last, kNone, {schedule::kNobody}, 0);
  }

  // The next node on a path that is the best for its last actor; nothing when all were found.
  std::optional<uint32_t> next() {
    while (!open_.empty()) {
      const uint32_t at = open_.front();
      open_.pop_front();
      if (places_[at].done) continue;
      places_[at].done = true;
      go_on(at);
      current_ = at;
      return places_[at].node;
    }
    return std::nullopt;
  }

  Path path() const {
    Path path{.switches = places_[current_].switches};
    for (uint32_t at = current_; places_[at].from != kNone; at = places_[at].from)
      path.turns.push_back(places_[at].move);
    std::reverse(path.turns.begin(), path.turns.end());
    return path;
  }

 private:
  static constexpr uint32_t kNone = ~0u;
  // A node, come to by a move of this actor. Those of one node are a list.
  struct Place {
    uint32_t node;
    uint32_t from;
    uint32_t switches;
    uint32_t next_of_node;
    Move move;
    Actor last;
    bool done = false;
  };

  void go_on(uint32_t at) {
    const auto edges = graph_.edges(places_[at].node);
    const Actor last = places_[at].last;
    const bool can_go_on = std::any_of(edges.begin(), edges.end(),
                                       [&](const Edge& edge) { return edge.move.actor == last; });
    for (const Edge& edge : edges) {
      const bool is_switch = can_go_on && edge.move.actor != last;
      reach(edge.to, edge.move.actor, at, edge.move, places_[at].switches + (is_switch ? 1 : 0));
    }
  }

  void reach(uint32_t node, Actor last, uint32_t from, Move move, uint32_t switches) {
    uint32_t place = heads_[node];
    while (place != kNone && places_[place].last != last) place = places_[place].next_of_node;
    if (place == kNone) {
      place = static_cast<uint32_t>(places_.size());
      places_.push_back({node, from, switches, heads_[node], move, last});
      heads_[node] = place;
    } else if (!places_[place].done && switches < places_[place].switches) {
      places_[place].from = from;
      places_[place].switches = switches;
      places_[place].move = move;
    } else {
      return;
    }
    const bool costs = from != kNone && switches > places_[from].switches;
    if (costs) {
      open_.push_back(place);
    } else {
      open_.push_front(place);
    }
  }

  const Graph& graph_;
  std::vector<uint32_t> heads_;
  std::vector<Place> places_;
  std::deque<uint32_t> open_;
  uint32_t current_ = 0;
};

}  // namespace

std::vector<std::optional<Path>> witnesses(const Graph& graph, Actor last) {
  std::vector<std::optional<Path>> found(graph.outcomes().size());
  size_t missing = found.size();
  Search search(graph, last);
  for (auto node = search.next(); node && missing > 0; node = search.next()) {
    const uint32_t outcome = graph.node(*node).outcome;
    if (outcome == Node::kNoOutcome || found[outcome]) continue;
    found[outcome] = search.path();
    --missing;
  }
  return found;
}

std::optional<Path> path_to(const Graph& graph, Actor last, uint32_t wanted) {
  Search search(graph, last);
  for (auto node = search.next(); node; node = search.next()) {
    if (*node == wanted) return search.path();
  }
  return std::nullopt;
}

uint32_t switches_of(vm::World world, const std::vector<Move>& turns, Points points, Actor last) {
  uint32_t switches = 0;
  settle(world);
  for (const Move& turn : turns) {
    if (turn.actor != last && world.is_enabled(last)) ++switches;
    take_turn(world, turn, points);
    last = turn.actor;
  }
  return switches;
}

std::vector<Move> steps_of(vm::World world, const std::vector<Move>& turns, Points points) {
  std::vector<Move> moves;
  std::map<Actor, std::vector<Move>> unseen;
  auto put_off = [&](const Made& made) {
    for (const vm::Step& step : made.others) unseen[step.actor].push_back(step.move());
  };
  auto emit = [&](Actor actor) {
    std::vector<Move>& steps = unseen[actor];
    moves.insert(moves.end(), steps.begin(), steps.end());
    steps.clear();
  };
  Made first;
  settle(world, &first);
  put_off(first);
  for (const Move& turn : turns) {
    Made made;
    take_turn(world, turn, points, &made);
    // All are asleep only when everybody has done what he does unseen.
    const bool all_asleep = world.end() && world.end()->kind == vm::EndKind::Deadlock;
    for (auto& [actor, rest] : unseen) {
      if (all_asleep && actor != turn.actor) emit(actor);
    }
    emit(turn.actor);
    for (const vm::Step& step : made.own) moves.push_back(step.move());
    put_off(made);
    for (auto& [actor, rest] : unseen) {
      if (all_asleep) emit(actor);
    }
  }
  return moves;
}

}  // namespace hmaplab::explore
