// Keys: what a person pressed, in words of this program. A KeyPress is either a named key or a
// character as the keyboard layout gives it ('?' is a character on every layout, whatever keys make
// it). Knows no GLFW.
#pragma once

#include <cstdint>

namespace hmaplab::platform {

enum class Key : uint8_t {
  Character,  // see KeyPress::character
  Left,
  Right,
  Up,
  Down,
  Home,
  End,
  PageUp,
  PageDown,
  Space,
  Enter,
  Tab,
  Backspace,
  Delete,
  Escape,
  F1,
  F9,
  F11,
};

struct KeyPress {
  Key key = Key::Character;
  char32_t character = 0;  // lower case when control is held
  bool control = false;    // Command on a Mac
  bool shift = false;

  friend bool operator==(const KeyPress&, const KeyPress&) = default;
};

}  // namespace hmaplab::platform
