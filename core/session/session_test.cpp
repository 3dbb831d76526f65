#include "core/session/session.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/bytecode/compiler.h"
#include "core/vm/run.h"
#include "core/trace/goroutine_view.h"
#include "core/trace/map_view.h"
#include "core/trace/table.h"

namespace hmaplab::session {
namespace {

std::unique_ptr<bytecode::Program> compiled(const std::string& body) {
  auto result = bytecode::compile_source("main.go", "package main\n\n" + body);
  if (!result.program) {
    ADD_FAILURE() << result.diagnostics.list().front().message;
  }
  return std::move(result.program);
}

constexpr const char* kTwoCounters = R"(
import "sync"

var n int

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	for i := 0; i < 2; i++ {
		go func() {
			defer wg.Done()
			n++
		}()
	}
	wg.Wait()
	println(n)
}
)";

schedule::Schedule parsed(const std::string& text) {
  auto schedule = schedule::parse_schedule(text);
  EXPECT_TRUE(schedule) << text;
  return schedule ? schedule.value() : schedule::Schedule{};
}

TEST(Follow, StopsAtPointsAndBlocks) {
  auto program = compiled(kTwoCounters);
  vm::World world(*program, {});
  std::vector<vm::Step> steps;
  auto keep = [&](const vm::Step& step) { steps.push_back(step); };
  EXPECT_EQ(follow(world, parsed("g1! g2>variable/store g3"), keep), "");
  EXPECT_EQ(world.goroutine(*schedule::actor_named("g2"))->next, memory::Point::variable_store);
  EXPECT_EQ(steps.back().point, memory::Point::variable_load);
  EXPECT_EQ(follow(world, parsed("g2>variable/store"), keep), "");  // there already
  // Both have read 0: one update will be lost.
  EXPECT_EQ(follow(world, parsed("g2! g3! g1!"), keep), "");
  EXPECT_EQ(world.end()->stderr_text, "1\n");
}

TEST(Follow, NamesTheFirstDifference) {
  auto program = compiled(kTwoCounters);
  vm::World world(*program, {});
  EXPECT_EQ(follow(world, parsed("g1! g1 g2"), [](const vm::Step&) {}),
            "step 5: g1 cannot move: it is blocked (semacquire) (order \"g1\")");
  vm::World other(*program, {});
  EXPECT_EQ(follow(other, parsed("g7"), [](const vm::Step&) {}),
            "step 1: g7 cannot move: there is no such goroutine yet (order \"g7\")");
}

TEST(Session, RecordedScheduleReplaysToTheSameWorld) {
  auto program = compiled(kTwoCounters);
  Session session(*program, {}, parsed("g1! g3*1 g2!"));
  session.seek(session.length());
  Session again(*program, {}, parsed(session.schedule_text(session.length())));
  EXPECT_EQ(again.first_difference(), "");
  EXPECT_EQ(again.last_world().hash(), session.world().hash());
}

TEST(Session, ChoosingOtherwiseKeepsTheOldBranch) {
  auto program = compiled(kTwoCounters);
  Session session(*program, {}, parsed("g1! g2! g3!"));
  EXPECT_EQ(session.ending().go_text, "2\n");
  while (session.step(session.position()).point != memory::Point::variable_store)
    session.forward(Grain::Access);
  ASSERT_TRUE(session.choose(*schedule::actor_named("g3"), Grain::Access));
  EXPECT_EQ(session.branch_count(), 2u);
  EXPECT_EQ(session.ending().go_text, "1\n");
  EXPECT_FALSE(session.choose(schedule::kMain, Grain::Access));  // it waits
  session.switch_branch(0);
  EXPECT_EQ(session.ending().go_text, "2\n");
}

constexpr const char* kTwoCases = R"(
func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	a <- 1
	b <- 2
	select {
	case v := <-a:
		println("a", v)
	case v := <-b:
		println("b", v)
	}
	c := make(chan int)
	go func() { c <- 3 }()
	<-c
}
)";

