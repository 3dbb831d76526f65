// Presenter: the window in front of a room. The keys that a clicker sends move between beats, leave, or
// blank the screen, and nothing else; nothing that runs, edits or loses anything is let through. What the
// beat speaks of is lit, the rest is dimmed.
#pragma once

#include <optional>

#include "app/pictures/command.h"
#include "app/pictures/moment.h"
#include "app/platform/keys.h"
#include "app/shell/layout.h"

namespace hmaplab::shell {

class Presenter {
 public:
  bool is_on() const { return on_; }
  bool is_blank() const { return blank_; }
  bool is_unlocked() const { return unlocked_; }
  // Larger type than at a desk: a factor on the size that a person chose.
  float magnification() const { return on_ ? 1.25F : 1; }
  // Since it began.
  double seconds() const { return seconds_; }
  void pass(double seconds) { seconds_ += on_ ? seconds : 0; }

  // Whether the command was about presenting itself. Others come back as they are to be carried out:
  // Space is the next beat here, and what has no business in front of a room becomes None.
  bool take(pictures::Command& command);
  // The panels that stay lit at this moment; all of them when the beat asks for nothing.
  bool is_lit(Panel panel, const pictures::Run& run, const pictures::Moment& moment) const;

 private:
  bool on_ = false;
  bool blank_ = false;
  bool unlocked_ = false;
  double seconds_ = 0;
};

// The panel that shows what a beat asks to look at; nothing for "".
std::optional<Panel> panel_of_focus(std::string_view focus);

}  // namespace hmaplab::shell
