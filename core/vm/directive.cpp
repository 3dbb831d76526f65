#include "core/vm/directive.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/vm/float_text.h"
#include "core/vm/runes.h"
#include "core/vm/unicode.h"

namespace hmaplab::vm {

namespace {

constexpr uint32_t kMaxRune = 0x10ffff;

int64_t rune_count(std::string_view text) {
  int64_t count = 0;
  for (; !text.empty(); ++count) text.remove_prefix(decode_rune(text).second);
  return count;
}

std::string utf8(uint64_t rune) {
  std::string text;
  append_rune(text, static_cast<uint32_t>(std::min<uint64_t>(rune, kMaxRune + 1)));
  return text;
}

void add_padding(std::string& out, const Directive& directive, int64_t count) {
  if (count > 0)
    out.append(static_cast<size_t>(count), directive.zero && !directive.minus ? '0' : ' ');
}

void add_unzeroed(std::string& out, Directive directive, std::string_view text) {
  directive.zero = false;
  add_padded(out, directive, text);
}

std::string_view truncated(const Directive& directive, std::string_view text) {
  if (!directive.has_precision) return text;
  size_t length = 0;
  for (int64_t left = directive.precision; left > 0 && length < text.size(); --left) {
    length += decode_rune(text.substr(length)).second;
  }
  return text.substr(0, length);
}

std::string escaped(uint32_t rune, char quote, bool ascii_only) {
  if (rune == static_cast<uint32_t>(quote) || rune == '\\') return {'\\', static_cast<char>(rune)};
  if ((rune < 0x80 || !ascii_only) && is_printable(rune)) return utf8(rune);
  constexpr std::string_view kShort = "abtnvfr";  // 7 to 13
  if (rune >= 7 && rune <= 13) return {'\\', kShort[rune - 7]};
  if (rune < 0x20 || rune == 0x7f) return fmt::format("\\x{:02x}", rune);
  return rune < 0x10000 ? fmt::format("\\u{:04x}", rune) : fmt::format("\\U{:08x}", rune);
}

bool can_backquote(std::string_view text) {
  while (!text.empty()) {
    auto [rune, length] = decode_rune(text);
    bool bad = (length == 1 && rune == 0xfffd) || rune == 0xfeff || (rune < ' ' && rune != '\t') ||
               rune == '`' || rune == 0x7f;
    if (bad) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string unicode_text(const Directive& directive, uint64_t bits) {
  int64_t digits = directive.has_precision ? std::max<int64_t>(directive.precision, 4) : 4;
  std::string text = fmt::format("U+{:0{}X}", bits, digits);
  if (directive.sharp && bits <= kMaxRune && is_printable(static_cast<uint32_t>(bits)))
    text += " '" + utf8(bits) + "'";
  return text;
}

void add_number(std::string& out, const Directive& directive, uint64_t bits, bool negative,
                int base, bool upper, bool octal_prefix) {
  uint64_t magnitude = negative ? 0 - bits : bits;
  size_t sign = negative || directive.plus || directive.space ? 1 : 0;
  size_t least = 0;
  if (directive.has_precision) {
    least = static_cast<size_t>(directive.precision);
    if (least == 0 && bits == 0) return add_unzeroed(out, directive, "");
  } else if (directive.zero && !directive.minus && directive.has_width) {
    least = static_cast<size_t>(std::max<int64_t>(0, directive.width - static_cast<int64_t>(sign)));
  }
  char buffer[72];
  std::string digits(buffer, std::to_chars(buffer, buffer + 72, magnitude, base).ptr);
  if (upper)
    std::transform(digits.begin(), digits.end(), digits.begin(),
                   [](char c) { return c >= 'a' ? static_cast<char>(c - 32) : c; });
  if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
  if (directive.sharp && base == 2) digits.insert(0, "0b");
  if (directive.sharp && base == 8 && digits[0] != '0') digits.insert(0, "0");
  if (directive.sharp && base == 16) digits.insert(0, upper ? "0X" : "0x");
  if (octal_prefix) digits.insert(0, "0o");
  if (sign != 0) digits.insert(0, negative ? "-" : directive.plus ? "+" : " ");
  add_unzeroed(out, directive, digits);
}

void add_hex_bytes(std::string& out, const Directive& directive, std::string_view text,
                   bool upper) {
  if (directive.has_precision) text = text.substr(0, static_cast<size_t>(directive.precision));
  std::string prefix = directive.sharp ? upper ? "0X" : "0x" : "";
  std::string encoded = text.empty() ? "" : prefix;
  for (size_t i = 0; i < text.size(); ++i) {
    if (directive.space && i > 0) encoded += " " + prefix;
    auto byte = static_cast<unsigned char>(text[i]);
    encoded += upper ? fmt::format("{:02X}", byte) : fmt::format("{:02x}", byte);
  }
  add_padded(out, directive, encoded);
}

// The flag # keeps the point and the zeros at the end.
std::string with_point(std::string number, char32_t verb, int64_t precision) {
  int64_t digits = verb == 'g' || verb == 'G' || verb == 'x' ? (precision < 0 ? 6 : precision) : 0;
  size_t mark = number.find_first_of(verb == 'x' || verb == 'X' ? "pP" : "eE");
  std::string tail = mark == std::string::npos ? "" : number.substr(mark);
  number = number.substr(0, mark);
  bool saw_nonzero = false;
  for (char c : number) {
    saw_nonzero = saw_nonzero || (c != '0' && c != '.');
    if (saw_nonzero && c != '.') --digits;
  }
  if (number.find('.') == std::string::npos) {
    if (number == "0") --digits;
    number += '.';
  }
  if (digits > 0) number.append(static_cast<size_t>(digits), '0');
  return number + tail;
}

}  // namespace

void Directive::set_verb(char32_t wanted) {
  verb = wanted;
  if (verb != 'v' && verb != 'w') return;
  sharp_v = sharp;
  plus_v = plus;
  sharp = plus = false;
}

void add_padded(std::string& out, const Directive& directive, std::string_view text) {
  int64_t missing = directive.has_width ? directive.width - rune_count(text) : 0;
  if (!directive.minus) add_padding(out, directive, missing);
  out += text;
  if (directive.minus) add_padding(out, directive, missing);
}

std::string quoted(std::string_view text, bool ascii_only) {
  std::string result = "\"";
  while (!text.empty()) {
    auto [rune, length] = decode_rune(text);
    bool broken = length == 1 && rune == 0xfffd;
    result += broken ? fmt::format("\\x{:02x}", static_cast<unsigned char>(text[0]))
                     : escaped(rune, '"', ascii_only);
    text.remove_prefix(length);
  }
  return result + "\"";
}

std::string quoted_rune(uint64_t value, bool ascii_only) {
  bool valid = value <= kMaxRune && (value < 0xd800 || value > 0xdfff);
  return "'" + escaped(valid ? static_cast<uint32_t>(value) : 0xfffd, '\'', ascii_only) + "'";
}

bool add_bool(std::string& out, const Directive& directive, bool value) {
  if (directive.verb != 't' && directive.verb != 'v') return false;
  add_padded(out, directive, value ? "true" : "false");
  return true;
}

bool add_integer(std::string& out, const Directive& directive, uint64_t bits, bool is_signed) {
  bool negative = is_signed && static_cast<int64_t>(bits) < 0;
  auto number = [&](int base, bool upper = false, bool octal_prefix = false) {
    add_number(out, directive, bits, negative, base, upper, octal_prefix);
    return true;
  };
  switch (directive.verb) {
    case 'v':
      if (!directive.sharp_v || is_signed) return number(10);
      add_hexadecimal(out, directive, bits, true);
      return true;
    case 'd':
      return number(10);
    case 'b':
      return number(2);
    case 'o':
      return number(8);
    case 'O':
      return number(8, false, true);
    case 'x':
      return number(16);
    case 'X':
      return number(16, true);
    case 'c':
      add_padded(out, directive, utf8(bits));
      return true;
    case 'q':
      add_padded(out, directive, quoted_rune(bits, directive.plus));
      return true;
    case 'U':
      add_unzeroed(out, directive, unicode_text(directive, bits));
      return true;
    default:
      return false;
  }
}

bool add_float(std::string& out, const Directive& directive, double value, int size) {
  char32_t verb = directive.verb == 'v' ? 'g' : directive.verb == 'F' ? 'f' : directive.verb;
  if (verb != 'g' && verb != 'G' && verb != 'e' && verb != 'E' && verb != 'f' && verb != 'x' &&
      verb != 'X' && verb != 'b')
    return false;
  bool has_six = verb == 'e' || verb == 'E' || verb == 'f';
  int64_t precision = directive.has_precision ? directive.precision : has_six ? 6 : -1;
  if (std::isnan(value)) {
    add_unzeroed(out, directive, directive.plus ? "+NaN" : directive.space ? " NaN" : "NaN");
    return true;
  }
  bool negative = std::signbit(value);
  std::string number = float_magnitude(std::fabs(value), size, verb, precision);
  bool is_infinite = std::isinf(value);
  if (directive.sharp && !is_infinite && verb != 'b') number = with_point(number, verb, precision);
  std::string sign = negative                        ? "-"
                     : directive.plus || is_infinite ? "+"
                     : directive.space               ? " "
                                                     : "";
  if (is_infinite && directive.space && !directive.plus && !negative) sign = " ";
  if (is_infinite) {
    add_unzeroed(out, directive, sign + number);
  } else if (!sign.empty() && directive.zero && !directive.minus && directive.has_width) {
    Directive rest = directive;
    rest.width -= 1;
    out += sign;
    add_padded(out, rest, number);
  } else {
    add_padded(out, directive, sign + number);
  }
  return true;
}

// (1+2i): each part as a float of its own.
bool add_complex(std::string& out, const Directive& directive, std::complex<double> value,
                 int part_size) {
  std::string text = "(";
  if (!add_float(text, directive, value.real(), part_size)) return false;
  Directive second = directive;
  second.plus = true;
  add_float(text, second, value.imag(), part_size);
  out += text + "i)";
  return true;
}

void add_text(std::string& out, const Directive& directive, char32_t verb, std::string_view text) {
  if (verb == 'x' || verb == 'X') return add_hex_bytes(out, directive, text, verb == 'X');
  text = truncated(directive, text);
  if (verb != 'q') return add_padded(out, directive, text);
  if (directive.sharp && can_backquote(text))
    return add_padded(out, directive, "`" + std::string(text) + "`");
  add_padded(out, directive, quoted(text, directive.plus));
}

bool add_string(std::string& out, const Directive& directive, std::string_view text) {
  switch (directive.verb) {
    case 'v':
      add_text(out, directive, directive.sharp_v ? 'q' : 's', text);
      return true;
    case 's':
    case 'q':
    case 'x':
    case 'X':
      add_text(out, directive, directive.verb, text);
      return true;
    default:
      return false;
  }
}

void add_hexadecimal(std::string& out, const Directive& directive, uint64_t bits,
                     bool with_prefix) {
  Directive changed = directive;
  changed.sharp = with_prefix;
  add_number(out, changed, bits, false, 16, false, false);
}

}  // namespace hmaplab::vm
