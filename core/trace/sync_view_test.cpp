// What is said of channels and locks: values, queues, holders, circles.
#include "core/trace/sync_view.h"

#include <gtest/gtest.h>

#include "core/bytecode/compiler.h"
#include "core/schedule/schedule.h"
#include "core/vm/run.h"

namespace hmaplab::trace {
namespace {

struct Opened {
  std::unique_ptr<bytecode::Program> program;
  std::unique_ptr<vm::World> world;
};

// The program behind the steps of a schedule.
Opened opened(const std::string& body, const std::string& schedule) {
  auto result = bytecode::compile_source("main.go", "package main\n\n" + body);
  EXPECT_TRUE(result.program);
  Opened opened{.program = std::move(result.program), .world = nullptr};
  opened.world = std::make_unique<vm::World>(*opened.program, vm::Options{});
  EXPECT_EQ(
      vm::follow(*opened.world, schedule::parse_schedule(schedule).value(), [](const vm::Step&) {}),
      "");
  return opened;
}

const SyncView* find(const SyncState& state, const std::string& name) {
  for (const SyncView& thing : state.things) {
    if (thing.name == name) return &thing;
  }
  ADD_FAILURE() << "there is no " << name;
  return nullptr;
}

TEST(SyncView, AChannelHasValuesAndQueues) {
  const Opened run = opened(R"(
func main() {
	jobs := make(chan string, 2)
	idle := make(chan int)
	for i := 0; i < 2; i++ {
		go func() {
			jobs <- "first"
			jobs <- "second"
		}()
	}
	go func() {
		select {
		case <-idle:
		case <-jobs:
		}
	}()
	<-idle
}
)",
                            "g1! g2! g3! g4");
  const SyncState before = view_sync(*run.world);
  const SyncView* jobs = find(before, "jobs");
  EXPECT_EQ(jobs->type, "chan string");
  EXPECT_EQ(jobs->state, "2 of 2");
  EXPECT_EQ(jobs->values, (std::vector<std::string>{"\"second\"", "\"first\""}))
      << "g4 took the first and g3's came behind";
  EXPECT_TRUE(jobs->receivers.empty());
  const SyncView* idle = find(before, "idle");
  EXPECT_EQ(idle->state, "unbuffered");
  ASSERT_EQ(idle->receivers.size(), 1U);
  EXPECT_EQ(schedule::name(idle->receivers[0].actor), "g1");
  vm::World later = *run.world;
  while (later.is_enabled(*schedule::actor_named("g3"))) later.step(*schedule::actor_named("g3"));
  const SyncState after = view_sync(later);
  ASSERT_EQ(find(after, "jobs")->senders.size(), 1U);
  EXPECT_EQ(find(after, "jobs")->senders[0].what, "\"second\"");
  EXPECT_TRUE(after.asleep);
  EXPECT_NE(sync_text(after).find("g3 waits for somebody to receive from jobs, and nobody is left"),
            std::string::npos)
      << sync_text(after);
}

TEST(SyncView, ASelectWaitsInSeveralQueues) {
  const Opened run = opened(R"(
func main() {
	a, b := make(chan int), make(chan int)
	go func() {
		select {
		case a <- 7:
		case v := <-b:
			println(v)
		}
	}()
	select {}
}
)",
                            "g1! g2!");
  const SyncState state = view_sync(*run.world);
  ASSERT_EQ(find(state, "a")->senders.size(), 1U);
  EXPECT_EQ(find(state, "a")->senders[0].what, "7");
  EXPECT_EQ(find(state, "a")->senders[0].clause, 0U);
  EXPECT_EQ(find(state, "b")->receivers[0].clause, 1U);
  ASSERT_EQ(state.idle.size(), 1U);
  EXPECT_EQ(state.idle[0].reason, "select (no cases)");
}

constexpr const char* kPhilosophers = R"(
import "sync"

type table struct {
	left, right sync.Mutex
}

var t table

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		t.left.Lock()
		t.right.Lock()
		wg.Done()
	}()
	go func() {
		t.right.Lock()
		t.left.Lock()
		wg.Done()
	}()
	wg.Wait()
}
)";

TEST(SyncView, ACircleIsFound) {
  const Opened run = opened(kPhilosophers, "g1! g2 g3 g2!");
  EXPECT_TRUE(view_sync(*run.world).circle.empty()) << "g3 can still move";
  const Opened stuck = opened(kPhilosophers, "g1! g2 g3 g2! g3!");
  const SyncState state = view_sync(*stuck.world);
  EXPECT_TRUE(state.asleep);
  ASSERT_EQ(state.circle.size(), 2U);
  EXPECT_EQ(stuck_text(state).front(),
            "A circle: g2 waits for t.right, which g3 holds; g3 waits for t.left, which g2 holds; "
            "none of them can ever go on.");
  const SyncView* left = find(state, "t.left");
  EXPECT_EQ(left->state, "locked");
  ASSERT_EQ(left->holders.size(), 1U);
  EXPECT_EQ(schedule::name(left->holders[0].actor), "g2");
  ASSERT_EQ(left->waiting.size(), 1U);
  EXPECT_EQ(schedule::name(left->waiting[0].actor), "g3");
  EXPECT_EQ(find(state, "wg")->state, "counter 2");
}

TEST(SyncView, WhoLocksTwiceIsACircleOfOne) {
  const Opened run = opened(R"(
import "sync"

func main() {
	var mu sync.Mutex
	mu.Lock()
	mu.Lock()
}
)",
                            "g1!");
  EXPECT_EQ(
      stuck_text(view_sync(*run.world)),
      std::vector<std::string>{"A circle: g1 waits for mu, which g1 holds; it can never go on."});
}

TEST(SyncView, LocksSayWhatTheirWordsSay) {
  const Opened run = opened(R"(
import "sync"

type all struct {
	rw   sync.RWMutex
	once sync.Once
	many [3]sync.Mutex
}

var x all
var cond = sync.NewCond(&x.many[1])

func main() {
	x.rw.RLock()
	x.once.Do(func() {})
	x.many[2].Lock()
	go func() {
		x.rw.Lock()
	}()
	go func() {
		x.many[1].Lock()
		cond.Wait()
	}()
	select {}
}
)",
                            "g1! g2! g3!");
  const SyncState state = view_sync(*run.world);
  EXPECT_EQ(find(state, "x.rw")->state, "a writer waits for 1 reader");
  ASSERT_EQ(find(state, "x.rw")->waiting.size(), 1U);
  EXPECT_EQ(find(state, "x.rw")->waiting[0].what, "to write");
  EXPECT_EQ(find(state, "x.once")->state, "done");
  EXPECT_EQ(find(state, "x.many[2]")->state, "locked");
  EXPECT_EQ(find(state, "x.many[0]")->state, "unlocked");
  EXPECT_EQ(state.things.front().is_awaited(), true) << "those somebody waits for come first";
  bool told = false;
  for (const SyncView& thing : state.things) {
    if (thing.kind != SyncKind::Cond) continue;
    told = true;
    EXPECT_EQ(thing.state, "1 to be told");
    EXPECT_EQ(thing.waiting.size(), 1U);
  }
  EXPECT_TRUE(told);
}

}  // namespace
}  // namespace hmaplab::trace
