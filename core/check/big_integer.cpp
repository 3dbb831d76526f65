#include "core/check/big_integer.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hmaplab::check {

struct BigInteger::Division {
  BigInteger quotient, remainder;
};

namespace {
constexpr int kMostFloatBits = 1024;
}

BigInteger::BigInteger(int64_t value) {
  *this =
      from_unsigned(value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value));
  negative_ = value < 0;
}

BigInteger BigInteger::from_unsigned(uint64_t value) {
  BigInteger result;
  result.magnitude_ = {static_cast<uint32_t>(value), static_cast<uint32_t>(value >> 32)};
  result.trim();
  return result;
}

std::optional<BigInteger> BigInteger::from_digits(std::string_view digits, uint32_t base) {
  BigInteger result;
  for (char digit : digits) {
    uint32_t value = digit >= '0' && digit <= '9'
                         ? static_cast<uint32_t>(digit - '0')
                         : static_cast<uint32_t>((digit | 0x20) - 'a' + 10);
    if (value >= base) return std::nullopt;
    uint64_t carry = value;
    for (uint32_t& word : result.magnitude_) {
      carry += uint64_t{word} * base;
      word = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) result.magnitude_.push_back(static_cast<uint32_t>(carry));
  }
  return result;
}

std::optional<BigInteger> BigInteger::from_float(long double value) {
  if (!std::isfinite(value)) return std::nullopt;
  int exponent = 0;
  long double fraction = std::frexp(std::fabs(std::trunc(value)), &exponent);
  if (exponent > kMostFloatBits) return std::nullopt;
  if (fraction == 0) return BigInteger();
  auto mantissa = static_cast<uint64_t>(std::ldexp(fraction, 64));
  BigInteger result = from_unsigned(mantissa);
  result = exponent >= 64 ? result.shifted_left(static_cast<size_t>(exponent - 64))
                          : result.shifted_right(static_cast<size_t>(64 - exponent));
  result.negative_ = value < 0 && !result.is_zero();
  return result;
}

void BigInteger::trim() {
  while (!magnitude_.empty() && magnitude_.back() == 0) magnitude_.pop_back();
  if (magnitude_.empty()) negative_ = false;
}

size_t BigInteger::bit_length() const {
  if (magnitude_.empty()) return 0;
  auto top = static_cast<size_t>(32 - __builtin_clz(magnitude_.back()));
  return (magnitude_.size() - 1) * 32 + top;
}

bool BigInteger::fits_signed(unsigned bits) const {
  if (!negative_) return bit_length() < bits;
  return (*this + BigInteger(1)).bit_length() < bits;
}

bool BigInteger::fits_unsigned(unsigned bits) const { return !negative_ && bit_length() <= bits; }

uint64_t BigInteger::low_bits() const {
  uint64_t low = magnitude_.empty() ? 0 : magnitude_[0];
  if (magnitude_.size() > 1) low |= uint64_t{magnitude_[1]} << 32;
  return negative_ ? 0 - low : low;
}

std::optional<int64_t> BigInteger::to_int64() const {
  if (!fits_signed(64)) return std::nullopt;
  return static_cast<int64_t>(low_bits());
}

long double BigInteger::to_float() const {
  long double value = 0;
  for (size_t i = magnitude_.size(); i-- > 0;) value = value * 4294967296.0L + magnitude_[i];
  return negative_ ? -value : value;
}

std::string BigInteger::text() const {
  if (is_zero()) return "0";
  std::vector<uint32_t> words = magnitude_;
  std::string digits;
  while (!words.empty()) {
    uint64_t rest = 0;
    for (size_t i = words.size(); i-- > 0;) {
      rest = rest << 32 | words[i];
      words[i] = static_cast<uint32_t>(rest / 10);
      rest %= 10;
    }
    digits += static_cast<char>('0' + rest);
    while (!words.empty() && words.back() == 0) words.pop_back();
  }
  if (negative_) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits;
}

int BigInteger::compare_magnitudes(const BigInteger& left, const BigInteger& right) {
  if (left.magnitude_.size() != right.magnitude_.size()) {
    return left.magnitude_.size() < right.magnitude_.size() ? -1 : 1;
  }
  for (size_t i = left.magnitude_.size(); i-- > 0;) {
    if (left.magnitude_[i] != right.magnitude_[i]) {
      return left.magnitude_[i] < right.magnitude_[i] ? -1 : 1;
    }
  }
  return 0;
}

bool operator<(const BigInteger& left, const BigInteger& right) {
  if (left.negative_ != right.negative_) return left.negative_;
  int order = BigInteger::compare_magnitudes(left, right);
  return left.negative_ ? order > 0 : order < 0;
}

BigInteger operator-(const BigInteger& value) {
  BigInteger result = value;
  result.negative_ = !value.negative_ && !value.is_zero();
  return result;
}

BigInteger operator+(const BigInteger& left, const BigInteger& right) {
  size_t words = std::max(left.magnitude_.size(), right.magnitude_.size()) + 1;
  std::vector<uint32_t> a = left.twos_complement(words + 1), b = right.twos_complement(words + 1);
  uint64_t carry = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    carry += uint64_t{a[i]} + b[i];
    a[i] = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  return BigInteger::from_twos_complement(std::move(a));
}

