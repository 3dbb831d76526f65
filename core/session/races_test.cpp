// What the race detector finds against what go1.23.5's found (core/testdata/races/record), and how
// it tells it.
#include <gtest/gtest.h>

#include <fstream>

#include "core/session/race_report.h"
#include "core/vm/run.h"
#include "core/vm/run_testing.h"

namespace hmaplab::session {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kMostSteps = 10'000;  // of a run; the big programs race long before

struct Verdict {
  fs::path path;
  uint32_t go_minor = 23;
  bool races = false;
};

std::unique_ptr<const bytecode::Program> compile(const Verdict& verdict) {
  check::Options checks;
  checks.version.minor = verdict.go_minor;
  const std::string text = vm::read_file(verdict.path);
  auto result = bytecode::compile_source(verdict.path.filename().string(), text, checks);
  EXPECT_TRUE(result.program) << verdict.path;
  return std::move(result.program);
}

// Whether a seeded run races before it is cut.
bool races(const bytecode::Program& program, const Verdict& verdict, uint64_t seed) {
  vm::World world(program,
                  {.seed = seed, .go_minor = static_cast<int>(verdict.go_minor), .races = true});
  schedule::Policy policy(schedule::PolicyKind::Random, seed);
  while (!world.end() && !world.raced() && world.step_count() < kMostSteps)
    vm::move_once(world, policy);
  return world.raced();
}

void expect(const Verdict& verdict, uint64_t seeds_without) {
  SCOPED_TRACE(verdict.path.filename().string());
  const auto program = compile(verdict);
  ASSERT_TRUE(program);
  const uint64_t most = verdict.races ? 100 : seeds_without;
  bool found = false;
  for (uint64_t seed = 1; seed <= most && !found; ++seed) found = races(*program, verdict, seed);
  EXPECT_EQ(found, verdict.races);
}

TEST(Races, OfSmallProgramsAreThoseThatGoReports) {
  std::ifstream verdicts(vm::testdata("races") / "verdicts.txt");
  std::string name, verdict, runs;
  int count = 0;
  for (; verdicts >> name >> verdict >> runs; ++count)
    expect({.path = vm::testdata("races") / (name + ".go"), .races = verdict == "yes"}, 8);
  EXPECT_GE(count, 80);
}

TEST(Races, OfTheCoursesProgramsAreThoseThatGoReports) {
  std::ifstream verdicts(vm::testdata("races") / "programs.txt");
  std::string name, version, verdict, runs;
  int count = 0;
  for (; verdicts >> name >> version >> verdict >> runs; ++count) {
    fs::path path = vm::testdata("races/programs") / (name + ".go");
    if (!fs::exists(path)) path = vm::testdata("programs") / (name + ".go");
    // Its own comment says that it races; with one processor Go's detector has forgotten the write
    // of one goroutine long before the other one gets its turn.
    const bool overlooked = name == "c16_gomaxprocs_one";
    expect({.path = path,
            .go_minor = static_cast<uint32_t>(std::stoi(version.substr(2))),
            .races = verdict == "yes" || overlooked},
           2);
  }
  EXPECT_EQ(count, 27);
}

constexpr const char* kCounter = R"(package main

import "sync"

var (
	n  int
	mu sync.Mutex
)

func add(wg *sync.WaitGroup) {
	defer wg.Done()
	n++
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go add(&wg)
	mu.Lock()
	n = 5
	mu.Unlock()
	wg.Wait()
}
)";

struct Told {
  std::vector<RaceReport> reports;
  std::vector<order::Race> races;
};

Told told(const bytecode::Program& program, const std::string& orders) {
  const vm::World start(program, {.races = true});
  vm::World world = start;
  std::vector<schedule::Move> moves;
  auto keep = [&](const vm::Step& step) { moves.push_back(step.move()); };
  EXPECT_EQ(vm::follow(world, schedule::parse_schedule(orders).value(), keep), "");
  if (!world.end()) vm::run_to_end(world, schedule::Policy(schedule::PolicyKind::RunToBlock), keep);
  return {report_races(start, moves, world.races()), world.races()};
}

TEST(Races, AreToldWithBothStacksAndTheLocks) {
  const auto program = vm::compile(kCounter);
  const Told found = told(*program, "g1>mutex/lock g2! g1!");
  ASSERT_EQ(found.reports.size(), 1u) << "the write of n++ stands for its read";
  const RaceReport& report = found.reports[0];
  EXPECT_EQ(report.object, "n");
  EXPECT_EQ(report.first.actor, schedule::actor_named("g2"));
  EXPECT_EQ(report.second.actor, schedule::kMain);
  EXPECT_EQ(report.second.locks, std::vector<std::string>{"mu"});
  EXPECT_TRUE(report.first.locks.empty());
  EXPECT_TRUE(report.first_has_finished);
  EXPECT_LT(report.first.access.step, report.second.access.step);
  std::string text = race_text(report, "/anywhere");
  text = std::regex_replace(text, std::regex(R"(0x[0-9a-f]+)"), "0xN");
  EXPECT_EQ(text, R"(==================
WARNING: DATA RACE
Write at 0xN by main goroutine:
  main.main()
      /anywhere/main.go:20 +0xN

Previous write at 0xN by goroutine 2:
  main.add()
      /anywhere/main.go:12 +0xN

Goroutine 2 (finished) created at:
  main.main()
      /anywhere/main.go:18 +0xN
==================
)");
}

