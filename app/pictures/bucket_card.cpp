#include "app/pictures/bucket_card.h"

#include <fmt/core.h>

#include "app/pictures/bucket_marks.h"
#include "app/pictures/glow.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kTophashWidth = 27;
constexpr float kNarrowTophashWidth = 21;  // in cards that have no room to give away
constexpr float kNarrowCard = 105;
constexpr float kCellGap = 2;
constexpr float kSide = 5;
constexpr float kColumnGap = 8;  // between two columns of slots

struct Columns {
  Rect tophash, key, elem;
};

Columns columns_of(const Rect& row, const CardSize& size) {
  Rect rest = row;
  const bool narrow = size.dense() || row.w < kNarrowCard - 2 * kSide;
  const float width = narrow ? kNarrowTophashWidth : kTophashWidth;
  const Rect tophash = rest.cut_left(width, kCellGap);
  const Rect key = rest.cut_left((rest.w - kCellGap) * size.key_share, kCellGap);
  return {tophash, key, rest};
}

std::string short_tophash(uint8_t tophash) {
  switch (tophash) {
    case 0:
      return "";
    case 1:
      return "–";
    case 2:
      return "→X";
    case 3:
      return "→Y";
    case 4:
      return "→";
    default:
      return fmt::format("{:02x}", tophash);
  }
}

void draw_cell(Sketch& sketch, const Rect& rect, std::string_view text, const trace::SlotView& slot,
               TextStyle style, Color used_color) {
  const Color fill = slot.used ? Color::Filled : slot.moved ? Color::None : Color::Sunken;
  const Color border = slot.used ? Color::FilledBorder : Color::SunkenBorder;
  sketch.box({.rect = rect,
              .fill = fill,
              .border = border,
              .round = look::metrics::kCellRound,
              .dashed = slot.moved});
  const Color color = slot.used ? used_color : Color::TextFaint;
  sketch.label({rect.x + 2, rect.y, rect.w - 4, rect.h}, text,
               {.style = style, .color = color, .align = Align::Center});
}

// The bytes of a key and of an elem, from where those of the next slot begin.
struct Strides {
  uint64_t key = 0;
  uint64_t elem = 0;
};

Strides strides_of(const trace::BucketView& bucket) {
  return {bucket.slots[1].key_at - bucket.slots[0].key_at,
          bucket.slots[1].elem_at - bucket.slots[0].elem_at};
}

bool within(memory::Address address, memory::Address begin, uint64_t size) {
  return address >= begin && address - begin < size;
}

void mark_selected(Sketch& sketch, const Columns& columns, const trace::SlotView& slot,
                   const Moment& moment) {
  if (!moment.notes.word) return;
  const memory::Address at = moment.notes.word->word.address;
  draw_selected(sketch, columns.tophash, at == slot.tophash_at);
  draw_selected(sketch, columns.key, at == slot.key_at);
  draw_selected(sketch, columns.elem, at == slot.elem_at);
}

void draw_slot(Sketch& sketch, Rect row, const trace::SlotView& slot, const Strides& strides,
               const CardSize& size, const Run& run, const Moment& moment) {
  if (size.gutter > 0)
    draw_last_touch(sketch, row.cut_right(size.gutter - 2, 2), run, moment,
                    {.tophash = slot.tophash_at,
                     .key = slot.key_at,
                     .elem = slot.elem_at,
                     .key_size = strides.key,
                     .elem_size = strides.elem});
  const Columns columns = columns_of(row, size);
  const TextStyle style = size.dense()              ? TextStyle::CodeTiny
                          : size.slot >= kLargeFrom ? TextStyle::Code
                                                    : TextStyle::CodeSmall;
  draw_cell(sketch, columns.tophash, short_tophash(slot.tophash), slot, style, Color::Tophash);
  draw_cell(sketch, columns.key, slot.key, slot, style, Color::Text);
  draw_cell(sketch, columns.elem, slot.elem, slot, style, Color::Text);
  hit_cell(sketch, columns.tophash, select_bytes(slot.tophash_at, 1),
           "tophash " + trace::tophash_text(slot.tophash));
  if (strides.key > 0) hit_cell(sketch, columns.key, select_bytes(slot.key_at, strides.key));
  if (strides.elem > 0) hit_cell(sketch, columns.elem, select_bytes(slot.elem_at, strides.elem));
  mark_selected(sketch, columns, slot, moment);
  if (!moment.touched || moment.touched->address == memory::Address::Nil) return;
  const memory::Address at = moment.touched->address;
  if (at == slot.tophash_at) draw_touched(sketch, columns.tophash, *moment.touched);
  if (within(at, slot.key_at, strides.key)) draw_touched(sketch, columns.key, *moment.touched);
  if (within(at, slot.elem_at, strides.elem)) draw_touched(sketch, columns.elem, *moment.touched);
}

