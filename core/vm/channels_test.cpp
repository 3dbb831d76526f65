// Channels and select: deadlocks as real Go prints them, Worlds copied while goroutines wait, the
// order of waiters as part of the state, choices of select.
#include <set>

#include "core/vm/channel.h"
#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

using schedule::Policy;
using schedule::PolicyKind;

std::string in_main(const std::string& body) {
  return "package main\n\nfunc main() {\n" + body + "\n}\n";
}

// Without what differs between machines, like core/testdata/deadlocks/record.
std::string plain(std::string text) {
  text = std::regex_replace(text, std::regex("goroutine [0-9.]+"), "goroutine N");
  text = std::regex_replace(text, std::regex(" \\+0x[0-9a-f]+"), "");
  return std::regex_replace(text, std::regex("\\([^()\n]*\\)\n\t"), "()\n\t");
}

TEST(Channels, DeadlocksHaveGosWords) {
  const std::string frame = read_file(testdata("deadlocks") / "deadlock.go.in");
  const std::string recorded = read_file(testdata("deadlocks") / "tracebacks.txt");
  std::istringstream lines(read_file(testdata("deadlocks") / "deadlocks.txt"));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    size_t tab = line.find('\t');
    const std::string name = line.substr(0, tab);
    SCOPED_TRACE(name);
    std::string text = frame;
    text.replace(text.find('@'), 1, line.substr(tab + 1));
    const std::string title = "== " + name + "\n";
    size_t begin = recorded.find(title);
    ASSERT_NE(begin, std::string::npos) << "run core/testdata/deadlocks/record";
    begin += title.size();
    auto program = compile(text);
    ASSERT_TRUE(program);
    World world = run(*program);
    EXPECT_EQ(world.end()->exit_status, 2);
    EXPECT_EQ(plain(world.end()->stderr_text),
              recorded.substr(begin, recorded.find("== ", begin) - begin));
  }
  EXPECT_GT(count, 15);
}

const char* const kCrossing = R"(package main

import "fmt"

type order struct {
	from int
	text string
	list *[]int
}

func main() {
	orders := make(chan order)
	slow := make(chan order, 2)
	stop := make(chan struct{})
	done := make(chan int)
	for i := range 3 {
		go func() {
			for k := range 4 {
				list := []int{i, k}
				select {
				case orders <- order{i, fmt.Sprint(i, "/", k), &list}:
				case slow <- order{i, "slow", &list}:
				case <-stop:
				}
			}
			done <- i
		}()
	}
	sum, left := 0, 3
	for left > 0 {
		select {
		case o, ok := <-orders:
			sum += (*o.list)[0] + (*o.list)[1]
			if !ok {
				panic("closed")
			}
		case o := <-slow:
			sum += len(*o.list) - 2 + (*o.list)[0] + (*o.list)[1]
		case <-done:
			left--
		}
	}
	close(stop)
	for len(slow) > 0 {
		o := <-slow
		sum += (*o.list)[0] + (*o.list)[1]
	}
	fmt.Println(sum)
}
)";

TEST(Channels, CopiesGoOnAlikeWhileGoroutinesWait) {
  auto program = compile(kCrossing);
  base::RandomStream random{3};
  size_t waiting = 0;
  for (uint64_t seed = 1; seed <= 6; ++seed) {
    World world(*program, {});
    Policy policy(PolicyKind::Random, seed);
    std::vector<std::pair<World, Policy>> copies;
    while (!world.end()) {
      if (random.below(12) == 0) copies.emplace_back(world, policy);
      move_once(world, policy);
    }
    EXPECT_EQ(world.stdout_text(), "30\n") << "seed " << seed;
    for (auto& [copy, how] : copies) {
      for (const auto& goroutine : copy.goroutines()) waiting += goroutine->waiters.size();
      run_stepped(copy, how);
      EXPECT_EQ(copy.hash(), world.hash());
      EXPECT_EQ(copy.step_count(), world.step_count());
    }
  }
  EXPECT_GT(waiting, 20u);
}

// Follows a schedule that fits.
void follow(World& world, const std::vector<schedule::Move>& moves) {
  for (const schedule::Move& move : moves) world.step(move);
}

schedule::Actor child(uint32_t number) { return *schedule::child_of(schedule::kMain, number); }

