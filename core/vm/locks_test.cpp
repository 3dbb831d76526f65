// Mutex and RWMutex under many schedules: who must keep out keeps out, nobody is forgotten, and
// every run ends. The states are those of Go's own words in memory.
#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

using memory::Point;
using schedule::Actor;
using schedule::kClock;
using schedule::kMain;
using schedule::Policy;
using schedule::PolicyKind;

const Actor kSecond = *schedule::child_of(kMain, 1);
const Actor kThird = *schedule::child_of(kMain, 2);
const Actor kFourth = *schedule::child_of(kMain, 3);

// The words at the beginning of a package variable.
std::array<int32_t, 6> words_of(const World& world, const std::string& name) {
  std::array<int32_t, 6> words{};
  for (const auto& place : world.program().package_variables()) {
    if (place.variable->name != name) continue;
    EXPECT_TRUE(world.read(place.address, words.data(),
                           std::min<size_t>(sizeof(words), place.variable->type->size())));
  }
  return words;
}

// Until the goroutine's next step is the point.
void run_to(World& world, Actor actor, Point point) {
  for (int i = 0; i < 1000 && world.goroutine(actor)->next != point; ++i) world.step(actor);
  ASSERT_EQ(world.goroutine(actor)->next, point) << memory::name(point);
}

const char* const kLockers = R"(package main

import (
	"fmt"
	"sync"
)

var mu sync.Mutex
var inside, most, done int

func main() {
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 3 {
				if i == 1 && mu.TryLock() {
					mu.Unlock()
				}
				mu.Lock()
				inside++
				if inside > most {
					most = inside
				}
				done++
				inside--
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(most, done, mu)
}
)";

TEST(Mutex, HasOneOwnerAndForgetsNobody) {
  auto program = compile(kLockers);
  uint64_t starved = 0;
  for (uint64_t seed = 1; seed <= 150; ++seed) {
    World world(*program, {});
    Policy policy(PolicyKind::Random, seed, 1 + static_cast<uint32_t>(seed % 4));
    base::RandomStream chance{seed};
    while (!world.end()) {
      // Time passes now and then, so that the mutex also starves.
      bool time_passes = chance.below(8) == 0 && world.is_enabled(kClock);
      Step step = world.step(time_passes ? kClock : policy.choose(world.enabled()));
      if (!time_passes) policy.made_step(step.actor, step.visible);
      bool is_starving = (words_of(world, "mu")[0] & 4) != 0;
      starved += is_starving ? 1 : 0;
    }
    ASSERT_EQ(world.stdout_text(), "1 12 {0 0}\n") << "seed " << seed;
  }
  EXPECT_GT(starved, 300u);
}

TEST(Mutex, CopiesGoOnAlikeWhileGoroutinesWait) {
  auto program = compile(kLockers);
  World world(*program, {});
  Policy policy(PolicyKind::Random, 3, 4);
  std::vector<std::pair<World, Policy>> copies;
  while (!world.end()) {
    bool anybody_waits =
        std::any_of(world.goroutines().begin(), world.goroutines().end(),
                    [](const auto& goroutine) { return goroutine->wait == Wait::Mutex; });
    if (anybody_waits) copies.emplace_back(world, policy);
    move_once(world, policy);
  }
  EXPECT_GT(copies.size(), 10u);
  for (auto& [copy, how] : copies) {
    run_stepped(copy, how);
    EXPECT_EQ(copy.hash(), world.hash());
    EXPECT_EQ(copy.stdout_text(), world.stdout_text());
  }
}

const char* const kContended = R"(package main

import "sync"

var mu sync.Mutex

func work() {
	mu.Lock()
	mu.Unlock()
}

func main() {
	go work()
	go work()
	for range 3 {
		mu.Lock()
		mu.Unlock()
	}
}
)";

// g1 holds the lock, g2 and g3 queue in this order.
World contended(const bytecode::Program& program) {
  World world(program, {});
  run_to(world, kMain, Point::mutex_unlock);
  world.step(kSecond);
  world.step(kThird);
  EXPECT_EQ(words_of(world, "mu")[0], 8 + 8 + 1);
  return world;
}

TEST(Mutex, InNormalModeAnybodyMayOvertakeWhoWasWoken) {
  auto program = compile(kContended);
  World world = contended(*program);
  world.step(kMain);  // unlocks and wakes g2
  EXPECT_EQ(words_of(world, "mu")[0], 8 + 2);
  EXPECT_FALSE(world.is_enabled(kThird));
  world.step(kMain);  // locks again before g2 does
  EXPECT_EQ(words_of(world, "mu")[0], 8 + 2 + 1);
  world.step(kSecond);  // waits again, in front of g3
  EXPECT_EQ(words_of(world, "mu")[0], 8 + 8 + 1);
  world.step(kMain);
  EXPECT_TRUE(world.is_enabled(kSecond));
  EXPECT_FALSE(world.is_enabled(kThird));
}

