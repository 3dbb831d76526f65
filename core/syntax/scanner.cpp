#include "core/syntax/scanner.h"

#include <fmt/format.h>

#include <algorithm>

namespace hmaplab::syntax {
namespace {

// Whether a newline behind such a token ends the statement (specification, "Semicolons").
bool ends_statement(TokenKind kind) {
  bool is_word = kind == TokenKind::Name || kind == TokenKind::Break ||
                 kind == TokenKind::Continue || kind == TokenKind::Fallthrough ||
                 kind == TokenKind::Return;
  bool is_literal = kind >= TokenKind::IntegerLiteral && kind <= TokenKind::StringLiteral;
  return is_word || is_literal || kind == TokenKind::Increment || kind == TokenKind::Decrement ||
         kind == TokenKind::RightParen || kind == TokenKind::RightBracket ||
         kind == TokenKind::RightBrace;
}

source::Position position(size_t offset) { return {static_cast<uint32_t>(offset)}; }

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

Scanner::Scanner(const source::SourceFile& file, source::Diagnostics& diagnostics, uint32_t offset)
    : text_(file.text()), diagnostics_(diagnostics), offset_(offset) {
  if (offset == 0 && text_.starts_with(kByteOrderMark)) offset_ = kByteOrderMark.size();
}

char Scanner::peek(size_t ahead) const {
  return offset_ + ahead < text_.size() ? text_[offset_ + ahead] : '\0';
}

bool Scanner::take(char byte) {
  if (at_end() || peek() != byte) return false;
  ++offset_;
  return true;
}

void Scanner::report(size_t begin, std::string message) {
  diagnostics_.report("SyntaxError", {position(begin), position(offset_)}, std::move(message));
}

Token Scanner::finish(TokenKind kind, size_t begin) {
  semicolon_wanted_ = ends_statement(kind);
  return {kind, {position(begin), position(offset_)}, text_.substr(begin, offset_ - begin)};
}

Token Scanner::automatic_semicolon(size_t begin, bool at_end_of_file) {
  semicolon_wanted_ = false;
  return {TokenKind::Semicolon, {position(begin), position(offset_)}, {}, true, at_end_of_file};
}

// A comment of several lines counts as a newline, one in a line as a blank.
bool Scanner::skip_comment(bool* newline) {
  size_t begin = offset_;
  if (peek() != '/' || (peek(1) != '/' && peek(1) != '*')) return false;
  if (peek(1) == '/') {
    size_t end = text_.find('\n', offset_);
    offset_ = end == std::string_view::npos ? text_.size() : end;
    return true;
  }
  size_t end = text_.find("*/", offset_ + 2);
  bool open = end == std::string_view::npos;
  offset_ = open ? text_.size() : end + 2;
  *newline = text_.substr(begin, offset_ - begin).find('\n') != std::string_view::npos;
  if (open) report(begin, "comment not terminated");
  return true;
}

bool Scanner::skip_blanks() {
  while (!at_end()) {
    bool newline = false;
    if (peek() == '\n') {
      newline = true;
      ++offset_;
    } else if (peek() == ' ' || peek() == '\t' || peek() == '\r') {
      ++offset_;
    } else if (!skip_comment(&newline)) {
      return false;
    }
    if (newline && semicolon_wanted_) return true;
  }
  return false;
}

Token Scanner::next() {
  size_t before = offset_;
  if (skip_blanks()) {
    // The semicolon stands where the newline is, so that messages point to the end of the line.
    size_t newline = text_.find('\n', before);
    return automatic_semicolon(newline == std::string_view::npos ? before : newline, false);
  }
  size_t begin = offset_;
  if (at_end()) {
    if (semicolon_wanted_) return automatic_semicolon(begin, true);
    return finish(TokenKind::EndOfFile, begin);
  }
  Character character = decode_character(text_, offset_);
  if (character.valid && is_letter(character.code)) return scan_name(begin);
  if (is_digit(character.code) ||
      (peek() == '.' && is_digit(static_cast<unsigned char>(peek(1))))) {
    return scan_number(begin);
  }
  if (peek() == '"') return scan_string(begin);
  if (peek() == '`') return scan_raw_string(begin);
  if (peek() == '\'') return scan_rune(begin);
  return scan_other(begin);
}

Token Scanner::scan_name(size_t begin) {
  for (;;) {
    Character character = decode_character(text_, offset_);
    if (character.length == 0 || !character.valid) break;
    if (!is_letter(character.code) && !is_digit(character.code)) break;
    offset_ += character.length;
  }
  return finish(keyword_or_name(text_.substr(begin, offset_ - begin)), begin);
}

// Reports bytes that begin no token, and goes on behind them.
void Scanner::skip_character() {
  size_t begin = offset_;
  Character character = decode_character(text_, offset_);
  offset_ += character.length;
  if (!character.valid) return report(begin, "invalid UTF-8 encoding");
  if (character.code == 0) return report(begin, "invalid NUL character");
  if (character.code == 0xFEFF) return report(begin, "invalid BOM in the middle of the file");
  report(begin, "invalid character " + describe(character.code));
}

Token Scanner::scan_other(size_t begin) {
  TokenKind kind = scan_operator();
  if (kind != TokenKind::Invalid) return finish(kind, begin);
  skip_character();
  bool wanted = semicolon_wanted_;
  Token token = finish(TokenKind::Invalid, begin);
  semicolon_wanted_ = wanted;
  return token;
}

void Scanner::skip_block() {
  for (int depth = 1; !at_end(); ++offset_) {
    const char byte = text_[offset_];
    if (byte == '"' || byte == '`' || byte == '\'') {
      skip_quoted(byte);
    } else if (byte == '/' && peek(1) == '/') {
      offset_ = std::min(text_.find('\n', offset_), text_.size() - 1);
    } else if (byte == '/' && peek(1) == '*') {
      offset_ = std::min(text_.find("*/", offset_ + 2), text_.size() - 2) + 1;
    } else if (byte == '{') {
      ++depth;
    } else if (byte == '}' && --depth == 0) {
      return;
    }
  }
}

// From one quote to the other, which it stands on then.
void Scanner::skip_quoted(char quote) {
  for (++offset_; !at_end() && text_[offset_] != quote; ++offset_) {
    if (text_[offset_] == '\\' && quote != '`') ++offset_;
  }
}

}  // namespace hmaplab::syntax
