// What lies over the panels in front of a room: a veil on what the beat does not speak of, a dark
// screen, and the card with the token of the step.
#pragma once

#include <string>
#include <vector>

#include "app/pictures/geometry.h"
#include "app/widgets/painter.h"

namespace hmaplab::views {

// A veil over these places, in units of the window.
void draw_veils(const widgets::Canvas& canvas, const std::vector<pictures::Rect>& places);
// Nothing but dark.
void draw_blank(const widgets::Canvas& canvas, const pictures::Rect& window);
// The card in the middle of the window.
void draw_token(const widgets::Canvas& canvas, const pictures::Rect& window,
                const std::string& token);

}  // namespace hmaplab::views
