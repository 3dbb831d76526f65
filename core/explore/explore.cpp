#include "core/explore/explore.h"

#include <algorithm>
#include <tuple>

#include "core/explore/census.h"
#include "core/explore/witness.h"
#include "core/vm/run.h"

namespace hmaplab::explore {

using schedule::Actor;
using schedule::Move;

vm::Options explored(vm::Options options) {
  options.collector_steps = vm::CollectorSteps::Whole;
  options.races = true;
  return options;
}

Expected run_to_block_output(const vm::World& start) {
  vm::World world = start;
  vm::run_to_end(world, schedule::Policy(schedule::PolicyKind::RunToBlock));
  return {world.stdout_text()};
}

Exploration::Exploration(const vm::World& start, Request request)
    : start_(start), request_(std::move(request)) {
  if (request_.mode == Mode::Proof) {
    proof_.emplace(start, request_.graph);
  } else {
    graph_.emplace(start, request_.graph);
  }
}

Actor Exploration::last() const {
  return request_.before.empty() ? schedule::kNobody : request_.before.back().actor;
}

std::vector<Move> Exploration::whole(const std::vector<Move>& turns) const {
  std::vector<Move> moves = request_.before;
  for (const Move& move : steps_of(start_, turns, request_.graph.points)) moves.push_back(move);
  return moves;
}

Result Exploration::census() const {
  Result result{.complete = graph_->is_complete(),
                .states = graph_->size(),
                .turns = graph_->turns(),
                .pruned = graph_->pruned()};
  const Census census = count(*graph_);
  result.interleavings = census.interleavings;
  result.never_ends = census.never_ends;
  for (uint32_t node : census.cycles) {
    if (const auto path = path_to(*graph_, last(), node)) result.cycles.push_back(whole(path->turns));
  }
  const auto paths = witnesses(*graph_, last());
  for (size_t i = 0; i < paths.size(); ++i) {
    Found found{.outcome = graph_->outcomes()[i], .share = census.shares[i]};
    if (census.interleavings) found.interleavings = census.interleavings_of[i];
    if (paths[i]) {
      found.switches = paths[i]->switches;
      found.witness = whole(paths[i]->turns);
    }
    result.found.push_back(std::move(found));
  }
  return result;
}

Result Exploration::proof() const {
  Result result{.complete = proof_->is_complete(),
                .states = proof_->states(),
                .turns = proof_->turns(),
                .pruned = proof_->pruned()};
  for (size_t i = 0; i < proof_->outcomes().size(); ++i) {
    const std::vector<Move> turns = proof_->witness(i);
    result.found.push_back({.outcome = proof_->outcomes()[i],
                            .switches = switches_of(start_, turns, request_.graph.points, last()),
                            .witness = whole(turns)});
  }
  return result;
}

std::optional<check::BigInteger> Exploration::interleavings() const {
  return graph_ ? count(*graph_).interleavings : std::nullopt;
}

Result Exploration::result() const {
  Result result = proof_ ? proof() : census();
  std::sort(result.found.begin(), result.found.end(), [](const Found& a, const Found& b) {
    return std::tuple(-a.share.value_or(0), a.outcome) < std::tuple(-b.share.value_or(0), b.outcome);
  });
  return result;
}

}  // namespace hmaplab::explore
