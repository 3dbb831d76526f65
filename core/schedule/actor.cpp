#include "core/schedule/actor.h"

#include <fmt/format.h>

#include <bit>
#include <charconv>
#include <vector>

namespace hmaplab::schedule {
namespace {

std::optional<uint32_t> parse_number(std::string_view text) {
  uint32_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number == 0 || text[0] == '0') {
    return std::nullopt;
  }
  return number;
}

}  // namespace

std::vector<uint32_t> path_of(Actor actor) {
  std::vector<uint32_t> path;
  if (!is_goroutine(actor)) return path;  // lanes have no parents
  int bit = 63 - std::countl_zero(actor.value) - 1;  // below the leading 1
  while (bit >= 0) {
    int zeros = 0;
    while (((actor.value >> bit) & 1) == 0) {
      ++zeros;
      --bit;
    }
    uint32_t number = 0;
    for (int i = 0; i <= zeros; ++i, --bit) number = number << 1 | ((actor.value >> bit) & 1);
    path.push_back(number);
  }
  return path;
}

std::optional<Actor> child_of(Actor parent, uint32_t number) {
  int width = 2 * (31 - std::countl_zero(number)) + 1;
  // Two bits stay free, so that lanes are never meant.
  if (number == 0 || std::countl_zero(parent.value) <= width + 1) return std::nullopt;
  return Actor{parent.value << width | number};
}

std::string name(Actor actor) {
  if (actor == kNobody) return "nobody";
  if (actor == kClock) return "clock";
  if (actor == kCollector) return "gc";
  if (actor == kFinalizer) return "finalizer";
  if (is_drain(actor)) return name(drained_by(actor)) + "~";
  std::vector<uint32_t> path = path_of(actor);
  std::string text = fmt::format("g{}", path.empty() ? 1 : path[0] + 1);
  for (size_t i = 1; i < path.size(); ++i) text += fmt::format(".{}", path[i]);
  return text;
}

std::optional<Actor> actor_named(std::string_view text) {
  if (text.ends_with('~')) {
    const auto owner = actor_named(text.substr(0, text.size() - 1));
    const bool has_buffer = owner && (is_goroutine(*owner) || *owner == kFinalizer);
    return has_buffer ? std::optional(drain_of(*owner)) : std::nullopt;
  }
  for (Actor lane : {kClock, kCollector, kFinalizer}) {
    if (text == name(lane)) return lane;
  }
  if (text.size() < 2 || text[0] != 'g') return std::nullopt;
  text.remove_prefix(1);
  Actor actor = kMain;
  for (bool first = true;; first = false) {
    size_t dot = text.find('.');
    auto number = parse_number(text.substr(0, dot));
    if (!number) return std::nullopt;
    if (!(first && *number == 1)) {
      auto child = child_of(actor, first ? *number - 1 : *number);
      if (!child) return std::nullopt;
      actor = *child;
    } else if (dot != std::string_view::npos) {
      return std::nullopt;  // children of main are g2, g3, …
    }
    if (dot == std::string_view::npos) return actor;
    text.remove_prefix(dot + 1);
  }
}

}  // namespace hmaplab::schedule
