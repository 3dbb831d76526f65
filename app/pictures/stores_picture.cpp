#include "app/pictures/stores_picture.h"

#include <fmt/format.h>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kSide = 9;
constexpr float kTitle = 25;
constexpr float kRow = 23;
constexpr float kNumber = 18;

Person person_in(const Run& run, schedule::Actor actor) {
  const Person* known = run.person(actor);
  return known != nullptr ? *known : person_of(actor, 0);
}

// "1.  x = 2    others see 0"
void draw_store(Sketch& sketch, Rect row, schedule::Actor lane, size_t number,
                const trace::BufferedStoreView& store) {
  sketch.label(row.cut_left(kNumber), std::to_string(number),
               {.style = TextStyle::Small, .color = Color::TextFaint});
  const Rect cell{row.x, row.y + 1, row.w, row.h - 2};
  const bool can_go = store.choice.has_value();
  sketch.box({.rect = cell,
              .fill = Color::Filled,
              .border = can_go ? Color::Accent : Color::FilledBorder,
              .round = look::metrics::kCellRound,
              .line = can_go ? 1.5F : 1.0F});
  Rect inside{cell.x + 7, cell.y, cell.w - 14, cell.h};
  const std::string others = "others see " + store.memory;
  const std::string what = store.place + " = " + store.value;
  const float width = sketch.text_width(TextStyle::Small, others) + 1;
  if (sketch.text_width(TextStyle::CodeSmall, what) + width + 10 <= inside.w) {
    sketch.label(inside.cut_right(width, 8), others,
                 {.style = TextStyle::Small, .color = Color::TextDim, .align = Align::Right});
  }
  sketch.label(inside, what, {.style = TextStyle::CodeSmall, .color = Color::Text});
  const std::string tooltip = fmt::format("{}, stored on line {}; {}", what, store.line, others);
  if (!can_go) return sketch.hit(cell, {}, tooltip);
  sketch.hit(cell, {.kind = Command::Kind::Choose, .number = *store.choice + 1ULL, .actor = lane},
             tooltip + "\na click puts it into memory");
}

float draw_buffer(Sketch& sketch, const Run& run, float y, const trace::StoreBufferView& buffer) {
  const auto rows = static_cast<float>(buffer.stores.size());
  const float height = kTitle + rows * kRow + 6;
  sketch.card({0, y, sketch.width(), height}, Color::Raised, Color::PanelBorder);
  Rect inside{kSide, y + 2, sketch.width() - 2 * kSide, height - 4};
  Rect title = inside.cut_top(kTitle);
  sketch.badge({title.x + 9, title.center().y}, person_in(run, buffer.owner), 9);
  title.cut_left(25);
  const std::string words =
      buffer.stores.empty()
          ? "nothing waits"
          : fmt::format("{} store{} wait{}: {} lets the next one out", buffer.stores.size(),
                        buffer.stores.size() == 1 ? "" : "s", buffer.stores.size() == 1 ? "s" : "",
                        schedule::name(buffer.lane));
  sketch.label(
      title, words,
      {.style = TextStyle::Small, .color = buffer.stores.empty() ? Color::TextFaint : Color::Text});
  for (size_t i = 0; i < buffer.stores.size(); ++i)
    draw_store(sketch, inside.cut_top(kRow), buffer.lane, i + 1, buffer.stores[i]);
  return height;
}

}  // namespace

Picture stores_picture(const Run& run, const Moment& moment, float width,
                       const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  float y = 3;
  y += sketch.paragraph({0, y}, width, trace::memory_order_text(run.memory),
                        {.style = TextStyle::Small, .color = Color::TextDim}) +
       6;
  for (const trace::StoreBufferView& buffer : moment.stores)
    y += draw_buffer(sketch, run, y, buffer) + 6;
  sketch.reach(y);
  return sketch.take();
}

}  // namespace hmaplab::pictures
