#include "app/views/dialog_overlay.h"

#include <imgui.h>

#include <algorithm>

#include "app/pictures/dialog_pictures.h"

namespace hmaplab::views {

using look::Color;
using look::TextStyle;
using pictures::Command;
using pictures::Desk;
using pictures::DeskTool;
using pictures::Dialog;
using pictures::Picture;
using pictures::Rect;

namespace {

constexpr float kPadding = 20;
constexpr float kTitle = 44;

struct Words {
  const char* title;
  const char* keys;
};

Words words_of(Dialog dialog) {
  switch (dialog) {
    case Dialog::None:
      return {"", ""};
    case Dialog::Open:
      return {"Open", "Tab completes · Enter opens · Esc closes"};
    case Dialog::Schedule:
      return {"Who moves", "Enter makes a branch · Esc closes"};
  }
  return {"", ""};
}

Picture picture_of(const Desk& desk, float width, float height, const look::TextMeasure& measure) {
  return desk.dialog == Dialog::Open
             ? pictures::open_picture(desk.open, width, height, measure)
             : pictures::schedule_picture(desk.schedule, width, height, measure);
}

void paint_ground(const widgets::Canvas& canvas, ImDrawList& list, const Rect& window,
                  const Rect& card, const Words& words) {
  pictures::Sketch ground(canvas.measure(), window.w);
  ground.box({.rect = window, .fill = Color::Background, .opacity = 0.6F});
  ground.card(card, Color::Panel, Color::RaisedBorder, 10);
  Rect title{card.x + kPadding, card.y + 12, card.w - 2 * kPadding, 26};
  title.cut_left(ground.label(title, words.title, {.style = TextStyle::Title}) + 16);
  ground.label(title, words.keys,
               {.style = TextStyle::Small, .color = Color::TextDim, .align = pictures::Align::Right});
  widgets::Painter(list, canvas, {0, 0}).paint(ground.take());
}

float width_of(const Rect& window) { return std::min(window.w - 24, 720.0F); }

// A card with a picture over the window. A click beside it is `outside`.
Command draw_card(const widgets::Canvas& canvas, const Rect& window, const Words& words,
                  const Picture& picture, const Command& outside) {
  const float width = width_of(window);
  const float height = std::min(window.h - 16, picture.height + kTitle + kPadding);
  const Rect card{(window.w - width) / 2, std::max(8.0F, (window.h - height) * 0.3F), width, height};
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  paint_ground(canvas, list, window, card, words);
  const pictures::Point origin{(card.x + kPadding) * canvas.scale,
                               (card.y + kTitle) * canvas.scale};
  list.PushClipRect(ImVec2(card.x * canvas.scale, card.y * canvas.scale),
                    ImVec2(card.right() * canvas.scale, card.bottom() * canvas.scale));
  widgets::Painter painter(list, canvas, origin);
  painter.paint(picture);
  const ImVec2 mouse = ImGui::GetMousePos();
  const widgets::Painter::Under under = painter.under(picture, {mouse.x, mouse.y});
  if (under.command != nullptr) painter.highlight(*under.command);
  list.PopClipRect();
  if (!ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return {};
  if (under.command != nullptr) return under.command->command;
  const bool inside =
      card.contains(pictures::Point{mouse.x / canvas.scale, mouse.y / canvas.scale});
  return inside ? Command{} : outside;
}

float room_of(const Rect& window) { return std::min(window.h - 16 - kTitle - kPadding, 400.0F); }

}  // namespace

Command DialogOverlay::draw(const widgets::Canvas& canvas, const Rect& window, const Desk& desk) {
  if (desk.dialog == Dialog::None) return {};
  const Picture picture =
      picture_of(desk, width_of(window) - 2 * kPadding, room_of(window), canvas.measure());
  return draw_card(canvas, window, words_of(desk.dialog), picture,
                   pictures::at_desk(DeskTool::CloseDialog));
}

Command DialogOverlay::draw(const widgets::Canvas& canvas, const Rect& window,
                            const pictures::CommandBox& box) {
  const Picture picture = pictures::palette_picture(box, width_of(window) - 2 * kPadding,
                                                    room_of(window), canvas.measure());
  return draw_card(canvas, window, {"Commands", "Enter takes one · Esc closes"}, picture,
                   {.kind = Command::Kind::Close});
}

}  // namespace hmaplab::views
