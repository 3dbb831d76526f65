#include "app/shell/handout.h"

#include <fmt/core.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/pictures/handout_picture.h"
#include "app/platform/offscreen.h"
#include "app/widgets/svg_painter.h"

namespace hmaplab::shell {

using pictures::Command;

namespace {

using Moments = std::vector<HandoutMoment>;

std::string step_text(const pictures::Run& run, uint32_t position) {
  return fmt::format("step {} of {}", position, run.length());
}

// What stands on one sheet.
Moments on_sheet(const Handout& handout) {
  const size_t first = std::min(handout.sheet * handout.places, handout.moments.size());
  const size_t count = std::min(handout.places, handout.moments.size() - first);
  const auto begin = handout.moments.begin() + static_cast<std::ptrdiff_t>(first);
  return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

pictures::Sheet sheet_of(const Study& study, const Handout& handout, const StillOptions& options,
                         const look::TextMeasure& measure) {
  const pictures::Run& run = study.run();
  pictures::SheetTexts texts{.title = run.title.in(measure.language()), .foot = "hmaplab · go1.23.5", .captions = {}};
  if (!run.chapter.empty()) texts.foot = run.chapter.in(measure.language()) + " · " + texts.foot;
  if (handout.sheets() > 1)
    texts.foot += " · " + measure.said(fmt::format("sheet {} of {}", handout.sheet + 1,
                                                   handout.sheets()));
  for (const HandoutMoment& moment : on_sheet(handout)) texts.captions.push_back(moment.caption);
  const float height = pictures::kSheetWidth * static_cast<float>(options.size.height) /
                       static_cast<float>(options.size.width);
  return handout_sheet(texts, handout.places, height, measure);
}

// Pixels of a unit of the sheet.
float sheet_scale(const StillOptions& options) {
  return static_cast<float>(options.size.width) / pictures::kSheetWidth;
}

StillOptions cell_options(const StillOptions& options, const pictures::Sheet& sheet,
                          const pictures::Rect& cell) {
  const float pixels = sheet_scale(options);
  StillOptions still = options;
  still.size = {.width = static_cast<int>(std::lround(cell.w * pixels)),
                .height = static_cast<int>(std::lround(cell.h * pixels))};
  still.scale = sheet.cell_scale * pixels * options.scale.value_or(1);
  still.form = Form::Paper;
  return still;
}

void copy_into(platform::Image& sheet, const platform::Image& part, int left, int top) {
  const int width = std::min(part.width, sheet.width - left);
  const int height = std::min(part.height, sheet.height - top);
  for (int y = 0; y < height; ++y) {
    const uint8_t* row = part.pixel(0, y);
    const auto to = static_cast<std::ptrdiff_t>(sheet.width) * (top + y) + left;
    std::copy(row, row + static_cast<std::ptrdiff_t>(width) * 4, sheet.rgba.begin() + to * 4);
  }
}

struct DrawnSheet {
  pictures::Sheet sheet;
  platform::Image image;  // its texts alone
};

base::Result<DrawnSheet> draw_sheet(const Study& study, const Handout& handout,
                                    const StillOptions& options) {
  auto made = platform::Offscreen::create(options.size);
  if (!made) return base::Error{made.error()};
  const auto offscreen = std::move(made).value();
  auto loaded = look::Fonts::load();
  if (!loaded) return base::Error{loaded.error()};
  look::Fonts fonts = std::move(loaded).value();
  const look::Language language = look::make_language(options.language);
  const look::SpokenMeasure spoken(fonts, language);
  fonts.expect(language.characters());
  fonts.build(sheet_scale(options));
  const look::Theme theme = look::make_theme(options.theme);
  const widgets::Canvas canvas{.theme = theme, .fonts = fonts, .scale = fonts.scale()};
  DrawnSheet drawn{.sheet = sheet_of(study, handout, options, spoken), .image = {}};
  if (fonts.stale()) fonts.build(sheet_scale(options));
  offscreen->fonts_changed();
  offscreen->begin_frame();
  widgets::Painter(*ImGui::GetForegroundDrawList(), canvas, {0, 0}).paint(drawn.sheet.picture);
  const look::Rgba ground = theme[look::Color::Background];
  offscreen->end_frame({static_cast<float>(ground.red) / 255,
                        static_cast<float>(ground.green) / 255,
                        static_cast<float>(ground.blue) / 255});
  drawn.image = offscreen->image();
  return drawn;
}

}  // namespace

Moments moments_of(const pictures::Run& run, size_t count, look::LanguageName language) {
  Moments moments;
  for (size_t i = 0; i < run.beats.size(); ++i) {
    moments.push_back({.go = {.kind = Command::Kind::Beat, .number = i},
                       .caption = fmt::format("{}. {} · {}", i + 1, run.beats[i].title.in(language),
                                              step_text(run, run.beats[i].position))});
  }
  if (!moments.empty()) return moments;
  std::vector<uint32_t> steps;
  for (size_t i = 0; i < count; ++i)
    steps.push_back(static_cast<uint32_t>(run.length() * (i + 1) / count));
  return moments_at(run, steps);
}

Moments moments_at(const pictures::Run& run, const std::vector<uint32_t>& steps) {
  Moments moments;
  for (const uint32_t step : steps) {
    const uint32_t position = std::min(step, run.length());
    moments.push_back({.go = {.kind = Command::Kind::Seek, .number = position},
                       .caption = step_text(run, position)});
  }
  return moments;
}

base::Result<platform::Image> render_handout(Study& study, const Handout& handout,
                                             const StillOptions& options) {
  auto drawn = draw_sheet(study, handout, options);
  if (!drawn) return base::Error{drawn.error()};
  DrawnSheet result = std::move(drawn).value();
  const Moments moments = on_sheet(handout);
  for (size_t i = 0; i < moments.size(); ++i) {
    const pictures::Rect& cell = result.sheet.cells[i];
    study.apply(moments[i].go);
    const auto part = render_still(study, cell_options(options, result.sheet, cell));
    if (!part) return part;
    const float pixels = sheet_scale(options);
    copy_into(result.image, part.value(), static_cast<int>(std::lround(cell.x * pixels)),
              static_cast<int>(std::lround(cell.y * pixels)));
  }
  return result.image;
}

base::Result<std::string> handout_svg(Study& study, const Handout& handout,
                                      const StillOptions& options) {
  auto made = PageMaker::create();
  if (!made) return base::Error{made.error()};
  const auto maker = std::move(made).value();
  maker->measure_at(sheet_scale(options));
  const look::Language language = look::make_language(options.language);
  const look::SpokenMeasure spoken(maker->fonts(), language);
  const pictures::Sheet sheet = sheet_of(study, handout, options, spoken);
  const look::Theme theme = look::make_theme(options.theme);
  widgets::SvgPainter painter({.theme = theme, .fonts = maker->fonts()});
  const float height = sheet.picture.height;
  const pictures::Rect all{0, 0, pictures::kSheetWidth, height};
  painter.paint({.width = all.w, .height = height, .pictures = {{sheet.picture, {}, all}}});
  const Moments moments = on_sheet(handout);
  std::string description;
  for (size_t i = 0; i < moments.size(); ++i) {
    study.apply(moments[i].go);
    const pictures::Page page = maker->page(study, cell_options(options, sheet, sheet.cells[i]));
    painter.paint(page, {sheet.cells[i].x, sheet.cells[i].y},
                  maker->fonts().scale() / sheet_scale(options));
    description += moments[i].caption + "\n\n" + pictures::page_text(page);
  }
  return painter.finish({.width = all.w,
                         .height = height,
                         .scale = sheet_scale(options),
                         .title = study.run().title.in(options.language) + " · hmaplab",
                         .description = description});
}

}  // namespace hmaplab::shell
