#include <fmt/format.h>

#include "core/syntax/scanner.h"

namespace hmaplab::syntax {
namespace {

char lower(char byte) { return static_cast<char>(byte | 0x20); }

uint32_t digit_value(char byte) {
  if (byte >= '0' && byte <= '9') return static_cast<uint32_t>(byte - '0');
  char letter = lower(byte);
  if (letter >= 'a' && letter <= 'f') return static_cast<uint32_t>(letter - 'a' + 10);
  return 16;
}

std::string_view base_name(uint32_t base) {
  return base == 2 ? "binary" : base == 8 ? "octal" : base == 16 ? "hexadecimal" : "decimal";
}

constexpr size_t kNone = std::string_view::npos;

}  // namespace

bool Scanner::take_digits(uint32_t base, size_t* invalid) {
  bool any = false;
  uint32_t accepted = base == 16 ? 16 : 10;
  while (peek() == '_' || digit_value(peek()) < accepted) {
    if (peek() != '_') any = true;
    if (peek() != '_' && digit_value(peek()) >= base && *invalid == kNone) *invalid = offset_;
    ++offset_;
  }
  return any;
}

TokenKind Scanner::scan_fraction_and_exponent(uint32_t base, char prefix, bool* digits) {
  TokenKind kind = TokenKind::IntegerLiteral;
  size_t begin = offset_;
  size_t ignored = kNone;
  if (take('.')) {
    kind = TokenKind::FloatLiteral;
    if (prefix == 'o' || prefix == 'b') {
      report(begin, fmt::format("invalid radix point in {} literal", base_name(base)));
    }
    if (take_digits(base, &ignored)) *digits = true;
  }
  char exponent = lower(peek());
  if (exponent == 'e' || exponent == 'p') {
    size_t at = offset_++;
    if (exponent == 'e' && prefix != 0 && prefix != '0') {
      report(at, fmt::format("'{}' exponent requires decimal mantissa", text_[at]));
    } else if (exponent == 'p' && prefix != 'x') {
      report(at, fmt::format("'{}' exponent requires hexadecimal mantissa", text_[at]));
    }
    if (!take('+')) take('-');
    if (!take_digits(10, &ignored)) report(at, "exponent has no digits");
    return TokenKind::FloatLiteral;
  }
  if (prefix == 'x' && kind == TokenKind::FloatLiteral) {
    report(begin, "hexadecimal mantissa requires a 'p' exponent");
  }
  return kind;
}

void Scanner::check_number(size_t begin, std::string_view name, bool digits, size_t invalid) {
  std::string_view number = text_.substr(begin, offset_ - begin);
  if (!digits) return report(begin, fmt::format("{} literal has no digits", name));
  if (invalid != kNone) {
    return report(invalid, fmt::format("invalid digit '{}' in {} literal", text_[invalid], name));
  }
  for (size_t i = 0; i < number.size(); ++i) {
    if (number[i] != '_') continue;
    bool after = i > 0 && (digit_value(number[i - 1]) < 16 ||
                           (i == 2 && number[0] == '0' && number[1] > '9'));
    bool before = i + 1 < number.size() && digit_value(number[i + 1]) < 16;
    if (!after || !before) return report(begin + i, "'_' must separate successive digits");
  }
}

Token Scanner::scan_number(size_t begin) {
  uint32_t base = 10;
  char prefix = 0;
  bool digits = false;
  size_t invalid = kNone;
  if (peek() == '0') {
    char letter = lower(peek(1));
    if (letter == 'x' || letter == 'o' || letter == 'b') {
      base = letter == 'x' ? 16 : letter == 'o' ? 8 : 2;
      prefix = letter;
      offset_ += 2;
    } else {
      base = 8;
      prefix = '0';
    }
  }
  if (peek() != '.' && take_digits(base, &invalid)) digits = true;
  TokenKind kind = scan_fraction_and_exponent(base, prefix, &digits);
  if (take('i')) kind = TokenKind::ImaginaryLiteral;
  // 09.5 and 09i are decimal; only whole numbers with a leading zero are octal.
  if (prefix == '0' && kind != TokenKind::IntegerLiteral) invalid = kNone;
  check_number(begin, base_name(base), digits, invalid);
  return finish(kind, begin);
}

bool Scanner::scan_escape_digits(size_t begin, uint32_t count, uint32_t base) {
  uint32_t value = 0;
  for (uint32_t i = 0; i < count; ++i, ++offset_) {
    if (at_end() || peek() == '\n') return true;  // the literal is not terminated: reported there
    if (digit_value(peek()) >= base) {
      size_t at = offset_;
      Character character = decode_character(text_, offset_);
      std::string shown;
      append_utf8(shown, character.code);
      report(at, fmt::format("invalid character '{}' in {} escape", shown == "'" ? "\\'" : shown,
                             base_name(base)));
      return false;
    }
    value = value * base + digit_value(peek());
  }
  if (base == 8 && value > 255) {
    report(begin, fmt::format("octal escape value {} > 255", value));
    return false;
  }
  if (count >= 4 && (value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))) {
    report(begin, "escape is invalid Unicode code point " + fmt::format("U+{:04X}", value));
    return false;
  }
  return true;
}

bool Scanner::scan_escape(char quote) {
  size_t begin = offset_ - 1;
  if (at_end()) return true;
  char letter = peek();
  constexpr std::string_view kSimple = "abfnrtv\\";
  if (letter == quote || kSimple.find(letter) != kNone) {
    ++offset_;
    return true;
  }
  if (letter >= '0' && letter <= '7') return scan_escape_digits(begin, 3, 8);
  uint32_t count = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
  if (count == 0) {
    report(begin, "unknown escape");
    return false;
  }
  ++offset_;
  return scan_escape_digits(begin, count, 16);
}

Token Scanner::scan_string(size_t begin) {
  ++offset_;
  for (;;) {
    if (at_end()) {
      report(begin, "string not terminated");
      break;
    }
    if (take('"')) break;
    if (peek() == '\n') {
      report(offset_, "newline in string");
      break;
    }
    if (take('\\')) {
      scan_escape('"');
    } else {
      Character character = decode_character(text_, offset_);
      if (!character.valid || character.code == 0) {
        skip_character();
      } else {
        offset_ += character.length;
      }
    }
  }
  return finish(TokenKind::StringLiteral, begin);
}

Token Scanner::scan_raw_string(size_t begin) {
  ++offset_;
  while (!at_end() && peek() != '`') {
    Character character = decode_character(text_, offset_);
    if (!character.valid || character.code == 0) {
      skip_character();
    } else {
      offset_ += character.length;
    }
  }
  if (!take('`')) report(begin, "string not terminated");
  return finish(TokenKind::StringLiteral, begin);
}

Token Scanner::scan_rune(size_t begin) {
  ++offset_;
  bool ok = true;
  for (size_t count = 0;; ++count) {
    if (take('\'')) {
      if (ok && count == 0) report(begin, "empty rune literal or unescaped '");
      if (ok && count > 1) report(begin, "more than one character in rune literal");
      break;
    }
    if (at_end() || peek() == '\n') {
      if (ok) report(begin, at_end() ? "rune literal not terminated" : "newline in rune literal");
      break;
    }
    if (take('\\')) {
      ok = scan_escape('\'') && ok;
    } else {
      Character character = decode_character(text_, offset_);
      if (!character.valid || character.code == 0) {
        skip_character();
        ok = false;
      } else {
        offset_ += character.length;
      }
    }
  }
  return finish(TokenKind::RuneLiteral, begin);
}

}  // namespace hmaplab::syntax
