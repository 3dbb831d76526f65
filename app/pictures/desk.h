// Desk: what is being typed beside the run that is shown. The draft is the source of the program
// while somebody edits it; it is kept when the editing is left. Plain data, as a Moment is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/look/colors.h"
#include "app/pictures/text_field.h"

namespace hmaplab::pictures {

// What is wrong at a place of a text: bytes begin to end.
struct Remark {
  uint32_t line = 1;
  uint32_t column = 1;
  size_t begin = 0;
  size_t end = 0;
  std::string code;     // stable: "UndeclaredName"
  std::string message;  // "undefined: x"
};

struct Draft {
  enum class State : uint8_t {
    Checking,   // the remarks are those of an earlier text
    Compiles,
    Wrong,      // see remarks
    Preparing,  // it is going to be run
  };

  bool open = false;  // it is shown in place of the source, and the keys are its own
  TextField field;
  std::vector<look::Color> colors;  // one a byte of the text
  std::vector<Remark> remarks;      // in order of place
  State state = State::Compiles;
  bool differs = false;  // from the program that is shown
};

struct Desk {
  bool can_edit = false;   // there is a source to edit
  bool is_edited = false;  // what is shown is an edited program
  Draft draft;
  uint32_t explored = 0;  // so many times a draft was explored
  std::string said;  // what the last command came to; "" when that is for the study to say
};

}  // namespace hmaplab::pictures
