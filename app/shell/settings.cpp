#include "app/shell/settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/look/metrics.h"
#include "core/lesson/table_reader.h"

namespace hmaplab::shell {

Settings parse_settings(const std::string& text) {
  Settings settings;
  const auto parsed = lesson::parse_toml(text, "settings.toml");
  if (!parsed) return settings;
  const toml::table& table = parsed.value();
  const auto theme = look::theme_named(table["theme"].value_or(std::string("dark")));
  if (theme && *theme != look::ThemeName::Print) settings.theme = *theme;
  settings.language = look::language_named(table["lang"].value_or(std::string()));
  settings.size = std::clamp(static_cast<float>(table["size"].value_or(1.0)),
                             look::metrics::kSmallestScale, look::metrics::kLargestScale);
  settings.map_zoom =
      static_cast<uint64_t>(std::clamp<int64_t>(table["map_zoom"].value_or(int64_t{0}), 0, 3));
  settings.reduced_motion = table["reduced_motion"].value_or(false);
  settings.tour_seen = table["tour_seen"].value_or(false);
  return settings;
}

std::string to_text(const Settings& settings) {
  const std::string language =
      settings.language ? fmt::format("lang = \"{}\"\n", look::short_name(*settings.language)) : "";
  return fmt::format("theme = \"{}\"\n{}size = {:.3f}\nmap_zoom = {}\nreduced_motion = {}\ntour_seen = {}\n",
                     look::theme_text(settings.theme), language, settings.size, settings.map_zoom,
                     settings.reduced_motion, settings.tour_seen);
}

}  // namespace hmaplab::shell
