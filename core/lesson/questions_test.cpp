// Questions have the answers that the run has, and other runs other answers.
#include <gtest/gtest.h>

#include <set>

#include "core/lesson/exploration.h"
#include "core/lesson/lesson.h"
#include "core/lesson/lesson_check.h"
#include "core/lesson/moment.h"
#include "core/lesson/record.h"

namespace hmaplab::lesson {
namespace {

Lesson made(const std::string& source, const std::string& question) {
  const std::string toml =
      "title.en = \"a\"\nchapter.en = \"b\"\nsummary.en = \"c\"\nschedule = \"\"\n"
      "[expected]\nstdout = \"\"\nstderr = \"\"\n[[beat]]\nat = \"start\"\ntitle.en = \"d\"\ntext.en = \"e\"\n"
      "[[question]]\nask.en = \"f\"\nhint.en = \"g\"\nwhy.en = \"h\"\n" + question;
  auto lesson = load_lesson("01_a", {.toml = toml, .source = source});
  EXPECT_TRUE(lesson) << lesson.error();
  return std::move(lesson).value();
}

// The right answer of the only question, or why there is none.
std::string answer(const Lesson& lesson) {
  const auto loaded = open_lesson(lesson);
  if (!loaded) return loaded.error();
  const auto options =
      options_of(lesson.questions.front(), loaded.value().session->timeline(0),
                 loaded.value().places.questions.front(), "partly");
  return options ? options.value().choices[options.value().right] : options.error();
}

std::string writes(const std::string& key, const std::string& hint = "40") {
  return "package main\n\nfunc main() {\n\tm := make(map[int]int, " + hint + ")\n\tm[" + key +
         "] = 1\n\tprintln(len(m))\n}\n";
}

TEST(Questions, TheAnswerFollowsTheProgram) {
  const std::string asks = "kind = \"bucket\"\nat = \"g1 at mapassign/hash\"\n";
  std::set<std::string> answers;
  for (const char* key : {"1", "2", "3", "4", "5", "6"}) answers.insert(answer(made(writes(key), asks)));
  EXPECT_GT(answers.size(), 2U);
  for (const std::string& one : answers) EXPECT_EQ(one.find("bucket "), 0U) << one;
  EXPECT_NE(answer(made(writes("1", "1"), asks)).find("one bucket"), std::string::npos);
}

TEST(Questions, ASlotIsTheFirstFreeOne) {
  const std::string source =
      "package main\n\nfunc main() {\n\tm := map[int]int{}\n\tm[1] = 1\n\tm[2] = 2\n\tm[3] = 3\n}\n";
  EXPECT_EQ(answer(made(source, "kind = \"slot\"\nat = \"g1 at mapassign/hash\"\n")), "slot 0");
  EXPECT_EQ(answer(made(source, "kind = \"slot\"\nat = \"g1 at mapassign/hash #3\"\n")), "slot 2");
}

TEST(Questions, HowItEndsIsWhatItDoes) {
  const std::string asks = "kind = \"outcome\"\nat = \"start\"\n";
  EXPECT_EQ(answer(made(writes("1"), asks)), "ends well");
  EXPECT_EQ(answer(made("package main\n\nfunc main() {\n\tvar m map[int]int\n\tm[1] = 1\n}\n", asks)), "panic");
  EXPECT_EQ(answer(made("package main\n\nfunc main() {\n\tc := make(chan int)\n\t<-c\n}\n", asks)), "deadlock");
}

TEST(Questions, WhatIsPrintedMustBeAmongTheChoices) {
  const std::string source = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(41 + 1)\n}\n";
  EXPECT_EQ(answer(made(source, "kind = \"output\"\nat = \"start\"\nchoices = [\"41\", \"42\"]\n")), "42");
  EXPECT_NE(answer(made(source, "kind = \"output\"\nat = \"start\"\nchoices = [\"41\", \"43\"]\n")).find("not among"),
            std::string::npos);
}

TEST(Questions, LinesAndGoroutines) {
  const std::string source =
      "package main\n\nfunc main() {\n\tm := map[int]int{}\n\tdone := make(chan bool)\n\tgo func() {\n\t\tm[1] = 1\n"
      "\t\tdone <- true\n\t}()\n\t<-done\n\tvar n map[int]int\n\tn[1] = 1\n}\n";
  EXPECT_EQ(answer(made(source, "kind = \"line\"\nat = \"start\"\nof = \"dies\"\n")), "line 12");
  EXPECT_EQ(answer(made(source, "kind = \"goroutine\"\nat = \"start\"\nof = \"dies\"\n")), "g1");
  EXPECT_EQ(answer(made(source, "kind = \"goroutine\"\nat = \"g2 at mapassign/hash\"\nof = \"next\"\n")), "g2");
  EXPECT_EQ(answer(made(source, "kind = \"claim\"\nat = \"start\"\nof = \"C001\"\n")), "partly");
}

// A task without a solution, and a repair of what is whole, are refused.
TEST(Questions, TasksMustHaveASolution) {
  Lesson lesson = made(writes("1"), "kind = \"sabotage\"\nat = \"start\"\nof = \"concurrent map writes\"\n");
  std::string all;
  for (const std::string& wrong : check_lesson(lesson)) all += wrong + "\n";
  EXPECT_NE(all.find("the task cannot be solved"), std::string::npos) << all;
  lesson = made(writes("1"), "kind = \"repair\"\nat = \"start\"\n");
  lesson.repaired = lesson.source;
  all.clear();
  for (const std::string& wrong : check_lesson(lesson)) all += wrong + "\n";
  EXPECT_NE(all.find("needs no repair"), std::string::npos) << all;
}

// What is recorded at a position is found there again.
TEST(Recording, EveryPositionHasAMomentThatLeadsBack) {
  for (const Lesson& lesson : all_lessons()) {
    const auto loaded = open_lesson(lesson);
    ASSERT_TRUE(loaded) << loaded.error();
    const session::Timeline& run = loaded.value().session->timeline(0);
    const uint32_t stride = 1 + run.length() / 40;
    uint32_t from = 0;
    for (uint32_t position = 0; position <= run.length(); position += stride) {
      const std::string text = moment_text(run, position, from);
      const auto found = find_moment(run, lesson.source, text, from);
      ASSERT_TRUE(found) << lesson.name << ": " << text << ": " << found.error();
      EXPECT_EQ(found.value(), position) << lesson.name << ": " << text;
      from = position;
    }
  }
}

TEST(Recording, ANewLessonOpens) {
  Lesson lesson = all_lessons().front();
  const auto loaded = open_lesson(lesson);
  const session::Timeline& run = loaded.value().session->timeline(0);
  std::string toml = lesson_toml(run, "A \"new\" one", lesson.schedule);
  toml += beat_toml(run, 20, 0) + beat_toml(run, run.length(), 20);
  const auto again = load_lesson("09_new", {.toml = toml, .source = lesson.source});
  ASSERT_TRUE(again) << again.error();
  const auto opened = open_lesson(again.value());
  ASSERT_TRUE(opened) << opened.error();
  EXPECT_EQ(opened.value().places.beats, (std::vector<uint32_t>{0, 20, run.length()}));
  EXPECT_NE(with_schedule(toml, "g1! g2!").find("schedule = \"g1! g2!\"\n"), std::string::npos);
}

}  // namespace
}  // namespace hmaplab::lesson
