// What is said of store buffers: what waits, what others see, what can be drained next.
#include "core/trace/store_view.h"

#include <gtest/gtest.h>

#include "core/bytecode/compiler.h"
#include "core/schedule/schedule.h"
#include "core/vm/run.h"

namespace hmaplab::trace {
namespace {

constexpr const char* kTwoStores = R"(package main

var x, y int
var name string

func main() {
	go func() {
		x = 1
		x = 2
		y = 3
		name = "ann"
	}()
	for y == 0 {
	}
	println(x)
}
)";

std::vector<StoreBufferView> buffers(memory::MemoryOrder order, const std::string& schedule,
                                     std::string* text = nullptr) {
  auto program = std::move(bytecode::compile_source("main.go", kTwoStores).program);
  vm::World world(*program, {.memory = order});
  EXPECT_EQ(vm::follow(world, schedule::parse_schedule(schedule).value(), [](const vm::Step&) {}),
            "");
  if (text != nullptr) *text = store_buffers_text(world);
  return view_store_buffers(world);
}

TEST(StoreView, UnderTsoTheOldestComesFirst) {
  std::string text;
  const auto views = buffers(memory::MemoryOrder::Tso, "g1 g2*3", &text);
  ASSERT_EQ(views.size(), 2U);
  EXPECT_TRUE(views[0].stores.empty());
  ASSERT_EQ(views[1].stores.size(), 3U);
  EXPECT_EQ(schedule::name(views[1].lane), "g2~");
  EXPECT_EQ(views[1].stores[0].place, "x");
  EXPECT_EQ(views[1].stores[0].value, "1");
  EXPECT_EQ(views[1].stores[0].memory, "0");
  EXPECT_EQ(views[1].stores[0].line, 8U);
  EXPECT_EQ(views[1].stores[0].choice, 0U);
  EXPECT_FALSE(views[1].stores[1].choice);
  EXPECT_NE(
      text.find("g1: empty\ng2: x = 1 (others see 0), x = 2 (others see 0), y = 3 (others see "
                "0); drained by g2~\n"),
      std::string::npos)
      << text;
}

TEST(StoreView, UnderPsoEachWordHasItsOwnQueue) {
  const auto views = buffers(memory::MemoryOrder::Pso, "g1 g2*3");
  ASSERT_EQ(views[1].stores.size(), 3U);
  EXPECT_EQ(views[1].stores[0].choice, 0U);
  EXPECT_FALSE(views[1].stores[1].choice) << "the same word again";
  EXPECT_EQ(views[1].stores[2].choice, 1U);
  const auto drained = buffers(memory::MemoryOrder::Pso, "g1 g2*3 g2~/1");
  ASSERT_EQ(drained[1].stores.size(), 2U);
  EXPECT_EQ(drained[1].stores[1].value, "2");
}

TEST(StoreView, UnderScThereAreNone) {
  std::string text;
  EXPECT_TRUE(buffers(memory::MemoryOrder::Sc, "g1 g2*3", &text).empty());
  EXPECT_EQ(text, "");
}

}  // namespace
}  // namespace hmaplab::trace
