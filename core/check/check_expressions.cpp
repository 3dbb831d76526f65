// Expressions: literals and operators.
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/constant_fold.h"
#include "core/check/kinds.h"
#include "core/check/type_set.h"

namespace hmaplab::check {

using syntax::TokenKind;

// Whatever the expression is: value, type, builtin, several values.
void Checker::check_expr(Operand& x, const syntax::Expr& expr, const Type* hint) {
  x = {};
  x.expr = &expr;
  Depth depth(*this, expr.span);
  bool generic_allowed = std::exchange(generic_allowed_, false);
  if (expr.kind == syntax::ExprKind::Paren) generic_allowed_ = generic_allowed;
  if (!depth.too_deep()) check_kind(x, expr, hint);
  generic_allowed_ = false;
  x.expr = &expr;
  const auto* named = x.mode == Mode::TypeName ? as<NamedType>(x.type) : nullptr;
  bool is_generic = x.generic != nullptr || (named != nullptr && named->is_generic());
  if (is_generic && !generic_allowed) {
    if (x.generic != nullptr && hint != nullptr) {
      infer_from_target(x, hint, hint_name_);
    } else {
      report_not_instantiated(x);
    }
  }
  if (x.type == nullptr) x.type = x.mode == Mode::NoValue ? types_.no_value() : invalid();
  if (x.type->kind() == TypeKind::Invalid && x.mode != Mode::Builtin) x.mode = Mode::Invalid;
  record(x);
  if (x.is_constant() && instance_ != nullptr) forget_constant(x);
}

void Checker::require_value(Operand& x) {
  if (x.mode == Mode::NoValue) {
    report("TooManyValues", x.expr->span,
           fmt::format("{} (no value) used as value", syntax::text(*x.expr)));
  } else if (x.mode == Mode::Builtin) {
    report("UncalledBuiltin", x.expr->span,
           fmt::format("{} (built-in) must be called", syntax::text(*x.expr)));
  } else if (x.mode == Mode::TypeName) {
    report("NotAnExpr", x.expr->span,
           fmt::format("{} (type) is not an expression", syntax::text(*x.expr)));
  } else if (x.is_valid() && x.type->kind() == TypeKind::Tuple) {
    report("TooManyValues", x.expr->span,
           fmt::format("multiple-value {} in single-value context", describe(x)));
  } else {
    return;
  }
  x.mode = Mode::Invalid;
}

void Checker::check_value(Operand& x, const syntax::Expr& expr, const Type* hint) {
  check_expr(x, expr, hint);
  require_value(x);
}

void Checker::check_multi(Operand& x, const syntax::Expr& expr) {
  check_expr(x, expr);
  if (x.is_valid() && x.type->kind() == TypeKind::Tuple && x.mode != Mode::NoValue) return;
  require_value(x);
}

void Checker::check_expr_or_type(Operand& x, const syntax::Expr& expr) {
  check_expr(x, expr);
  if (x.mode != Mode::TypeName) require_value(x);
}

void Checker::check_kind(Operand& x, const syntax::Expr& expr, const Type* hint) {
  using namespace syntax;
  switch (expr.kind) {
    case ExprKind::Bad:
      return;
    case ExprKind::Identifier:
      return check_identifier(x, static_cast<const Identifier&>(expr));
    case ExprKind::BasicLiteral:
      return check_literal(x, static_cast<const BasicLiteral&>(expr));
    case ExprKind::CompositeLiteral:
      return check_composite(x, static_cast<const CompositeLiteral&>(expr), hint);
    case ExprKind::FunctionLiteral:
      return check_function_literal(x, static_cast<const FunctionLiteral&>(expr));
    case ExprKind::Paren:
      return check_expr(x, *static_cast<const ParenExpr&>(expr).inner, hint);
    case ExprKind::Selector:
      return check_selector(x, static_cast<const SelectorExpr&>(expr));
    case ExprKind::Index:
      return check_index(x, static_cast<const IndexExpr&>(expr));
    case ExprKind::Slice:
      return check_slice(x, static_cast<const SliceExpr&>(expr));
    case ExprKind::TypeAssertion:
      return check_assertion(x, static_cast<const TypeAssertionExpr&>(expr));
    case ExprKind::Call:
      return check_call(x, static_cast<const CallExpr&>(expr));
    case ExprKind::Star:
      return check_star(x, static_cast<const StarExpr&>(expr));
    case ExprKind::Unary:
      return check_unary(x, static_cast<const UnaryExpr&>(expr));
    case ExprKind::Binary:
      return check_binary(x, static_cast<const BinaryExpr&>(expr));
    case ExprKind::KeyValue:
    case ExprKind::Ellipsis:
      report("InvalidSyntaxTree", expr.span, "syntax error: unexpected key:value or ...");
      return;
    case ExprKind::ArrayType:
    case ExprKind::StructType:
    case ExprKind::FunctionType:
    case ExprKind::InterfaceType:
    case ExprKind::MapType:
    case ExprKind::ChannelType:
      x.type = type_from(expr);
      x.mode = Mode::TypeName;
      return;
  }
}

void Checker::check_literal(Operand& x, const syntax::BasicLiteral& literal) {
  x.value = literal_value(literal);
  if (x.value.kind() == Constant::Kind::Unknown ||
      (x.value.kind() == Constant::Kind::Integer && x.value.integer().bit_length() > 512)) {
    report("InvalidConstVal", literal.span,
           "excessively long constant: " + std::string(literal.text.substr(0, 10)) + "...");
    return;
  }
  x.mode = Mode::Constant;
  x.type = basic(literal.token == TokenKind::IntegerLiteral ? TypeKind::UntypedInt
                 : literal.token == TokenKind::FloatLiteral     ? TypeKind::UntypedFloat
                 : literal.token == TokenKind::ImaginaryLiteral ? TypeKind::UntypedComplex
                 : literal.token == TokenKind::RuneLiteral      ? TypeKind::UntypedRune
                                                                : TypeKind::UntypedString);
}

void Checker::check_star(Operand& x, const syntax::StarExpr& expr) {
  check_expr(x, *expr.operand);
  if (x.mode == Mode::TypeName) {
    x.type = types_.pointer_to(x.type);
    return;
  }
  require_value(x);
  if (!x.is_valid()) return;
  if (x.mode == Mode::Nil) {
    report("InvalidIndirection", expr.span, "invalid operation: cannot indirect nil");
    x.mode = Mode::Invalid;
    return;
  }
  const auto* pointer = as<PointerType>(core_type(x.type));
  if (pointer == nullptr) {
    report("InvalidIndirection", x.expr->span,
           fmt::format("invalid operation: cannot indirect {}", describe(x)));
    x.mode = Mode::Invalid;
    return;
  }
  x.mode = Mode::Variable;
  x.type = pointer->element();
}

void Checker::check_unary(Operand& x, const syntax::UnaryExpr& expr) {
  if (expr.op == TokenKind::And) return check_address(x, expr);
  if (expr.op == TokenKind::Arrow) return check_receive(x, expr);
  check_value(x, *expr.operand);
  if (!x.is_valid()) return;
  TypeKind kind = x.type->underlying_kind();
  bool defined = expr.op == TokenKind::Not ? all_kinds(x.type, is_boolean)
                 : expr.op == TokenKind::Xor
                     ? all_kinds(x.type, is_integer)
                     : expr.op != TokenKind::Tilde && all_kinds(x.type, is_numeric);
  if (!defined || x.mode == Mode::Nil) {
    report("UndefinedOp", x.expr->span,
           fmt::format("invalid operation: operator {} not defined on {}",
                       syntax::spelling(expr.op), describe(x)));
    x.mode = Mode::Invalid;
    return;
  }
  if (!x.is_constant()) {
    x.mode = Mode::Value;
    return;
  }
  unsigned bits = is_unsigned(kind) ? integer_bits(kind) : 0;
  x.value = fold_unary(expr.op, x.value, bits);
  x.expr = &expr;
  check_overflow(x, expr.op);
}

// The variable that an addressable expression is part of, without following pointers; nullptr when
// there is none.
Variable* Checker::base_variable(const syntax::Expr& expr) {
  using namespace syntax;
  const Expr* current = &unparen(expr);
  for (;;) {
    if (const auto* name = syntax::as<Identifier>(*current)) {
      Object* object = const_cast<Object*>(builder_.facts(*name).object);
      return object != nullptr && object->kind == ObjectKind::Variable
                 ? static_cast<Variable*>(object)
                 : nullptr;
    }
    const Expr* inner = nullptr;
    if (const auto* selector = syntax::as<SelectorExpr>(*current)) {
      const Selection* selection = builder_.facts(*selector).selection;
      if (selection == nullptr || selection->kind != SelectionKind::Field) return nullptr;
      for (const FieldStep& step : selection->path) {
        if (step.dereference) return nullptr;
      }
      inner = selector->operand.get();
    } else if (const auto* index = syntax::as<IndexExpr>(*current)) {
      const Type* type = builder_.facts(*index->operand).type;
      if (type == nullptr || type->underlying_kind() != TypeKind::Array) return nullptr;
      inner = index->operand.get();
    } else {
      return nullptr;
    }
    current = &unparen(*inner);
  }
}

void Checker::mark_address_taken(const syntax::Expr& expr) {
  if (Variable* variable = base_variable(expr)) variable->address_taken = true;
}

void Checker::check_address(Operand& x, const syntax::UnaryExpr& expr) {
  check_expr(x, *expr.operand);
  require_value(x);
  if (!x.is_valid()) return;
  bool is_literal = syntax::unparen(*expr.operand).kind == syntax::ExprKind::CompositeLiteral;
  if (x.mode != Mode::Variable && !is_literal) {
    report("UnaddressableOperand", x.expr->span,
           fmt::format("invalid operation: cannot take address of {}", describe(x)));
    x.mode = Mode::Invalid;
    return;
  }
  if (!is_literal) mark_address_taken(*expr.operand);
  x.mode = Mode::Value;
  x.type = types_.pointer_to(x.type);
}

void Checker::check_receive(Operand& x, const syntax::UnaryExpr& expr) {
  calls_or_receives_ = true;
  check_value(x, *expr.operand);
  if (!x.is_valid()) return;
  const Type* core = core_type(x.type);
  const auto* channel = as<ChannelType>(core);
  if (channel == nullptr) {
    report(
        "InvalidReceive", x.expr->span,
        core == nullptr
            ? fmt::format("invalid operation: cannot receive from {} (no core type)", describe(x))
            : fmt::format("invalid operation: cannot receive from non-channel {}", describe(x)));
    x.mode = Mode::Invalid;
    return;
  }
  if (channel->direction() == syntax::ChannelDirection::SendOnly) {
    report("InvalidReceive", x.expr->span,
           fmt::format("invalid operation: cannot receive from send-only channel {}", describe(x)));
    x.mode = Mode::Invalid;
    return;
  }
  x.mode = Mode::CommaOk;
  x.type = channel->element();
}

// A constant must fit its type; an untyped one at most 512 bits.
void Checker::check_overflow(Operand& x, TokenKind op) {
  if (!x.is_constant()) return;
  if (x.value.kind() == Constant::Kind::Unknown) {
    report("InvalidConstVal", x.expr->span, "constant result is not representable");
    x.mode = Mode::Invalid;
    return;
  }
  if (!is_untyped(x.type->kind())) {
    std::optional<Constant> value = represent(x.value, x.type->underlying_kind());
    if (value) {
      x.value = std::move(*value);
      return;
    }
    report("NumericOverflow", x.expr->span,
           fmt::format("{} overflows {}", describe(x), name_of(x.type)));
    x.mode = Mode::Invalid;
    return;
  }
  constexpr size_t kMostBits = 512;
  if (x.value.kind() != Constant::Kind::Integer || x.value.integer().bit_length() <= kMostBits) {
    return;
  }
  std::string_view name = op == TokenKind::Add         ? "addition "
                          : op == TokenKind::Subtract  ? "subtraction "
                          : op == TokenKind::Multiply  ? "multiplication "
                          : op == TokenKind::ShiftLeft ? "shift "
                          : op == TokenKind::Xor       ? "bitwise XOR "
                                                       : "";
  const auto* binary = syntax::as<syntax::BinaryExpr>(*x.expr);
  source::Span span = x.expr->span;
  if (binary != nullptr) span.begin = binary->operator_position;
  report("InvalidConstVal", span, fmt::format("constant {}overflow", name));
  x.mode = Mode::Invalid;
}

// Brings both operands to one type where one of them is untyped. False when they cannot be brought
// together.
bool Checker::match_types(Operand& x, Operand& y) {
  auto may_convert = [&](const Operand& a, const Operand& b) {
    bool a_untyped = is_untyped(a.type->kind()), b_untyped = is_untyped(b.type->kind());
    if (!a_untyped && !b_untyped) return false;
    TypeKind left = a.type->underlying_kind(), right = b.type->underlying_kind();
    if (left == TypeKind::Interface || right == TypeKind::Interface) return true;
    if (all_kinds(a.type, is_boolean) != all_kinds(b.type, is_boolean)) return false;
    if (all_kinds(a.type, is_string) != all_kinds(b.type, is_string)) return false;
    if (a.mode == Mode::Nil) return all_have_nil(b.type);
    if (b.mode == Mode::Nil) return all_have_nil(a.type);
    if (left == TypeKind::Pointer || right == TypeKind::Pointer) return false;
    auto is_basic = [](const Type* under) { return as<BasicType>(under) != nullptr; };
    return all_of_set(a.type, is_basic) && all_of_set(b.type, is_basic);
  };
  bool x_untyped = is_untyped(x.type->kind()), y_untyped = is_untyped(y.type->kind());
  if (!x_untyped && !y_untyped) return true;
  if (!may_convert(x, y)) return false;
  const Type* x_type = x.type;
  convert_untyped(x, y.type);
  if (x.is_valid()) convert_untyped(y, x_untyped && y_untyped ? x.type : x_type);
  if (!x.is_valid() || !y.is_valid()) x.mode = Mode::Invalid;
  return true;
}

bool Checker::check_operator(const Operand& x, TokenKind op) {
  bool defined = all_kinds(x.type, [op](TypeKind kind) {
    if (op == TokenKind::Add) return is_numeric(kind) || is_string(kind);
    if (op == TokenKind::Subtract || op == TokenKind::Multiply || op == TokenKind::Divide) {
      return is_numeric(kind);
    }
    bool is_logical = op == TokenKind::LogicalAnd || op == TokenKind::LogicalOr;
    return is_logical ? is_boolean(kind) : is_integer(kind);
  });
  if (defined) return true;
  report("UndefinedOp", x.expr->span,
         fmt::format("invalid operation: operator {} not defined on {}", syntax::spelling(op),
                     describe(x)));
  return false;
}

void Checker::check_binary(Operand& x, const syntax::BinaryExpr& expr) {
  Operand y;
  check_value(x, *expr.left);
  check_value(y, *expr.right);
  combine(x, y, expr, expr.op);
}

// x op y into x; expr is the whole: a BinaryExpr, or the left side of op= .
void Checker::combine(Operand& x, Operand& y, const syntax::Expr& expr, TokenKind op) {
  if (!x.is_valid()) return;
  if (!y.is_valid()) {
    x.mode = Mode::Invalid;
    return;
  }
  if (op == TokenKind::ShiftLeft || op == TokenKind::ShiftRight) {
    return check_shift(x, y, expr, op);
  }
  bool is_comparison = syntax::precedence(op) == 3;
  bool matches = match_types(x, y);
  if (matches && !x.is_valid()) return;
  if (is_comparison && matches) return check_comparison(x, y, expr, op);
  if (!matches || x.type != y.type) {
    bool is_operation = expr.kind == syntax::ExprKind::Binary;
    std::string whole = is_operation ? syntax::text(expr)
                                     : fmt::format("{} {}= {}", syntax::text(expr),
                                                   syntax::spelling(op), syntax::text(*y.expr));
    report("MismatchedTypes", is_comparison ? y.expr->span : expr.span,
           fmt::format("invalid operation: {} (mismatched types {} and {})", whole, name_of(x.type),
                       name_of(y.type)));
    x.mode = Mode::Invalid;
    return;
  }
  if (!check_operator(x, op)) {
    x.mode = Mode::Invalid;
    return;
  }
  bool divides = op == TokenKind::Divide || op == TokenKind::Remainder;
  bool integers = all_kinds(x.type, is_integer);
  if (divides && y.is_constant() && (integers || x.is_constant()) &&
      y.value.complex() == std::complex<long double>(0)) {
    report("DivByZero", y.expr->span, "invalid operation: division by zero");
    x.mode = Mode::Invalid;
    return;
  }
  if (!x.is_constant() || !y.is_constant()) {
    x.mode = Mode::Value;
    return;
  }
  x.value = fold_binary(op, x.value, y.value, integers);
  x.expr = &expr;
  check_overflow(x, op);
}

}  // namespace hmaplab::check
