// The questions of all lessons, as the window asks them: until the answer nothing tells what comes.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/cli/open_study.h"
#include "app/pictures/asking.h"
#include "core/lesson/lesson.h"

namespace hmaplab::cli {
namespace {

using Kind = pictures::Command::Kind;

bool tells_what_comes(const shell::SessionStudy& study) {
  const pictures::Moment& moment = study.moment();
  return std::any_of(moment.rows.begin(), moment.rows.end(),
                     [&](const auto& row) { return row.index >= moment.position; }) ||
         std::any_of(moment.goroutines.begin(), moment.goroutines.end(), [](const auto& card) {
           return !card.next.empty() || !card.next_sentence.empty();
         });
}

// Gives how many predictions the lesson asks for with something still to come.
size_t expect_silence(shell::SessionStudy& study, const std::string& name) {
  size_t asked = 0;
  for (const pictures::QuestionMark& question : std::vector(study.run().questions)) {
    study.apply({.kind = Kind::Seek, .number = question.position});
    if (!pictures::hides_what_comes(study.run(), study.moment())) continue;
    ++asked;
    const std::string where = name + ": " + question.ask.en;
    EXPECT_FALSE(tells_what_comes(study)) << where;
    const std::string schedule = study.told_schedule();
    study.apply({.kind = Kind::Answer, .number = 0});
    EXPECT_TRUE(tells_what_comes(study)) << where << " (answered)";
    EXPECT_TRUE(schedule.empty() || study.told_schedule() != schedule) << where;
  }
  return asked;
}

TEST(Asked, NothingOfWhatComesIsToldBeforeTheAnswer) {
  size_t asked = 0;
  for (const lesson::Lesson& lesson : lesson::all_lessons()) {
    if (lesson.questions.empty()) continue;
    ProgramOptions options;
    options.program = lesson.name;
    OpenStudyResult result = open_study(options);
    ASSERT_TRUE(result.opened) << lesson.name << ": " << result.message;
    asked += expect_silence(*result.opened->study, lesson.name);
  }
  EXPECT_GT(asked, 40U);
}

}  // namespace
}  // namespace hmaplab::cli
