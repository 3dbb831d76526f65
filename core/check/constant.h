// Constant values, exact: integers of any size up to Go's 512 bits, strings, booleans; floats as
// long double, complex numbers as two of them. A Constant is a plain value; what type it has stands beside it (Object::type,
// CheckedProgram::type_of).
#pragma once

#include <complex>
#include <cstdint>
#include <string>
#include <variant>

#include "core/check/big_integer.h"

namespace hmaplab::check {

class Constant {
 public:
  enum class Kind : uint8_t { Unknown, Bool, String, Integer, Float, Complex };

  Constant() = default;  // Unknown: the value of an expression with an error
  explicit Constant(bool value) : content_(value) {}
  explicit Constant(std::string value) : content_(std::move(value)) {}
  explicit Constant(BigInteger value) : content_(std::move(value)) {}
  explicit Constant(long double value) : content_(value) {}
  explicit Constant(std::complex<long double> value) : content_(value) {}

  Kind kind() const { return static_cast<Kind>(content_.index()); }
  bool is_numeric() const { return kind() >= Kind::Integer; }

  // Each only for its kind.
  bool boolean() const { return std::get<bool>(content_); }
  const std::string& string() const { return std::get<std::string>(content_); }
  const BigInteger& integer() const { return std::get<BigInteger>(content_); }
  long double floating() const { return std::get<long double>(content_); }
  // Of any numeric kind.
  std::complex<long double> complex() const;

  // For the compiler, where type_of(expr) is an integer type: the low 64 bits, two's complement.
  // (The checker made sure that the value fits its type.)
  uint64_t bits() const { return integer().low_bits(); }
  // Where type_of(expr) is a floating-point type: the value, whether written 1 or 1.0.
  double to_double() const;

  // As in Go's messages: 1, "abc", true, 1.5, 1e+100.
  std::string text() const;
  // Different for different values of a type; text() rounds floats.
  std::string exact_text() const;

 private:
  std::variant<std::monostate, bool, std::string, BigInteger, long double,
               std::complex<long double>>
      content_;
};

}  // namespace hmaplab::check
