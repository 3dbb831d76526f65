// Who is said to be able to free a blocked goroutine: whenever one does go on, whoever made it do so
// must have been named before.
#include "core/trace/freeing.h"

#include "core/vm/run_testing.h"

namespace hmaplab::trace {
namespace {

using schedule::Actor;
using schedule::kMain;

const Actor kSecond = *schedule::actor_named("g2");

std::string freeing(const vm::World& world, Actor actor) {
  vm::Reach reach(world);
  return text(view_freeing(world, *world.goroutine(actor), reach));
}

// The World in which everybody has gone as far as possible, main first.
vm::World blocked(const bytecode::Program& program, uint64_t most_steps = 200) {
  vm::World world(program, {});
  schedule::Policy policy(schedule::PolicyKind::RunToBlock);
  for (uint64_t i = 0; i < most_steps && !world.end(); ++i) {
    if (world.goroutine(kMain)->status == vm::Status::Blocked) break;
    vm::move_once(world, policy);
  }
  return world;
}

std::string freeing_main(const std::string& body, const std::string& imports = "") {
  const auto program = vm::compile("package main\n\n" + imports + "\n" + body);
  return freeing(blocked(*program), kMain);
}

TEST(Freeing, OfALockIsItsHolder) {
  const auto program = vm::compile(
      "package main\n\nimport \"sync\"\n\nfunc main() {\n\tvar mu sync.Mutex\n\tgo func() { mu.Lock(); println(1); mu.Unlock() }()\n"
      "\tgo func() { mu.Lock(); mu.Unlock() }()\n\tprintln(2)\n\tmu.Lock()\n}\n");
  vm::World world(*program, {});
  const auto schedule = schedule::parse_schedule("g1>mutex/lock g2>output/write g3! g1").value();
  ASSERT_EQ(vm::follow(world, schedule, [](const vm::Step&) {}), "");
  EXPECT_EQ(freeing(world, kMain), "Unlock by g2");
  EXPECT_EQ(freeing(world, *schedule::actor_named("g3")), "Unlock by g2");
  EXPECT_EQ(freeing(world, kSecond), "") << "it can move";
}

TEST(Freeing, OfAWaitGroupAreThoseWhoHaveIt) {
  EXPECT_EQ(freeing_main("func main() {\n\tvar wg sync.WaitGroup\n\twg.Add(2)\n\tgo func() { wg.Done() }()\n"
                         "\tgo func() { println(1) }()\n\twg.Wait()\n}\n",
                         "import \"sync\"\n"),
            "2 calls of Done by g2");
  EXPECT_EQ(freeing_main("var wg sync.WaitGroup\n\nfunc main() {\n\twg.Add(1)\n\tgo func() { println(1) }()\n\twg.Wait()\n}\n",
                         "import \"sync\"\n"),
            "a call of Done by g2, by way of a package variable");
}

TEST(Freeing, OfAChannelAreThoseWhoCanStillComeToIt) {
  EXPECT_EQ(freeing_main("func main() {\n\tc := make(chan int)\n\tgo func() { println(1) }()\n\tgo func() { c <- 1 }()\n\t<-c\n}\n"),
            "a send or close by g3");
  EXPECT_EQ(freeing_main("type box struct{ c chan int }\n\nfunc main() {\n\tb := map[string]*box{\"x\": {make(chan int)}}\n"
                         "\tgo func() { println(1); b[\"x\"].c <- 1 }()\n\tb[\"x\"].c <- 2\n}\n"),
            "a receive or close by g2");
  EXPECT_EQ(freeing_main("func main() {\n\tgo func() { println(1) }()\n\t<-make(chan int)\n}\n"),
            "nobody: it waits for ever");
  EXPECT_EQ(freeing_main("func main() {\n\tgo func() { println(1) }()\n\tvar c chan int\n\tc <- 1\n}\n"),
            "nobody: it waits for ever");
  EXPECT_EQ(freeing_main("func main() {\n\tgo func() { println(1) }()\n\tselect {}\n}\n"),
            "nobody: it waits for ever");
}

// Only what is still to be used counts, as for the collector.
TEST(Freeing, WhoIsDoneWithAChannelIsNotAmongThem) {
  const auto program = vm::compile(
      "package main\n\nfunc main() {\n\tc := make(chan int, 1)\n\tgo func() { c <- 1; println(1) }()\n\t<-c\n\t<-c\n}\n");
  vm::World world(*program, {});
  const auto schedule = schedule::parse_schedule("g1>chan/receive g2>output/write g1!").value();
  ASSERT_EQ(vm::follow(world, schedule, [](const vm::Step&) {}), "");
  EXPECT_EQ(freeing(world, kMain), "nobody: it waits for ever");
}

TEST(Freeing, OfTimersIsTheClock) {
  const std::string imports = "import \"time\"\n";
  EXPECT_EQ(freeing_main("func main() {\n\ttime.Sleep(1)\n}\n", imports), "a timer by clock");
  EXPECT_EQ(freeing_main("func main() {\n\t<-time.After(1)\n}\n", imports), "a send or close by clock");
  EXPECT_EQ(freeing_main("func main() {\n\tc := make(chan int)\n\ttime.AfterFunc(1, func() { c <- 1 })\n\t<-c\n}\n", imports),
            "a send or close by clock");
}

TEST(Freeing, SaysWhoWaitsItself) {
  const auto program = vm::compile("package main\n\nfunc main() {\n\ta, b := make(chan int), make(chan int)\n"
                                   "\tgo func() { <-b; a <- 1 }()\n\t<-a\n\tb <- 1\n}\n");
  const vm::World world = vm::run(*program);
  ASSERT_EQ(world.end()->kind, vm::EndKind::Deadlock);
  EXPECT_EQ(freeing(world, kMain), "a send or close by g2 (waits)");
  EXPECT_EQ(freeing(world, kSecond), "a send or close by g1 (waits)");
}

// Gives how many were freed.
int check_all_wakings(const std::string& name, const bytecode::Program& program, uint64_t seed) {
  vm::Options options;
  options.limits.steps = 400;
  vm::World world(program, options);
  schedule::Policy policy(schedule::PolicyKind::Random, seed);
  int freed = 0;
  while (!world.end()) {
    const vm::World before = world;
    const vm::Step made = vm::move_once(world, policy);
    vm::Reach reach(before);
    for (const auto& goroutine : before.goroutines()) {
      if (goroutine->status != vm::Status::Blocked) continue;
      const vm::Goroutine* now = world.goroutine(goroutine->actor);
      if (now && now->status == vm::Status::Blocked && now->wait == goroutine->wait) continue;
      ++freed;
      const FreeingView view = view_freeing(before, *goroutine, reach);
      const bool named = std::any_of(view.who.begin(), view.who.end(),
                                     [&](const FreerView& one) { return one.actor == made.actor; });
      EXPECT_TRUE(named || view.by_variable)
          << name << " step " << before.step_count() + 1 << ": " << schedule::name(made.actor) << " "
          << memory::name(made.point) << " frees " << schedule::name(goroutine->actor)
          << ", but: " << text(view);
    }
  }
  return freed;
}

TEST(Freeing, WhoeverFreesOneWasNamed) {
  size_t programs = 0;
  int freed = 0;
  for (const auto& path : vm::go_files("run")) {
    const auto program = vm::compile_file("main.go", vm::read_file(path), true);
    if (!program) continue;
    ++programs;
    freed += check_all_wakings(path.stem().string(), *program, programs);
  }
  EXPECT_GT(programs, 50U);
  EXPECT_GT(freed, 300);
}

}  // namespace
}  // namespace hmaplab::trace
