#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

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

// WCAG 2.1 asks for 4.5; app/shell/frames_test.cpp finds which text lies on which ground in the window.
TEST_P(EachTheme, TextIsReadableOnEveryGround) {
  const Theme theme = make_theme(GetParam());
  for (const Color ground : {Color::Panel, Color::Raised, Color::Sunken, Color::Filled,
                             Color::Background, Color::AccentSoft}) {
    const auto on_ground = [&](Color text) { return contrast(theme[text], theme[ground]); };
    EXPECT_GE(on_ground(Color::Text), 10);
    EXPECT_GE(on_ground(Color::TextDim), 4.5);
    EXPECT_GE(on_ground(Color::TextFaint), 4.5);
    EXPECT_GE(on_ground(Color::Evacuated), 4.5);
  }
  for (const Color code : {Color::CodeKeyword, Color::CodeString, Color::CodeNumber,
                           Color::CodeComment, Color::CodeFunction, Color::CodeType}) {
    EXPECT_GE(contrast(theme[code], theme[Color::Panel]), 4.5);
    EXPECT_GE(contrast(theme[code], theme[Color::AccentSoft]), 4.5);
  }
  EXPECT_GE(contrast(theme[Color::DangerText], theme[Color::DangerSoft]), 5.5);
  EXPECT_GE(contrast(theme[Color::Tophash], theme[Color::Filled]), 4.5);
  EXPECT_GE(contrast(theme[Color::Accent], theme[Color::Panel]), 4.5);
}

TEST_P(EachTheme, NumbersAreReadableOnEveryGoroutine) {
  const Theme theme = make_theme(GetParam());
  for (uint32_t number = 1; number <= 8; ++number) {
    const Color color = goroutine_color(number);
    EXPECT_GE(contrast(theme[Color::TextOnFill], theme[color]), 5.5) << number;
    for (const Color ground : {Color::Panel, Color::Filled})
      EXPECT_GE(contrast(theme[text_color(color)], theme[ground]), 4.5) << number;
  }
}

// Differences of 1976: the first four, which is as many as lessons have, are told apart at a glance by
// everybody, the others when they are looked at.
TEST_P(EachTheme, GoroutinesAreToldApartWithoutSomeCones) {
  constexpr double kAtAGlance = 18;
  constexpr double kWhenLookedAt = 10;
  const Theme theme = make_theme(GetParam());
  for (const Vision vision : {Vision::All, Vision::NoRed, Vision::NoGreen, Vision::NoBlue}) {
    const auto seen = [&](Color color) { return seen_by(vision, theme[color]); };
    for (uint32_t one = 1; one <= 8; ++one) {
      EXPECT_GE(contrast(seen(Color::TextOnFill), seen(goroutine_color(one))), 4.5) << one;
      for (uint32_t other = 1; other < one; ++other) {
        EXPECT_GE(difference(lab(seen(goroutine_color(one))), lab(seen(goroutine_color(other)))),
                  one <= 4 ? kAtAGlance : kWhenLookedAt)
            << theme_text(GetParam()) << ": " << one << " and " << other << ", vision "
            << static_cast<int>(vision);
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Themes, EachTheme,
                         ::testing::Values(ThemeName::Dark, ThemeName::Light, ThemeName::Print,
                                           ThemeName::Projector),
                         [](const auto& theme) { return std::string(theme_text(theme.param)); });

// On paper without colours a goroutine is a grey, and what tells grounds and texts apart is grey, too.
TEST(PrintTheme, NeedsNoHue) {
  const Theme theme = make_theme(ThemeName::Print);
  const auto lightness = [&](Color color) { return lab(theme[color]).l; };
  for (uint32_t one = 1; one <= 8; ++one) {
    for (uint32_t other = 1; other < one; ++other) {
      EXPECT_GE(std::abs(lightness(goroutine_color(one)) - lightness(goroutine_color(other))),
                one <= 4 ? 10 : 4)
          << one << " and " << other;
    }
  }
  EXPECT_GE(lightness(Color::Background), 99);
  EXPECT_LE(lightness(Color::Text), 1);
  for (size_t i = 0; i < kColors; ++i) {
    const auto color = static_cast<Color>(i);
    const bool may_have_hue = (color >= Color::Goroutine1 && color <= Color::GoroutineText8) ||
                              color == Color::Danger || color == Color::DangerText;
    const Lab shown = lab(theme[color]);
    EXPECT_LE(std::hypot(shown.a, shown.b), may_have_hue ? 100 : 1) << i;
  }
}

TEST(ProjectorTheme, IsLarge) {
  const Theme theme = make_theme(ThemeName::Projector);
  constexpr float kPixelsOfPoint = 96.0F / 72;
  for (size_t i = 0; i < kTextStyles; ++i) {
    const float size = std::max(theme.least_text, style_info(static_cast<TextStyle>(i)).size);
    EXPECT_GE(size * theme.scale / kPixelsOfPoint, 18);
  }
  EXPECT_GT(theme.line, 1);
  EXPECT_GE(contrast(theme[Color::TextFaint], theme[Color::Panel]), 7) << "no thin grey";
  EXPECT_GE(contrast(theme[Color::PanelBorder], theme[Color::Panel]), 3);
}

TEST(ThemeNames, AreFoundAgain) {
  for (size_t i = 0; i < kThemes; ++i) {
    const auto name = static_cast<ThemeName>(i);
    EXPECT_EQ(theme_named(theme_text(name)), name);
  }
  EXPECT_EQ(theme_named("pink"), std::nullopt);
  EXPECT_EQ(next_theme(next_theme(next_theme(ThemeName::Dark))), ThemeName::Dark);
}

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
