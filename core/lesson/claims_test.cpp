// Which of the claims about Go maps the lessons settle.
#include "core/lesson/claims.h"

#include <gtest/gtest.h>

#include <map>

#include "core/lesson/course.h"
#include "core/lesson/lesson.h"
#include "core/lesson/lesson_check.h"

namespace hmaplab::lesson {
namespace {

TEST(Claims, AreReadFromTheTable) {
  EXPECT_EQ(claim_facts().size(), 289U);
  const ClaimFact* fact = find_claim("C029");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->verdict, "false");
  EXPECT_EQ(fact->shown_by, "run");
  EXPECT_EQ(find_claim("C999"), nullptr);
}

// Of those that can be shown and are worth it, six in ten are settled by a lesson.
TEST(Claims, MostOfTheValuableOnesAreSettled) {
  std::map<std::string, std::string> settled;  // by which lesson
  for (const Lesson& lesson : all_lessons())
    for (const Claim& claim : lesson.claims) settled.emplace(claim.id, lesson.name);
  size_t wanted = 0;
  size_t found = 0;
  for (const ClaimFact& fact : claim_facts()) {
    const bool can_be_shown = fact.shown_by == "run" || fact.shown_by == "explore";
    if (!can_be_shown || fact.teaching_value != "high") continue;
    ++wanted;
    found += settled.contains(fact.id) ? 1 : 0;
  }
  EXPECT_EQ(wanted, 143U);
  EXPECT_GE(found * 10, wanted * 6) << found << " of " << wanted;
  EXPECT_GE(all_lessons().size(), 24U);
}

// A verdict that is turned round does not pass, nor a proof that nothing shows.
TEST(Claims, AWrongVerdictOrProofIsFound) {
  size_t looked = 0;
  for (const Lesson& lesson : all_lessons()) {
    if (lesson.claims.empty() || ++looked > 6) continue;
    Lesson turned = lesson;
    turned.claims.front().verdict = turned.claims.front().verdict == "true" ? "false" : "true";
    ASSERT_FALSE(check_lesson(turned).empty()) << lesson.name;
    EXPECT_NE(check_lesson(turned).front().find("the verdict on"), std::string::npos);
    turned = lesson;
    turned.claims.front().proof = "prints";
    turned.claims.front().text = "what nobody ever prints";
    ASSERT_FALSE(check_lesson(turned).empty()) << lesson.name;
    EXPECT_NE(check_lesson(turned).front().find("nothing shows"), std::string::npos);
  }
  EXPECT_GT(looked, 6U);
}

TEST(Courses, NameLessonsThatThereAre) {
  const std::vector<Course> courses = all_courses();
  ASSERT_EQ(courses.size(), 3U);
  for (const Course& course : courses) {
    EXPECT_FALSE(course.title.zh.empty()) << course.name;
    EXPECT_NE(course.title.zh, course.title.en) << course.name;
    if (course.name == "three_deaths") {
      EXPECT_EQ(course.minutes(), 45);
    }
    if (course.name == "half_day") {
      EXPECT_NEAR(course.minutes(), 210, 30);
    }
  }
  const auto wrong = load_course("x", "title.en = \"a\"\nsummary.en = \"b\"\n[[part]]\nlesson = \"none\"\nminutes = 3\n",
                                 all_lessons());
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error(), "courses/x.toml:3: there is no lesson \"none\"");
}

}  // namespace
}  // namespace hmaplab::lesson
