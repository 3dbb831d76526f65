#include "app/pictures/flight.h"

#include <algorithm>
#include <map>
#include <utility>

namespace hmaplab::pictures {
namespace {

// The cells of a picture by the address of their first byte: cells can be selected.
std::map<memory::Address, Rect> cells_of(const Picture& picture) {
  std::map<memory::Address, Rect> cells;
  for (const Item& item : picture.items) {
    const auto* hit = std::get_if<Hit>(&item);
    if (hit != nullptr && hit->command.tool == Tool::Select)
      cells.try_emplace(hit->command.address, hit->rect);
  }
  return cells;
}

std::string text_in(const Picture& picture, const Rect& cell) {
  for (const Item& item : picture.items) {
    const auto* label = std::get_if<Label>(&item);
    if (label != nullptr && cell.contains(label->rect.center())) return label->text;
  }
  return "";
}

}  // namespace

std::vector<Flight> flights_of(const Picture& map, const std::vector<EntryMove>& moves) {
  if (moves.empty() || moves.size() > kMostFlights) return {};
  const std::map<memory::Address, Rect> cells = cells_of(map);
  std::vector<Flight> flights;
  for (const EntryMove& move : moves) {
    const auto from = cells.find(move.from);
    const auto to = cells.find(move.to);
    if (from == cells.end() || to == cells.end()) continue;
    flights.push_back({.from = from->second,
                       .to = to->second,
                       .text = text_in(map, to->second),
                       .color = move.person.color});
  }
  return flights;
}

// Slowly off, slowly on.
Rect place_of(const Flight& flight, float time) {
  const float t = std::clamp(time, 0.0F, 1.0F);
  const float way = t * t * (3 - 2 * t);
  const auto between = [way](float a, float b) { return a + (b - a) * way; };
  return {between(flight.from.x, flight.to.x), between(flight.from.y, flight.to.y),
          between(flight.from.w, flight.to.w), between(flight.from.h, flight.to.h)};
}

Picture ghosts_of(const std::vector<Flight>& flights, float time,
                  const look::TextMeasure& measure) {
  Sketch sketch(measure, 0);
  if (time >= 1) return sketch.take();
  for (const Flight& flight : flights) {
    const Rect place = place_of(flight, time);
    sketch.box({.rect = place,
                .fill = look::Color::Filled,
                .border = flight.color,
                .round = look::metrics::kCellRound,
                .line = 2});
    sketch.label(place, flight.text,
                 {.style = look::TextStyle::CodeTiny, .align = Align::Center});
  }
  return sketch.take();
}

}  // namespace hmaplab::pictures
