// Running on uninterrupted comes to the same World as stepping.
#include "core/vm/run.h"

#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

using schedule::Policy;
using schedule::PolicyKind;

constexpr uint64_t kMostSteps = 30'000;

void expect_same_end(const bytecode::Program& program, PolicyKind kind, uint64_t seed) {
  Options options;
  options.seed = seed;
  options.limits.steps = kMostSteps;
  World stepped(program, options);
  run_to_end(stepped, Policy(kind, seed), [](const Step&) {});
  if (stepped.end()->kind == EndKind::Limit) return;  // what runs on is not counted

  World at_once(program, options);
  run_to_end(at_once, Policy(kind, seed));
  EXPECT_EQ(at_once.end()->stderr_text, stepped.end()->stderr_text);
  EXPECT_EQ(at_once.end()->exit_status, stepped.end()->exit_status);
  EXPECT_EQ(at_once.stdout_text(), stepped.stdout_text());
  EXPECT_EQ(at_once.hash(), stepped.hash());
}

TEST(Run, UninterruptedComesToTheSameEnd) {
  for (const auto& path : go_files("programs")) {
    SCOPED_TRACE(path.filename().string());
    const auto program = compile(read_file(path), true);
    if (!program) continue;  // needs what is not there yet
    for (uint64_t seed = 1; seed <= 3; ++seed) expect_same_end(*program, PolicyKind::Random, seed);
    expect_same_end(*program, PolicyKind::RoundRobin, 1);
  }
}

// Every kind of access at once, with a copy of the World that must not see what the other one does.
TEST(Run, UninterruptedLeavesCopiesAlone) {
  const auto program = compile(R"(package main

import "fmt"

type pair struct{ a, b int }

var table = map[string][]pair{}

func main() {
	for i := 0; i < 300; i++ {
		k := fmt.Sprint("key", i%37)
		table[k] = append(table[k], pair{i, i * i})
		if i%50 == 0 {
			delete(table, k)
		}
	}
	n := 0
	for _, ps := range table {
		for _, p := range ps {
			n += p.a ^ p.b
		}
	}
	fmt.Println(len(table), n)
}
)");
  ASSERT_TRUE(program);
  World world(*program, {});
  for (int i = 0; i < 2000; ++i) world.step(schedule::kMain);
  const World kept = world;
  const base::Hash128 before = kept.hash();
  world.run_uninterrupted(schedule::kMain, 1);
  EXPECT_EQ(kept.hash(), before);
  World again = kept;
  run_to_end(world, Policy(PolicyKind::RunToBlock));
  run_to_end(again, Policy(PolicyKind::RunToBlock), [](const Step&) {});
  EXPECT_EQ(kept.hash(), before);
  EXPECT_EQ(world.hash(), again.hash());
  EXPECT_EQ(world.stdout_text(), again.stdout_text());
}

}  // namespace
}  // namespace hmaplab::vm
