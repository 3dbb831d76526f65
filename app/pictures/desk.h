// Desk: what is being typed beside the run that is shown. The draft is the source of the program
// while somebody edits it; it is kept when the editing is left. A dialog asks for one text. Plain data, as a
// Moment is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/look/colors.h"
#include "app/pictures/text_field.h"
#include "core/schedule/policy.h"

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

// What can be opened.
struct OpenChoice {
  enum class Kind : uint8_t { Recent, Lesson, Folder, File };
  Kind kind = Kind::File;
  std::string text;    // as it is shown
  std::string beside;  // the folder of a recent file, the title of a lesson
  std::string path;    // what the field becomes: a path, or the name of a lesson
};

// A file or a lesson is being chosen.
struct OpenBox {
  TextField field{"", TextField::Lines::One};
  std::vector<OpenChoice> choices;
  size_t chosen = 0;
  std::string message;   // why it could not be opened
  bool opening = false;  // goes on beside
};

// The schedule of the branch is being typed.
struct ScheduleBox {
  enum class State : uint8_t {
    Checking,
    Fits,
    Differs,  // from what the program can do: as much of it as fits becomes a branch
    Wrong,    // it is no schedule: begin to end cannot be read
  };
  TextField field{"", TextField::Lines::One};
  State state = State::Checking;
  std::string verdict;  // a sentence
  size_t begin = 0;     // of the word that is wrong
  size_t end = 0;
  schedule::PolicyKind policy = schedule::PolicyKind::RunToBlock;  // behind the schedule
  uint64_t seed = 1;
};

enum class Dialog : uint8_t { None, Open, Schedule };

struct Desk {
  bool can_edit = false;   // there is a source to edit
  bool is_edited = false;  // what is shown is an edited program
  Draft draft;
  Dialog dialog = Dialog::None;  // it has the keys
  OpenBox open;
  ScheduleBox schedule;
  uint32_t explored = 0;  // so many times a draft was explored
  std::string said;  // what the last command came to; "" when that is for the study to say
};

}  // namespace hmaplab::pictures
