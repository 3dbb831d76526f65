#include "app/pictures/order_lines.h"

#include <algorithm>
#include <cmath>

namespace hmaplab::pictures {

using look::Color;

namespace {

constexpr size_t kMostFaint = 120;  // edges

class OrderSketch {
 public:
  OrderSketch(Sketch& sketch, const OrderPlace& place) : sketch_(sketch), place_(place) {}

  void draw(uint32_t from, uint32_t to, Color color, float width) {
    Point begin{x_of(from), place_.y_of(from)};
    Point end{x_of(to), place_.y_of(to)};
    if (end.x <= place_.scale.left || begin.x >= place_.right) return;
    begin = cut(begin, end, place_.scale.left);
    end = cut(end, begin, place_.right);
    sketch_.stroke({.from = begin, .to = end, .color = color, .width = width, .dashed = width < 2});
    sketch_.box({.rect = {end.x - 2.5F, end.y - 2.5F, 5, 5}, .fill = color, .round = 2.5F});
  }

  void tell(uint32_t step, const std::string& text) {
    const float x = x_of(step);
    if (x < place_.scale.left || x > place_.right) return;
    const float y = place_.y_of(step);
    sketch_.hit({x - 6, y - 7, 12, 14}, {.kind = Command::Kind::Seek, .number = step + 1}, text);
  }

 private:
  float x_of(uint32_t step) const { return place_.scale.x_of(step) + place_.scale.step_width / 2; }

  // Where the line from `point` to `other` crosses x, if `point` lies beyond it.
  Point cut(Point point, Point other, float x) const {
    const bool beyond = (point.x - x) * (other.x - x) < 0;
    if (!beyond) return point;
    const float share = (x - point.x) / (other.x - point.x);
    return {x, point.y + share * (other.y - point.y)};
  }

  Sketch& sketch_;
  const OrderPlace& place_;
};

}  // namespace

void draw_order(Sketch& sketch, const Run& run, const Moment& moment, const OrderPlace& place) {
  if (!run.order) return;
  OrderSketch lines(sketch, place);
  const auto before = [](const session::OrderEdge& edge, uint32_t step) { return edge.to < step; };
  const auto first =
      std::lower_bound(run.order->begin(), run.order->end(), place.scale.begin(), before);
  const auto last = std::lower_bound(first, run.order->end(), place.scale.end() + 1, before);
  if (static_cast<size_t>(last - first) <= kMostFaint) {
    for (auto edge = first; edge != last; ++edge)
      lines.draw(edge->from, edge->to, Color::TextDim, 1);
  }
  if (!moment.order) return;
  const OrderNote& note = *moment.order;
  for (size_t i = 0; i + 1 < note.path.size(); ++i)
    lines.draw(note.path[i], note.path[i + 1], Color::Warning, 2.5F);
  for (size_t i = 0; i < note.of_step.size(); ++i) {
    const session::OrderEdge& edge = note.of_step[i];
    lines.draw(edge.from, edge.to, Color::Accent, 2);
    const bool is_to = edge.to + 1 == moment.position;
    lines.tell(is_to ? edge.from : edge.to, note.texts[i]);
  }
}

}  // namespace hmaplab::pictures
