// The window's frame as data and as SVG: the same pictures, without a display and without OpenGL.
#include "app/shell/still.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/pictures/made_up_testing.h"
#include "app/shell/made_up_study_testing.h"
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

}  // namespace
}  // namespace hmaplab::shell
