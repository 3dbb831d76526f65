// Timeline: one complete run, from the first step to the end of the process: its steps, and enough
// kept Worlds to be at any of them quickly. A position p stands between steps: p steps are made.
// (Where only actors that are held back could move on, a run stops without an end of the process.)
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/schedule/schedule.h"
#include "core/session/run_on.h"
#include "core/trace/ending.h"
#include "core/vm/steps.h"
#include "core/vm/world.h"

namespace hmaplab::session {

class Timeline {
 public:
  // A branch is run on for so many steps at most, so that many of them can be kept, and choosing
  // otherwise in a run without end takes no time.
  static constexpr uint32_t kMostOfBranch = 100'000;

  // Follows the schedule and goes on by running to block until the process ends.
  Timeline(const vm::World& start, const schedule::Schedule& schedule);
  // The first `position` steps of `trunk`, then these moves, then running on.
  Timeline(const Timeline& trunk, uint32_t position, const std::vector<schedule::Move>& moves,
           const RunOn& how);

  // The run that this schedule gives from the beginning, seen as a branch of `trunk`.
  Timeline(const Timeline& trunk, const schedule::Schedule& schedule);

  uint32_t length() const { return static_cast<uint32_t>(steps_.size()); }
  const vm::Step& step(uint32_t index) const { return steps_[index]; }
  const vm::Steps& steps() const { return steps_; }
  const vm::World& last() const { return last_; }
  const trace::Ending& ending() const { return ending_; }
  vm::World world_at(uint32_t position) const;
  // The last position up to `position` at which a World is kept: from there world_at steps on.
  uint32_t kept_before(uint32_t position) const { return position / spacing_ * spacing_; }

  // Where this run left the one it came from; 0 for the first.
  uint32_t branched_at() const { return branched_at_; }
  // What of the schedule did not fit; "" when all did.
  const std::string& first_difference() const { return first_difference_; }

 private:
  // Worlds are kept at this many positions at most, the same number of steps apart: a long run
  // keeps fewer of them to the step.
  static constexpr size_t kMostKept = 1024;
  static constexpr uint32_t kClosest = 32;

  void keep();
  void made(const vm::Step& step);
  void run_on(schedule::Actor current, const RunOn& how);
  bool only_these_can_move(const std::vector<schedule::Actor>& held) const;
  std::string enabled_of(const std::vector<schedule::Actor>& held) const;
  trace::Ending ending_without_end(const std::string& why) const;

  vm::Steps steps_;  // shared with the runs that left this one, as are the kept Worlds
  std::vector<std::shared_ptr<const vm::World>> kept_;  // before each step that spacing_ divides
  uint32_t spacing_ = kClosest;
  vm::World last_;
  trace::Ending ending_;
  uint32_t branched_at_ = 0;
  uint32_t most_ = ~uint32_t{0};  // steps; the World has a limit of its own
  std::string first_difference_;
};

// The first step that is not made by the same move in both; nothing when all are.
std::optional<uint32_t> first_difference_of(const Timeline& one, const Timeline& other);

}  // namespace hmaplab::session
