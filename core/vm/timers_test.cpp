// Timers on the virtual clock: who may move it, what a step of it does, what is part of the state.
#include <set>

#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

using schedule::Policy;
using schedule::PolicyKind;

std::unique_ptr<const bytecode::Program> with_time(const std::string& body) {
  return compile("package main\n\nimport \"time\"\n\nfunc main() {\n" + body + "\n}\n");
}

schedule::Actor child(uint32_t number) { return *schedule::child_of(schedule::kMain, number); }

// Runs main until it waits or ends.
void run_main(World& world) {
  while (!world.end() && world.is_enabled(schedule::kMain)) world.step(schedule::kMain);
}

TEST(Clock, MovesOnlyForTimers) {
  auto program = with_time("println(1); time.Sleep(5); println(2)");
  World world(*program, {});
  EXPECT_FALSE(world.is_enabled(schedule::kClock));
  run_main(world);
  EXPECT_EQ(world.enabled(), std::vector<schedule::Actor>{schedule::kClock});
  EXPECT_EQ(world.now(), 0);
  Step step = world.step(schedule::kClock);
  EXPECT_EQ(step.point, memory::Point::clock_advance);
  EXPECT_EQ(step.partner, schedule::kMain);
  EXPECT_EQ(world.now(), 5);
  EXPECT_FALSE(world.is_enabled(schedule::kClock));
}

TEST(Clock, DoesOneTimerAStepInOrderOfTimeAndStart) {
  auto program = with_time(R"(
	late := time.NewTimer(7)
	for i := range 3 {
		time.AfterFunc(5, func() { println(i) })
	}
	late.Reset(5)
	<-late.C
	println("late")
)");
  World world(*program, {});
  run_main(world);
  for (uint32_t number = 1; number <= 3; ++number) {
    Step step = world.step(schedule::kClock);
    EXPECT_EQ(step.result, child(number).value);
    EXPECT_TRUE(world.is_enabled(child(number)));
    EXPECT_EQ(world.timers().size(), 4 - number);
  }
  EXPECT_FALSE(world.is_enabled(schedule::kMain));
  world.step(schedule::kClock);
  EXPECT_EQ(world.now(), 5);
  run_stepped(world, Policy(PolicyKind::RunToBlock));
  EXPECT_EQ(world.end()->stderr_text, "late\n");
}

// Between two timers of equal time everybody else can move.
TEST(Clock, LetsAFunctionStopTheNextTimer) {
  auto program = with_time(R"(
	done := make(chan bool, 2)
	var second *time.Timer
	ready := make(chan *time.Timer, 1)
	time.AfterFunc(5, func() { println((<-ready).Stop()); done <- true })
	second = time.AfterFunc(5, func() { println("second"); done <- true })
	ready <- second
	<-done
)");
  std::set<std::string> texts;
  for (uint64_t seed = 1; seed <= 40; ++seed) {
    World world(*program, {});
    Policy policy(PolicyKind::Random, seed);
    base::RandomStream random{seed};
    while (!world.end()) {  // the clock may come at any moment
      std::vector<schedule::Actor> enabled = world.enabled();
      schedule::Actor actor = enabled[random.below(enabled.size())];
      world.step(actor);
    }
    texts.insert(world.end()->stderr_text);
  }
  EXPECT_EQ(texts.count("true\n"), 1u);
  EXPECT_EQ(texts.count("second\n"), 1u);
}

std::string end_of(const std::string& body) {
  auto program = with_time(body);
  if (!program) return "";
  return run(*program).end()->stderr_text;
}

