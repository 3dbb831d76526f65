// Picture: plain boxes, lines, labels, badges and places to click, in units, with colours by
// meaning. A picture is computed whole and painted later, by ImGui in the window or by whoever else
// can paint rectangles; it knows neither.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/look/colors.h"
#include "app/look/text_style.h"
#include "app/pictures/command.h"
#include "app/pictures/geometry.h"

namespace hmaplab::pictures {

enum class Align : uint8_t { Left, Center, Right };

struct Box {
  Rect rect;
  look::Color fill = look::Color::None;
  look::Color border = look::Color::None;
  float round = 0;
  float line = 1;     // width of the border
  float opacity = 1;  // of the fill
  bool dashed = false;
};

// One line of text, in the middle of the height of its place. It was cut to fit when it was made.
struct Label {
  Rect rect;
  std::string text;
  look::TextStyle style = look::TextStyle::Body;
  look::Color color = look::Color::Text;
  Align align = Align::Left;
  bool struck = false;  // crossed out: what never happens
};

struct Stroke {
  Point from;
  Point to;
  look::Color color = look::Color::PanelBorder;
  float width = 1;
  bool dashed = false;
};

// A goroutine's round badge with its number.
struct Badge {
  Point center;
  float radius = 9;
  std::string text;
  look::Color color = look::Color::Goroutine1;
  bool hollow = false;  // it is done, or cannot move
};

enum class Shape : uint8_t {
  First,    // |◀
  Back,     // ◀
  Forward,  // ▶
  Last,     // ▶|
  Play,
  Pause,
  Cross,
  ArrowDown,
  Triangle,  // points down, marks a place on a line below
  Dot,
  Ring,
  Moon,
  Sun,
};

struct Icon {
  Rect rect;
  Shape shape = Shape::Dot;
  look::Color color = look::Color::Text;
};

// A place that tells something when the mouse rests on it, and does something when it is clicked.
// What a place speaks of: the mouse on one place marks the others that speak of the same.
struct About {
  memory::Address address{};  // Nil: of no bytes
  uint32_t line = 0;          // of the program; 0: of none
  uint64_t position = 0;      // behind a step; 0: of none

  // Bytes are the same bytes; a line is a line, or what was done there.
  bool is_same(const About& other) const {
    if (position != 0 && position == other.position) return true;
    if (address != memory::Address::Nil && address == other.address) return true;
    return line != 0 && line == other.line && (is_line() || other.is_line());
  }
  friend bool operator==(const About&, const About&) = default;
  bool is_line() const { return line != 0 && address == memory::Address::Nil && position == 0; }
};

struct Hit {
  Rect rect;
  Command command;      // None: it only tells
  std::string tooltip;  // empty: it only does
  float round = 4;
  Command other;  // of the other mouse button
  About about{};  // what its command does not tell

  // With what its command tells: the bytes that it selects, the step that it leads to.
  About what() const;
};

using Item = std::variant<Box, Label, Stroke, Badge, Icon, Hit>;

struct Picture {
  std::vector<Item> items;
  float width = 0;
  float height = 0;
  std::optional<Rect> focus;  // what must be in view when the picture is higher than its place
};

// Adds a picture to another, so much farther down.
void append(Picture& to, Picture part, float down);
// The place that an item takes.
Rect bounds(const Item& item);

}  // namespace hmaplab::pictures
