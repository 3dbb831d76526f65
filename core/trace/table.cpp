#include "core/trace/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/trace/step_text.h"

namespace hmaplab::trace {

namespace {

// What happened, in one cell: "mapassign/set_writing m.flags 0 -> hashWriting".
std::string cell_text(const StepText& text, const vm::Step& step) {
  std::string cell = text.point;
  if (!text.object.empty()) cell += " " + text.object;
  if (!text.field.empty())
    cell += (text.object.empty() ? " " : text.field[0] == '[' ? "" : ".") + text.field;
  if (!text.old_value.empty()) cell += " " + text.old_value;
  if (!text.new_value.empty())
    cell += (step.access == vm::AccessKind::Store ? " -> " : " ") + text.new_value;
  if (!text.result.empty()) cell += " = " + text.result;
  if (!text.meeting.empty()) cell += " (" + text.meeting + ")";
  return cell;
}

std::string padded(std::string text, size_t width) {
  size_t characters = static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
  if (characters < width) text.append(width - characters, ' ');
  return text;
}

std::string right_trimmed(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

}  // namespace

std::string interleaving_table(const vm::World& end, const vm::Steps& steps) {
  std::vector<schedule::Actor> actors = end.created_goroutines();
  for (const vm::Step& step : steps) {
    if (std::find(actors.begin(), actors.end(), step.actor) == actors.end())
      actors.push_back(step.actor);
  }
  std::vector<size_t> widths;
  for (schedule::Actor actor : actors) widths.push_back(schedule::name(actor).size());
  std::vector<std::pair<size_t, std::string>> rows;
  for (const vm::Step& step : steps) {
    auto column =
        static_cast<size_t>(std::find(actors.begin(), actors.end(), step.actor) - actors.begin());
    rows.emplace_back(column, cell_text(describe(end, step), step));
    widths[column] = std::max(widths[column], rows.back().second.size());
  }
  std::string text = " step  line  ";
  for (size_t i = 0; i < actors.size(); ++i)
    text += padded(schedule::name(actors[i]), widths[i] + 2);
  text = right_trimmed(text) + "\n";
  for (size_t row = 0; row < rows.size(); ++row) {
    std::string line = fmt::format("{:5} {:5}  ", row + 1,
                                   steps[row].line == 0 ? "" : std::to_string(steps[row].line));
    for (size_t i = 0; i < actors.size(); ++i)
      line += padded(i == rows[row].first ? rows[row].second : "", widths[i] + 2);
    text += right_trimmed(line) + "\n";
  }
  if (end.end())
    text += end.end()->headline.empty() ? fmt::format("exit status {}\n", end.end()->exit_status)
                                        : end.end()->headline + "\n";
  return text;
}

std::string json_lines(const vm::World& end, const vm::Steps& steps) {
  std::string text;
  for (size_t i = 0; i < steps.size(); ++i) {
    StepText words = describe(end, steps[i]);
    nlohmann::ordered_json line = {
        {"step", i + 1}, {"actor", words.actor}, {"point", words.point}, {"line", steps[i].line}};
    line["visible"] = steps[i].visible;
    if (!words.object.empty()) line["object"] = words.object;
    if (!words.field.empty()) line["field"] = words.field;
    if (steps[i].address != memory::Address::Nil)
      line["address"] = fmt::format("0x{:x}", memory::bits(steps[i].address));
    if (!words.old_value.empty()) line["old"] = words.old_value;
    if (!words.new_value.empty()) line["new"] = words.new_value;
    if (!words.result.empty()) line["result"] = words.result;
    if (!words.meeting.empty()) line["meeting"] = words.meeting;
    text += line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  }
  if (end.end()) {
    nlohmann::ordered_json line = {{"end", end.end()->headline},
                                   {"exit", end.end()->exit_status},
                                   {"stdout", end.stdout_text()}};
    text += line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  }
  return text;
}

}  // namespace hmaplab::trace
