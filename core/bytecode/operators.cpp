// Binary operators: arithmetic, comparison, && and ||.
#include "core/bytecode/function_compiler.h"

namespace hmaplab::bytecode {

using check::TypeKind;
using syntax::TokenKind;

namespace {

bool is_float(ValueKind kind) { return kind == ValueKind::Float32 || kind == ValueKind::Float64; }
bool is_unsigned(ValueKind kind) {
  return kind == ValueKind::Uint8 || kind == ValueKind::Uint16 || kind == ValueKind::Uint32 ||
         kind == ValueKind::Uint64;
}
bool is_comparison(TokenKind op) {
  return op == TokenKind::Equal || op == TokenKind::NotEqual || op == TokenKind::Less ||
         op == TokenKind::LessEqual || op == TokenKind::Greater || op == TokenKind::GreaterEqual;
}

Op integer_op(TokenKind op) {
  switch (op) {
    case TokenKind::Add:
      return Op::Add;
    case TokenKind::Subtract:
      return Op::Subtract;
    case TokenKind::Multiply:
      return Op::Multiply;
    case TokenKind::Divide:
      return Op::Divide;
    case TokenKind::Remainder:
      return Op::Remainder;
    case TokenKind::And:
      return Op::And;
    case TokenKind::Or:
      return Op::Or;
    case TokenKind::Xor:
      return Op::Xor;
    case TokenKind::AndNot:
      return Op::AndNot;
    case TokenKind::ShiftLeft:
      return Op::ShiftLeft;
    case TokenKind::ShiftRight:
      return Op::ShiftRight;
    default:
      break;
  }
  INVARIANT(false, "not an arithmetic operator");
}

Op float_op(TokenKind op) {
  switch (op) {
    case TokenKind::Add:
      return Op::FloatAdd;
    case TokenKind::Subtract:
      return Op::FloatSubtract;
    case TokenKind::Multiply:
      return Op::FloatMultiply;
    case TokenKind::Divide:
      return Op::FloatDivide;
    default:
      break;
  }
  INVARIANT(false, "not an operator of floats");
}

}  // namespace

void FunctionCompiler::binary_to(const syntax::BinaryExpr& expr, int32_t slot) {
  if (expr.op == TokenKind::LogicalAnd || expr.op == TokenKind::LogicalOr)
    return logical_to(expr, slot);
  CallsFirst calls(*this, {expr.left.get(), expr.right.get()});
  if (is_comparison(expr.op)) return compare_to(expr, slot);
  int32_t left = value(*expr.left);
  int32_t right = value(*expr.right);
  binary_operation(expr.op, type_of(expr), type_of(*expr.right), slot, left, right);
}

void FunctionCompiler::binary_operation(TokenKind op, const check::Type* type,
                                        const check::Type* shift_count, int32_t result,
                                        int32_t left, int32_t right) {
  if (with_constant(op, type, result, left, right)) return;
  if (op != TokenKind::ShiftLeft && op != TokenKind::ShiftRight)
    return arithmetic(op, type, result, left, right);
  code_.emit(integer_op(op), {.a = result,
                              .b = left,
                              .c = right,
                              .d = is_unsigned(kind_of(*shift_count)) ? 0 : 1,
                              .kind = kind_of(*type)});
}

// When the right operand is a constant that was just put into a temporary: the instruction that
// holds it. There are such for some operations on 64 bits.
bool FunctionCompiler::with_constant(TokenKind op, const check::Type* type, int32_t result,
                                     int32_t left, int32_t right) {
  const ValueKind kind = kind_of(*type);
  if (kind != ValueKind::Int64 && kind != ValueKind::Uint64) return false;
  const bool shifts = op == TokenKind::ShiftLeft || op == TokenKind::ShiftRight;
  const bool adds = op == TokenKind::Add || op == TokenKind::Subtract;
  if (!shifts && !adds && op != TokenKind::And) return false;
  const std::optional<int32_t> constant = code_.take_constant(right);
  if (!constant) return false;
  if (shifts ? *constant < 0 || *constant > 63 : *constant == INT32_MIN) {
    code_.operand_constant(right, static_cast<uint64_t>(int64_t{*constant}));
    return false;
  }
  const Op with = op == TokenKind::ShiftLeft    ? Op::ShiftLeftConstant
                  : op == TokenKind::ShiftRight ? Op::ShiftRightConstant
                  : op == TokenKind::And        ? Op::AndConstant
                                                : Op::AddConstant;
  code_.emit(with, {.a = result,
                    .b = left,
                    .c = op == TokenKind::Subtract ? -*constant : *constant,
                    .kind = kind});
  return true;
}

void FunctionCompiler::arithmetic(TokenKind op, const check::Type* type, int32_t result,
                                  int32_t left, int32_t right) {
  ValueKind kind = kind_of(*type);
  if (check::is_complex(type->underlying_kind())) {
    const Op with = op == TokenKind::Add        ? Op::ComplexAdd
                    : op == TokenKind::Subtract ? Op::ComplexSubtract
                    : op == TokenKind::Multiply ? Op::ComplexMultiply
                                                : Op::ComplexDivide;
    code_.emit(with,
               {.a = result, .b = left, .c = right, .d = static_cast<int32_t>(type->id())});
  } else if (kind == ValueKind::Block) {
    code_.emit(Op::StringConcat, {.a = result, .b = left, .c = right});
  } else {
    code_.emit(is_float(kind) ? float_op(op) : integer_op(op),
               {.a = result, .b = left, .c = right, .kind = kind});
  }
}

void FunctionCompiler::logical_to(const syntax::BinaryExpr& expr, int32_t slot) {
  Label end;
  int32_t result = code_.reserve(8);
  value_to(*expr.left, result);
  code_.jump(expr.op == TokenKind::LogicalAnd ? Op::JumpIfNot : Op::JumpIf, end, {.a = result});
  value_to(*expr.right, result);
  code_.place(end);
  code_.emit(Op::Move, {.a = slot, .b = result});
}

// Goes to `target` when the condition is as `holds` says.
void FunctionCompiler::jump_if(const syntax::Expr& condition, bool holds, Label& target) {
  Slots slots(code_);
  const syntax::Expr& inner = syntax::unparen(condition);
  if (!checked_.constant_of(condition)) {
    const auto* binary = syntax::as<syntax::BinaryExpr>(inner);
    if (binary && jump_if_compares(*binary, holds, target)) return;
    const auto* unary = syntax::as<syntax::UnaryExpr>(inner);
    if (unary && unary->op == TokenKind::Not) return jump_if(*unary->operand, !holds, target);
  }
  code_.jump(holds ? Op::JumpIf : Op::JumpIfNot, target, {.a = value(condition)});
}

// Comparisons of signed whole numbers, and for (in)equality of unsigned ones, in one instruction.
bool FunctionCompiler::jump_if_compares(const syntax::BinaryExpr& expr, bool holds, Label& target) {
  if (!is_comparison(expr.op)) return false;
  const check::Type* type = type_of(*expr.left);
  const TypeKind kind = type->underlying_kind();
  if (kind < TypeKind::Int || kind > TypeKind::Uintptr) return false;
  if (type_of(*expr.right)->underlying_kind() != kind) return false;
  const bool equality = expr.op == TokenKind::Equal || expr.op == TokenKind::NotEqual;
  if (is_unsigned(kind_of(*type)) && !equality) return false;
  CallsFirst calls(*this, {expr.left.get(), expr.right.get()});
  int32_t left = value(*expr.left);
  int32_t right = value(*expr.right);
  if (equality) {
    const bool when_equal = holds == (expr.op == TokenKind::Equal);
    if (auto constant = code_.take_constant(right)) {
      code_.jump(when_equal ? Op::JumpEqualConstant : Op::JumpNotEqualConstant, target,
                 {.b = left, .c = *constant});
    } else {
      code_.jump(when_equal ? Op::JumpEqual : Op::JumpNotEqual, target, {.b = left, .c = right});
    }
    return true;
  }
  // a <= b is !(b < a); with a constant, a <= c is a < c + 1.
  const bool or_equal = expr.op == TokenKind::LessEqual || expr.op == TokenKind::GreaterEqual;
  const bool greater = expr.op == TokenKind::Greater || expr.op == TokenKind::GreaterEqual;
  if (auto constant = code_.take_constant(right)) {
    const bool one_more = or_equal != greater;  // <= and >
    if (!one_more || *constant != INT32_MAX) {
      code_.jump(holds != greater ? Op::JumpLessConstant : Op::JumpNotLessConstant, target,
                 {.b = left, .c = one_more ? *constant + 1 : *constant});
      return true;
    }
    code_.operand_constant(right, static_cast<uint64_t>(int64_t{*constant}));
  }
  if (greater != or_equal) std::swap(left, right);
  code_.jump(holds != or_equal ? Op::JumpLess : Op::JumpNotLess, target, {.b = left, .c = right});
  return true;
}

// Where one side is an interface and the other is not, both are compared as interfaces.
void FunctionCompiler::compare_to(const syntax::BinaryExpr& expr, int32_t slot) {
  const check::Type* type = type_of(*expr.left);
  const check::Type* other = type_of(*expr.right);
  if (other->underlying_kind() == TypeKind::Interface &&
      type->underlying_kind() != TypeKind::Interface)
    type = other;
  int32_t left = value_of_type(*expr.left, type);
  int32_t right = type->underlying_kind() == TypeKind::Interface &&
                          other->underlying_kind() != TypeKind::Interface
                      ? value_of_type(*expr.right, type)
                      : value(*expr.right);
  comparison(expr.op, type, slot, left, right);
}

void FunctionCompiler::comparison(TokenKind op, const check::Type* type, int32_t result,
                                  int32_t left, int32_t right) {
  if (op == TokenKind::Equal) return equality(type, result, left, right);
  if (op == TokenKind::NotEqual) {
    equality(type, result, left, right);
    code_.emit(Op::Not, {.a = result, .b = result});
    return;
  }
  if (op == TokenKind::Greater || op == TokenKind::GreaterEqual) std::swap(left, right);
  bool or_equal = op == TokenKind::LessEqual || op == TokenKind::GreaterEqual;
  ValueKind kind = kind_of(*type);
  if (kind == ValueKind::Block) {
    Slots slots(code_);
    int32_t order = code_.reserve(8);
    int32_t limit = code_.reserve(8);
    code_.emit(Op::StringCompare, {.a = order, .b = left, .c = right});
    code_.constant(limit, or_equal ? 1 : 0);
    code_.emit(Op::Less, {.a = result, .b = order, .c = limit});
  } else if (is_float(kind)) {
    code_.emit(or_equal ? Op::FloatLessEqual : Op::FloatLess,
               {.a = result, .b = left, .c = right, .kind = kind});
  } else if (is_unsigned(kind)) {
    code_.emit(or_equal ? Op::LessEqualUnsigned : Op::LessUnsigned,
               {.a = result, .b = left, .c = right});
  } else {
    code_.emit(or_equal ? Op::LessEqual : Op::Less, {.a = result, .b = left, .c = right});
  }
}

void FunctionCompiler::equality(const check::Type* type, int32_t result, int32_t left,
                                int32_t right) {
  ValueKind kind = kind_of(*type);
  switch (type->underlying_kind()) {
    case TypeKind::String:
      code_.emit(Op::StringEqual, {.a = result, .b = left, .c = right});
      return;
    case TypeKind::Interface:
    case TypeKind::Struct:
    case TypeKind::Array:
    case TypeKind::Complex64:
    case TypeKind::Complex128:
      code_.emit(Op::ValueEqual,
                 {.a = result, .b = left, .c = right, .d = static_cast<int32_t>(type->id())});
      return;
    default:
      break;  // one word; of slices, only compared with nil, the first
  }
  if (is_float(kind)) {
    code_.emit(Op::FloatEqual, {.a = result, .b = left, .c = right, .kind = kind});
  } else {
    code_.emit(Op::Equal, {.a = result, .b = left, .c = right});
  }
}

}  // namespace hmaplab::bytecode
