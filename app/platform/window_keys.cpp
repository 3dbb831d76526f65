#include "app/platform/window_keys.h"

#include <GLFW/glfw3.h>

namespace hmaplab::platform {
namespace {

std::optional<Key> named_key(int key) {
  if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12)
    return static_cast<Key>(static_cast<int>(Key::F1) + key - GLFW_KEY_F1);
  switch (key) {
    case GLFW_KEY_LEFT:
      return Key::Left;
    case GLFW_KEY_RIGHT:
      return Key::Right;
    case GLFW_KEY_UP:
      return Key::Up;
    case GLFW_KEY_DOWN:
      return Key::Down;
    case GLFW_KEY_HOME:
      return Key::Home;
    case GLFW_KEY_END:
      return Key::End;
    case GLFW_KEY_PAGE_UP:
      return Key::PageUp;
    case GLFW_KEY_PAGE_DOWN:
      return Key::PageDown;
    case GLFW_KEY_SPACE:
      return Key::Space;
    case GLFW_KEY_ENTER:
      return Key::Enter;
    case GLFW_KEY_TAB:
      return Key::Tab;
    case GLFW_KEY_BACKSPACE:
      return Key::Backspace;
    case GLFW_KEY_DELETE:
      return Key::Delete;
    case GLFW_KEY_KP_ENTER:
      return Key::Enter;
    case GLFW_KEY_ESCAPE:
      return Key::Escape;
    default:
      return std::nullopt;
  }
}

// With control held no character event comes: the key's own legend stands for it, '+' also where it
// needs shift.
char32_t legend(int key, int scancode) {
  switch (key) {
    case GLFW_KEY_KP_ADD:
      return U'+';
    case GLFW_KEY_KP_SUBTRACT:
      return U'-';
    case GLFW_KEY_KP_0:
      return U'0';
    default:
      break;
  }
  const char* name = glfwGetKeyName(key, scancode);
  if (name == nullptr || name[0] == '\0' || name[1] != '\0') return 0;
  return name[0] == '=' ? U'+' : static_cast<char32_t>(name[0]);
}

}  // namespace

std::optional<KeyPress> key_press(int key, int scancode, int modifiers) {
  const bool control = (modifiers & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0;
  const bool shift = (modifiers & GLFW_MOD_SHIFT) != 0;
  const bool alt = (modifiers & GLFW_MOD_ALT) != 0;
  if (const auto named = named_key(key)) {
    return KeyPress{.key = *named, .control = control, .shift = shift, .alt = alt};
  }
  if (alt) return std::nullopt;
  const char32_t character = legend(key, scancode);
  // Shift and a digit gives another character, which means nothing here. Where digits need shift the
  // legend of the key is no digit, and the character says it.
  const bool is_digit = character >= U'1' && character <= U'9';
  const bool comes_as_character = !control && !(shift && is_digit);
  if (comes_as_character || character == 0) return std::nullopt;
  return KeyPress{.character = character, .control = control, .shift = shift};
}

}  // namespace hmaplab::platform
