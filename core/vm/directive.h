// Directive: one verb of Printf with its flags, and how the leaves of a value (numbers, text) look
// under it. The rules are those of Go's fmt/format.go and strconv; how whole values are put
// together is in printer.h.
#pragma once

#include <complex>
#include <cstdint>
#include <string>
#include <string_view>

namespace hmaplab::vm {

struct Directive {
  // As fmt's struct directive in core/golib/fmt lies in memory.
  bool minus = false, plus = false, sharp = false, space = false, zero = false;
  bool has_width = false, has_precision = false;
  int64_t width = 0;      // in runes
  int64_t precision = 0;  // digits or runes

  char32_t verb = 'v';
  bool plus_v = false;   // %+v names fields
  bool sharp_v = false;  // %#v is Go source

  // Of %v the flags + and # mean other things than of all other verbs.
  void set_verb(char32_t wanted);
};
inline constexpr uint64_t kDirectiveBytes = 24;  // of its first part, in Go's layout

// Each gives false when the verb does not fit; then nothing was added to `out`.
bool add_bool(std::string& out, const Directive& directive, bool value);
bool add_integer(std::string& out, const Directive& directive, uint64_t bits, bool is_signed);
bool add_float(std::string& out, const Directive& directive, double value, int size);
bool add_complex(std::string& out, const Directive& directive, std::complex<double> value,
                 int part_size);
bool add_string(std::string& out, const Directive& directive, std::string_view text);
// Verbs s, q, x, X.
void add_text(std::string& out, const Directive& directive, char32_t verb, std::string_view text);
// In hexadecimal, with 0x before it or not.
void add_hexadecimal(std::string& out, const Directive& directive, uint64_t bits, bool with_prefix);
// As wide as asked for.
void add_padded(std::string& out, const Directive& directive, std::string_view text);

// strconv.Quote and QuoteToASCII.
std::string quoted(std::string_view text, bool ascii_only);
std::string quoted_rune(uint64_t value, bool ascii_only);

}  // namespace hmaplab::vm
