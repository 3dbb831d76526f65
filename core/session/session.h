// One program under study: a complete run of it (a branch), a cursor in that run, and the ways to
// move. The run is always known to its end, so that the deadly step is marked before one gets
// there; choosing another goroutine at the cursor keeps the old branch and runs the new one to its
// end by the policy (run to block).
//
//   branch 0   ──────●──────────────✗        the schedule that was given
//   branch 1         └── g3 ────────✓        chosen otherwise at the cursor
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/bytecode/program.h"
#include "core/schedule/schedule.h"
#include "core/session/bookmarks.h"
#include "core/session/breakpoints.h"
#include "core/session/run_on.h"
#include "core/session/timeline.h"
#include "core/session/walk.h"
#include "core/trace/ending.h"
#include "core/vm/world.h"

namespace hmaplab::session {

// What came of choosing somebody.
struct Chosen {
  Walk walk;        // what it did
  bool is_new_branch = false;
};

class Session {
 public:
  // A branch keeps every step, so a run that does not end by itself is cut here (or at the limit of
  // the options where that is lower).
  static constexpr uint64_t kMostSteps = 1'000'000;

  // `program` must outlive the session. The schedule is followed as far as it fits;
  // `first_difference` says where not.
  Session(const bytecode::Program& program, const vm::Options& options,
          const schedule::Schedule& schedule);

  const bytecode::Program& program() const { return *program_; }
  const vm::World& world() const { return world_; }  // at the cursor
  // Some World at or after every step of the branch: for describing steps.
  const vm::World& last_world() const;

  uint32_t position() const { return position_; }  // steps made, 0..length()
  uint32_t length() const;                         // steps of the branch
  const vm::Step& step(uint32_t index) const;      // 0..length()-1
  const trace::Ending& ending() const;             // of the branch; its step is length()-1
  // What the given schedule could not be followed in: "step 17: g2 is blocked on mu"; empty when it
  // fits.
  const std::string& first_difference() const { return first_difference_; }

  void seek(uint32_t position);  // clamped to 0..length()
  void forward(Grain grain);
  void back(Grain grain);
  // Where forward/back would land: for previews and tests.
  uint32_t next_stop(uint32_t from, Grain grain) const;
  uint32_t previous_stop(uint32_t from, Grain grain) const;

  // Moves `actor` at the cursor by one stop of the grain. When the branch had somebody else move
  // here, this starts a new branch. False when the actor cannot move now.
  bool choose(schedule::Move move, Grain grain);

  // Moves `move.actor` at the cursor as far as the verb says, while nobody else moves; the cursor
  // stands behind it. Where the branch does the same anyway it stays. Nothing when the actor cannot
  // move now.
  std::optional<Chosen> go(schedule::Move move, const Verb& verb);

  // How new branches go on behind what was chosen.
  const RunOn& run_on() const { return run_on_; }
  // Each of these also makes the future of the cursor anew, as a new branch, where it turns out
  // different from that of the branch. They say whether it did.
  bool set_policy(schedule::PolicyKind policy, uint64_t seed);
  bool freeze(schedule::Actor actor);
  bool starve(schedule::Actor actor, uint32_t steps);  // from the cursor on
  bool thaw(schedule::Actor actor);
  const Hold* hold_of(schedule::Actor actor) const { return run_on_.hold_of(actor, position_); }

  // The nearest stop behind or before the cursor, and there.
  Stop continue_forward();
  Stop continue_back();
  Breakpoints& breakpoints() { return breakpoints_; }
  const Breakpoints& breakpoints() const { return breakpoints_; }
  Bookmarks& bookmarks() { return bookmarks_; }
  const Bookmarks& bookmarks() const { return bookmarks_; }
  Place place() const { return {current_, position_}; }
  // Also to another branch; clamped to its length. False when there is no such branch.
  bool go_to(Place place);

  // A branch that follows this schedule from the beginning; when there is one with these moves already, that
  // one. It becomes the current branch, with the cursor as switch_branch leaves it. Gives what of the
  // schedule did not fit; "" when all did.
  std::string start_branch(const schedule::Schedule& schedule);

  size_t branch_count() const { return branches_.size(); }
  size_t branch() const { return current_; }
  void switch_branch(
      size_t branch);  // the cursor goes to the last position that both have in common, or stays
  const Timeline& timeline(size_t branch) const { return branches_[branch]; }

  // The schedule of the first `position` steps, as short text.
  std::string schedule_text(uint32_t position) const;

 private:
  // Whether it can be made at the cursor; leaves a choice out where there is none.
  bool can_choose(schedule::Move& move) const;
  // Whether the branch makes it at the cursor.
  bool is_next(const schedule::Move& move) const;
  void start_branch(Timeline branch);
  // Makes the future of the cursor anew by run_on_.
  bool run_anew();

  const bytecode::Program* program_;
  std::vector<Timeline> branches_;
  size_t current_ = 0;
  uint32_t position_ = 0;
  vm::World world_;
  std::string first_difference_;
  RunOn run_on_;
  Breakpoints breakpoints_;
  Bookmarks bookmarks_;
};

}  // namespace hmaplab::session
