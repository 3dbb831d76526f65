#include "core/lesson/moment.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

namespace hmaplab::lesson {

namespace {

constexpr std::string_view kForms =
    R"(a moment is "start", "end", or like "g2 at mapassign/set_writing #2" or g1 after "m[k] = 1")";

struct Wanted {
  std::optional<schedule::Actor> actor;  // none: any
  bool after = false;
  std::optional<memory::Point> point;  // or a line:
  std::vector<bool> lines;             // by number, those in which the text stands
  uint32_t time = 1;

  bool matches(const vm::Step& step) const {
    if (actor && step.actor != *actor) return false;
    return point ? step.point == *point : step.line < lines.size() && lines[step.line];
  }
};

std::vector<bool> lines_with(const std::string& source, const std::string& text) {
  std::vector<bool> lines = {false};
  std::istringstream stream(source);
  for (std::string line; std::getline(stream, line);)
    lines.push_back(line.find(text) != std::string::npos);
  return lines;
}

// Cut at blanks, but "what stands in quotes" is one word and keeps the first of them.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (size_t at = 0; (at = text.find_first_not_of(' ', at)) != std::string::npos;) {
    const bool is_quoted = text[at] == '"';
    const size_t end = is_quoted ? text.rfind('"') : text.find(' ', at);
    const size_t stop = std::min(end == at ? text.size() : end, text.size());
    words.push_back(text.substr(at, stop - at));
    at = is_quoted ? stop + 1 : stop;
    if (at >= text.size()) break;
  }
  return words;
}

std::optional<uint32_t> time_of(const std::string& word) {
  const bool is_number = word.size() > 1 && word.size() < 8 && word[0] == '#' &&
                         word.find_first_not_of("0123456789", 1) == std::string::npos;
  if (!is_number || word == "#0") return std::nullopt;
  return static_cast<uint32_t>(std::stoul(word.substr(1)));
}

base::Result<Wanted> parse(const std::string& source, const std::string& text) {
  const std::vector<std::string> words = words_of(text);
  const auto wrong = [&](const std::string& why) {
    return base::Error{fmt::format("\"{}\": {}; {}", text, why, kForms)};
  };
  if (words.size() < 3 || words.size() > 4) return wrong("three or four words are expected");
  Wanted wanted{.actor = schedule::actor_named(words[0]), .after = words[1] == "after"};
  if (!wanted.actor && words[0] != "any")
    return wrong(fmt::format("\"{}\" is not an actor", words[0]));
  if (words[1] != "at" && words[1] != "after")
    return wrong(fmt::format("\"{}\" is neither at nor after", words[1]));
  if (words[2].starts_with('"')) {
    wanted.lines = lines_with(source, words[2].substr(1));
    if (words[2].size() < 2 ||
        std::find(wanted.lines.begin(), wanted.lines.end(), true) == wanted.lines.end())
      return wrong("no line of the program has that text");
  } else {
    wanted.point = memory::point_named(words[2]);
    if (!wanted.point) return wrong(fmt::format("there is no point \"{}\"", words[2]));
  }
  if (words.size() == 4) {
    const auto time = time_of(words[3]);
    if (!time) return wrong(fmt::format("\"{}\" is not a number like #2", words[3]));
    wanted.time = *time;
  }
  return wanted;
}

// Whether the actor of this step makes its next one somewhere else, or none.
bool leaves_the_line(const session::Timeline& run, uint32_t index, const Wanted& wanted) {
  for (uint32_t next = index + 1; next < run.length(); ++next)
    if (run.step(next).actor == run.step(index).actor) return !wanted.matches(run.step(next));
  return true;
}

}  // namespace

base::Result<uint32_t> find_moment(const session::Timeline& run, const std::string& source,
                                   const std::string& text, uint32_t from) {
  if (text == "start")
    return from == 0 ? base::Result<uint32_t>(0u) : base::Error{"\"start\" must be the first beat"};
  if (text == "end") return run.length();
  const auto words = parse(source, text);
  if (!words) return base::Error{words.error()};
  const Wanted& wanted = words.value();
  uint32_t seen = 0;
  std::map<schedule::Actor, bool> is_on_line;
  for (uint32_t i = 0; i < run.length(); ++i) {
    const bool was_on_line = std::exchange(is_on_line[run.step(i).actor], wanted.matches(run.step(i)));
    const uint32_t position = wanted.after ? i + 1 : i;
    if (!wanted.matches(run.step(i)) || position < from) continue;
    const bool counts =
        wanted.point || (wanted.after ? leaves_the_line(run, i, wanted) : !was_on_line);
    if (counts && ++seen == wanted.time) return position;
  }
  return base::Error{fmt::format(
      "\"{}\" does not happen behind the beat before it (it happens {} times there)", text, seen)};
}

}  // namespace hmaplab::lesson
