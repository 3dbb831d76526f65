// sync.Map is Go code over engine maps: whatever the schedule, it keeps what was stored, and none of
// its maps is ever touched by two at once.
#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

using memory::Point;
using schedule::Policy;
using schedule::PolicyKind;

const char* const kShared = R"(package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Map
	var wg sync.WaitGroup
	for g := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 4 {
				for {
					old, loaded := m.LoadOrStore(i%2, 1)
					if !loaded || m.CompareAndSwap(i%2, old, old.(int)+1) {
						break
					}
				}
				own := 10*g + 100
				m.Store(own+i, i)
				if i == 1 {
					m.Delete(own)
				}
				if i == 2 {
					m.Range(func(k, v any) bool { return true })
				}
				if _, ok := m.Load(own + i); !ok {
					fmt.Println("lost", own+i)
				}
			}
		}()
	}
	wg.Wait()
	sum, keys := 0, 0
	m.Range(func(k, v any) bool {
		keys++
		if k.(int) < 2 {
			sum += v.(int)
		}
		return true
	})
	fmt.Println(sum, keys)
}
)";

TEST(SyncMap, KeepsWhatWasStored) {
  auto program = compile(kShared);
  for (uint64_t seed = 1; seed <= 40; ++seed) {
    World world(*program, {});
    run_stepped(world, Policy(PolicyKind::Random, seed, 3));
    ASSERT_EQ(world.stdout_text(), "12 11\n") << "seed " << seed << world.end()->stderr_text;
  }
}

TEST(SyncMap, CopiesGoOnAlike) {
  auto program = compile(kShared);
  World world(*program, {});
  Policy policy(PolicyKind::Random, 7, 3);
  std::vector<std::pair<World, Policy>> copies;
  while (!world.end()) {
    if (world.step_count() % 100 == 0) copies.emplace_back(world, policy);
    move_once(world, policy);
  }
  for (auto& [copy, how] : copies) {
    run_stepped(copy, how);
    EXPECT_EQ(copy.hash(), world.hash());
  }
}

// A value that read knows of is changed without the lock; a new key takes it.
TEST(SyncMap, OnlyNewKeysTakeTheLock) {
  auto program = compile(R"(package main

import "sync"

var m sync.Map

func main() {
	m.Store("a", 1)
	m.Load("a")
	m.Store("a", 2)
	m.Store("b", 3)
}
)");
  World world(*program, {});
  std::string locks;
  while (!world.end()) {
    Step step = world.step(schedule::kMain);
    if (step.point == Point::mutex_lock) locks += std::to_string(step.line) + " ";
  }
  EXPECT_EQ(locks, "8 9 11 ");
}

}  // namespace
}  // namespace hmaplab::vm