TEST(Races, AreToldOnceForEachAddress) {
  RaceReport one;
  one.second.access.address = base::Address{0xc000000010};
  RaceReport other;
  other.second.access.address = base::Address{0xc000000018};
  EXPECT_EQ(first_at_each_address({one, other, one}).size(), 2u);
}

TEST(Races, OnAMapAreOneAccessOfTheWholeOperation) {
  const auto program = vm::compile(R"(package main

func main() {
	m := map[string]int{}
	done := make(chan bool)
	go func() { m["a"] = 1; done <- true }()
	_ = m["b"]
	<-done
}
)");
  const Told found = told(*program, "g1>go/create g1 g2! g1!");
  ASSERT_EQ(found.reports.size(), 1u);
  EXPECT_EQ(found.reports[0].object, "m");
  EXPECT_EQ(found.reports[0].first.access.touched, order::Touched::Map);
  EXPECT_EQ(found.reports[0].first.stack.at(0).function, "runtime.mapassign_faststr");
  EXPECT_EQ(found.reports[0].second.stack.at(0).function, "runtime.mapaccess1_faststr");
}

TEST(Races, OnWhatIsPrintedAreToldWhereItIsPrinted) {
  const auto program = compile({.path = vm::testdata("races") / "print_map.go"});
  const Told found = told(*program, "g1>output/write g2! g1!");
  ASSERT_EQ(found.reports.size(), 1u);
  const RaceSide& printing = found.reports[0].first;
  EXPECT_EQ(printing.access.touched, order::Touched::Map);
  EXPECT_EQ(printing.access.line, 10u);
  ASSERT_EQ(printing.stack.size(), 2u);
  EXPECT_EQ(printing.stack[0].function, "fmt.Println");
  EXPECT_TRUE(printing.stack[0].place.starts_with("/usr/local/go/src/fmt/"));
  EXPECT_EQ(printing.stack[1].place, "print_map.go:10");
}

TEST(Races, DoNotChangeTheRun) {
  for (const char* name : {"counter", "mutex", "chan_capacity", "map_under_lock", "finalizer"}) {
    const auto program = compile({.path = vm::testdata("races") / (std::string(name) + ".go")});
    for (uint64_t seed = 1; seed <= 3; ++seed) {
      vm::World plain(*program, {.seed = seed});
      vm::World watched(*program, {.seed = seed, .races = true});
      schedule::Policy policy(schedule::PolicyKind::Random, seed);
      while (!plain.end()) {
        const schedule::Move move = vm::next_move(plain, policy);
        const vm::Step step = plain.step(move);
        policy.made_step(step.actor, step.visible);
        ASSERT_EQ(watched.step(move).point, step.point);
        ASSERT_EQ(watched.heap().digest(), plain.heap().digest());
      }
      EXPECT_FALSE(plain.raced());
      EXPECT_EQ(watched.end()->exit_status, plain.end()->exit_status);
    }
  }
}

// Once the lamp is lit, it does not matter any more who knows of what.
TEST(Races, AreInTheHashAsLongAsThereIsNone) {
  const auto program = vm::compile(R"(package main

import "sync"

var mu sync.Mutex
var a, b int

func main() {
	go func() { a = 1; mu.Lock(); mu.Unlock() }()
	go func() { mu.Lock(); mu.Unlock(); b = a }()
	select {}
}
)");
  auto after = [&](const char* orders, bool races) {
    vm::World world(*program, {.races = races});
    EXPECT_EQ(vm::follow(world, schedule::parse_schedule(orders).value(), [](const vm::Step&) {}),
              "");
    return world;
  };
  const char* known = "g1! g2! g3*2";
  const char* unknown = "g1! g3*2 g2!";
  EXPECT_EQ(after(known, false).hash(), after(unknown, false).hash());
  EXPECT_NE(after(known, true).hash(), after(unknown, true).hash());
  EXPECT_FALSE(after("g1! g2! g3!", true).raced());
  EXPECT_TRUE(after("g1! g3*2 g2! g3!", true).raced());
  EXPECT_EQ(after("g1! g3*2 g2! g3!", true).hash(), after("g1! g3*2 g2*1 g3! g2!", true).hash());
}

}  // namespace
}  // namespace hmaplab::session
