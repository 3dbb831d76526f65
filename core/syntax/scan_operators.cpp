#include "core/syntax/scanner.h"

namespace hmaplab::syntax {

TokenKind Scanner::with_assign(TokenKind plain, TokenKind assign) {
  return take('=') ? assign : plain;
}

// Takes the longest operator that stands here; Invalid, and nothing taken, when there is none.
TokenKind Scanner::scan_operator() {
  using enum TokenKind;
  char first = peek();
  ++offset_;
  if (first == '(') return LeftParen;
  if (first == ')') return RightParen;
  if (first == '[') return LeftBracket;
  if (first == ']') return RightBracket;
  if (first == '{') return LeftBrace;
  if (first == '}') return RightBrace;
  if (first == ',') return Comma;
  if (first == ';') return Semicolon;
  if (first == '~') return Tilde;
  if (first == ':') return with_assign(Colon, Define);
  if (first == '=') return with_assign(Assign, Equal);
  if (first == '!') return with_assign(Not, NotEqual);
  if (first == '*') return with_assign(Multiply, MultiplyAssign);
  if (first == '/') return with_assign(Divide, DivideAssign);
  if (first == '%') return with_assign(Remainder, RemainderAssign);
  if (first == '^') return with_assign(Xor, XorAssign);
  if (first == '+') return take('+') ? Increment : with_assign(Add, AddAssign);
  if (first == '-') return take('-') ? Decrement : with_assign(Subtract, SubtractAssign);
  if (first == '|') return take('|') ? LogicalOr : with_assign(Or, OrAssign);
  if (first == '&') {
    if (take('&')) return LogicalAnd;
    return take('^') ? with_assign(AndNot, AndNotAssign) : with_assign(And, AndAssign);
  }
  if (first == '<') {
    if (take('-')) return Arrow;
    return take('<') ? with_assign(ShiftLeft, ShiftLeftAssign) : with_assign(Less, LessEqual);
  }
  if (first == '>') {
    return take('>') ? with_assign(ShiftRight, ShiftRightAssign)
                     : with_assign(Greater, GreaterEqual);
  }
  if (first == '.') {
    if (peek() != '.' || peek(1) != '.') return Dot;
    offset_ += 2;
    return Ellipsis;
  }
  --offset_;
  return Invalid;
}

}  // namespace hmaplab::syntax
