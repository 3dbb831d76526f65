// Every lesson at every beat and at its end, in every size, at every scale: whole frames on real fonts.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <string_view>

#include "app/shell/frame_checks_testing.h"
#include "app/shell/open_lesson_testing.h"
#include "app/shell/still.h"

namespace hmaplab::shell {
namespace {

using Kind = pictures::Command::Kind;

constexpr std::string_view kSlow = "no_way_back";  // it ends with hundreds of thousands of frames

class Frames : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const bool all = std::getenv("HMAPLAB_ALL_FRAMES") != nullptr;
    for (const lesson::Lesson& lesson : lesson::all_lessons())
      if (all || lesson.name != kSlow) lessons_.push_back({lesson, nullptr});
  }
  static void TearDownTestSuite() { lessons_.clear(); }

  // Looks at one of so many moments, from `first` on, and gives what it is that is looked at: a beat, or
  // the end. With HMAPLAB_ALL_FRAMES all are looked at.
  template <class Look>
  static void at_beats(size_t one_of, size_t first, const Look& look,
                       const std::string& only = "") {  // whose names end like that
    if (std::getenv("HMAPLAB_ALL_FRAMES") != nullptr) one_of = 1;
    size_t number = first;
    for (auto& [lesson, open] : lessons_) {
      for (size_t beat = 0; beat <= lesson.beats.size(); ++beat) {
        const bool last = beat == lesson.beats.size();
        const std::string where = lesson.name + (last ? "@end" : "@" + std::to_string(beat + 1));
        if (!where.ends_with(only) || number++ % one_of != 0) continue;
        if (!open) open = std::make_unique<OpenLesson>(lesson);
        open->study().apply({.kind = last ? Kind::Last : Kind::Beat, .number = beat});
        look(open->study(), where);
      }
    }
  }

 private:
  static inline std::vector<std::pair<lesson::Lesson, std::unique_ptr<OpenLesson>>> lessons_;
};

struct Surface {
  platform::PixelSize size;
  float scale;
  look::ThemeName theme = look::ThemeName::Dark;
  look::LanguageName language = look::LanguageName::English;
};

constexpr Surface kSurfaces[] = {{{1280, 720}, 1},
                                 {{1024, 768}, 1},
                                 {{2560, 1440}, 1},
                                 {{1280, 720}, 2},
                                 {{1024, 768}, 2},
                                 {{2560, 1440}, 2},
                                 {{1280, 720}, 1, look::ThemeName::Projector},
                                 {{1024, 768}, 1, look::ThemeName::Projector},
                                 {{2560, 1440}, 2, look::ThemeName::Projector},
                                 {{1280, 720}, 1, look::ThemeName::Dark, look::LanguageName::Chinese},
                                 {{1280, 720}, 2, look::ThemeName::Light, look::LanguageName::Chinese}};

TEST_F(Frames, TheChecksFindWhatIsWrong) {
  auto made = PageMaker::create();
  ASSERT_TRUE(made) << made.error();
  OpenLesson open(lesson::all_lessons().front());
  pictures::Page page = made.value()->page(open.study(), {.scale = 1.0F});
  EXPECT_EQ(faults_of(page, made.value()->fonts()), std::set<std::string>());
  pictures::Picture wrong;
  wrong.items = {pictures::Label{.rect = {10, 10, 60, 20}, .text = "one"},
                 pictures::Label{.rect = {12, 12, 60, 20}, .text = "two"},
                 pictures::Box{.rect = {10, 50, 20, 20}, .border = look::Color::Text},
                 pictures::Label{.rect = {10, 50, 20, 20}, .text = "wide"},
                 pictures::Label{.rect = {90, 80, 20, 20}, .text = "outside"}};
  page.pictures.push_back({.picture = wrong, .origin = {400, 300}, .clip = {400, 300, 120, 120}});
  std::set<std::string> faults = faults_of(page, made.value()->fonts());
  EXPECT_TRUE(faults.contains("\"two\" lies upon \"one\""));
  EXPECT_TRUE(faults.contains("\"wide\" sticks out of its box"));
  EXPECT_TRUE(faults.contains("\"outside\" is cut off at the side"));
}

