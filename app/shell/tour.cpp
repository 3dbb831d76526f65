#include "app/shell/tour.h"

#include <algorithm>
#include <iterator>

namespace hmaplab::shell {

using pictures::Command;
using Kind = pictures::Command::Kind;

namespace {

struct Stop {
  std::optional<Panel> panel;
  const char* key;
  const char* title;
  const char* text;
  Kind asks;
};

constexpr Stop kStops[] = {
    {Panel::Timeline, "→", "One step",
     "A run is a row of steps, one memory access each. The right arrow key makes the next step, the "
     "left one takes it back. Nothing is ever lost.",
     Kind::Forward},
    {Panel::Lesson, "PgDn", "The next moment",
     "A lesson stops at the moments that matter. PgDn goes to the next one and says what to look at; "
     "PgUp goes back.",
     Kind::NextBeat},
    {Panel::Goroutines, "1 … 9", "You are the scheduler",
     "Each card is a goroutine; its number key lets it move next. The run goes on from there as a "
     "branch, and the old one stays: Tab goes back to it.",
     Kind::Choose},
    {Panel::Census, "X", "All schedules",
     "One run proves little. X plays every schedule from here on: how many end well, how many do "
     "not, and a click opens one of each.",
     Kind::Explore},
    {std::nullopt, "?", "Everything else",
     "? lists all keys, Ctrl Shift P finds a command by its name. This tour is there, too, whenever "
     "you want it again.",
     Kind::ShowHelp},
};

}  // namespace

void Tour::go_on() {
  if (card_ && ++*card_ == std::size(kStops)) card_.reset();
}

bool Tour::is_asked(const Command& command) const {
  return card_ && command.kind == kStops[*card_].asks;
}

pictures::TourCard Tour::card() const {
  const Stop& stop = kStops[card_.value_or(0)];
  return {.title = stop.title,
          .text = stop.text,
          .key = stop.key,
          .number = card_.value_or(0),
          .count = std::size(kStops)};
}

std::optional<Panel> Tour::panel() const { return kStops[card_.value_or(0)].panel; }

}  // namespace hmaplab::shell