BigInteger operator-(const BigInteger& left, const BigInteger& right) { return left + -right; }

BigInteger operator*(const BigInteger& left, const BigInteger& right) {
  BigInteger result;
  result.magnitude_.assign(left.magnitude_.size() + right.magnitude_.size(), 0);
  for (size_t i = 0; i < left.magnitude_.size(); ++i) {
    uint64_t carry = 0;
    for (size_t j = 0; j < right.magnitude_.size(); ++j) {
      carry += uint64_t{left.magnitude_[i]} * right.magnitude_[j] + result.magnitude_[i + j];
      result.magnitude_[i + j] = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    result.magnitude_[i + right.magnitude_.size()] = static_cast<uint32_t>(carry);
  }
  result.negative_ = left.negative_ != right.negative_;
  result.trim();
  return result;
}

// Bit by bit: constants have at most a thousand bits.
BigInteger::Division BigInteger::divide(const BigInteger& left, const BigInteger& right) {
  Division division;
  division.quotient.magnitude_.assign(left.magnitude_.size(), 0);
  BigInteger divisor = right;
  divisor.negative_ = false;
  for (size_t bit = left.bit_length(); bit-- > 0;) {
    division.remainder = division.remainder.shifted_left(1);
    if ((left.magnitude_[bit / 32] >> (bit % 32) & 1) != 0) {
      division.remainder = division.remainder + BigInteger(1);
    }
    if (compare_magnitudes(division.remainder, divisor) >= 0) {
      division.remainder = division.remainder - divisor;
      division.quotient.magnitude_[bit / 32] |= 1u << (bit % 32);
    }
  }
  division.quotient.negative_ = left.negative_ != right.negative_;
  division.remainder.negative_ = left.negative_;
  division.quotient.trim();
  division.remainder.trim();
  return division;
}

BigInteger operator/(const BigInteger& left, const BigInteger& right) {
  return BigInteger::divide(left, right).quotient;
}
BigInteger operator%(const BigInteger& left, const BigInteger& right) {
  return BigInteger::divide(left, right).remainder;
}

std::vector<uint32_t> BigInteger::twos_complement(size_t words) const {
  std::vector<uint32_t> result = magnitude_;
  result.resize(words, 0);
  if (!negative_) return result;
  uint64_t carry = 1;
  for (uint32_t& word : result) {
    carry += static_cast<uint32_t>(~word);
    word = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  return result;
}

BigInteger BigInteger::from_twos_complement(std::vector<uint32_t> words) {
  BigInteger result;
  bool negative = !words.empty() && (words.back() >> 31) != 0;
  result.magnitude_ = std::move(words);
  if (negative) {
    result.negative_ = true;
    result.magnitude_ = result.twos_complement(result.magnitude_.size());
  }
  result.trim();
  return result;
}

namespace {
size_t common_words(const BigInteger& left, const BigInteger& right) {
  return std::max(left.bit_length(), right.bit_length()) / 32 + 2;
}
}  // namespace

BigInteger operator&(const BigInteger& left, const BigInteger& right) {
  size_t words = common_words(left, right);
  std::vector<uint32_t> a = left.twos_complement(words), b = right.twos_complement(words);
  for (size_t i = 0; i < words; ++i) a[i] &= b[i];
  return BigInteger::from_twos_complement(std::move(a));
}

BigInteger operator|(const BigInteger& left, const BigInteger& right) {
  size_t words = common_words(left, right);
  std::vector<uint32_t> a = left.twos_complement(words), b = right.twos_complement(words);
  for (size_t i = 0; i < words; ++i) a[i] |= b[i];
  return BigInteger::from_twos_complement(std::move(a));
}

BigInteger operator^(const BigInteger& left, const BigInteger& right) {
  size_t words = common_words(left, right);
  std::vector<uint32_t> a = left.twos_complement(words), b = right.twos_complement(words);
  for (size_t i = 0; i < words; ++i) a[i] ^= b[i];
  return BigInteger::from_twos_complement(std::move(a));
}

BigInteger BigInteger::shifted_left(size_t count) const {
  if (is_zero()) return {};
  BigInteger result;
  result.magnitude_.assign(count / 32, 0);
  uint32_t carry = 0;
  auto bits = static_cast<uint32_t>(count % 32);
  for (uint32_t word : magnitude_) {
    result.magnitude_.push_back(word << bits | carry);
    carry = bits == 0 ? 0 : word >> (32 - bits);
  }
  result.magnitude_.push_back(carry);
  result.negative_ = negative_;
  result.trim();
  return result;
}

BigInteger BigInteger::shifted_right(size_t count) const {
  size_t words = magnitude_.size() + 1;
  std::vector<uint32_t> source = twos_complement(words);
  uint32_t sign = negative_ ? ~0u : 0u;
  auto bits = static_cast<uint32_t>(count % 32);
  std::vector<uint32_t> result(words, sign);
  for (size_t i = 0; i < words; ++i) {
    size_t from = i + count / 32;
    uint32_t low = from < words ? source[from] : sign;
    uint32_t high = from + 1 < words ? source[from + 1] : sign;
    result[i] = bits == 0 ? low : low >> bits | high << (32 - bits);
  }
  return from_twos_complement(std::move(result));
}

}  // namespace hmaplab::check
