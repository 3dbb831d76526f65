// Theme: what each colour of colors.h looks like. Dark is for a desk, light for a bright room and
// for paper.
#pragma once

#include <array>
#include <string_view>

#include "app/look/colors.h"

namespace hmaplab::look {

enum class ThemeName : uint8_t { Dark, Light };

struct Theme {
  ThemeName name = ThemeName::Dark;
  std::array<Rgba, kColors> colors{};

  Rgba operator[](Color color) const { return colors[static_cast<size_t>(color)]; }
};

Theme make_theme(ThemeName name);
std::string_view theme_text(ThemeName name);  // "dark", "light"
constexpr ThemeName other_theme(ThemeName name) {
  return name == ThemeName::Dark ? ThemeName::Light : ThemeName::Dark;
}

}  // namespace hmaplab::look
