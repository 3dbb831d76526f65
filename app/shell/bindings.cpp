#include "app/shell/bindings.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

#include "core/lesson/table_reader.h"

namespace hmaplab::shell {

using pictures::Command;
using pictures::Tool;
using platform::Key;
using platform::KeyPress;

namespace {

constexpr std::pair<std::string_view, Key> kNames[] = {
    {"Left", Key::Left},       {"Right", Key::Right},   {"Up", Key::Up},
    {"Down", Key::Down},       {"Home", Key::Home},     {"End", Key::End},
    {"PgUp", Key::PageUp},     {"PgDn", Key::PageDown}, {"Space", Key::Space},
    {"Enter", Key::Enter},     {"Tab", Key::Tab},       {"Backspace", Key::Backspace},
    {"Delete", Key::Delete},   {"Esc", Key::Escape},    {"F1", Key::F1},
    {"F2", Key::F2},           {"F3", Key::F3},         {"F4", Key::F4},
    {"F5", Key::F5},           {"F6", Key::F6},         {"F7", Key::F7},
    {"F8", Key::F8},           {"F9", Key::F9},         {"F10", Key::F10},
    {"F11", Key::F11},         {"F12", Key::F12},
};

bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

// Some keyboards give a capital letter, some say that shift is held, some both: a small letter, and
// shift said. What is no letter has shift in it already.
KeyPress plain(KeyPress press) {
  if (press.key != Key::Character) return press;
  const bool is_capital = press.character >= U'A' && press.character <= U'Z';
  if (is_capital) press.character = press.character - U'A' + U'a';
  press.shift = is_letter(press.character) && (press.shift || is_capital);
  return press;
}

// The goroutine with that number moves: one stop, with shift until it blocks, with control to its
// next conflict.
Command command_of_digit(const KeyPress& press, const pictures::Moment& moment) {
  if (press.key != Key::Character || press.character < U'1' || press.character > U'9') return {};
  const std::string badge(1, static_cast<char>(press.character));
  for (const pictures::GoroutineCard& goroutine : moment.goroutines) {
    if (goroutine.person.badge != badge) continue;
    const schedule::Actor actor = goroutine.person.actor;
    if (press.control) return pictures::use(Tool::GoToConflict, actor);
    if (press.shift) return pictures::use(Tool::GoToBlock, actor);
    return {.kind = Command::Kind::Choose, .actor = actor};
  }
  return {};
}

std::vector<KeyPress> parse_keys(std::string_view text, std::string& wrong) {
  std::vector<KeyPress> presses;
  std::istringstream words{std::string(text)};
  for (std::string word; words >> word;) {
    if (const auto press = parse_key(word)) {
      presses.push_back(*press);
    } else {
      wrong = word;
    }
  }
  return presses;
}

}  // namespace

std::optional<KeyPress> parse_key(std::string_view text) {
  KeyPress press;
  const auto take = [&text](std::string_view word) {
    if (!text.starts_with(word) || text.size() == word.size()) return false;
    text.remove_prefix(word.size());
    return true;
  };
  for (bool more = true; more;) {
    more = false;
    if (take("Ctrl+")) more = press.control = true;
    if (take("Shift+")) more = press.shift = true;
    if (take("Alt+")) more = press.alt = true;
  }
  for (const auto& [name, key] : kNames) {
    if (text == name) {
      press.key = key;
      return press;
    }
  }
  if (text.size() != 1 || text[0] <= ' ' || text[0] > '~') return std::nullopt;
  press.character = static_cast<char32_t>(text[0]);
  // "P" is the key, whether or not it is written as a capital.
  if (is_letter(press.character)) press.character |= 0x20;
  return plain(press);
}

std::string key_text(const KeyPress& press) {
  std::string text = press.control ? "Ctrl " : "";
  if (press.alt) text += "Alt ";
  if (press.shift) text += "Shift ";
  if (press.key == Key::Character) {
    const char32_t c = press.character;
    return text + static_cast<char>(is_letter(c) ? c & ~char32_t{0x20} : c);
  }
  if (press.key == Key::Left && text.empty()) return "←";
  if (press.key == Key::Right && text.empty()) return "→";
  constexpr std::pair<Key, const char*> kArrows[] = {
      {Key::Left, "←"}, {Key::Right, "→"}, {Key::Up, "↑"}, {Key::Down, "↓"}};
  for (const auto& [key, arrow] : kArrows)
    if (press.key == key) return text + arrow;
  for (const auto& [name, key] : kNames)
    if (press.key == key) return text + std::string(name);
  return text;
}

Bindings::Bindings() {
  std::string wrong;
  for (const Action& action : actions()) bind(action, parse_keys(action.keys, wrong));
}

// A key asks for one action: the one that it was bound to last.
void Bindings::bind(const Action& action, const std::vector<KeyPress>& presses) {
  std::erase_if(bound_, [&](const Bound& bound) {
    return bound.action == &action ||
           std::find(presses.begin(), presses.end(), bound.press) != presses.end();
  });
  for (const KeyPress& press : presses) bound_.push_back({press, &action});
}

base::Result<Bindings> Bindings::parse(const std::string& text, const std::string& name) {
  const auto table = lesson::parse_toml(text, name);
  if (!table) return base::Error{table.error()};
  Bindings bindings;
  const toml::table* keys = table.value()["keys"].as_table();
  if (keys == nullptr) return bindings;
  for (const auto& [key, node] : *keys) {
    const auto fail = [&](const std::string& why) {
      return base::Error{fmt::format("{}:{}: {}", name, key.source().begin.line, why)};
    };
    const Action* action = find_action(key.str());
    if (action == nullptr) return fail(fmt::format("there is no action \"{}\"", key.str()));
    if (!node.is_string()) return fail(fmt::format("\"{}\" must be a string", key.str()));
    std::string wrong;
    const auto presses = parse_keys(node.value<std::string>().value_or(""), wrong);
    if (!wrong.empty()) return fail(fmt::format("\"{}\" is no key; one is like Ctrl+K", wrong));
    bindings.bind(*action, presses);
  }
  return bindings;
}

Command Bindings::command_of(const KeyPress& press, const pictures::Moment& moment) const {
  const KeyPress asked = plain(press);
  const auto find = [this](const KeyPress& wanted) {
    return std::find_if(bound_.begin(), bound_.end(),
                        [&wanted](const Bound& bound) { return bound.press == wanted; });
  };
  auto found = find(asked);
  // A letter with shift means the same as without where nothing else is bound to it.
  if (found == bound_.end() && asked.key == Key::Character && asked.shift) {
    KeyPress without = asked;
    without.shift = false;
    found = find(without);
  }
  if (found != bound_.end()) return found->action->command;
  return command_of_digit(press, moment);
}

std::vector<std::string> Bindings::keys_of(std::string_view action) const {
  std::vector<std::string> keys;
  for (const Bound& bound : bound_)
    if (bound.action->name == action) keys.push_back(key_text(bound.press));
  return keys;
}

std::vector<pictures::KeyLine> Bindings::key_lines() const {
  std::vector<pictures::KeyLine> lines;
  size_t digits = 0;
  for (const HelpLine& line : help_lines()) {
    pictures::KeyLine shown{.keys = {}, .text = line.text};
    for (const char* action : line.actions) {
      const std::vector<std::string> keys = keys_of(action);
      if (!keys.empty()) shown.keys.push_back(keys.front());
    }
    if (line.actions.empty())
      shown.keys = digits++ == 0 ? std::vector<std::string>{"1", "…", "9"}
                                 : std::vector<std::string>{"Shift 1", "Ctrl 1"};
    lines.push_back(std::move(shown));
  }
  return lines;
}

}  // namespace hmaplab::shell
