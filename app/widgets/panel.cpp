#include "app/widgets/panel.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/look/metrics.h"
#include "app/pictures/sketch.h"
#include "app/widgets/tooltip.h"

namespace hmaplab::widgets {

using look::Color;
using look::TextStyle;
using pictures::Command;
using pictures::Picture;
using pictures::Point;
using pictures::Rect;

namespace metrics = look::metrics;

namespace {

constexpr ImGuiWindowFlags kPlain =
    ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoCollapse |
    ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoBringToFrontOnFocus;

void draw_beside(pictures::Sketch& sketch, const PanelLook& look, Rect line) {
  const auto fits = [&](const std::string& text) {
    return sketch.text_width(TextStyle::Small, text) <= line.w;
  };
  const std::string& text =
      fits(look.beside) || look.beside_short.empty() ? look.beside : look.beside_short;
  if (look.tabs.size() > 1 && !fits(text)) return;
  const float width = sketch.label(
      line, text,
      {.style = TextStyle::Small, .color = Color::TextDim, .align = pictures::Align::Right});
  if (look.beside_does) sketch.hit(line.cut_right(width).grown(3), look.beside_does);
}

// The ground and the heading as a picture of their own.
Picture frame_picture(const Canvas& canvas, const PanelLook& look, const Rect& place) {
  pictures::Sketch sketch(canvas.measure(), place.w);
  const Color border = look.tone == Tone::Danger    ? Color::Danger
                       : look.tone == Tone::Focused ? Color::Accent
                                                    : Color::PanelBorder;
  sketch.box({.rect = {0, 0, place.w, place.h},
              .fill = look.tone == Tone::Danger ? Color::DangerSoft : Color::Panel,
              .border = border,
              .round = metrics::kPanelRound,
              .line = look.tone == Tone::Plain ? 1.0F : 1.5F});
  Rect line{metrics::kPadding, 3, place.w - 2 * metrics::kPadding, metrics::kHeadingHeight - 3};
  if (look.tabs.size() < 2) {
    const float width =
        sketch.label(line, look.heading, {.style = TextStyle::Heading, .color = Color::TextDim});
    line.cut_left(width + 12);
  }
  float tab_gap = 14;
  if (look.tabs.size() > 1) {
    float total = 0;
    for (const std::string& tab : look.tabs)
      total += sketch.text_width(TextStyle::Heading, tab) + 2;
    tab_gap = std::clamp((line.w - total) / static_cast<float>(look.tabs.size() - 1), 4.0F, 14.0F);
  }
  for (size_t i = 0; look.tabs.size() > 1 && i < look.tabs.size(); ++i) {
    const float width = std::min(line.w, sketch.text_width(TextStyle::Heading, look.tabs[i]) + 2);
    const Rect tab = line.cut_left(width, tab_gap);
    const bool chosen = i == look.tab;
    sketch.label(tab, look.tabs[i],
                 {.style = TextStyle::Heading, .color = chosen ? Color::Text : Color::TextFaint});
    if (chosen)
      sketch.box({.rect = {tab.x, tab.bottom() - 4, tab.w, 2}, .fill = Color::Accent, .round = 1});
    sketch.hit(tab.grown(3), {.kind = Command::Kind::ShowTab, .number = i}, "");
  }
  draw_beside(sketch, look, line);
  return sketch.take();
}

// Places that speak of the same bytes, line or step.
void mark_the_same(const Canvas& canvas, Painter& painter, const Picture& picture) {
  if (canvas.hover == nullptr) return;
  for (const pictures::Item& item : picture.items) {
    const auto* hit = std::get_if<pictures::Hit>(&item);
    if (hit != nullptr && hit->what().is_same(canvas.hover->shown)) painter.highlight(*hit);
  }
}

// Tells and does what the mouse is on, in the current ImGui window.
PanelResult handle_mouse(const Canvas& canvas, Painter& painter, const Picture& picture,
                         Point origin, bool hovered) {
  PanelResult result;
  if (!hovered) return result;
  const ImVec2 mouse = ImGui::GetMousePos();
  const Painter::Under under = painter.under(picture, {mouse.x, mouse.y});
  if (canvas.hover != nullptr) canvas.hover->found = under.what;
  if (under.command != nullptr) {
    if (under.command->command.kind != Command::Kind::Seek) painter.highlight(*under.command);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) result.command = under.command->command;
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Right)) result.command = under.command->other;
  }
  if (under.tooltip != nullptr) draw_tooltip(canvas, under.tooltip->tooltip);
  result.mouse = {(mouse.x - origin.x) / canvas.scale, (mouse.y - origin.y) / canvas.scale};
  result.wheel = ImGui::GetIO().MouseWheel;
  if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) result.drag = result.mouse;
  return result;
}

void reveal_part(const Reveal& part, float scale) {
  const float top = part.top * scale;
  const float bottom = top + part.height * scale;
  const float seen = ImGui::GetScrollY();
  const float height = ImGui::GetWindowHeight();
  if (top < seen) {
    ImGui::SetScrollY(std::max(0.0F, top - height * part.lead));
  } else if (bottom > seen + height) {
    ImGui::SetScrollY(bottom - height * (1 - part.lead));
  }
}

enum class Scrolls : uint8_t { No, Yes };