TEST(Follow, TakesTheCaseThatIsAskedFor) {
  auto program = compiled(kTwoCases);
  for (const char* taken : {"a 1\n", "b 2\n"}) {
    vm::World world(*program, {});
    std::string schedule = std::string("g1*2 g1/") + (taken[0] == 'a' ? "0" : "1") + " g1! g2!";
    EXPECT_EQ(follow(world, parsed(schedule), [](const vm::Step&) {}), "");
    EXPECT_EQ(world.end() ? "" : world.stdout_text(), "");
    run_to_end(world, schedule::Policy(schedule::PolicyKind::RunToBlock), [](const vm::Step&) {});
    EXPECT_EQ(world.end()->stderr_text, taken);
  }
  auto difference = [&](const std::string& text) {
    vm::World world(*program, {});
    return follow(world, parsed(text), [](const vm::Step&) {});
  };
  EXPECT_EQ(difference("g1*2 g1/2"),
            "step 3: g1 cannot take case 2: ready are 0, 1 (order \"g1/2\")");
  EXPECT_EQ(difference("g1 g1/0"),
            "step 2: g1 cannot take case 0: its next step is no select (order \"g1/0\")");
  EXPECT_EQ(difference("g1! g1"),
            "step 10: g1 cannot move: it is blocked (chan receive) (order \"g1\")");
}

TEST(Session, RecordsAndChoosesCases) {
  auto program = compiled(kTwoCases);
  Session session(*program, {}, parsed("g1*2 g1/1"));
  EXPECT_EQ(session.ending().go_text, "b 2\n");
  EXPECT_EQ(session.schedule_text(4), "g1*2 g1/1 g1");
  session.seek(2);
  EXPECT_FALSE(session.choose({schedule::kMain, 5}, Grain::Access));
  ASSERT_TRUE(session.choose(schedule::kMain, Grain::Access));  // the case is left open: the same
  EXPECT_EQ(session.branch_count(), 1u);
  session.seek(2);
  ASSERT_TRUE(session.choose({schedule::kMain, 0}, Grain::Access));
  EXPECT_EQ(session.branch_count(), 2u);
  EXPECT_EQ(session.ending().go_text, "a 1\n");
  Session again(*program, {}, parsed(session.schedule_text(session.length())));
  EXPECT_EQ(again.first_difference(), "");
  EXPECT_EQ(again.last_world().hash(), session.last_world().hash());
  session.switch_branch(0);
  EXPECT_EQ(session.position(), 2u);
  EXPECT_EQ(session.ending().go_text, "b 2\n");
}

TEST(Views, SayOnWhichChannelsOneWaits) {
  auto program = compiled(R"(
func main() {
	jobs, results := make(chan int), make(chan int, 3)
	results <- 1
	go func() { jobs <- 1 }()
	go func() {
		select {
		case <-jobs:
		case jobs <- 2:
		}
	}()
	select {}
}
)");
  Session session(*program, {}, parsed("g1! g2!"));
  session.seek(4);
  auto goroutines = trace::view_goroutines(session.world());
  ASSERT_EQ(goroutines.size(), 3u);
  EXPECT_EQ(goroutines[0].waits_for, "select (no cases)");
  EXPECT_EQ(goroutines[0].frames[0].locals[1].value, "-> results, 1 of 3");
  session.seek(5);
  EXPECT_EQ(trace::view_goroutines(session.world())[1].waits_for, "chan send on jobs");
  Session other(*program, {}, parsed("g1! g3!"));
  other.seek(5);
  EXPECT_EQ(trace::view_goroutines(other.world())[2].waits_for, "select: receive jobs, send jobs");
  std::string table = trace::interleaving_table(other.last_world(), other.timeline(0).steps());
  EXPECT_NE(table.find("select/choose (waits)"), std::string::npos);
  EXPECT_NE(table.find("chan/send jobs 1 (meets g3)"), std::string::npos);
}

