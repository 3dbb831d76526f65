#include "app/pictures/dialog_pictures.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/pictures/choice_list.h"
#include "app/pictures/field_sketch.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;
using schedule::PolicyKind;

namespace {

constexpr float kKind = 58;  // the word in front of a choice

const char* word_of(OpenChoice::Kind kind) {
  switch (kind) {
    case OpenChoice::Kind::Recent:
      return "recent";
    case OpenChoice::Kind::Lesson:
      return "lesson";
    case OpenChoice::Kind::Folder:
      return "folder";
    case OpenChoice::Kind::File:
      return "file";
  }
  return "";
}

void draw_choice(Sketch& sketch, Rect row, const OpenChoice& choice, bool is_chosen) {
  sketch.label(row.cut_left(kKind), word_of(choice.kind),
               {.style = TextStyle::Small, .color = Color::TextFaint});
  const float width = sketch.text_width(TextStyle::Code, choice.text);
  sketch.label(row.cut_left(std::min(width + 1, row.w), 14), choice.text,
               {.style = TextStyle::Code, .color = is_chosen ? Color::Text : Color::TextDim});
  if (row.w > 40)
    sketch.label(row, choice.beside,
                 {.style = TextStyle::Small,
                  .color = Color::TextFaint,
                  .align = Align::Right,
                  .wording = Wording::AsItIs});
}

// In a card, over as many lines as it takes; gives the height.
float draw_verdict(Sketch& sketch, Point at, float width, const std::string& text, Color ground,
                   Color mark, Color letters) {
  const float line = look::style_info(TextStyle::Small).line_height;
  const auto lines = wrapped(sketch.measure(), TextStyle::Small, text, width - 20);
  const float height = static_cast<float>(lines.size()) * line + 8;
  sketch.box({.rect = {at.x, at.y, width, height}, .fill = ground, .round = 4});
  sketch.box({.rect = {at.x, at.y, 3, height}, .fill = mark, .round = 1.5F});
  sketch.paragraph({at.x + 10, at.y + 4}, width - 20, text,
                   {.style = TextStyle::Small, .color = letters});
  return height;
}

// Words in a row, the chosen one lit.
float draw_chip(Sketch& sketch, Point at, const std::string& text, bool is_chosen,
                const Command& command) {
  const float width = sketch.text_width(TextStyle::Small, text) + 18;
  const Rect place{at.x, at.y, width, 24};
  sketch.box({.rect = place,
              .fill = is_chosen ? Color::AccentSoft : Color::Raised,
              .border = is_chosen ? Color::Accent : Color::PanelBorder,
              .round = 12});
  sketch.label(place, text,
               {.style = TextStyle::Small,
                .color = is_chosen ? Color::Text : Color::TextDim,
                .align = Align::Center});
  sketch.hit(place, command, "", 12);
  return width;
}

float draw_policies(Sketch& sketch, float y, const ScheduleBox& box) {
  constexpr PolicyKind kPolicies[] = {PolicyKind::RunToBlock, PolicyKind::RoundRobin,
                                      PolicyKind::Random, PolicyKind::Adversarial};
  sketch.label({0, y, sketch.width(), 24}, "and behind it",
               {.style = TextStyle::Small, .color = Color::TextDim});
  float x = sketch.text_width(TextStyle::Small, "and behind it") + 12;
  const auto chip = [&](const std::string& text, bool is_chosen, const Command& command) {
    if (x + sketch.text_width(TextStyle::Small, text) + 18 > sketch.width()) {
      x = 0;
      y += 28;
    }
    x += draw_chip(sketch, {x, y}, text, is_chosen, command) + 6;
  };
  for (const PolicyKind policy : kPolicies)
    chip(policy_text(policy), policy == box.policy,
         at_desk(DeskTool::TakePolicy, static_cast<uint64_t>(policy)));
  if (draws_at_random(box.policy))
    chip(fmt::format("seed {}", box.seed), false, at_desk(DeskTool::TakeSeed));
  return y + 24;
}

// What Enter does, for the mouse. At the right end of its row.
float draw_accept(Sketch& sketch, float y, const ScheduleBox& box) {
  const bool can = box.state != ScheduleBox::State::Wrong;
  const float width = sketch.text_width(TextStyle::Strong, "Make a branch") + 28;
  const Rect place{sketch.width() - width, y, width, 28};
  sketch.card(place, can ? Color::AccentSoft : Color::Raised,
              can ? Color::Accent : Color::PanelBorder);
  sketch.label(place, "Make a branch",
               {.style = TextStyle::Strong,
                .color = can ? Color::Text : Color::TextFaint,
                .align = Align::Center});
  if (can) sketch.hit(place, at_desk(DeskTool::TakeSchedule), "Enter");
  return place.h;
}

}  // namespace

