#include "app/pictures/toolbar_picture.h"

#include <fmt/core.h>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;
using session::Grain;

namespace {

constexpr float kButton = 30;
constexpr float kHeight = 28;
constexpr float kGap = 16;
constexpr float kRoomy = 900;  // from this width on everything has its long form

class Bar {
 public:
  Bar(Sketch& sketch, const Run& run, const Moment& moment, Rect place)
      : sketch_(sketch), run_(run), moment_(moment), rest_(place), roomy_(place.w >= kRoomy) {}

  void draw(const ToolbarState& state) {
    draw_right(state);
    draw_position();
    draw_transport();
    draw_grain();
    draw_title();
    draw_beats();
    draw_chapter();
  }

 private:
  Rect centered(const Rect& part) const {
    return {part.x, part.center().y - kHeight / 2, part.w, kHeight};
  }

  void button(const Rect& place, Shape shape, const Command& command, const char* tooltip) {
    const Rect box = centered(place);
    sketch_.card(box, Color::Raised, Color::PanelBorder);
    sketch_.icon({box.center().x - 6, box.center().y - 6, 12, 12}, shape, Color::Text);
    sketch_.hit(box, command, tooltip);
  }

  void draw_right(const ToolbarState& state) {
    const Rect help = centered(rest_.cut_right(kButton, 4));
    sketch_.card(help, Color::Raised, Color::PanelBorder);
    sketch_.label(help, "?", {.style = TextStyle::Strong, .align = Align::Center});
    sketch_.hit(help, {.kind = Command::Kind::ShowHelp}, "all keys");
    button(rest_.cut_right(kButton, 4),
           state.theme == look::ThemeName::Dark ? Shape::Moon : Shape::Sun,
           {.kind = Command::Kind::SwitchTheme}, "dark, light, projector (T)");
    if (roomy_ && state.scale_percent != 100) {
      const Rect size = centered(rest_.cut_right(48, 4));
      sketch_.label(size, fmt::format("{} %", state.scale_percent),
                    {.style = TextStyle::Small, .color = Color::TextDim, .align = Align::Center});
      sketch_.hit(size, {.kind = Command::Kind::NormalSize}, "back to 100 % (Ctrl 0)");
    }
  }

  void draw_position() {
    rest_.cut_right(kGap - 4);
    const auto text = [this](uint32_t position) {
      return roomy_ ? fmt::format("step {} of {}", position, run_.length())
                    : fmt::format("{} / {}", position, run_.length());
    };
    const float width =
        sketch_.text_width(TextStyle::Code, text(run_.length()), Wording::Said) + 2;
    sketch_.label(rest_.cut_right(width, kGap), text(moment_.position),
                  {.style = TextStyle::Code,
                   .color = Color::TextDim,
                   .align = Align::Right,
                   .wording = Wording::Said});
  }

  void draw_transport() {
    const float count = roomy_ ? 5 : 3;
    Rect group = rest_.cut_right(count * kButton + (count - 1) * 4, kGap);
    if (roomy_)
      button(group.cut_left(kButton, 4), Shape::First, {.kind = Command::Kind::First},
             "to the beginning (Home)");
    button(group.cut_left(kButton, 4), Shape::Back, {.kind = Command::Kind::Back},
           "a step back (Left)");
    button(group.cut_left(kButton, 4), moment_.playing ? Shape::Pause : Shape::Play,
           {.kind = Command::Kind::PlayOrPause}, "play or pause (Space)");
    button(group.cut_left(kButton, 4), Shape::Forward, {.kind = Command::Kind::Forward},
           "a step forward (Right)");
    if (roomy_)
      button(group.cut_left(kButton, 4), Shape::Last, {.kind = Command::Kind::Last},
             "to the end (End)");
  }

