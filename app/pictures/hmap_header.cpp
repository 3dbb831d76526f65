#include "app/pictures/hmap_header.h"

#include <fmt/core.h>

#include <array>

#include "app/pictures/glow.h"
#include "core/gomap/layout.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kChipGap = 3;
constexpr float kChipPadding = 5;

struct FlagBit {
  uint8_t bit;
  const char* name;
  const char* meaning;
};

constexpr std::array<FlagBit, 4> kFlagBits = {{
    {1, "iterator", "iterator = 1: there may be an iterator using buckets"},
    {2, "oldIterator", "oldIterator = 2: there may be an iterator using oldbuckets"},
    {4, "hashWriting", "hashWriting = 4: a goroutine is writing to the map"},
    {8, "sameSizeGrow", "sameSizeGrow = 8: the current growth is to an array of the same size"},
}};

const Person* setter_of(const Moment& moment, memory::Address map, uint8_t bit) {
  for (const FlagSetter& setter : moment.flag_setters) {
    if (setter.map == map && setter.bit == bit) return &setter.person;
  }
  return nullptr;
}

bool touches(const Moment& moment, const trace::MapView& map, std::string_view field) {
  return moment.touched && moment.touched->object == map.address && moment.touched->field == field;
}

// The bytes of a field of the header; selects nothing where there is no such field.
Command select_field(const trace::MapView& map, std::string_view field) {
  using gomap::Hmap;
  struct Place {
    std::string_view name;
    uint64_t offset, bytes;
  };
  constexpr Place kPlaces[] = {{"count", Hmap::count.offset, 8},
                               {"flags", Hmap::flags.offset, 1},
                               {"B", Hmap::B.offset, 1},
                               {"noverflow", Hmap::noverflow.offset, 2},
                               {"hash0", Hmap::hash0.offset, 4},
                               {"buckets", Hmap::buckets.offset, 8},
                               {"oldbuckets", Hmap::oldbuckets.offset, 8},
                               {"nevacuate", Hmap::nevacuate.offset, 8},
                               {"extra", Hmap::extra.offset, 8}};
  for (const Place& place : kPlaces) {
    if (place.name == field) return select_bytes(map.address + place.offset, place.bytes);
  }
  return {};
}

bool is_selected(const Moment& moment, const Command& select) {
  return moment.notes.word && select && moment.notes.word->word.address == select.address;
}

void draw_flag(Sketch& sketch, const Rect& cell, const Run& run, const Moment& moment,
               const trace::MapView& map, const FlagBit& flag, TextStyle style) {
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
  sketch.label(cell, flag.name,
               {.style = style,
                .color = text,
                .align = Align::Center,
                .wording = Wording::AsItIs});
  hit_cell(sketch, cell, select_field(map, "flags"),
           fmt::format("{}\nnow {}", flag.meaning, set ? "set" : "not set"));
  const Person* setter = setter_of(moment, map.address, flag.bit);
  if (set && setter != nullptr) sketch.badge({cell.center().x, cell.y - 3}, *setter, 7);
}

// How the chips are set: so many in a row, one below the other in columns.
struct FlagsPlan {
  TextStyle style = TextStyle::Small;
  size_t per_row = 4;
  float name_width = 0;
  std::array<float, 4> column{};  // widths

  size_t rows() const { return (kFlagBits.size() + per_row - 1) / per_row; }
  float width() const {
    float total = name_width - kChipGap;
    for (size_t i = 0; i < per_row; ++i) total += column[i] + kChipGap;
    return total;
  }
  float height() const {
    return static_cast<float>(rows()) * (kHeaderCellHeight + kHeaderRowGap) - kHeaderRowGap;
  }
};

FlagsPlan plan_of(const Sketch& sketch, TextStyle style, size_t per_row) {
  FlagsPlan plan{.style = style, .per_row = per_row};
  plan.name_width = sketch.text_width(TextStyle::Small, "flags") + 7;
  for (size_t i = 0; i < kFlagBits.size(); ++i) {
    float& column = plan.column[i % per_row];
    column = std::max(column, sketch.text_width(style, kFlagBits[i].name, Wording::AsItIs) + 2 * kChipPadding);
  }
  return plan;
}

void draw_flags(Sketch& sketch, Point top_left, const FlagsPlan& plan, const Run& run,
                const Moment& moment, const trace::MapView& map) {
  sketch.label({top_left.x, top_left.y, plan.name_width, kHeaderCellHeight}, "flags",
               {.style = TextStyle::Small, .color = Color::TextDim});
  const float left = top_left.x + plan.name_width;
  if (touches(moment, map, "flags")) {
    const Rect all{left, top_left.y, plan.width() - plan.name_width, plan.height()};
    draw_touched_frame(sketch, all.grown(2), *moment.touched);
  }
  const Rect chips{left, top_left.y, plan.width() - plan.name_width, plan.height()};
  draw_selected(sketch, chips.grown(2), is_selected(moment, select_field(map, "flags")));
  Rect chip{left, top_left.y, 0, kHeaderCellHeight};
  for (size_t i = 0; i < kFlagBits.size(); ++i) {
    if (i > 0 && i % plan.per_row == 0) chip = {left, chip.bottom() + kHeaderRowGap, 0, chip.h};
    chip.w = plan.column[i % plan.per_row];
    draw_flag(sketch, chip, run, moment, map, kFlagBits[i], plan.style);
    chip.x += chip.w + kChipGap;
  }
}

}  // namespace

