#include "app/pictures/source_picture.h"

#include <fmt/core.h>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kNumberWidth = 26;
constexpr float kBadgesWidth = 38;
constexpr TextStyle kCode = TextStyle::Code;

std::vector<const GoroutineCard*> goroutines_on(const Moment& moment, uint32_t line) {
  std::vector<const GoroutineCard*> there;
  for (const GoroutineCard& goroutine : moment.goroutines) {
    const auto& view = goroutine.view;
    if (view.state == trace::GoroutineState::Finished) continue;
    if (goroutine.line == line) there.push_back(&goroutine);
  }
  return there;
}

// Two badges fit side by side; more lie one upon the other, and the tooltip names them all.
void draw_badges(Sketch& sketch, const Rect& place,
                 const std::vector<const GoroutineCard*>& goroutines) {
  if (goroutines.empty()) return;
  const float step = goroutines.size() <= 2 ? 18 : 20 / static_cast<float>(goroutines.size() - 1);
  std::string names;
  for (size_t i = 0; i < goroutines.size(); ++i) {
    const Point center{place.x + 9 + static_cast<float>(i) * step, place.center().y};
    sketch.badge(center, goroutines[i]->person, 8,
                 goroutines[i]->view.state == trace::GoroutineState::Blocked);
    names += (names.empty() ? "" : ", ") + goroutines[i]->person.name;
  }
  sketch.hit(place, {}, names + (goroutines.size() == 1 ? " stands here" : " stand here"));
}

bool is_culprit_line(const Run& run, const Moment& moment, uint32_t line) {
  if (!moment.at_end(run) || run.ending.kind == trace::EndingKind::Fine) return false;
  for (const trace::Culprit& culprit : run.ending.culprits) {
    if (culprit.line == line) return true;
  }
  return false;
}

void draw_ground(Sketch& sketch, const Rect& row, const Run& run, const Moment& moment,
                 uint32_t line) {
  if (is_culprit_line(run, moment, line)) {
    sketch.box({.rect = row, .fill = Color::DangerSoft, .round = 3});
    sketch.box({.rect = {row.x, row.y + 2, 3, row.h - 4}, .fill = Color::Danger, .round = 1.5F});
  } else if (line == line_in_focus(run, moment)) {
    sketch.box({.rect = row, .fill = Color::AccentSoft, .round = 3});
    sketch.box({.rect = {row.x, row.y + 2, 3, row.h - 4}, .fill = Color::Accent, .round = 1.5F});
  }
}

void draw_code(Sketch& sketch, Rect place, const CodeLine& line) {
  std::string whole;
  for (const CodeSpan& span : line) whole += span.text;
  if (sketch.text_width(kCode, whole) <= place.w) {
    for (const CodeSpan& span : line) {
      const float width = sketch.text_width(kCode, span.text);
      sketch.label({place.x, place.y, width + 1, place.h}, span.text,
                   {.style = kCode, .color = span.color});
      place.cut_left(width);
    }
    return;
  }
  Rect dots = place.cut_right(10);
  for (const CodeSpan& span : line) {
    if (place.w < 4) break;
    const float width = sketch.text_width(kCode, span.text);
    sketch.label({place.x, place.y, place.w, place.h}, span.text,
                 {.style = kCode, .color = span.color});
    if (width > place.w) {
      dots.w = 0;  // the span was cut and says so itself
      break;
    }
    place.cut_left(width);
  }
  sketch.label(dots, "…", {.style = kCode, .color = Color::TextFaint});
  sketch.hit({dots.x - 200, dots.y, 210, dots.h}, {}, whole);
}

}  // namespace

uint32_t line_in_focus(const Run& run, const Moment& moment) {
  const StepRow* last = nullptr;  // that was made on a line of this file
  for (const StepRow& row : moment.rows) {
    if (row.index < moment.position && row.line != 0) last = &row;
  }
  uint32_t line = last != nullptr ? last->line : 0;
  if (line == 0 && !moment.goroutines.empty()) line = moment.goroutines.front().line;
  return line <= run.code.size() ? line : 0;
}

Picture source_picture(const Run& run, const Moment& moment, float width,
                       const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  Rect rest{0, 0, width, 1'000'000};
  for (uint32_t line = 1; line <= run.code.size(); ++line) {
    Rect row = rest.cut_top(kCodeLineHeight);
    draw_ground(sketch, row, run, moment, line);
    sketch.label(row.cut_left(kNumberWidth, 5), std::to_string(line),
                 {.style = TextStyle::Small, .color = Color::TextFaint, .align = Align::Right});
    draw_badges(sketch, row.cut_left(kBadgesWidth, 4), goroutines_on(moment, line));
    draw_code(sketch, row, run.code[line - 1]);
  }
  sketch.reach(rest.y);
  return sketch.take();
}

}  // namespace hmaplab::pictures
