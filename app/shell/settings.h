// Settings: what a person chose for all programs that they look at. A small file; what cannot be read in it
// is as if nobody had chosen.
//
//   theme = "dark"        # light, projector
//   lang = "zh"           # en; without it what the environment asks for
//   size = 1.25           # 0.75 to 3
//   reduced_motion = true
//   tour_seen = true      # the tour for newcomers does not come by itself any more
//   map_zoom = 2          # 1 heat, 2 cards, 3 bytes; 0: as the map is large
#pragma once

#include <optional>
#include <string>

#include "app/look/language.h"
#include "app/look/theme.h"

namespace hmaplab::shell {

struct Settings {
  look::ThemeName theme = look::ThemeName::Dark;
  std::optional<look::LanguageName> language;
  float size = 1;
  uint64_t map_zoom = 0;
  bool reduced_motion = false;
  bool tour_seen = false;

  friend bool operator==(const Settings&, const Settings&) = default;
};

Settings parse_settings(const std::string& text);
std::string to_text(const Settings& settings);

}  // namespace hmaplab::shell
