#include "app/pictures/accesses_picture.h"
#include "app/pictures/steps_picture.h"

#include <fmt/core.h>

#include "app/pictures/asking.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kNumber = 44;
constexpr float kPoint = 210;

std::string values_text(const trace::StepText& text) {
  if (!text.new_value.empty()) return fmt::format("{} → {}", text.old_value, text.new_value);
  return text.old_value.empty() ? text.meeting : "= " + text.old_value;
}

void draw_row(Sketch& sketch, const Rect& row, const Run& run, const Moment& moment, const StepRow& step) {
  const bool happened = step.index < moment.position;
  const bool is_maker = moment.notes.word->maker == step.index;
  if (is_maker) sketch.box({.rect = row, .fill = Color::AccentSoft, .round = 3});
  Rect rest = row;
  sketch.label(rest.cut_left(kNumber - 10, 10), std::to_string(step.index + 1),
               {.style = TextStyle::CodeSmall, .color = Color::TextFaint, .align = Align::Right});
  const Person* person = run.person(step.actor);
  const Rect badge = rest.cut_left(18, 6);
  if (person != nullptr) sketch.badge(badge.center(), *person, 7, !happened);
  const Color color = happened ? Color::Text : Color::TextFaint;
  sketch.label(rest.cut_left(std::min(kPoint, rest.w / 2), 8), step.text.point,
               {.style = TextStyle::CodeSmall, .color = color});
  const float beside = is_maker ? sketch.text_width(TextStyle::Small, "made it so") + 2 : 0;
  if (is_maker && beside < rest.w / 2) {
    sketch.label(rest.cut_right(beside, 8), "made it so",
                 {.style = TextStyle::Small, .color = Color::TextDim, .align = Align::Right});
  }
  sketch.label(rest, values_text(step.text), {.style = TextStyle::CodeSmall, .color = color});
  sketch.hit(place_of(step, row));
}

}  // namespace

float current_access_y(const Moment& moment) {
  float y = 0;
  float current = 0;
  if (!moment.notes.word) return 0;
  for (const StepRow& row : moment.notes.word->accesses) {
    if (row.index < moment.position) current = y;
    y += kAccessRowHeight;
  }
  return current;
}

Picture accesses_picture(const Run& run, const Moment& moment, float width,
                         const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  if (!moment.notes.word) {
    sketch.reach(sketch.paragraph({0, 0}, width,
                                  "Click a cell of the map: every read and write of it will stand here. "
                                  "W goes to its next write, Shift W to the last one.",
                                  {.style = TextStyle::Small, .color = Color::TextDim}));
    return sketch.take();
  }
  if (moment.notes.word->accesses.empty()) {
    const std::string text = hides_what_comes(run, moment)
                                 ? "What comes is told once you have answered."
                                 : "No step of this run touches " + moment.notes.word->name + ".";
    sketch.reach(sketch.paragraph({0, 0}, width, text,
                                  {.style = TextStyle::Small, .color = Color::TextDim}));
    return sketch.take();
  }
  Rect rest{0, 0, width, 1'000'000};
  for (const StepRow& step : moment.notes.word->accesses)
    draw_row(sketch, rest.cut_top(kAccessRowHeight), run, moment, step);
  return sketch.take();
}

}  // namespace hmaplab::pictures
