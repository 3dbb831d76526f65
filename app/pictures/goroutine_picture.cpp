#include "app/pictures/goroutine_picture.h"

#include <fmt/core.h>

#include <algorithm>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;
using trace::GoroutineState;

namespace {

constexpr float kGap = 5;
constexpr float kSide = 8;
constexpr float kRow = 17;
constexpr float kTitle = 23;
constexpr float kBottom = 5;
constexpr size_t kFewestRows = 2;  // of a card that has more than there is room for
constexpr float kRecovered = 75;   // the word beside a panic
constexpr float kLeft = 24;        // where the text of a card begins

float card_height(size_t rows) { return kTitle + kBottom + static_cast<float>(rows) * kRow; }

struct Row {
  std::string text;
  std::string beside;
  Color color = Color::TextDim;
  TextStyle style = TextStyle::CodeSmall;
  bool struck = false;
  float indent = 0;
  bool has_name = false;  // the text is a function's name, and may be shortened from the left
  bool is_next = false;   // the text says what the next step does
  std::string prefix;     // before the text
  Command command;        // of a click
  TextStyle beside_style = TextStyle::CodeSmall;
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
  if (moment.at_end(run) && run.length() > 0 && view.state == GoroutineState::Runnable)
    return dead(run, moment) ? "stopped with the process" : "ended with the process";
  if (view.state == GoroutineState::Blocked) {
    const std::string& object = view.wait.object;
    return "waits: " + (object.empty() ? view.waits_for : view.wait.reason + " of " + object);
  }
  if (!view.operation.empty()) return "in " + view.operation;
  return "can move";
}

std::string place_of(const Run& run, const trace::FrameView& frame) {
  if (frame.line == 0) return "native";
  return frame.function.starts_with("main.") ? fmt::format("{}:{}", run.file, frame.line)
                                             : fmt::format("line {}", frame.line);
}

// Of one that is blocked: who holds what it waits for, each with the step to look at, and who could
// let it go on.
void add_waiting(std::vector<Row>& rows, const GoroutineCard& goroutine) {
  for (const trace::HolderView& holder : goroutine.view.wait.holders) {
    Row row{.style = TextStyle::Small};
    row.text = fmt::format("held by {}{}", schedule::name(holder.actor),
                           holder.use == vm::LockUse::Read ? " (reads)" : "");
    row.beside = holder.waits_too ? "waits too" : fmt::format("since step {}", holder.since);
    row.beside_style = TextStyle::Small;
    if (!holder.waits_too) row.command = {.kind = Command::Kind::Seek, .number = holder.since};
    rows.push_back(row);
  }
  const auto& holders = goroutine.view.wait.holders;
  const auto is_named = [&](const trace::HolderView& holder) {
    return goroutine.freeing.find("by " + schedule::name(holder.actor)) != std::string::npos;
  };
  // Mostly who holds it is who can free it.
  if (goroutine.freeing.empty() || std::any_of(holders.begin(), holders.end(), is_named)) return;
  Row row{.style = TextStyle::Small};
  const bool is_hopeless = goroutine.freeing.starts_with("nobody");
  row.text = (is_hopeless ? "" : "until ") + goroutine.freeing;
  if (goroutine.waits_since > 0) {
    row.beside = fmt::format("since step {}", goroutine.waits_since);
    row.beside_style = TextStyle::Small;
    row.command = {.kind = Command::Kind::Seek, .number = goroutine.waits_since};
  }
  rows.push_back(row);
}

// `width` is what a row has.
std::vector<Row> rows_of(const Sketch& sketch, float width, const Run& run, const Moment& moment,
                         const GoroutineCard& goroutine) {
  std::vector<Row> rows;
  const trace::GoroutineView& view = goroutine.view;
  if (view.state == GoroutineState::Finished) return rows;
  if (!goroutine.next.empty() && !dead(run, moment)) {
    rows.push_back({.text = goroutine.next_sentence,
                    .beside = {},
                    .color = Color::Text,
                    .style = TextStyle::Small,
                    .is_next = true,
                    .prefix = "next: "});
  }
  if (goroutine.hides_next)
    rows.push_back({.text = "told once you have answered",
                    .color = Color::TextFaint,
                    .style = TextStyle::Small,
                    .is_next = true,
                    .prefix = "next: "});
  add_waiting(rows, goroutine);
  for (const trace::PanicView& panic : view.panics) {
    const float beside = panic.recovered ? kRecovered : 0;
    for (const std::string& line :
         wrapped(sketch.measure(), TextStyle::CodeSmall, "panic: " + panic.text, width - beside)) {
      rows.push_back({.text = line, .beside = {}, .color = Color::DangerText});
    }
    if (panic.recovered) rows.back().beside = "recovered";
  }
  for (const trace::FrameView& frame : view.frames) {
    rows.push_back({.text = frame.function,
                    .beside = place_of(run, frame),
                    .color = &frame == &view.frames.front() ? Color::Text : Color::TextDim,
                    .has_name = true,
                    .prefix = {}});
    for (const trace::DeferView& deferred : frame.defers) {
      const bool lost = defers_are_lost(run, moment);
      rows.push_back({.text = deferred.call,
                      .beside = lost ? "never runs" : "",
                      .color = Color::CodeKeyword,
                      .struck = lost,
                      .indent = 10,
                      .has_name = true,
                      .prefix = "defer ",
                      .beside_style = TextStyle::Small});
    }
  }
  return rows;
}

// A function's name in as little of its package as the width asks for: "sync.(*WaitGroup).Done()",
// "(*WaitGroup).Done()", "Done()".
std::string fitting_name(const Sketch& sketch, const Row& row, float width) {
  std::string_view name = row.text;
  const auto fits = [&] {
    return sketch.text_width(row.style, row.prefix + std::string(name)) <= width;
  };
  const size_t arguments = std::min(name.find('(', name.find(").") + 1), name.size());
  while (!fits()) {
    const size_t path = name.substr(0, arguments).find('/');
    const size_t cut = path != std::string_view::npos ? path : name.find('.');
    const size_t removed = row.text.size() - name.size();
    if (cut == std::string_view::npos || removed + cut >= arguments) break;
    name.remove_prefix(cut + 1);
  }
  return std::string(fits() ? name : std::string_view(row.text));
}

// With its prefix where there is room, else without, else in smaller letters.
void draw_next(Sketch& sketch, const Rect& place, const Row& row) {
  const auto fits = [&](TextStyle style, const std::string& text) {
    return sketch.text_width(style, text) <= place.w;
  };
  const std::string whole = row.prefix + row.text;
  const std::string text = fits(TextStyle::Small, whole) ? whole : "→ " + row.text;
  const TextStyle style = fits(TextStyle::Small, text) ? TextStyle::Small : TextStyle::Tiny;
  sketch.label(place, text, {.style = style, .color = row.color});
}

void draw_row(Sketch& sketch, Rect place, const Row& row) {
  const Rect line = place;
  place.cut_left(row.indent);
  if (!row.beside.empty()) {
    const float width = std::min(
        sketch.text_width(row.beside_style, row.beside, Wording::Said) + 1, place.w / 2);
    sketch.label(place.cut_right(width, 7), row.beside,
                 {.style = row.beside_style,
                  .color = Color::TextFaint,
                  .align = Align::Right,
                  .wording = Wording::Said});
  }
  if (row.is_next) return draw_next(sketch, place, row);
  const std::string whole = row.prefix + row.text;
  const std::string text = row.has_name ? row.prefix + fitting_name(sketch, row, place.w) : whole;
  const float width = sketch.label(
      place, text, {.style = row.style, .color = row.color, .struck = row.struck});
  if (row.command) sketch.hit(line, row.command, "to that step");
  const bool is_cut = sketch.text_width(row.style, text) > width + 1;
  if (text != whole || is_cut) sketch.hit(place, {}, whole);
}

void draw_key(Sketch& sketch, Rect& title, const GoroutineCard& goroutine) {
  if (!goroutine.enabled || goroutine.person.badge.size() != 1) return;
  const Rect place = title.cut_right(24, 6);
  sketch.key_cap({place.x + 2, place.y + 3}, goroutine.person.badge, Color::Text);
  sketch.hit(place, {.kind = Command::Kind::Choose, .actor = goroutine.person.actor}, "");
}

// A word at the right: freezes or thaws.
void draw_freeze(Sketch& sketch, Rect& title, const GoroutineCard& goroutine) {
  constexpr float kFewestForTheState = 90;
  if (!goroutine.enabled && !goroutine.is_held) return;
  const char* word = goroutine.is_held ? "frozen" : "freeze";
  const float width = sketch.text_width(TextStyle::Tiny, word) + 10;
  if (title.w - width < kFewestForTheState) return;
  Rect place = title.cut_right(width, 4);
  place = {place.x, place.center().y - 8, place.w, 16};
  if (goroutine.is_held)
    sketch.box({.rect = place, .fill = Color::AccentSoft, .border = Color::Accent, .round = 8});
  sketch.label(place, word,
               {.style = TextStyle::Tiny,
                .color = goroutine.is_held ? Color::Text : Color::TextFaint,
                .align = Align::Center});
  constexpr uint64_t kStarved = 20;
  Hit hit{.rect = place, .command = use(Tool::Freeze, goroutine.person.actor)};
  hit.round = 8;
  hit.tooltip = goroutine.is_held ? "let it move again"
                                  : "moves only when it is chosen\nright button: not for 20 steps";
  hit.other = use(Tool::Starve, goroutine.person.actor);
  hit.other.number = kStarved;
  sketch.hit(hit);
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
    const std::string& next = goroutine.next;
    sketch.hit(card, {.kind = Command::Kind::Choose, .actor = goroutine.person.actor},
               fmt::format("let {} move next{}{}", goroutine.person.name, next.empty() ? "" : ": ",
                           next));
  }
  Rect inside{card.x + kSide, card.y + 2, card.w - 2 * kSide, card.h - 4};
  Rect title = inside.cut_top(kTitle);
  sketch.badge({title.x + 9, title.center().y}, goroutine.person, 9,
               finished || goroutine.view.state == GoroutineState::Blocked);
  title.cut_left(kLeft);
  draw_key(sketch, title, goroutine);
  draw_freeze(sketch, title, goroutine);
  sketch.label(title, state_text(run, moment, goroutine),
               {.style = TextStyle::Heading, .color = finished ? Color::TextFaint : Color::Text});
  inside.cut_left(kLeft);
  const std::vector<Row> rows = rows_of(sketch, inside.w, run, moment, goroutine);
  const auto fitting = static_cast<size_t>(inside.h / kRow + 0.01F);
  for (size_t i = 0; i < rows.size() && i < fitting; ++i) {
    if (i + 1 == fitting && rows.size() > fitting) {
      std::string rest;
      for (size_t j = i; j < rows.size(); ++j)
        rest += (j == i ? "" : "\n") + rows[j].prefix + rows[j].text + "  " + rows[j].beside;
      const Rect place = inside.cut_top(kRow);
      sketch.label(place, fmt::format("+ {} more", rows.size() - i),
                   {.style = TextStyle::Small, .color = Color::TextFaint});
      sketch.hit(place, {}, rest);
      break;
    }
    draw_row(sketch, inside.cut_top(kRow), rows[i]);
  }
}