TEST(Channels, HashKnowsWhoStandsFirst) {
  auto program = compile(in_main(R"(
	c := make(chan int)
	go func() { c <- 1 }()
	go func() { c <- 2 }()
	println(<-c)
)"));
  World first(*program, {});
  follow(first, {schedule::kMain, schedule::kMain, child(1), child(2)});
  World second(*program, {});
  follow(second, {schedule::kMain, schedule::kMain, child(2), child(1)});
  EXPECT_NE(first.hash(), second.hash());
  run_stepped(first, Policy(PolicyKind::RunToBlock));
  run_stepped(second, Policy(PolicyKind::RunToBlock));
  EXPECT_EQ(first.end()->stderr_text, "1\n");
  EXPECT_EQ(second.end()->stderr_text, "2\n");
}

// Who has left a queue leaves no trace in the state.
TEST(Channels, HashForgetsWhoHasGone) {
  auto program = compile(in_main(R"(
	c := make(chan int, 1)
	n := make(chan int)
	go func() { c <- 1; n <- 1 }()
	go func() { n <- 2 }()
	<-n
	<-c
	<-n
	select {}
)"));
  std::set<std::string> ends;
  for (uint64_t seed = 1; seed <= 20; ++seed) {
    World world(*program, {});
    run_stepped(world, Policy(PolicyKind::Random, seed));
    ends.insert(base::to_hex(world.hash()));
  }
  EXPECT_EQ(ends.size(), 1u);
}

TEST(Channels, ValuesThatAreSentAreShared) {
  auto program = compile(in_main(R"(
	c := make(chan *int, 1)
	p := new(int)
	go func() { *<-c = 1 }()
	*p = 7
	c <- p
	*p = 8
)"));
  World world(*program, {});
  EXPECT_TRUE(world.step(schedule::kMain).visible);   // go
  EXPECT_FALSE(world.step(schedule::kMain).visible);  // *p = 7
  EXPECT_TRUE(world.step(schedule::kMain).visible);   // c <- p
  EXPECT_TRUE(world.step(schedule::kMain).visible);   // *p = 8
}

TEST(Select, ReadyCasesAreTheScheduleChoice) {
  auto program = compile(in_main(R"(
	a, b, c := make(chan int, 1), make(chan int, 1), make(chan int)
	a <- 1
	select {
	case <-c:
		println("c")
	default:
		println("default")
	}
	select {
	case <-c:
	case v := <-a:
		println("a", v)
	default:
	case b <- 2:
		println("b")
	}
)"));
  World world(*program, {});
  EXPECT_TRUE(world.ready_cases(schedule::kMain).empty());
  world.step(schedule::kMain);
  EXPECT_EQ(world.goroutine(schedule::kMain)->next, memory::Point::select_choose);
  EXPECT_TRUE(world.ready_cases(schedule::kMain).empty());
  EXPECT_EQ(world.step(schedule::kMain).meeting, Meeting::Default);
  while (world.goroutine(schedule::kMain)->next != memory::Point::select_choose)
    world.step(schedule::kMain);
  EXPECT_EQ(world.ready_cases(schedule::kMain), (std::vector<uint32_t>{1, 3}));
  std::map<uint32_t, std::string> texts;
  for (uint32_t choice : {1u, 3u, schedule::Move::kNoChoice}) {
    World copy = world;
    Step step = copy.step({schedule::kMain, choice});
    EXPECT_EQ(step.choice, choice == 3 ? 3u : 1u);
    EXPECT_EQ(static_cast<uint32_t>(step.clause), step.choice);
    run_stepped(copy, Policy(PolicyKind::RunToBlock));
    texts[choice] = copy.end()->stderr_text;
  }
  EXPECT_EQ(texts[1], "default\na 1\n");
  EXPECT_EQ(texts[3], "default\nb\n");
  EXPECT_EQ(texts[schedule::Move::kNoChoice], texts[1]);
}

TEST(Select, EverybodyWhoWaitsIsTakenByTheFirstWhoComes) {
  auto program = compile(in_main(R"(
	a, b := make(chan int), make(chan int)
	go func() { a <- 1 }()
	go func() { b <- 2 }()
	select {
	case v := <-a:
		println("a", v)
	case v, ok := <-b:
		println("b", v, ok)
	}
)"));
  for (uint32_t who : {1u, 2u}) {
    World world(*program, {});
    follow(world, {schedule::kMain, schedule::kMain, schedule::kMain});
    const Goroutine& main = *world.goroutine(schedule::kMain);
    EXPECT_EQ(main.wait, Wait::Select);
    EXPECT_EQ(main.waiters.size(), 2u);
    Step step = world.step(child(who));
    EXPECT_EQ(step.meeting, Meeting::Met);
    EXPECT_EQ(step.partner, schedule::kMain);
    EXPECT_TRUE(world.goroutine(schedule::kMain)->waiters.empty());
    run_stepped(world, Policy(PolicyKind::RunToBlock));
    EXPECT_EQ(world.end()->stderr_text, who == 1 ? "a 1\n" : "b 2 true\n");
  }
}

// Two cases of one select on one channel: either may be granted, as in Go.
TEST(Select, CasesOnTheSameChannelTakeTurns) {
  auto program = compile(in_main(R"(
	c := make(chan int)
	go func() { c <- 1 }()
	select {
	case <-c:
		println("first")
	case <-c:
		println("second")
	}
)"));
  std::set<std::string> texts;
  for (uint64_t seed = 1; seed <= 20; ++seed) {
    World world(*program, {.seed = seed});
    follow(world, {schedule::kMain, schedule::kMain});
    run_stepped(world, Policy(PolicyKind::RunToBlock));
    texts.insert(world.end()->stderr_text);
  }
  EXPECT_EQ(texts, (std::set<std::string>{"first\n", "second\n"}));
}

TEST(Channels, SpoiltByUnsafeTheyFault) {
  for (const char* spoil :
       {"*p = 1 << 40", "p[1] = 99", "p[2] = 0x1234", "p[6] = 77", "p[0] = 5"}) {
    auto program = compile(
        "package main\n\nimport \"unsafe\"\n\nfunc main() {\n\tc := make(chan int, 3)\n\tc <- 1\n"
        "\tp := *(**[13]uint64)(unsafe.Pointer(&c))\n\t" +
        (spoil[0] == '*' ? "p[0] = 1 << 40" : std::string(spoil)) +
        "\n\tselect {\n\tcase c <- 2:\n\tcase <-c:\n\t}\n\tc <- 3\n}\n");
    ASSERT_TRUE(program);
    World world = run(*program);
    EXPECT_NE(world.end()->headline.find("fault"), std::string::npos) << spoil;
  }
}

}  // namespace
}  // namespace hmaplab::vm
