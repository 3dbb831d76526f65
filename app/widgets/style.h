// Gives ImGui's own few visible parts (scrollbars) the colours of the theme and the sizes of the
// scale.
#pragma once

#include "app/widgets/painter.h"

namespace hmaplab::widgets {

void apply_style(const Canvas& canvas);

}  // namespace hmaplab::widgets
