#include "core/session/breakpoints.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace hmaplab::session {

using Kind = Breakpoint::Kind;

namespace {

struct NamedEnding {
  std::string_view name;
  std::optional<trace::EndingKind> kind;
};

const NamedEnding kEndings[] = {
    {"bad", std::nullopt},
    {"panic", trace::EndingKind::Panic},
    {"fatal", trace::EndingKind::Fatal},
    {"throw", trace::EndingKind::Throw},
    {"deadlock", trace::EndingKind::Deadlock},
    {"limit", trace::EndingKind::Limit},
};

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (true) {
    const size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return words;
    const size_t end = std::min(text.find_first_of(" \t", begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    text.remove_prefix(end);
  }
}

std::optional<uint64_t> number_in(std::string_view text, int base) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && !text.empty() ? std::optional(number) : std::nullopt;
}

base::Result<Breakpoint> parse_line(std::string_view text) {
  constexpr uint64_t kMostLines = 1'000'000;
  const std::optional<uint64_t> line = number_in(text, 10);
  if (!line || *line == 0 || *line > kMostLines)
    return base::Error{fmt::format("\"{}\" is not the number of a line", text)};
  return Breakpoint{.kind = Kind::Line, .line = static_cast<uint32_t>(*line)};
}

base::Result<Breakpoint> parse_write(const std::vector<std::string_view>& words) {
  constexpr uint64_t kMostBytes = 1 << 20;
  const bool hexadecimal = words.size() >= 2 && words[1].starts_with("0x");
  const std::optional<uint64_t> address =
      hexadecimal ? number_in(words[1].substr(2), 16) : std::nullopt;
  const std::optional<uint64_t> size =
      words.size() > 2 ? number_in(words[2], 10) : std::optional<uint64_t>(8);
  const bool fits = words.size() <= 3 && address && size && *size > 0 && *size <= kMostBytes &&
                    *address < ~kMostBytes;
  if (!fits) return base::Error{"a write is like \"write 0xc000012000 8\": an address and how many bytes"};
  return Breakpoint{.kind = Kind::Write, .word = {memory::Address{*address}, *size}};
}

// Looks for the line breakpoints that a run comes to, step by step in its order.
class Stays {
 public:
  // Whether the step is the first of a stay on its line.
  bool begins(const vm::Step& step) {
    Stay& stay = stays_[step.actor];
    const bool again = stay.line == step.line && !same_step(stay, step);
    if (again) return false;
    stay = {step.line, step.function, step.point, step.object, step.field};
    return step.line != 0;
  }

 private:
  // Of an actor: its line, and the step with which it came there.
  struct Stay {
    uint32_t line = 0;
    uint32_t function = 0;
    memory::Point point = memory::Point::none;
    memory::Address object = memory::Address::Nil;
    const char* field = "";
  };
  static bool same_step(const Stay& stay, const vm::Step& step) {
    return stay.function == step.function && stay.point == step.point &&
           stay.object == step.object && std::string_view(stay.field) == step.field;
  }

  std::map<schedule::Actor, Stay> stays_;
};

bool ends_so(const Breakpoint& breakpoint, trace::EndingKind kind) {
  if (kind == trace::EndingKind::Fine) return false;
  return !breakpoint.ending || *breakpoint.ending == kind;
}

// Which breakpoints are hit at each position, in ascending order of positions; what is hit nowhere
// is not told. `tell` answers whether it wants to hear more.
template <class Tell>
void each_stop(const Timeline& run, const std::vector<Breakpoint>& list, Tell&& tell) {
  Stays stays;
  std::vector<size_t> hit;
  for (uint32_t position = 0; position <= run.length(); ++position) {
    hit.clear();
    const vm::Step* next = position < run.length() ? &run.step(position) : nullptr;
    const vm::Step* made = position > 0 ? &run.step(position - 1) : nullptr;
    const bool comes_to_line = next && stays.begins(*next);
    for (size_t i = 0; i < list.size(); ++i) {
      const Breakpoint& one = list[i];
      if (!one.active) continue;
      bool is_hit = false;
      switch (one.kind) {
        case Kind::Line:
          is_hit = comes_to_line && next->line == one.line;
          break;
        case Kind::Point:
          is_hit = next && next->point == one.point;
          break;
        case Kind::Write:
          if (made) {
            const auto touch = touch_of_word(*made, one.word);
            is_hit = touch && touch->writes;
          }
          break;
        case Kind::Ending:
          is_hit = !next && ends_so(one, run.ending().kind);
          break;
      }
      if (is_hit) hit.push_back(i);
    }
    if (!hit.empty() && !tell(position, hit)) return;
  }
}

}  // namespace

