// From GLFW's key events to KeyPress. Keys that make a character are left to the character event,
// except with control.
#pragma once

#include <optional>

#include "app/platform/keys.h"

namespace hmaplab::platform {

// The numbers are those of GLFW's key callback.
std::optional<KeyPress> key_press(int key, int scancode, int modifiers);

}  // namespace hmaplab::platform
