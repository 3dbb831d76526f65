// The card of a dialog in front of everything: opening a file, typing a schedule. A click beside the card
// closes it.
#pragma once

#include "app/pictures/desk.h"
#include "app/pictures/palette_picture.h"
#include "app/widgets/painter.h"

namespace hmaplab::views {

class DialogOverlay {
 public:
  // Nothing is drawn when no dialog is open.
  pictures::Command draw(const widgets::Canvas& canvas, const pictures::Rect& window,
                         const pictures::Desk& desk);
  // The command palette; a click beside it gives Close.
  pictures::Command draw(const widgets::Canvas& canvas, const pictures::Rect& window,
                         const pictures::CommandBox& box);
};

}  // namespace hmaplab::views
