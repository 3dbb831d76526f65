#include "core/session/comparison.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/session/comparison_parts.h"
#include "core/trace/step_text.h"

namespace hmaplab::session {

using About = Difference::About;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(fmt::format("\"{}\"", text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return lines;
}

std::string ending_text(const vm::World& world) {
  if (!world.end()) return "goes on";
  const vm::End& end = *world.end();
  return end.headline.empty() ? fmt::format("exit status {}", end.exit_status) : end.headline;
}

std::string step_text(const Timeline& run, uint32_t index) {
  if (index >= run.length()) return "";
  const trace::StepText text = trace::describe(run.last(), run.step(index));
  std::string told = text.actor + " " + text.point;
  if (!text.object.empty()) told += " " + text.object;
  if (!text.field.empty()) told += (text.object.empty() ? " " : ".") + text.field;
  return told;
}

const char* heading(About about) {
  switch (about) {
    case About::Map:
      return "maps";
    case About::Slot:
      return "buckets";
    case About::Variable:
      return "variables and objects";
    case About::Goroutine:
      return "goroutines";
    case About::Output:
      return "output";
    case About::Ending:
      return "the process";
  }
  return "";
}

std::string place_text(Place place) {
  return fmt::format("branch {}, step {}", place.branch, place.position);
}

}  // namespace

void compare_output(Compared& compared) {
  const std::vector<std::string> one = lines_of(compared.one.stdout_text());
  const std::vector<std::string> other = lines_of(compared.other.stdout_text());
  for (size_t i = 0; i < std::max(one.size(), other.size()) && !compared.is_full(); ++i) {
    compared.add({.about = About::Output,
                  .what = fmt::format("line {} of the output", i + 1),
                  .one = i < one.size() ? one[i] : kNotThere,
                  .other = i < other.size() ? other[i] : kNotThere});
  }
}

void compare_endings(Compared& compared) {
  compared.add({.about = About::Ending,
                .what = "the process",
                .one = ending_text(compared.one),
                .other = ending_text(compared.other)});
}

std::vector<Difference> differences(const vm::World& one, const vm::World& other) {
  Compared compared{.one = one, .other = other, .found = {}};
  compare_maps(compared);
  compare_objects(compared);
  compare_goroutines(compared);
  compare_output(compared);
  compare_endings(compared);
  std::stable_sort(compared.found.begin(), compared.found.end(),
                   [](const Difference& a, const Difference& b) { return a.about < b.about; });
  return std::move(compared.found);
}

std::optional<Parting> parting(const Timeline& one, const Timeline& other) {
  const std::optional<uint32_t> step = first_difference_of(one, other);
  if (!step) return std::nullopt;
  return Parting{.step = *step, .one = step_text(one, *step), .other = step_text(other, *step)};
}

Comparison compare(const Session& session, Place one, Place other) {
  const Timeline& first = session.timeline(one.branch);
  const Timeline& second = session.timeline(other.branch);
  Comparison comparison{.one = one, .other = other, .parting = {}, .differences = {}};
  if (one.branch != other.branch) comparison.parting = parting(first, second);
  comparison.differences =
      differences(first.world_at(one.position), second.world_at(other.position));
  comparison.cut = comparison.differences.size() > Comparison::kMostDifferences;
  if (comparison.cut) comparison.differences.resize(Comparison::kMostDifferences);
  return comparison;
}

std::string comparison_text(const Comparison& comparison) {
  std::string text = fmt::format("{} | {}\n", place_text(comparison.one), place_text(comparison.other));
  if (comparison.parting) {
    const auto told = [](const std::string& step) { return step.empty() ? "(ended)" : step; };
    text += fmt::format("they differ first in step {}: {} | {}\n", comparison.parting->step + 1,
                        told(comparison.parting->one), told(comparison.parting->other));
  }
  if (comparison.differences.empty()) return text + "no difference\n";
  std::optional<About> about;
  for (const Difference& one : comparison.differences) {
    if (about != one.about) text += fmt::format("{}\n", heading(one.about));
    about = one.about;
    text += fmt::format("  {:<28} {} | {}\n", one.what, one.one, one.other);
  }
  if (comparison.cut) text += "and more\n";
  return text;
}

}  // namespace hmaplab::session
