// The scanner: cuts the text of a Go file into tokens, one at a time, and puts in the automatic
// semicolons. Bytes that are no Go give a diagnostic, and scanning goes on behind them.
#pragma once

#include "core/source/diagnostic.h"
#include "core/syntax/characters.h"
#include "core/syntax/token.h"

namespace hmaplab::syntax {

class Scanner {
 public:
  // From a byte where a token begins.
  Scanner(const source::SourceFile& file, source::Diagnostics& diagnostics, uint32_t offset = 0);

  // The next token; EndOfFile again and again at the end.
  Token next();
  // Behind a "{" of text that is known to be right: goes to the "}" that closes it.
  void skip_block();

 private:
  bool at_end() const { return offset_ >= text_.size(); }
  // The byte at offset_ + ahead, 0 behind the end.
  char peek(size_t ahead = 0) const;
  bool take(char byte);
  void report(size_t begin, std::string message);

  // Skips blanks and comments. True when a newline stands there that ends a statement.
  bool skip_blanks();
  bool skip_comment(bool* newline);
  Token finish(TokenKind kind, size_t begin);
  Token automatic_semicolon(size_t begin, bool at_end_of_file);
  Token scan_name(size_t begin);
  Token scan_other(size_t begin);
  TokenKind scan_operator();
  TokenKind with_assign(TokenKind plain, TokenKind assign);

  Token scan_number(size_t begin);
  // Digits and underscores; says which digits are beyond the base, and whether there were any.
  bool take_digits(uint32_t base, size_t* invalid);
  TokenKind scan_fraction_and_exponent(uint32_t base, char prefix, bool* digits);
  void check_number(size_t begin, std::string_view name, bool digits, size_t invalid);

  Token scan_string(size_t begin);
  Token scan_raw_string(size_t begin);
  Token scan_rune(size_t begin);
  // Behind a backslash; false when the escape is wrong (which is reported).
  bool scan_escape(char quote);
  bool scan_escape_digits(size_t begin, uint32_t count, uint32_t base);
  void skip_character();
  void skip_quoted(char quote);

  std::string_view text_;
  source::Diagnostics& diagnostics_;
  size_t offset_ = 0;
  bool semicolon_wanted_ = false;  // a newline here would end a statement
};

}  // namespace hmaplab::syntax
