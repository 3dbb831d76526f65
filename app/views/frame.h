// Frame: what every panel draws from, and what it gives back. A panel reads; only the shell changes
// anything.
#pragma once

#include "app/pictures/census.h"
#include "app/pictures/desk.h"
#include "app/pictures/moment.h"
#include "app/widgets/panel.h"

namespace hmaplab::views {

struct Frame {
  const pictures::Run& run;
  const pictures::Moment& moment;
  const pictures::Census& census;
  const pictures::Desk& desk;
  const widgets::Canvas& canvas;
  float flight = 1;  // how far entries have come that are seen to move: 0 to 1

  const look::TextMeasure& measure() const { return canvas.measure(); }
  // Whether the beat that has just come asks to look at this.
  bool in_focus(std::string_view what) const {
    if (!moment.beat) return false;
    const pictures::BeatMark& beat = run.beats[*moment.beat];
    return beat.position == moment.position && beat.focus == what;
  }
  bool ended_badly() const {
    return moment.at_end(run) && run.length() > 0 && run.ending.kind != trace::EndingKind::Fine;
  }
};

// Where a panel stands, and what the shell knows of it: its id and its tabs.
struct Slot {
  pictures::Rect place;
  widgets::PanelLook look;
};

}  // namespace hmaplab::views
