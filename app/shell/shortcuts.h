// The one table of keys: what they do, and what the help overlay says of them.
#pragma once

#include <vector>

#include "app/pictures/command.h"
#include "app/pictures/help_picture.h"
#include "app/pictures/moment.h"
#include "app/platform/keys.h"

namespace hmaplab::shell {

// None for a key that means nothing here. Digits choose the goroutine with that number, when there
// is one.
pictures::Command command_of(const platform::KeyPress& press, const pictures::Moment& moment);

// In the order in which they are shown.
std::vector<pictures::KeyLine> key_lines();

}  // namespace hmaplab::shell
