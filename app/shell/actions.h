// Actions: everything that a key or the command palette can ask for, in one table. The table of keys
// under '?', the palette, the tooltips and the file of key bindings are made from it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/pictures/command.h"
#include "app/pictures/help_picture.h"

namespace hmaplab::shell {

struct Action {
  const char* name;  // in keys.toml: "step-forward"; stable
  const char* text;  // "a step forward"
  const char* keys;  // that it has by itself, blanks between several: "Right", "? F1"; "" for none
  pictures::Command command;
};

std::span<const Action> actions();
// nullptr when there is none with that name.
const Action* find_action(std::string_view name);

// A line of the table of keys: actions that belong together.
struct HelpLine {
  std::vector<const char*> actions;  // names
  const char* text;
};
std::span<const HelpLine> help_lines();

}  // namespace hmaplab::shell
