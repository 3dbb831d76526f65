// The natives of packages strings, strconv and unicode, which only make text of text.
#include <charconv>
#include <cmath>
#include <limits>

#include "core/vm/directive.h"
#include "core/vm/float_text.h"
#include "core/vm/machine.h"
#include "core/vm/unicode.h"

namespace hmaplab::vm {

Machine::Flow Machine::give_text(int32_t call, std::string_view text) {
  set_string(call, text);
  return world_.end_ ? Flow::Stop : Flow::Next;
}

// func Index(s, substr string) int
Machine::Flow Machine::strings_index(int32_t call) {
  size_t at = string_at(call + 8).find(string_at(call + 24));
  set<int64_t>(call, at == std::string::npos ? -1 : static_cast<int64_t>(at));
  return Flow::Next;
}

// func LastIndex(s, substr string) int
Machine::Flow Machine::strings_last_index(int32_t call) {
  size_t at = string_at(call + 8).rfind(string_at(call + 24));
  set<int64_t>(call, at == std::string::npos ? -1 : static_cast<int64_t>(at));
  return Flow::Next;
}

// func repeat(s string, count int) string
Machine::Flow Machine::strings_repeat(int32_t call) {
  std::string part = string_at(call + 16);
  auto count = get<uint64_t>(call + 32);
  uint64_t most = world_.options_.limits.heap_bytes;
  if (part.empty() || count == 0) return give_text(call, "");
  if (count > most / part.size()) {
    world_.end_at_limit("heap", std::to_string(most) + " bytes", "--max-heap");
    return Flow::Stop;
  }
  std::string text;
  text.reserve(part.size() * count);
  for (uint64_t n = 0; n < count; ++n) text += part;
  return give_text(call, text);
}

// func Quote(s string) string
Machine::Flow Machine::strconv_quote(int32_t call) {
  return give_text(call, quoted(string_at(call + 16), false));
}

// func QuoteToASCII(s string) string
Machine::Flow Machine::strconv_quote_to_ascii(int32_t call) {
  return give_text(call, quoted(string_at(call + 16), true));
}

// func QuoteRune(r rune) string
Machine::Flow Machine::strconv_quote_rune(int32_t call) {
  return give_text(call, quoted_rune(get<uint32_t>(call + 16), false));
}

// func QuoteRuneToASCII(r rune) string
Machine::Flow Machine::strconv_quote_rune_to_ascii(int32_t call) {
  return give_text(call, quoted_rune(get<uint32_t>(call + 16), true));
}

// func formatUint(i uint64, base int) string
Machine::Flow Machine::strconv_format_uint(int32_t call) {
  char buffer[64];
  auto end = std::to_chars(buffer, buffer + sizeof(buffer), get<uint64_t>(call + 16),
                           static_cast<int>(get<int64_t>(call + 24)));
  return give_text(call, {buffer, static_cast<size_t>(end.ptr - buffer)});
}

// func formatFloat(f float64, fmt byte, prec, bitSize int) string
Machine::Flow Machine::strconv_format_float(int32_t call) {
  auto precision = get<int64_t>(call + 32);
  constexpr int64_t kMostDigits = 1'000'000;
  if (precision > kMostDigits) {
    world_.end_at_limit("digits of a float", std::to_string(kMostDigits), "");
    return Flow::Stop;
  }
  return give_text(
      call,
      float_text(get<double>(call + 16), static_cast<int>(get<int64_t>(call + 40)),
                 static_cast<char>(get<uint8_t>(call + 24)), std::max<int64_t>(precision, -1)));
}

namespace {

// Whether a number that is no float is too large, and not too small: by the exponent of its first
// digit.
bool is_too_large(std::string_view text, bool hexadecimal) {
  size_t mark = text.find(hexadecimal ? 'p' : 'e');
  bool negative = mark != std::string_view::npos && text[mark + 1] == '-';
  if (mark == std::string_view::npos) mark = text.size();
  size_t point = std::min(text.find('.'), mark);
  size_t digit = text.find_first_of("123456789abcdef");
  int64_t exponent =
      digit < point ? static_cast<int64_t>(point - digit) : -static_cast<int64_t>(digit - point);
  if (hexadecimal) exponent *= 4;
  int64_t written = 0;
  for (size_t i = mark; i < text.size() && written < 1'000'000'000; ++i) {
    if (text[i] >= '0' && text[i] <= '9') written = written * 10 + (text[i] - '0');
  }
  return exponent + (negative ? -written : written) > 0;
}

template <class T>
std::pair<double, bool> parse(std::string_view text) {
  bool hexadecimal = text.starts_with("0x");
  if (hexadecimal) text.remove_prefix(2);
  T value = 0;
  auto form = hexadecimal ? std::chars_format::hex : std::chars_format::general;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, form);
  if (error != std::errc::result_out_of_range) return {static_cast<double>(value), false};
  if (!is_too_large(text, hexadecimal)) return {0, false};
  return {std::numeric_limits<double>::infinity(), true};
}

}  // namespace

// func parseFloat(digits string, bitSize int) (value float64, outside bool)
Machine::Flow Machine::strconv_parse_float(int32_t call) {
  std::string text = string_at(call + 16);
  std::pair<double, bool> result;
  if (text == "nan") {
    result.first = std::numeric_limits<double>::quiet_NaN();
  } else if (text == "inf") {
    result.first = std::numeric_limits<double>::infinity();
  } else {
    result = get<int64_t>(call + 32) == 32 ? parse<float>(text) : parse<double>(text);
  }
  set(call, result.first);
  set<uint64_t>(call + 8, result.second);
  return Flow::Next;
}

// func category(r rune) string
Machine::Flow Machine::unicode_category(int32_t call) {
  return give_text(call, rune_category(get<uint32_t>(call + 16)));
}

// func toCase(which int, r rune) rune
Machine::Flow Machine::unicode_to_case(int32_t call) {
  auto wanted = static_cast<RuneCase>(get<int64_t>(call + 8));
  uint32_t rune = rune_to(wanted, get<uint32_t>(call + 16));
  set(call, static_cast<int64_t>(static_cast<int32_t>(rune)));
  return Flow::Next;
}

// func SimpleFold(r rune) rune
Machine::Flow Machine::unicode_simple_fold(int32_t call) {
  uint32_t rune = simple_fold(get<uint32_t>(call + 8));
  set(call, static_cast<int64_t>(static_cast<int32_t>(rune)));
  return Flow::Next;
}

}  // namespace hmaplab::vm
