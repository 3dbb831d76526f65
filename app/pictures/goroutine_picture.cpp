#include "app/pictures/goroutine_picture.h"

#include <fmt/core.h>

#include <cmath>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;
using trace::GoroutineState;

namespace {

constexpr float kGap = 6;
constexpr float kRow = 17;
constexpr float kTitle = 23;
constexpr float kFewestRows = 3;
constexpr float kMostRows = 5;

struct Row {
  std::string text;
  std::string beside;
  Color color = Color::TextDim;
  TextStyle style = TextStyle::CodeSmall;
  bool struck = false;
  float indent = 0;
};

bool dead(const Run& run, const Moment& moment) {
  return moment.at_end(run) && run.ending.kind != trace::EndingKind::Fine;
}

// No deferred call runs any more when the runtime throws.
bool defers_are_lost(const Run& run, const Moment& moment) {
  return dead(run, moment) && (run.ending.kind == trace::EndingKind::Fatal ||
                               run.ending.kind == trace::EndingKind::Throw);
}

std::string state_text(const Run& run, const Moment& moment, const GoroutineCard& goroutine) {
  const trace::GoroutineView& view = goroutine.view;
  if (view.state == GoroutineState::Finished) return "finished";
  if (dead(run, moment) && view.state == GoroutineState::Runnable)
    return "stopped with the process";
  if (view.state == GoroutineState::Blocked) return "waits: " + view.waits_for;
  if (!view.operation.empty()) return "in " + view.operation;
  return "can move";
}

std::string place_of(const Run& run, const trace::FrameView& frame) {
  if (frame.line == 0) return "native";
  return frame.function.starts_with("main.") ? fmt::format("{}:{}", run.file, frame.line)
                                             : fmt::format("line {}", frame.line);
}

std::vector<Row> rows_of(const Run& run, const Moment& moment, const GoroutineCard& goroutine) {
  std::vector<Row> rows;
  const trace::GoroutineView& view = goroutine.view;
  if (view.state == GoroutineState::Finished) return rows;
  if (!goroutine.next.empty() && !dead(run, moment)) {
    rows.push_back({.text = "next: " + goroutine.next_sentence,
                    .beside = {},
                    .color = Color::Text,
                    .style = TextStyle::Small});
  }
  for (const trace::PanicView& panic : view.panics) {
    rows.push_back({.text = "panic: " + panic.text,
                    .beside = panic.recovered ? "recovered" : "",
                    .color = Color::DangerText});
  }
  for (const trace::FrameView& frame : view.frames) {
    rows.push_back({.text = frame.function,
                    .beside = place_of(run, frame),
                    .color = rows.size() <= 1 ? Color::Text : Color::TextDim});
    for (const trace::DeferView& deferred : frame.defers) {
      const bool lost = defers_are_lost(run, moment);
      rows.push_back({.text = "defer " + deferred.call,
                      .beside = lost ? "never runs" : "",
                      .color = Color::CodeKeyword,
                      .struck = lost,
                      .indent = 12});
    }
  }
  return rows;
}

void draw_row(Sketch& sketch, Rect place, const Row& row) {
  place.cut_left(row.indent);
  if (!row.beside.empty()) {
    const float width = std::min(sketch.text_width(TextStyle::CodeSmall, row.beside), place.w / 2);
    sketch.label(place.cut_right(width, 8), row.beside,
                 {.style = TextStyle::CodeSmall, .color = Color::TextFaint, .align = Align::Right});
  }
  sketch.label(place, row.text, {.style = row.style, .color = row.color, .struck = row.struck});
}

void draw_key(Sketch& sketch, Rect& title, const GoroutineCard& goroutine) {
  if (!goroutine.enabled || goroutine.person.badge.size() != 1) return;
  const Rect place = title.cut_right(24, 6);
  sketch.key_cap({place.x + 2, place.y + 3}, goroutine.person.badge, Color::Text);
  sketch.hit(place, {.kind = Command::Kind::Choose, .actor = goroutine.person.actor}, "");
}

void draw_card(Sketch& sketch, const Rect& card, const Run& run, const Moment& moment,
               const GoroutineCard& goroutine) {
  const bool moved =
      moment.touched ? moment.touched->person.actor == goroutine.person.actor : false;
  const bool finished = goroutine.view.state == GoroutineState::Finished;
  sketch.box({.rect = card,
              .fill = finished ? Color::None : Color::Raised,
              .border = moved ? goroutine.person.color : Color::PanelBorder,
              .round = look::metrics::kCardRound,
              .line = moved ? 1.5F : 1,
              .opacity = 0.6F,
              .dashed = finished});
  if (goroutine.enabled) {
    sketch.hit(card, {.kind = Command::Kind::Choose, .actor = goroutine.person.actor},
               fmt::format("let {} move next: {}", goroutine.person.name, goroutine.next));
  }
  Rect inside{card.x + 8, card.y + 2, card.w - 16, card.h - 4};
  Rect title = inside.cut_top(kTitle);
  sketch.badge({title.x + 10, title.center().y}, goroutine.person, 9,
               finished || goroutine.view.state == GoroutineState::Blocked);
  title.cut_left(28);
  draw_key(sketch, title, goroutine);
  sketch.label(title, state_text(run, moment, goroutine),
               {.style = TextStyle::Heading, .color = finished ? Color::TextFaint : Color::Text});
  inside.cut_left(28);
  const std::vector<Row> rows = rows_of(run, moment, goroutine);
  const auto fitting = static_cast<size_t>(inside.h / kRow + 0.01F);
  for (size_t i = 0; i < rows.size() && i < fitting; ++i) {
    if (i + 1 == fitting && rows.size() > fitting) {
      std::string rest;
      for (size_t j = i; j < rows.size(); ++j)
        rest += (j == i ? "" : "\n") + rows[j].text + "  " + rows[j].beside;
      const Rect place = inside.cut_top(kRow);
      sketch.label(place, fmt::format("+ {} more", rows.size() - i),
                   {.style = TextStyle::Small, .color = Color::TextFaint});
      sketch.hit(place, {}, rest);
      break;
    }
    draw_row(sketch, inside.cut_top(kRow), rows[i]);
  }
}

}  // namespace

Picture goroutine_picture(const Run& run, const Moment& moment, Rect place,
                          const look::TextMeasure& measure) {
  Sketch sketch(measure, place.w);
  const auto count = static_cast<float>(std::max<size_t>(1, moment.goroutines.size()));
  const float share = (place.h - kGap * (count - 1)) / count;
  const float rows = std::clamp(std::floor((share - kTitle - 5) / kRow), kFewestRows, kMostRows);
  Rect rest{0, 0, place.w, 1'000'000};
  for (const GoroutineCard& goroutine : moment.goroutines) {
    draw_card(sketch, rest.cut_top(kTitle + 5 + rows * kRow, kGap), run, moment, goroutine);
  }
  return sketch.take();
}

}  // namespace hmaplab::pictures
