// Bindings: which keys ask for which actions. They begin as the table of actions has them; a person
// changes them in a file of their own:
//
//   [keys]
//   step-forward = "Right L"          # several, with blanks between
//   play = ""                         # none
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/pictures/help_picture.h"
#include "app/pictures/moment.h"
#include "app/platform/keys.h"
#include "app/shell/actions.h"
#include "core/base/result.h"

namespace hmaplab::shell {

class Bindings {
 public:
  Bindings();
  // The text of a file of bindings; `name` stands in front of an error, with the line.
  static base::Result<Bindings> parse(const std::string& text, const std::string& name);

  // None where the key means nothing at this moment. Digits are the goroutines of the moment.
  pictures::Command command_of(const platform::KeyPress& press,
                               const pictures::Moment& moment) const;
  // The keys of an action as they are shown: {"Ctrl +"}; of an unknown action none.
  std::vector<std::string> keys_of(std::string_view action) const;
  // All keys and what they do.
  std::vector<pictures::KeyLine> key_lines() const;

 private:
  struct Bound {
    platform::KeyPress press;
    const Action* action;
  };
  void bind(const Action& action, const std::vector<platform::KeyPress>& presses);

  std::vector<Bound> bound_;
};

// "Ctrl+Shift+P", "Right", "F5", "'", "+"; nothing for anything else.
std::optional<platform::KeyPress> parse_key(std::string_view text);
// As people read it on a key cap: "Ctrl Shift P", "→", "PgDn".
std::string key_text(const platform::KeyPress& press);

}  // namespace hmaplab::shell