const char* policy_text(PolicyKind policy) {
  switch (policy) {
    case PolicyKind::RunToBlock:
      return "run to block";
    case PolicyKind::RoundRobin:
      return "round robin";
    case PolicyKind::Random:
      return "random";
    case PolicyKind::Adversarial:
      return "adversarial";
  }
  return "";
}

bool draws_at_random(PolicyKind policy) {
  return policy == PolicyKind::Random || policy == PolicyKind::Adversarial;
}

Picture open_picture(const OpenBox& box, float width, float height,
                     const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  float y = draw_field(sketch, {0, 0, width, 0}, box.field,
                       {.most_rows = 3, .empty_text = "a Go file, or a lesson"}) + 8;
  if (box.opening) {
    sketch.label({0, y, width, 20}, "opening …", {.style = TextStyle::Small, .color = Color::TextDim});
    y += 24;
  } else if (!box.message.empty()) {
    y += draw_verdict(sketch, {0, y}, width, box.message, Color::DangerSoft, Color::Danger,
                      Color::DangerText) + 8;
  }
  draw_choices(
      sketch, {box.choices.size(), box.chosen, "nothing here begins like that"}, y, height,
      [&](Rect row, size_t i, bool is_chosen) { draw_choice(sketch, row, box.choices[i], is_chosen); },
      [](size_t i) { return at_desk(DeskTool::TakeChoice, i); });
  sketch.reach(height);
  return sketch.take();
}

Picture schedule_picture(const ScheduleBox& box, float width, float height,
                         const look::TextMeasure& measure) {
  using State = ScheduleBox::State;
  Sketch sketch(measure, width);
  const float free = height - 170;
  const auto rows = static_cast<size_t>(std::clamp(free / 20, 1.0F, 12.0F));
  float y = draw_field(sketch, {0, 0, width, 0}, box.field,
                       {.most_rows = rows,
                        .wrong_begin = box.begin,
                        .wrong_end = box.end,
                        .empty_text = "g1*12 g2>mapassign/set_writing g3!"}) + 8;
  const bool is_bad = box.state == State::Wrong;
  const bool differs = box.state == State::Differs;
  y += draw_verdict(sketch, {0, y}, width, box.verdict.empty() ? "checking" : box.verdict,
                    is_bad ? Color::DangerSoft : differs ? Color::WarningSoft : Color::OkSoft,
                    is_bad ? Color::Danger : differs ? Color::Warning : Color::Ok,
                    is_bad ? Color::DangerText : Color::Text) + 10;
  y = draw_policies(sketch, y, box) + 8;
  y += sketch.paragraph({0, y + 2}, width,
                        "g3 one step · g1*12 twelve · g2! until it blocks · g2>NAME up to that point · "
                        "g3/1 a select takes its case 1 · clock, gc, finalizer",
                        {.style = TextStyle::Small, .color = Color::TextDim}) + 10;
  y += draw_accept(sketch, y, box);
  sketch.reach(y);
  return sketch.take();
}

}  // namespace hmaplab::pictures
