// Folding, zooming and the other branches of the timeline.
#include <gtest/gtest.h>

#include "app/pictures/legible_testing.h"
#include "app/pictures/made_up_testing.h"
#include "app/pictures/timeline_picture.h"

namespace hmaplab::pictures {
namespace {

const look::EvenMeasure kMeasure;

// g1 makes 400 steps, g2 5, g1 300, g2 the last one.
MadeUp long_run() {
  MadeUp made = made_up_two_writers();
  made.run.beats.clear();
  made.run.explanation.chain.clear();
  made.run.ending.culprits.clear();
  made.run.ticks.clear();
  const auto add = [&](uint8_t lane, int count) {
    for (int i = 0; i < count; ++i) made.run.ticks.push_back({.lane = lane});
  };
  add(0, 400);
  add(1, 5);
  add(0, 300);
  add(1, 1);
  made.run.ending.step = made.run.length() - 1;
  made.run.beats.push_back({.title = {.en = "in the middle"}, .position = 500});
  made.run.folds = folds_of(made.run);
  return made;
}

TEST(Folds, AreStretchesOfOneActorWithoutABeat) {
  const std::vector<Fold> folds = long_run().run.folds;
  ASSERT_EQ(folds.size(), 3U);
  EXPECT_EQ(folds[0].first, 0U);
  EXPECT_EQ(folds[0].count, 400U);
  EXPECT_EQ(folds[1].first, 405U);
  EXPECT_EQ(folds[1].count, 94U) << "step 499 comes right before the beat";
  EXPECT_EQ(folds[2].first, 501U);
  EXPECT_EQ(folds[2].first + folds[2].count, 705U);
}

TEST(Folds, PlacesAndPositionsAgree) {
  const MadeUp made = long_run();
  for (const bool folded : {true, false}) {
    const TimelineWindow window{.folded = folded};
    double before = -1;
    for (uint32_t position = 0; position <= made.run.length(); ++position) {
      const TimelineScale scale = timeline_scale(made.run, position, 900, window);
      const double unit = scale.unit_of(position);
      EXPECT_GT(unit, before) << position;
      EXPECT_EQ(scale.position_of(unit), position);
      EXPECT_LE(scale.begin(), position);
      EXPECT_GE(scale.end(), position);
      before = unit;
    }
  }
  const TimelineScale scale = timeline_scale(made.run, 0, 900, {.folded = true});
  double units = 0;
  for (const Fold& fold : made.run.folds) units += fold.units;
  EXPECT_NEAR(scale.all, 706 - (400 + 94 + 204) + units, 1e-6);
  EXPECT_LT(made.run.folds[0].units, 30);
}

TEST(Folds, OnlyWhereStepsWouldBeNarrow) {
  const MadeUp made = long_run();
  EXPECT_NE(timeline_scale(made.run, 0, 900).folds, nullptr);
  EXPECT_EQ(timeline_scale(made.run, 0, 5000).folds, nullptr);
  EXPECT_EQ(timeline_scale(made.run, 0, 900, {.folded = false}).folds, nullptr);
  const Picture picture = timeline_picture(made.run, made.moments[0], {0, 0, 900, 90}, kMeasure);
  EXPECT_NE(texts_of(picture).find("400×"), std::string::npos) << texts_of(picture);
}

TEST(Zoom, WhatIsUnderTheMouseStays) {
  const MadeUp made = long_run();
  TimelineWindow window{.folded = false};
  for (const float wheel : {1.0F, 2.0F, 1.0F, -1.0F, 3.0F}) {
    const TimelineScale before = timeline_scale(made.run, 100, 900, window);
    const float x = 500;
    const double under = before.first + (x - before.left) / before.step_width;
    window = zoomed(before, window, x, wheel);
    const TimelineScale after = timeline_scale(made.run, 100, 900, window);
    EXPECT_NEAR(after.first + (x - after.left) / after.step_width, under, 0.01) << wheel;
  }
  EXPECT_GT(*window.unit_width, 10);
  for (int i = 0; i < 30; ++i)
    window = zoomed(timeline_scale(made.run, 100, 900, window), window, 500, -1);
  EXPECT_LE(timeline_scale(made.run, 100, 900, window).step_width, 4);
}

TEST(Zoom, OutToAllForgetsIt) {
  MadeUp made = made_up_two_writers();
  const TimelineScale fitting = timeline_scale(made.run, 0, 900);
  TimelineWindow window = zoomed(fitting, {}, 300, 2);
  EXPECT_TRUE(window.unit_width);
  window = zoomed(timeline_scale(made.run, 0, 900, window), window, 300, -4);
  EXPECT_FALSE(window.unit_width);
}

TEST(Zoom, ComesAfterTheCursor) {
  const MadeUp made = long_run();
  TimelineWindow window{.folded = false, .unit_width = 20, .first = 0};
  const TimelineScale scale = timeline_scale(made.run, 600, 900, window);
  EXPECT_LT(scale.end(), 600U);
  window = following(scale, window, 600);
  const TimelineScale next = timeline_scale(made.run, 600, 900, window);
  EXPECT_LE(next.begin(), 600U);
  EXPECT_GE(next.end(), 600U);
  EXPECT_EQ(following(next, window, 601).first, window.first) << "it does not jump at each step";
}

TEST(Branches, StandBelowAndCanBeChosen) {
  MadeUp made = made_up_two_writers();
  for (size_t i = 1; i < 6; ++i)
    made.run.branches.push_back(
        {.index = i,
         .fork = static_cast<uint32_t>(2 * i),
         .length = static_cast<uint32_t>(10 + 3 * i),
         .headline = i % 2 == 0 ? "exit status 0" : "fatal error: concurrent map writes",
         .bad = i % 2 == 1});
  for (const float width : {330.0F, 520.0F, 900.0F, 1260.0F}) {
    for (const Moment& moment : made.moments) {
      const Picture picture = timeline_picture(made.run, moment, {0, 0, width, 110}, kMeasure);
      expect_legible(picture, "branches");
      std::vector<uint64_t> branches;
      for (const Item& item : picture.items) {
        const auto* hit = std::get_if<Hit>(&item);
        if (hit == nullptr || hit->command.kind != Command::Kind::ShowBranch) continue;
        EXPECT_LE(hit->rect.bottom(), picture.height + 0.5F);
        branches.push_back(hit->command.number);
      }
      EXPECT_EQ(branches, (std::vector<uint64_t>{1, 2, 3}));
    }
  }
  EXPECT_EQ(branches_text(made.run).substr(0, 57),
            "branch 2: leaves this one behind step 2, and has 13 steps");
}

size_t strokes_in(const Picture& picture, look::Color color) {
  size_t count = 0;
  for (const Item& item : picture.items) {
    const auto* stroke = std::get_if<Stroke>(&item);
    if (stroke != nullptr && stroke->color == color) ++count;
  }
  return count;
}

TEST(TimelineOrder, EdgesOfTheStepAreStrongAndLeadToTheOther) {
  MadeUp made = made_up_two_writers();
  Moment moment = made.moments[9];
  const auto draw = [&] {
    return timeline_picture(made.run, moment, {0, 0, 900, 90}, look::EvenMeasure());
  };
  EXPECT_EQ(strokes_in(draw(), look::Color::TextDim), 0U);
  made.run.order = {{.from = 1, .to = 5}, {.from = 8, .to = 11}};
  moment.order = OrderNote{.of_step = {{.from = 8, .to = 11}},
                           .texts = {"step 9 (g2 a/b) comes before step 12 (g3 c/d)"},
                           .path = {1, 5, 8},
                           .sentence = "ordered: 2 → 6 → 9"};
  const Picture picture = draw();
  EXPECT_EQ(strokes_in(picture, look::Color::TextDim), 2U);
  EXPECT_EQ(strokes_in(picture, look::Color::Warning), 2U);
  bool leads = false;
  for (const Item& item : picture.items) {
    const auto* hit = std::get_if<Hit>(&item);
    if (hit != nullptr && hit->tooltip == moment.order->texts[0]) leads = hit->command.number == 12;
  }
  EXPECT_TRUE(leads);
}

TEST(TimelineOrder, OfVeryManyOnlyThoseOfTheStep) {
  MadeUp made = made_up_two_writers();
  made.run.ticks.resize(2000);
  Moment moment = made.moments[9];
  moment.order = OrderNote{.of_step = {{.from = 8, .to = 11}}, .texts = {"one"}};
  made.run.order.emplace();
  for (uint32_t i = 0; i < 1000; ++i) made.run.order->push_back({.from = i, .to = i + 1});
  const Picture picture = timeline_picture(made.run, moment, {0, 0, 900, 90}, look::EvenMeasure());
  EXPECT_EQ(strokes_in(picture, look::Color::TextDim), 0U);
  EXPECT_GE(strokes_in(picture, look::Color::Accent), 1U);
}

}  // namespace
}  // namespace hmaplab::pictures