TEST(RunToEnd, OneProcessorLeavesAMapOperationOnlyWhereGoDoes) {
  auto program = compiled(R"(
import "sync"

func main() {
	m := map[int]int{1: 1, 2: 2}
	var wg sync.WaitGroup
	wg.Add(2)
	for i := 1; i <= 2; i++ {
		go func() {
			defer wg.Done()
			for n := 0; n < 50; n++ {
				m[i] = n
			}
		}()
	}
	wg.Wait()
}
)");
  int fatal_with_two = 0;
  for (uint64_t seed = 1; seed <= 20; ++seed) {
    for (uint32_t procs : {1u, 2u}) {
      vm::World world(*program, {.seed = seed, .procs = procs});
      run_to_end(world, schedule::Policy(schedule::PolicyKind::Random, seed),
                 [](const vm::Step&) {});
      if (procs == 2) {
        fatal_with_two += world.end()->exit_status == 2 ? 1 : 0;
      } else {
        EXPECT_EQ(world.end()->exit_status, 0)
            << "updates of existing keys cannot be interrupted, seed " << seed;
      }
    }
  }
  EXPECT_GT(fatal_with_two, 0);
}

constexpr const char* kOneProcessor = R"(
import (
	"runtime"
	"time"
)

func main() {
	runtime.GOMAXPROCS(1)
	m := map[int]int{0: 0}
	for g := 0; g < 2; g++ {
		go func() {
			for i := 0; ; i++ {
				m[KEY] = i
			}
		}()
	}
	time.Sleep(time.Second)
}
)";

int fatal_of_four_seeds(std::string program_text, const std::string& key) {
  program_text.replace(program_text.find("KEY"), 3, key);
  auto program = compiled(program_text);
  int fatal = 0;
  for (uint64_t seed = 1; seed <= 4; ++seed) {
    vm::World world(*program, {.seed = seed, .procs = 4});
    run_to_end(world, schedule::Policy(schedule::PolicyKind::Random, seed, 4),
               [](const vm::Step&) {});
    fatal += world.end()->kind == vm::EndKind::Fatal ? 1 : 0;
  }
  return fatal;
}

TEST(RunToEnd, HeedsWhatTheProgramAsksOfGOMAXPROCS) {
  EXPECT_EQ(fatal_of_four_seeds(kOneProcessor, "i&7"), 0) << "updates cannot be interrupted";
  EXPECT_GT(fatal_of_four_seeds(kOneProcessor, "i*2+g"), 0) << "growing can";
  std::string four = kOneProcessor;
  four.replace(four.find("GOMAXPROCS(1)"), 13, "GOMAXPROCS(0)");
  EXPECT_EQ(fatal_of_four_seeds(four, "i&7"), 4);
}

// A goroutine that never comes to a step keeps nobody from running, whatever the policy.
TEST(RunToEnd, WhoSpinsOrYieldsGivesWay) {
  auto spins = compiled(
      "func main() {\n\tgo func() { for { } }()\n\tdone := false\n"
      "\tgo func() { done = true }()\n\tfor !done {\n\t\tprint(0)\n\t}\n}\n");
  auto yields = compiled(
      "import \"runtime\"\n\nfunc main() {\n\tdone := false\n"
      "\tgo func() { done = true }()\n"
      "\tfor !done {\n\t\truntime.Gosched()\n\t}\n}\n");
  for (auto kind : {schedule::PolicyKind::RunToBlock, schedule::PolicyKind::RoundRobin,
                    schedule::PolicyKind::Random}) {
    for (uint32_t procs : {1u, 2u}) {
      for (const auto* program : {&spins, &yields}) {
        bool is_endless = program == &spins && kind == schedule::PolicyKind::RunToBlock;
        if (is_endless) continue;  // main never blocks
        vm::World world(**program, {.procs = procs});
        run_to_end(world, schedule::Policy(kind, 1, procs), [](const vm::Step&) {});
        EXPECT_EQ(world.end()->kind, vm::EndKind::Return);
        EXPECT_LT(world.step_count(), 1000u);
      }
    }
  }
}

