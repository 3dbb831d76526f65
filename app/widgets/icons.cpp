#include "app/widgets/icons.h"

#include <imgui.h>

#include "app/pictures/icon_parts.h"

namespace hmaplab::widgets {

void paint_icon(ImDrawList& list, const pictures::Rect& place, pictures::Shape shape,
                uint32_t color, float line) {
  for (const pictures::IconPart& part : pictures::icon_parts(place, shape, line)) {
    list.PathClear();
    for (const pictures::Point& point : part.points) list.PathLineTo(ImVec2(point.x, point.y));
    if (part.line == 0) {
      list.PathFillConvex(color);
    } else {
      list.PathStroke(color, part.closed ? ImDrawFlags_Closed : ImDrawFlags_None, part.line);
    }
  }
}

}  // namespace hmaplab::widgets