  void draw_grain() {
    struct Choice {
      Grain grain;
      const char* name;
      const char* tooltip;
    };
    const Choice choices[] = {
        {Grain::Line, "Line", "a press goes to the next source line (Up, Down)"},
        {Grain::Operation, roomy_ ? "Operation" : "Op.",
         "a press completes an operation (Up, Down)"},
        {Grain::Access, roomy_ ? "Access" : "Acc.", "a press makes one memory access (Up, Down)"}};
    float width = 4;
    for (const Choice& choice : choices)
      width += sketch_.text_width(TextStyle::Heading, choice.name) + 20;
    if (width > rest_.w) return;  // the arrow keys do it too
    Rect group = centered(rest_.cut_right(width, kGap));
    sketch_.card(group, Color::Sunken, Color::PanelBorder, kHeight / 2);
    group = group.grown(-2);
    for (const Choice& choice : choices) {
      const bool chosen = choice.grain == moment_.grain;
      const Rect place = group.cut_left(sketch_.text_width(TextStyle::Heading, choice.name) + 20);
      if (chosen)
        sketch_.box({.rect = place,
                     .fill = Color::AccentSoft,
                     .border = Color::Accent,
                     .round = place.h / 2});
      sketch_.label(place, choice.name,
                    {.style = chosen ? TextStyle::Heading : TextStyle::Small,
                     .color = chosen ? Color::Text : Color::TextDim,
                     .align = Align::Center});
      sketch_.hit(place, {.kind = Command::Kind::SetGrain, .grain = choice.grain}, choice.tooltip,
                  place.h / 2);
    }
  }

  void draw_title() {
    const auto wide = [this](TextStyle style) {
      return sketch_.text_width(style, sketch_.told(run_.title), Wording::AsItIs) + 2;
    };
    const TextStyle style =
        wide(TextStyle::Title) <= rest_.w ? TextStyle::Title : TextStyle::Strong;
    sketch_.label(rest_.cut_left(std::min(wide(style), rest_.w), kGap), sketch_.told(run_.title),
                  {.style = style, .wording = Wording::AsItIs});
  }

  // A dash for each beat; the ones that have come are lit.
  void draw_beats() {
    constexpr float kDash = 20;
    const float width = static_cast<float>(run_.beats.size()) * (kDash + 3);
    if (run_.beats.empty() || width > rest_.w) return;
    Rect group = rest_.cut_left(width, kGap);
    for (size_t beat = 0; beat < run_.beats.size(); ++beat) {
      const Rect place = centered(group.cut_left(kDash, 3));
      const bool come = moment_.beat && beat <= *moment_.beat;
      const bool current = moment_.beat && beat == *moment_.beat;
      const float height = current ? 7 : 5;
      sketch_.box({.rect = {place.x, place.center().y - height / 2, place.w, height},
                   .fill = come ? Color::Accent : Color::RaisedBorder,
                   .round = height / 2});
      sketch_.hit(place, {.kind = Command::Kind::Beat, .number = beat},
                  fmt::format("beat {}: {}", beat + 1, sketch_.told(run_.beats[beat].title)));
    }
  }

  void draw_chapter() {
    if (!moment_.notes.said.empty()) {
      sketch_.label(rest_, moment_.notes.said, {.style = TextStyle::Small, .color = Color::Text});
      sketch_.hit(rest_, {}, moment_.notes.said);
      return;
    }
    if (run_.chapter.empty() || sketch_.text_width(TextStyle::Small, sketch_.told(run_.chapter), Wording::AsItIs) > rest_.w)
      return;
    sketch_.label(rest_, sketch_.told(run_.chapter),
                  {.style = TextStyle::Small, .color = Color::TextDim, .wording = Wording::AsItIs});
  }

  Sketch& sketch_;
  const Run& run_;
  const Moment& moment_;
  Rect rest_;
  bool roomy_;
};

}  // namespace

Picture toolbar_picture(const Run& run, const Moment& moment, const ToolbarState& state, Rect place,
                        const look::TextMeasure& measure) {
  Sketch sketch(measure, place.w);
  Bar(sketch, run, moment, {0, 0, place.w, place.h}).draw(state);
  sketch.reach(place.h);
  return sketch.take();
}

}  // namespace hmaplab::pictures
