#include "app/pictures/wrap.h"

#include <utility>

namespace hmaplab::pictures {

using look::TextStyle;

namespace {

bool closes(char32_t code) {
  return std::u32string_view(U"，。、；：！？）》」』】”’…—%·,.;:!?)]}").find(code) !=
         std::u32string_view::npos;
}

bool opens(char32_t code) {
  return std::u32string_view(U"（《「『【“‘([{").find(code) != std::u32string_view::npos;
}

bool can_part(char32_t before, char32_t after) {
  if (!look::is_wide(before) && !look::is_wide(after)) return false;
  return !opens(before) && !closes(after);
}

char32_t last_character(std::string_view text) {
  size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) --at;
  return look::character_at(text, at).code;
}

// How much of a piece that is too long for a line fits into one: at least a character.
size_t fitting_part(const look::TextMeasure& measure, TextStyle style, std::string_view word,
                    float width) {
  size_t fits = look::character_at(word, 0).bytes;
  for (size_t end = fits; end <= word.size();) {
    if (measure.width(style, word.substr(0, end)) > width && end > fits) break;
    fits = end;
    if (end == word.size()) break;
    end += look::character_at(word, end).bytes;
  }
  return fits;
}

}  // namespace

bool can_part(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty()) return false;
  return can_part(last_character(before), look::character_at(after, 0).code);
}

std::vector<WrapPiece> wrap_pieces(std::string_view text) {
  std::vector<WrapPiece> pieces;
  WrapPiece piece;
  size_t begin = 0;
  const auto finish = [&](size_t end, WrapPiece next) {
    piece.text = text.substr(begin, end - begin);
    pieces.push_back(std::exchange(piece, next));
  };
  char32_t before = 0;
  for (size_t at = 0; at < text.size();) {
    const look::Character character = look::character_at(text, at);
    if (text[at] == ' ' || text[at] == '\n') {
      finish(at, {.text = {}, .blank_before = text[at] == ' ', .line_before = text[at] == '\n'});
      begin = at + 1;
    } else if (at > begin && can_part(before, character.code)) {
      finish(at, {});
      begin = at;
    }
    before = character.code;
    at += character.bytes;
  }
  finish(text.size(), {});
  return pieces;
}

std::vector<std::string> wrapped(const look::TextMeasure& measure, TextStyle style,
                                 std::string_view text, float width) {
  return wrapped_as_it_is(measure, style,
                          look::is_code(style) ? std::string(text) : measure.said(text), width);
}

std::vector<std::string> wrapped_as_it_is(const look::TextMeasure& measure, TextStyle style,
                                          std::string_view text, float width) {
  std::vector<std::string> lines;
  std::string line;
  const auto finish = [&] { lines.push_back(std::exchange(line, {})); };
  for (const WrapPiece& piece : wrap_pieces(text)) {
    std::string_view word = piece.text;
    if (piece.line_before) finish();
    const std::string longer = line + (piece.blank_before ? " " : "") + std::string(word);
    if (!line.empty() && measure.width(style, longer) > width) finish();
    while (line.empty() && measure.width(style, word) > width && word.size() > 1) {
      const size_t part = fitting_part(measure, style, word, width);
      lines.emplace_back(word.substr(0, part));
      word.remove_prefix(part);
    }
    if (!line.empty() && piece.blank_before && !word.empty()) line += ' ';
    line += word;
  }
  if (!line.empty() || lines.empty()) finish();
  return lines;
}

}  // namespace hmaplab::pictures
