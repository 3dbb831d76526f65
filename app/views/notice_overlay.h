// A sentence that must be read, as a card below the toolbar.
#pragma once

#include <string>

#include "app/pictures/geometry.h"
#include "app/widgets/painter.h"

namespace hmaplab::views {

void draw_notice(const widgets::Canvas& canvas, const pictures::Rect& window,
                 const std::string& sentence);

}  // namespace hmaplab::views
