#include <gtest/gtest.h>

#include <set>

#include "app/look/font_files.h"
#include "app/look/text_style.h"
#include "app/look/theme.h"

namespace hmaplab::look {
namespace {

class EachTheme : public ::testing::TestWithParam<ThemeName> {};

TEST_P(EachTheme, HasEveryColor) {
  const Theme theme = make_theme(GetParam());
  for (size_t i = 1; i < kColors; ++i) {
    EXPECT_NE(theme.colors[i], (Rgba{0, 0, 0, 255})) << "colour number " << i << " has no row";
  }
}

TEST_P(EachTheme, TextIsReadableOnEveryGround) {
  const Theme theme = make_theme(GetParam());
  for (const Color ground :
       {Color::Panel, Color::Raised, Color::Sunken, Color::Filled, Color::Background}) {
    EXPECT_GE(contrast(theme[Color::Text], theme[ground]), 10);
    EXPECT_GE(contrast(theme[Color::TextDim], theme[ground]), 4.5);
    EXPECT_GE(contrast(theme[Color::TextFaint], theme[ground]), 2.8);
  }
  for (const Color code : {Color::CodeKeyword, Color::CodeString, Color::CodeNumber,
                           Color::CodeComment, Color::CodeFunction, Color::CodeType}) {
    EXPECT_GE(contrast(theme[code], theme[Color::Panel]), 4.2);
  }
  EXPECT_GE(contrast(theme[Color::DangerText], theme[Color::DangerSoft]), 5.5);
  EXPECT_GE(contrast(theme[Color::Tophash], theme[Color::Filled]), 4.5);
}

TEST_P(EachTheme, NumbersAreReadableOnEveryGoroutine) {
  const Theme theme = make_theme(GetParam());
  for (uint32_t number = 1; number <= 8; ++number) {
    EXPECT_GE(contrast(theme[Color::TextOnFill], theme[goroutine_color(number)]), 5.5) << number;
  }
}

INSTANTIATE_TEST_SUITE_P(Themes, EachTheme, ::testing::Values(ThemeName::Dark, ThemeName::Light));

TEST(Colors, GoroutinesTakeTurns) {
  EXPECT_EQ(goroutine_color(1), Color::Goroutine1);
  EXPECT_EQ(goroutine_color(8), Color::Goroutine8);
  EXPECT_EQ(goroutine_color(9), Color::Goroutine1);
  std::set<Color> different;
  for (uint32_t number = 1; number <= 8; ++number) different.insert(goroutine_color(number));
  EXPECT_EQ(different.size(), 8U);
}

TEST(FontFiles, AreFound) {
  const auto files = find_font_files();
  ASSERT_TRUE(files) << files.error();
  for (const FontFile& file : files.value()) EXPECT_FALSE(file.path.empty());
}

TEST(Elided, CutsAtCharactersAndSaysSo) {
  const EvenMeasure measure;
  const float letter = measure.width(TextStyle::Code, "x");
  EXPECT_EQ(elided(measure, TextStyle::Code, "abc", 3 * letter + 0.01F), "abc");
  EXPECT_EQ(elided(measure, TextStyle::Code, "abcdef", 4 * letter + 0.01F), "abc…");
  EXPECT_EQ(elided(measure, TextStyle::Code, "äöüäöü", 4 * letter + 0.01F), "äöü…");
  EXPECT_EQ(elided(measure, TextStyle::Code, "ab cdef", 4 * letter + 0.01F), "ab…");
  EXPECT_EQ(elided(measure, TextStyle::Code, "abc", 0), "…");
}

}  // namespace
}  // namespace hmaplab::look
