#include "app/pictures/opened_line.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/pictures/moment_of.h"
#include "app/pictures/source_picture.h"
#include "app/pictures/steps_picture.h"
#include "core/session/line_points.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr size_t kMostPoints = 40;  // that are shown

std::string value_text(const trace::StepText& text) {
  if (!text.new_value.empty()) return fmt::format("{} → {}", text.old_value, text.new_value);
  return text.old_value.empty() ? "" : "= " + text.old_value;
}

std::string tooltip_of(const StepRow& point) {
  const trace::StepText& text = point.text;
  std::string tooltip = fmt::format("step {}: {}", point.index + 1, text.point);
  if (!text.field.empty()) tooltip += "  " + text.field;
  const std::string value = value_text(text);
  if (!value.empty()) tooltip += "  " + value;
  return tooltip;
}

class PointRows {
 public:
  PointRows(Sketch& sketch, const Rect& place, const OpenedLine& opened, Focus focus)
      : sketch_(sketch), rest_(place), top_(place.y), opened_(opened), focus_(focus) {}

  float draw() {
    draw_head();
    draw_more(opened_.before, "before");
    for (size_t i = 0; i < opened_.points.size(); ++i)
      draw_point(opened_.points[i], opened_.before + i);
    draw_more(opened_.behind, "to come");
    const float bottom = rest_.y;
    sketch_.stroke({.from = {rest_.x + 3.5F, top_ + 1},
                    .to = {rest_.x + 3.5F, bottom - 2},
                    .color = Color::PanelBorder});
    return bottom - top_;
  }

 private:
  Rect row() {
    Rect row = rest_;
    row.h = kCodeLineHeight;
    rest_.y += kCodeLineHeight;
    row.cut_left(10);
    return row;
  }

  void draw_head() {
    Rect line = row();
    sketch_.badge({line.x + 7, line.center().y}, opened_.person, 6);
    line.cut_left(18);
    sketch_.label(line,
                  fmt::format("{} of {} points made", opened_.made, opened_.total()),
                  {.style = TextStyle::Small, .color = Color::TextDim});
  }

  void draw_more(size_t count, const char* where) {
    if (count == 0) return;
    Rect line = row();
    line.cut_left(18);
    sketch_.label(line, fmt::format("… {} more {}", count, where),
                  {.style = TextStyle::Small, .color = Color::TextFaint});
  }

  void draw_point(const StepRow& point, size_t number) {
    const auto sentence = wrapped(sketch_.measure(), TextStyle::Small, point.text.sentence, rest_.w - 29);
    Rect line = row();
    line.h *= static_cast<float>(sentence.size());
    rest_.y = line.bottom();
    const bool is_made = number < opened_.made;
    const bool is_next = number == opened_.made;
    if (is_next) sketch_.box({.rect = line, .fill = Color::AccentSoft, .round = 3});
    if (is_next && focus_ == Focus::NextPoint) sketch_.focus(line);
    const Rect mark{line.x + 4, line.y + kCodeLineHeight / 2 - 3, 6, 6};
    sketch_.icon(mark, is_made ? Shape::Dot : is_next ? Shape::Play : Shape::Ring,
                 is_next ? Color::Accent : is_made ? opened_.person.color : Color::TextFaint);
    Rect text = line;
    text.cut_left(18);
    const Color color = is_next ? Color::Text : is_made ? Color::TextDim : Color::TextFaint;
    for (const std::string& part : sentence)
      sketch_.label(text.cut_top(kCodeLineHeight), part, {.style = TextStyle::Small, .color = color});
    sketch_.hit(place_of(point, line, tooltip_of(point)));
  }

  Sketch& sketch_;
  Rect rest_;
  float top_;
  const OpenedLine& opened_;
  Focus focus_;
};

}  // namespace

float draw_opened_line(Sketch& sketch, const Rect& place, const OpenedLine& opened, Focus focus) {
  return PointRows(sketch, place, opened, focus).draw();
}

std::optional<OpenedLine> opened_line(const session::Session& session, const Run& run,
                                      uint32_t line) {
  const auto execution = session::line_execution(session.timeline(session.branch()), line, session.position());
  if (!execution) return std::nullopt;
  const Person* person = run.person(execution->actor);
  OpenedLine opened{.line = line,
                    .person = person != nullptr ? *person : person_of(execution->actor, 0),
                    .points = {},
                    .made = execution->made_at(session.position())};
  const size_t total = execution->steps.size();
  const size_t most_before = total > kMostPoints ? total - kMostPoints : 0;
  opened.before = std::min(opened.made - std::min(opened.made, kMostPoints / 2), most_before);
  const size_t end = std::min(total, opened.before + kMostPoints);
  opened.behind = total - end;
  for (size_t i = opened.before; i < end; ++i)
    opened.points.push_back(step_row(session, execution->steps[i]));
  return opened;
}

}  // namespace hmaplab::pictures
