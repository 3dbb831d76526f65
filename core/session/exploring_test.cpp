// What an exploration finds can be opened as a branch of the session, with the same end.
#include "core/session/exploring.h"

#include <gtest/gtest.h>

#include <memory>

#include "core/bytecode/compiler.h"
#include "core/explore/explore.h"
#include "core/vm/run.h"

namespace hmaplab::session {
namespace {

constexpr const char* kLostUpdate = R"(package main

var n int

func main() {
	done := make(chan bool)
	for i := 0; i < 2; i++ {
		go func() {
			n++
			done <- true
		}()
	}
	<-done
	<-done
	println(n)
	if n != 2 {
		panic("lost")
	}
}
)";

constexpr const char* kFinalizer = R"(package main

import "runtime"

type box struct{ v *int }

var x int

func main() {
	b := &box{v: &x}
	runtime.SetFinalizer(b, func(b *box) { x = 1 })
	b = nil
	runtime.GC()
	if x == 1 {
		panic("the finalizer was faster")
	}
}
)";

std::unique_ptr<bytecode::Program> compiled(const char* source) {
  auto result = bytecode::compile_source("main.go", source);
  EXPECT_TRUE(result.program);
  return std::move(result.program);
}

// All outcomes from the session's cursor on.
explore::Result explored(const Session& session) {
  vm::World world(session.program(), explore::explored(session.world().options()));
  explore::Request request{.before = moves_to_explore(session, session.position())};
  request.graph.expected = explore::run_to_block_output(world);
  for (const schedule::Move& move : request.before) world.step(move);
  explore::Exploration exploration(world, request);
  EXPECT_FALSE(exploration.interleavings() && !exploration.interleavings()->is_zero());
  while (exploration.advance(100'000)) {
  }
  const explore::Result result = exploration.result();
  EXPECT_EQ(exploration.interleavings(), result.interleavings);
  return result;
}

void expect_all_open(const char* source) {
  const auto program = compiled(source);
  Session session(*program, {}, {});
  for (uint32_t position = 0; position < session.length(); position += 3) {
    session.switch_branch(0);
    session.seek(position);
    const explore::Result result = explored(session);
    EXPECT_TRUE(result.complete);
    for (const explore::Found& found : result.found) {
      session.switch_branch(0);
      session.seek(position);
      EXPECT_EQ(session.start_branch(schedule_to_show(found.witness)), "");
      EXPECT_GE(
          session.timeline(session.branch()).branched_at() + (session.branch() == 0 ? position : 0),
          position);
      EXPECT_EQ(session.position(), position) << "all of them begin with the run so far";
      EXPECT_EQ(session.last_world().end()->headline, found.outcome.text);
      EXPECT_EQ(session.last_world().end()->exit_status, found.outcome.exit);
    }
  }
}

TEST(Exploring, EveryOutcomeOpensAsABranch) {
  expect_all_open(kLostUpdate);
  expect_all_open(kFinalizer);
}

TEST(Exploring, ABranchThatIsThereIsNotMadeAgain) {
  const auto program = compiled(kLostUpdate);
  Session session(*program, {}, {});
  const schedule::Schedule same =
      schedule::parse_schedule(session.schedule_text(session.length())).value();
  EXPECT_EQ(session.start_branch(same), "");
  EXPECT_EQ(session.branch_count(), 1U);
  const schedule::Schedule other = schedule::parse_schedule("g1! g3! g2!").value();
  EXPECT_EQ(session.start_branch(other), "");
  EXPECT_EQ(session.branch_count(), 2U);
  EXPECT_EQ(session.branch(), 1U);
  EXPECT_GT(session.timeline(1).branched_at(), 0U);
  session.switch_branch(0);
  EXPECT_EQ(session.start_branch(other), "");
  EXPECT_EQ(session.branch_count(), 2U);
  EXPECT_NE(session.start_branch(schedule::parse_schedule("g1 g9").value()), "")
      << "it says what did not fit";
}

}  // namespace
}  // namespace hmaplab::session
