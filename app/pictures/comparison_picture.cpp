#include "app/pictures/comparison_picture.h"

#include <fmt/core.h>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;
using session::Difference;

namespace {

constexpr size_t kMostRows = 400;  // that are drawn

struct Columns {
  Rect what, one, other;
};

Columns columns_of(Rect row) {
  const float what = row.w * 0.36F;
  const float one = row.w * 0.32F;
  Columns columns;
  columns.what = row.cut_left(what, 8);
  columns.one = row.cut_left(one - 8, 8);
  columns.other = row;
  return columns;
}

// What does not fit is told when the mouse rests on it.
void draw_texts(Sketch& sketch, const Rect& row, const Difference& difference) {
  const Columns columns = columns_of(row);
  sketch.label(columns.what, difference.what, {.style = TextStyle::CodeSmall, .color = Color::TextDim});
  sketch.label(columns.one, difference.one, {.style = TextStyle::CodeSmall});
  sketch.label(columns.other, difference.other, {.style = TextStyle::CodeSmall});
  const auto fits = [&](const Rect& place, const std::string& text) {
    return sketch.text_width(TextStyle::CodeSmall, text) <= place.w;
  };
  const bool whole = fits(columns.what, difference.what) && fits(columns.one, difference.one) &&
                     fits(columns.other, difference.other);
  if (!whole)
    sketch.hit(row, {}, fmt::format("{}\n{}\n{}", difference.what, difference.one, difference.other));
}

std::string place_text(const Moment& moment, const session::Place& place) {
  return place.branch == moment.branch ? fmt::format("step {}", place.position)
                                       : fmt::format("branch {}, step {}", place.branch + 1, place.position);
}

void draw_parting(Sketch& sketch, const Rect& row, const session::Parting& parting) {
  const auto told = [](const std::string& step) { return step.empty() ? std::string("ended") : step; };
  Difference difference;
  difference.what = fmt::format("first apart in step {}", parting.step + 1);
  difference.one = told(parting.one);
  difference.other = told(parting.other);
  draw_texts(sketch, row, difference);
  sketch.hit(row, {.kind = Command::Kind::Seek, .number = parting.step},
             "to the step in which the two runs part");
}

Picture advice(const look::TextMeasure& measure, float width, const char* text) {
  Sketch sketch(measure, width);
  sketch.reach(
      sketch.paragraph({0, 0}, width, text, {.style = TextStyle::Small, .color = Color::TextDim}));
  return sketch.take();
}

}  // namespace

Picture comparison_picture(const Run&, const Moment& moment, float width,
                           const look::TextMeasure& measure) {
  if (!moment.notes.comparison)
    return advice(measure, width,
                  "C pins this moment. Then go to another one, or with Tab to another branch: what is "
                  "different there will stand here.");
  const session::Comparison& comparison = *moment.notes.comparison;
  Sketch sketch(measure, width);
  Rect rest{0, 0, width, 1'000'000};
  const Columns head = columns_of(rest.cut_top(kDifferenceRowHeight));
  const LabelLook heading{.style = TextStyle::Small, .color = Color::TextFaint};
  sketch.label(head.what, comparison.differences.empty() ? "no difference" : "", heading);
  sketch.label(head.one, "pinned: " + place_text(moment, comparison.one), heading);
  sketch.label(head.other, "here: " + place_text(moment, comparison.other), heading);
  sketch.hit(head.one, use(Tool::Pin), "no longer compare (C)");
  if (comparison.parting) draw_parting(sketch, rest.cut_top(kDifferenceRowHeight), *comparison.parting);
  for (size_t i = 0; i < comparison.differences.size() && i < kMostRows; ++i)
    draw_texts(sketch, rest.cut_top(kDifferenceRowHeight), comparison.differences[i]);
  if (comparison.cut || comparison.differences.size() > kMostRows) {
    sketch.label(rest.cut_top(kDifferenceRowHeight), "and more",
                 {.style = TextStyle::Small, .color = Color::TextFaint});
  }
  sketch.reach(rest.y);
  return sketch.take();
}

}  // namespace hmaplab::pictures
