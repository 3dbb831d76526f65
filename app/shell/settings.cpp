#include "app/shell/settings.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "app/look/metrics.h"

namespace hmaplab::shell {

Settings parse_settings(const std::string& text) {
  Settings settings;
  toml::table table;
  try {
    table = toml::parse(text);
  } catch (const toml::parse_error&) {
    return settings;
  }
  const auto theme = look::theme_named(table["theme"].value_or(std::string("dark")));
  if (theme && *theme != look::ThemeName::Print) settings.theme = *theme;
  settings.size = std::clamp(static_cast<float>(table["size"].value_or(1.0)),
                             look::metrics::kSmallestScale, look::metrics::kLargestScale);
  settings.map_zoom =
      static_cast<uint64_t>(std::clamp<int64_t>(table["map_zoom"].value_or(int64_t{0}), 0, 3));
  return settings;
}

std::string to_text(const Settings& settings) {
  return fmt::format("theme = \"{}\"\nsize = {:.3f}\nmap_zoom = {}\n",
                     look::theme_text(settings.theme), settings.size, settings.map_zoom);
}

}  // namespace hmaplab::shell
