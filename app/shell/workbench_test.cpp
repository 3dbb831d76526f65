// Editing a program at the workbench: typing, what is wrong, running the edited program and going back.
#include "app/shell/workbench.h"

#include <gtest/gtest.h>

#include "app/shell/shell.h"
#include "app/shell/still.h"
#include "core/lesson/lesson.h"
#include "core/schedule/schedule.h"

namespace hmaplab::shell {
namespace {

using pictures::DeskTool;
using pictures::Draft;
using platform::Key;
using Kind = pictures::Command::Kind;

constexpr const char* kRepair = "var mu sync.Mutex\n";

class OpenBench {
 public:
  explicit OpenBench(const std::string& name = "two_writers")
      : lesson_(*lesson::find_lesson(lesson::all_lessons(), name)),
        loaded_(lesson::open_lesson(lesson_).value()),
        study_(*loaded_.session, {.title = lesson_.title, .source = lesson_.source}),
        bench_({.held = nullptr,
                .study = &study_,
                .file = "main.go",
                .source = lesson_.source,
                .options = lesson_.options,
                .schedule = schedule::parse_schedule(lesson_.schedule).value()}) {}

  Workbench& bench() { return bench_; }
  const Draft& draft() const { return bench_.desk().draft; }
  const std::string& source() const { return lesson_.source; }
  void type(std::string_view text) {
    for (const char letter : text) {
      platform::KeyPress press{.character = static_cast<char32_t>(letter)};
      if (letter == ' ') press = {.key = Key::Space};
      if (letter == '\n') press = {.key = Key::Enter};
      if (letter == '\t') press = {.key = Key::Tab};
      EXPECT_TRUE(bench_.type(press)) << letter;
    }
  }
  void press(platform::KeyPress key) { bench_.type(key); }
  // The same text, by the mouse and the keys.
  void change(const std::string& from, const std::string& to) {
    const size_t at = draft().field.text().find(from);
    ASSERT_NE(at, std::string::npos) << from;
    bench_.apply(pictures::at_desk(DeskTool::PlaceCursor, at));
    bench_.apply(pictures::at_desk(DeskTool::SelectTo, at + from.size()));
    if (to.empty()) press({.key = Key::Delete});
    type(to);
  }

