// Goroutines leave the World when they have finished: what is left decides nothing, and costs
// nothing.
#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

using schedule::kMain;
using schedule::Policy;
using schedule::PolicyKind;

const schedule::Actor kSecond = *schedule::actor_named("g2");
const schedule::Actor kThird = *schedule::actor_named("g3");

TEST(GoroutineTable, OneAfterTheOtherMeetsNoLimit) {
  auto program = compile(R"(package main

func main() {
	done := make(chan int)
	sum := 0
	for i := range 3000 {
		go func() { done <- i }()
		sum += <-done
	}
	println(sum)
}
)");
  World world(*program, {.limits = {.goroutines = 2}});
  size_t most = 0;
  Policy policy(PolicyKind::RunToBlock);
  while (!world.end()) {
    move_once(world, policy);
    most = std::max(most, world.goroutines().size());
  }
  EXPECT_EQ(world.end()->stderr_text, "4498500\n");
  EXPECT_LE(most, 2u);
  EXPECT_EQ(world.finished_goroutines().size(), 3000u);
  EXPECT_EQ(world.created_goroutines().size(), 3001u);
}

const char* const kTwo = R"(package main

var a, b int

func main() {
	go func() { a = 1 }()
	go func() { b = 1 }()
	for a+b < 2 {
	}
}
)";

TEST(GoroutineTable, WhoFinishedFirstIsNoPartOfTheState) {
  auto program = compile(kTwo);
  World world(*program, {});
  world.step(kMain);
  world.step(kMain);
  World other = world;
  world.step(kSecond);
  EXPECT_NE(world.hash(), other.hash());
  EXPECT_TRUE(world.has_finished(kSecond));
  EXPECT_FALSE(world.is_enabled(kSecond));
  EXPECT_EQ(world.goroutine(kSecond), nullptr);
  other.step(kThird);
  EXPECT_NE(world.hash(), other.hash());
  world.step(kThird);
  other.step(kSecond);
  EXPECT_EQ(world.hash(), other.hash());
  EXPECT_EQ(world.enabled(), std::vector<schedule::Actor>{kMain});
  EXPECT_EQ(other.created_goroutines(), world.created_goroutines());
}

// Many at the same time are within the limit.
TEST(GoroutineTable, ManyWaitTogether) {
  auto program = compile(R"(package main

import "sync"

func main() {
	var wg sync.WaitGroup
	gate := make(chan int)
	for range 2_000 {
		wg.Add(1)
		go func() {
			<-gate
			wg.Done()
		}()
	}
	close(gate)
	wg.Wait()
	println("all")
}
)");
  World world(*program, {});
  run_to_end(world, Policy(PolicyKind::RunToBlock));
  EXPECT_EQ(world.end()->stderr_text, "all\n");
}

}  // namespace
}  // namespace hmaplab::vm
