// Tour: five short cards for somebody who opens the window for the first time. Each points at one
// panel and names its one key; that key does what it always does, and brings the next card.
#pragma once

#include <optional>

#include "app/pictures/command.h"
#include "app/pictures/moment.h"
#include "app/pictures/tour_picture.h"
#include "app/shell/layout.h"

namespace hmaplab::shell {

class Tour {
 public:
  bool is_on() const { return card_.has_value(); }
  void start() { card_ = 0; }
  void end() { card_.reset(); }
  // To the next card; behind the last one it ends.
  void go_on();
  // Whether the command is what the card has asked for.
  bool is_asked(const pictures::Command& command) const;

  // Of the card that is shown: only while it is on.
  pictures::TourCard card() const;
  std::optional<Panel> panel() const;  // none: it speaks of the whole window

 private:
  std::optional<size_t> card_;
};

}  // namespace hmaplab::shell
