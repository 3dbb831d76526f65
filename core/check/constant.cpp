#include "core/check/constant.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "core/check/constant_fold.h"
#include "core/syntax/characters.h"

namespace hmaplab::check {
namespace {

std::string without_underscores(std::string_view text) {
  std::string digits;
  for (char c : text) {
    if (c != '_') digits += c;
  }
  return digits;
}

Constant integer_value(std::string_view text) {
  std::string digits = without_underscores(text);
  uint32_t base = 10;
  size_t skip = 0;
  if (digits.size() > 1 && digits[0] == '0') {
    char letter = static_cast<char>(digits[1] | 0x20);
    base = letter == 'x' ? 16 : letter == 'b' ? 2 : 8;
    skip = letter == 'x' || letter == 'b' || letter == 'o' ? 2 : 1;
  }
  // 512 bits have 155 decimal digits; what is much longer overflows without being read.
  if (digits.size() > 600) return {};
  std::optional<BigInteger> value =
      BigInteger::from_digits(std::string_view(digits).substr(skip), base);
  return value ? Constant(std::move(*value)) : Constant();
}

// The nearest double when a long double lies between two of them: what a literal means where it is
// used at once.
Constant float_value(std::string_view text) {
  std::string digits = without_underscores(text);
  bool hex = digits.size() > 1 && (digits[1] | 0x20) == 'x';
  const char* begin = digits.data() + (hex ? 2 : 0);
  const char* end = digits.data() + digits.size();
  auto format = hex ? std::chars_format::hex : std::chars_format::general;
  long double wide = 0;
  double narrow = 0;
  auto result = std::from_chars(begin, end, wide, format);
  if (result.ec != std::errc{}) return {};
  auto narrow_result = std::from_chars(begin, end, narrow, format);
  bool rounds_alike = static_cast<double>(wide) == narrow;
  if (narrow_result.ec == std::errc{} && !rounds_alike) wide = narrow;
  return Constant(wide);
}

// 2i, 1.5i; 012i is decimal, as it always was.
Constant imaginary_value(std::string_view text) {
  text.remove_suffix(1);
  bool is_decimal = text.find_first_not_of("0123456789_") == std::string_view::npos;
  bool is_whole = is_decimal || text.find_first_of(".pP") == std::string_view::npos;
  bool is_hexadecimal = text.size() > 1 && (text[1] | 0x20) == 'x';
  if (!is_hexadecimal && text.find_first_of("eE") != std::string_view::npos) is_whole = false;
  Constant part = is_whole && !is_decimal ? integer_value(text) : float_value(text);
  if (part.kind() == Constant::Kind::Unknown) return part;
  return Constant(std::complex<long double>(0, as_float(part)));
}

uint32_t digits_at(std::string_view text, size_t at, size_t count, uint32_t base) {
  uint32_t value = 0;
  for (char digit : text.substr(at, count)) {
    uint32_t one = digit <= '9' ? static_cast<uint32_t>(digit - '0')
                                : static_cast<uint32_t>((digit | 0x20) - 'a' + 10);
    value = value * base + one;
  }
  return value;
}

// One escape, at the backslash; says how long it was. Bytes (\x, octal) and characters differ in
// strings.
struct Escape {
  uint32_t code = 0;
  size_t length = 2;
  bool is_byte = false;
};

Escape decode_escape(std::string_view text, size_t at) {
  constexpr std::string_view kLetters = "abfnrtv";
  constexpr std::string_view kCodes = "\a\b\f\n\r\t\v";
  if (at + 1 >= text.size()) return {'\\', 1};
  char letter = text[at + 1];
  size_t simple = kLetters.find(letter);
  if (simple != std::string_view::npos) return {static_cast<uint32_t>(kCodes[simple])};
  if (letter >= '0' && letter <= '7') return {digits_at(text, at + 1, 3, 8), 4, true};
  if (letter == 'x') return {digits_at(text, at + 2, 2, 16), 4, true};
  if (letter == 'u') return {digits_at(text, at + 2, 4, 16), 6};
  if (letter == 'U') return {digits_at(text, at + 2, 8, 16), 10};
  return {static_cast<unsigned char>(letter)};
}

Constant rune_value(std::string_view text) {
  std::string_view inner = text.substr(1);
  if (inner.starts_with('\\')) return Constant(BigInteger(decode_escape(inner, 0).code));
  return Constant(BigInteger(static_cast<int64_t>(syntax::decode_character(inner, 0).code)));
}

Constant string_value(std::string_view text) {
  bool raw = text.starts_with('`');
  std::string value;
  size_t end = text.size() > 1 && text.back() == text.front() ? text.size() - 1 : text.size();
  for (size_t i = 1; i < end;) {
    if (raw || text[i] != '\\') {
      if (!raw || text[i] != '\r') value += text[i];
      ++i;
      continue;
    }
    Escape escape = decode_escape(text, i);
    if (escape.is_byte) {
      value += static_cast<char>(escape.code);
    } else {
      syntax::append_utf8(value, escape.code);
    }
    i += escape.length;
  }
  return Constant(std::move(value));
}

std::string float_text(long double value) {
  if (std::trunc(value) == value && std::fabs(value) < 1e21L)
    return fmt::format("{:.0f}", static_cast<double>(value));
  std::string text = fmt::format("{:.6g}", static_cast<double>(value));
  const bool looks_whole = text.find('.') == std::string::npos && std::trunc(value) != value;
  return looks_whole ? fmt::format("{}", static_cast<double>(value)) : text;
}

}  // namespace

Constant literal_value(const syntax::BasicLiteral& literal) {
  if (literal.token == syntax::TokenKind::IntegerLiteral) return integer_value(literal.text);
  if (literal.token == syntax::TokenKind::FloatLiteral) return float_value(literal.text);
  if (literal.token == syntax::TokenKind::ImaginaryLiteral) return imaginary_value(literal.text);
  if (literal.token == syntax::TokenKind::RuneLiteral) return rune_value(literal.text);
  if (literal.token == syntax::TokenKind::StringLiteral) return string_value(literal.text);
  return {};
}

std::complex<long double> Constant::complex() const {
  if (kind() == Kind::Complex) return std::get<std::complex<long double>>(content_);
  return {as_float(*this), 0};
}

double Constant::to_double() const { return static_cast<double>(as_float(*this)); }

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (size_t i = 0; i < text.size();) {
    syntax::Character character = syntax::decode_character(text, i);
    char32_t code = character.code;
    if (!character.valid || code < 0x20 || code == 0x7F) {
      std::string_view letters = "abtnvfr";
      bool simple = character.valid && code >= 7 && code <= 13;
      out += simple ? fmt::format("\\{}", letters[code - 7])
                    : fmt::format("\\x{:02x}", static_cast<unsigned char>(text[i]));
    } else {
      if (code == '"' || code == '\\') out += '\\';
      out.append(text, i, character.length);
    }
    i += character.length;
  }
  return out + "\"";
}

std::string Constant::exact_text() const {
  if (kind() != Kind::Float && kind() != Kind::Complex) return text();
  return fmt::format("{:a} {:a}", static_cast<double>(complex().real()),
                     static_cast<double>(complex().imag()));
}

std::string Constant::text() const {
  switch (kind()) {
    case Kind::Unknown:
      return "unknown";
    case Kind::Bool:
      return boolean() ? "true" : "false";
    case Kind::String:
      return quoted(string());
    case Kind::Integer:
      return integer().text();
    case Kind::Float:
      return float_text(floating());
    case Kind::Complex:
      return fmt::format("({} + {}i)", float_text(complex().real()), float_text(complex().imag()));
  }
  return "";
}

}  // namespace hmaplab::check