void draw_title(Sketch& sketch, const Rect& line, const BucketTitle& title,
                memory::Address address) {
  Rect rest = line;
  sketch.hit(line, {.kind = Command::Kind::ShowBytes, .address = address}, "byte by byte");
  const Color color = title.evacuated ? Color::TextFaint : Color::Text;
  rest.cut_left(sketch.label(rest, title.name, {.style = TextStyle::Heading, .color = color}) + 6);
  for (const IteratorMark& iterator : title.iterators) {
    if (rest.w < 18) break;
    if (iterator.starts) {
      const Rect start = rest.cut_left(9, 2);
      sketch.icon({start.x, start.center().y - 4, 8, 8}, Shape::Forward, iterator.person.color);
      sketch.hit(start, {}, iterator.tooltip);
    }
    if (!iterator.is_here || rest.w < 18) continue;
    const Rect place = rest.cut_left(16, 2);
    sketch.badge(place.center(), iterator.person, 7, /*hollow=*/true);
    sketch.hit(place, {}, iterator.tooltip);
  }
  const auto fits = [&](const std::string& text) {
    return sketch.text_width(TextStyle::Small, text) <= rest.w;
  };
  sketch.label(rest, fits(title.role) ? title.role : fits(title.short_role) ? title.short_role : "",
               {.style = TextStyle::Small, .color = Color::TextFaint, .align = Align::Right});
}

}  // namespace

void draw_bucket(Sketch& sketch, Point top_left, const CardSize& size, const BucketTitle& title,
                 const trace::BucketView& bucket, const Run& run, const Moment& moment) {
  Rect card{top_left.x, top_left.y, size.width, size.height()};
  sketch.box({.rect = card,
              .fill = title.evacuated ? Color::None : Color::Raised,
              .border = title.evacuated ? Color::SunkenBorder : Color::PanelBorder,
              .round = look::metrics::kCardRound,
              .opacity = 0.55F,
              .dashed = title.evacuated});
  Rect inside{card.x + kSide, card.y, card.w - 2 * kSide, card.h};
  draw_title(sketch, inside.cut_top(size.title()), title, bucket.address);
  const Strides strides = strides_of(bucket);
  const auto columns = static_cast<float>(size.slot_columns);
  const float width = (inside.w - kColumnGap * (columns - 1)) / columns;
  for (size_t i = 0; i < bucket.slots.size(); ++i) {
    const auto column = static_cast<float>(i / size.slot_rows());
    const auto row = static_cast<float>(i % size.slot_rows());
    const Rect place{inside.x + column * (width + kColumnGap), inside.y + row * size.slot, width,
                     size.slot - (size.dense() ? 1.5F : kCellGap)};
    draw_slot(sketch, place, bucket.slots[i], strides, size, run, moment);
    for (const IteratorMark& iterator : title.iterators) {
      if (iterator.bucket == bucket.address && iterator.slot == i)
        sketch.icon({place.x - kSide, place.center().y - 3, 6, 6}, Shape::Forward,
                    iterator.person.color);
    }
  }
}

}  // namespace hmaplab::pictures
