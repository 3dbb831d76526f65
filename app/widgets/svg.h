// The few rules of SVG as a text: numbers, colours, what may stand in it. The same values always give
// the same text, and whatever text comes in, XML comes out.
#pragma once

#include <string>
#include <string_view>

#include "app/look/colors.h"

namespace hmaplab::widgets {

// At most two decimals, none where they are zero: "12", "0.5".
std::string svg_number(float value);
// "#5cc8f0"
std::string svg_color(look::Rgba color);
// The text as XML has it: signs escaped, and what is no character of XML, or no UTF-8, as U+FFFD.
std::string svg_escaped(std::string_view text);

}  // namespace hmaplab::widgets
