// The schedule as a text: what is said of it as it is typed, and the branch that becomes of it.
#include "app/shell/schedule_dialog.h"

#include <gtest/gtest.h>

#include "app/pictures/dialog_pictures.h"
#include "app/pictures/legible_testing.h"
#include "app/shell/workbench.h"
#include "core/lesson/lesson.h"

namespace hmaplab::shell {
namespace {

using pictures::DeskTool;
using pictures::Dialog;
using platform::Key;
using State = pictures::ScheduleBox::State;

const lesson::Lesson& two_writers() {
  static const lesson::Lesson lesson = lesson::all_lessons().front();
  return lesson;
}

Judged judged(const std::string& text) {
  return judge_schedule("main.go", two_writers().source, two_writers().options, text);
}

TEST(JudgeSchedule, NamesTheFirstDifferenceAndKeepsWhatFits) {
  const Judged fits = judged("g1*52 g3! g2");
  EXPECT_EQ(fits.state, State::Fits) << fits.verdict;
  EXPECT_GT(fits.steps, 53U);
  EXPECT_EQ(judged("").state, State::Fits);
  EXPECT_NE(judged("g1*3").verdict.find("fits: 3 steps, and then it goes on"), std::string::npos);

  const std::string text = "g1*5  g2*2 g1";  // there is no g2 yet
  const Judged differs = judged(text);
  EXPECT_EQ(differs.state, State::Differs);
  EXPECT_EQ(differs.steps, 5U);
  EXPECT_EQ(text.substr(differs.begin, differs.end - differs.begin), "g2*2");
  EXPECT_EQ(differs.verdict.find("step 6: g2 "), 0U) << differs.verdict;
  EXPECT_NE(differs.verdict.find("before that 5 steps fit"), std::string::npos);
}

TEST(JudgeSchedule, NamesTheWordThatIsNoOrder) {
  const std::string text = "g1*2 g1>mapassign/nothing g1";
  const Judged wrong = judged(text);
  EXPECT_EQ(wrong.state, State::Wrong);
  EXPECT_EQ(text.substr(wrong.begin, wrong.end - wrong.begin), "g1>mapassign/nothing");
  EXPECT_EQ(wrong.steps, 2U);
  EXPECT_EQ(wrong.schedule.orders.size(), 1U);
  for (const char* bad : {"x", "g1*", "g1*-2", "g1>", "G!", "g0", "g1*99999999999999999999999", "\xc3\xa9"})
    EXPECT_EQ(judged(bad).state, State::Wrong) << bad;
}

// A program that never ends, followed for ever: the limit of a branch ends it.
TEST(JudgeSchedule, NeverGoesOnForEver) {
  const Judged endless = judge_schedule(
      "main.go", "package main\n\nvar n int\n\nfunc main() {\n\tgo func() { n++ }()\n\tfor {\n\t\tn++\n\t}\n}\n",
      {}, "g1*4000000000");
  EXPECT_NE(endless.state, State::Wrong);
  EXPECT_LE(endless.steps, session::Session::kMostSteps);
}

class TypedSchedule : public ::testing::Test {
 protected:
  TypedSchedule()
      : loaded_(lesson::open_lesson(two_writers()).value()),
        study_(*loaded_.session, {.title = {.en = "two writers"}, .source = two_writers().source}),
        bench_({.held = nullptr,
                .study = &study_,
                .name = "two_writers",
                .file = "main.go",
                .source = two_writers().source,
                .options = two_writers().options,
                .schedule = {}}) {}
  void replace(std::string_view text) {
    bench_.type({.character = U'a', .control = true});
    for (const char letter : text) {
      if (letter == ' ') bench_.type({.key = Key::Space});
      if (letter != ' ') bench_.type({.character = static_cast<char32_t>(letter)});
    }
  }

