// Package sync/atomic: one operation is one step, and nothing comes between its read and its write.
#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

using memory::Point;
using schedule::Policy;
using schedule::PolicyKind;

const char* const kCounters = R"(package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var sum atomic.Int64
	var swapped int32
	var box atomic.Value
	var wg sync.WaitGroup
	wg.Add(3)
	for i := range 3 {
		go func() {
			defer wg.Done()
			sum.Add(int64(i + 1))
			for {
				old := atomic.LoadInt32(&swapped)
				if atomic.CompareAndSwapInt32(&swapped, old, old+1) {
					break
				}
			}
			box.CompareAndSwap(nil, "first")
			box.Store("later")
		}()
	}
	wg.Wait()
	fmt.Println(sum.Load(), swapped, box.Load())
}
)";

TEST(Atomic, LosesNothingUnderAnySchedule) {
  auto program = compile(kCounters);
  size_t failed_swaps = 0;
  for (uint64_t seed = 1; seed <= 100; ++seed) {
    World world(*program, {});
    Policy policy(PolicyKind::Random, seed, 3);
    while (!world.end()) {
      Step step = move_once(world, policy);
      bool is_atomic = memory::operation(step.point) == "atomic";
      EXPECT_TRUE(!is_atomic || (step.visible && step.ends_operation));
      bool swaps = step.point == Point::atomic_compare_and_swap;
      if (swaps && step.access == AccessKind::Load) ++failed_swaps;
    }
    ASSERT_EQ(world.stdout_text(), "6 3 later\n") << "seed " << seed;
  }
  EXPECT_GT(failed_swaps, 200u);  // two of three of the Value's, and now and then one of the loop's
}

TEST(Atomic, OneOperationIsOneStep) {
  auto program = compile(R"(package main

import "sync/atomic"

var n int32

func main() {
	atomic.StoreInt32(&n, 5)
	atomic.AddInt32(&n, -6)
	atomic.SwapInt32(&n, 7)
	atomic.OrInt32(&n, 8)
	atomic.AndInt32(&n, 12)
	atomic.LoadInt32(&n)
	atomic.CompareAndSwapInt32(&n, 12, 1)
}
)");
  World world(*program, {});
  std::string seen;
  while (!world.end()) {
    Step step = world.step(schedule::kMain);
    seen += std::string(memory::name(step.point)) + " ";
    if (step.point == Point::atomic_add) {
      EXPECT_EQ(static_cast<int32_t>(step.old_value.word()), 5);
      EXPECT_EQ(static_cast<int32_t>(step.new_value.word()), -1);
    }
  }
  EXPECT_EQ(seen,
            "atomic/store atomic/add atomic/swap atomic/or atomic/and atomic/load "
            "atomic/compare_and_swap end/return ");
}

// What is put into a Value panics in the step that finds it, so that another goroutine may be
// faster.
TEST(Atomic, TheSlowerOfTwoTypesPanics) {
  auto program = compile(R"(package main

import "sync/atomic"

var v atomic.Value

func main() {
	go v.Store(1)
	v.Store("x")
}
)");
  World first(*program, {});
  first.step(schedule::kMain);
  World second = first;
  auto child = *schedule::child_of(schedule::kMain, 1);
  first.step(child);
  first.step(schedule::kMain);
  first.step(schedule::kMain);
  ASSERT_TRUE(first.end());
  EXPECT_EQ(first.end()->headline,
            "panic: sync/atomic: store of inconsistently typed value into Value");
  EXPECT_EQ(first.end()->actor, schedule::kMain);
  second.step(schedule::kMain);
  second.step(child);
  second.step(child);
  ASSERT_TRUE(second.end());
  EXPECT_EQ(second.end()->actor, child);
}

}  // namespace
}  // namespace hmaplab::vm
