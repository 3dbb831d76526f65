// The panel of the source. It follows who moved last, and scrolls only when that line is out of
// sight. While the source is edited it is the editor, and follows the cursor.
#pragma once

#include "app/views/frame.h"

namespace hmaplab::views {

class SourceView {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);

 private:
  pictures::Command draw_source(const Frame& frame, Slot& slot);
  pictures::Command draw_editor(const Frame& frame, Slot& slot);

  std::optional<pictures::Rect> focus_;  // that was last brought into view
  size_t cursor_ = 0;
  uint64_t version_ = 0;   // of the text, then
  size_t remarks_ = 0;
  pictures::Point room_;  // height of the panel and scale
  bool was_open_ = false;  // the editor
  bool dragging_ = false;  // over its text
};

}  // namespace hmaplab::views
