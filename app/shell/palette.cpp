#include "app/shell/palette.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <sstream>

#include "app/shell/typing.h"
#include "core/memory/points.h"

namespace hmaplab::shell {

using pictures::Command;
using pictures::CommandChoice;
using pictures::Tool;
using platform::Key;

namespace {

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

// All words that were typed stand in it.
bool fits(const std::string& words, const std::string& typed) {
  std::istringstream parts(lower(typed));
  for (std::string part; parts >> part;)
    if (words.find(part) == std::string::npos) return false;
  return true;
}

void add_points(std::vector<CommandChoice>& choices) {
  for (uint32_t number = 1; number < static_cast<uint32_t>(memory::Point::count); ++number) {
    const std::string name(memory::name(static_cast<memory::Point>(number)));
    choices.push_back({.text = "to the next " + name,
                       .command = {.kind = Command::Kind::Use,
                                   .number = number,
                                   .tool = Tool::GoToPoint}});
    choices.push_back({.text = "breakpoint at " + name,
                       .command = {.kind = Command::Kind::Use,
                                   .number = number,
                                   .tool = Tool::BreakAtPoint}});
  }
}

}  // namespace

void Palette::open(const Bindings& bindings, const look::Language& language) {
  open_ = true;
  box_ = {};
  all_.clear();
  for (const Action& action : actions()) {
    std::string keys;
    for (const std::string& key : bindings.keys_of(action.name))
      keys += (keys.empty() ? "" : ", ") + key;
    all_.push_back({.text = action.text, .keys = keys, .command = action.command});
  }
  add_points(all_);
  words_.clear();
  for (const CommandChoice& choice : all_)
    words_.push_back(lower(choice.text + " " + choice.keys + " " + language.said(choice.text)));
  list_choices();
}

void Palette::list_choices() {
  box_.choices.clear();
  box_.chosen = 0;
  for (size_t i = 0; i < all_.size(); ++i)
    if (fits(words_[i], box_.field.text())) box_.choices.push_back(all_[i]);
}

Command Palette::take(size_t choice) {
  if (choice >= box_.choices.size()) return {};
  open_ = false;
  return box_.choices[choice].command;
}

Command Palette::type(const platform::KeyPress& press) {
  const size_t count = box_.choices.size();
  switch (press.key) {
    case Key::Escape:
      open_ = false;
      return {};
    case Key::Enter:
      return take(box_.chosen);
    case Key::Up:
      if (count > 0) box_.chosen = (box_.chosen + count - 1) % count;
      return {};
    case Key::Down:
      if (count > 0) box_.chosen = (box_.chosen + 1) % count;
      return {};
    default:
      break;
  }
  const std::string before = box_.field.text();
  type_into(box_.field, press, pictures::TextField::Lines::One);
  if (box_.field.text() != before) list_choices();
  return {};
}

}  // namespace hmaplab::shell
