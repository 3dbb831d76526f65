#include "app/pictures/census_controls.h"

#include <algorithm>
#include <vector>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kHeight = 24;
constexpr float kGap = 8;
constexpr float kSide = 8;  // of a choice, to either side of its word

struct Choice {
  std::string word;
  Command command;
  bool chosen = false;
  std::string tooltip;
};

struct Group {
  std::string name;
  std::vector<Choice> choices;
  bool heeded = true;  // else it has no meaning with the other choices
};

Command choice(Command::Kind kind, uint64_t number) { return {.kind = kind, .number = number}; }

Group modes(const CensusChoices& chosen) {
  using explore::Mode;
  constexpr auto kKind = Command::Kind::CensusMode;
  return {.name = "",
          .choices = {{.word = "census",
                       .command = choice(kKind, 0),
                       .chosen = chosen.mode == Mode::Census,
                       .tooltip = "counts every interleaving, and leaves nothing out"},
                      {.word = "proof",
                       .command = choice(kKind, 1),
                       .chosen = chosen.mode == Mode::Proof,
                       .tooltip = "finds the same outcomes without numbers, and sooner"}}};
}

Group points(const CensusChoices& chosen) {
  using explore::Points;
  constexpr auto kKind = Command::Kind::CensusPoints;
  return {
      .name = "at every",
      .choices = {{.word = "access",
                   .command = choice(kKind, 0),
                   .chosen = chosen.points == Points::Access,
                   .tooltip = "others may come between any two accesses to what they can reach"},
                  {.word = "operation",
                   .command = choice(kKind, 1),
                   .chosen = chosen.points == Points::Operation,
                   .tooltip = "nobody comes between inside of a map operation"},
                  {.word = "sync",
                   .command = choice(kKind, 2),
                   .chosen = chosen.points == Points::Sync,
                   .tooltip = "only at synchronisation, output, creation and end: proves "
                              "something only without races"}}};
}

Group bounds(const CensusChoices& chosen) {
  constexpr auto kKind = Command::Kind::CensusBound;
  Group group{.name = "preemptions",
              .choices = {{.word = "any",
                           .command = choice(kKind, 0),
                           .chosen = chosen.preemptions < 0,
                           .tooltip = "nothing is left out"}},
              .heeded = chosen.mode == explore::Mode::Census};
  for (int most = 0; most <= CensusChoices::kMostPreemptions; ++most) {
    group.choices.push_back({.word = std::to_string(most),
                             .command = choice(kKind, static_cast<uint64_t>(most) + 1),
                             .chosen = chosen.preemptions == most,
                             .tooltip = "at most so many times somebody is left who could go on"});
  }
  return group;
}

Group starts(const CensusChoices& chosen) {
  constexpr auto kKind = Command::Kind::CensusStart;
  return {.name = "from",
          .choices = {{.word = "here",
                       .command = choice(kKind, 0),
                       .chosen = !chosen.from_beginning,
                       .tooltip = "behind the steps made so far"},
                      {.word = "the beginning",
                       .command = choice(kKind, 1),
                       .chosen = chosen.from_beginning,
                       .tooltip = ""}}};
}

// Puts one thing beside the other, and below where there is no room.
class Flow {
 public:
  Flow(float top, float width) : width_(width), y_(top) {}
  Rect place(float width) {
    if (x_ > 0 && x_ + width > width_) {
      x_ = 0;
      y_ += kHeight + 5;
    }
    const Rect rect{x_, y_, std::min(width, width_), kHeight};
    x_ += width + kGap;
    return rect;
  }
  float bottom() const { return y_ + kHeight; }

 private:
  float width_;
  float x_ = 0;
  float y_;
};

float name_width(const Sketch& sketch, const Group& group) {
  return group.name.empty() ? 0 : sketch.text_width(TextStyle::Small, group.name) + 6;
}

float words_width(const Sketch& sketch, const Group& group) {
  float width = 4;
  for (const Choice& choice : group.choices)
    width += sketch.text_width(TextStyle::Heading, choice.word);
  return width;
}

// Where the panel is narrow the words stand closer, and the name may have to go.
void draw_group(Sketch& sketch, Flow& flow, const Group& group) {
  constexpr float kLeastSide = 3;
  const auto sides = 2 * static_cast<float>(group.choices.size());
  const float words = words_width(sketch, group);
  float name = name_width(sketch, group);
  if (name + words + kLeastSide * sides > sketch.width()) name = 0;
  const float side = std::clamp((sketch.width() - name - words) / sides, 0.0F, kSide);
  Rect rest = flow.place(name + words + side * sides);
  if (name > 0) {
    sketch.label(rest.cut_left(name), group.name,
                 {.style = TextStyle::Small, .color = Color::TextDim});
  }
  sketch.card(rest, Color::Sunken, Color::PanelBorder, kHeight / 2);
  rest = rest.grown(-2);
  for (const Choice& choice : group.choices) {
    const Rect place = rest.cut_left(sketch.text_width(TextStyle::Heading, choice.word) + 2 * side);
    const bool lit = choice.chosen && group.heeded;
    if (lit)
      sketch.box({.rect = place,
                  .fill = Color::AccentSoft,
                  .border = Color::Accent,
                  .round = place.h / 2});
    const Color color = lit ? Color::Text : group.heeded ? Color::TextDim : Color::TextFaint;
    sketch.label(place, choice.word,
                 {.style = lit ? TextStyle::Heading : TextStyle::Small,
                  .color = color,
                  .align = Align::Center});
    if (group.heeded) {
      sketch.hit(place, choice.command, choice.tooltip, place.h / 2);
    } else {
      sketch.hit(place, {}, "a proof has no bound", place.h / 2);
    }
  }
}

void draw_button(Sketch& sketch, Flow& flow, bool running, bool again) {
  const std::string word = running ? "Stop" : again ? "Explore again" : "Explore";
  const std::string key = running ? "Shift X" : "X";
  const float key_width = std::max(20.0F, sketch.text_width(TextStyle::Small, key) + 12);
  const float word_width = sketch.text_width(TextStyle::Strong, word) + 2;
  const Rect button = flow.place(word_width + key_width + 26);
  sketch.card(button, running ? Color::DangerSoft : Color::AccentSoft,
              running ? Color::Danger : Color::Accent);
  sketch.label({button.x + 10, button.y, word_width, button.h}, word, {.style = TextStyle::Strong});
  sketch.key_cap({button.right() - key_width - 6, button.y + 2}, key);
  sketch.hit(
      button, {.kind = running ? Command::Kind::StopExploring : Command::Kind::Explore},
      running ? "what was found so far is kept" : "what all schedules do, from the cursor on");
}

}  // namespace

float draw_census_controls(Sketch& sketch, float top, const Census& census) {
  Flow flow(top, sketch.width());
  draw_button(sketch, flow, census.phase == Census::Phase::Running, census.has_result());
  draw_group(sketch, flow, modes(census.choices));
  draw_group(sketch, flow, starts(census.choices));
  draw_group(sketch, flow, points(census.choices));
  draw_group(sketch, flow, bounds(census.choices));
  return flow.bottom() - top;
}

}  // namespace hmaplab::pictures