// The places that can be clicked, as one reads: row by row.
std::vector<const pictures::Hit*> places_of(const Picture& picture) {
  constexpr float kRow = 12;
  std::vector<const pictures::Hit*> places;
  for (const pictures::Item& item : picture.items) {
    const auto* hit = std::get_if<pictures::Hit>(&item);
    if (hit != nullptr && hit->command) places.push_back(hit);
  }
  const auto place = [](const pictures::Hit* hit) {
    return std::pair(std::floor(hit->rect.center().y / kRow), hit->rect.x);
  };
  std::stable_sort(places.begin(), places.end(),
                   [&](const auto* one, const auto* other) { return place(one) < place(other); });
  return places;
}

// The place that keys are on gets a ring and comes into view; when it was pressed, its command is given.
Command answer_keys(const Canvas& canvas, const std::string& id, Painter& painter,
                    const Picture& picture, Scrolls scrolls) {
  Focus* focus = canvas.focus;
  if (focus == nullptr || focus->panel.empty() || focus->panel != id) return {};
  Command pressed;
  for (const pictures::Hit* hit : places_of(picture)) {
    if (focus->places++ != focus->place) continue;
    painter.ring(*hit);
    if (scrolls == Scrolls::Yes)
      reveal_part({.top = hit->rect.y, .height = hit->rect.h}, canvas.scale);
    if (std::exchange(focus->pressed, false)) pressed = hit->command;
  }
  return pressed;
}

// Paints on the window that is current, and answers mouse and keys there.
PanelResult draw_here(const Canvas& canvas, const std::string& id, const Picture& picture,
                      Point origin, Scrolls scrolls) {
  Painter painter(*ImGui::GetWindowDrawList(), canvas, origin);
  painter.paint(picture);
  mark_the_same(canvas, painter, picture);
  const Command pressed = answer_keys(canvas, id, painter, picture, scrolls);
  PanelResult result = handle_mouse(canvas, painter, picture, origin, ImGui::IsWindowHovered());
  if (pressed) result.command = pressed;
  return result;
}

// ImGui draws the scrollbar; on the page it is a bar of the same place.
void note_scrollbar(const Canvas& canvas, const Rect& place, const Picture& picture,
                    float scrolled) {
  if (canvas.page == nullptr || picture.height <= place.h + 1) return;
  constexpr float kWidth = 7;
  const float times = place.h / picture.height;
  const Rect bar{place.right() + metrics::kPadding - 3 - kWidth,
                 place.y + scrolled / canvas.scale * times, kWidth, place.h * times};
  Picture drawn;
  drawn.items.push_back(pictures::Box{
      .rect = bar, .fill = Color::TextFaint, .round = kWidth / 2, .opacity = 0.35F});
  canvas.page->pictures.push_back({.picture = std::move(drawn), .origin = {}, .clip = bar});
}

PanelResult draw_scrolling(const Canvas& canvas, const PanelLook& look, const Rect& place,
                           const Picture& picture, const std::optional<Reveal>& reveal) {
  const float row = look.row;
  const float scale = canvas.scale;
  ImGui::SetCursorScreenPos(ImVec2(place.x * scale, place.y * scale));
  ImGui::SetNextWindowContentSize(
      ImVec2(picture.width * scale, std::floor(picture.height * scale)));
  // A little wider than the picture: the scrollbar stands in the padding of the panel.
  const ImVec2 size((place.w + metrics::kPadding - 3) * scale, std::floor(place.h * scale));
  ImGui::BeginChild(look.id.c_str(), size, false,
                    look.takes_wheel ? kPlain | ImGuiWindowFlags_NoScrollWithMouse : kPlain);
  if (reveal) reveal_part(*reveal, scale);
  float scrolled = ImGui::GetScrollY();
  if (row > 0) scrolled = std::round(scrolled / (row * scale)) * row * scale;
  const Point origin{place.x * scale, place.y * scale - scrolled};
  const PanelResult result = draw_here(canvas, look.id, picture, origin, Scrolls::Yes);
  ImGui::EndChild();
  note_scrollbar(canvas, place, picture, scrolled);
  return result;
}

}  // namespace

Rect panel_inside(const Rect& place) {
  return {place.x + metrics::kPadding, place.y + metrics::kHeadingHeight,
          place.w - 2 * metrics::kPadding,
          place.h - metrics::kHeadingHeight - metrics::kPadding + 4};
}

RootWindow::RootWindow() {
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin("root", nullptr,
               kPlain | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
}

RootWindow::~RootWindow() {
  ImGui::End();
  ImGui::PopStyleVar(2);
}

PanelResult draw_panel(const Canvas& canvas, const PanelLook& look, const Rect& place,
                       const Picture& picture, const std::optional<Reveal>& reveal) {
  const PanelResult framed = draw_bare(canvas, place, frame_picture(canvas, look, place), look.id);
  Rect content = panel_inside(place);
  if (look.row > 0 && picture.height > content.h)
    content.h = std::floor(content.h / look.row) * look.row;
  PanelResult inside = draw_scrolling(canvas, look, content, picture, reveal);
  if (!inside.command) inside.command = framed.command;
  return inside;
}

PanelResult draw_bare(const Canvas& canvas, const Rect& place, const Picture& picture,
                      const std::string& id) {
  return draw_here(canvas, id, picture, {place.x * canvas.scale, place.y * canvas.scale},
                   Scrolls::No);
}

}  // namespace hmaplab::widgets
