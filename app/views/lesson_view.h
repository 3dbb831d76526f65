// The panel of the lesson: the beat that has come and its narration.
#pragma once

#include "app/views/frame.h"

namespace hmaplab::views {

class LessonView {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);

 private:
  std::optional<size_t> beat_;  // whose beginning was brought into view
};

}  // namespace hmaplab::views
