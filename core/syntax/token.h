// The tokens of Go 1.23: what the scanner gives and the parser takes. Keywords and operators have
// their own kind; names and literals carry their text as a view into the source file.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/source/source_file.h"

namespace hmaplab::syntax {

enum class TokenKind : uint8_t {
#define TOKEN(name, text) name,
#include "core/syntax/tokens.def"
#undef TOKEN
};

// The text of a token that is always written alike ("func", "<<="), else a word for it ("name",
// "literal").
std::string_view spelling(TokenKind kind);

// The keyword that a word is, or Name.
TokenKind keyword_or_name(std::string_view word);

bool is_keyword(TokenKind kind);

// Binary precedence as in the Go specification: 5 for * / % << >> & &^, 1 for ||, 0 for no binary
// operator.
int precedence(TokenKind kind);

// The operator inside an assignment operator: Add for AddAssign; EndOfFile when it is none.
TokenKind operator_of_assignment(TokenKind kind);

struct Token {
  TokenKind kind;
  source::Span span;
  std::string_view text;        // as written; empty for an automatic semicolon
  bool automatic = false;       // a Semicolon that a newline or the end of the file put in
  bool at_end_of_file = false;  // of an automatic semicolon: it was the end of the file
};

}  // namespace hmaplab::syntax
