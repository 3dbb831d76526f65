#include "core/lesson/moment.h"

#include <fmt/format.h>

#include <optional>
#include <sstream>
#include <vector>

namespace hmaplab::lesson {

namespace {

struct Words {
  schedule::Actor actor;
  bool after = false;
  memory::Point point = memory::Point::none;
  uint32_t time = 1;
};

base::Result<Words> parse(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  auto wrong = [&](const std::string& why) {
    return base::Error{fmt::format(
        "\"{}\": {}; a moment is \"start\", \"end\", or like \"g2 at mapassign/set_writing #2\"",
        text, why)};
  };
  if (words.size() < 3 || words.size() > 4) return wrong("three or four words are expected");
  auto actor = schedule::actor_named(words[0]);
  auto point = memory::point_named(words[2]);
  if (!actor) return wrong(fmt::format("\"{}\" is not an actor", words[0]));
  if (words[1] != "at" && words[1] != "after")
    return wrong(fmt::format("\"{}\" is neither at nor after", words[1]));
  if (!point) return wrong(fmt::format("there is no point \"{}\"", words[2]));
  Words parsed{*actor, words[1] == "after", *point, 1};
  if (words.size() == 3) return parsed;
  const std::string& time = words[3];
  bool number = time.size() > 1 && time.size() < 8 && time[0] == '#' &&
                time.find_first_not_of("0123456789", 1) == std::string::npos;
  if (!number || time == "#0") return wrong(fmt::format("\"{}\" is not a number like #2", time));
  parsed.time = static_cast<uint32_t>(std::stoul(time.substr(1)));
  return parsed;
}

}  // namespace

base::Result<uint32_t> find_moment(const session::Timeline& run, const std::string& text,
                                   uint32_t from) {
  if (text == "start")
    return from == 0 ? base::Result<uint32_t>(0u) : base::Error{"\"start\" must be the first beat"};
  if (text == "end") return run.length();
  auto words = parse(text);
  if (!words) return base::Error{words.error()};
  const Words& wanted = words.value();
  uint32_t seen = 0;
  for (uint32_t i = wanted.after && from > 0 ? from - 1 : from; i < run.length(); ++i) {
    if (run.step(i).actor != wanted.actor || run.step(i).point != wanted.point) continue;
    uint32_t position = wanted.after ? i + 1 : i;
    if (position >= from && ++seen == wanted.time) return position;
  }
  return base::Error{fmt::format(
      "\"{}\" does not happen behind the beat before it (it happens {} times there)", text, seen)};
}

}  // namespace hmaplab::lesson
