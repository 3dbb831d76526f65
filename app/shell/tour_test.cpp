// The tour for newcomers, key by key.
#include "app/shell/tour.h"

#include <gtest/gtest.h>

#include "app/pictures/made_up_testing.h"
#include "app/shell/made_up_study_testing.h"
#include "app/shell/shell.h"

namespace hmaplab::shell {
namespace {

using platform::Key;

class Touring : public ::testing::Test {
 protected:
  Touring() : study_(pictures::made_up_two_writers(), 8), shell_(study_, look::ThemeName::Dark) {}

  std::string tour() const {
    for (const auto& [name, value] : shell_.state())
      if (name == "tour") return value;
    return "";
  }
  void type(char32_t character) { shell_.press({.character = character}); }
  void press(Key key) { shell_.press({.key = key}); }

  MadeUpStudy study_;
  Shell shell_;
};

TEST_F(Touring, ItsKeysDoWhatTheyAlwaysDoAndGoOn) {
  shell_.welcome();
  EXPECT_EQ(tour(), "card 1 of 5");
  press(Key::Right);
  EXPECT_EQ(study_.moment().position, 9U) << "it is a step, too";
  EXPECT_EQ(tour(), "card 2 of 5");
  press(Key::Left);
  EXPECT_EQ(tour(), "card 2 of 5") << "another key moves, but not the tour";
  press(Key::PageDown);
  EXPECT_EQ(tour(), "card 3 of 5");
  type(U'2');
  EXPECT_EQ(tour(), "card 4 of 5");
  type(U'x');
  EXPECT_EQ(tour(), "card 5 of 5");
  EXPECT_FALSE(shell_.settings().tour_seen);
  type(U'?');
  EXPECT_EQ(tour(), "none");
  EXPECT_TRUE(shell_.settings().tour_seen);
}

TEST_F(Touring, EnterGoesOnWithoutTheKey) {
  shell_.welcome();
  const size_t before = study_.commands.size();
  for (int card = 2; card <= 5; ++card) {
    press(Key::Enter);
    EXPECT_EQ(tour(), "card " + std::to_string(card) + " of 5");
  }
  press(Key::Enter);
  EXPECT_EQ(tour(), "none");
  EXPECT_EQ(study_.commands.size(), before);
}

TEST_F(Touring, EscapeLeavesItForEver) {
  shell_.welcome();
  press(Key::Escape);
  EXPECT_EQ(tour(), "none");
  EXPECT_TRUE(shell_.settings().tour_seen);
  MadeUpStudy study(pictures::made_up_two_writers(), 3);
  Shell next(study, look::ThemeName::Dark);
  next.set(parse_settings(to_text(shell_.settings())));
  next.welcome();
  EXPECT_TRUE(next.settings().tour_seen);
  for (const auto& [name, value] : next.state())
    EXPECT_TRUE(name != "tour" || value == "none");
}

TEST_F(Touring, ComesAgainWhenItIsAskedFor) {
  shell_.set({.tour_seen = true});
  shell_.welcome();
  EXPECT_EQ(tour(), "none");
  type(U'?');
  press(Key::Enter);
  EXPECT_EQ(tour(), "card 1 of 5");
  press(Key::Escape);
  type(U'/');
  for (const char32_t letter : std::u32string(U"tour for")) type(letter);
  press(Key::Enter);
  EXPECT_EQ(tour(), "card 1 of 5");
}

TEST_F(Touring, GivesWayToAPresentation) {
  shell_.welcome();
  press(Key::F5);
  EXPECT_EQ(tour(), "none");
  press(Key::Space);
  press(Key::F5);
  EXPECT_EQ(tour(), "card 1 of 5") << "a clicker has not gone on with it";
}

}  // namespace
}  // namespace hmaplab::shell