float height_of(const std::vector<size_t>& rows) {
  float height = 2;
  for (const size_t count : rows) height += card_height(count) + kGap;
  return height - kGap;
}

// Of each card. Where there is room for all goroutines of the run at their highest, each has that
// height from the beginning; else each has the rows that it needs, and when that is too much, the
// highest cards say that there is more.
std::vector<size_t> rows_of_cards(const Sketch& sketch, const Run& run, const Moment& moment,
                                  float height) {
  std::vector<size_t> most;
  for (const Lane& lane : run.lanes) {
    if (schedule::is_goroutine(lane.person.actor)) most.push_back(lane.most_rows);
  }
  const bool reserves = height_of(most) <= height;
  std::vector<size_t> rows;
  for (const GoroutineCard& goroutine : moment.goroutines) {
    const Lane* lane = run.lane(goroutine.person.actor);
    const float width = sketch.width() - 2 - 2 * kSide - kLeft;
    const size_t now = rows_of(sketch, width, run, moment, goroutine).size();
    rows.push_back(reserves && lane != nullptr ? std::max(now, lane->most_rows) : now);
  }
  while (!rows.empty() && height_of(rows) > height) {
    size_t& highest = *std::max_element(rows.begin(), rows.end());
    if (highest <= kFewestRows) break;
    --highest;
  }
  return rows;
}

}  // namespace

Picture goroutine_picture(const Run& run, const Moment& moment, Rect place,
                          const look::TextMeasure& measure) {
  Sketch sketch(measure, place.w);
  const std::vector<size_t> rows = rows_of_cards(sketch, run, moment, place.h);
  Rect rest{1, 1, place.w - 2, 1'000'000};  // room for a thick border
  for (size_t i = 0; i < rows.size(); ++i)
    draw_card(sketch, rest.cut_top(card_height(rows[i]), kGap), run, moment, moment.goroutines[i]);
  return sketch.take();
}

}  // namespace hmaplab::pictures
