// The reorderings that store buffers make, and those that they must not make: every schedule of
// small programs is run.
#include <gtest/gtest.h>

#include <set>

#include "core/base/hash.h"
#include "core/memory/points.h"
#include "core/schedule/schedule.h"
#include "core/vm/run.h"
#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

using memory::MemoryOrder;

// What the program can print, over all schedules.
class AllSchedules {
 public:
  AllSchedules(const bytecode::Program& program, MemoryOrder order) {
    look_at(World(program, {.memory = order}));
  }
  const std::set<std::string>& ends() const { return ends_; }
  size_t states() const { return seen_.size(); }

 private:
  void look_at(const World& world) {
    if (!seen_.insert(world.hash()).second) return;
    if (world.end()) {
      ends_.insert(head_of(world.end()->stderr_text));
      return;
    }
    for (schedule::Actor actor : world.enabled()) {
      std::vector<uint32_t> choices = world.ready_cases(actor);
      if (choices.size() < 2) choices = {schedule::Move::kNoChoice};
      for (uint32_t choice : choices) {
        World next = world;
        next.step({actor, choice});
        look_at(next);
      }
    }
  }

  std::set<base::Hash128> seen_;
  std::set<std::string> ends_;
};

std::set<std::string> ends(const std::string& text, MemoryOrder order) {
  const auto program = compile(text);
  return AllSchedules(*program, order).ends();
}

using Ends = std::set<std::string>;

constexpr const char* kStoreBuffering = R"(package main

var x, y, r int

func main() {
	done := make(chan bool)
	go func() { x = 1; r = y; done <- true }()
	y = 1
	s := x
	<-done
	println(r, s)
}
)";

TEST(StoreBuffers, LetALoadPassAStore) {
  const Ends in_order{"0 1", "1 0", "1 1"};
  Ends passed = in_order;
  passed.insert("0 0");
  EXPECT_EQ(ends(kStoreBuffering, MemoryOrder::Sc), in_order);
  EXPECT_EQ(ends(kStoreBuffering, MemoryOrder::Tso), passed);
  EXPECT_EQ(ends(kStoreBuffering, MemoryOrder::Pso), passed);
}

TEST(StoreBuffers, AreDrainedByAtomics) {
  constexpr const char* kProgram = R"(package main

import "sync/atomic"

var x, y atomic.Int32
var r int32

func main() {
	done := make(chan bool)
	go func() { x.Store(1); r = y.Load(); done <- true }()
	y.Store(1)
	s := x.Load()
	<-done
	println(r, s)
}
)";
  const Ends in_order{"0 1", "1 0", "1 1"};
  for (MemoryOrder order : {MemoryOrder::Sc, MemoryOrder::Tso, MemoryOrder::Pso})
    EXPECT_EQ(ends(kProgram, order), in_order);
}

TEST(StoreBuffers, KeepTheOrderOfStoresUnderTsoOnly) {
  constexpr const char* kMessage = R"(package main

var data, flag int

func main() {
	done := make(chan bool)
	go func() { data = 1; flag = 1; done <- true }()
	f := flag
	d := data
	<-done
	println(f, d)
}
)";
  const Ends in_order{"0 0", "0 1", "1 1"};
  Ends passed = in_order;
  passed.insert("1 0");
  EXPECT_EQ(ends(kMessage, MemoryOrder::Sc), in_order);
  EXPECT_EQ(ends(kMessage, MemoryOrder::Tso), in_order);
  EXPECT_EQ(ends(kMessage, MemoryOrder::Pso), passed);
}

TEST(StoreBuffers, AnAtomicFlagOrdersWhatStandsBeforeIt) {
  constexpr const char* kMessage = R"(package main

import "sync/atomic"

var data int
var flag atomic.Bool

func main() {
	done := make(chan bool)
	go func() { data = 1; flag.Store(true); done <- true }()
	f := flag.Load()
	d := data
	<-done
	println(f, d)
}
)";
  EXPECT_EQ(ends(kMessage, MemoryOrder::Pso), (Ends{"false 0", "false 1", "true 1"}));
}

TEST(StoreBuffers, AMutexOrdersWhatIsDoneInside) {
  constexpr const char* kProgram = R"(package main

import "sync"

var mu sync.Mutex
var a, b int

func main() {
	done := make(chan bool)
	go func() { mu.Lock(); a++; b++; mu.Unlock(); done <- true }()
	mu.Lock()
	x, y := a, b
	mu.Unlock()
	<-done
	println(x, y)
}
)";
  EXPECT_EQ(ends(kProgram, MemoryOrder::Pso), (Ends{"0 0", "1 1"}));
}

TEST(StoreBuffers, StoresToOneWordAreSeenInOrder) {
  constexpr const char* kProgram = R"(package main

var x int

func main() {
	done := make(chan int)
	go func() { x = 1; x = 2; done <- x }()
	a := x
	b := x
	println(a, b, <-done)
}
)";
  const Ends coherent{"0 0 2", "0 1 2", "0 2 2", "1 1 2", "1 2 2", "2 2 2"};
  for (MemoryOrder order : {MemoryOrder::Sc, MemoryOrder::Tso, MemoryOrder::Pso})
    EXPECT_EQ(ends(kProgram, order), coherent);
}

