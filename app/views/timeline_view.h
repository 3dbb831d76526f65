// The panel of the timeline: a click or a drag moves the cursor.
#pragma once

#include "app/pictures/timeline_scale.h"
#include "app/views/frame.h"

namespace hmaplab::views {

class TimelineView {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);
  // Folds what is boring, or unfolds it.
  void toggle_fold() { toggle_fold_ = true; }
  // Happens-before edges.
  void toggle_order() { shows_order_ = !shows_order_; }
  bool shows_order() const { return shows_order_; }

 private:
  void follow(const Frame& frame, float width);

  pictures::TimelineWindow window_;
  uint32_t position_ = 0;
  uint32_t length_ = 0;
  bool toggle_fold_ = false;
  bool shows_order_ = false;
};

}  // namespace hmaplab::views
