// Palette: every command by a part of its text, English or not. It lists the table of actions with their keys, and for
// each named point the walk to it and the breakpoint there.
#pragma once

#include <optional>

#include "app/look/language.h"
#include "app/pictures/palette_picture.h"
#include "app/platform/keys.h"
#include "app/shell/bindings.h"

namespace hmaplab::shell {

class Palette {
 public:
  bool is_open() const { return open_; }
  const pictures::CommandBox& box() const { return box_; }
  // Commands are found by their words in this language and by the English ones.
  void open(const Bindings& bindings, const look::Language& language);
  void close() { open_ = false; }
  // What a key came to: a command that was chosen, or none while something is still typed.
  pictures::Command type(const platform::KeyPress& press);
  pictures::Command take(size_t choice);

 private:
  void list_choices();

  bool open_ = false;
  pictures::CommandBox box_;
  std::vector<pictures::CommandChoice> all_;
  std::vector<std::string> words_;  // by which each of them is found, in small letters
};

}  // namespace hmaplab::shell
