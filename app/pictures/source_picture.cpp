#include "app/pictures/source_picture.h"

#include <algorithm>

#include "app/pictures/code_wrap.h"
#include "app/pictures/opened_line.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kBarWidth = 4;  // at the left of the line that is lit
constexpr float kBadgesWidth = 25;
constexpr float kGap = 3;
constexpr float kChevron = 9;
constexpr TextStyle kCode = TextStyle::CodeSmall;

std::vector<const GoroutineCard*> goroutines_on(const Moment& moment, uint32_t line) {
  std::vector<const GoroutineCard*> there;
  for (const GoroutineCard& goroutine : moment.goroutines) {
    const auto& view = goroutine.view;
    if (view.state == trace::GoroutineState::Finished) continue;
    if (goroutine.line == line) there.push_back(&goroutine);
  }
  return there;
}

// One badge has its full size, two stand closer; more lie one upon the other, and the tooltip names
// them all.
void draw_badges(Sketch& sketch, const Rect& place,
                 const std::vector<const GoroutineCard*>& goroutines) {
  if (goroutines.empty()) return;
  const bool one = goroutines.size() == 1;
  const float radius = one ? 7.5F : 6;
  const float step = one ? 0 : (place.w - 2 * radius) / static_cast<float>(goroutines.size() - 1);
  const float left = one ? place.center().x : place.x + radius;
  std::string names;
  for (size_t i = 0; i < goroutines.size(); ++i) {
    const Point center{left + static_cast<float>(i) * step, place.center().y};
    sketch.badge(center, goroutines[i]->person, radius,
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

// A frame around the number; a click on the gutter sets or takes away.
void draw_breakpoint(Sketch& sketch, const Rect& gutter, float number_width, const Moment& moment,
                     uint32_t line) {
  const auto& lines = moment.notes.breakpoint_lines;
  const bool is_set = std::find(lines.begin(), lines.end(), line) != lines.end();
  if (is_set) {
    sketch.box({.rect = {gutter.x + 1, gutter.y + 1, number_width + 1, gutter.h - 2},
                .fill = Color::DangerSoft,
                .border = Color::Danger,
                .round = 4,
                .line = 1.5F});
  }
  Command toggle = use(Tool::Breakpoint);
  toggle.number = line;
  sketch.hit(gutter, toggle, is_set ? "takes the breakpoint away (F9)" : "");
}

// From the top left of the place, over as many rows as the line was broken into.
void draw_code(Sketch& sketch, Rect place, const std::vector<CodeRow>& rows) {
  for (const CodeRow& row : rows) {
    Rect rest = place.cut_top(kCodeLineHeight);
    rest.cut_left(static_cast<float>(row.indent) * sketch.text_width(kCode, " "));
    for (const CodeSpan& span : row.spans) {
      const float width = sketch.text_width(kCode, span.text);
      sketch.label({rest.x, rest.y, width + 1, rest.h}, span.text,
                   {.style = kCode, .color = span.color});
      rest.cut_left(width);
    }
  }
}

const OpenedLine* opened_at(const Moment& moment, uint32_t line) {
  for (const OpenedLine& opened : moment.opened_lines) {
    if (opened.line == line) return &opened;
  }
  return nullptr;
}

void draw_chevron(Sketch& sketch, const Rect& place, const Run& run, uint32_t line, bool is_open) {
  if (!run.has_points(line)) return;
  constexpr float kSize = 7;
  const Rect icon{place.x + 1, place.center().y - kSize / 2, kSize, kSize};
  sketch.icon(icon, is_open ? Shape::Triangle : Shape::Play,
              is_open ? Color::Accent : Color::TextFaint);
  sketch.hit({place.x - 2, place.y, place.w + 4, place.h},
             {.kind = Command::Kind::OpenLine, .number = line},
             is_open ? "hides its points (Enter)" : "the points of this line (Enter)");
}

}  // namespace

namespace {

constexpr float kMostSeen = 10;  // lines that are brought into view together

// Where whoever moved last stands now; 0 when nobody did or it stands nowhere.
uint32_t next_line_of_mover(const Moment& moment) {
  if (!moment.touched) return 0;
  for (const GoroutineCard& goroutine : moment.goroutines) {
    if (goroutine.person.actor == moment.touched->person.actor) return goroutine.line;
  }
  return 0;
}

Rect joined(const Rect& one, const Rect& other) {
  const float top = std::min(one.y, other.y);
  return {one.x, top, one.w, std::max(one.bottom(), other.bottom()) - top};
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
  const uint32_t in_focus = line_in_focus(run, moment);
  const uint32_t next_line = next_line_of_mover(moment);
  Rect seen{};  // both, when they are near each other
  const float number_width =
      kBarWidth + sketch.text_width(TextStyle::Small, run.code.size() < 100 ? "00" : "0000");
  const float code_width = width - number_width - kBadgesWidth - kChevron - 3 * kGap;
  const auto columns = static_cast<size_t>(code_width / sketch.text_width(kCode, " ") + 0.02F);
  for (uint32_t line = 1; line <= run.code.size(); ++line) {
    const std::vector<CodeRow> rows = wrapped_code(run.code[line - 1], columns);
    Rect place = rest.cut_top(kCodeLineHeight * static_cast<float>(rows.size()));
    draw_ground(sketch, place, run, moment, line);
    if (line == in_focus || line == next_line) seen = seen.h == 0 ? place : joined(seen, place);
    if (line == in_focus) sketch.focus(place);
    Rect gutter = place.cut_left(number_width + kGap + kBadgesWidth, kGap);
    Rect chevron = place.cut_left(kChevron, kGap);
    gutter.h = chevron.h = kCodeLineHeight;
    const OpenedLine* opened = opened_at(moment, line);
    draw_chevron(sketch, chevron, run, line, opened != nullptr);
    draw_breakpoint(sketch, gutter, number_width, moment, line);
    sketch.label(gutter.cut_left(number_width, kGap), std::to_string(line),
                 {.style = TextStyle::Small, .color = Color::TextFaint, .align = Align::Right});
    draw_badges(sketch, gutter, goroutines_on(moment, line));
    draw_code(sketch, place, rows);
    sketch.hit({.rect = place, .about = {.line = line}});
    if (opened != nullptr)
      rest.cut_top(draw_opened_line(sketch, {place.x, rest.y, place.w, 0}, *opened,
                                    line == in_focus ? Focus::NextPoint : Focus::Nothing));
  }
  const bool are_near = seen.h <= kMostSeen * kCodeLineHeight;
  if (are_near && opened_at(moment, in_focus) == nullptr && seen.h > 0) sketch.focus(seen);
  sketch.reach(rest.y);
  return sketch.take();
}

}  // namespace hmaplab::pictures