HeaderField pointer_field(const char* name, memory::Address address, float width) {
  const bool nil = address == memory::Address::Nil;
  return {name, nil ? "nil" : fmt::format("{:#x}", memory::bits(address)), width};
}

float header_cell_width(const Sketch& sketch, const HeaderField& field) {
  return sketch.text_width(TextStyle::Small, field.name, Wording::AsItIs) +
         std::max(field.value_width, sketch.text_width(TextStyle::CodeSmall, field.value) + 1) + 18;
}

void draw_header_cell(Sketch& sketch, const Rect& cell, const Moment& moment,
                      const trace::MapView& map, const HeaderField& field) {
  sketch.card(cell, Color::Sunken, Color::SunkenBorder, look::metrics::kCellRound);
  const float name_width = sketch.text_width(TextStyle::Small, field.name, Wording::AsItIs);
  Rect inside{cell.x + 6, cell.y, cell.w - 9, cell.h};
  sketch.label(inside.cut_left(name_width + 1, 6), field.name,
               {.style = TextStyle::Small, .color = Color::TextDim, .wording = Wording::AsItIs});
  sketch.label(inside, field.value, {.style = TextStyle::CodeSmall});
  const Command select = select_field(map, field.name);
  hit_cell(sketch, cell, select);
  draw_selected(sketch, cell, is_selected(moment, select));
  if (touches(moment, map, field.name)) draw_touched(sketch, cell, *moment.touched);
}

HeaderField nevacuate_field(const trace::MapView& map) {
  return {"nevacuate", std::to_string(map.nevacuate), 16};
}

std::vector<HeaderField> lesser_fields(const trace::MapView& map, bool shows_old_array) {
  std::vector<HeaderField> fields = {{"hash0", fmt::format("{:08x}", map.hash0), 60},
                                     {"noverflow", std::to_string(map.noverflow), 16}};
  if (!shows_old_array) {
    fields.push_back(nevacuate_field(map));
    fields.push_back(pointer_field("oldbuckets", map.oldbuckets_at, 24));
  }
  if (map.extra_at != memory::Address::Nil)
    fields.push_back(pointer_field("extra", map.extra_at, 24));
  return fields;
}

size_t draw_fitting_fields(Sketch& sketch, Rect& line, const Moment& moment,
                           const trace::MapView& map, std::span<const HeaderField> fields) {
  size_t drawn = 0;
  for (const HeaderField& field : fields) {
    const float width = header_cell_width(sketch, field);
    if (width > line.w) break;
    draw_header_cell(sketch, line.cut_left(width, kHeaderCellGap), moment, map, field);
    ++drawn;
  }
  return drawn;
}

float draw_field_rows(Sketch& sketch, const Rect& place, const Moment& moment,
                      const trace::MapView& map, std::span<const HeaderField> fields) {
  float y = place.y;
  while (!fields.empty()) {
    Rect line{place.x, y, place.w, kHeaderCellHeight};
    size_t drawn = draw_fitting_fields(sketch, line, moment, map, fields);
    if (drawn == 0) {  // wider than the place: as much of it as there is room for
      draw_header_cell(sketch, line, moment, map, fields.front());
      drawn = 1;
    }
    fields = fields.subspan(drawn);
    y += kHeaderCellHeight + kHeaderRowGap;
  }
  return std::max(0.0F, y - kHeaderRowGap - place.y);
}

float draw_hmap_header(Sketch& sketch, const Rect& place, const Run& run, const Moment& moment,
                       const trace::MapView& map) {
  const std::vector<HeaderField> first = {{"count", std::to_string(map.count), 16},
                                          {"B", std::to_string(map.B), 16}};
  const float count_width = header_cell_width(sketch, first[0]);
  const float both = count_width + header_cell_width(sketch, first[1]) + 2 * kHeaderCellGap;
  for (const TextStyle style : {TextStyle::Small, TextStyle::Tiny}) {
    const FlagsPlan row = plan_of(sketch, style, 4);
    if (both + row.width() > place.w) continue;
    draw_field_rows(sketch, {place.x, place.y, both, 0}, moment, map, first);
    draw_flags(sketch, {place.x + both, place.y}, row, run, moment, map);
    return kHeaderCellHeight;
  }
  const FlagsPlan small = plan_of(sketch, TextStyle::Small, 2);
  const float beside = place.w - count_width - kHeaderCellGap;
  const FlagsPlan square = small.width() <= beside ? small : plan_of(sketch, TextStyle::Tiny, 2);
  if (square.width() <= beside) {  // count above B, the chips to their right
    draw_field_rows(sketch, {place.x, place.y, count_width, 0}, moment, map, first);
    draw_flags(sketch, {place.x + count_width + kHeaderCellGap, place.y}, square, run, moment, map);
    return square.height();
  }
  const float top = draw_field_rows(sketch, place, moment, map, first) + kHeaderRowGap;
  const FlagsPlan below = square.width() <= place.w ? square : plan_of(sketch, TextStyle::Tiny, 1);
  draw_flags(sketch, {place.x, place.y + top}, below, run, moment, map);
  return top + below.height();
}

}  // namespace hmaplab::pictures
