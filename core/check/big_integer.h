// BigInteger: an exact signed integer for Go's constants, which may have 512 bits. A plain value;
// sign and magnitude.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hmaplab::check {

class BigInteger {
 public:
  BigInteger() = default;
  BigInteger(int64_t value);
  static BigInteger from_unsigned(uint64_t value);
  // Digits of the given base (2 to 16) without prefix; nullopt when a character is none of them.
  static std::optional<BigInteger> from_digits(std::string_view digits, uint32_t base);
  // The integral value toward zero; nullopt for infinities, NaN and values beyond 512 bits.
  static std::optional<BigInteger> from_float(long double value);

  bool is_zero() const { return magnitude_.empty(); }
  bool is_negative() const { return negative_; }
  size_t bit_length() const;  // of the magnitude
  bool fits_signed(unsigned bits) const;
  bool fits_unsigned(unsigned bits) const;
  uint64_t low_bits() const;  // the low 64 bits in two's complement
  std::optional<int64_t> to_int64() const;
  long double to_float() const;
  std::string text() const;  // decimal

  friend BigInteger operator-(const BigInteger& value);
  friend BigInteger operator+(const BigInteger& left, const BigInteger& right);
  friend BigInteger operator-(const BigInteger& left, const BigInteger& right);
  friend BigInteger operator*(const BigInteger& left, const BigInteger& right);
  // Truncated toward zero, as Go divides; right is not zero.
  friend BigInteger operator/(const BigInteger& left, const BigInteger& right);
  friend BigInteger operator%(const BigInteger& left, const BigInteger& right);
  // On infinite two's complement, as Go defines them.
  friend BigInteger operator&(const BigInteger& left, const BigInteger& right);
  friend BigInteger operator|(const BigInteger& left, const BigInteger& right);
  friend BigInteger operator^(const BigInteger& left, const BigInteger& right);
  BigInteger shifted_left(size_t count) const;
  BigInteger shifted_right(size_t count) const;  // rounds toward minus infinity

  friend bool operator==(const BigInteger& left, const BigInteger& right) = default;
  friend bool operator<(const BigInteger& left, const BigInteger& right);

 private:
  struct Division;
  void trim();
  static int compare_magnitudes(const BigInteger& left, const BigInteger& right);
  static Division divide(const BigInteger& left, const BigInteger& right);
  std::vector<uint32_t> twos_complement(size_t words) const;
  static BigInteger from_twos_complement(std::vector<uint32_t> words);

  std::vector<uint32_t> magnitude_;  // least significant word first, no leading zero words
  bool negative_ = false;            // never for zero
};

}  // namespace hmaplab::check
