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
  F2,
  F3,
  F4,
  F5,
  F6,
  F7,
  F8,
  F9,
  F10,
  F11,
  F12,
};

struct KeyPress {
  Key key = Key::Character;
  char32_t character = 0;  // lower case when control is held
  bool control = false;    // Command on a Mac
  bool shift = false;
  bool alt = false;  // only with named keys: Alt and a letter belong to the desktop

  friend bool operator==(const KeyPress&, const KeyPress&) = default;
};

}  // namespace hmaplab::platform