// As go1.23.5 has it: a timer whose channel nobody waits on keeps nobody alive.
TEST(Clock, IdleTimersDoNotPreventADeadlock) {
  const std::string deadlock =
      "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive]:\n";
  EXPECT_TRUE(
      end_of("t := time.NewTimer(5); defer t.Stop(); <-make(chan int)").starts_with(deadlock));
  EXPECT_TRUE(end_of("time.Tick(5); <-make(chan int)").starts_with(deadlock));
  EXPECT_TRUE(end_of("time.AfterFunc(5, func() { println(1) }); <-make(chan int)")
                  .starts_with("1\n" + deadlock));
  EXPECT_TRUE(end_of("t := time.NewTimer(5); t.Stop(); <-t.C").starts_with(deadlock));
  EXPECT_EQ(end_of("for c := time.After(5); ; { select { case <-c: return; default: } }"), "");
}

TEST(Clock, FunctionsAreCreatedByTheClock) {
  std::string text = end_of("time.AfterFunc(5, func() { panic(1) }); time.Sleep(10)");
  EXPECT_TRUE(text.starts_with("panic: 1\n\ngoroutine 2 [running]:\nmain.main.func1()\n")) << text;
  EXPECT_NE(text.find("\ncreated by time.goFunc\n\t"), std::string::npos) << text;
}

TEST(Timers, AreHashedByTheirOrderAndTheTimeLeft) {
  auto program = with_time(R"(
	if len(time.After(3)) == 0 {
		time.Sleep(4)
	}
	c := make(chan int)
	go func() { time.Sleep(5); c <- 1 }()
	go func() { time.Sleep(5); c <- 2 }()
	println(<-c)
)");
  EXPECT_FALSE(program->reads_clock());
  World start(*program, {});
  run_main(start);
  start.step(schedule::kClock);
  start.step(schedule::kClock);
  run_main(start);
  World first = start;
  first.step(child(1));
  first.step(child(2));
  World second = start;
  second.step(child(2));
  second.step(child(1));
  EXPECT_NE(first.hash(), second.hash());
  run_stepped(first, Policy(PolicyKind::RunToBlock));
  run_stepped(second, Policy(PolicyKind::RunToBlock));
  EXPECT_EQ(first.end()->stderr_text, "1\n");
  EXPECT_EQ(second.end()->stderr_text, "2\n");
}

// The time of day is state only for programs that look at it.
TEST(Timers, TheTimeOfDayCountsWhereItIsRead) {
  for (const char* last : {"", "println(time.Now().Unix())", "println((<-time.After(1)).Unix())"}) {
    auto program = with_time(
        "t := time.NewTimer(10); c := make(chan bool); go func() { c <- t.Stop() }(); "
        "println(<-c)\n" +
        std::string(last));
    EXPECT_EQ(program->reads_clock(), last[0] != '\0');
    World stopped(*program, {});
    run_main(stopped);
    World rung = stopped;
    rung.step(schedule::kClock);
    for (World* world : {&stopped, &rung}) {
      while (world->is_enabled(child(1))) world->step(child(1));
      EXPECT_TRUE(world->timers().empty());
    }
    EXPECT_EQ(stopped.now(), 0);
    EXPECT_EQ(rung.now(), 10);
    EXPECT_EQ(stopped.hash() == rung.hash(), last[0] == '\0') << last;
  }
}

TEST(Timers, CopiesGoOnAlike) {
  auto program = compile(read_file(testdata("run") / "contexts.go"));
  ASSERT_TRUE(program);
  const std::string expected = recorded_outcomes()["contexts"].stdout_text;
  base::RandomStream random{9};
  for (uint64_t seed = 1; seed <= 2; ++seed) {
    World world(*program, {});
    Policy policy(PolicyKind::Random, seed);
    std::vector<std::pair<World, Policy>> copies;
    while (!world.end()) {
      if (random.below(400) == 0) copies.emplace_back(world, policy);
      move_once(world, policy);
    }
    EXPECT_EQ(world.stdout_text(), expected);
    EXPECT_GT(copies.size(), 2u);
    for (auto& [copy, how] : copies) {
      run_stepped(copy, how);
      EXPECT_EQ(copy.hash(), world.hash());
    }
  }
}

}  // namespace
}  // namespace hmaplab::vm
