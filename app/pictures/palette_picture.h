// The command palette: a field, and the commands that fit what is typed, with their keys.
#pragma once

#include "app/pictures/sketch.h"
#include "app/pictures/text_field.h"

namespace hmaplab::pictures {

struct CommandChoice {
  std::string text;  // "a step forward"
  std::string keys;  // "→"; "" when it has none
  Command command;
};

struct CommandBox {
  TextField field{"", TextField::Lines::One};
  std::vector<CommandChoice> choices;
  size_t chosen = 0;
};

// A click on a choice gives Command::Kind::TakeCommand with its number.
Picture palette_picture(const CommandBox& box, float width, float height,
                        const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
