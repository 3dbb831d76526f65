#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "app/pictures/code_wrap.h"
#include "app/pictures/fatal_picture.h"
#include "app/pictures/go_colors.h"
#include "app/pictures/goroutine_picture.h"
#include "app/pictures/help_picture.h"
#include "app/pictures/legible_testing.h"
#include "app/pictures/lesson_picture.h"
#include "app/pictures/made_up_testing.h"
#include "app/pictures/map_picture.h"
#include "app/pictures/now_picture.h"
#include "app/pictures/output_picture.h"
#include "app/pictures/source_picture.h"
#include "app/pictures/steps_picture.h"
#include "app/pictures/timeline_picture.h"
#include "app/pictures/toolbar_picture.h"

namespace hmaplab::pictures {
namespace {

const look::EvenMeasure kMeasure;

class EachPicture : public ::testing::TestWithParam<float> {};

TEST_P(EachPicture, IsLegible) {
  const float width = GetParam();
  const Rect place{0, 0, width, 260};
  for (const MadeUp& made : {made_up_two_writers(), made_up_growing(), made_up_nil_map()}) {
    for (const Moment& moment : made.moments) {
      const std::string where =
          made.run.title.en + ", position " + std::to_string(moment.position) + ", ";
      expect_legible(map_picture(made.run, moment, 0, place, kMeasure), where + "map");
      expect_legible(source_picture(made.run, moment, width, kMeasure), where + "source");
      expect_legible(lesson_picture(made.run, moment, width, kMeasure), where + "lesson");
      expect_legible(goroutine_picture(made.run, moment, place, kMeasure), where + "goroutines");
      expect_legible(now_picture(made.run, moment, place, kMeasure), where + "now");
      for (const float height : {100.0F, 900.0F}) {
        expect_legible(fatal_picture(made.run, {0, 0, width, height}, kMeasure), where + "fatal");
      }
      expect_legible(output_picture(made.run, moment, width, kMeasure), where + "output");
      expect_legible(steps_picture(made.run, moment, width, kMeasure), where + "steps");
      expect_legible(timeline_picture(made.run, moment, {0, 0, width, 90}, kMeasure),
                     where + "timeline");
      expect_legible(toolbar_picture(made.run, moment, {}, {0, 0, width, 40}, kMeasure),
                     where + "toolbar");
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Widths, EachPicture,
                         ::testing::Values(246.0F, 300.0F, 330.0F, 520.0F, 900.0F, 1260.0F));

TEST(FatalPicture, ALinkLeadsToItsStep) {
  const MadeUp made = made_up_two_writers();
  for (const float height : {100.0F, 900.0F}) {
    const Picture picture = fatal_picture(made.run, {0, 0, 330, height}, kMeasure);
    std::vector<uint64_t> positions;
    for (const Item& item : picture.items) {
      const auto* hit = std::get_if<Hit>(&item);
      if (hit == nullptr || hit->command.kind != Command::Kind::Seek) continue;
      positions.push_back(hit->command.number);
      EXPECT_NE(hit->tooltip.find("mapassign/"), hit->tooltip.find("end/")) << hit->tooltip;
    }
    EXPECT_EQ(positions, (std::vector<uint64_t>{9, 12, 13}));
  }
}

std::vector<Rect> places_of(const Picture& picture) {
  std::vector<Rect> places;
  for (const Item& item : picture.items) {
    const auto* box = std::get_if<Box>(&item);
    if (box != nullptr && box->fill == look::Color::Raised) places.push_back(box->rect);
  }
  return places;
}

TEST(MapPicture, NothingMovesBetweenSteps) {
  const MadeUp made = made_up_growing();
  const auto first =
      places_of(map_picture(made.run, made.moments[1], 0, {0, 0, 520, 450}, kMeasure));
  EXPECT_GE(first.size(), 8U);
  for (const Moment& moment : made.moments) {
    EXPECT_EQ(places_of(map_picture(made.run, moment, 0, {0, 0, 520, 450}, kMeasure)), first)
        << moment.position;
  }
}

TEST(MapPicture, CostsNoMoreThanWhatIsShown) {
  MadeUp made = made_up_growing();
  Moment& moment = made.moments.back();
  const size_t items = map_picture(made.run, moment, 0, {0, 0, 520, 450}, kMeasure).items.size();
  moment.maps[0].bucket_count = 1U << 20;
  EXPECT_LT(map_picture(made.run, moment, 0, {0, 0, 520, 450}, kMeasure).items.size(), items + 12);
}

// The boxes of the flags, by their names.
std::vector<Rect> chips_of(const Picture& picture) {
  std::vector<Rect> chips;
  for (const Item& item : picture.items) {
    const auto* label = std::get_if<Label>(&item);
    if (label == nullptr) continue;
    for (const char* name : {"iterator", "oldIterator", "hashWriting", "sameSizeGrow"}) {
      if (label->text == name) chips.push_back(label->rect);
    }
  }
  return chips;
}

TEST(MapPicture, TheFrameOfTheFlagsHoldsAllOfThem) {
  const MadeUp made = made_up_two_writers();
  const Moment& moment = made.moments[9];
  ASSERT_EQ(moment.touched->field, "flags");
  for (const float width : {246.0F, 300.0F, 380.0F, 480.0F, 900.0F}) {
    const Picture picture = map_picture(made.run, moment, 0, {0, 0, width, 170}, kMeasure);
    ASSERT_TRUE(picture.focus) << width;
    EXPECT_EQ(chips_of(picture).size(), 4U) << width;
    for (const Rect& chip : chips_of(picture)) EXPECT_TRUE(picture.focus->contains(chip)) << width;
  }
}

TEST(MapPicture, BothHalvesOfAnOldBucketStandInItsColumn) {
  const MadeUp made = made_up_growing();
  for (const auto& [width, height] : {std::pair{498.0F, 482.0F}, std::pair{420.0F, 520.0F}}) {
    Moment moment = made.moments.back();
    moment.maps[0].buckets[1].buckets.resize(1);  // with no overflow bucket all fits
    moment.maps[0].iterators.clear();             // they are told below the arrays
    const Picture picture = map_picture(made.run, moment, 0, {0, 0, width, height}, kMeasure);
    for (const Rect& card : places_of(picture)) EXPECT_LE(card.bottom(), height) << width;
    std::map<std::string, float> left;
    for (const Item& item : picture.items) {
      const auto* label = std::get_if<Label>(&item);
      if (label != nullptr && label->style == look::TextStyle::Heading)
        left[label->text] = label->rect.x;
    }
    for (int old = 0; old < 4; ++old) {
      const float column = left.at("old " + std::to_string(old));
      EXPECT_EQ(left.at(std::to_string(old)), column) << "X of old " << old;
      EXPECT_EQ(left.at(std::to_string(old + 4)), column) << "Y of old " << old;
    }
  }
}

TEST(MapPicture, TheFlagThatBetrayedThemSaysWhoSetIt) {
  const MadeUp made = made_up_two_writers();
  const Picture picture = map_picture(made.run, made.moments.back(), 0, {0, 0, 520, 450}, kMeasure);
  size_t badges = 0;
  for (const Item& item : picture.items) {
    const auto* badge = std::get_if<Badge>(&item);
    if (badge != nullptr && badge->text == "2") ++badges;
  }
  EXPECT_EQ(badges, 1U);
}

TEST(Timeline, MarksTheEndBeforeOneGetsThere) {
  const MadeUp made = made_up_two_writers();
  const Picture picture = timeline_picture(made.run, made.moments[0], {0, 0, 900, 90}, kMeasure);
  bool marked = false;
  for (const Item& item : picture.items) {
    const auto* icon = std::get_if<Icon>(&item);
    marked = marked || (icon != nullptr && icon->shape == Shape::Cross);
  }
  EXPECT_TRUE(marked);
}

TEST(Timeline, PlacesAndPositionsAgree) {
  MadeUp made = made_up_two_writers();
  made.run.ticks.resize(5000);
  for (const uint32_t position : {0U, 7U, 400U, 2500U, 4999U, 5000U}) {
    const TimelineScale scale = timeline_scale(made.run, position, 900);
    EXPECT_LE(scale.first, position);
    EXPECT_LE(position, scale.first + scale.shown);
    EXPECT_EQ(scale.position_at(scale.x_of(position)), position);
  }
}

TEST(Timeline, ALongRunCostsNoMoreThanAPage) {
  MadeUp made = made_up_two_writers();
  made.run.ticks.resize(1'000'000);
  Moment moment = made.moments[5];
  moment.position = 700'000;
  EXPECT_LT(timeline_picture(made.run, moment, {0, 0, 900, 90}, kMeasure).items.size(), 1500U);
}

TEST(GoColors, KnowsTheKindsOfWords) {
  const auto lines =
      colored_code("package main\n\n// a comment\nfunc main() {\n\tx := \"text\" + f(12)\n}\n", 2);
  ASSERT_EQ(lines.size(), 6U);
  EXPECT_EQ(lines[0][0].color, look::Color::CodeKeyword);
  EXPECT_TRUE(lines[1].empty());
  EXPECT_EQ(lines[2][0].text, "// a comment");
  EXPECT_EQ(lines[2][0].color, look::Color::CodeComment);
  std::string fifth;
  for (const CodeSpan& span : lines[4]) fifth += span.text;
  EXPECT_EQ(fifth, "  x := \"text\" + f(12)");
}

TEST(GoColors, TakesAnyBytes) {
  EXPECT_EQ(colored_code("", 2).size(), 0U);
  EXPECT_EQ(colored_code("\xff\xfe\n\"never ended\n/* nor this", 2).size(), 3U);
}

std::vector<std::string> rows_of(const std::string& code, size_t columns) {
  std::vector<std::string> rows;
  for (const CodeRow& row : wrapped_code(colored_code(code, 2).front(), columns)) {
    rows.emplace_back(row.indent, ' ');
    for (const CodeSpan& span : row.spans) rows.back() += span.text;
  }
  return rows;
}

TEST(CodeWrap, BreaksLongLinesAndHangsTheRest) {
  using Rows = std::vector<std::string>;
  EXPECT_EQ(rows_of("\tx := 1\n", 40), Rows{"  x := 1"});
  EXPECT_EQ(rows_of("\tf(first, second, third)\n", 17),
            (Rows{"  f(first, ", "      second, ", "      third)"}));
  EXPECT_EQ(rows_of("abcdefghijklmnop\n", 10), (Rows{"abcdefghij", "  klmnop"}));
  EXPECT_EQ(rows_of("\n", 10), Rows{""});
  for (size_t columns = 0; columns < 60; ++columns) {  // nothing gets lost, whatever the width
    std::string all;
    for (const std::string& row :
         rows_of("\t\tstock := map[string]int{\"ä\": 3, \"b\": 5}\n", columns))
      all += row;
    std::erase(all, ' ');
    EXPECT_EQ(all, "stock:=map[string]int{\"ä\":3,\"b\":5}") << columns;
  }
}

TEST(Wrapped, BreaksAtBlanksAndLongWordsWhereItMust) {
  const float letter = kMeasure.width(look::TextStyle::Code, "x");
  const auto wrap = [&](std::string_view text) {
    return wrapped(kMeasure, look::TextStyle::Code, text, 5 * letter + 0.01F);
  };
  EXPECT_EQ(wrap("ab cd ef"), (std::vector<std::string>{"ab cd", "ef"}));
  EXPECT_EQ(wrap("abcdefgh"), (std::vector<std::string>{"abcde", "fgh"}));
  EXPECT_EQ(wrap("ab\ncd"), (std::vector<std::string>{"ab", "cd"}));
  EXPECT_EQ(wrap(""), (std::vector<std::string>{""}));
}

}  // namespace
}  // namespace hmaplab::pictures
