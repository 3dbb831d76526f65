// Whatever way leads to a step of a run, the World is the same there.
#include <gtest/gtest.h>

#include "core/session/session.h"
#include "core/vm/run_testing.h"

namespace hmaplab::session {
namespace {

constexpr uint64_t kMostSteps = 2'000;

vm::Options cut() {
  vm::Options options;
  options.limits.steps = kMostSteps;
  return options;
}

// The names of all Worlds of the run, by stepping through it once.
std::vector<base::Hash128> names_along(const bytecode::Program& program, const Session& session) {
  vm::World world(program, session.world().options());
  std::vector<base::Hash128> names{world.hash()};
  for (uint32_t i = 0; i < session.length(); ++i) {
    world.step(session.step(i).move());
    names.push_back(world.hash());
  }
  return names;
}

// Leaves the run for somebody else's move, looks around there, and comes back.
void branch_and_return(Session& session, base::RandomStream& random) {
  const std::vector<schedule::Actor> enabled = session.world().enabled();
  if (enabled.empty()) return;
  session.choose(enabled[random.below(enabled.size())], Grain::Access);
  session.seek(static_cast<uint32_t>(random.below(session.length() + 1)));
  session.switch_branch(0);
}

void walk(const bytecode::Program& program, uint64_t seed) {
  Session session(program, cut(), {});
  const std::vector<base::Hash128> names = names_along(program, session);
  base::RandomStream random{base::mix64(seed)};
  constexpr Grain kGrains[] = {Grain::Line, Grain::Operation, Grain::Access};
  size_t branchings = 0;
  for (int move = 0; move < 60; ++move) {
    const Grain grain = kGrains[random.below(3)];
    switch (random.below(6)) {
      case 0:
      case 1:
        session.seek(static_cast<uint32_t>(random.below(session.length() + 1)));
        break;
      case 2:
        session.back(grain);
        break;
      case 3:
        if (++branchings <= 4) branch_and_return(session, random);
        break;
      default:
        session.forward(grain);
    }
    ASSERT_EQ(session.branch(), 0u);
    ASSERT_EQ(session.world().hash(), names[session.position()]) << "at " << session.position();
  }
}

TEST(Routes, MeetInTheSameStatesInAHundredPrograms) {
  int walked = 0;
  for (const char* folder : {"programs", "deadlocks", "endings", "races", "run"}) {
    for (const auto& path : vm::go_files(folder)) {
      if (walked == 100) break;
      SCOPED_TRACE(path.string());
      const auto program = vm::compile(vm::read_file(path), true);
      if (!program) continue;
      walk(*program, static_cast<uint64_t>(++walked));
      if (HasFatalFailure()) return;
    }
  }
  EXPECT_EQ(walked, 100);
}

}  // namespace
}  // namespace hmaplab::session
