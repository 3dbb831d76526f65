// WaitGroup, Once and Cond: their misuses under the schedules that show them, and what wakes whom.
#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

using memory::Point;
using schedule::Actor;
using schedule::kMain;
using schedule::Policy;
using schedule::PolicyKind;

const Actor kSecond = *schedule::child_of(kMain, 1);
const Actor kThird = *schedule::child_of(kMain, 2);

void step_through(World& world, Actor actor, std::initializer_list<Point> points) {
  for (Point point : points) {
    ASSERT_TRUE(world.is_enabled(actor)) << schedule::name(actor) << " before " << name(point);
    EXPECT_EQ(memory::name(world.step(actor).point), memory::name(point));
  }
}

std::string headline_after(World world, Actor actor) {
  world.step(actor);
  return world.end() ? world.end()->headline : "";
}

const char* const kAddWhileWaiting = R"(package main

import "sync"

var wg sync.WaitGroup

func main() {
	wg.Add(1)
	go wg.Done()
	go wg.Add(1)
	wg.Wait()
}
)";

// g2 has taken the counter to zero and not yet looked at those who wait when g3 adds.
TEST(WaitGroup, AddBetweenTheTwoPartsOfTheLastDone) {
  auto program = compile(kAddWhileWaiting);
  World world(*program, {});
  step_through(world, kMain,
               {Point::waitgroup_add, Point::go_create, Point::go_create, Point::waitgroup_wait});
  step_through(world, kSecond, {Point::waitgroup_done});
  World orderly = world;
  step_through(world, kThird, {Point::waitgroup_add});
  const char* const kMisuse = "panic: sync: WaitGroup misuse: Add called concurrently with Wait";
  EXPECT_EQ(headline_after(world, kThird), kMisuse);
  step_through(world, kSecond, {Point::waitgroup_release});
  EXPECT_EQ(headline_after(world, kSecond), kMisuse) << "and so does who was about to release";
  step_through(orderly, kSecond, {Point::waitgroup_release});
  step_through(orderly, kMain, {Point::waitgroup_return});
  EXPECT_EQ(orderly.goroutine(kMain)->next, Point::end_return);
}

TEST(WaitGroup, UsedAnewBeforeWaitReturns) {
  auto program = compile(kAddWhileWaiting);
  World world(*program, {});
  step_through(world, kMain,
               {Point::waitgroup_add, Point::go_create, Point::go_create, Point::waitgroup_wait});
  step_through(world, kSecond, {Point::waitgroup_done, Point::waitgroup_release});
  EXPECT_EQ(world.goroutine(kMain)->next, Point::waitgroup_return);
  step_through(world, kThird, {Point::waitgroup_add});
  step_through(world, kMain, {Point::waitgroup_return});
  EXPECT_EQ(headline_after(world, kMain),
            "panic: sync: WaitGroup is reused before previous Wait has returned");
}

// Where nobody else can move, Done and Wait are one step each.
TEST(WaitGroup, IsOneStepWhereNobodyCanComeBetween) {
  auto program = compile(R"(package main

import "sync"

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go wg.Done()
	go wg.Done()
	wg.Wait()
}
)");
  World world(*program, {});
  step_through(world, kMain,
               {Point::waitgroup_add, Point::go_create, Point::go_create, Point::waitgroup_wait});
  step_through(world, kThird, {Point::waitgroup_done});
  step_through(world, kSecond, {Point::waitgroup_done});
  EXPECT_EQ(world.goroutine(kMain)->next, Point::end_return);
}

TEST(Once, WhoComesMeanwhileWaitsForTheFunction) {
  auto program = compile(R"(package main

import (
	"fmt"
	"sync"
)

var once sync.Once
var x int

func set() {
	defer func() { recover() }()
	once.Do(func() {
		x = 1
		panic("done nevertheless")
	})
}

func main() {
	go set()
	go set()
	set()
	fmt.Println(x)
}
)");
  World world(*program, {});
  step_through(world, kMain, {Point::go_create, Point::go_create});
  step_through(world, kSecond, {Point::once_do});
  step_through(world, kMain, {Point::once_do});
  EXPECT_EQ(world.goroutine(kMain)->wait, Wait::Once);
  step_through(world, kThird, {Point::once_do});
  EXPECT_FALSE(world.is_enabled(kMain) || world.is_enabled(kThird));
  step_through(world, kSecond, {Point::variable_store, Point::once_finish});
  EXPECT_TRUE(world.has_finished(kThird));
  step_through(world, kMain, {Point::variable_load, Point::output_write});
  EXPECT_EQ(world.stdout_text(), "1\n");
}

const char* const kSignals = R"(package main

import (
	"fmt"
	"sync"
)

var mu sync.Mutex
var c = sync.NewCond(&mu)
var told int

func wait() {
	mu.Lock()
	c.Wait()
	told++
	mu.Unlock()
}

func main() {
	go wait()
	go wait()
	c.Signal()
	c.Signal()
	mu.Lock()
	fmt.Println(told)
	mu.Unlock()
}
)";

TEST(Cond, WakesInTheOrderOfWaiting) {
  auto program = compile(kSignals);
  World world(*program, {});
  step_through(world, kMain, {Point::go_create, Point::go_create});
  step_through(world, kThird, {Point::mutex_lock, Point::variable_load, Point::cond_wait});
  World early = world;
  step_through(world, kThird, {Point::mutex_unlock});
  EXPECT_EQ(world.goroutine(kThird)->wait, Wait::Cond);
  step_through(world, kSecond,
               {Point::mutex_lock, Point::variable_load, Point::cond_wait, Point::mutex_unlock});
  step_through(world, kMain, {Point::variable_load, Point::cond_signal});
  EXPECT_TRUE(world.is_enabled(kThird));
  EXPECT_FALSE(world.is_enabled(kSecond));
  // Told before it slept: it does not sleep.
  step_through(early, kMain, {Point::variable_load, Point::cond_signal});
  step_through(early, kThird, {Point::mutex_unlock, Point::mutex_lock});
}

TEST(Cond, ASignalThatNobodyWaitsForIsLost) {
  auto program = compile(kSignals);
  World world = run(*program);
  EXPECT_EQ(world.stdout_text(), "0\n");
}

}  // namespace
}  // namespace hmaplab::vm
