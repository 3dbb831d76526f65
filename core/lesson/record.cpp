#include "core/lesson/record.h"

#include <fmt/format.h>

namespace hmaplab::lesson {
namespace {

// As a TOML string.
std::string quoted(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\t') {
      quoted += "\\t";
    } else {
      if (c == '"' || c == '\\') quoted += '\\';
      quoted += c;
    }
  }
  return quoted + "\"";
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

std::string moment_text(const session::Timeline& run, uint32_t position, uint32_t from) {
  if (position == 0) return "start";
  if (position >= run.length()) return "end";
  const vm::Step& made = run.step(position - 1);
  uint32_t time = 0;
  for (uint32_t i = from > 0 ? from - 1 : 0; i < position; ++i)
    if (run.step(i).actor == made.actor && run.step(i).point == made.point) ++time;
  return fmt::format("{} after {}{}", schedule::name(made.actor), memory::name(made.point),
                     time > 1 ? fmt::format(" #{}", time) : "");
}

std::string beat_toml(const session::Timeline& run, uint32_t position, uint32_t from) {
  return fmt::format(
      "\n[[beat]]\nat = {}\ntitle.en = \"A title\"\ntitle.zh = \"标题\"\n"
      "text.en = \"One idea, at most 60 words.\"\ntext.zh = \"一个意思，最多 130 字。\"\nfocus = \"\"\n",
      quoted(moment_text(run, position, from)));
}

std::string lesson_toml(const session::Timeline& run, const std::string& title,
                        const std::string& schedule) {
  const vm::World& last = run.last();
  return fmt::format(
      "title.en = {}\ntitle.zh = \"标题\"\nchapter.en = \"A chapter\"\nchapter.zh = \"章节\"\n"
      "summary.en = \"One sentence.\"\nsummary.zh = \"一句话。\"\nseed = 1\nschedule = {}\n\n"
      "[expected]  # lessons/record tells what go1.23.5 does\nstdout = {}\nstderr = {}\nexit = {}\n{}",
      quoted(title), quoted(schedule), quoted(last.stdout_text()),
      quoted(first_line(last.end() ? last.end()->stderr_text : "")),
      last.end() ? last.end()->exit_status : 0, beat_toml(run, 0, 0));
}

std::string with_schedule(std::string toml, const std::string& schedule) {
  constexpr std::string_view kKey = "\nschedule = ";
  const size_t begin = toml.find(kKey);
  if (begin == std::string::npos) return toml;
  const size_t end = std::min(toml.find('\n', begin + 1), toml.size());
  return toml.replace(begin, end - begin, std::string(kKey) + quoted(schedule));
}

}  // namespace hmaplab::lesson
