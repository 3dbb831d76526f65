#include "core/explore/proof.h"

#include <algorithm>
#include <utility>

namespace hmaplab::explore {

using schedule::Move;

namespace {

bool contains(const std::vector<Move>& turns, const Move& turn) {
  return std::find(turns.begin(), turns.end(), turn) != turns.end();
}

}  // namespace

ProofSearch::ProofSearch(const vm::World& start, GraphOptions options)
    : options_(std::move(options)) {
  vm::World world = start;
  settle(world);
  arrive(std::move(world), 0, schedule::kNobody, {});
}

bool ProofSearch::advance(uint64_t turns) {
  for (; turns > 0 && can_go_on(); --turns) take_next();
  return can_go_on();
}

void ProofSearch::note_end(const vm::World& world, uint32_t node) {
  if (outcomes_.number_of(world, options_.expected) == ends_.size()) ends_.push_back(node);
}

// At a World that is known already, only turns that have been asleep each time so far are left to be
// taken.
void ProofSearch::arrive(vm::World world, uint32_t from, Move turn, std::vector<Asleep> asleep) {
  const auto [place, fresh] =
      index_.try_emplace(world.hash(), static_cast<uint32_t>(nodes_.size()));
  const uint32_t index = place->second;
  if (fresh) nodes_.push_back({.from = from, .turn = turn});
  if (world.end()) {
    if (fresh) note_end(world, index);
    return;
  }
  auto sleeps_now = [&](const Move& candidate) {
    return std::any_of(asleep.begin(), asleep.end(),
                       [&](const Asleep& one) { return one.turn == candidate; });
  };
  std::vector<Move> todo;
  std::vector<Move> still;
  for (const Move& candidate : explore::turns(world)) {
    const bool slept = fresh || contains(nodes_[index].asleep, candidate);
    if (!slept) continue;  // taken on an earlier visit
    (sleeps_now(candidate) ? still : todo).push_back(candidate);
  }
  pruned_ += fresh ? still.size() : 0;
  pruned_ -= fresh ? 0 : todo.size();
  nodes_[index].asleep = std::move(still);
  if (!todo.empty())
    path_.push_back({std::move(world), index, std::move(todo), std::move(asleep)});
}

void ProofSearch::take_next() {
  Visit& visit = path_.back();
  const Move turn = visit.todo[visit.next++];
  const uint32_t node = visit.node;
  const bool is_last = visit.next == visit.todo.size();
  vm::World world = is_last ? std::move(visit.world) : visit.world;
  Made made;
  take_turn(world, turn, options_.points, &made);
  ++taken_;
  const Footprint footprint = footprint_of(made, world);
  std::vector<Asleep> asleep;
  for (const Asleep& one : visit.asleep) {
    if (one.turn.actor != turn.actor && are_independent(one.footprint, footprint))
      asleep.push_back(one);
  }
  visit.asleep.push_back({turn, footprint});
  if (is_last) path_.pop_back();
  arrive(std::move(world), node, turn, std::move(asleep));
}

std::vector<Move> ProofSearch::witness(size_t outcome) const {
  std::vector<Move> turns;
  for (uint32_t at = ends_[outcome]; nodes_[at].turn.actor != schedule::kNobody; at = nodes_[at].from)
    turns.push_back(nodes_[at].turn);
  std::reverse(turns.begin(), turns.end());
  return turns;
}

}  // namespace hmaplab::explore
