// Which steps tell others what came before them, and what is ordered by that.
#include "core/session/order_edges.h"

#include <gtest/gtest.h>

#include "core/session/session.h"
#include "core/vm/run_testing.h"

namespace hmaplab::session {
namespace {

struct Ordered {
  std::unique_ptr<const bytecode::Program> program;
  std::unique_ptr<Session> session;
  std::vector<OrderEdge> edges;

  // "g1 go/create -> g2 mutex/lock"
  std::vector<std::string> texts() const {
    std::vector<std::string> texts;
    for (const OrderEdge& edge : edges) texts.push_back(text(edge.from) + " -> " + text(edge.to));
    return texts;
  }
  std::string text(uint32_t index) const {
    const vm::Step& step = session->step(index);
    return schedule::name(step.actor) + " " + std::string(memory::name(step.point));
  }
  // The first step of an actor at a point.
  uint32_t find(const std::string& wanted) const {
    for (uint32_t index = 0; index < session->length(); ++index) {
      if (text(index) == wanted) return index;
    }
    ADD_FAILURE() << "no step " << wanted;
    return 0;
  }
  bool are_ordered(const std::string& first, const std::string& second) const {
    return !order_path(session->timeline(0), edges, find(first), find(second)).empty();
  }
};

Ordered run(const std::string& text) {
  Ordered ordered;
  ordered.program = vm::compile("package main\n\nimport \"sync\"\n\n" + text);
  ordered.session =
      std::make_unique<Session>(*ordered.program, vm::Options{}, schedule::Schedule{});
  ordered.edges = order_edges(*ordered.program, ordered.session->timeline(0));
  return ordered;
}

TEST(OrderEdges, GoBeforeTheFirstStepAndDoneBeforeWait) {
  const Ordered ordered =
      run("func main() {\n\tvar wg sync.WaitGroup\n\tm := map[int]int{}\n\twg.Add(1)\n"
          "\tgo func() {\n\t\tm[1] = 2\n\t\twg.Done()\n\t}()\n\twg.Wait()\n\tprintln(m[1])\n}\n");
  const std::vector<std::string> texts = ordered.texts();
  ASSERT_EQ(texts.size(), 2U) << ::testing::PrintToString(texts);
  EXPECT_TRUE(texts[0].starts_with("g1 go/create -> g2 mapassign/")) << texts[0];
  EXPECT_TRUE(texts[1].starts_with("g2 waitgroup/")) << texts[1];
  EXPECT_TRUE(ordered.are_ordered("g2 mapassign/set_writing", "g1 mapaccess/check_writing"));
}

TEST(OrderEdges, AnUnlockBeforeTheNextLock) {
  const Ordered ordered =
      run("var mu sync.Mutex\nvar n int\n\nfunc add() {\n\tmu.Lock()\n\tn++\n\tmu.Unlock()\n}\n\n"
          "func main() {\n\tvar wg sync.WaitGroup\n\twg.Add(2)\n\tfor i := 0; i < 2; i++ {\n"
          "\t\tgo func() {\n\t\t\tadd()\n\t\t\twg.Done()\n\t\t}()\n\t}\n\twg.Wait()\n}\n");
  const bool by_lock = ordered.are_ordered("g2 variable/store", "g3 variable/load") ||
                       ordered.are_ordered("g3 variable/store", "g2 variable/load");
  EXPECT_TRUE(by_lock) << ::testing::PrintToString(ordered.texts());
}

TEST(OrderEdges, WithoutALockNothingOrdersTwoWriters) {
  const Ordered ordered =
      run("var n int\n\nfunc main() {\n\tvar wg sync.WaitGroup\n\twg.Add(2)\n"
          "\tfor i := 0; i < 2; i++ {\n\t\tgo func() {\n\t\t\tn++\n\t\t\twg.Done()\n\t\t}()\n\t}\n"
          "\twg.Wait()\n}\n");
  const uint32_t a = ordered.find("g2 variable/store");
  const uint32_t b = ordered.find("g3 variable/store");
  EXPECT_TRUE(
      order_path(ordered.session->timeline(0), ordered.edges, std::min(a, b), std::max(a, b))
          .empty());
}

TEST(OrderEdges, AValueCarriesWhatCameBeforeItsSend) {
  const Ordered ordered =
      run("var n int\nvar mu sync.Mutex\n\nfunc main() {\n\tc := make(chan int)\n\tgo func() {\n"
          "\t\tn = 5\n\t\tc <- 1\n\t}()\n\t<-c\n\tprintln(n)\n\tmu.Lock()\n}\n");
  EXPECT_TRUE(ordered.are_ordered("g2 variable/store", "g1 variable/load"))
      << ::testing::PrintToString(ordered.texts());
}

// An order of two steps is what the vector clocks say, for all pairs of a run.
TEST(OrderEdges, AWayIsThereExactlyWhereTheDetectorSeesNoRace) {
  for (const char* text :
       {"var n int\nvar mu sync.Mutex\n\nfunc main() {\n\tgo func() {\n\t\tmu.Lock()\n\t\tn++\n"
        "\t\tmu.Unlock()\n\t}()\n\tn++\n\tmu.Lock()\n\tmu.Unlock()\n\tn++\n}\n",
        "var n int\nvar once sync.Once\n\nfunc main() {\n\tdone := make(chan bool, 1)\n\tgo func() "
        "{\n\t\tonce.Do(func() { n = 1 })\n\t\tdone <- true\n\t}()\n\t<-done\n\tonce.Do(func() "
        "{})\n\tn++\n}\n"}) {
    const Ordered ordered = run(text);
    const Timeline& timeline = ordered.session->timeline(0);
    vm::Options options;
    options.races = true;
    vm::World world(*ordered.program, options);
    for (uint32_t i = 0; i < timeline.length(); ++i) world.step(timeline.step(i).move());
    bool unordered = false;
    for (uint32_t b = 0; b < timeline.length(); ++b) {
      for (uint32_t a = 0; a < b; ++a) {
        const vm::Step& one = timeline.step(a);
        const vm::Step& other = timeline.step(b);
        const bool conflict =
            std::string_view(one.field) == "n" && std::string_view(other.field) == "n" &&
            one.actor != other.actor &&
            (one.access == vm::AccessKind::Store || other.access == vm::AccessKind::Store);
        if (conflict && order_path(timeline, ordered.edges, a, b).empty()) unordered = true;
      }
    }
    EXPECT_EQ(unordered, world.raced()) << text;
  }
}

}  // namespace
}  // namespace hmaplab::session
