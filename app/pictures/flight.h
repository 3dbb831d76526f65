// Entries that are seen to move: when steps copy keys and elems from an old bucket to a new one, ghosts
// of those cells fly over the picture, for less than the blink of an eye. The picture below is true from
// the first frame on; a ghost only shows where a thing came from.
#pragma once

#include <string>
#include <vector>

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

inline constexpr double kFlightSeconds = 0.25;
inline constexpr size_t kMostFlights = 64;  // more at once would tell nobody anything

struct Flight {
  Rect from;
  Rect to;
  std::string text;  // of the cell that it lands on
  look::Color color = look::Color::Goroutine1;
};

// The flights of these moves over the picture of a map: of those whose cells both are in it. None of
// more than kMostFlights.
std::vector<Flight> flights_of(const Picture& map, const std::vector<EntryMove>& moves);
// Where it is at a time from 0, at its source, to 1, when it has arrived.
Rect place_of(const Flight& flight, float time);
// The ghosts at that time; none from 1 on.
Picture ghosts_of(const std::vector<Flight>& flights, float time, const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
