#include "app/pictures/speaker_picture.h"

#include <fmt/core.h>

#include "app/pictures/lesson_picture.h"
#include "app/pictures/narration.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

std::string clock_text(double seconds) {
  const auto whole = static_cast<uint64_t>(seconds < 0 ? 0 : seconds);
  if (whole >= 3600)
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

Picture speaker_picture(const Run& run, const Moment& moment, double seconds, float width,
                        const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  const Rect head{0, 0, width, 30};
  sketch.label(head, clock_text(seconds), {.style = TextStyle::Title, .align = Align::Right});
  Rect left = head;
  left.cut_right(90);
  sketch.label(left, sketch.told(run.title),
               {.style = TextStyle::Title, .wording = Wording::AsItIs});
  float y = 36;
  sketch.label({0, y, width, 20}, beat_text(run, moment),
               {.style = TextStyle::Small, .color = Color::TextDim});
  y += 28;
  if (moment.beat) {
    const BeatMark& beat = run.beats[*moment.beat];
    y += sketch.paragraph({0, y}, width, sketch.told(beat.title),
                          {.style = TextStyle::Strong, .wording = Wording::AsItIs}) + 6;
    y += draw_narration(sketch, {0, y}, width,
                        beat.notes.empty() ? measure.said("No notes for this beat.")
                                           : sketch.told(beat.notes)) + 16;
  }
  const size_t next = moment.beat ? *moment.beat + 1 : 0;
  if (next < run.beats.size()) {
    y += sketch.paragraph({0, y}, width, "Next: " + sketch.told(run.beats[next].title),
                          {.style = TextStyle::Small, .color = Color::TextDim}) + 6;
  }
  if (moment.asked) {
    const QuestionMark& question = run.questions[moment.asked->question];
    y += sketch.paragraph({0, y}, width, sketch.told(question.ask),
                          {.style = TextStyle::Strong, .wording = Wording::AsItIs}) + 4;
    if (question.is_prediction() && question.right < question.choices.size())
      y += sketch.paragraph({0, y}, width, "Answer: " + question.choices[question.right],
                            {.style = TextStyle::Body});
  }
  sketch.reach(y);
  return sketch.take();
}

}  // namespace hmaplab::pictures
