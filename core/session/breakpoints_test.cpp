#include "core/session/breakpoints.h"

#include <gtest/gtest.h>

#include "core/session/bookmarks.h"
#include "core/session/session.h"
#include "core/vm/run_testing.h"

namespace hmaplab::session {
namespace {

constexpr const char* kLoops = R"(package main

var n int

func add() {
	for i := 0; i < 3; i++ {
		n++
	}
}

func main() {
	m := map[int]int{}
	add()
	m[1] = n
	m[2] = n
	var bad map[int]int
	bad[1] = 1
}
)";

Breakpoint breakpoint(const std::string& text) {
  auto parsed = parse_breakpoint(text);
  EXPECT_TRUE(parsed) << text << ": " << (parsed ? "" : parsed.error());
  return parsed ? parsed.value() : Breakpoint{};
}

std::vector<uint32_t> stops(const Timeline& run, const Breakpoints& breakpoints) {
  std::vector<uint32_t> positions;
  for (uint32_t at = 0; at < run.length();) {
    at = breakpoints.next(run, at).position;
    positions.push_back(at);
  }
  return positions;
}

TEST(Breakpoints, ALineStopsOnceForEachRoundOfALoop) {
  auto program = vm::compile(kLoops);
  const Timeline run(vm::World(*program, {}), {});
  Breakpoints breakpoints;
  breakpoints.toggle(breakpoint("line 7"));
  const std::vector<uint32_t> found = stops(run, breakpoints);
  ASSERT_EQ(found.size(), 4U) << "three rounds and the end";
  for (size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(run.step(found[i]).line, 7U);
    EXPECT_EQ(run.step(found[i]).access, vm::AccessKind::Load);
  }
  EXPECT_EQ(found.back(), run.length());
}

TEST(Breakpoints, BackwardsTheSameStopsInReverse) {
  auto program = vm::compile(kLoops);
  const Timeline run(vm::World(*program, {}), {});
  Breakpoints breakpoints;
  for (const char* text : {"7", "mapassign/set_writing", "13", "panic"})
    breakpoints.toggle(breakpoint(text));
  std::vector<uint32_t> forwards = stops(run, breakpoints);
  std::vector<uint32_t> backwards{run.length()};
  while (backwards.back() > 0) backwards.push_back(breakpoints.previous(run, backwards.back()).position);
  EXPECT_EQ(backwards.back(), 0U) << "the beginning is a stop";
  backwards.pop_back();
  std::reverse(backwards.begin(), backwards.end());
  if (forwards.front() == 0) forwards.erase(forwards.begin());
  EXPECT_EQ(forwards, backwards);
  EXPECT_GT(forwards.size(), 5U);
}

TEST(Breakpoints, SayWhichOneWasHit) {
  auto program = vm::compile(kLoops);
  const Timeline run(vm::World(*program, {}), {});
  Breakpoints breakpoints;
  breakpoints.toggle(breakpoint("bad"));
  breakpoints.toggle(breakpoint("mapassign/set_writing"));
  Stop stop = breakpoints.next(run, 0);
  EXPECT_EQ(run.step(stop.position).point, memory::Point::mapassign_set_writing);
  EXPECT_EQ(stop_text(run, breakpoints, stop),
            "stopped at step " + std::to_string(stop.position) + ": mapassign/set_writing");
  breakpoints.set_active(1, false);
  stop = breakpoints.next(run, 0);
  EXPECT_EQ(stop.position, run.length());
  EXPECT_EQ(stop.hit, std::vector<size_t>{0});
  EXPECT_EQ(stop_text(run, breakpoints, stop), "stopped at step " + std::to_string(run.length()) + ": bad");
  breakpoints.remove(0);
  EXPECT_EQ(stop_text(run, breakpoints, breakpoints.next(run, 0)), "the end of the run");
  EXPECT_EQ(stop_text(run, breakpoints, breakpoints.previous(run, 3)), "the beginning");
}

TEST(Breakpoints, OfADeadlockIsNotHitByAPanic) {
  auto program = vm::compile(kLoops);
  const Timeline run(vm::World(*program, {}), {});
  Breakpoints breakpoints;
  breakpoints.toggle(breakpoint("deadlock"));
  EXPECT_TRUE(breakpoints.next(run, 0).hit.empty());
  breakpoints.toggle(breakpoint("panic"));
  EXPECT_EQ(breakpoints.next(run, 0).hit, std::vector<size_t>{1});
}

TEST(Breakpoints, StopBehindAWrite) {
  auto program = vm::compile(kLoops);
  const Timeline run(vm::World(*program, {}), {});
  const Word n{program->package_variables().front().address, 8};
  Breakpoints breakpoints;
  breakpoints.toggle({.kind = Breakpoint::Kind::Write, .word = n});
  uint32_t at = 0;
  for (uint64_t value = 1; value <= 3; ++value) {
    at = breakpoints.next(run, at).position;
    EXPECT_EQ(run.world_at(at).heap().load<uint64_t>(n.address), value);
    EXPECT_EQ(run.world_at(at - 1).heap().load<uint64_t>(n.address), value - 1);
  }
  EXPECT_EQ(breakpoints.next(run, at).position, run.length());
}

TEST(Breakpoints, AsTextAndBack) {
  for (const char* text : {"line 12", "evacuate/store_tophash", "write 0xc000012000 24", "bad", "panic",
                           "fatal", "throw", "deadlock", "limit"})
    EXPECT_EQ(to_text(breakpoint(text)), text);
  EXPECT_EQ(to_text(breakpoint(" 12 ")), "line 12");
  EXPECT_EQ(to_text(breakpoint("write 0xc000012000")), "write 0xc000012000 8");
  for (const char* text : {"", "line", "line x", "0", "99999999999999999999", "12x", "write", "write 12",
                           "write 0xq", "write 0xc000012000 0", "write 0xc000012000 8 8",
                           "write 0xffffffffffffffff 8", "mapassign/nothing", "panics"}) {
    auto wrong = parse_breakpoint(text);
    ASSERT_FALSE(wrong) << text;
    EXPECT_FALSE(wrong.error().empty());
  }
}

TEST(Breakpoints, TogglingTwiceIsNothing) {
  Breakpoints breakpoints;
  EXPECT_TRUE(breakpoints.toggle(breakpoint("line 4")));
  EXPECT_NE(breakpoints.at_line(4), nullptr);
  EXPECT_EQ(breakpoints.at_line(5), nullptr);
  EXPECT_FALSE(breakpoints.toggle(breakpoint("4")));
  EXPECT_TRUE(breakpoints.list().empty());
}

TEST(Bookmarks, AreFoundByNameAndInOrder) {
  Bookmarks bookmarks;
  EXPECT_EQ(bookmarks.next({0, 0}), nullptr);
  EXPECT_EQ(bookmarks.add({0, 12}), "a");
  EXPECT_EQ(bookmarks.add({0, 5}), "b");
  EXPECT_EQ(bookmarks.add({1, 3}), "c");
  EXPECT_EQ(bookmarks.add({0, 12}), "a") << "there is one already";
  EXPECT_EQ(text(bookmarks), "b  branch 0, step 5\na  branch 0, step 12\nc  branch 1, step 3\n");
  EXPECT_EQ(bookmarks.next({0, 5})->name, "a");
  EXPECT_EQ(bookmarks.next({1, 3})->name, "b");
  bookmarks.set("b", {2, 0});
  EXPECT_EQ(bookmarks.named("b")->place, (Place{2, 0}));
  EXPECT_EQ(bookmarks.list().size(), 3U);
  bookmarks.remove("a");
  EXPECT_EQ(bookmarks.at({0, 12}), nullptr);
  EXPECT_EQ(bookmarks.add({0, 7}), "a");
  for (int i = 0; i < 40; ++i) bookmarks.add({9, static_cast<uint32_t>(i)});
  EXPECT_EQ(bookmarks.list().size(), 43U);
  EXPECT_NE(bookmarks.named("a1"), nullptr);
}

}  // namespace
}  // namespace hmaplab::session
