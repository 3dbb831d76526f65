// The policy adversarial does what it is for: programs with a bug in them show it under far fewer
// seeds than at random; programs without one never show any.
#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

constexpr const char* kLostUpdate = R"(package main

import "sync"

var n int

func main() {
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			n++
		}()
	}
	wg.Wait()
	if n != 2 {
		panic("lost")
	}
}
)";

constexpr const char* kTwoWriters = R"(package main

import "sync"

func main() {
	m := map[int]int{1: 0, 2: 0}
	var wg sync.WaitGroup
	for i := 1; i <= 2; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			MUTEX
			m[i]++
		}()
	}
	wg.Wait()
}
)";

int failures(const std::string& text, schedule::PolicyKind kind, uint64_t seeds) {
  const auto program = compile(text);
  int failed = 0;
  for (uint64_t seed = 1; seed <= seeds; ++seed) {
    World world(*program, {});
    run_stepped(world, schedule::Policy(kind, seed));
    failed += world.end()->exit_status != 0 ? 1 : 0;
  }
  return failed;
}

std::string two_writers(const std::string& mutex) {
  std::string text = kTwoWriters;
  return text.replace(text.find("MUTEX"), 5, mutex);
}

TEST(Adversary, FindsWhatIsThereMoreOftenThanChance) {
  constexpr uint64_t kSeeds = 60;
  for (const std::string& text : {std::string(kLostUpdate), two_writers("")}) {
    const int adversary = failures(text, schedule::PolicyKind::Adversarial, kSeeds);
    const int chance = failures(text, schedule::PolicyKind::Random, kSeeds);
    EXPECT_GT(adversary, chance) << text;
    EXPECT_GT(adversary, static_cast<int>(kSeeds) / 3) << text;
  }
}

TEST(Adversary, FindsNothingWhereNothingIs) {
  std::string text = two_writers("mu.Lock()\n\t\t\tdefer mu.Unlock()");
  text.replace(text.find("func main() {"), 13, "var mu sync.Mutex\n\nfunc main() {");
  EXPECT_EQ(failures(text, schedule::PolicyKind::Adversarial, 60), 0);
}

TEST(Adversary, SameSeedSameRun) {
  const auto program = compile(two_writers(""));
  for (uint64_t seed = 1; seed <= 5; ++seed) {
    std::vector<schedule::Move> runs[2];
    for (auto& moves : runs) {
      World world(*program, {});
      run_to_end(world, schedule::Policy(schedule::PolicyKind::Adversarial, seed),
                 [&](const Step& step) { moves.push_back(step.move()); });
    }
    EXPECT_EQ(runs[0], runs[1]);
  }
}

TEST(Adversary, NobodyWhoIsHeldBackMoves) {
  const auto program = compile(kLostUpdate);
  const schedule::Actor held[] = {*schedule::actor_named("g2")};
  for (auto kind : {schedule::PolicyKind::RunToBlock, schedule::PolicyKind::RoundRobin,
                    schedule::PolicyKind::Random, schedule::PolicyKind::Adversarial}) {
    World world(*program, {});
    schedule::Policy policy(kind, 1);
    while (!world.end()) {
      std::vector<schedule::Actor> enabled = world.enabled();
      if (enabled == std::vector<schedule::Actor>{held[0]}) break;
      EXPECT_NE(move_once(world, policy, held).actor, held[0]);
    }
    EXPECT_FALSE(world.end()) << "main waits for g2";
  }
}

}  // namespace
}  // namespace hmaplab::vm
