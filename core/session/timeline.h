// Timeline: one complete run, from the first step to the end of the process: its steps, and enough
// kept Worlds to be at any of them quickly. A position p stands between steps: p steps are made.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/schedule/schedule.h"
#include "core/trace/ending.h"
#include "core/vm/world.h"

namespace hmaplab::session {

class Timeline {
 public:
  // Follows the schedule and goes on by running to block until the process ends.
  Timeline(const vm::World& start, const schedule::Schedule& schedule);
  // The first `position` steps of `trunk`, then one move, then running to block.
  Timeline(const Timeline& trunk, uint32_t position, schedule::Move move);

  // The run that this schedule gives from the beginning, seen as a branch of `trunk`.
  Timeline(const Timeline& trunk, const schedule::Schedule& schedule);

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
  void run_on(schedule::Actor current);

  std::vector<vm::Step> steps_;
  std::vector<vm::World> kept_;
  vm::World last_;
  trace::Ending ending_;
  uint32_t branched_at_ = 0;
  std::string first_difference_;
};

}  // namespace hmaplab::session
