// Arithmetic as Go defines it: wrapping, exact widths, panics on division by zero and negative
// shifts.
#include <bit>
#include <cmath>

#include "core/vm/machine.h"

namespace hmaplab::vm {

using bytecode::Op;

namespace {

bool is_signed(bytecode::ValueKind kind) { return kind <= bytecode::ValueKind::Int64; }
bool is_float(bytecode::ValueKind kind) {
  return kind == bytecode::ValueKind::Float32 || kind == bytecode::ValueKind::Float64;
}

}  // namespace

// The low bytes of the value, widened again as its kind says.
void Machine::set_number(int32_t offset, uint64_t value, ValueKind kind) {
  std::byte bytes[8];
  std::memcpy(bytes, &value, 8);
  set(offset, widen(bytes, kind));
}

Machine::Flow Machine::number(const Instruction& i) {
  auto b = get<uint64_t>(i.b);
  auto c = [&] { return get<uint64_t>(i.c); };
  auto s = [&](int32_t offset) { return get<int64_t>(offset); };
  switch (i.op) {
    case Op::Add:
      set_number(i.a, b + c(), i.kind);
      break;
    case Op::AddConstant:
      set_number(i.a, b + static_cast<uint64_t>(int64_t{i.c}), i.kind);
      break;
    case Op::Subtract:
      set_number(i.a, b - c(), i.kind);
      break;
    case Op::Multiply:
      set_number(i.a, b * c(), i.kind);
      break;
    case Op::Xor:
      set_number(i.a, b ^ c(), i.kind);
      break;
    case Op::AndNot:
      set(i.a, b & ~c());
      break;
    case Op::Negate:
      set_number(i.a, 0 - b, i.kind);
      break;
    case Op::Complement:
      set_number(i.a, ~b, i.kind);
      break;
    case Op::LessEqual:
      set<uint64_t>(i.a, s(i.b) <= s(i.c));
      break;
    case Op::LessUnsigned:
      set<uint64_t>(i.a, b < c());
      break;
    case Op::LessEqualUnsigned:
      set<uint64_t>(i.a, b <= c());
      break;
    default:
      INVARIANT(false, "not an operation on whole numbers");
  }
  return Flow::Next;
}

Machine::Flow Machine::divide(const Instruction& i) {
  auto b = get<uint64_t>(i.b);
  auto c = get<uint64_t>(i.c);
  if (c == 0) return runtime_error("integer divide by zero");
  bool remainder = i.op == Op::Remainder;
  uint64_t result = 0;
  if (!is_signed(i.kind)) {
    result = remainder ? b % c : b / c;
  } else if (c == ~uint64_t{0}) {  // x / -1: the one division that can overflow
    result = remainder ? 0 : 0 - b;
  } else {
    auto x = static_cast<int64_t>(b);
    auto y = static_cast<int64_t>(c);
    result = static_cast<uint64_t>(remainder ? x % y : x / y);
  }
  set_number(i.a, result, i.kind);
  return Flow::Next;
}

Machine::Flow Machine::shift(const Instruction& i) {
  auto value = get<uint64_t>(i.b);
  auto count = get<uint64_t>(i.c);
  if (i.d != 0 && static_cast<int64_t>(count) < 0) return runtime_error("negative shift amount");
  uint64_t result = 0;
  if (i.op == Op::ShiftLeft) {
    result = count < 64 ? value << count : 0;
  } else if (is_signed(i.kind)) {
    result = static_cast<uint64_t>(static_cast<int64_t>(value) >> std::min<uint64_t>(count, 63));
  } else {
    result = count < 64 ? value >> count : 0;
  }
  set_number(i.a, result, i.kind);
  return Flow::Next;
}

void Machine::floating(const Instruction& i) {
  auto value = [&](int32_t offset) {
    return i.kind == ValueKind::Float32 ? static_cast<double>(get<float>(offset))
                                        : get<double>(offset);
  };
  auto result = [&](double x) {
    if (i.kind == ValueKind::Float32) {
      set<uint64_t>(i.a, std::bit_cast<uint32_t>(static_cast<float>(x)));
    } else {
      set(i.a, x);
    }
  };
  double b = value(i.b);
  switch (i.op) {
    case Op::FloatAdd:
      result(b + value(i.c));
      break;
    case Op::FloatSubtract:
      result(b - value(i.c));
      break;
    case Op::FloatMultiply:
      result(b * value(i.c));
      break;
    case Op::FloatDivide:
      result(b / value(i.c));
      break;
    case Op::FloatNegate:
      result(-b);
      break;
    case Op::FloatEqual:
      set<uint64_t>(i.a, b == value(i.c));
      break;
    case Op::FloatLess:
      set<uint64_t>(i.a, b < value(i.c));
      break;
    case Op::FloatLessEqual:
      set<uint64_t>(i.a, b <= value(i.c));
      break;
    default:
      INVARIANT(false, "not an operation on floats");
  }
}

// Between any two kinds of numbers. Out-of-range floats become what amd64 makes of them: the lowest
// int64, or the lowest int32 where gc converts by way of that type.
void Machine::convert(const Instruction& i) {
  auto from = static_cast<ValueKind>(i.d);
  if (!is_float(from) && !is_float(i.kind)) return set_number(i.a, get<uint64_t>(i.b), i.kind);
  if (!is_float(from)) {
    double x = is_signed(from) ? static_cast<double>(get<int64_t>(i.b))
                               : static_cast<double>(get<uint64_t>(i.b));
    if (i.kind == ValueKind::Float64) return set(i.a, x);
    float narrow = is_signed(from) ? static_cast<float>(get<int64_t>(i.b))
                                   : static_cast<float>(get<uint64_t>(i.b));
    return set<uint64_t>(i.a, std::bit_cast<uint32_t>(narrow));
  }
  double x = from == ValueKind::Float32 ? static_cast<double>(get<float>(i.b)) : get<double>(i.b);
  if (i.kind == ValueKind::Float64) return set(i.a, x);
  if (i.kind == ValueKind::Float32)
    return set<uint64_t>(i.a, std::bit_cast<uint32_t>(static_cast<float>(x)));
  constexpr double kTwoTo63 = 9223372036854775808.0;
  auto truncated = [](double y) {
    return y >= -kTwoTo63 && y < kTwoTo63 ? static_cast<uint64_t>(static_cast<int64_t>(y))
                                          : uint64_t{1} << 63;
  };
  bool by_int32 = i.kind == ValueKind::Int32 || bytecode::size_of(i.kind) < 4;
  constexpr double kTwoTo31 = 2147483648.0;
  if (by_int32 && !(x > -kTwoTo31 - 1 && x < kTwoTo31)) x = -kTwoTo31;
  uint64_t whole = i.kind == ValueKind::Uint64 && x >= kTwoTo63
                       ? truncated(x - kTwoTo63) | (uint64_t{1} << 63)
                       : truncated(x);
  set_number(i.a, whole, i.kind);
}

}  // namespace hmaplab::vm
