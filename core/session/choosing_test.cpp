// Choosing: how far a chosen actor goes, how branches go on behind it, and who is held back.
#include <gtest/gtest.h>

#include "core/session/session.h"
#include "core/vm/run_testing.h"

namespace hmaplab::session {
namespace {

using memory::Point;
using schedule::Actor;
using Until = Verb::Until;

const Actor kSecond = *schedule::actor_named("g2");
const Actor kThird = *schedule::actor_named("g3");

constexpr const char* kTwoWriters = R"(package main

import "sync"

var n int

func inc(m map[string]int) {
	m["a"]++
	n++
}

func main() {
	m := map[string]int{"a": 0}
	var wg sync.WaitGroup
	wg.Add(2)
	for i := 0; i < 2; i++ {
		go func() {
			defer wg.Done()
			private := new(int)
			*private = i
			inc(m)
		}()
	}
	wg.Wait()
	println(n)
}
)";

schedule::Schedule parsed(const std::string& text) { return schedule::parse_schedule(text).value(); }

// At the position at which main waits and both others stand at their first step.
uint32_t both_ready(const Session& session) {
  uint32_t position = 0;
  while (session.step(position).actor == schedule::kMain) ++position;
  return position;
}

Point next_point(const Session& session, Actor actor) { return session.world().next_point(actor); }

TEST(Choosing, ToBlock) {
  auto program = vm::compile(kTwoWriters);
  Session session(*program, {}, parsed("g1! g2! g3!"));
  session.seek(both_ready(session));
  const auto chosen = session.go(kThird, {.until = Until::Block});
  ASSERT_TRUE(chosen);
  EXPECT_EQ(chosen->walk.arrival, Arrival::Blocked);
  EXPECT_TRUE(chosen->is_new_branch);
  EXPECT_TRUE(session.world().has_finished(kThird));
  EXPECT_FALSE(session.world().has_finished(kSecond));
  for (const schedule::Move& move : chosen->walk.moves) EXPECT_EQ(move.actor, kThird);
  EXPECT_FALSE(session.go(kThird, {.until = Until::Block})) << "it has finished";
  EXPECT_FALSE(session.go(schedule::kMain, {.until = Until::Block})) << "it waits";
}

TEST(Choosing, WhatTheBranchDoesAnywayMakesNoBranch) {
  auto program = vm::compile(kTwoWriters);
  Session session(*program, {}, parsed("g1! g2! g3!"));
  session.seek(both_ready(session));
  const auto chosen = session.go(kSecond, {.until = Until::Block});
  ASSERT_TRUE(chosen);
  EXPECT_FALSE(chosen->is_new_branch);
  EXPECT_EQ(session.branch_count(), 1U);
  EXPECT_TRUE(session.world().has_finished(kSecond));
}

TEST(Choosing, ToAPoint) {
  auto program = vm::compile(kTwoWriters);
  Session session(*program, {}, parsed("g1! g2! g3!"));
  session.seek(both_ready(session));
  const Verb verb{.until = Until::Point, .point = Point::mapassign_set_writing};
  auto chosen = session.go(kSecond, verb);
  ASSERT_TRUE(chosen);
  EXPECT_EQ(arrival_text(kSecond, verb, chosen->walk), "g2 stands before mapassign/set_writing");
  EXPECT_EQ(next_point(session, kSecond), Point::mapassign_set_writing);
  chosen = session.go(kSecond, verb);
  EXPECT_EQ(chosen->walk.arrival, Arrival::Blocked) << "it does not come there again";
}

TEST(Choosing, ToTheNextConflict) {
  auto program = vm::compile(kTwoWriters);
  Session session(*program, {}, parsed("g1! g2! g3!"));
  session.seek(both_ready(session));
  const Verb verb{.until = Until::Conflict};
  // Its own variable is nobody else's business; the flags of the map are.
  auto chosen = session.go(kSecond, verb);
  ASSERT_TRUE(chosen && chosen->walk.rival);
  EXPECT_EQ(chosen->walk.rival->actor, kThird);
  const vm::Step next = session.world().preview(kSecond);
  EXPECT_TRUE(next.in_map) << memory::name(next.point);
  // The step that is named does conflict.
  ASSERT_NE(chosen->walk.rival->step, Rival::kItsNext);
  EXPECT_TRUE(vm::conflict(next, session.step(chosen->walk.rival->step)));
  EXPECT_EQ(arrival_text(kSecond, verb, chosen->walk),
            "g2 stands before a conflict with step " + std::to_string(chosen->walk.rival->step + 1) + " of g3");
  // On and on it comes to the count of n, where g3 touches it too, and to the WaitGroup.
  std::vector<Point> points;
  for (int i = 0; i < 60 && chosen && chosen->walk.arrival == Arrival::Reached; ++i) {
    points.push_back(next_point(session, kSecond));
    chosen = session.go(kSecond, verb);
  }
  EXPECT_EQ(points.back(), Point::waitgroup_done);
  EXPECT_EQ(std::count(points.begin(), points.end(), Point::variable_load), 1);
  EXPECT_EQ(std::count(points.begin(), points.end(), Point::variable_store), 1);
  EXPECT_EQ(session.branch_count(), 1U) << "g2 did what the branch does";
}

TEST(Choosing, WhoStandsBeforeAConflictIsItsRival) {
  auto program = vm::compile("package main\n\nvar n int\n\nfunc main() {\n\tgo func() { println(1); n++ }()\n"
                             "\tgo func() { println(2); n++ }()\n\tselect {}\n}\n");
  Session session(*program, {}, parsed("g1! g3>variable/store"));
  uint32_t at = 0;
  while (session.step(at).actor != kThird || session.step(at).access != vm::AccessKind::Load) ++at;
  session.seek(at + 1);  // g3 is about to store
  const auto chosen = session.go(kSecond, {.until = Until::Conflict});
  ASSERT_TRUE(chosen && chosen->walk.rival);
  EXPECT_EQ(chosen->walk.rival->actor, kThird);
  EXPECT_EQ(chosen->walk.rival->step, Rival::kItsNext);
  EXPECT_EQ(next_point(session, kSecond), Point::variable_load);
}

// What main did before it started them comes before all that they do.
TEST(Choosing, NothingConflictsWithWhatWasBeforeOnesTime) {
  auto program = vm::compile("package main\n\nvar n int\n\nfunc main() {\n\tn = 1\n\tdone := make(chan bool)\n"
                             "\tgo func() { n++; done <- true }()\n\t<-done\n}\n");
  Session session(*program, {}, parsed("g1!"));
  session.seek(both_ready(session));
  const auto chosen = session.go(kSecond, {.until = Until::Conflict});
  ASSERT_TRUE(chosen && chosen->walk.rival);
  EXPECT_EQ(next_point(session, kSecond), Point::chan_send) << "n is its own from here on";
}

TEST(Choosing, OutOfAnOperationThenOutOfTheFunction) {
  auto program = vm::compile(kTwoWriters);
  Session session(*program, {}, parsed("g1! g2>mapassign/set_writing g3! g2!"));
  uint32_t at = 0;
  const Actor actor = kSecond;
  while (session.step(at).actor != actor || session.step(at).point != Point::mapassign_set_writing) ++at;
  session.seek(at + 1);
  ASSERT_TRUE(session.go(actor, {.until = Until::Out}));
  EXPECT_EQ(next_point(session, actor), Point::elem_load) << "mapassign has returned, nothing protects the elem";
  const auto chosen = session.go(actor, {.until = Until::Out});
  ASSERT_TRUE(chosen);
  EXPECT_EQ(next_point(session, actor), Point::waitgroup_done) << "inc has returned";
  EXPECT_EQ(chosen->walk.moves.size(), 4U) << "m[a] and n, a load and a store each";
}

TEST(Choosing, StopsOfTheGrainsAreThoseOfTheBranch) {
  auto program = vm::compile(kTwoWriters);
  for (const Grain grain : {Grain::Access, Grain::Operation, Grain::Line}) {
    Session session(*program, {}, parsed("g1! g2! g3!"));
    session.seek(both_ready(session));
    while (!session.world().has_finished(kSecond)) {
      const uint32_t expected = session.next_stop(session.position(), grain);
      ASSERT_TRUE(session.go(kSecond, {.grain = grain}));
      EXPECT_EQ(session.position(), expected) << static_cast<int>(grain);
      EXPECT_EQ(session.branch_count(), 1U);
    }
  }
}

TEST(Choosing, FrozenUntilThawed) {
  auto program = vm::compile(kTwoWriters);
  Session session(*program, {}, parsed("g1! g2! g3!"));
  const uint32_t position = both_ready(session);
  session.seek(position);
  EXPECT_TRUE(session.freeze(kSecond));
  EXPECT_NE(session.hold_of(kSecond), nullptr);
  EXPECT_EQ(session.branch_count(), 2U);
  EXPECT_EQ(session.position(), position);
  for (uint32_t i = position; i < session.length(); ++i) EXPECT_NE(session.step(i).actor, kSecond);
  EXPECT_FALSE(session.last_world().end()) << "main waits for g2";
  EXPECT_EQ(session.ending().headline, "hmaplab: only g2 could move on, held back");
  EXPECT_EQ(session.ending().kind, trace::EndingKind::Limit);
  session.seek(session.length());
  EXPECT_TRUE(session.world().has_finished(kThird));
  // By hand it still moves, as far as one says.
  ASSERT_TRUE(session.choose(kSecond, Grain::Operation));
  EXPECT_EQ(session.position(), session.length());
  EXPECT_FALSE(session.last_world().end());
  EXPECT_TRUE(session.thaw(kSecond));
  EXPECT_TRUE(session.last_world().end());
  EXPECT_EQ(session.ending().go_text, "2\n");
  EXPECT_FALSE(session.thaw(kSecond)) << "it is thawed";
  session.switch_branch(0);
  EXPECT_EQ(session.ending().go_text, "2\n");
}

TEST(Choosing, StarvedForSomeSteps) {
  auto program = vm::compile(kTwoWriters);
  Session session(*program, {}, parsed("g1! g2! g3!"));
  const uint32_t position = both_ready(session);
  session.seek(position);
  ASSERT_TRUE(session.starve(kSecond, 5));
  for (uint32_t i = position; i < position + 5; ++i) EXPECT_EQ(session.step(i).actor, kThird);
  EXPECT_TRUE(session.last_world().end());
  bool moves_later = false;
  for (uint32_t i = position + 5; i < session.length(); ++i)
    moves_later = moves_later || session.step(i).actor == kSecond;
  EXPECT_TRUE(moves_later);
  EXPECT_NE(session.hold_of(kSecond), nullptr);
  session.seek(position + 5);
  EXPECT_EQ(session.hold_of(kSecond), nullptr);
}

TEST(Choosing, RunningOnByAnotherPolicy) {
  auto program = vm::compile(kTwoWriters);
  Session session(*program, {}, parsed("g1! g2! g3!"));
  session.seek(both_ready(session));
  const auto switches = [&] {
    uint32_t count = 0;
    for (uint32_t i = session.position() + 1; i < session.length(); ++i)
      count += session.step(i).actor != session.step(i - 1).actor ? 1 : 0;
    return count;
  };
  EXPECT_FALSE(session.set_policy(schedule::PolicyKind::RunToBlock, 1)) << "as it is";
  EXPECT_LT(switches(), 4U);
  EXPECT_TRUE(session.set_policy(schedule::PolicyKind::RoundRobin, 1));
  EXPECT_GT(switches(), 8U);
  const uint32_t position = session.position();
  int fatal = 0;
  for (uint64_t seed = 1; seed <= 10; ++seed) {
    session.set_policy(schedule::PolicyKind::Adversarial, seed);
    EXPECT_EQ(session.position(), position);
    fatal += session.ending().kind == trace::EndingKind::Fatal ? 1 : 0;
  }
  EXPECT_GT(fatal, 3);
  // Whoever is chosen makes the whole stop, whatever the policy says of the time behind it.
  ASSERT_TRUE(session.choose(kThird, Grain::Operation));
  for (uint32_t i = position; i < session.position(); ++i) EXPECT_EQ(session.step(i).actor, kThird);
  EXPECT_TRUE(session.step(session.position() - 1).ends_operation);
}

TEST(Choosing, BranchesKeepBreakpointsAndBookmarks) {
  auto program = vm::compile(kTwoWriters);
  Session session(*program, {}, parsed("g1! g2! g3!"));
  session.breakpoints().toggle(parse_breakpoint("mapassign/set_writing").value());
  session.seek(both_ready(session));
  EXPECT_EQ(session.continue_forward().hit.size(), 1U);
  session.bookmarks().add(session.place());
  const Place marked = session.place();
  ASSERT_TRUE(session.go(kThird, {.until = Until::Block}));
  ASSERT_EQ(session.branch(), 1U);
  EXPECT_EQ(session.breakpoints().list().size(), 1U);
  session.continue_back();
  EXPECT_EQ(session.step(session.position()).point, Point::mapassign_set_writing);
  session.seek(session.length());
  ASSERT_TRUE(session.go_to(session.bookmarks().named("a")->place));
  EXPECT_EQ(session.place(), marked);
  EXPECT_FALSE(session.go_to({7, 0}));
}

TEST(Choosing, AWalkWithoutEndIsCut) {
  auto program = vm::compile("package main\n\nvar n int\n\nfunc main() {\n\tgo func() {\n\t\tfor {\n\t\t\tn++\n\t\t}\n"
                             "\t}()\n\tselect {}\n}\n");
  vm::Options options;
  options.limits.steps = 500;
  Session session(*program, options, parsed("g1!"));
  session.seek(both_ready(session));
  const auto chosen = session.go(kSecond, {.until = Until::Block});
  ASSERT_TRUE(chosen);
  EXPECT_EQ(chosen->walk.arrival, Arrival::Ended) << "at the limit";
  EXPECT_EQ(session.ending().kind, trace::EndingKind::Limit);
}

}  // namespace
}  // namespace hmaplab::session
