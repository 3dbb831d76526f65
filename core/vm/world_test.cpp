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
      Step step = world.step(next_move(world, policy));
      policy.made_step(step.actor, step.visible);
    }
    EXPECT_GT(copies.size(), 3u);
    for (auto& [copy, how] : copies) {
      run_to_end(copy, how);
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
    run_to_end(world, Policy(PolicyKind::Random, seed));
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
      Step step = world.step(next_move(world, policy));
      policy.made_step(step.actor, step.visible);
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
  EXPECT_EQ(limit_of("for { s = nil }", limits), "hmaplab: the limit of steps was reached (20000)");
  EXPECT_EQ(limit_of("for { s = append(s, make([]int, 1000)...) }", limits),
            "hmaplab: the limit of heap was reached (8388608 bytes)");
  EXPECT_EQ(limit_of("s = make([]int, 1<<40)", limits),
            "hmaplab: the limit of heap was reached (8388608 bytes)");
  EXPECT_EQ(limit_of("n := 1 << 62; s = make([]int, n)", limits),
            "panic: runtime error: makeslice: len out of range");
  EXPECT_EQ(limit_of("m := make(map[int]int, 1<<40); m[1] = 1", limits),
            "hmaplab: the limit of heap was reached (8388608 bytes)");
  EXPECT_EQ(limit_of("for { go func() { for { s = nil } }() }", limits),
            "hmaplab: the limit of goroutines was reached (50)");
  EXPECT_EQ(limit_of("for { println(\"x\") }", limits),
            "hmaplab: the limit of output was reached (1000 bytes)");
  EXPECT_EQ(limit_of("f(0)", limits), "fatal error: stack overflow");
  EXPECT_EQ(limit_of("x := \"ab\"; for { x += x }", limits),
            "hmaplab: the limit of heap was reached (8388608 bytes)");
  EXPECT_EQ(limit_of("for i := 0; ; i++ { }", {.instructions = 4'000'000}),
            "hmaplab: the limit of instructions without a step was reached (4000000)");
  // Without a step the goroutine is stopped now and then, which is a step.
  EXPECT_EQ(limit_of("for i := 0; ; i++ { }", {.steps = 3}),
            "hmaplab: the limit of steps was reached (3)");
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

// Words, blanks and single characters.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  auto kind = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' ? 1
           : std::isspace(static_cast<unsigned char>(c))           ? 2
                                                                   : 0;
  };
  for (char c : text) {
    bool joins = !words.empty() && kind(c) != 0 && kind(c) == kind(words.back().back());
    if (joins) {
      words.back() += c;
    } else {
      words.emplace_back(1, c);
    }
  }
  return words;
}

// Numbers become others, words change places, lines vanish or come twice.
std::string mutant_of(std::vector<std::string> words, base::RandomStream& random) {
  static const std::vector<std::string> kNumbers{"0",   "1",     "-1",      "2",      "7",
                                                 "255", "65536", "1 << 31", "1 << 62"};
  static const std::vector<std::string> kOthers{"nil", "defer", "go",    "recover()", "panic(1)",
                                                "*",   "&",     "[]int", "!",         "/",
                                                "%",   "<<",    "range", ""};
  for (uint64_t changes = random.below(2) + 1; changes > 0; --changes) {
    size_t at = random.below(words.size());
    size_t other = random.below(words.size());
    for (size_t tries = 0; tries < 50 && words[at].find_first_not_of(" \t\n") == std::string::npos;
         ++tries)
      at = random.below(words.size());
    bool is_number = std::isdigit(static_cast<unsigned char>(words[at][0])) != 0;
    switch (random.below(5)) {
      case 0:
        words[at] = is_number ? kNumbers[random.below(kNumbers.size())] : words[other];
        break;
      case 1:
        std::swap(words[at], words[other]);
        break;
      case 2:
        words[at] = is_number ? kNumbers[random.below(kNumbers.size())]
                              : kOthers[random.below(kOthers.size())];
        break;
      case 3:
        words[at] += " " + words[at];
        break;
      default:
        for (size_t i = at; i < words.size() && words[i].find('\n') == std::string::npos; ++i)
          words[i].clear();
    }
  }
  std::string text;
  for (const std::string& word : words) text += word;
  return text;
}

TEST(World, NoProgramMakesItFail) {
  base::RandomStream random{11};
  int compiled = 0;
  const Options options{.limits = {.steps = 3'000,
                                   .heap_bytes = 16 << 20,
                                   .stack_bytes = 1 << 18,
                                   .goroutines = 100,
                                   .output_bytes = 1 << 18}};
  for (const char* folder : {"run", "programs"}) {
    for (const auto& path : go_files(folder)) {
      const std::vector<std::string> words = words_of(read_file(path));
      for (int round = 0; round < 25; ++round) {
        auto program = compile(mutant_of(words, random), true);
        if (!program) continue;
        ++compiled;
        World world(*program, options);
        run_to_end(world, Policy(round % 2 == 0 ? PolicyKind::RunToBlock : PolicyKind::Random,
                                 static_cast<uint64_t>(round) + 1));
        EXPECT_TRUE(world.end().has_value());
      }
    }
  }
  EXPECT_GT(compiled, 100);
}

}  // namespace
}  // namespace hmaplab::vm
