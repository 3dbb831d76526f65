// The natives of package math: those of the C library, with Go's answers where the two differ.
#include <algorithm>
#include <cmath>

#include "core/vm/machine.h"

namespace hmaplab::vm {

namespace {

// Go multiplies squares of the mantissa, so that whole powers are exact where they can be; what is
// left of the exponent goes through Exp and Log.
double power(double x, double y) {
  bool is_special = x == 0 || y == 0 || x == 1 || y == 1 || !std::isfinite(x) ||
                    !std::isfinite(y) || std::fabs(y) >= 0x1p63 || (x < 0 && std::trunc(y) != y);
  if (is_special) return std::pow(x, y);
  if (y == 0.5) return std::sqrt(x);
  if (y == -0.5) return 1 / std::sqrt(x);
  double whole = 0;
  double rest = std::modf(std::fabs(y), &whole);
  double result = 1;
  if (rest != 0) {
    if (rest > 0.5) {
      rest -= 1;
      whole += 1;
    }
    result = std::exp(rest * std::log(x));
  }
  constexpr int64_t kMostExponent = 1 << 12;
  int64_t exponent = 0;
  int first = 0;
  double square = std::frexp(x, &first);
  int64_t square_exponent = first;
  for (auto left = static_cast<uint64_t>(whole); left != 0; left >>= 1) {
    if (std::abs(square_exponent) > kMostExponent) {  // far outside of what a float can hold
      exponent += square_exponent;
      break;
    }
    if ((left & 1) != 0) {
      result *= square;
      exponent += square_exponent;
    }
    square *= square;
    square_exponent *= 2;
    if (square < 0.5) {
      square *= 2;
      --square_exponent;
    }
  }
  if (y < 0) {
    result = 1 / result;
    exponent = -exponent;
  }
  return std::ldexp(result, static_cast<int>(exponent));
}

}  // namespace

// func Float64bits(f float64) uint64; in a slot the two look the same
Machine::Flow Machine::math_float64bits(int32_t call) {
  set(call, get<uint64_t>(call + 8));
  return Flow::Next;
}

Machine::Flow Machine::math_float64frombits(int32_t call) { return math_float64bits(call); }

Machine::Flow Machine::math_float32bits(int32_t call) {
  set<uint64_t>(call, get<uint32_t>(call + 8));
  return Flow::Next;
}

Machine::Flow Machine::math_float32frombits(int32_t call) { return math_float32bits(call); }

#define UNARY(handler, expression)               \
  Machine::Flow Machine::handler(int32_t call) { \
    double x = get<double>(call + 8);            \
    set<double>(call, expression);               \
    return Flow::Next;                           \
  }
UNARY(math_sqrt, std::sqrt(x))
UNARY(math_cbrt, static_cast<double>(std::cbrt(static_cast<long double>(x))))
UNARY(math_exp, std::exp(x))
UNARY(math_exp2, std::exp2(x))
UNARY(math_expm1, std::expm1(x))
UNARY(math_log, std::log(x))
UNARY(math_log2, std::log2(x))
UNARY(math_log10, std::log10(x))
UNARY(math_log1p, std::log1p(x))
UNARY(math_sin, std::sin(x))
UNARY(math_cos, std::cos(x))
UNARY(math_tan, std::tan(x))
UNARY(math_asin, std::asin(x))
UNARY(math_acos, std::acos(x))
UNARY(math_atan, std::atan(x))
UNARY(math_sinh, std::sinh(x))
UNARY(math_cosh, std::cosh(x))
UNARY(math_tanh, std::tanh(x))
UNARY(math_floor, std::floor(x))
UNARY(math_ceil, std::ceil(x))
UNARY(math_trunc, std::trunc(x))
UNARY(math_round, std::round(x))
UNARY(math_round_to_even, std::nearbyint(x))
UNARY(math_erf, std::erf(x))
UNARY(math_gamma, std::isinf(x) && x < 0 ? std::nan("") : std::tgamma(x))
#undef UNARY

#define BINARY(handler, expression)              \
  Machine::Flow Machine::handler(int32_t call) { \
    double x = get<double>(call + 8);            \
    double y = get<double>(call + 16);           \
    set<double>(call, expression);               \
    return Flow::Next;                           \
  }
BINARY(math_pow, power(x, y))
BINARY(math_mod, std::fmod(x, y))
BINARY(math_atan2, std::atan2(x, y))
BINARY(math_hypot, std::hypot(x, y))
BINARY(math_remainder, std::remainder(x, y))
BINARY(math_nextafter, x == y ? x : std::nextafter(x, y))
#undef BINARY

// func Ldexp(frac float64, exp int) float64
Machine::Flow Machine::math_ldexp(int32_t call) {
  constexpr int64_t kMost = 5000;
  int64_t exponent = std::clamp(get<int64_t>(call + 16), -kMost, kMost);
  set<double>(call, std::ldexp(get<double>(call + 8), static_cast<int>(exponent)));
  return Flow::Next;
}

// func Frexp(f float64) (frac float64, exp int)
Machine::Flow Machine::math_frexp(int32_t call) {
  int exponent = 0;
  double value = get<double>(call + 16);
  set<double>(call, std::frexp(value, &exponent));
  set<int64_t>(call + 8, std::isfinite(value) ? exponent : 0);
  return Flow::Next;
}

// func pow10(n int) float64, for n in [-323, 308]
Machine::Flow Machine::math_pow10(int32_t call) {
  set<double>(call, std::pow(10.0, static_cast<double>(get<int64_t>(call + 8))));
  return Flow::Next;
}

}  // namespace hmaplab::vm
