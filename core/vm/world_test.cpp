// What holds for every World: it can be copied anywhere, its hash does not depend on the way, it
// ends within its limits, and no program makes it fail.
#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

using schedule::Policy;
using schedule::PolicyKind;

const char* const kTwoWriters = R"(package main

import (
	"fmt"
	"sync"
)

func main() {
	m := map[string]int{}
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 4; j++ {
				mu.Lock()
				m[fmt.Sprint("k", i*j)]++
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(m)
}
)";

TEST(World, CopiesGoOnAlikeFromAnywhere) {
  auto program = compile(kTwoWriters);
  base::RandomStream random{5};
  for (uint64_t seed = 1; seed <= 4; ++seed) {
    World world(*program, {});
    Policy policy(PolicyKind::Random, seed);
    std::vector<std::pair<World, Policy>> copies;
    while (!world.end()) {
      if (random.below(40) == 0) copies.emplace_back(world, policy);
      move_once(world, policy);
    }
    EXPECT_GT(copies.size(), 3u);
    for (auto& [copy, how] : copies) {
      run_stepped(copy, how);
      EXPECT_EQ(copy.hash(), world.hash());
      EXPECT_EQ(copy.stdout_text(), world.stdout_text());
      EXPECT_EQ(copy.step_count(), world.step_count());
    }
  }
}

TEST(World, HashIsTheSameByEveryRoute) {
  auto program = compile(R"(package main

import "sync"

var a, b [3]int

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { a[0]++; a[1]++; a[2]++; wg.Done() }()
	go func() { b[0]--; b[1]--; b[2]--; wg.Done() }()
	wg.Wait()
}
)");
  std::optional<base::Hash128> hash;
  for (uint64_t seed = 1; seed <= 20; ++seed) {
    World world(*program, {});
    run_stepped(world, Policy(PolicyKind::Random, seed));
    if (!hash) hash = world.hash();
    EXPECT_EQ(world.hash(), *hash) << "seed " << seed;
  }
}

TEST(World, EqualSeedsGiveEqualSteps) {
  auto program = compile(kTwoWriters);
  auto steps = [&](uint64_t seed) {
    World world(*program, {.seed = seed});
    Policy policy(PolicyKind::Random, seed);
    std::string text;
    while (!world.end()) {
      Step step = move_once(world, policy);
      text += std::to_string(step.actor.value) + " " +
              std::to_string(static_cast<int>(step.point)) + " " +
              std::to_string(memory::bits(step.address)) + " " +
              std::to_string(step.new_value.word()) + "\n";
    }
    return text;
  };
  EXPECT_EQ(steps(7), steps(7));
  EXPECT_NE(steps(7), steps(8));
}

// The limit that ends a program whose main has this body.
std::string limit_of(const std::string& body, const Limits& limits) {
  auto program = compile(
      "package main\n\nfunc f(n int) int { return f(n+1) + 1 }\n\nvar s []int\n\nfunc main() {\n" +
      body + "\n}\n");
  if (!program) return "";
  World world = run(*program, {.limits = limits});
  return world.end()->headline;
}

TEST(World, EndsAtItsLimits) {
  const Limits limits{.steps = 20'000,
                      .heap_bytes = 8 << 20,
                      .stack_bytes = 1 << 20,
                      .goroutines = 50,
                      .output_bytes = 1000};
  EXPECT_EQ(limit_of("for { s = nil }", limits), "hmaplab: the limit of steps was reached (20000); --max-steps raises it");
  EXPECT_EQ(limit_of("for { s = append(s, make([]int, 1000)...) }", limits),
            "hmaplab: the limit of heap was reached (8388608 bytes); --max-heap raises it");
  EXPECT_EQ(limit_of("s = make([]int, 1<<30)", limits),
            "hmaplab: the limit of heap was reached (8388608 bytes); --max-heap raises it");
  EXPECT_EQ(limit_of("s = make([]int, 1<<40)", limits), "fatal error: runtime: out of memory");
  EXPECT_EQ(limit_of("n := 1 << 62; s = make([]int, n)", limits),
            "panic: runtime error: makeslice: len out of range");
  EXPECT_EQ(limit_of("m := make(map[int]int, 1<<30); m[1] = 1", limits),
            "fatal error: runtime: out of memory");
  EXPECT_EQ(limit_of("for { go func() { for { s = nil } }() }", limits),
            "hmaplab: the limit of goroutines was reached (50); --max-goroutines raises it");
  EXPECT_EQ(limit_of("for { println(\"x\") }", limits),
            "hmaplab: the limit of output was reached (1000 bytes); --max-output raises it");
  EXPECT_EQ(limit_of("f(0)", limits), "fatal error: stack overflow");
  EXPECT_EQ(limit_of("x := \"ab\"; for { x += x }", limits),
            "hmaplab: the limit of heap was reached (8388608 bytes); --max-heap raises it");
  EXPECT_EQ(limit_of("for i := 0; ; i++ { }", {.instructions = 4'000'000}),
            "hmaplab: the limit of instructions without a step was reached (4000000); "
            "--max-instructions raises it");
  // Without a step the goroutine is stopped now and then, which is a step.
  EXPECT_EQ(limit_of("for i := 0; ; i++ { }", {.steps = 3}),
            "hmaplab: the limit of steps was reached (3); --max-steps raises it");
}

TEST(World, StackOverflowHasGosWords) {
  auto program = compile(
      "package main\n\nfunc f(n int) int { return f(n+1) + 1 }\n\nfunc main() { println(f(0)) }\n");
  World world = run(*program, {.limits = {.stack_bytes = 1 << 20}});
  EXPECT_EQ(world.end()->exit_status, 2);
  EXPECT_TRUE(world.end()->stderr_text.starts_with(
      "runtime: goroutine stack exceeds 1000000000-byte limit\n"));
  EXPECT_NE(world.end()->stderr_text.find("frames elided..."), std::string::npos);
  EXPECT_LT(world.end()->stderr_text.size(), 20'000u);
}

}  // namespace
}  // namespace hmaplab::vm
