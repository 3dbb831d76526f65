// The lessons, looked at: moving by commands, with every panel drawn, never changes what a run is.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <memory>

#include "app/shell/session_study.h"
#include "app/shell/still.h"
#include "core/base/random.h"
#include "core/lesson/lesson.h"

namespace hmaplab::shell {
namespace {

using pictures::Command;
using Kind = Command::Kind;

// A lesson with its study.
class OpenLesson {
 public:
  explicit OpenLesson(const lesson::Lesson& lesson) : loaded_(lesson::open_lesson(lesson).value()) {
    pictures::RunTexts texts{.title = lesson.title, .source = lesson.source};
    for (size_t i = 0; i < lesson.beats.size(); ++i) {
      texts.beats.push_back({.title = lesson.beats[i].title,
                             .text = lesson.beats[i].text,
                             .position = loaded_.beat_positions[i]});
    }
    study_ = std::make_unique<SessionStudy>(*loaded_.session, std::move(texts));
  }
  session::Session& session() { return *loaded_.session; }
  SessionStudy& study() { return *study_; }

 private:
  lesson::LoadedLesson loaded_;
  std::unique_ptr<SessionStudy> study_;
};

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
