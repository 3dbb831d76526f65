// The lessons, looked at: moving by commands, with every panel drawn, never changes what a run is.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <memory>

#include "app/shell/open_lesson_testing.h"
#include "app/shell/still.h"
#include "core/base/random.h"
#include "core/lesson/lesson.h"

namespace hmaplab::shell {
namespace {

using pictures::Command;
using Kind = Command::Kind;

Command random_command(base::RandomStream& random, uint32_t length) {
  constexpr Kind kKinds[] = {Kind::Forward,      Kind::Back,         Kind::First,
                             Kind::Last,         Kind::Seek,         Kind::NextBeat,
                             Kind::PreviousBeat, Kind::CoarserGrain, Kind::FinerGrain};
  return {.kind = kKinds[random.below(std::size(kKinds))], .number = random.below(length + 1)};
}

TEST(Study, EveryRouteToAStepGivesTheSameState) {
  for (const lesson::Lesson& lesson : lesson::all_lessons()) {
    OpenLesson open(lesson);
    std::map<uint32_t, base::Hash128> known;
    base::RandomStream random{7};
    for (int i = 0; i < 120; ++i) {
      open.study().apply(random_command(random, open.session().length()));
      const uint32_t position = open.session().position();
      const base::Hash128 hash = open.session().world().hash();
      const auto [it, is_new] = known.emplace(position, hash);
      EXPECT_TRUE(is_new || it->second == hash) << lesson.name << " at " << position;
      EXPECT_EQ(open.study().moment().position, position);
    }
  }
}

TEST(Study, LookingChangesNothing) {
  for (const lesson::Lesson& lesson : lesson::all_lessons()) {
    OpenLesson open(lesson);
    for (const Kind kind : {Kind::First, Kind::NextBeat, Kind::NextBeat, Kind::Last}) {
      open.study().apply({.kind = kind});
      const base::Hash128 before = open.session().world().hash();
      for (const platform::PixelSize size :
           {platform::PixelSize{1280, 720}, platform::PixelSize{700, 400}}) {
        ASSERT_TRUE(render_still(open.study(), {.size = size, .scale = 1.0F}));
      }
      EXPECT_EQ(open.session().world().hash(), before) << lesson.name;
    }
  }
}

TEST(Study, PageDownComesToEveryBeatAndPageUpBack) {
  for (const lesson::Lesson& lesson : lesson::all_lessons()) {
    OpenLesson open(lesson);
    for (size_t beat = 0; beat < lesson.beats.size(); ++beat) {
      EXPECT_EQ(open.study().moment().beat, beat) << lesson.name;
      open.study().apply({.kind = Kind::NextBeat});
    }
    for (size_t beat = lesson.beats.size() - 1; beat-- > 0;) {
      open.study().apply({.kind = Kind::PreviousBeat});
      EXPECT_EQ(open.study().moment().beat, beat) << lesson.name;
    }
  }
}

TEST(Study, TwoWritersDieWithinSixPressesOfRight) {
  OpenLesson open(lesson::all_lessons().front());
  int presses = 0;
  while (!open.study().moment().at_end(open.study().run()) && presses < 100) {
    open.study().apply({.kind = Kind::Forward});
    ++presses;
  }
  EXPECT_LE(presses, 6);
  EXPECT_EQ(open.study().run().ending.headline, "fatal error: concurrent map writes");
  EXPECT_EQ(open.study().run().ending.culprits.size(), 2U);
  const auto& chain = open.study().run().explanation.chain;
  ASSERT_EQ(chain.size(), 6U);
  EXPECT_EQ(chain.back().step + 1, open.study().run().length());
  open.study().apply({.kind = Kind::Seek, .number = chain[3].step + 1});
  EXPECT_EQ(open.study().moment().position, chain[3].step + 1);
}

TEST(Study, AnotherChoiceGivesAnotherEnd) {
  OpenLesson open(lesson::all_lessons().front());
  open.study().apply({.kind = Kind::Choose, .actor = *schedule::actor_named("g2")});
  open.study().apply({.kind = Kind::Choose, .actor = *schedule::actor_named("g2")});
  EXPECT_EQ(open.study().moment().branches, 2U);
  EXPECT_EQ(open.study().run().ending.kind, trace::EndingKind::Fine);
  open.study().apply(
      {.kind = Kind::Beat, .number = 3});  // a beat belongs to the lesson's own branch
  EXPECT_EQ(open.study().moment().branch, 0U);
  EXPECT_EQ(open.study().run().ending.kind, trace::EndingKind::Fatal);
}

Command digit(const char* name, pictures::Tool tool) {
  return pictures::use(tool, *schedule::actor_named(name));
}

TEST(Tools, ChooseHowFarSomebodyGoes) {
  OpenLesson open(lesson::all_lessons().front());
  SessionStudy& study = open.study();
  while (open.session().world().goroutine(*schedule::actor_named("g3")) == nullptr)
    study.apply({.kind = Kind::Forward});
  study.apply(digit("g3", pictures::Tool::GoToConflict));
  EXPECT_EQ(study.moment().notes.said.find("g3 stands before a conflict with "), 0U)
      << study.moment().notes.said;
  study.apply(digit("g3", pictures::Tool::GoToBlock));
  EXPECT_TRUE(open.session().world().has_finished(*schedule::actor_named("g3")));
  EXPECT_EQ(study.moment().notes.said, "g3 cannot go on");
  EXPECT_EQ(study.moment().branch + 1, study.moment().branches);
  EXPECT_TRUE(study.run().fork);
  study.apply(digit("g3", pictures::Tool::GoToBlock));
  EXPECT_EQ(study.moment().notes.said, "g3 cannot move now");
  study.apply({.kind = Kind::Back});
  EXPECT_EQ(study.moment().notes.said, "") << "said once";
}

TEST(Tools, FreezeAndThaw) {
  OpenLesson open(lesson::all_lessons().front());
  SessionStudy& study = open.study();
  while (open.session().world().goroutine(*schedule::actor_named("g3")) == nullptr)
    study.apply({.kind = Kind::Forward});
  const uint32_t position = study.moment().position;
  study.apply(digit("g2", pictures::Tool::Freeze));
  EXPECT_EQ(study.moment().position, position);
  for (uint32_t i = position; i < study.run().length(); ++i)
    EXPECT_NE(schedule::name(open.session().step(i).actor), "g2");
  const auto is_held = [&] {
    for (const auto& card : study.moment().goroutines) {
      if (card.person.name == "g2") return card.is_held;
    }
    return false;
  };
  EXPECT_TRUE(is_held());
  study.apply(digit("g2", pictures::Tool::Freeze));
  EXPECT_FALSE(is_held());
  EXPECT_EQ(study.run().ending.kind, trace::EndingKind::Fine) << "g2 and g3, one after the other";
  Command starve = digit("g3", pictures::Tool::Starve);
  starve.number = 4;
  study.apply(starve);
  for (uint32_t i = position; i < position + 4; ++i)
    EXPECT_NE(schedule::name(open.session().step(i).actor), "g3");
}

TEST(Tools, BreakpointsWritesBookmarksAndComparison) {
  OpenLesson open(lesson::all_lessons().front());
  SessionStudy& study = open.study();
  study.apply({.kind = Kind::Use, .number = 12, .tool = pictures::Tool::Breakpoint});
  EXPECT_EQ(study.moment().notes.breakpoint_lines, std::vector<uint32_t>{12});
  study.look_at({.accesses = true, .comparison = true});
  while (study.moment().maps.empty()) study.apply({.kind = Kind::Forward});
  const memory::Address map = study.moment().maps.front().address;
  study.apply(pictures::select_bytes(map + 8, 1));
  ASSERT_TRUE(study.moment().notes.word);
  EXPECT_GT(study.moment().notes.word->total, 4U);
  study.apply(pictures::use(pictures::Tool::NextWrite));
  const uint32_t written = study.moment().position;
  EXPECT_EQ(study.moment().notes.word->maker, written - 1);
  EXPECT_EQ(open.session().step(written - 1).field, std::string("flags"));
  study.apply(pictures::use(pictures::Tool::BreakAtWrite));
  EXPECT_EQ(study.moment().notes.said.find("breakpoint at writes of "), 0U) << study.moment().notes.said;
  study.apply({.kind = Kind::First});
  study.apply(pictures::use(pictures::Tool::Continue));
  while (study.moment().position < written && study.moment().notes.said != "the end of the run")
    study.apply(pictures::use(pictures::Tool::Continue));
  EXPECT_EQ(study.moment().position, written) << "writes are stops";
  study.apply(pictures::use(pictures::Tool::Bookmark));
  EXPECT_EQ(study.moment().notes.bookmarks.size(), 1U);
  study.apply(pictures::use(pictures::Tool::Pin));
  EXPECT_TRUE(study.moment().notes.comparison->differences.empty());
  study.apply({.kind = Kind::Last});
  EXPECT_FALSE(study.moment().notes.comparison->differences.empty());
  study.apply(pictures::use(pictures::Tool::NextBookmark));
  EXPECT_EQ(study.moment().position, written);
  const platform::PixelSize size{1280, 720};
  const char* folder = std::getenv("HMAPLAB_SHOTS");
  for (const Panel panel : {Panel::Accesses, Panel::Compare}) {
    study.apply({.kind = Kind::Seek, .number = written + 12});
    const auto image = render_still(study, {.size = size, .scale = 1.0F, .panel = panel});
    ASSERT_TRUE(image) << image.error();
    const std::string file = std::string(panel == Panel::Accesses ? "/accesses.png" : "/compare.png");
    if (folder != nullptr) {
      ASSERT_TRUE(platform::write_png(image.value(), folder + file));
    }
  }
}

Command random_tool(base::RandomStream& random, const SessionStudy& study) {
  using pictures::Tool;
  constexpr Tool kTools[] = {Tool::GoToBlock, Tool::GoToConflict, Tool::GoOut,     Tool::Freeze,
                             Tool::Starve,    Tool::NextPolicy,   Tool::NextSeed,  Tool::Breakpoint,
                             Tool::Continue,  Tool::ContinueBack, Tool::NextWrite, Tool::LastWrite,
                             Tool::Bookmark,  Tool::NextBookmark, Tool::Pin,       Tool::BreakAtWrite};
  Command command = pictures::use(kTools[random.below(std::size(kTools))]);
  const auto& goroutines = study.moment().goroutines;
  if (!goroutines.empty()) command.actor = goroutines[random.below(goroutines.size())].person.actor;
  command.number = random.below(30);
  const auto& maps = study.moment().maps;
  if (random.below(8) == 0 && !maps.empty())
    return pictures::select_bytes(maps.front().address + random.below(48), 1 + random.below(8));
  return command;
}

// Whatever is asked for in whatever order: at the same step of a branch there is the same World, and
// the schedule of any moment leads there again.
TEST(Tools, NothingComesOfThemButOtherBranches) {
  for (const lesson::Lesson& lesson : lesson::all_lessons()) {
    OpenLesson open(lesson);
    std::map<std::pair<size_t, uint32_t>, base::Hash128> known;
    base::RandomStream random{11};
    open.study().look_at({.accesses = true, .comparison = true});
    for (int i = 0; i < 60; ++i) {
      const bool moves = random.below(3) == 0;
      open.study().apply(moves ? random_command(random, open.session().length())
                               : random_tool(random, open.study()));
      const session::Place place = open.session().place();
      const base::Hash128 hash = open.session().world().hash();
      const auto [it, is_new] = known.emplace(std::pair{place.branch, place.position}, hash);
      ASSERT_TRUE(is_new || it->second == hash) << lesson.name << " branch " << place.branch;
      ASSERT_EQ(open.study().moment().position, place.position);
    }
    const auto schedule = schedule::parse_schedule(open.session().schedule_text(open.session().position()));
    session::Session again(open.session().program(), lesson.options, schedule.value());
    ASSERT_EQ(again.first_difference(), "") << lesson.name;
    again.seek(open.session().position());
    EXPECT_EQ(again.world().hash(), open.session().world().hash()) << lesson.name;
  }
}

// With HMAPLAB_SHOTS=FOLDER the picture of the second branch is kept there to be looked at.
TEST(Study, TabSwitchesBetweenBranches) {
  OpenLesson open(lesson::all_lessons().front());
  EXPECT_FALSE(open.study().run().fork);
  const Command tab{.kind = Kind::NextBranch};
  open.study().apply(tab);  // there is no other yet
  EXPECT_EQ(open.study().moment().branch, 0U);
  const uint32_t fork = open.session().position();
  for (int i = 0; i < 2; ++i)
    open.study().apply({.kind = Kind::Choose, .actor = *schedule::actor_named("g2")});
  EXPECT_EQ(open.study().moment().branch, 1U);
  ASSERT_TRUE(open.study().run().fork);
  EXPECT_GE(*open.study().run().fork, fork);
  const auto image = render_still(open.study(), {.size = {1280, 720}, .scale = 1.0F});
  ASSERT_TRUE(image) << image.error();
  if (const char* folder = std::getenv("HMAPLAB_SHOTS")) {
    ASSERT_TRUE(platform::write_png(image.value(), std::string(folder) + "/branch.png"));
    const auto small = render_still(open.study(), {.size = {1280, 720}, .scale = 2.0F});
    ASSERT_TRUE(small &&
                platform::write_png(small.value(), std::string(folder) + "/branch_double.png"));
  }
  open.study().apply(tab);
  EXPECT_EQ(open.study().moment().branch, 0U);
  EXPECT_EQ(open.study().run().ending.kind, trace::EndingKind::Fatal);
  open.study().apply(tab);
  EXPECT_EQ(open.study().moment().branch, 1U);
  EXPECT_EQ(open.study().run().ending.kind, trace::EndingKind::Fine);
}

}  // namespace
}  // namespace hmaplab::shell
