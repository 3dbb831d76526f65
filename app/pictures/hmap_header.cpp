#include "app/pictures/hmap_header.h"

#include <fmt/core.h>

#include "app/pictures/glow.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kRowGap = 9;  // room for the badges that sit on top of the chips
constexpr float kCellGap = 6;
constexpr float kChipGap = 3;

struct FlagBit {
  uint8_t bit;
  const char* name;
  const char* meaning;
};

constexpr FlagBit kFlagBits[] = {
    {1, "iterator", "iterator = 1: there may be an iterator using buckets"},
    {2, "oldIterator", "oldIterator = 2: there may be an iterator using oldbuckets"},
    {4, "hashWriting", "hashWriting = 4: a goroutine is writing to the map"},
    {8, "sameSizeGrow", "sameSizeGrow = 8: the current growth is to an array of the same size"},
};

// Places cells from left to right, and begins a new row where one does not fit.
class Flow {
 public:
  explicit Flow(const Rect& place) : place_(place), x_(place.x), y_(place.y) {}

  Rect next(float width, float gap = kCellGap) {
    if (!fits(width)) begin_row();
    const Rect cell{x_, y_, std::min(width, place_.w), kHeaderCellHeight};
    x_ += width + gap;
    return cell;
  }
  void begin_row() {
    x_ = place_.x;
    y_ += kHeaderCellHeight + kRowGap;
  }
  bool fits(float width) const { return x_ <= place_.x || x_ + width <= place_.right() + 0.5F; }
  float height() const { return y_ + kHeaderCellHeight - place_.y; }

 private:
  Rect place_;
  float x_;
  float y_;
};

const Person* setter_of(const Moment& moment, memory::Address map, uint8_t bit) {
  for (const FlagSetter& setter : moment.flag_setters) {
    if (setter.map == map && setter.bit == bit) return &setter.person;
  }
  return nullptr;
}

bool touches(const Moment& moment, const trace::MapView& map, std::string_view field) {
  return moment.touched && moment.touched->object == map.address && moment.touched->field == field;
}

void draw_flag(Sketch& sketch, const Rect& cell, const Run& run, const Moment& moment,
               const trace::MapView& map, const FlagBit& flag) {
  const bool set = (map.flags & flag.bit) != 0;
  const bool writing = flag.bit == 4;
  const bool deadly =
      moment.at_end(run) && run.ending.object == map.address && run.ending.flag == flag.bit;
  if (deadly) draw_halo(sketch, cell, Color::Danger);
  const bool strong = set || deadly;
  sketch.box({.rect = cell,
              .fill = !set      ? Color::None
                      : writing ? Color::DangerSoft
                                : Color::AccentSoft,
              .border = !strong   ? Color::SunkenBorder
                        : writing ? Color::Danger
                                  : Color::Accent,
              .round = look::metrics::kCellRound,
              .line = strong ? 1.5F : 1,
              .dashed = !strong});
  const Color text = !set ? Color::TextFaint : writing ? Color::DangerText : Color::Text;
  sketch.label(cell, flag.name, {.style = TextStyle::Small, .color = text, .align = Align::Center});
  sketch.hit(cell, {}, fmt::format("{}\nnow {}", flag.meaning, set ? "set" : "not set"));
  const Person* setter = setter_of(moment, map.address, flag.bit);
  if (set && setter != nullptr) sketch.badge({cell.center().x, cell.y - 1}, *setter, 8);
}

// The name and the four chips stay on one row where there is one that is wide enough, else the
// chips wrap.
void draw_flags(Sketch& sketch, Flow& flow, const Run& run, const Moment& moment,
                const trace::MapView& map) {
  const auto chip_width = [&](const FlagBit& flag) {
    return sketch.text_width(TextStyle::Small, flag.name) + 14;
  };
  const float name_width = sketch.text_width(TextStyle::Small, "flags") + 8;
  float total = name_width;
  for (const FlagBit& flag : kFlagBits) total += chip_width(flag) + kChipGap;
  std::vector<Rect> chips;
  if (!flow.fits(total)) flow.begin_row();
  const Rect name = flow.next(name_width, 0);
  for (const FlagBit& flag : kFlagBits) chips.push_back(flow.next(chip_width(flag), kChipGap));
  if (chips.back().y != chips.front().y) flow.begin_row();
  sketch.label(name, "flags", {.style = TextStyle::Small, .color = Color::TextDim});
  if (touches(moment, map, "flags")) {
    Rect all = chips.front();  // as far as they stand on one row
    for (const Rect& chip : chips) {
      if (chip.y == all.y) all.w = chip.right() - all.x;
    }
    draw_touched_frame(sketch, all.grown(3), *moment.touched);
  }
  for (size_t i = 0; i < chips.size(); ++i)
    draw_flag(sketch, chips[i], run, moment, map, kFlagBits[i]);
}

}  // namespace

HeaderField pointer_field(const char* name, memory::Address address, float width) {
  const bool nil = address == memory::Address::Nil;
  return {name, nil ? "nil" : fmt::format("{:#x}", memory::bits(address)), width};
}

float header_cell_width(const Sketch& sketch, const HeaderField& field) {
  return sketch.text_width(TextStyle::Small, field.name) + field.value_width + 23;
}

void draw_header_cell(Sketch& sketch, const Rect& cell, const Moment& moment,
                      const trace::MapView& map, const HeaderField& field) {
  sketch.card(cell, Color::Sunken, Color::SunkenBorder, look::metrics::kCellRound);
  const float name_width = sketch.text_width(TextStyle::Small, field.name);
  Rect inside{cell.x + 8, cell.y, cell.w - 12, cell.h};
  sketch.label(inside.cut_left(name_width + 1, 6), field.name,
               {.style = TextStyle::Small, .color = Color::TextDim});
  sketch.label(inside, field.value, {.style = TextStyle::CodeSmall});
  if (touches(moment, map, field.name)) draw_touched(sketch, cell, *moment.touched);
}

float draw_hmap_header(Sketch& sketch, const Rect& place, const Run& run, const Moment& moment,
                       const trace::MapView& map, bool shows_old_array) {
  Flow flow(place);
  const auto draw = [&](const HeaderField& field) {
    draw_header_cell(sketch, flow.next(header_cell_width(sketch, field)), moment, map, field);
  };
  draw({"count", std::to_string(map.count), 24});
  draw({"B", std::to_string(map.B), 16});
  draw_flags(sketch, flow, run, moment, map);
  draw({"noverflow", std::to_string(map.noverflow), 16});
  draw({"hash0", fmt::format("{:08x}", map.hash0), 60});
  draw({"nevacuate", std::to_string(map.nevacuate), 24});
  if (!shows_old_array) draw(pointer_field("oldbuckets", map.oldbuckets_at, 24));
  return flow.height();
}

}  // namespace hmaplab::pictures
