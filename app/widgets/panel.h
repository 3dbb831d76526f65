// A panel: a rounded ground, a heading, what stands beside it, and inside it a picture that scrolls
// when it is too high. Panels are ImGui windows without decoration; that gives scrolling and
// clipping, and nothing else.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/widgets/painter.h"

namespace hmaplab::widgets {

enum class Tone : uint8_t { Plain, Focused, Danger };

struct PanelLook {
  std::string id;  // unique in the window
  std::string heading;
  std::string beside;             // at the right of the heading
  std::string beside_short;       // instead, where that has no room
  pictures::Command beside_does;  // when it is clicked
  std::vector<std::string> tabs;  // instead of the heading, when there are several
  size_t tab = 0;                 // the chosen one
  Tone tone = Tone::Plain;
  bool takes_wheel = false;  // the wheel does not scroll it: see PanelResult
  float row = 0;             // of a picture of rows: only whole ones are shown, and scrolled by
};

// The ImGui window that holds everything, from its making to its end.
class RootWindow {
 public:
  RootWindow();
  ~RootWindow();
  RootWindow(const RootWindow&) = delete;
  RootWindow& operator=(const RootWindow&) = delete;
};

// What the mouse did in a panel.
struct PanelResult {
  pictures::Command command;            // of what was clicked
  std::optional<pictures::Point> drag;  // in units of the picture, while the button is held on it
  float wheel = 0;                      // notches, upwards, turned at `mouse`
  pictures::Point mouse;
};

// The place inside a panel, for laying out its picture.
pictures::Rect panel_inside(const pictures::Rect& place);

// Brings a place of the picture into view: its top, in units, when it is not visible.
struct Reveal {
  float top = 0;
  float height = 0;
  float lead = 0.2F;  // how far from the edge it comes to stand, as a share of what is seen
};

// Draws panel and picture at a place (in units of the window).
PanelResult draw_panel(const Canvas& canvas, const PanelLook& look, const pictures::Rect& place,
                       const pictures::Picture& picture,
                       const std::optional<Reveal>& reveal = std::nullopt);

// The picture alone, without a ground: the toolbar. `id` is by which keys find it.
PanelResult draw_bare(const Canvas& canvas, const pictures::Rect& place,
                      const pictures::Picture& picture, const std::string& id = "");

}  // namespace hmaplab::widgets
