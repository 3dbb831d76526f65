#include "core/trace/perfetto.h"

#include <map>
#include <nlohmann/json.hpp>

#include "core/trace/names.h"
#include "core/trace/step_text.h"

namespace hmaplab::trace {

using Json = nlohmann::ordered_json;

namespace {

// Tracks have the numbers 1, 2, … in the order in which their actors first moved.
class Tracks {
 public:
  int of(schedule::Actor actor, Json& events) {
    const auto [place, is_new] = numbers_.try_emplace(actor, static_cast<int>(numbers_.size()) + 1);
    if (is_new) {
      events.push_back({{"ph", "M"}, {"pid", 1}, {"tid", place->second}, {"name", "thread_name"},
                        {"args", {{"name", schedule::name(actor)}}}});
      events.push_back({{"ph", "M"}, {"pid", 1}, {"tid", place->second}, {"name", "thread_sort_index"},
                        {"args", {{"sort_index", place->second}}}});
    }
    return place->second;
  }

 private:
  std::map<schedule::Actor, int> numbers_;
};

Json slice_of(const vm::World& end, const vm::Step& step, size_t index, int track) {
  const StepText words = describe(end, step);
  Json details = {{"step", index + 1}, {"sentence", words.sentence}};
  if (step.line != 0) details["line"] = step.line;
  if (!words.object.empty()) details["object"] = words.object;
  if (!words.field.empty()) details["field"] = words.field;
  if (!words.old_value.empty()) details["old"] = words.old_value;
  if (!words.new_value.empty()) details["new"] = words.new_value;
  return {{"ph", "X"}, {"pid", 1}, {"tid", track}, {"ts", index}, {"dur", 1}, {"name", words.point}, {"args", details}};
}

Json edge(const char* phase, int track, size_t time, const std::string& name) {
  return {{"ph", phase}, {"pid", 1}, {"tid", track}, {"ts", time}, {"name", name}};
}

}  // namespace

std::string perfetto_json(const vm::World& end, const vm::Steps& steps) {
  Json events = Json::array();
  Tracks tracks;
  std::map<int, std::string> open;  // map operations under way, by track
  for (size_t i = 0; i < steps.size(); ++i) {
    const vm::Step& step = steps[i];
    const int track = tracks.of(step.actor, events);
    if (step.in_map && !open.contains(track)) {
      std::string name(memory::operation(step.point));
      if (const std::string map = map_name(end, step.map); !map.empty()) name += " " + map;
      events.push_back(edge("B", track, i, name));
      open[track] = name;
    }
    events.push_back(slice_of(end, step, i, track));
    if (step.ends_operation && open.contains(track)) {
      events.push_back(edge("E", track, i + 1, open[track]));
      open.erase(track);
    }
  }
  for (const auto& [track, name] : open) events.push_back(edge("E", track, steps.size(), name));
  const std::string how = !end.end() || end.end()->headline.empty() ? "the process ends" : end.end()->headline;
  if (end.end() && !steps.empty()) {
    Json mark = edge("i", tracks.of(steps.back().actor, events), steps.size(), how);
    mark["s"] = "g";
    events.push_back(mark);
  }
  const Json all = {{"displayTimeUnit", "ns"}, {"traceEvents", events}};
  return all.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hmaplab::trace
