#include "core/session/comparison.h"

#include <gtest/gtest.h>

#include "core/trace/map_view.h"
#include "core/vm/run_testing.h"

namespace hmaplab::session {
namespace {

constexpr const char* kTwoWriters = R"(package main

import "sync"

type pair struct{ left, right int }

var n int
var p pair
var word string

func add(wg *sync.WaitGroup, m map[string]int, i int) {
	defer wg.Done()
	m["a"] += i
	n = i
	p.right = i
	word = string(rune('a' + i))
}

func main() {
	m := map[string]int{}
	var wg sync.WaitGroup
	wg.Add(2)
	go add(&wg, m, 1)
	go add(&wg, m, 2)
	wg.Wait()
	println(n)
	print("end", m["a"], "\n")
}
)";

schedule::Schedule parsed(const std::string& text) { return schedule::parse_schedule(text).value(); }

const Difference* find(const Comparison& comparison, const std::string& what) {
  for (const Difference& one : comparison.differences) {
    if (one.what == what) return &one;
  }
  return nullptr;
}

std::string told(const Comparison& comparison, const std::string& what) {
  const Difference* one = find(comparison, what);
  return one ? one->one + " | " + one->other : "the same";
}

TEST(Comparison, OfTheSameMomentIsEmpty) {
  auto program = vm::compile(kTwoWriters);
  Session session(*program, {}, parsed("g1! g2! g3!"));
  for (uint32_t position = 0; position <= session.length(); position += 3) {
    const Comparison same = compare(session, {0, position}, {0, position});
    EXPECT_TRUE(same.differences.empty()) << comparison_text(same);
    EXPECT_FALSE(same.parting);
  }
}

TEST(Comparison, OfTwoBranchesSaysWhereTheyPartAndWhatCameOfIt) {
  auto program = vm::compile(kTwoWriters);
  Session session(*program, {}, parsed("g1! g2! g3!"));
  uint32_t fork = 0;
  while (session.step(fork).actor != *schedule::actor_named("g2")) ++fork;
  session.seek(fork);
  ASSERT_TRUE(session.choose(*schedule::actor_named("g3"), Grain::Access));
  ASSERT_EQ(session.branch(), 1U);
  // Before main goes on in either branch.
  const auto woken = [&](size_t branch) {
    uint32_t at = session.timeline(branch).length();
    while (session.timeline(branch).step(at - 1).actor == schedule::kMain) --at;
    return Place{branch, at};
  };
  const Comparison comparison = compare(session, woken(0), woken(1));
  ASSERT_TRUE(comparison.parting);
  EXPECT_EQ(comparison.parting->step, fork);
  EXPECT_EQ(comparison.parting->one, "g2 mapassign/check_writing m.flags");
  EXPECT_EQ(comparison.parting->other, "g3 mapassign/check_writing m.flags");
  EXPECT_EQ(told(comparison, "n"), "2 | 1");
  EXPECT_EQ(told(comparison, "p.right"), "2 | 1");
  EXPECT_EQ(told(comparison, "p.left"), "the same");
  EXPECT_EQ(told(comparison, "word"), "\"c\" | \"b\"");
  EXPECT_EQ(told(comparison, "m.count"), "the same") << "both have added to it";
  EXPECT_EQ(told(comparison, "g1"), "the same");
  // At the end main has printed another number.
  const Comparison ends =
      compare(session, {0, session.timeline(0).length()}, {1, session.timeline(1).length()});
  EXPECT_EQ(told(ends, "the process"), "the same");
}

TEST(Comparison, OfTwoMomentsOfOneRun) {
  auto program = vm::compile(kTwoWriters);
  Session session(*program, {}, parsed("g1! g2>mapassign/clear_writing"));
  const Timeline& run = session.timeline(0);
  uint32_t before = 0;
  while (run.step(before).point != memory::Point::mapassign_check_writing) ++before;
  uint32_t inside = before;
  while (run.step(inside).point != memory::Point::mapassign_clear_writing) ++inside;
  const Comparison comparison = compare(session, {0, before}, {0, inside});
  EXPECT_FALSE(comparison.parting) << "one branch";
  EXPECT_EQ(told(comparison, "m.flags"), "0 | hashWriting");
  EXPECT_EQ(told(comparison, "m.count"), "0 | 1");
  const Difference* slot = find(comparison, "m.buckets[0] slot 0");
  ASSERT_NE(slot, nullptr) << comparison_text(comparison);
  EXPECT_TRUE(slot->other.starts_with("\"a\": 0 (")) << slot->other;
  EXPECT_TRUE(slot->one == "emptyRest" || slot->one == kNotThere) << slot->one;
  EXPECT_EQ(told(comparison, "g2 next"), "mapassign/check_writing | mapassign/clear_writing");
  EXPECT_EQ(told(comparison, "g2 stands"), "the same");
  const Difference* next = find(comparison, "g2 next");
  ASSERT_NE(next, nullptr);
  EXPECT_EQ(next->actor, *schedule::actor_named("g2"));
  EXPECT_EQ(told(comparison, "g3"), "the same");

  const Comparison whole = compare(session, {0, 0}, {0, run.length()});
  EXPECT_EQ(told(whole, "the process"), "goes on | exit status 0");
  EXPECT_EQ(told(whole, "g2"), "(not there) | finished");
  EXPECT_EQ(told(compare(session, {0, 0}, {0, before}), "g1"), "can move | waits: semacquire of wg");
  const std::string text = comparison_text(whole);
  EXPECT_TRUE(text.starts_with("branch 0, step 0 | branch 0, step " + std::to_string(run.length()) + "\nmaps\n"))
      << text;
  EXPECT_NE(text.find("\nvariables and objects\n"), std::string::npos);
}

TEST(Comparison, TellsOutputLineByLine) {
  auto program = vm::compile(
      "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tdone := make(chan bool, 2)\n"
      "\tfor i := 0; i < 2; i++ {\n\t\tgo func() { fmt.Println(i); done <- true }()\n\t}\n"
      "\t<-done\n\t<-done\n\tfmt.Println(\"end\")\n}\n");
  Session session(*program, {}, parsed("g1! g2! g3!"));
  session.seek(0);
  uint32_t fork = 0;
  while (session.step(fork).actor == schedule::kMain) ++fork;
  session.seek(fork);
  ASSERT_TRUE(session.choose(*schedule::actor_named("g3"), Grain::Access));
  const Comparison ends =
      compare(session, {0, session.timeline(0).length()}, {1, session.timeline(1).length()});
  EXPECT_EQ(told(ends, "line 1 of the output"), "\"0\" | \"1\"");
  EXPECT_EQ(told(ends, "line 2 of the output"), "\"1\" | \"0\"");
  EXPECT_EQ(told(ends, "line 3 of the output"), "the same");
}

TEST(Comparison, ChannelsAndWaits) {
  auto program = vm::compile(
      "package main\n\nfunc main() {\n\tjobs := make(chan int, 2)\n\tgo func() { <-jobs; <-jobs; <-jobs }()\n"
      "\tjobs <- 1\n\tjobs <- 2\n\tclose(jobs)\n\tselect {}\n}\n");
  Session session(*program, {}, parsed("g1*4 g2*2 g1*2"));
  const Comparison sent = compare(session, {0, 1}, {0, 3});
  EXPECT_EQ(told(sent, "jobs"), "jobs, 0 of 2 | jobs, 2 of 2");
  const Comparison closed = compare(session, {0, 3}, {0, 4});
  EXPECT_EQ(told(closed, "jobs"), "jobs, 2 of 2 | jobs, 2 of 2, closed");
}

}  // namespace
}  // namespace hmaplab::session
