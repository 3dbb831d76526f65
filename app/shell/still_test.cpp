// The window's frame as data and as SVG: the same pictures, without a display and without OpenGL.
#include "app/shell/still.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/pictures/made_up_testing.h"
#include "app/shell/handout.h"
#include "app/shell/made_up_study_testing.h"
#include "app/shell/open_lesson_testing.h"
#include "app/widgets/svg.h"
#include "app/widgets/xml_testing.h"

namespace hmaplab::shell {
namespace {

std::string svg_of(Study& study, const StillOptions& options = {}) {
  const auto svg = still_svg(study, options);
  EXPECT_TRUE(svg) << svg.error();
  return svg ? svg.value() : "";
}

pictures::Page page_of(Study& study, const StillOptions& options = {}) {
  const auto maker = PageMaker::create();
  EXPECT_TRUE(maker) << maker.error();
  return maker ? maker.value()->page(study, options) : pictures::Page{};
}

size_t count_of(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(StillSvg, IsXmlAndTheSameEachTime) {
  const std::pair<std::string, pictures::MadeUp> runs[] = {
      {"two_writers", pictures::made_up_two_writers()},
      {"growing", pictures::made_up_growing()},
      {"nil_map", pictures::made_up_nil_map()}};
  for (const auto& [name, made] : runs) {
    for (const platform::PixelSize size : {platform::PixelSize{1280, 720}, {1024, 768}, {640, 400}}) {
      MadeUpStudy study(made, made.run.length());
      const StillOptions options{.size = size, .scale = 1.0F, .help = size.width == 1024};
      const std::string svg = svg_of(study, options);
      EXPECT_EQ(widgets::xml_error(svg), "") << name;
      EXPECT_EQ(svg, svg_of(study, options)) << name;
    }
  }
}

// Every letter that can be seen in the window is in the file, and the text twin has it, too.
TEST(StillSvg, SaysWhatTheWindowSays) {
  MadeUpStudy study(pictures::made_up_two_writers(), 9);
  const pictures::Page page = page_of(study);
  const std::string svg = svg_of(study);
  const std::string text = pictures::page_text(page);
  size_t labels = 0;
  for (const pictures::PaintedPicture& painted : page.pictures) {
    for (const pictures::Item& item : painted.picture.items) {
      const auto* label = std::get_if<pictures::Label>(&item);
      if (label == nullptr || !painted.clip.contains(painted.placed(item))) continue;
      EXPECT_NE(svg.find(">" + widgets::svg_escaped(label->text) + "</text>"), std::string::npos)
          << label->text;
      const std::string trimmed = label->text.substr(0, label->text.find_last_not_of(' ') + 1);
      EXPECT_NE(text.find(trimmed), std::string::npos) << label->text;
      ++labels;
    }
  }
  EXPECT_GT(labels, 60U);
  EXPECT_NE(svg.find("<title id=\"title\">Two writers, one flag · step 9 of 13"), std::string::npos);
  EXPECT_NE(svg.find(widgets::svg_escaped(text)), std::string::npos);
  EXPECT_NE(text.find("hashWriting"), std::string::npos);
}

TEST(StillSvg, EveryCutIsDefinedOnce) {
  MadeUpStudy study(pictures::made_up_growing(), 9);
  const std::string svg = svg_of(study);
  size_t cuts = 0;
  for (size_t number = 1; number < 100; ++number) {
    const size_t used = count_of(svg, "url(#c" + std::to_string(number) + ")");
    const size_t defined = count_of(svg, "<clipPath id=\"c" + std::to_string(number) + "\">");
    EXPECT_EQ(used > 0, defined == 1) << number;
    cuts += defined;
  }
  EXPECT_GE(cuts, 7U) << "a panel each, and the frames";
}

TEST(StillPage, HasOverlaysInFront) {
  MadeUpStudy study(pictures::made_up_two_writers(), 9);
  const pictures::Page plain = page_of(study);
  const pictures::Page help = page_of(study, {.help = true});
  EXPECT_GT(help.pictures.size(), plain.pictures.size());
  EXPECT_EQ(pictures::page_text(plain).find("Esc closes this"), std::string::npos);
  EXPECT_NE(pictures::page_text(help).find("Esc closes this"), std::string::npos);
}

class OnPaper : public ::testing::TestWithParam<std::pair<float, float>> {};

TEST_P(OnPaper, NothingOverlapsAndAllIsInside) {
  const auto [width, height] = GetParam();
  for (const StoreBuffers buffers : {StoreBuffers::None, StoreBuffers::Shown}) {
    const Layout layout = layout_for_paper(width, height, buffers);
    size_t lessons = 0;
    for (size_t i = 0; i < layout.slots.size(); ++i) {
      const pictures::Rect& place = layout.slots[i].place;
      EXPECT_TRUE((pictures::Rect{0, 0, width, height}).contains(place)) << i;
      EXPECT_GE(std::min(place.w, place.h), 90) << i;
      for (size_t j = 0; j < i; ++j) EXPECT_FALSE(place.overlaps(layout.slots[j].place));
      lessons += layout.slots[i].panels.front() == Panel::Lesson ? 1 : 0;
    }
    EXPECT_EQ(lessons, 1U);
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, OnPaper,
                         ::testing::Values(std::pair{877.0F, 530.0F}, std::pair{578.0F, 345.0F},
                                           std::pair{578.0F, 560.0F}, std::pair{1750.0F, 1100.0F},
                                           std::pair{560.0F, 250.0F}));

TEST(GiveRoom, TakesFromThePanelBelowAndLeavesItEnough) {
  const Layout before = layout_for(1280, 720);
  const auto place = [](const Layout& layout, Panel panel) {
    for (const LayoutSlot& slot : layout.slots)
      if (slot.panels.front() == panel) return slot.place;
    return pictures::Rect{};
  };
  const pictures::Rect now = place(before, Panel::Now);
  const pictures::Rect goroutines = place(before, Panel::Goroutines);
  Layout layout = before;
  give_room(layout, Panel::Now, Panel::Goroutines, now.h + 30, 100);
  EXPECT_FLOAT_EQ(place(layout, Panel::Now).h, now.h + 30);
  EXPECT_FLOAT_EQ(place(layout, Panel::Goroutines).y, goroutines.y + 30);
  EXPECT_FLOAT_EQ(place(layout, Panel::Goroutines).bottom(), goroutines.bottom());
  give_room(layout, Panel::Now, Panel::Goroutines, 10'000, 100);
  EXPECT_FLOAT_EQ(place(layout, Panel::Goroutines).h, 100);
  layout = before;
  give_room(layout, Panel::Now, Panel::Goroutines, now.h - 50, 100);
  EXPECT_EQ(place(layout, Panel::Now), now) << "it takes, and gives nothing back";
  give_room(layout, Panel::Lesson, Panel::Goroutines, 10'000, 100);
  EXPECT_EQ(place(layout, Panel::Lesson), place(before, Panel::Lesson)) << "another column";
  Layout compact = layout_for(640, 360);
  give_room(compact, Panel::Lesson, Panel::Timeline, 10'000, 10);
  EXPECT_EQ(place(compact, Panel::Lesson), place(layout_for(640, 360), Panel::Lesson)) << "tabs";
}

// The text twin of a sheet holds every caption, and each picture is a frame of its own.
TEST(Handout, EachMomentHasItsCaptionAndItsPicture) {
  MadeUpStudy study(pictures::made_up_two_writers());
  const std::vector<uint32_t> steps = {0, 6, 13};
  Handout handout{.places = 4, .moments = moments_at(study.run(), steps)};
  ASSERT_EQ(handout.moments.size(), 3U);
  EXPECT_EQ(handout.sheets(), 1U);
  const StillOptions options{.size = {1754, 1240}, .theme = look::ThemeName::Print};
  const auto svg = handout_svg(study, handout, options);
  ASSERT_TRUE(svg) << svg.error();
  EXPECT_EQ(widgets::xml_error(svg.value()), "");
  for (const char* caption : {"step 0 of 13", "step 6 of 13", "step 13 of 13"}) {
    EXPECT_NE(svg.value().find(std::string(">") + caption + "</text>"), std::string::npos);
    EXPECT_NE(svg.value().find(std::string(caption) + "\n\n"), std::string::npos) << "as text";
  }
  EXPECT_EQ(count_of(svg.value(), "fill=\"#ffffff\"/>\n<g clip-path"), 4U) << "grounds";
  const auto image = render_handout(study, handout, options);
  ASSERT_TRUE(image) << image.error();
  EXPECT_EQ(image.value().width, 1754);
  const auto inked = [&](int x, int y) {  // whether anything is drawn around there
    for (int pixel = 0; pixel < 400 * 200; ++pixel) {
      if (image.value().pixel(x + pixel % 400, y + pixel / 400)[0] < 128) return true;
    }
    return false;
  };
  EXPECT_TRUE(inked(200, 400));
  EXPECT_TRUE(inked(1100, 400));
  EXPECT_TRUE(inked(200, 950));
  EXPECT_FALSE(inked(1100, 950)) << "the fourth place stays white";
}

TEST(Handout, BeatsFillAsManySheetsAsTheyNeed) {
  OpenLesson open(lesson::all_lessons().front());
  const size_t beats = open.study().run().beats.size();
  Handout handout{.places = 4, .moments = moments_of(open.study().run(), 4)};
  EXPECT_EQ(handout.moments.size(), beats);
  EXPECT_EQ(handout.sheets(), (beats + 3) / 4);
  std::string all;
  for (; handout.sheet < handout.sheets(); ++handout.sheet) {
    const auto svg = handout_svg(open.study(), handout, {.size = {1200, 848}});
    ASSERT_TRUE(svg) << svg.error();
    all += svg.value();
  }
  for (const pictures::BeatMark& beat : open.study().run().beats) {
    EXPECT_NE(all.find(widgets::svg_escaped(beat.title.en) + " · step " + std::to_string(beat.position)),
              std::string::npos)
        << beat.title.en;
  }
}

}  // namespace
}  // namespace hmaplab::shell