 private:
  lesson::Lesson lesson_;
  lesson::LoadedLesson loaded_;
  SessionStudy study_;
  Workbench bench_;
};

TEST(Workbench, WhatIsTypedStaysAndNothingElseHappens) {
  OpenBench open;
  const uint32_t position = open.bench().moment().position;
  EXPECT_FALSE(open.bench().type({.character = U'x'}));  // nothing is edited yet
  open.bench().apply(pictures::at_desk(DeskTool::Edit));
  open.bench().apply(pictures::at_desk(DeskTool::PlaceCursor, 0));
  open.type("// x t 1 2 gG?q ");
  open.press({.key = Key::F9});
  open.press({.key = Key::PageDown});
  open.press({.key = Key::Left, .control = true});
  EXPECT_TRUE(open.draft().field.text().starts_with("// x t 1 2 gG?q package main"));
  EXPECT_EQ(open.bench().moment().position, position);
  EXPECT_TRUE(open.bench().moment().notes.breakpoint_lines.empty());
  EXPECT_FALSE(open.bench().type({.character = U'+', .control = true}));  // the size of things
  open.press({.key = Key::Escape});
  EXPECT_FALSE(open.draft().open);
  EXPECT_TRUE(open.draft().differs);
  EXPECT_FALSE(open.bench().desk().is_edited);
  open.bench().apply(pictures::at_desk(DeskTool::Edit));
  EXPECT_TRUE(open.draft().field.text().starts_with("// x t 1 2 gG?q package main"));
  open.bench().apply(pictures::at_desk(DeskTool::OriginalText));
  EXPECT_FALSE(open.draft().differs);
}

TEST(Workbench, SaysWhatIsWrongWithItsPlace) {
  OpenBench open;
  open.bench().apply(pictures::at_desk(DeskTool::Edit));
  open.change("wg.Add(2)", "wg.Add(too)");
  EXPECT_EQ(open.draft().state, Draft::State::Checking);
  open.bench().settle();
  ASSERT_EQ(open.draft().state, Draft::State::Wrong);
  ASSERT_EQ(open.draft().remarks.size(), 1U);
  const pictures::Remark& remark = open.draft().remarks.front();
  EXPECT_EQ(remark.message, "undefined: too");
  EXPECT_EQ(remark.code, "UndeclaredName");
  EXPECT_EQ(remark.line, 11U);
  EXPECT_EQ(open.draft().field.text().substr(remark.begin, remark.end - remark.begin), "too");
  open.press({.key = Key::Enter, .control = true});
  EXPECT_EQ(open.draft().state, Draft::State::Preparing);
  open.bench().settle();
  EXPECT_TRUE(open.draft().open);  // it does not compile: nothing is run
  EXPECT_FALSE(open.bench().desk().is_edited);
  EXPECT_NE(open.bench().desk().said.find("undefined: too"), std::string::npos);
  open.change("too", "2");
  open.bench().settle();
  EXPECT_EQ(open.draft().state, Draft::State::Compiles);
  EXPECT_TRUE(open.draft().remarks.empty());
}

void repair(OpenBench& open) {
  open.bench().apply(pictures::at_desk(DeskTool::Edit));
  open.change("var wg sync.WaitGroup", std::string(kRepair) + "var wg sync.WaitGroup");
  open.change("stock[\"plums\"] = 7", "mu.Lock()\nstock[\"plums\"] = 7\nmu.Unlock()");
  open.change("stock[\"figs\"] = 9", "mu.Lock()\nstock[\"figs\"] = 9\nmu.Unlock()");
}

TEST(Workbench, ARepairedLessonRunsFineAndTheOriginalStays) {
  OpenBench open;
  ASSERT_EQ(open.bench().run().ending.kind, trace::EndingKind::Fatal);
  repair(open);
  open.press({.key = Key::Enter, .control = true});
  open.bench().settle();
  EXPECT_FALSE(open.draft().open);
  EXPECT_TRUE(open.bench().desk().is_edited);
  EXPECT_EQ(open.bench().run().ending.kind, trace::EndingKind::Fine);
  EXPECT_NE(open.bench().run().title.en.find("(edited)"), std::string::npos);
  EXPECT_TRUE(open.bench().run().beats.empty());
  open.bench().apply({.kind = Kind::Last});
  const uint32_t end = open.bench().moment().position;
  open.bench().apply(pictures::at_desk(DeskTool::ShowOther));
  EXPECT_EQ(open.bench().run().ending.kind, trace::EndingKind::Fatal);
  EXPECT_EQ(open.bench().run().title.en.find("(edited)"), std::string::npos);
  open.bench().apply(pictures::at_desk(DeskTool::ShowOther));
  EXPECT_EQ(open.bench().moment().position, end);  // as it was left
}

TEST(Workbench, ExploringARepairGivesTheVerdict) {
  OpenBench open;
  repair(open);
  open.press({.key = Key::Enter, .control = true, .shift = true});
  open.bench().settle();
  EXPECT_EQ(open.bench().desk().explored, 1U);
  while (open.bench().poll()) std::this_thread::yield();
  const pictures::Census& census = open.bench().census();
  ASSERT_EQ(census.phase, pictures::Census::Phase::Done);
  ASSERT_EQ(census.outcomes.size(), 1U);
  EXPECT_EQ(census.outcomes[0].outcome.exit, 0);
  EXPECT_NE(pictures::verdict_text(census).find("no failing schedule (complete"), std::string::npos)
      << pictures::verdict_text(census);
}

TEST(Workbench, ARepairThatFailsShowsItsShortestCounterExample) {
  OpenBench open;
  open.bench().apply(pictures::at_desk(DeskTool::Edit));
  open.press({.key = Key::Enter, .control = true, .shift = true});  // nothing is mended at all
  open.bench().settle();
  while (open.bench().poll()) std::this_thread::yield();
  EXPECT_EQ(open.bench().moment().branches, 2U);
  EXPECT_TRUE(open.bench().moment().at_end(open.bench().run()));
  EXPECT_EQ(open.bench().run().ending.kind, trace::EndingKind::Fatal);
  EXPECT_EQ(open.bench().desk().said.find("it still fails"), 0U);
}

TEST(Workbench, ATokenLeadsToItsStep) {
  OpenBench open;
  open.bench().apply({.kind = Kind::Seek, .number = 60});
  const std::string on_lesson = open.bench().token();
  open.bench().apply({.kind = Kind::Choose, .actor = *schedule::actor_named("g3")});
  ASSERT_EQ(open.bench().moment().branches, 2U);
  const std::string elsewhere = open.bench().token();
  const std::string state = open.bench().state_hash();
  const uint32_t there = open.bench().moment().position;
  open.bench().apply({.kind = Kind::First});
  open.bench().open(on_lesson);
  EXPECT_EQ(open.bench().moment().position, 60U);
  EXPECT_EQ(open.bench().moment().branch, 0U);
  open.bench().open(elsewhere);
  EXPECT_EQ(open.bench().moment().position, there);
  EXPECT_EQ(open.bench().moment().branch, 1U);
  EXPECT_EQ(open.bench().state_hash(), state);
}

TEST(Workbench, KeysReachTheEditorOnlyWhileItIsOpen) {
  OpenBench open;
  Shell shell(open.bench(), look::ThemeName::Dark);
  shell.press({.character = U'e'});
  EXPECT_TRUE(open.draft().open);
  EXPECT_NE(shell.title().find("· editing ·"), std::string::npos);
  shell.press({.character = U't'});
  EXPECT_EQ(shell.theme().name, look::ThemeName::Dark);
  shell.press({.key = Key::Escape});
  shell.press({.character = U't'});
  EXPECT_EQ(shell.theme().name, look::ThemeName::Light);
  EXPECT_EQ(shell.title().find("editing"), std::string::npos);
}

TEST(Workbench, TheEditorIsDrawnAtEverySize) {
  OpenBench open;
  open.bench().apply(pictures::at_desk(DeskTool::Edit));
  open.change("wg.Add(2)", "wg.Add(too)");
  open.bench().settle();
  for (const platform::PixelSize size :
       {platform::PixelSize{1280, 720}, {1024, 768}, {2560, 1440}, {640, 360}}) {
    for (const auto theme : {look::ThemeName::Dark, look::ThemeName::Light}) {
      const auto image = render_still(
          open.bench(), {.size = size, .scale = 1.0F, .theme = theme, .panel = Panel::Source});
      ASSERT_TRUE(image) << image.error();
      EXPECT_EQ(image.value().width, size.width);
    }
  }
}

}  // namespace
}  // namespace hmaplab::shell
