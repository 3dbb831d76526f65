#include "app/pictures/bytes_picture.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/pictures/glow.h"
#include "core/trace/map_view.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr uint32_t kBytesOfRow = 8;
constexpr float kRow = 18;
constexpr float kTitle = 20;

std::string hex_text(const trace::BytesView& view, uint32_t first, uint32_t count) {
  std::string text;
  for (uint32_t i = first; i < first + count; ++i)
    text += fmt::format("{}{:02x}", text.empty() ? "" : " ", view.bytes[i]);
  return text;
}

std::string field_text(const trace::BytesView& view, const trace::ByteField& field) {
  if (field.part == 1 && field.size > 1) {
    std::string text = field.name;
    for (uint32_t i = 0; i < field.size; ++i) {
      const uint8_t top = view.bytes[field.offset + i];
      text += top == 0 ? " –" : " " + trace::tophash_text(top);
    }
    return text;
  }
  return field.value.empty() ? field.name : fmt::format("{} {}", field.name, field.value);
}

class BytesSketch {
 public:
  BytesSketch(Sketch& sketch, const Rect& place, const Run& run, const Moment& moment,
              const trace::BytesView& view)
      : sketch_(sketch), place_(place), run_(run), moment_(moment), view_(view) {
    const float address = sketch.text_width(TextStyle::CodeSmall, "0xc000000000") + 10;
    byte_ = sketch.text_width(TextStyle::CodeSmall, "00 ");
    const bool wide = place.w >= address + byte_ * kBytesOfRow + 120;
    left_ = place.x + (wide ? address : sketch.text_width(TextStyle::CodeSmall, "+000") + 8);
    shows_address_ = wide;
  }

  float draw() {
    Rect title{place_.x, place_.y, place_.w, kTitle};
    sketch_.label(title,
                  fmt::format("{}, {} bytes at {:#x}", view_.name, view_.bytes.size(),
                              memory::bits(view_.at)),
                  {.style = TextStyle::Heading});
    for (const trace::ByteField& field : view_.fields) draw_field(field);
    const auto size = static_cast<uint32_t>(view_.bytes.size());
    const uint32_t rows = (size + kBytesOfRow - 1) / kBytesOfRow;
    for (uint32_t row = 0; row < rows; ++row) draw_row(row);
    const float height = kTitle + static_cast<float>(rows) * kRow;
    sketch_.reach(place_.y + height);
    return height;
  }

 private:
  float y_of(uint32_t offset) const {
    return place_.y + kTitle + static_cast<float>(offset / kBytesOfRow) * kRow;
  }
  Rect cell_of(uint32_t offset, uint32_t count) const {
    return {left_ + static_cast<float>(offset % kBytesOfRow) * byte_, y_of(offset),
            static_cast<float>(count) * byte_ - 2, kRow - 2};
  }

  void draw_row(uint32_t row) {
    const uint32_t first = row * kBytesOfRow;
    const float y = y_of(first);
    const std::string address = shows_address_
                                    ? fmt::format("{:#x}", memory::bits(view_.at) + first)
                                    : fmt::format("+{}", first);
    sketch_.label({place_.x, y, left_ - place_.x - 4, kRow - 2}, address,
                  {.style = TextStyle::CodeSmall, .color = Color::TextFaint});
    std::string names;
    for (const trace::ByteField& field : view_.fields) {
      const bool begins = field.offset / kBytesOfRow == row;
      if (begins) names += (names.empty() ? "" : "  ") + field_text(view_, field);
    }
    const float right = left_ + byte_ * kBytesOfRow + 10;
    if (!names.empty() && place_.x + place_.w > right + 30)
      sketch_.label({right, y, place_.x + place_.w - right, kRow - 2}, names,
                    {.style = TextStyle::Small, .color = Color::TextDim});
  }

  // A box for what of the field stands in one row; what can be touched alone is a box of its own.
  void draw_field(const trace::ByteField& field) {
    const uint32_t step = field.part == field.size ? kBytesOfRow : field.part;
    for (uint32_t at = field.offset; at < field.offset + field.size;) {
      const uint32_t end =
          std::min({field.offset + field.size, (at / kBytesOfRow + 1) * kBytesOfRow, at + step});
      draw_part(field, at, end - at);
      at = end;
    }
  }

  void draw_part(const trace::ByteField& field, uint32_t at, uint32_t count) {
    const Rect cell = cell_of(at, count);
    const bool padding = field.name == "padding";
    const bool holds = field.part == 1 ? view_.bytes[at] != 0 : !field.value.empty();
    sketch_.box({.rect = cell,
                 .fill = padding ? Color::None
                         : holds ? Color::Filled
                                 : Color::Sunken,
                 .border = holds ? Color::FilledBorder : Color::SunkenBorder,
                 .round = look::metrics::kCellRound,
                 .dashed = padding});
    sketch_.label(cell, hex_text(view_, at, count),
                  {.style = TextStyle::CodeSmall,
                   .color = holds ? Color::Text : Color::TextFaint,
                   .align = Align::Center});
    const bool alone = field.part != field.size;
    const memory::Address begin = view_.at + (alone ? at : field.offset);
    const uint64_t size = alone ? count : field.size;
    mark(cell, field, begin, size);
  }

  void mark(const Rect& cell, const trace::ByteField& field, memory::Address begin, uint64_t size) {
    std::string tooltip = field.value.empty() ? field.name : field.name + " = " + field.value;
    if (const CellMark* last = moment_.trail.last_touch(begin, size)) {
      const Person* person = run_.person(last->actor);
      if (person != nullptr)
        tooltip += fmt::format("\n{} {} it last, at step {}", person->name,
                               last->stored ? "wrote" : "read", last->step + 1);
    }
    hit_cell(sketch_, cell, select_bytes(begin, size), tooltip);
    draw_selected(sketch_, cell, moment_.notes.word && moment_.notes.word->word.address == begin);
    const memory::Address at = moment_.touched ? moment_.touched->address : memory::Address::Nil;
    if (at != memory::Address::Nil && at >= begin && at - begin < size)
      draw_touched(sketch_, cell, *moment_.touched);
  }

  Sketch& sketch_;
  Rect place_;
  const Run& run_;
  const Moment& moment_;
  const trace::BytesView& view_;
  float left_ = 0;
  float byte_ = 0;
  bool shows_address_ = true;
};

}  // namespace

float draw_bytes(Sketch& sketch, const Rect& place, const Run& run, const Moment& moment,
                 const trace::BytesView& bytes) {
  return BytesSketch(sketch, place, run, moment, bytes).draw();
}

}  // namespace hmaplab::pictures
