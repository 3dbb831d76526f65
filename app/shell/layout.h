// Layout: which panel stands where, for a window of a size in units. Plain arithmetic: three forms,
// chosen by the room there is. Panels that find no room of their own become tabs; nothing overlaps
// and nothing is cut off.
//
//   wide      lesson │ map │ now          compact   lesson source   │ map           tiny   all as
//   tabs
//             source │     │ goroutines             now output      │ goroutines
//             timeline     │ output                 timeline
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "app/pictures/geometry.h"

namespace hmaplab::shell {

enum class Panel : uint8_t {
  Lesson,
  Source,
  Map,
  Now,
  Goroutines,
  Timeline,
  Steps,
  Output,
  Locks,
  Heap,
  Census,
  Accesses,
  Compare,
  Stores
};
inline constexpr Panel kLastPanel = Panel::Stores;

std::string_view name(Panel panel);  // "Goroutines"
// By the first word of its name, in any case: "goroutines", "channels"; nothing for anything else.
std::optional<Panel> panel_named(std::string_view text);

struct LayoutSlot {
  pictures::Rect place;
  std::vector<Panel> panels;  // the first is shown until another is chosen
};

struct Layout {
  pictures::Rect toolbar;
  std::vector<LayoutSlot> slots;
};

// Which panels there are that not every run has.
enum class StoreBuffers : uint8_t { None, Shown };

// For a room: no toolbar, few panels, what the beat speaks of large.
Layout layout_presenting(float width, float height, StoreBuffers buffers);

Layout layout_for(float width, float height, StoreBuffers buffers = StoreBuffers::None);
// Where one panel stands right above another, and both alone: it takes from the other what it needs to be
// so high, as far as that keeps `least`.
void give_room(Layout& layout, Panel upper, Panel lower, float height, float least);

// Of a picture on a sheet, where nobody can click: no toolbar, the lesson beside whatever the moment is
// about, no tabs that matter.
Layout layout_for_paper(float width, float height, StoreBuffers buffers = StoreBuffers::None);

}  // namespace hmaplab::shell
