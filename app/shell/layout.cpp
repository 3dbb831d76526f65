#include "app/shell/layout.h"

#include <algorithm>
#include <cctype>

#include "app/look/metrics.h"

namespace hmaplab::shell {

using pictures::Rect;

namespace metrics = look::metrics;

namespace {

constexpr float kWideFrom = 960;
constexpr float kWideFromHeight = 520;
constexpr float kCompactFrom = 560;
constexpr float kCompactFromHeight = 320;

Layout wide(Rect window) {
  constexpr float kGap = metrics::kGap;
  Layout layout{.toolbar = window.cut_top(metrics::kToolbarHeight), .slots = {}};
  Rect body{window.x, window.y, window.w, window.h - metrics::kMargin};
  Rect right = body.cut_right(std::clamp(window.w * 0.265F, 270.0F, 460.0F), kGap);
  const float bottom_height = std::clamp(body.h * 0.205F, 128.0F, 250.0F);
  const Rect timeline = body.cut_bottom(bottom_height, kGap);
  const Rect output = right.cut_bottom(bottom_height, kGap);
  Rect left = body.cut_left(std::clamp(window.w * 0.308F, 290.0F, 540.0F), kGap);
  const Rect lesson = left.cut_top(std::clamp(left.h * 0.42F, 150.0F, 360.0F), kGap);
  const Rect now = right.cut_top(std::clamp(right.h * 0.43F, 200.0F, 290.0F), kGap);
  layout.slots = {{lesson, {Panel::Lesson}},
                  {left, {Panel::Source}},
                  {body, {Panel::Map, Panel::Locks, Panel::Heap, Panel::Census}},
                  {now, {Panel::Now}},
                  {right, {Panel::Goroutines}},
                  {timeline, {Panel::Timeline, Panel::Steps, Panel::Accesses, Panel::Compare}},
                  {output, {Panel::Output}}};
  return layout;
}

Layout compact(Rect window) {
  constexpr float kGap = 6;
  Layout layout{.toolbar = window.cut_top(40), .slots = {}};
  Rect body{window.x, window.y, window.w, window.h - 6};
  const Rect timeline = body.cut_bottom(std::clamp(body.h * 0.33F, 100.0F, 160.0F), kGap);
  const Rect left = body.cut_left(std::clamp(body.w * 0.475F, 240.0F, 420.0F), kGap);
  layout.slots = {{left, {Panel::Lesson, Panel::Source, Panel::Now, Panel::Output}},
                  {body, {Panel::Map, Panel::Locks, Panel::Heap, Panel::Census, Panel::Goroutines}},
                  {timeline, {Panel::Timeline, Panel::Steps, Panel::Accesses, Panel::Compare}}};
  return layout;
}

Layout tiny(Rect window) {
  Layout layout{.toolbar = window.cut_top(40), .slots = {}};
  layout.slots = {{{window.x, window.y, window.w, window.h - 4},
                   {Panel::Lesson, Panel::Source, Panel::Map, Panel::Locks, Panel::Heap,
                    Panel::Census, Panel::Goroutines, Panel::Now, Panel::Timeline, Panel::Output}}};
  return layout;
}

}  // namespace

std::string_view name(Panel panel) {
  switch (panel) {
    case Panel::Lesson:
      return "Lesson";
    case Panel::Source:
      return "Source";
    case Panel::Map:
      return "Map";
    case Panel::Now:
      return "Now";
    case Panel::Goroutines:
      return "Goroutines";
    case Panel::Timeline:
      return "Timeline";
    case Panel::Steps:
      return "Steps";
    case Panel::Output:
      return "Output";
    case Panel::Locks:
      return "Channels & locks";
    case Panel::Heap:
      return "Heap";
    case Panel::Census:
      return "Census";
    case Panel::Stores:
      return "Store buffers";
    case Panel::Accesses:
      return "Accesses";
    case Panel::Compare:
      return "Compare";
  }
  return "";
}

std::optional<Panel> panel_named(std::string_view text) {
  for (uint8_t number = 0; number <= static_cast<uint8_t>(kLastPanel); ++number) {
    std::string_view known = name(static_cast<Panel>(number));
    known = known.substr(0, known.find(' '));
    const auto same = [](char a, char b) {
      return std::tolower(static_cast<unsigned char>(a)) ==
             std::tolower(static_cast<unsigned char>(b));
    };
    if (std::equal(known.begin(), known.end(), text.begin(), text.end(), same))
      return static_cast<Panel>(number);
  }
  return std::nullopt;
}

namespace {

// Beside the goroutines.
void add_store_buffers(Layout& layout) {
  for (LayoutSlot& slot : layout.slots) {
    const auto goroutines = std::find(slot.panels.begin(), slot.panels.end(), Panel::Goroutines);
    if (goroutines != slot.panels.end()) slot.panels.insert(goroutines + 1, Panel::Stores);
  }
}

}  // namespace

Layout layout_presenting(float width, float height, StoreBuffers buffers) {
  constexpr float kGap = metrics::kGap;
  if (width < kCompactFrom || height < kCompactFromHeight) {
    Layout layout = tiny({4, 4, width - 8, height - 4});
    layout.slots.front().place = {4, 4, width - 8, height - 8};
    layout.toolbar = {};
    return layout;
  }
  Rect body = Rect{0, 0, width, height}.grown(-kGap);
  Rect left = body.cut_left(body.w * 0.4F, kGap);
  const Rect lesson = left.cut_top(left.h * 0.5F, kGap);
  const Rect below = body.cut_bottom(body.h * 0.34F, kGap);
  Layout layout{.toolbar = {}, .slots = {}};
  layout.slots = {{lesson, {Panel::Lesson}},
                  {left, {Panel::Source}},
                  {body, {Panel::Map, Panel::Now, Panel::Locks, Panel::Heap, Panel::Census}},
                  {below, {Panel::Goroutines, Panel::Output, Panel::Timeline, Panel::Steps}}};
  if (buffers == StoreBuffers::Shown) add_store_buffers(layout);
  return layout;
}

Layout layout_for(float width, float height, StoreBuffers buffers) {
  const bool is_wide = width >= kWideFrom && height >= kWideFromHeight;
  const bool is_compact = width >= kCompactFrom && height >= kCompactFromHeight;
  const float margin = is_wide ? metrics::kMargin : 6;
  const Rect window{margin, 0, std::max(0.0F, width - 2 * margin), height};
  Layout layout = is_wide ? wide(window) : is_compact ? compact(window) : tiny(window);
  if (buffers == StoreBuffers::Shown) add_store_buffers(layout);
  return layout;
}

void give_room(Layout& layout, Panel upper, Panel lower, float height, float least) {
  const auto alone = [&](Panel panel) {
    return std::find_if(layout.slots.begin(), layout.slots.end(), [panel](const LayoutSlot& slot) {
      return slot.panels.front() == panel && slot.panels.size() <= 2;
    });
  };
  const auto above = alone(upper);
  const auto below = alone(lower);
  if (above == layout.slots.end() || below == layout.slots.end()) return;
  const bool is_column = above->place.x == below->place.x && above->place.w == below->place.w &&
                         above->place.bottom() < below->place.y;
  const float wanted = std::min(height - above->place.h, below->place.h - least);
  if (!is_column || wanted <= 0) return;
  above->place.h += wanted;
  below->place.y += wanted;
  below->place.h -= wanted;
}

Layout layout_for_paper(float width, float height, StoreBuffers buffers) {
  constexpr float kGap = 6;
  constexpr float kHigh = 400;  // from which on there is room for the timeline
  constexpr float kBroad = 700;  // for the source, too
  Rect rest{0, 0, width, height};
  Layout layout;
  if (height >= kHigh) layout.slots.push_back({rest.cut_bottom(124, kGap), {Panel::Timeline}});
  Rect left = rest.cut_left(std::clamp(width * 0.37F, 200.0F, 330.0F), kGap);
  if (height >= kHigh && width >= kBroad) {
    const Rect source = left.cut_bottom(left.h * 0.45F, kGap);
    layout.slots.push_back({source, {Panel::Source}});
  }
  layout.slots.push_back({left, {Panel::Lesson}});
  layout.slots.push_back({rest,
                          {Panel::Map, Panel::Locks, Panel::Heap, Panel::Census, Panel::Goroutines,
                           Panel::Now, Panel::Output, Panel::Steps, Panel::Accesses,
                           Panel::Compare}});
  if (buffers == StoreBuffers::Shown) add_store_buffers(layout);
  return layout;
}

}  // namespace hmaplab::shell