TEST_F(Frames, NoLettersAreCutOffOrLieUponOthers) {
  auto made = PageMaker::create();
  ASSERT_TRUE(made) << made.error();
  PageMaker& maker = *made.value();
  std::map<std::string, std::string> faults;  // and where
  size_t texts = 0;
  size_t first = 0;  // each moment is looked at on some of the surfaces
  for (const Surface& surface : kSurfaces) {
    at_beats(30, first++, [&](Study& study, const std::string& where) {
      const pictures::Page page = maker.page(
          study, {.size = surface.size,
                  .scale = surface.scale,
                  .theme = surface.theme,
                  .language = surface.language});
      texts += texts_seen(page, maker.fonts()).size();
      for (const std::string& fault : faults_of(page, maker.fonts())) {
        faults[fault] += " " + where + " " + std::to_string(surface.size.width) + "x" +
                         std::to_string(surface.size.height) + "/" +
                         std::to_string(maker.fonts().scale());
      }
    });
  }
  EXPECT_GT(texts, 20'000U) << "there is something to look at";
  for (const auto& [fault, where] : faults) ADD_FAILURE() << fault << ":" << where.substr(0, 200);
}

// The card that explains a bad end is read without scrolling in a window of the usual size.
TEST_F(Frames, TheCardOfABadEndIsSeenAsAWhole) {
  auto made = PageMaker::create();
  ASSERT_TRUE(made) << made.error();
  std::vector<std::string> cut;
  size_t seen = 0;
  at_beats(1, 0, [&](Study& study, const std::string& where) {
    const pictures::Page page = made.value()->page(study, {.scale = 1.0F});
    const pictures::Run& run = study.run();
    const bool ended_badly = run.ending.kind != trace::EndingKind::Fine;
    for (const pictures::PaintedPicture& painted : page.pictures) {
      const auto says = [&](const std::string& text, look::Color color) {
        return std::any_of(painted.picture.items.begin(), painted.picture.items.end(),
                           [&](const pictures::Item& item) {
                             const auto* label = std::get_if<pictures::Label>(&item);
                             return label != nullptr && !label->text.empty() &&
                                    text.starts_with(label->text) && label->color == color;
                           });
      };
      const bool is_card =
          ended_badly && painted.origin.x > 900 && says(run.ending.headline, look::Color::DangerText) &&
          painted.origin.y < 200;
      if (!is_card) continue;
      ++seen;
      if (painted.origin.y + painted.picture.height > painted.clip.bottom() + 1) cut.push_back(where);
    }
  }, "@end");
  EXPECT_GE(seen, 3U);
  EXPECT_EQ(cut, std::vector<std::string>());
}

// WCAG 2.1 asks for 4.5 of text; all texts of ours are as small as that is meant for.
TEST_F(Frames, AllTextsCanBeReadInEveryTheme) {
  auto made = PageMaker::create();
  ASSERT_TRUE(made) << made.error();
  std::set<TextOnGround> found;
  for (const std::optional<Panel> panel : {std::optional<Panel>(), std::optional(Panel::Heap)}) {
    at_beats(24, 0, [&](Study& study, const std::string&) {
      const pictures::Page page = made.value()->page(study, {.scale = 1.0F, .panel = panel});
      collect_grounds(page, made.value()->fonts(), found);
    });
  }
  EXPECT_GT(found.size(), 30U);
  for (size_t i = 0; i < look::kThemes; ++i) {
    const look::Theme theme = look::make_theme(static_cast<look::ThemeName>(i));
    for (const TextOnGround& on : found) {
      std::string ground;
      for (const auto& [color, opacity] : on.ground)
        ground += " " + std::to_string(static_cast<int>(color)) + "*" + std::to_string(opacity);
      EXPECT_GE(contrast_in(theme, on), 4.5)
          << look::theme_text(theme.name) << ": colour " << static_cast<int>(on.text) << " on"
          << ground;
    }
  }
}

// The color that an item shows, whichever of its parts has it.
std::vector<look::Color> colors_of(const pictures::Item& item) {
  if (const auto* box = std::get_if<pictures::Box>(&item)) return {box->fill, box->border};
  if (const auto* stroke = std::get_if<pictures::Stroke>(&item)) return {stroke->color};
  if (const auto* icon = std::get_if<pictures::Icon>(&item)) return {icon->color};
  return {};
}

// The goroutines that a picture names: by a badge, or by a number in their colour.
std::set<look::Color> named_in(const pictures::Picture& picture) {
  std::set<look::Color> named;
  for (const pictures::Item& item : picture.items) {
    if (const auto* badge = std::get_if<pictures::Badge>(&item)) named.insert(badge->color);
    const auto* label = std::get_if<pictures::Label>(&item);
    for (uint32_t number = 1; label != nullptr && number <= 8; ++number) {
      const look::Color color = look::goroutine_color(number);
      if (label->color == look::text_color(color)) named.insert(color);
    }
  }
  return named;
}

TEST_F(Frames, NothingIsToldByTheColorOfAGoroutineAlone) {
  auto made = PageMaker::create();
  ASSERT_TRUE(made) << made.error();
  for (const std::optional<Panel> panel : {std::optional<Panel>(), std::optional(Panel::Steps)}) {
    at_beats(24, 0, [&](Study& study, const std::string& where) {
      const pictures::Page page = made.value()->page(study, {.scale = 1.0F, .panel = panel});
      for (const pictures::PaintedPicture& painted : page.pictures) {
        const std::set<look::Color> named = named_in(painted.picture);
        for (const pictures::Item& item : painted.picture.items) {
          for (const look::Color color : colors_of(item)) {
            const bool of_goroutine =
                color >= look::Color::Goroutine1 && color <= look::Color::Goroutine8;
            EXPECT_TRUE(!of_goroutine || named.contains(color)) << where;
          }
        }
      }
    });
  }
}

// Where the full badges of a frame are, in pixels, a place for each colour: beside its number.
std::map<look::Color, pictures::Point> badges_of(Study& study, const StillOptions& options) {
  auto made = PageMaker::create();
  EXPECT_TRUE(made) << made.error();
  const pictures::Page page = made.value()->page(study, options);
  const float scale = made.value()->fonts().scale();
  std::map<look::Color, pictures::Point> places;
  for (const pictures::PaintedPicture& painted : page.pictures) {
    for (const pictures::Item& item : painted.picture.items) {
      const auto* badge = std::get_if<pictures::Badge>(&item);
      if (badge == nullptr || badge->hollow || badge->radius < 8) continue;
      const pictures::Point center = painted.placed(item).center();
      if (painted.clip.contains(painted.placed(item)))
        places[badge->color] = {(center.x - badge->radius * 0.75F) * scale, center.y * scale};
    }
  }
  return places;
}

// Screenshots as people see them who lack some cones: each goroutine has a colour of its own.
TEST_F(Frames, BadgesOfAScreenshotDifferWithoutSomeCones) {
  constexpr double kAtAGlance = 18;
  size_t compared = 0;
  for (size_t i = 0; i < look::kThemes; ++i) {
    const StillOptions options{
        .size = {1600, 900}, .scale = 1.0F, .theme = static_cast<look::ThemeName>(i)};
    at_beats(1, 0, [&](Study& study, const std::string& where) {
      const auto places = badges_of(study, options);
      const auto image = render_still(study, options);
      ASSERT_TRUE(image) << image.error();
      const auto seen = [&](pictures::Point at, look::Vision vision) {
        const uint8_t* pixel =
            image.value().pixel(static_cast<int>(at.x), static_cast<int>(at.y));
        return look::lab(look::seen_by(vision, {pixel[0], pixel[1], pixel[2]}));
      };
      for (const auto& [one, at] : places) {
        for (const auto& [other, there] : places) {
          if (one >= other) continue;
          for (const auto vision : {look::Vision::NoRed, look::Vision::NoGreen, look::Vision::NoBlue})
            EXPECT_GE(look::difference(seen(at, vision), seen(there, vision)), kAtAGlance) << where;
          ++compared;
        }
      }
    }, "two_writers@end");
  }
  EXPECT_GE(compared, 12U);
}

}  // namespace
}  // namespace hmaplab::shell
