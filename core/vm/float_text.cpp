#include "core/vm/float_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

namespace hmaplab::vm {

namespace {

// 0.d1d2d3… times ten to the power of `point`.
struct Digits {
  std::string digits;
  int point = 0;
};

Digits shortest(double value, int size) {
  char buffer[64];
  auto form = std::chars_format::scientific;
  auto end = size == 32 ? std::to_chars(buffer, buffer + 64, static_cast<float>(value), form)
                        : std::to_chars(buffer, buffer + 64, value, form);
  std::string text(buffer, end.ptr);
  size_t mark = text.find('e');
  Digits result{text.substr(0, 1), std::atoi(text.c_str() + mark + 1) + 1};
  if (mark > 1) result.digits += text.substr(2, mark - 2);
  if (value == 0) result.point = 0;
  return result;
}

std::string fixed(const Digits& number) {
  const auto& [digits, point] = number;
  auto count = static_cast<int>(digits.size());
  if (digits == "0") return "0";
  if (point <= 0) return "0." + std::string(static_cast<size_t>(-point), '0') + digits;
  if (count <= point) return digits + std::string(static_cast<size_t>(point - count), '0');
  return digits.substr(0, static_cast<size_t>(point)) + "." +
         digits.substr(static_cast<size_t>(point));
}

std::string scientific(const Digits& number) {
  int exponent = number.digits == "0" ? 0 : number.point - 1;
  std::string text = number.digits.substr(0, 1);
  if (number.digits.size() > 1) text += "." + number.digits.substr(1);
  return fmt::format("{}e{}{:02}", text, exponent < 0 ? '-' : '+', std::abs(exponent));
}

// 0x1.8p+01: mantissa and power of two in hexadecimal; the exponent has two digits at least.
std::string hexadecimal(double value, int64_t precision) {
  int exponent = 0;
  double mantissa = 2 * std::frexp(value, &exponent);
  exponent = value == 0 ? 0 : exponent - 1;
  std::string text =
      precision < 0 ? fmt::format("{:a}", mantissa) : fmt::format("{:.{}a}", mantissa, precision);
  text = text.substr(2, text.find('p') - 2);
  if (text[0] == '2') {  // rounded up
    text[0] = '1';
    ++exponent;
  }
  return fmt::format("0x{}p{}{:02}", text, exponent < 0 ? '-' : '+', std::abs(exponent));
}

// 4503599627370496p-52: the mantissa as a whole number, and the power of two.
std::string binary(double value, int size) {
  const int bits = size == 32 ? 23 : 52;
  uint64_t raw = size == 32 ? std::bit_cast<uint32_t>(static_cast<float>(value))
                            : std::bit_cast<uint64_t>(value);
  uint64_t mantissa = raw & ((uint64_t{1} << bits) - 1);
  auto exponent = static_cast<int>(raw >> bits);
  if (exponent == 0) {
    exponent = 1;
  } else {
    mantissa |= uint64_t{1} << bits;
  }
  exponent -= (size == 32 ? 127 : 1023) + bits;
  return fmt::format("{}p{:+d}", mantissa, exponent);
}

std::string lower_case(double value, int size, char32_t format, int64_t precision) {
  if (format == 'x') return hexadecimal(value, precision);
  if (format == 'b') return binary(value, size);
  if (precision >= 0) {
    // A double has no more digits than these behind its point.
    constexpr int64_t kDigits = 1100;
    int64_t counted = std::min(precision, kDigits);
    std::string zeros(static_cast<size_t>(precision - counted), '0');
    if (format == 'f') return fmt::format("{:.{}f}", value, counted) + zeros;
    if (format == 'g') return fmt::format("{:.{}g}", value, counted);
    std::string text = fmt::format("{:.{}e}", value, counted);
    return text.insert(text.find('e'), zeros);
  }
  Digits number = shortest(value, size);
  int exponent = number.point - 1;
  bool is_fixed =
      format == 'f' || (format == 'g' && (value == 0 || (exponent >= -4 && exponent < 6)));
  return is_fixed ? fixed(number) : scientific(number);
}

}  // namespace

std::string float_magnitude(double value, int size, char32_t format, int64_t precision) {
  if (size == 32) value = static_cast<double>(static_cast<float>(value));
  if (std::isinf(value)) return "Inf";
  bool upper = format == 'E' || format == 'G' || format == 'X';
  std::string text = lower_case(value, size, upper ? format + ('a' - 'A') : format, precision);
  if (upper) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
    });
  }
  return text;
}

std::string float_text(double value, int size, char format, int64_t precision) {
  if (std::isnan(value)) return "NaN";
  std::string magnitude = float_magnitude(
      std::fabs(value), size, static_cast<char32_t>(static_cast<unsigned char>(format)), precision);
  if (magnitude == "Inf") return std::signbit(value) ? "-Inf" : "+Inf";
  return std::signbit(value) ? "-" + magnitude : magnitude;
}

}  // namespace hmaplab::vm
