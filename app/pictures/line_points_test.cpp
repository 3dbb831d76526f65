// A line of the source opened into its points: the picture names every point of the execution once, marks those
// that are made, and is legible beside the code.
#include <gtest/gtest.h>

#include "app/pictures/legible_testing.h"
#include "app/pictures/moment_of.h"
#include "app/pictures/source_picture.h"
#include "core/bytecode/compiler.h"
#include "core/session/line_points.h"

namespace hmaplab::pictures {
namespace {

constexpr const char* kTwoWriters = R"(package main

import "sync"

func main() {
	m := map[string]int{}
	var wg sync.WaitGroup
	wg.Add(2)
	for i := 0; i < 2; i++ {
		go func() {
			defer wg.Done()
			m["a"] = i
		}()
	}
	wg.Wait()
}
)";
constexpr uint32_t kWrite = 12;

const look::EvenMeasure kMeasure;

class OpenedLines : public ::testing::Test {
 protected:
  OpenedLines()
      : program_(bytecode::compile_source("main.go", kTwoWriters).program),
        session_(*program_, {}, {}),
        run_(run_of(session_, {.title = {.en = "two"}, .source = kTwoWriters})) {}

  Moment moment_at(uint32_t position, std::set<uint32_t> lines) {
    session_.seek(position);
    return moment_of(session_, run_, {.opened_lines = std::move(lines)});
  }
  static size_t icons(const Picture& picture, Shape shape) {
    size_t count = 0;
    for (const Item& item : picture.items) {
      const auto* icon = std::get_if<Icon>(&item);
      if (icon != nullptr && icon->shape == shape && icon->rect.w == 6) ++count;
    }
    return count;
  }

  std::unique_ptr<bytecode::Program> program_;
  session::Session session_;
  pictures::Run run_;
};

TEST_F(OpenedLines, ChevronsStandWhereStepsAreMade) {
  for (const uint32_t line : {8U, 12U, 15U}) EXPECT_TRUE(run_.has_points(line)) << line;
  for (const uint32_t line : {0U, 1U, 3U, 4U, 900U}) EXPECT_FALSE(run_.has_points(line)) << line;
  const Picture picture = source_picture(run_, moment_at(0, {}), 330, kMeasure);
  std::set<uint64_t> lines;
  for (const Item& item : picture.items) {
    const auto* hit = std::get_if<Hit>(&item);
    if (hit != nullptr && hit->command.kind == Command::Kind::OpenLine) lines.insert(hit->command.number);
  }
  for (uint32_t line = 1; line <= run_.code.size(); ++line)
    EXPECT_EQ(lines.contains(line), run_.has_points(line)) << line;
}

TEST_F(OpenedLines, ThePointsAreThoseOfTheEngineWithTheCursorAmongThem) {
  for (uint32_t position = 0; position <= session_.length(); ++position) {
    const Moment moment = moment_at(position, {kWrite, 999});
    ASSERT_EQ(moment.opened_lines.size(), 1U);
    const OpenedLine& opened = moment.opened_lines.front();
    const auto execution =
        session::line_execution(session_.timeline(0), kWrite, position);
    ASSERT_EQ(opened.total(), execution->steps.size());
    EXPECT_EQ(opened.made, execution->made_at(position));
    const Picture picture = source_picture(run_, moment, 330, kMeasure);
    EXPECT_EQ(icons(picture, Shape::Dot), opened.made);
    EXPECT_EQ(icons(picture, Shape::Dot) + icons(picture, Shape::Play) + icons(picture, Shape::Ring),
              opened.total());
  }
}

TEST_F(OpenedLines, AreLegibleAndLeadToTheirSteps) {
  for (const float width : {246.0F, 300.0F, 372.0F, 520.0F}) {
    for (uint32_t position = 0; position <= session_.length(); position += 5) {
      const Picture picture =
          source_picture(run_, moment_at(position, {6, 8, kWrite, 15}), width, kMeasure);
      expect_legible(picture, "opened lines");
    }
  }
  const Moment moment = moment_at(session_.length(), {kWrite});
  const OpenedLine& opened = moment.opened_lines.front();
  std::set<uint64_t> places;
  for (const Item& item : source_picture(run_, moment, 520, kMeasure).items) {
    const auto* hit = std::get_if<Hit>(&item);
    if (hit != nullptr && hit->command.kind == Command::Kind::Seek) places.insert(hit->command.number);
  }
  for (const StepRow& point : opened.points) EXPECT_TRUE(places.contains(point.index + 1));
}

}  // namespace
}  // namespace hmaplab::pictures
