#include "app/pictures/census_picture.h"

#include <fmt/format.h>

#include "app/pictures/census_controls.h"
#include "core/explore/report.h"

namespace hmaplab::pictures {

using explore::OutcomeKind;
using look::Color;
using look::TextStyle;

namespace {

constexpr float kBar = 22;
constexpr float kCaption = 17;
constexpr float kThinnest = 4;     // of a segment: rare outcomes must be seen, too
constexpr float kRoomyFrom = 430;  // from this width on a row has its numbers beside each other
constexpr float kLeft = 30;        // of the text of a row, behind its letter

Color color_of(OutcomeKind kind) {
  switch (kind) {
    case OutcomeKind::Ok:
      return Color::Ok;
    case OutcomeKind::Panic:
    case OutcomeKind::Fatal:
      return Color::Danger;
    case OutcomeKind::Deadlock:
      return Color::CodeKeyword;
    case OutcomeKind::Wrong:
      return Color::Warning;
    case OutcomeKind::Limit:
      return Color::TextFaint;
  }
  return Color::TextFaint;
}

// What a letter stands on; light enough for it in every theme.
void draw_ground(Sketch& sketch, const Rect& rect, OutcomeKind kind) {
  const Color color = color_of(kind);
  sketch.box({.rect = rect, .fill = color, .round = 3, .opacity = 0.4F});
  sketch.box({.rect = rect, .border = color, .round = 3, .line = 1.5F});
}

Command open_outcome(size_t index) { return {.kind = Command::Kind::ShowOutcome, .number = index}; }

// How wide each segment is: at least so wide that it can be seen, where there is any.
std::vector<float> segment_widths(const std::vector<double>& portions, float width) {
  std::vector<float> widths;
  float taken = 0;
  float elastic = 0;
  for (const double portion : portions) {
    const float wanted = static_cast<float>(portion) * width;
    widths.push_back(portion > 0 ? std::max(kThinnest, wanted) : 0);
    taken += widths.back();
    if (wanted > kThinnest) elastic += wanted - kThinnest;
  }
  const float over = taken - width;
  for (float& segment : widths) {
    if (over > 0 && segment > kThinnest && elastic > 0)
      segment -= over * (segment - kThinnest) / elastic;
  }
  return widths;
}

void draw_segment(Sketch& sketch, const Rect& rect, const Census& census, size_t index,
                  const std::string& tooltip) {
  const CensusOutcome& outcome = census.outcomes[index];
  const Rect inner{rect.x, rect.y, std::max(2.0F, rect.w - 1.5F), rect.h};
  draw_ground(sketch, inner, outcome.outcome.kind);
  const std::string letter = outcome_letter(index);
  if (sketch.text_width(TextStyle::Heading, letter) + 4 <= inner.w) {
    sketch.label(inner, letter,
                 {.style = TextStyle::Heading, .color = Color::Text, .align = Align::Center});
  }
  sketch.hit(inner, open_outcome(index), tooltip, 3);
}

// One bar with its caption; gives the height. Segments stand in the order of the rows.
float draw_bar(Sketch& sketch, float y, const Census& census, const std::string& caption,
               std::optional<double> CensusOutcome::*portion) {
  sketch.label({0, y, sketch.width(), kCaption}, caption,
               {.style = TextStyle::Small, .color = Color::TextDim});
  std::vector<double> portions;
  for (const CensusOutcome& outcome : census.outcomes)
    portions.push_back((outcome.*portion).value_or(0));
  Rect rest{0, y + kCaption + 1, sketch.width(), kBar};
  sketch.box({.rect = rest, .fill = Color::Sunken, .round = 3});
  const std::vector<float> widths = segment_widths(portions, rest.w);
  for (size_t i = 0; i < widths.size(); ++i) {
    if (widths[i] <= 0) continue;
    draw_segment(sketch, rest.cut_left(widths[i]), census, i,
                 fmt::format("{}  {}\n{}", outcome_letter(i),
                             outcome_title(census.outcomes[i].outcome), percent_text(portions[i])));
  }
  return kCaption + 1 + kBar + 7;
}

struct Lamp {
  const char* name;
  bool lit;
  const char* tooltip;
};

std::vector<Lamp> lamps_of(const explore::Lamps& lamps) {
  return {{"check", lamps.check, "the runtime noticed"},
          {"race", lamps.race, "two accesses that nothing orders"},
          {"wrong", lamps.wrong, "a map breaks its rules, or the result is wrong"}};
}

constexpr float kBetweenLamps = 9;

float lamp_width(const Sketch& sketch, const Lamp& lamp) {
  return sketch.text_width(TextStyle::Small, lamp.name) + 13;
}

float lamps_width(const Sketch& sketch) {
  float width = -kBetweenLamps;
  for (const Lamp& lamp : lamps_of({})) width += lamp_width(sketch, lamp) + kBetweenLamps;
  return width;
}

// "check", "race", "wrong": lit or not.
void draw_lamps(Sketch& sketch, Rect rest, const explore::Lamps& lamps) {
  for (const Lamp& lamp : lamps_of(lamps)) {
    Rect place = rest.cut_left(lamp_width(sketch, lamp), kBetweenLamps);
    sketch.icon({place.x, place.center().y - 4, 8, 8}, lamp.lit ? Shape::Dot : Shape::Ring,
                lamp.lit ? Color::Warning : Color::TextFaint);
    sketch.hit(place, {}, lamp.tooltip);
    place.cut_left(12);
    sketch.label(place, lamp.name,
                 {.style = TextStyle::Small, .color = lamp.lit ? Color::Text : Color::TextFaint});
  }
}

struct Figure {
  const char* name;
  std::string value;
  const char* tooltip;
};

std::vector<Figure> figures_of(const CensusOutcome& outcome) {
  std::vector<Figure> figures;
  if (!outcome.interleavings.empty()) {
    figures.push_back({"interleavings",
                       fmt::format("{} ({})", explore::grouped(outcome.interleavings),
                                   percent_text(outcome.portion.value_or(0))),
                       "how many complete runs end so: exact"});
  }
  if (outcome.share) {
    figures.push_back({"share", percent_text(*outcome.share),
                       "how probable it is when at each turn everybody who can move is equally "
                       "likely: another thing than the number of interleavings"});
  }
  if (!outcome.witness.empty()) {
    figures.push_back({"fewest switches", std::to_string(outcome.switches),
                       "changes of goroutine while the one before could go on"});
  }
  return figures;
}

// Names faint, values plain, as many in a line as there is room for; gives the height.
float draw_figures(Sketch& sketch, float x, float y, const std::vector<Figure>& figures) {
  constexpr float kLine = 18;
  const float begin = x;
  const float top = y;
  for (const Figure& figure : figures) {
    const float name = sketch.text_width(TextStyle::Small, figure.name) + 6;
    const float value = sketch.text_width(TextStyle::CodeSmall, figure.value) + 1;
    if (x > begin && x + name + value > sketch.width() - 8) {
      x = begin;
      y += kLine;
    }
    const float room = std::max(20.0F, sketch.width() - 8 - x - name);
    sketch.label({x, y, name, kLine}, figure.name,
                 {.style = TextStyle::Small, .color = Color::TextDim});
    sketch.label({x + name, y, std::min(value, room), kLine}, figure.value,
                 {.style = TextStyle::CodeSmall, .color = Color::Text});
    sketch.hit({x, y, name + std::min(value, room), kLine}, {}, figure.tooltip);
    x += name + value + 16;
  }
  return y + kLine - top;
}

// A card for an outcome; gives its height.
float draw_outcome(Sketch& sketch, float y, const Census& census, size_t index) {
  const CensusOutcome& outcome = census.outcomes[index];
  const std::vector<Figure> figures = figures_of(outcome);
  const bool roomy = sketch.width() >= kRoomyFrom;
  // Measured first: the card lies below what stands on it.
  Sketch measured(sketch.measure(), sketch.width());
  const float lower = figures.empty() ? 0 : draw_figures(measured, kLeft, 0, figures);
  const float lamps = roomy ? 0 : 18;
  const float height = 6 + 20 + 18 + lamps + lower + 5;
  const Rect card{0, y, sketch.width(), height};
  sketch.card(card, Color::Raised, Color::PanelBorder);
  if (!outcome.witness.empty()) {
    sketch.hit(card, open_outcome(index),
               "opens a schedule that leads here, as a branch of its own");
  }
  const Rect letter{card.x + 7, card.y + 8, 17, 17};
  draw_ground(sketch, letter, outcome.outcome.kind);
  sketch.label(letter, outcome_letter(index),
               {.style = TextStyle::Heading, .color = Color::Text, .align = Align::Center});
  Rect first{kLeft, y + 6, sketch.width() - kLeft - 8, 20};
  const std::string exit = fmt::format("exit {}", outcome.outcome.exit);
  sketch.label(first.cut_right(sketch.text_width(TextStyle::Small, exit) + 1, 10), exit,
               {.style = TextStyle::Small, .color = Color::TextDim, .align = Align::Right});
  sketch.label(first, outcome_title(outcome.outcome),
               {.style = outcome.outcome.text.empty() ? TextStyle::Strong : TextStyle::CodeBold,
                .color = Color::Text});
  Rect second{kLeft, y + 26, sketch.width() - kLeft - 8, 18};
  const Rect below{kLeft, y + 44, second.w, 18};
  draw_lamps(sketch, roomy ? second.cut_right(lamps_width(sketch), 8) : below,
             outcome.outcome.lamps);
  sketch.label(second, outcome_output(outcome.outcome),
               {.style = TextStyle::CodeSmall, .color = Color::TextDim, .wording = Wording::Said});
  draw_figures(sketch, kLeft, y + 44 + lamps, figures);
  return height;
}

// The proof, or that it fails and how soon; gives the height.
float draw_badge(Sketch& sketch, float y, const Census& census) {
  const std::optional<size_t> failure = census.shortest_failure();
  const bool proved = !failure && census.complete;
  const Color color = failure ? Color::Danger : proved ? Color::Ok : Color::Warning;
  const Color soft = failure ? Color::DangerSoft : proved ? Color::OkSoft : Color::WarningSoft;
  const float width = sketch.width() - 44;
  const auto lines = wrapped(sketch.measure(), TextStyle::Strong, verdict_text(census), width);
  const float height = static_cast<float>(lines.size()) * 20 + 10;
  const Rect badge{0, y, sketch.width(), height};
  sketch.box({.rect = badge, .fill = soft, .border = color, .round = 5, .line = 1.5F});
  const Rect sign{12, y + height / 2 - 7, 14, 14};
  sketch.icon(sign, failure ? Shape::Cross : proved ? Shape::Dot : Shape::Ring, color);
  sketch.paragraph({36, y + 5}, width, verdict_text(census), {.style = TextStyle::Strong});
  if (failure) sketch.hit(badge, open_outcome(*failure), "opens the shortest counter-example");
  return height + 8;
}

float draw_sentences(Sketch& sketch, float y, const std::string& text, Color color) {
  return sketch.paragraph({0, y}, sketch.width(), text,
                          {.style = TextStyle::Small, .color = color});
}

float draw_progress(Sketch& sketch, float y, const Census& census) {
  const char* how = census.phase == Census::Phase::Running   ? "Exploring "
                    : census.complete                        ? "Complete, "
                    : census.phase == Census::Phase::Stopped ? "Stopped, "
                                                             : "Not complete, ";
  const float top = y;
  y += sketch.paragraph({0, y}, sketch.width(), how + asked_text(census),
                        {.style = TextStyle::Strong});
  y += draw_sentences(sketch, y, progress_text(census), Color::TextDim);
  return y - top;
}

void draw_result(Sketch& sketch, float y, const Census& census) {
  y += draw_sentences(sketch, y, left_out_text(census), Color::TextDim) + 6;
  y += draw_badge(sketch, y, census);
  if (!census.outcomes.empty() && census.outcomes.front().portion) {
    y += draw_bar(sketch, y, census, "interleavings: how many complete runs end how",
                  &CensusOutcome::portion);
  }
  if (!census.outcomes.empty() && census.outcomes.front().share) {
    y += draw_bar(sketch, y, census, "share: how probable, when everybody is equally likely",
                  &CensusOutcome::share);
  }
  for (size_t i = 0; i < census.outcomes.size(); ++i) y += draw_outcome(sketch, y, census, i) + 5;
  sketch.reach(y);
}

}  // namespace

Picture census_picture(const Census& census, float width, const look::TextMeasure& measure) {
  using Phase = Census::Phase;
  Sketch sketch(measure, width);
  float y = 4;
  y += draw_census_controls(sketch, y, census) + 10;
  switch (census.phase) {
    case Phase::Never:
      draw_sentences(sketch, y,
                     "One run shows one schedule. Here all of them are played, from the cursor on: "
                     "every outcome, in how many interleavings, and a schedule that leads there. "
                     "It goes on beside you, and can be stopped.",
                     Color::TextDim);
      break;
    case Phase::Failed:
      draw_sentences(sketch, y, census.error, Color::DangerText);
      break;
    case Phase::Running:
      y += draw_progress(sketch, y, census) + 8;
      for (size_t i = 0; i < census.outcomes.size(); ++i)
        y += draw_outcome(sketch, y, census, i) + 5;
      break;
    case Phase::Stopped:
    case Phase::Done:
      y += draw_progress(sketch, y, census);
      draw_result(sketch, y, census);
      break;
  }
  return sketch.take();
}

Picture hidden_census_picture(const Census& census, float width, const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  const float y = 4 + draw_census_controls(sketch, 4, census) + 10;
  draw_sentences(sketch, y, "How the schedules end is told once you have answered.", Color::TextDim);
  return sketch.take();
}

}  // namespace hmaplab::pictures
