#include "app/shell/typing.h"

#include <string>

#include "app/platform/clipboard.h"

namespace hmaplab::shell {

using pictures::TextField;
using platform::Key;
using platform::KeyPress;
using Lines = TextField::Lines;
using Move = TextField::Move;
using Part = TextField::Part;
using Select = TextField::Select;

namespace {

constexpr int kPage = 12;  // lines

std::string utf8(char32_t character) {
  std::string bytes;
  const auto put = [&bytes](uint32_t byte) { bytes += static_cast<char>(byte); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xc0 | character >> 6);
    put(0x80 | (character & 0x3f));
  } else if (character < 0x10000) {
    put(0xe0 | character >> 12);
    put(0x80 | (character >> 6 & 0x3f));
    put(0x80 | (character & 0x3f));
  } else {
    put(0xf0 | character >> 18);
    put(0x80 | (character >> 12 & 0x3f));
    put(0x80 | (character >> 6 & 0x3f));
    put(0x80 | (character & 0x3f));
  }
  return bytes;
}

// The line in front of the cursor.
std::string_view line_before(const TextField& field) {
  const std::string_view text = std::string_view(field.text()).substr(0, field.selection().first);
  const size_t newline = text.rfind('\n');
  return newline == std::string_view::npos ? text : text.substr(newline + 1);
}

void insert_newline(TextField& field) {
  const std::string_view line = line_before(field);
  std::string text = "\n";
  text += line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
  if (line.ends_with('{') || line.ends_with('(')) text += '\t';
  field.insert(text);
}

// A bracket that closes, typed on a line of blanks, stands one tab further out.
void insert_character(TextField& field, char32_t character, Lines lines) {
  const std::string_view line = line_before(field);
  const bool closes = character == U'}' || character == U')';
  const bool is_blank = line.find_first_not_of('\t') == std::string_view::npos;
  if (lines == Lines::Many && closes && is_blank && !line.empty())
    field.erase_back(Part::Character);
  field.insert(utf8(character));
}

bool type_control(TextField& field, const KeyPress& press) {
  switch (press.character) {
    case U'a':
      field.select_all();
      return true;
    case U'c':
      if (!field.selected().empty()) platform::set_clipboard_text(field.selected());
      return true;
    case U'x':
      if (field.selected().empty()) return true;
      platform::set_clipboard_text(field.selected());
      field.erase_back(Part::Character);
      return true;
    case U'v':
      field.insert(platform::clipboard_text());
      return true;
    case U'z':
      press.shift ? field.redo() : field.undo();
      return true;
    case U'y':
      field.redo();
      return true;
    default:
      return false;
  }
}

bool type_character(TextField& field, const KeyPress& press, Lines lines) {
  if (press.control) return type_control(field, press);
  // A digit with shift is told a second time, as the character that it makes.
  if (!press.shift) insert_character(field, press.character, lines);
  return true;
}

struct MoveKey {
  Key key;
  Move move;
  Move with_control;
};
constexpr MoveKey kMoveKeys[] = {{Key::Left, Move::Left, Move::WordLeft},
                                 {Key::Right, Move::Right, Move::WordRight},
                                 {Key::Home, Move::LineBegin, Move::Begin},
                                 {Key::End, Move::LineEnd, Move::End}};
struct LineKey {
  Key key;
  int lines;
};
constexpr LineKey kLineKeys[] = {
    {Key::Up, -1}, {Key::Down, +1}, {Key::PageUp, -kPage}, {Key::PageDown, +kPage}};

bool move_by(TextField& field, const KeyPress& press) {
  const Select select = press.shift ? Select::Yes : Select::No;
  for (const MoveKey& known : kMoveKeys) {
    if (known.key != press.key) continue;
    field.move(press.control ? known.with_control : known.move, select);
    return true;
  }
  for (const LineKey& known : kLineKeys) {
    if (known.key != press.key) continue;
    field.move_lines(known.lines, select);
    return true;
  }
  return false;
}

}  // namespace

bool type_into(TextField& field, const KeyPress& press, Lines lines) {
  const Part part = press.control ? Part::Word : Part::Character;
  switch (press.key) {
    case Key::Character:
      return type_character(field, press, lines);
    case Key::Space:
      field.insert(" ");
      return true;
    case Key::Backspace:
      field.erase_back(part);
      return true;
    case Key::Delete:
      field.erase_forward(part);
      return true;
    case Key::Enter:
      if (lines == Lines::One || press.control) return false;
      insert_newline(field);
      return true;
    case Key::Tab:
      if (lines == Lines::One || press.control || press.shift) return false;
      field.insert("\t");
      return true;
    case Key::Left:
    case Key::Right:
    case Key::Up:
    case Key::Down:
    case Key::Home:
    case Key::End:
    case Key::PageUp:
    case Key::PageDown:
      return move_by(field, press);
    case Key::Escape:
    case Key::F1:
    case Key::F2:
    case Key::F3:
    case Key::F4:
    case Key::F5:
    case Key::F6:
    case Key::F7:
    case Key::F8:
    case Key::F9:
    case Key::F10:
    case Key::F11:
    case Key::F12:
      return false;
  }
  return false;
}

}  // namespace hmaplab::shell
