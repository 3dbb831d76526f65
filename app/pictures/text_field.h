// TextField: a text that is being typed: its letters, the cursor, what is selected, and the way back.
// Letters are UTF-8; positions are offsets in bytes, always at the beginning of a character. A field
// of one line turns what breaks lines into blanks. It knows no keys and no pictures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hmaplab::pictures {

class TextField {
 public:
  enum class Lines : uint8_t { Many, One };
  enum class Move : uint8_t { Left, Right, WordLeft, WordRight, LineBegin, LineEnd, Begin, End };
  enum class Select : uint8_t { No, Yes };  // whether what is moved over becomes selected
  enum class Part : uint8_t { Character, Word };

  TextField() : TextField("") {}
  explicit TextField(std::string text, Lines lines = Lines::Many);

  const std::string& text() const { return now_.text; }
  size_t cursor() const { return now_.cursor; }
  // Begin and end; equal when nothing is selected.
  std::pair<size_t, size_t> selection() const;
  std::string selected() const;

  void move(Move move, Select select);
  // To another line, in about the same column; from the first or last line to its edge.
  void move_lines(int by, Select select);
  void place(size_t offset, Select select);
  void select_all();

  // In the place of what is selected. Characters that cannot be seen are left out.
  void insert(std::string_view text);
  // What is selected, or the part in front of or behind the cursor.
  void erase_back(Part part);
  void erase_forward(Part part);
  // All of it, as one change that can be taken back.
  void replace(std::string_view text);
  // False when there is nothing to take back or to do again.
  bool undo();
  bool redo();
  // Counts the changes of the text.
  uint64_t version() const { return version_; }

 private:
  struct State {
    std::string text;
    size_t cursor = 0;
    size_t anchor = 0;  // the other end of what is selected
  };
  enum class Change : uint8_t { Typing, Erasing, Other };
  // Most of what is kept for taking back, in bytes and in number.
  static constexpr size_t kMostKept = 16'000'000;
  static constexpr size_t kMostStates = 500;

  size_t before(size_t at) const;
  size_t behind(size_t at) const;
  size_t word_before(size_t at) const;
  size_t word_behind(size_t at) const;
  size_t line_begin(size_t at) const;
  size_t line_end(size_t at) const;
  size_t place_on(size_t line_begin, size_t column) const;
  void remember(Change change);
  void change(size_t begin, size_t end, std::string_view text);

  State now_;
  Lines lines_;
  std::vector<State> undo_;
  std::vector<State> redo_;
  size_t kept_ = 0;  // bytes in undo_
  Change last_change_ = Change::Other;
  size_t wanted_column_ = 0;  // of moving through lines
  bool moves_lines_ = false;
  uint64_t version_ = 0;
};

}  // namespace hmaplab::pictures
