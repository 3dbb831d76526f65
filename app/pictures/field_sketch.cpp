#include "app/pictures/field_sketch.h"

#include <algorithm>

#include "app/pictures/text_rows.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr TextStyle kLetters = TextStyle::Code;
constexpr float kRow = 20;
constexpr float kPadding = 8;

class FieldSketch {
 public:
  FieldSketch(Sketch& sketch, const TextField& field, const FieldLook& look)
      : sketch_(sketch),
        field_(field),
        look_(look),
        letter_(sketch.text_width(kLetters, "0000000000") / 10) {}

  float draw(const Rect& place) {
    const float room = place.w - 2 * kPadding - 2;
    const auto rows = text_rows(field_.text(), static_cast<size_t>(std::max(room / letter_, 4.0F)));
    const size_t cursor_row = row_at(rows, field_.cursor());
    const size_t most = std::max<size_t>(look_.most_rows, 1);
    const size_t first = cursor_row < most ? 0 : cursor_row + 1 - most;
    const size_t end = std::min(rows.size(), first + most);
    const float height = static_cast<float>(end - first) * kRow + 10;
    sketch_.box({.rect = {place.x, place.y, place.w, height},
                 .fill = Color::Sunken,
                 .border = Color::Accent,
                 .round = 5,
                 .line = 1.5F});
    Rect row{place.x + kPadding, place.y + 5, place.w - 2 * kPadding, kRow};
    if (field_.text().empty())
      sketch_.label({row.x + 4, row.y, row.w - 4, row.h}, look_.empty_text,
                    {.style = TextStyle::Body, .color = Color::TextFaint});
    for (size_t i = first; i < end; ++i) {
      draw_row(row, rows[i], i == cursor_row);
      row.y += kRow;
    }
    return height;
  }

 private:
  float x_of(const Rect& place, const TextRow& row, size_t offset) const {
    return place.x + static_cast<float>(column_at(field_.text(), row, offset)) * letter_;
  }

  // The part of a stretch of bytes that lies in this row; false when none does.
  static bool clip(const TextRow& row, size_t& begin, size_t& end) {
    if (begin >= end || begin > row.end || end <= row.begin) return false;
    begin = std::max(begin, row.begin);
    end = std::min(end, row.end);
    return true;
  }

  void draw_row(const Rect& place, const TextRow& row, bool has_cursor) {
    auto [begin, end] = field_.selection();
    if (clip(row, begin, end)) {
      const float left = x_of(place, row, begin);
      sketch_.box({.rect = {left, place.y, x_of(place, row, end) - left, place.h},
                   .fill = Color::AccentSoft});
    }
    const float left = x_of(place, row, row.begin);
    sketch_.label({left, place.y, place.right() - left + 1, place.h},
                  std::string_view(field_.text()).substr(row.begin, row.end - row.begin),
                  {.style = kLetters});
    begin = look_.wrong_begin;
    end = look_.wrong_end;
    if (clip(row, begin, end)) {
      const float y = place.bottom() - 1;
      sketch_.stroke({.from = {x_of(place, row, begin), y},
                      .to = {x_of(place, row, end), y},
                      .color = Color::Danger,
                      .width = 1.5F});
    }
    if (!has_cursor) return;
    const float x = x_of(place, row, field_.cursor());
    sketch_.box({.rect = {x - 0.5F, place.y + 1, 1.75F, place.h - 2}, .fill = Color::Accent});
  }

  Sketch& sketch_;
  const TextField& field_;
  const FieldLook& look_;
  float letter_;
};

}  // namespace

float draw_field(Sketch& sketch, const Rect& place, const TextField& field, const FieldLook& look) {
  return FieldSketch(sketch, field, look).draw(place);
}

}  // namespace hmaplab::pictures