bool Breakpoint::same_place(const Breakpoint& other) const {
  if (kind != other.kind) return false;
  switch (kind) {
    case Kind::Line:
      return line == other.line;
    case Kind::Point:
      return point == other.point;
    case Kind::Write:
      return word == other.word;
    case Kind::Ending:
      return ending == other.ending;
  }
  return false;
}

base::Result<Breakpoint> parse_breakpoint(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.size() == 2 && words[0] == "line") return parse_line(words[1]);
  if (!words.empty() && words[0] == "write") return parse_write(words);
  if (words.size() == 1) {
    for (const NamedEnding& ending : kEndings) {
      if (words[0] == ending.name) return Breakpoint{.kind = Kind::Ending, .ending = ending.kind};
    }
    if (const auto point = memory::point_named(words[0]))
      return Breakpoint{.kind = Kind::Point, .point = *point};
    if (words[0].find_first_not_of("0123456789") == std::string_view::npos) return parse_line(words[0]);
  }
  return base::Error{fmt::format(
      "\"{}\" is no breakpoint; it is a line (12), a point (mapassign/set_writing), \"write ADDRESS "
      "BYTES\", or one of bad, panic, fatal, throw, deadlock, limit",
      text)};
}

std::string to_text(const Breakpoint& breakpoint) {
  switch (breakpoint.kind) {
    case Kind::Line:
      return fmt::format("line {}", breakpoint.line);
    case Kind::Point:
      return std::string(memory::name(breakpoint.point));
    case Kind::Write:
      return fmt::format("write 0x{:x} {}", memory::bits(breakpoint.word.address), breakpoint.word.size);
    case Kind::Ending:
      break;
  }
  for (const NamedEnding& ending : kEndings) {
    if (ending.kind == breakpoint.ending) return std::string(ending.name);
  }
  return "bad";
}

bool Breakpoints::toggle(const Breakpoint& breakpoint) {
  const auto same = std::find_if(list_.begin(), list_.end(), [&](const Breakpoint& one) {
    return one.same_place(breakpoint);
  });
  if (same == list_.end()) {
    list_.push_back(breakpoint);
    return true;
  }
  list_.erase(same);
  return false;
}

void Breakpoints::remove(size_t index) {
  if (index < list_.size()) list_.erase(list_.begin() + static_cast<std::ptrdiff_t>(index));
}

void Breakpoints::set_active(size_t index, bool active) {
  if (index < list_.size()) list_[index].active = active;
}

const Breakpoint* Breakpoints::at_line(uint32_t line) const {
  for (const Breakpoint& one : list_) {
    if (one.kind == Kind::Line && one.line == line && one.active) return &one;
  }
  return nullptr;
}

Stop Breakpoints::next(const Timeline& run, uint32_t position) const {
  Stop stop{.position = run.length(), .hit = {}};
  each_stop(run, list_, [&](uint32_t at, const std::vector<size_t>& hit) {
    if (at <= position) return true;
    stop = {at, hit};
    return false;
  });
  return stop;
}

Stop Breakpoints::previous(const Timeline& run, uint32_t position) const {
  Stop stop{.position = 0, .hit = {}};
  each_stop(run, list_, [&](uint32_t at, const std::vector<size_t>& hit) {
    if (at >= position) return false;
    stop = {at, hit};
    return true;
  });
  return stop;
}

std::string stop_text(const Timeline& run, const Breakpoints& breakpoints, const Stop& stop) {
  if (stop.hit.empty()) return stop.position == run.length() ? "the end of the run" : "the beginning";
  std::string text = fmt::format("stopped at step {}: ", stop.position);
  for (size_t i = 0; i < stop.hit.size(); ++i)
    text += (i == 0 ? "" : ", ") + to_text(breakpoints.list()[stop.hit[i]]);
  return text;
}

}  // namespace hmaplab::session
