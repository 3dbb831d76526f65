// What hmaplab says of each lesson that ends badly.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "core/lesson/lesson.h"
#include "core/session/explanation.h"
#include "core/session/session.h"

namespace hmaplab::lesson {
namespace {

std::string explanation_of(const Lesson& lesson) {
  const auto loaded = open_lesson(lesson);
  EXPECT_TRUE(loaded) << lesson.name;
  if (!loaded) return "";
  const session::Timeline& run = loaded.value().session->timeline(0);
  const session::Explanation explanation = session::explain(run);
  if (run.ending().kind == trace::EndingKind::Fine) {
    EXPECT_TRUE(explanation.chain.empty()) << lesson.name;
    return "";
  }
  // Of a goroutine that waits alone there is no more to tell than that it waits and who is gone.
  const bool waits = run.ending().kind == trace::EndingKind::Deadlock;
  EXPECT_GE(explanation.chain.size(), waits ? 2 : session::Explanation::kFewestLinks)
      << lesson.name;
  return "=== " + lesson.name + "\n" + session::explanation_text(run, explanation, "main.go");
}

// HMAPLAB_UPDATE=1 writes the file anew, to be reviewed as a difference.
TEST(Explanations, OfTheLessonsAreAsInTheGoldenFile) {
  std::string all;
  for (const Lesson& lesson : all_lessons()) all += explanation_of(lesson);
  const std::string path = HMAPLAB_ROOT "/core/testdata/golden/lesson_explanations.txt";
  if (getenv("HMAPLAB_UPDATE") != nullptr) std::ofstream(path) << all;
  std::ifstream file(path);
  std::stringstream golden;
  golden << file.rdbuf();
  EXPECT_EQ(all, golden.str());
}

}  // namespace
}  // namespace hmaplab::lesson
