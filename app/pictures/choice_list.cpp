#include "app/pictures/choice_list.h"

#include <algorithm>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

void draw_choices(Sketch& sketch, const ChoiceList& list, float top, float height,
                  const std::function<void(Rect row, size_t number, bool is_chosen)>& draw,
                  const std::function<Command(size_t number)>& command_of) {
  constexpr float kInset = 8;
  if (list.count == 0)
    sketch.label({kInset, top, sketch.width() - kInset, kChoiceRow}, list.when_empty,
                 {.style = TextStyle::Small, .color = Color::TextFaint});
  const auto rows = static_cast<size_t>(std::max((height - top) / kChoiceRow, 1.0F));
  const size_t first = list.chosen < rows ? 0 : list.chosen + 1 - rows;
  for (size_t i = first; i < std::min(list.count, first + rows); ++i) {
    const Rect row{0, top + static_cast<float>(i - first) * kChoiceRow, sketch.width(), kChoiceRow};
    if (i == list.chosen) sketch.box({.rect = row, .fill = Color::AccentSoft, .round = 4});
    draw({row.x + kInset, row.y, row.w - 2 * kInset, row.h}, i, i == list.chosen);
    sketch.hit(row, command_of(i));
  }
}

}  // namespace hmaplab::pictures
