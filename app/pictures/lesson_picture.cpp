#include "app/pictures/lesson_picture.h"

#include <fmt/core.h>

#include "app/pictures/asking.h"
#include "app/pictures/narration.h"
#include "app/pictures/question_picture.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

void draw_free_program(Sketch& sketch) {
  sketch.label({0, 2, sketch.width(), 24}, "Your program", {.style = TextStyle::Strong});
  const std::string text = sketch.measure().said(
      "Right makes a step, Left takes it back. **1** to **9** let that goroutine move next: the "
      "rest of the run is then played anew.");
  draw_narration(sketch, {0, 30}, sketch.width(), text);
}

// The title of a beat may be the answer.
void draw_next(Sketch& sketch, float y, const Run& run, const Moment& moment, size_t next) {
  Rect line{0, y, sketch.width(), 22};
  const float cap = sketch.key_cap({line.x, line.y + 1}, "PgDn");
  Rect rest = line;
  rest.cut_left(cap + 8);
  const bool hides = hides_what_comes(run, moment);
  sketch.label(rest, hides ? "on without an answer" : sketch.told(run.beats[next].title),
               {.style = TextStyle::Small,
                .color = Color::TextDim,
                .wording = hides ? Wording::Said : Wording::AsItIs});
  sketch.hit(line, {.kind = Command::Kind::NextBeat}, "");
}

bool is_at_beat(const Run& run, const Moment& moment) {
  return moment.beat && run.beats[*moment.beat].position == moment.position;
}

}  // namespace

std::string beat_text(const Run& run, const Moment& moment) {
  if (run.beats.empty()) return "";
  return fmt::format("beat {} of {}", moment.beat ? *moment.beat + 1 : 0, run.beats.size());
}

Picture lesson_picture(const Run& run, const Moment& moment, float width,
                       const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  if (run.beats.empty()) {
    draw_free_program(sketch);
    return sketch.take();
  }
  float y = 2;
  const size_t next = moment.beat ? *moment.beat + 1 : 0;
  const bool only_asks = moment.asked && !is_at_beat(run, moment);
  if (only_asks) y += draw_question(sketch, y, run, moment) + 6;
  if (moment.beat) {
    const BeatMark& beat = run.beats[*moment.beat];
    y += sketch.paragraph({0, y}, width, sketch.told(beat.title),
                          {.style = TextStyle::Strong, .wording = Wording::AsItIs}) + 5;
    y += draw_narration(sketch, {0, y}, width, sketch.told(beat.text)) + 12;
  }
  if (!only_asks) y += draw_question(sketch, y, run, moment);
  if (next < run.beats.size()) draw_next(sketch, y, run, moment, next);
  return sketch.take();
}

}  // namespace hmaplab::pictures