  lesson::LoadedLesson loaded_;
  SessionStudy study_;
  Workbench bench_;
};

TEST_F(TypedSchedule, BeginsWithThatOfTheBranchAndBecomesOne) {
  const uint32_t length = bench_.run().length();
  bench_.apply(pictures::at_desk(DeskTool::AskSchedule));
  ASSERT_EQ(bench_.desk().dialog, Dialog::Schedule);
  EXPECT_EQ(bench_.desk().schedule.field.text(), loaded_.session->schedule_text(length));
  bench_.settle();
  EXPECT_EQ(bench_.desk().schedule.state, State::Fits);
  replace("g1*52 g3*4");
  bench_.type({.key = Key::Enter});  // not yet judged: it waits for that
  bench_.settle();
  EXPECT_EQ(bench_.desk().dialog, Dialog::None);
  EXPECT_EQ(bench_.moment().position, 56U);
  EXPECT_EQ(loaded_.session->branch_count(), 2U);
  EXPECT_EQ(loaded_.session->schedule_text(56), "g1*52 g3*4");
}

TEST_F(TypedSchedule, WhatDoesNotFitBecomesTheBestPrefixAndAWrongWordNothing) {
  bench_.apply(pictures::at_desk(DeskTool::AskSchedule));
  replace("g1*52 oops");
  bench_.type({.key = Key::Enter});
  bench_.settle();
  EXPECT_EQ(bench_.desk().dialog, Dialog::Schedule);
  EXPECT_EQ(bench_.desk().schedule.state, State::Wrong);
  EXPECT_EQ(loaded_.session->branch_count(), 1U);
  replace("g1*52 g3*2 g9 g3*2");
  bench_.type({.key = Key::Enter});
  bench_.settle();
  EXPECT_EQ(bench_.desk().dialog, Dialog::None);
  EXPECT_EQ(bench_.moment().position, 54U);
  EXPECT_EQ(bench_.desk().said.find("step 55: g9 "), 0U) << bench_.desk().said;
}

TEST_F(TypedSchedule, GoesOnByThePolicyThatWasChosen) {
  bench_.apply(pictures::at_desk(DeskTool::AskSchedule));
  bench_.apply(pictures::at_desk(DeskTool::TakePolicy,
                                 static_cast<uint64_t>(schedule::PolicyKind::RoundRobin)));
  replace("g1*52");
  bench_.apply(pictures::at_desk(DeskTool::TakeSchedule));
  bench_.settle();
  EXPECT_EQ(bench_.moment().position, 52U);
  EXPECT_EQ(study_.run_on().policy, schedule::PolicyKind::RoundRobin);
  EXPECT_NE(loaded_.session->step(52).actor, loaded_.session->step(53).actor);
}

TEST_F(TypedSchedule, EscapeLeavesEverythingAsItWas) {
  const uint32_t position = bench_.moment().position;
  bench_.apply(pictures::at_desk(DeskTool::AskSchedule));
  replace("g1*3");
  bench_.type({.key = Key::Escape});
  bench_.settle();
  EXPECT_EQ(bench_.desk().dialog, Dialog::None);
  EXPECT_EQ(bench_.moment().position, position);
  EXPECT_EQ(loaded_.session->branch_count(), 1U);
}

TEST(ScheduleBox, IsLegible) {
  const look::EvenMeasure measure;
  pictures::ScheduleBox box;
  std::string text;
  for (int i = 0; i < 400; ++i) text += "g1*12 g2>mapassign/set_writing ";
  for (const std::string& shown : {std::string(), std::string("g1"), text}) {
    box.field = pictures::TextField(shown, pictures::TextField::Lines::One);
    for (const State state : {State::Checking, State::Fits, State::Differs, State::Wrong}) {
      box.state = state;
      box.verdict = state == State::Checking ? "" : "step 17: g2 cannot move: it waits for a WaitGroup";
      box.end = std::min<size_t>(5, shown.size());
      for (const auto policy : {schedule::PolicyKind::RunToBlock, schedule::PolicyKind::Random}) {
        box.policy = policy;
        for (const float width : {300.0F, 560.0F, 680.0F})
          pictures::expect_legible(pictures::schedule_picture(box, width, 260, measure), "schedule");
      }
    }
  }
}

}  // namespace
}  // namespace hmaplab::shell