TEST(Views, ShowMapsGoroutinesAndDefers) {
  auto program = compiled(R"(
func note(what string, n int) {}

func main() {
	ages := map[string]int{"ann": 30}
	n := 7
	defer note("bye", n)
	n++
	ages["bob"] = n
}
)");
  Session session(*program, {}, parsed("g1!"));
  session.seek(session.length() - 1);
  std::vector<memory::Address> maps = trace::maps_of(session.world());
  ASSERT_EQ(maps.size(), 1u);
  trace::MapView map = trace::view_map(session.world(), maps[0]);
  EXPECT_EQ(map.made_for, "ages");
  EXPECT_TRUE(map.names.empty());  // main has returned: its variables are out of scope
  EXPECT_EQ(map.type, "map[string]int");
  EXPECT_EQ(map.count, 2);
  ASSERT_EQ(map.buckets.size(), 1u);
  EXPECT_EQ(map.buckets[0].buckets[0].slots[1].key, "\"bob\"");
  EXPECT_EQ(map.buckets[0].buckets[0].slots[1].elem, "8");
  session.seek(session.length() - 2);  // about to store the elem
  EXPECT_EQ(trace::view_map(session.world(), maps[0]).names, std::vector<std::string>{"ages"});
  auto goroutines = trace::view_goroutines(session.world());
  ASSERT_EQ(goroutines.size(), 1u);
  ASSERT_EQ(goroutines[0].frames.size(), 1u);
  ASSERT_EQ(goroutines[0].frames[0].defers.size(), 1u);
  EXPECT_EQ(goroutines[0].frames[0].defers[0].call, "main.note(\"bye\", 7)");
  EXPECT_EQ(goroutines[0].frames[0].locals[0].name, "ages");
}

TEST(Session, ARunThatDoesNotEndIsCut) {
  auto program = compiled("func main() {\n\tn := new(int)\n\tfor {\n\t\t*n++\n\t}\n}\n");
  Session session(*program, {}, {});
  EXPECT_EQ(session.length(), Session::kMostSteps);
  EXPECT_EQ(session.ending().kind, trace::EndingKind::Limit);
  EXPECT_EQ(session.ending().headline, "hmaplab: the limit of steps was reached (1000000)");
}

TEST(Session, ABranchThatDoesNotEndIsCutAndCanBeGoneOnWith) {
  auto program = compiled(
      "func main() {\n\tn := new(int)\n\tgo func() { println(*n) }()\n\tfor {\n\t\t*n++\n\t}\n}\n");
  Session session(*program, {}, {});
  session.seek(1000);
  ASSERT_TRUE(session.choose(*schedule::actor_named("g2"), Grain::Access));
  EXPECT_EQ(session.length(), 1001 + Timeline::kMostOfBranch);
  EXPECT_EQ(session.ending().kind, trace::EndingKind::Limit);
  session.seek(session.length());
  ASSERT_TRUE(session.choose(schedule::kMain, Grain::Access));
  EXPECT_EQ(session.length(), 1002 + 2 * Timeline::kMostOfBranch);
  EXPECT_EQ(session.position(), 1002 + Timeline::kMostOfBranch);
}

// The table of a whole run; HMAPLAB_UPDATE=1 writes the file anew, to be reviewed as a difference.
TEST(Table, IsAsInTheGoldenFile) {
  auto program = compiled(kTwoCounters);
  Session session(*program, {}, parsed("g1! g2>variable/store g3! g2!"));
  std::string table = trace::interleaving_table(session.last_world(), session.timeline(0).steps());
  std::string path = HMAPLAB_ROOT "/core/testdata/golden/two_counters.txt";
  if (getenv("HMAPLAB_UPDATE") != nullptr) std::ofstream(path) << table;
  std::ifstream file(path);
  std::stringstream golden;
  golden << file.rdbuf();
  EXPECT_EQ(table, golden.str());
}

}  // namespace
}  // namespace hmaplab::session
