#include "app/pictures/text_field.h"

#include <algorithm>

namespace hmaplab::pictures {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

bool is_word(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z') || byte == '_' || static_cast<unsigned char>(byte) >= 0x80;
}

// As the field takes it: nothing that cannot be seen.
std::string visible(std::string_view text, TextField::Lines lines) {
  std::string kept;
  for (const char byte : text) {
    const bool breaks = byte == '\n' || byte == '\t';
    if (breaks && lines == TextField::Lines::One) {
      kept += ' ';
    } else if (breaks || (static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7f)) {
      kept += byte;
    }
  }
  return kept;
}

}  // namespace

TextField::TextField(std::string text, Lines lines) : lines_(lines) {
  now_.text = visible(text, lines);
  if (lines == Lines::One) now_.cursor = now_.anchor = now_.text.size();
}

std::pair<size_t, size_t> TextField::selection() const {
  return std::minmax(now_.cursor, now_.anchor);
}

std::string TextField::selected() const {
  const auto [begin, end] = selection();
  return now_.text.substr(begin, end - begin);
}

size_t TextField::before(size_t at) const {
  while (at > 0 && continues(now_.text[at - 1])) --at;
  return at > 0 ? at - 1 : 0;
}

size_t TextField::behind(size_t at) const {
  const std::string& text = now_.text;
  if (at < text.size()) ++at;
  while (at < text.size() && continues(text[at])) ++at;
  return at;
}

size_t TextField::word_before(size_t at) const {
  while (at > 0 && !is_word(now_.text[at - 1])) --at;
  while (at > 0 && is_word(now_.text[at - 1])) --at;
  return at;
}

size_t TextField::word_behind(size_t at) const {
  const std::string& text = now_.text;
  while (at < text.size() && is_word(text[at])) ++at;
  while (at < text.size() && !is_word(text[at])) ++at;
  return at;
}

size_t TextField::line_begin(size_t at) const {
  const size_t found = at == 0 ? std::string::npos : now_.text.rfind('\n', at - 1);
  return found == std::string::npos ? 0 : found + 1;
}

size_t TextField::line_end(size_t at) const {
  return std::min(now_.text.find('\n', at), now_.text.size());
}

size_t TextField::place_on(size_t line_begin, size_t column) const {
  size_t at = line_begin;
  while (column > 0 && at < now_.text.size() && now_.text[at] != '\n') {
    at = behind(at);
    --column;
  }
  return at;
}

void TextField::place(size_t offset, Select select) {
  offset = std::min(offset, now_.text.size());
  while (offset > 0 && offset < now_.text.size() && continues(now_.text[offset])) --offset;
  now_.cursor = offset;
  if (select == Select::No) now_.anchor = offset;
  last_change_ = Change::Other;
  moves_lines_ = false;
}

void TextField::move(Move move, Select select) {
  const auto [begin, end] = selection();
  const bool leaves = select == Select::No && begin != end;  // a selection, to one of its ends
  switch (move) {
    case Move::Left:
      return place(leaves ? begin : before(now_.cursor), select);
    case Move::Right:
      return place(leaves ? end : behind(now_.cursor), select);
    case Move::WordLeft:
      return place(word_before(now_.cursor), select);
    case Move::WordRight:
      return place(word_behind(now_.cursor), select);
    case Move::LineBegin: {  // of its letters; from there of its blanks
      const size_t first = line_begin(now_.cursor);
      size_t letters = first;
      while (letters < line_end(first) && (now_.text[letters] == ' ' || now_.text[letters] == '\t'))
        ++letters;
      return place(now_.cursor == letters ? first : letters, select);
    }
    case Move::LineEnd:
      return place(line_end(now_.cursor), select);
    case Move::Begin:
      return place(0, select);
    case Move::End:
      return place(now_.text.size(), select);
  }
}

void TextField::move_lines(int by, Select select) {
  size_t begin = line_begin(now_.cursor);
  if (!moves_lines_) {
    wanted_column_ = 0;
    for (size_t at = begin; at < now_.cursor; at = behind(at)) ++wanted_column_;
  }
  const size_t column = wanted_column_;
  size_t target = now_.cursor;
  for (; by < 0; ++by) {
    if (begin == 0) {
      target = 0;
      break;
    }
    begin = line_begin(begin - 1);
    target = place_on(begin, column);
  }
  for (; by > 0; --by) {
    const size_t end = line_end(begin);
    if (end == now_.text.size()) {
      target = end;
      break;
    }
    begin = end + 1;
    target = place_on(begin, column);
  }
  place(target, select);
  wanted_column_ = column;
  moves_lines_ = true;
}

void TextField::select_all() {
  now_.anchor = 0;
  now_.cursor = now_.text.size();
  last_change_ = Change::Other;
}

// Letters that are typed or erased one behind the other are taken back together.
void TextField::remember(Change change) {
  redo_.clear();
  const auto [begin, end] = selection();
  const bool goes_on = change != Change::Other && change == last_change_ && begin == end;
  last_change_ = change;
  if (goes_on) return;
  kept_ += now_.text.size();
  undo_.push_back(now_);
  while (undo_.size() > 1 && (kept_ > kMostKept || undo_.size() > kMostStates)) {
    kept_ -= undo_.front().text.size();
    undo_.erase(undo_.begin());
  }
}

void TextField::change(size_t begin, size_t end, std::string_view text) {
  now_.text.replace(begin, end - begin, text);
  now_.cursor = now_.anchor = begin + text.size();
  moves_lines_ = false;
  ++version_;
}

void TextField::insert(std::string_view text) {
  const std::string kept = visible(text, lines_);
  if (kept.empty()) return;
  const bool is_letter = kept.size() <= 4 && kept != "\n" && kept != " ";
  remember(is_letter ? Change::Typing : Change::Other);
  const auto [begin, end] = selection();
  change(begin, end, kept);
}

void TextField::erase_back(Part part) {
  auto [begin, end] = selection();
  if (begin == end) begin = part == Part::Word ? word_before(end) : before(end);
  if (begin == end) return;
  remember(part == Part::Character ? Change::Erasing : Change::Other);
  change(begin, end, "");
}

void TextField::erase_forward(Part part) {
  auto [begin, end] = selection();
  if (begin == end) end = part == Part::Word ? word_behind(begin) : behind(begin);
  if (begin == end) return;
  remember(part == Part::Character ? Change::Erasing : Change::Other);
  change(begin, end, "");
}

void TextField::replace(std::string_view text) {
  const std::string kept = visible(text, lines_);
  if (kept == now_.text) return;
  remember(Change::Other);
  change(0, now_.text.size(), kept);
  place(lines_ == Lines::One ? kept.size() : 0, Select::No);
}

bool TextField::undo() {
  if (undo_.empty()) return false;
  kept_ -= undo_.back().text.size();
  redo_.push_back(std::exchange(now_, std::move(undo_.back())));
  undo_.pop_back();
  last_change_ = Change::Other;
  moves_lines_ = false;
  ++version_;
  return true;
}

bool TextField::redo() {
  if (redo_.empty()) return false;
  kept_ += now_.text.size();
  undo_.push_back(std::exchange(now_, std::move(redo_.back())));
  redo_.pop_back();
  last_change_ = Change::Other;
  moves_lines_ = false;
  ++version_;
  return true;
}

}  // namespace hmaplab::pictures
