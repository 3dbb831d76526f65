#include "core/check/constant_fold.h"

#include <cmath>

#include "core/check/kinds.h"

namespace hmaplab::check {

using syntax::TokenKind;

std::optional<BigInteger> as_integer(const Constant& value) {
  if (value.kind() == Constant::Kind::Integer) return value.integer();
  bool is_real = value.kind() == Constant::Kind::Complex && value.complex().imag() == 0;
  if (value.kind() != Constant::Kind::Float && !is_real) return std::nullopt;
  long double number = as_float(value);
  if (!std::isfinite(number) || std::trunc(number) != number) return std::nullopt;
  return BigInteger::from_float(number);
}

long double as_float(const Constant& value) {
  if (value.kind() == Constant::Kind::Integer) return value.integer().to_float();
  if (value.kind() == Constant::Kind::Complex) return value.complex().real();
  return value.kind() == Constant::Kind::Float ? value.floating() : 0;
}

namespace {

Constant fold_integers(TokenKind op, const BigInteger& left, const BigInteger& right,
                       bool integer_division) {
  if (op == TokenKind::Add) return Constant(left + right);
  if (op == TokenKind::Subtract) return Constant(left - right);
  if (op == TokenKind::Multiply) return Constant(left * right);
  if (op == TokenKind::And) return Constant(left & right);
  if (op == TokenKind::Or) return Constant(left | right);
  if (op == TokenKind::Xor) return Constant(left ^ right);
  if (op == TokenKind::AndNot) return Constant(left & (right ^ BigInteger(-1)));
  if (right.is_zero()) return {};
  if (op == TokenKind::Remainder) return Constant(left % right);
  if (op != TokenKind::Divide) return {};
  if (integer_division) return Constant(left / right);
  return Constant(left.to_float() / right.to_float());
}

Constant fold_floats(TokenKind op, long double left, long double right) {
  if (op == TokenKind::Add) return Constant(left + right);
  if (op == TokenKind::Subtract) return Constant(left - right);
  if (op == TokenKind::Multiply) return Constant(left * right);
  if (op == TokenKind::Divide && right != 0) return Constant(left / right);
  return {};
}

Constant fold_complex(TokenKind op, std::complex<long double> left,
                      std::complex<long double> right) {
  if (op == TokenKind::Add) return Constant(left + right);
  if (op == TokenKind::Subtract) return Constant(left - right);
  if (op == TokenKind::Multiply) return Constant(left * right);
  if (op != TokenKind::Divide || right == std::complex<long double>(0)) return {};
  long double size = right.real() * right.real() + right.imag() * right.imag();
  std::complex<long double> scaled = left * std::conj(right);
  return Constant(std::complex<long double>(scaled.real() / size, scaled.imag() / size));
}

template <class T>
bool holds(TokenKind op, const T& left, const T& right) {
  if (op == TokenKind::Equal) return left == right;
  if (op == TokenKind::NotEqual) return !(left == right);
  if (op == TokenKind::Less) return left < right;
  if (op == TokenKind::LessEqual) return !(right < left);
  if (op == TokenKind::Greater) return right < left;
  return !(left < right);
}

bool both(Constant::Kind kind, const Constant& left, const Constant& right) {
  return left.kind() == kind && right.kind() == kind;
}

long double rounded_to(long double number, bool narrow) {
  return narrow ? static_cast<long double>(static_cast<float>(number))
                : static_cast<long double>(static_cast<double>(number));
}

std::optional<Constant> represent_float(const Constant& value, TypeKind kind) {
  if (!value.is_numeric() || value.complex().imag() != 0) return std::nullopt;
  long double number = as_float(value);
  if (kind == TypeKind::UntypedFloat)
    return value.kind() == Constant::Kind::Complex ? Constant(number) : value;
  long double rounded = rounded_to(number, kind == TypeKind::Float32);
  if (!std::isfinite(rounded)) return std::nullopt;
  return Constant(rounded);
}

std::optional<Constant> represent_complex(const Constant& value, TypeKind kind) {
  if (!value.is_numeric()) return std::nullopt;
  std::complex<long double> number = value.complex();
  if (kind == TypeKind::UntypedComplex) return Constant(number);
  const bool narrow = kind == TypeKind::Complex64;
  number = {rounded_to(number.real(), narrow), rounded_to(number.imag(), narrow)};
  if (!std::isfinite(number.real()) || !std::isfinite(number.imag())) return std::nullopt;
  return Constant(number);
}

}  // namespace

Constant fold_binary(TokenKind op, const Constant& left, const Constant& right,
                     bool integer_division) {
  using Kind = Constant::Kind;
  if (both(Kind::Bool, left, right)) {
    if (op == TokenKind::LogicalAnd) return Constant(left.boolean() && right.boolean());
    if (op == TokenKind::LogicalOr) return Constant(left.boolean() || right.boolean());
    return {};
  }
  if (both(Kind::String, left, right)) {
    return op == TokenKind::Add ? Constant(left.string() + right.string()) : Constant();
  }
  if (both(Kind::Integer, left, right)) {
    return fold_integers(op, left.integer(), right.integer(), integer_division);
  }
  if (!left.is_numeric() || !right.is_numeric()) return {};
  if (left.kind() == Kind::Complex || right.kind() == Kind::Complex)
    return fold_complex(op, left.complex(), right.complex());
  return fold_floats(op, as_float(left), as_float(right));
}

bool compare(TokenKind op, const Constant& left, const Constant& right) {
  using Kind = Constant::Kind;
  if (both(Kind::Bool, left, right)) return holds(op, left.boolean(), right.boolean());
  if (both(Kind::String, left, right)) return holds(op, left.string(), right.string());
  if (both(Kind::Integer, left, right)) return holds(op, left.integer(), right.integer());
  if (left.kind() == Kind::Complex || right.kind() == Kind::Complex)
    return (left.complex() == right.complex()) == (op == TokenKind::Equal);
  return holds(op, as_float(left), as_float(right));
}

Constant fold_unary(TokenKind op, const Constant& value, unsigned unsigned_bits) {
  using Kind = Constant::Kind;
  if (op == TokenKind::Not && value.kind() == Kind::Bool) return Constant(!value.boolean());
  if (op == TokenKind::Add) return value;
  if (op == TokenKind::Subtract && value.kind() == Kind::Integer) return Constant(-value.integer());
  // 0 - x, because constants have no negative zero.
  if (op == TokenKind::Subtract && value.kind() == Kind::Float)
    return Constant(0 - value.floating());
  if (op == TokenKind::Subtract && value.kind() == Kind::Complex)
    return Constant(std::complex<long double>(0 - value.complex().real(),
                                              0 - value.complex().imag()));
  if (op != TokenKind::Xor || value.kind() != Kind::Integer) return {};
  BigInteger flipped = value.integer() ^ BigInteger(-1);
  if (unsigned_bits == 0) return Constant(flipped);
  BigInteger mask = BigInteger(1).shifted_left(unsigned_bits) - BigInteger(1);
  return Constant(flipped & mask);
}

std::optional<Constant> represent(const Constant& value, TypeKind kind) {
  if (value.kind() == Constant::Kind::Unknown || kind == TypeKind::Invalid) return value;
  if (is_integer(kind)) {
    std::optional<BigInteger> integer = as_integer(value);
    if (!integer) return std::nullopt;
    bool fits = is_untyped(kind)    ? true
                : is_unsigned(kind) ? integer->fits_unsigned(integer_bits(kind))
                                    : integer->fits_signed(integer_bits(kind));
    return fits ? std::optional(Constant(*integer)) : std::nullopt;
  }
  if (is_float(kind)) return represent_float(value, kind);
  if (is_complex(kind)) return represent_complex(value, kind);
  if (is_string(kind) && value.kind() == Constant::Kind::String) return value;
  if (is_boolean(kind) && value.kind() == Constant::Kind::Bool) return value;
  return std::nullopt;
}

}  // namespace hmaplab::check
