// Theme: what each colour of colors.h looks like, how thick lines are and how large everything is at
// least. Dark is for a desk, light for a bright room; print is for paper, where nothing depends on a hue;
// projector is for a room: high contrast, thick lines, no text below 18 pt on a screen of 1280x720.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "app/look/colors.h"

namespace hmaplab::look {

enum class ThemeName : uint8_t { Dark, Light, Print, Projector };

constexpr size_t kThemes = 4;

struct Theme {
  ThemeName name = ThemeName::Dark;
  std::array<Rgba, kColors> colors{};
  float line = 1;        // times as thick as the pictures say
  float scale = 0;       // pixels of a unit on a screen of 1280x720, at least
  float least_text = 0;  // no text is smaller, in units

  Rgba operator[](Color color) const { return colors[static_cast<size_t>(color)]; }
};

Theme make_theme(ThemeName name);
std::string_view theme_text(ThemeName name);  // "dark"
std::optional<ThemeName> theme_named(std::string_view text);
// The themes of the window, round and round.
constexpr ThemeName next_theme(ThemeName name) {
  return name == ThemeName::Dark    ? ThemeName::Light
         : name == ThemeName::Light ? ThemeName::Projector
                                    : ThemeName::Dark;
}

}  // namespace hmaplab::look
