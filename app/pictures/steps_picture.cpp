#include "app/pictures/steps_picture.h"

#include <fmt/core.h>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kNumber = 44;

std::string cell_text(const trace::StepText& text) {
  std::string cell = text.point;
  if (!text.object.empty()) cell += "  " + text.object;
  if (!text.field.empty()) {
    const bool apart = text.object.empty() || text.field[0] == '[';
    cell += (text.object.empty() ? "  " : apart ? "" : ".") + text.field;
  }
  if (!text.old_value.empty()) cell += "  " + text.old_value;
  if (!text.new_value.empty())
    cell += (text.old_value.empty() ? "  " : " → ") + text.new_value;
  if (!text.result.empty()) cell += " = " + text.result;
  if (!text.meeting.empty()) cell += " (" + text.meeting + ")";
  return cell;
}

// Of the numbers of the steps, with the gap behind: the run's longest has room.
float number_width(const Sketch& sketch, const Run& run) {
  return std::max(kNumber,
                  sketch.text_width(TextStyle::CodeSmall, std::to_string(run.length())) + 12);
}

void draw_row(Sketch& sketch, const Rect& row, const Run& run, const Moment& moment,
              const StepRow& step) {
  const bool happened = step.index < moment.position;
  const bool last = step.index + 1 == moment.position;
  if (last) sketch.box({.rect = row, .fill = Color::AccentSoft, .round = 3});
  Rect rest = row;
  sketch.label(rest.cut_left(number_width(sketch, run) - 10, 10), std::to_string(step.index + 1),
               {.style = TextStyle::CodeSmall, .color = Color::TextFaint, .align = Align::Right});
  const float column = rest.w / static_cast<float>(std::max<size_t>(1, run.lanes.size()));
  for (size_t lane = 0; lane < run.lanes.size(); ++lane) {
    const Rect cell = rest.cut_left(column);
    if (run.lanes[lane].person.actor != step.actor) continue;
    const Color mark = happened ? run.lanes[lane].person.color : Color::SunkenBorder;
    sketch.box({.rect = {cell.x, cell.y + 3, 3, cell.h - 6}, .fill = mark, .round = 1.5F});
    sketch.label(
        {cell.x + 8, cell.y, cell.w - 14, cell.h}, cell_text(step.text),
        {.style = TextStyle::CodeSmall, .color = happened ? Color::Text : Color::TextFaint});
  }
  sketch.hit(place_of(step, row));
}

void draw_heads(Sketch& sketch, Rect row, const Run& run) {
  row.cut_left(number_width(sketch, run));
  const float column = row.w / static_cast<float>(std::max<size_t>(1, run.lanes.size()));
  for (const Lane& lane : run.lanes) {
    const Rect cell = row.cut_left(column);
    sketch.badge({cell.x + 8, cell.center().y}, lane.person, 8);
    sketch.label({cell.x + 22, cell.y, cell.w - 28, cell.h}, lane.title,
                 {.style = TextStyle::CodeSmall, .color = Color::TextDim});
  }
}

}  // namespace

float current_row_y(const Moment& moment) {
  float y = kStepRowHeight;
  for (const StepRow& row : moment.rows) {
    if (row.index + 1 == moment.position) return y;
    y += kStepRowHeight;
  }
  return 0;
}

Hit place_of(const StepRow& step, const Rect& row, std::string tooltip) {
  return {.rect = row,
          .command = {.kind = Command::Kind::Seek, .number = step.index + 1},
          .tooltip = std::move(tooltip),
          .about = {.address = step.address, .line = step.line}};
}

Picture steps_picture(const Run& run, const Moment& moment, float width,
                      const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  Rect rest{0, 0, width, 1'000'000};
  draw_heads(sketch, rest.cut_top(kStepRowHeight), run);
  for (const StepRow& step : moment.rows)
    draw_row(sketch, rest.cut_top(kStepRowHeight), run, moment, step);
  return sketch.take();
}

}  // namespace hmaplab::pictures
