// Brute force against which explorations are held: every schedule is run from the beginning of the
// program, one after the other; nothing is merged, nothing is kept, and no code of explore/ is used.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include "core/trace/map_check.h"
#include "core/vm/world.h"

namespace hmaplab::explore {

struct EnumeratedEnd {
  uint64_t runs = 0;
  double share = 0;
  uint32_t switches = ~0u;  // the fewest of all runs that end so
};

class Enumerator {
 public:
  Enumerator(const bytecode::Program& program, const vm::Options& options)
      : program_(program), options_(options) {}

  // False when there are more than `most` schedules; `ends` is then not complete.
  bool run(uint64_t most) {
    for (uint64_t runs = 0; runs < most; ++runs) {
      run_once();
      while (!decisions_.empty() && decisions_.back().taken + 1 == decisions_.back().moves.size())
        decisions_.pop_back();
      if (decisions_.empty()) return true;
      ++decisions_.back().taken;
    }
    return false;
  }

  std::map<std::string, EnumeratedEnd> ends;

 private:
  // Between which moves there was a choice before a visible step, and which of them it is now.
  struct Decision {
    std::vector<schedule::Move> moves;
    std::vector<double> shares;
    size_t taken = 0;
  };

  // Runs the actor up to its next visible step; false when it comes to no such step.
  static bool stands_before_visible(vm::World& world, schedule::Actor actor) {
    while (world.is_enabled(actor)) {
      vm::World ahead = world;
      if (ahead.step(actor).visible) return true;
      world = std::move(ahead);
    }
    return false;
  }

  static Decision decision_in(const vm::World& world) {
    Decision decision;
    std::vector<std::vector<uint32_t>> cases;
    std::vector<schedule::Actor> actors;
    for (schedule::Actor actor : world.enabled()) {
      vm::World ahead = world;
      if (!stands_before_visible(ahead, actor)) continue;
      actors.push_back(actor);
      cases.push_back(ahead.ready_cases(actor));
    }
    for (size_t i = 0; i < actors.size(); ++i) {
      const double share = 1.0 / static_cast<double>(actors.size());
      if (cases[i].size() < 2) {
        decision.moves.emplace_back(actors[i]);
        decision.shares.push_back(share);
        continue;
      }
      for (uint32_t taken : cases[i]) {
        decision.moves.emplace_back(actors[i], taken);
        decision.shares.push_back(share / static_cast<double>(cases[i].size()));
      }
    }
    return decision;
  }

  // What nobody sees is done by whoever is left with it.
  static void finish(vm::World& world) {
    while (!world.end()) world.step(world.enabled().front());
  }

  void run_once() {
    vm::World world(program_, options_);
    double share = 1;
    uint32_t switches = 0;
    schedule::Actor last = schedule::kNobody;
    for (size_t depth = 0; !world.end(); ++depth) {
      if (depth == decisions_.size()) {
        Decision decision = decision_in(world);
        if (decision.moves.empty()) {
          finish(world);
          break;
        }
        decisions_.push_back(std::move(decision));
      }
      const Decision& now = decisions_[depth];
      const schedule::Move move = now.moves[now.taken];
      share *= now.shares[now.taken];
      for (const schedule::Move& other : now.moves) {
        if (other.actor != last || move.actor == last) continue;
        ++switches;
        break;
      }
      last = move.actor;
      stands_before_visible(world, move.actor);
      world.step(move);
    }
    EnumeratedEnd& end = ends[text_of(world)];
    ++end.runs;
    end.share += share;
    end.switches = std::min(end.switches, switches);
  }

  std::string text_of(const vm::World& world) const {
    const vm::End& end = *world.end();
    static const std::regex numbers("0x[0-9a-f]+|goroutine [0-9]+");
    return std::regex_replace(end.headline, numbers, "N") + "|" + world.stdout_text() + "|" +
           std::to_string(end.exit_status) + (world.raced() ? "|race" : "") + (trace::wrong_map(world).empty() ? "" : "|wrong map");
  }

  const bytecode::Program& program_;
  const vm::Options& options_;
  std::vector<Decision> decisions_;
};

}  // namespace hmaplab::explore
