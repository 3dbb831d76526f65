// Timeline: one complete run, from the first step to the end of the process: its steps, and enough
// kept Worlds to be at any of them quickly. A position p stands between steps: p steps are made.
// (Where only actors that are held back could move on, a run stops without an end of the process.)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/schedule/schedule.h"
#include "core/session/run_on.h"
#include "core/trace/ending.h"
#include "core/vm/world.h"

namespace hmaplab::session {

class Timeline {
 public:
  // Follows the schedule and goes on by running to block until the process ends.
  Timeline(const vm::World& start, const schedule::Schedule& schedule);
  // The first `position` steps of `trunk`, then these moves, then running on.
  Timeline(const Timeline& trunk, uint32_t position, const std::vector<schedule::Move>& moves,
           const RunOn& how);

  uint32_t length() const { return static_cast<uint32_t>(steps_.size()); }
  const vm::Step& step(uint32_t index) const { return steps_[index]; }
  const std::vector<vm::Step>& steps() const { return steps_; }
  const vm::World& last() const { return last_; }
  const trace::Ending& ending() const { return ending_; }
  vm::World world_at(uint32_t position) const;

  // Where this run left the one it came from; 0 for the first.
  uint32_t branched_at() const { return branched_at_; }
  // What of the schedule did not fit; "" when all did.
  const std::string& first_difference() const { return first_difference_; }

 private:
  // A World is kept before each step whose number is a multiple of this.
  static constexpr uint32_t kKeepEvery = 32;

  void made(const vm::Step& step);
  void run_on(schedule::Actor current, const RunOn& how);
  bool only_these_can_move(const std::vector<schedule::Actor>& held) const;
  trace::Ending ending_without_end(const std::vector<schedule::Actor>& held) const;

  std::vector<vm::Step> steps_;
  std::vector<vm::World> kept_;
  vm::World last_;
  trace::Ending ending_;
  uint32_t branched_at_ = 0;
  std::string first_difference_;
};

// The first step that is not made by the same move in both; nothing when all are.
std::optional<uint32_t> first_difference_of(const Timeline& one, const Timeline& other);

}  // namespace hmaplab::session