TEST(Mutex, StarvesWhenSomebodyWaitedForAMillisecond) {
  auto program = compile(kContended);
  World world = contended(*program);
  ASSERT_TRUE(world.is_enabled(kClock));
  std::vector<Actor> enabled = world.enabled();
  EXPECT_EQ(std::count(enabled.begin(), enabled.end(), kClock), 0) << "only where it is asked for";
  world.step(kClock);
  EXPECT_GT(world.now(), 1'000'000);
  EXPECT_FALSE(world.is_enabled(kClock)) << "they have waited for long enough";
  world.step(kMain);
  world.step(kMain);    // overtakes g2
  world.step(kSecond);  // has waited too long
  EXPECT_EQ(words_of(world, "mu")[0], 8 + 8 + 4 + 1);
  world.step(kMain);  // hands over to g2, which goes on with the lock
  EXPECT_EQ(words_of(world, "mu")[0], 8 + 4 + 1);
  EXPECT_EQ(world.goroutine(kSecond)->next, Point::mutex_unlock);
  World overtaking = world;
  overtaking.step(kMain);  // nobody overtakes now: it queues, behind g3
  EXPECT_EQ(words_of(overtaking, "mu")[0], 8 + 8 + 4 + 1);
  overtaking.step(kSecond);
  EXPECT_EQ(overtaking.goroutine(kThird)->next, Point::mutex_unlock);
  EXPECT_FALSE(overtaking.is_enabled(kMain));
  world.step(kSecond);  // hands over to g3, the last: the mutex starves no longer
  EXPECT_EQ(words_of(world, "mu")[0], 1);
  EXPECT_EQ(world.goroutine(kThird)->next, Point::mutex_unlock);
  EXPECT_EQ(world.goroutine(kThird)->held.size(), 1u);
}

// Time that only passes because somebody waits for a lock must not hide that all are asleep.
TEST(Mutex, WaitingAloneIsADeadlock) {
  auto program = compile(
      "package main\n\nimport \"sync\"\n\nfunc main() {\n\tvar mu sync.Mutex\n"
      "\tmu.Lock()\n\tmu.Lock()\n}\n");
  World world = run(*program);
  EXPECT_EQ(world.end()->kind, EndKind::Deadlock);
  EXPECT_EQ(world.now(), 0);
}

const char* const kReadersAndWriters = R"(package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var rw sync.RWMutex
var readers, writers, together, broken atomic.Int32

func main() {
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 3 {
				if i < 2 {
					rw.Lock()
					if writers.Add(1) != 1 || readers.Load() != 0 {
						broken.Store(1)
					}
					writers.Add(-1)
					rw.Unlock()
					continue
				}
				rw.RLock()
				if readers.Add(1) > 1 {
					together.Store(1)
				}
				if writers.Load() != 0 {
					broken.Store(1)
				}
				readers.Add(-1)
				rw.RUnlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(broken.Load(), rw.TryLock())
}
)";

TEST(RWMutex, ReadersReadTogetherWritersWriteAlone) {
  auto program = compile(kReadersAndWriters);
  int together = 0;
  for (uint64_t seed = 1; seed <= 100; ++seed) {
    World world(*program, {});
    run_stepped(world, Policy(PolicyKind::Random, seed, 5));
    ASSERT_EQ(world.stdout_text(), "0 true\n") << "seed " << seed;
    ASSERT_EQ(words_of(world, "rw")[4], -(1 << 30));
    together += words_of(world, "together")[0];
  }
  EXPECT_GT(together, 30);
}

const char* const kPendingWriter = R"(package main

import "sync"

var rw sync.RWMutex

func write() {
	rw.Lock()
	rw.Unlock()
}

func read() {
	rw.RLock()
	rw.RUnlock()
}

func main() {
	go write()
	go read()
	go write()
	rw.RLock()
	rw.RUnlock()
}
)";

TEST(RWMutex, APendingWriterKeepsNewReadersOut) {
  auto program = compile(kPendingWriter);
  World world(*program, {});
  run_to(world, kMain, Point::rwmutex_runlock);
  world.step(kSecond);  // announces itself and waits for g1
  EXPECT_EQ(words_of(world, "rw"), (std::array<int32_t, 6>{1, 0, 0, 0, 1 - (1 << 30), 1}));
  world.step(kThird);   // a reader that comes later waits too
  world.step(kFourth);  // the second writer queues for the inner mutex
  EXPECT_EQ(words_of(world, "rw"), (std::array<int32_t, 6>{9, 0, 0, 0, 2 - (1 << 30), 1}));
  EXPECT_EQ(world.goroutine(kSecond)->wait, Wait::RWMutexLock);
  EXPECT_EQ(world.goroutine(kThird)->wait, Wait::RWMutexRLock);
  EXPECT_EQ(world.goroutine(kFourth)->wait, Wait::Mutex);
  world.step(kMain);  // the last reader lets the writer in
  EXPECT_EQ(world.goroutine(kSecond)->next, Point::rwmutex_unlock);
  EXPECT_FALSE(world.is_enabled(kThird));
  world.step(kSecond);  // the waiting reader comes before the second writer
  EXPECT_EQ(world.goroutine(kThird)->next, Point::rwmutex_runlock);
  EXPECT_EQ(world.goroutine(kFourth)->next, Point::rwmutex_lock);
}

}  // namespace
}  // namespace hmaplab::vm
