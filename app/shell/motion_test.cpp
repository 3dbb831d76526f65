// What the window shows moving: only what a step has moved, shortly, and not at all where somebody wants
// none of it.
#include <gtest/gtest.h>

#include <cstdlib>

#include "app/platform/unseen.h"
#include "app/shell/made_up_study_testing.h"
#include "app/shell/open_lesson_testing.h"
#include "app/shell/shell.h"

namespace hmaplab::shell {
namespace {

using platform::Key;
using Kind = pictures::Command::Kind;

// A growing map; the step to position 7 moves a key.
pictures::MadeUp moving_entry() {
  pictures::MadeUp made = pictures::made_up_growing();
  const trace::MapView& map = made.moments[7].maps[0];
  made.moments[7].moves = {{.from = map.oldbuckets[1].buckets[0].slots[2].key_at,
                            .to = map.buckets[5].buckets[0].slots[0].key_at,
                            .person = made.run.lanes[1].person}};
  return made;
}

class Moving : public ::testing::Test {
 protected:
  // How many things the map's panel shows.
  size_t shown() {
    pictures::Page page;
    surface_.begin_frame({1280, 720});
    shell_.frame(fonts_, 1280, 720, &page);
    surface_.end_frame();
    size_t items = 0;
    for (const auto& painted : page.pictures) items += painted.picture.items.size();
    return items;
  }

  platform::Unseen surface_;
  look::Fonts fonts_ = [] {
    look::Fonts fonts = look::Fonts::load().value();
    fonts.build(1);
    return fonts;
  }();
  MadeUpStudy study_{moving_entry(), 6};
  Shell shell_{study_, look::ThemeName::Dark};
};

TEST_F(Moving, AnEntryFliesForAQuarterOfASecond) {
  EXPECT_FALSE(shell_.moving());
  shell_.press({.key = Key::Right});
  EXPECT_TRUE(shell_.moving());
  shell_.pass(100);  // that long nobody had pressed anything
  EXPECT_TRUE(shell_.moving());
  const size_t with_ghost = shown();
  shell_.pass(0.2);
  EXPECT_EQ(shown(), with_ghost);
  shell_.pass(0.06);
  EXPECT_FALSE(shell_.moving());
  EXPECT_EQ(shown(), with_ghost - 2) << "a frame and its text";
}

TEST_F(Moving, TheNextKeyEndsIt) {
  shell_.press({.key = Key::Right});
  shell_.pass(0.01);
  ASSERT_TRUE(shell_.moving());
  shell_.press({.key = Key::Right});
  EXPECT_FALSE(shell_.moving()) << "the next step moves nothing";
}

TEST_F(Moving, WhereNothingMovesNoFrameIsDue) {
  shell_.press({.key = Key::Right});
  shell_.pass(0.01);
  shell_.press({.key = Key::Left});
  EXPECT_FALSE(shell_.moving());
  shell_.pass(1);
  EXPECT_FALSE(shell_.moving());
}

TEST_F(Moving, ReducedMotionMovesNothing) {
  shell_.set_motion(Motion::Reduced);
  shell_.press({.key = Key::Right});
  EXPECT_FALSE(shell_.moving());
  const size_t still = shown();
  shell_.set_motion(Motion::Full);
  shell_.press({.key = Key::Left});
  shell_.press({.key = Key::Right});
  EXPECT_EQ(shown(), still + 2);
}

TEST(UsualMotion, IsWhatTheEnvironmentAsksFor) {
  const auto asked = [](const char* value) {
    setenv("HMAPLAB_REDUCED_MOTION", value, 1);
    return usual_motion();
  };
  EXPECT_EQ(asked("1"), Motion::Reduced);
  EXPECT_EQ(asked("0"), Motion::Full);
  EXPECT_EQ(asked(""), Motion::Full);
  unsetenv("HMAPLAB_REDUCED_MOTION");
  EXPECT_EQ(usual_motion(), Motion::Full);
}

// The engine's own evacuation: keys and elems of the old buckets come to where the map has them now.
TEST(EntryMoves, AreThoseOfTheStepsThatWereMade) {
  OpenLesson open(*lesson::find_lesson(lesson::all_lessons(), "growing"));
  const pictures::BeatMark beat = open.study().run().beats[2];
  open.study().apply({.kind = Kind::Seek, .number = beat.position});
  EXPECT_TRUE(open.study().moment().moves.empty()) << "a jump moves nothing";
  open.study().apply({.kind = Kind::Forward});
  const pictures::Moment& moment = open.study().moment();
  ASSERT_FALSE(moment.moves.empty());
  EXPECT_EQ(moment.moves.size() % 2, 0U) << "a key and an elem each";
  const trace::MapView& map = moment.maps.front();
  const auto is_within = [](memory::Address address, memory::Address begin, uint64_t buckets,
                            uint64_t size) {
    return address >= begin && address - begin < buckets * size;
  };
  const uint64_t size = map.buckets[1].buckets[0].address - map.buckets[0].buckets[0].address;
  for (const pictures::EntryMove& move : moment.moves) {
    EXPECT_TRUE(is_within(move.to, map.buckets_at, map.bucket_count, size));
    EXPECT_FALSE(is_within(move.from, map.buckets_at, map.bucket_count, size));
    EXPECT_EQ(move.person.badge, "1");
  }
  open.study().apply({.kind = Kind::Back});
  EXPECT_TRUE(open.study().moment().moves.empty()) << "nothing flies backwards";
}

}  // namespace
}  // namespace hmaplab::shell