TEST(StoreBuffers, TearABigValueUnderPsoOnly) {
  constexpr const char* kProgram = R"(package main

type pair struct{ a, b int }

var p pair

func main() {
	done := make(chan bool)
	go func() { p = pair{1, 1}; done <- true }()
	q := p
	<-done
	println(q.a, q.b)
}
)";
  EXPECT_EQ(ends(kProgram, MemoryOrder::Tso), (Ends{"0 0", "1 1"}));
  EXPECT_EQ(ends(kProgram, MemoryOrder::Pso), (Ends{"0 0", "0 1", "1 0", "1 1"}));
}

// The litmus tests of the course with one round: schedules that show what they are about.
World after(const bytecode::Program& program, MemoryOrder order, const std::string& orders) {
  World world(program, {.memory = order, .limits = {.steps = 10'000}});
  EXPECT_EQ(follow(world, schedule::parse_schedule(orders).value(), [](const Step&) {}), "");
  run_stepped(world, schedule::Policy(schedule::PolicyKind::RoundRobin));  // somebody may spin
  return world;
}

TEST(StoreBuffers, ShowTheLitmusTestsAlongASchedule) {
  const auto buffering = compile(kStoreBuffering);
  // Both store, both load; nothing has been drained yet.
  const std::string both = "g1>go/create g1 g2*2 g1*2";
  EXPECT_EQ(head_of(after(*buffering, MemoryOrder::Tso, both).end()->stderr_text), "0 0");
  EXPECT_EQ(head_of(after(*buffering, MemoryOrder::Sc, both).end()->stderr_text), "0 1");
  const std::string drained = "g1>go/create g1 g2 g2~ g2 g1*2 g1~";
  EXPECT_EQ(head_of(after(*buffering, MemoryOrder::Tso, drained).end()->stderr_text), "0 1");
  const auto message = compile(R"(package main

import "sync/atomic"

var data, flag int32
var phase, done atomic.Int32

func main() {
	go func() {
		for phase.Load() != 1 {
		}
		f := flag
		d := data
		println(f, d)
		done.Store(1)
	}()
	data, flag = 0, 0
	phase.Store(1)
	data = 1
	flag = 1
	for done.Load() != 1 {
	}
}
)");
  const std::string stores = "g1>go/create g1 g1>atomic/store g1*3 g2>variable/load ";
  EXPECT_EQ(head_of(after(*message, MemoryOrder::Pso, stores + "g1~/1 g2*3").end()->stderr_text),
            "1 0");
  EXPECT_EQ(head_of(after(*message, MemoryOrder::Tso, stores + "g1~*2 g2*3").end()->stderr_text),
            "1 1");
  World world(*message, {.memory = MemoryOrder::Tso});
  EXPECT_EQ(follow(world, schedule::parse_schedule(stores + "g1~/1").value(), [](const Step&) {}),
            "step 8: g1~ cannot take case 1: ready are 0 (order \"g1~/1\")");
}

// The course's own litmus tests, with 60 rounds: what they count at random.
bool shows(const char* name, MemoryOrder order, const std::string& what) {
  const std::string text = read_file(testdata("races/programs") / (std::string(name) + ".go"));
  const auto program = compile(std::regex_replace(text, std::regex("300000"), "60"));
  for (uint64_t seed = 1; seed <= 12; ++seed) {
    World world(*program, {.seed = seed, .memory = order});
    run_stepped(world, schedule::Policy(schedule::PolicyKind::Random, seed));
    if (world.stdout_text().find(what) != std::string::npos) return true;
  }
  return false;
}

TEST(StoreBuffers, ShowTheLitmusTestsOfTheCourse) {
  const std::string both_zero = "plain: both zero seen: true | atomic: both zero seen: false";
  EXPECT_FALSE(shows("m01_store_buffer_litmus", MemoryOrder::Sc, "seen: true"));
  EXPECT_TRUE(shows("m01_store_buffer_litmus", MemoryOrder::Tso, both_zero));
  EXPECT_TRUE(shows("m01_store_buffer_litmus", MemoryOrder::Pso, both_zero));
  const std::string early = "b==1 && a==0 seen: true";
  EXPECT_FALSE(shows("m02_message_passing_litmus", MemoryOrder::Sc, early));
  EXPECT_FALSE(shows("m02_message_passing_litmus", MemoryOrder::Tso, early));
  EXPECT_TRUE(shows("m02_message_passing_litmus", MemoryOrder::Pso, early));
}

constexpr const char* kTwoWriters = R"(package main

func main() {
	m := map[int]int{1: 1}
	done := make(chan bool)
	go func() { m[1] = 2; done <- true }()
	m[1] = 3
	<-done
	println(len(m))
}
)";

// Each has said that it writes, and each finds the flag clear: the check sees less than it does
// under sc.
TEST(StoreBuffers, HideTheFlagOfAnotherWriter) {
  const auto program = compile(kTwoWriters);
  const std::string orders =
      "g1>go/create g1 g2>mapassign/clear_writing g1>mapassign/clear_writing";
  const World tso = after(*program, MemoryOrder::Tso, orders);
  EXPECT_EQ(head_of(tso.end()->stderr_text), "1");
  World sc(*program, {});
  follow(sc, schedule::parse_schedule(orders).value(), [](const Step&) {});
  ASSERT_TRUE(sc.end());
  EXPECT_EQ(head_of(sc.end()->stderr_text), "fatal error: concurrent map writes");
}

TEST(StoreBuffers, ADrainIsAStepThatSaysWhatBecomesVisible) {
  const auto program = compile(kStoreBuffering);
  World world(*program, {.memory = MemoryOrder::Tso});
  Step store;
  follow(world, schedule::parse_schedule("g1>go/create g1 g2").value(),
         [&](const Step& step) { store = step; });
  EXPECT_TRUE(store.buffered);
  EXPECT_EQ(store.new_value.word(), 1u);
  const schedule::Actor lane = *schedule::actor_named("g2~");
  ASSERT_TRUE(world.is_enabled(lane));
  EXPECT_EQ(world.next_point(lane), memory::Point::store_buffer_drain);
  EXPECT_EQ(world.heap().load<uint64_t>(store.address), 0u);
  const base::Hash128 before = world.hash();
  const Step drain = world.step(lane);
  EXPECT_EQ(drain.point, memory::Point::store_buffer_drain);
  EXPECT_EQ(drain.address, store.address);
  EXPECT_EQ(drain.line, store.line);
  EXPECT_EQ(drain.old_value.word(), 0u);
  EXPECT_EQ(drain.new_value.word(), 1u);
  EXPECT_TRUE(drain.visible);
  EXPECT_EQ(world.heap().load<uint64_t>(store.address), 1u);
  EXPECT_NE(world.hash(), before);
  EXPECT_FALSE(world.is_enabled(lane));
}

TEST(StoreBuffers, TheCollectorSeesWhatWasStored) {
  const auto program = compile(R"(package main

type node struct{ next *node }

var list *node

func main() {
	done := make(chan bool)
	go func() {
		list = &node{}
		list.next = &node{}
		done <- true
	}()
	<-done
	println(list.next != nil)
}
)");
  World world(*program, {.memory = MemoryOrder::Tso});
  follow(world, schedule::parse_schedule("g1>go/create g1 g2*3").value(), [](const Step&) {});
  ASSERT_TRUE(world.is_enabled(*schedule::actor_named("g2~")));
  world.request_collection();
  run_stepped(world, schedule::Policy(schedule::PolicyKind::RunToBlock));
  EXPECT_EQ(head_of(world.end()->stderr_text), "true");
  EXPECT_EQ(world.end()->exit_status, 0);
}

// Policies that let nothing wait run as if there were no buffers; at random both litmus results
// come up.
TEST(StoreBuffers, DrainAtOnceExceptAtRandom) {
  const auto program = compile(kStoreBuffering);
  World plain(*program, {});
  World buffered(*program, {.memory = MemoryOrder::Tso});
  run_stepped(plain, schedule::Policy(schedule::PolicyKind::RunToBlock));
  run_stepped(buffered, schedule::Policy(schedule::PolicyKind::RunToBlock));
  EXPECT_EQ(plain.end()->stderr_text, buffered.end()->stderr_text);
  EXPECT_GT(buffered.step_count(), plain.step_count());
  Ends seen;
  for (uint64_t seed = 1; seed <= 1000; ++seed) {
    World world(*program, {.seed = seed, .memory = MemoryOrder::Tso});
    run_stepped(world, schedule::Policy(schedule::PolicyKind::Random, seed));
    seen.insert(head_of(world.end()->stderr_text));
  }
  EXPECT_TRUE(seen.contains("0 0"));
  EXPECT_GE(seen.size(), 3u);
}

// The same steps, whoever looks: also with buffers the hash names the state.
TEST(StoreBuffers, AnyRouteComesToTheSameState) {
  const auto program = compile(kTwoWriters);
  for (uint64_t seed = 1; seed <= 10; ++seed) {
    World world(*program, {.seed = seed, .memory = MemoryOrder::Pso});
    schedule::Policy policy(schedule::PolicyKind::Random, seed);
    std::vector<schedule::Move> moves;
    std::vector<World> kept;
    while (!world.end()) {
      kept.push_back(world);
      moves.push_back(move_once(world, policy).move());
    }
    World again(*program, {.seed = seed, .memory = MemoryOrder::Pso});
    for (size_t i = 0; i < moves.size(); ++i) {
      ASSERT_EQ(again.hash(), kept[i].hash());
      again.step(moves[i]);
    }
    EXPECT_EQ(again.hash(), world.hash());
  }
}

}  // namespace
}  // namespace hmaplab::vm
