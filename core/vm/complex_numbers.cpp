// Arithmetic on complex numbers. complex64 is computed in float64 and rounded at the end, as gc
// does.
#include <cmath>
#include <complex>
#include <limits>

#include "core/vm/machine.h"

namespace hmaplab::vm {

using bytecode::Op;
using Number = std::complex<double>;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// 1 or 0 with the sign of x: whether it was infinite.
double one_if_infinite(double x) { return std::copysign(std::isinf(x) ? 1.0 : 0.0, x); }

Number product(Number x, Number y) {
  return {x.real() * y.real() - x.imag() * y.imag(), x.real() * y.imag() + x.imag() * y.real()};
}

// What is not a number becomes infinite or zero where C99 (annex G.5.1) wants it.
Number corrected(Number x, Number y, Number result) {
  double a = x.real(), b = x.imag(), c = y.real(), d = y.imag();
  if (y == Number(0) && (!std::isnan(a) || !std::isnan(b)))
    return {std::copysign(kInfinity, c) * a, std::copysign(kInfinity, c) * b};
  if ((std::isinf(a) || std::isinf(b)) && std::isfinite(c) && std::isfinite(d)) {
    a = one_if_infinite(a);
    b = one_if_infinite(b);
    return {kInfinity * (a * c + b * d), kInfinity * (b * c - a * d)};
  }
  if ((std::isinf(c) || std::isinf(d)) && std::isfinite(a) && std::isfinite(b)) {
    c = one_if_infinite(c);
    d = one_if_infinite(d);
    return {0 * (a * c + b * d), 0 * (b * c - a * d)};
  }
  return result;
}

// Smith's algorithm (runtime/complex.go): no part of the divisor is squared.
Number quotient(Number x, Number y) {
  Number result;
  if (std::fabs(y.real()) >= std::fabs(y.imag())) {
    const double ratio = y.imag() / y.real();
    const double below = y.real() + ratio * y.imag();
    result = {(x.real() + x.imag() * ratio) / below, (x.imag() - x.real() * ratio) / below};
  } else {
    const double ratio = y.real() / y.imag();
    const double below = y.imag() + ratio * y.real();
    result = {(x.real() * ratio + x.imag()) / below, (x.imag() * ratio - x.real()) / below};
  }
  const bool is_number = !std::isnan(result.real()) && !std::isnan(result.imag());
  return is_number ? result : corrected(x, y, result);
}

}  // namespace

void Machine::complex_operation(const Instruction& i) {
  auto is_narrow = [&](int32_t type) {
    return program().type(static_cast<uint32_t>(type))->size() == 8;
  };
  auto number = [&](int32_t offset, bool narrow) {
    return narrow ? Number(get<std::complex<float>>(offset)) : get<Number>(offset);
  };
  const bool narrow = is_narrow(i.d);
  auto put = [&](Number value) {
    if (narrow) {
      set(i.a, std::complex<float>(static_cast<float>(value.real()),
                                   static_cast<float>(value.imag())));
    } else {
      set(i.a, value);
    }
  };
  switch (i.op) {
    case Op::ComplexAdd:
      return put(number(i.b, narrow) + number(i.c, narrow));
    case Op::ComplexSubtract:
      return put(number(i.b, narrow) - number(i.c, narrow));
    case Op::ComplexMultiply:
      return put(product(number(i.b, narrow), number(i.c, narrow)));
    case Op::ComplexDivide:
      return put(quotient(number(i.b, narrow), number(i.c, narrow)));
    case Op::ComplexNegate:
      return put(-number(i.b, narrow));
    case Op::ComplexConvert:
      return put(number(i.b, is_narrow(i.c)));
    case Op::ComplexMake:
      return put(narrow ? Number(get<float>(i.b), get<float>(i.c))
                        : Number(get<double>(i.b), get<double>(i.c)));
    case Op::ComplexPart:
      if (narrow) return set<uint64_t>(i.a, get<uint32_t>(i.b + 4 * i.c));
      return set(i.a, get<uint64_t>(i.b + 8 * i.c));
    default:
      INVARIANT(false, "not an operation on complex numbers");
  }
}

}  // namespace hmaplab::vm
