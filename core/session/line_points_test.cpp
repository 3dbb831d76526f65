// The points of a line, held against the steps of the run: none is missing, none belongs to another line or
// goroutine, and a loop gives one execution for each time round.
#include "core/session/line_points.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/session/session.h"
#include "core/vm/run_testing.h"

namespace hmaplab::session {
namespace {

constexpr const char* kLoops = R"(package main

import "sync"

func main() {
	m := map[int]int{}
	for i := 0; i < 3; i++ {
		m[i] = i
	}
	for i := 0; i < 3; i++ {
		delete(m, i)
	}
	var wg sync.WaitGroup
	var mu sync.Mutex
	wg.Add(2)
	for i := 0; i < 2; i++ {
		go func() {
			defer wg.Done()
			mu.Lock()
			m[i] = m[i+1] + 1
			mu.Unlock()
		}()
	}
	wg.Wait()
	println(len(m))
}
)";

std::unique_ptr<bytecode::Program> compiled() {
  auto result = bytecode::compile_source("main.go", kLoops);
  EXPECT_TRUE(result.program);
  return std::move(result.program);
}

TEST(LinePoints, EachTimeRoundTheLoopIsAnExecution) {
  const auto program = compiled();
  const Session session(*program, {}, {});
  const Timeline& run = session.timeline(0);
  for (const uint32_t line : {8U, 11U}) {
    std::set<uint32_t> beginnings;
    size_t steps = 0;
    for (uint32_t index = 0; index < run.length(); ++index) {
      if (run.step(index).line != line) continue;
      const auto execution = line_execution(run, line, index + 1);
      ASSERT_TRUE(execution);
      EXPECT_EQ(execution->made_at(index + 1),
                static_cast<size_t>(std::find(execution->steps.begin(), execution->steps.end(), index) -
                                    execution->steps.begin()) + 1);
      if (beginnings.insert(execution->steps.front()).second) steps += execution->steps.size();
    }
    EXPECT_EQ(beginnings.size(), 3U) << line;
    EXPECT_EQ(steps, static_cast<size_t>(std::count_if(
                         run.steps().begin(), run.steps().end(),
                         [line](const vm::Step& step) { return step.line == line; })))
        << line;
  }
}

TEST(LinePoints, BelongToOneGoroutineThoughOthersMoveBetween) {
  const auto program = compiled();
  const auto schedule = schedule::parse_schedule("g1! g2>mapassign/set_writing g3! g2!").value();
  const Session session(*program, {}, schedule);
  const Timeline& run = session.timeline(0);
  std::set<schedule::Actor> actors;
  for (uint32_t position = 0; position <= run.length(); ++position) {
    const auto execution = line_execution(run, 20, position);
    ASSERT_TRUE(execution);
    actors.insert(execution->actor);
    std::string last_point;
    for (const uint32_t step : execution->steps) {
      EXPECT_EQ(run.step(step).line, 20U);
      EXPECT_EQ(run.step(step).actor, execution->actor);
    }
    EXPECT_EQ(memory::name(run.step(execution->steps.back()).point), "elem/store");
  }
  EXPECT_EQ(actors.size(), 2U);
}

TEST(LinePoints, AreToldAsTextWithTheCursor) {
  const auto program = compiled();
  const Session session(*program, {}, {});
  const Timeline& run = session.timeline(0);
  uint32_t position = 0;
  while (run.step(position).point != memory::Point::mapassign_set_writing) ++position;
  const auto execution = line_execution(run, 8, position);
  ASSERT_TRUE(execution);
  const std::string text = line_points_text(run, *execution, position);
  EXPECT_NE(text.find("line 8: g1 has made "), std::string::npos) << text;
  EXPECT_NE(text.find("> " + fmt::format("{:>5}", position + 1) + "  mapassign/set_writing"),
            std::string::npos)
      << text;
  EXPECT_FALSE(line_execution(run, 1, position));
  EXPECT_FALSE(line_execution(run, 0, position));
  EXPECT_FALSE(line_execution(run, 4000, position));
}

}  // namespace
}  // namespace hmaplab::session
