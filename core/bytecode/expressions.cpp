// Expressions to values in slots.
#include <bit>

#include "core/bytecode/function_compiler.h"

namespace hmaplab::bytecode {

using check::TypeKind;
using syntax::ExprKind;

// Gives a slot that holds the value: the variable's own where it has one, else a new one. Nothing
// may write to it.
int32_t FunctionCompiler::value(const syntax::Expr& expr) {
  const syntax::Expr& inner = syntax::unparen(expr);
  if (const auto* name = syntax::as<syntax::Identifier>(inner);
      name && !checked_.constant_of(inner)) {
    if (const auto* variable = check::as<check::Variable>(checked_.object_of(*name))) {
      Place home = variable_place(*variable);
      if (home.kind == Place::Kind::Slot) return home.slot;
    }
  }
  int32_t slot = code_.reserve(type_of(expr)->size());
  value_to(expr, slot);
  return slot;
}

int32_t FunctionCompiler::value_of_type(const syntax::Expr& expr, const check::Type* target) {
  if (type_of(expr) == target) return value(expr);
  int32_t slot = code_.reserve(target->size());
  value_as(expr, target, slot);
  return slot;
}

void FunctionCompiler::value_as(const syntax::Expr& expr, const check::Type* target, int32_t slot) {
  const check::Type* type = type_of(expr);
  if (type == target) return value_to(expr, slot);
  Slots slots(code_);
  to_target(type, target, value(expr), slot);
}

void FunctionCompiler::value_to(const syntax::Expr& expr, int32_t slot) {
  if (auto done = done_calls_.find(&expr); done != done_calls_.end())
    return move(slot, done->second, type_of(expr));
  if (const check::Constant* constant = checked_.constant_of(expr)) {
    return constant_to(*constant, type_of(expr), slot);
  }
  Slots slots(code_);
  switch (expr.kind) {
    case ExprKind::Paren:
      return value_to(*static_cast<const syntax::ParenExpr&>(expr).inner, slot);
    case ExprKind::Identifier:
      return identifier_to(static_cast<const syntax::Identifier&>(expr), slot);
    case ExprKind::CompositeLiteral:
      return composite_to(static_cast<const syntax::CompositeLiteral&>(expr), type_of(expr), slot);
    case ExprKind::FunctionLiteral:
      return closure_to(static_cast<const syntax::FunctionLiteral&>(expr), slot);
    case ExprKind::Selector:
      return selector_to(static_cast<const syntax::SelectorExpr&>(expr), slot);
    case ExprKind::Index:
      return index_to(static_cast<const syntax::IndexExpr&>(expr), slot);
    case ExprKind::Slice:
      return slice_to(static_cast<const syntax::SliceExpr&>(expr), slot);
    case ExprKind::TypeAssertion:
      return assertion_to(static_cast<const syntax::TypeAssertionExpr&>(expr), slot, -1);
    case ExprKind::Call:
      return call_to(static_cast<const syntax::CallExpr&>(expr), slot);
    case ExprKind::Star:
      return load(place(expr), slot);
    case ExprKind::Unary:
      return unary_to(static_cast<const syntax::UnaryExpr&>(expr), slot);
    case ExprKind::Binary:
      return binary_to(static_cast<const syntax::BinaryExpr&>(expr), slot);
    case ExprKind::Bad:
    case ExprKind::BasicLiteral:
    case ExprKind::KeyValue:
    case ExprKind::Ellipsis:
    case ExprKind::ArrayType:
    case ExprKind::StructType:
    case ExprKind::FunctionType:
    case ExprKind::InterfaceType:
    case ExprKind::MapType:
    case ExprKind::ChannelType:
      break;
  }
  INVARIANT(false, "an expression without a value: " + syntax::text(expr));
}

void FunctionCompiler::constant_to(const check::Constant& constant, const check::Type* type,
                                   int32_t slot) {
  switch (constant.kind()) {
    case check::Constant::Kind::Bool:
      return code_.constant(slot, constant.boolean() ? 1 : 0);
    case check::Constant::Kind::String:
      code_.constant(slot, base::bits(program_.string_constant(constant.string())));
      return code_.constant(slot + 8, constant.string().size());
    case check::Constant::Kind::Integer:
    case check::Constant::Kind::Float:
    case check::Constant::Kind::Complex: {
      if (check::is_complex(type->underlying_kind()))
        return complex_constant_to(constant.complex(), type, slot);
      ValueKind kind = kind_of(*type);
      if (kind == ValueKind::Float64)
        return code_.constant(slot, std::bit_cast<uint64_t>(constant.to_double()));
      if (kind == ValueKind::Float32) {
        return code_.constant(slot,
                              std::bit_cast<uint32_t>(static_cast<float>(constant.to_double())));
      }
      return code_.operand_constant(slot, constant.bits());
    }
    case check::Constant::Kind::Unknown:
      break;
  }
  INVARIANT(false, "a constant without a value");
}

void FunctionCompiler::complex_constant_to(std::complex<long double> value,
                                           const check::Type* type, int32_t slot) {
  if (type->size() == 8) {  // two float32
    auto bits = [](long double part) {
      return uint64_t{std::bit_cast<uint32_t>(static_cast<float>(part))};
    };
    return code_.constant(slot, bits(value.real()) | bits(value.imag()) << 32);
  }
  code_.constant(slot, std::bit_cast<uint64_t>(static_cast<double>(value.real())));
  code_.constant(slot + 8, std::bit_cast<uint64_t>(static_cast<double>(value.imag())));
}

void FunctionCompiler::identifier_to(const syntax::Identifier& name, int32_t slot) {
  const check::Object* object = checked_.object_of(name);
  if (const auto* variable = check::as<check::Variable>(object))
    return load(variable_place(*variable), slot);
  if (const auto* function = check::as<check::Function>(object)) {
    return function_value(program_.function_of(*function), slot);
  }
  INVARIANT(check::as<check::NilObject>(object) != nullptr,
            "a name without a value: " + std::string(name.name));
  zero(slot, type_of(name));
}

void FunctionCompiler::function_value(uint32_t function, int32_t slot) {
  code_.emit(Op::FunctionValue, {.a = slot, .c = static_cast<int32_t>(function)});
}

void FunctionCompiler::selector_to(const syntax::SelectorExpr& expr, int32_t slot) {
  const check::Selection* selection = checked_.selection_of(expr);
  INVARIANT(selection != nullptr, "a selector that the checker did not resolve");
  switch (selection->kind) {
    case check::SelectionKind::Field:
      return load(place(expr), slot);
    case check::SelectionKind::PackageMember:
      return identifier_to(*expr.selected, slot);
    case check::SelectionKind::Method:
    case check::SelectionKind::InterfaceMethod:
    case check::SelectionKind::MethodExpression:
      return method_value_to(expr, *selection, slot);
  }
}

const syntax::Expr& FunctionCompiler::instantiated(const syntax::Expr& expr) const {
  const syntax::Expr* inner = &syntax::unparen(expr);
  const auto* index = syntax::as<syntax::IndexExpr>(*inner);
  bool is_instance =
      index && type_of(*index->operand) &&
      (type_of(*index->operand)->kind() == TypeKind::Function || checked_.is_type(*index->operand));
  return is_instance ? syntax::unparen(*index->operand) : *inner;
}

void FunctionCompiler::index_to(const syntax::IndexExpr& expr, int32_t slot) {
  if (const syntax::Expr& inner = instantiated(expr); &inner != &expr) return value_to(inner, slot);
  const check::Type* operand = type_of(*expr.operand)->underlying();
  if (operand->kind() != TypeKind::String) return load(used_once(place(expr)), slot);
  CallsFirst calls(*this, {expr.operand.get(), expr.indices[0].get()});
  int32_t text = value(*expr.operand);
  int32_t index = value(*expr.indices[0]);
  code_.emit(Op::StringIndex,
             {.a = slot, .b = text, .c = index, .kind = kind_of(*type_of(*expr.indices[0]))});
}

void FunctionCompiler::slice_to(const syntax::SliceExpr& expr, int32_t slot) {
  CallsFirst calls(*this, {expr.operand.get(), expr.low.get(), expr.high.get(), expr.max.get()});
  const check::Type* operand = type_of(*expr.operand)->underlying();
  int32_t source = -1;
  const check::ArrayType* array = check::as<check::ArrayType>(operand);
  if (array) {
    source = code_.reserve(8);
    address_to(*expr.operand, source);
  } else {
    source = value(*expr.operand);
    if (const auto* pointer = check::as<check::PointerType>(operand)) {
      array = check::as<check::ArrayType>(pointer->element()->underlying());
    }
  }
  int32_t bounds = code_.reserve(32);
  int32_t given = 0;
  const syntax::Expr* parts[] = {expr.low.get(), expr.high.get(), expr.max.get()};
  for (int32_t i = 0; i < 3; ++i) {
    if (!parts[i]) continue;
    value_to(*parts[i], bounds + 8 * i);
    given |= 1 << i;
    if (kind_of(*type_of(*parts[i])) == ValueKind::Uint64) given |= 8 << i;
  }
  if (operand->kind() == TypeKind::String) {
    code_.emit(Op::SliceString, {.a = slot, .b = source, .c = bounds, .d = given});
    return;
  }
  const check::Type* element =
      array ? array->element() : check::as<check::SliceType>(operand)->element();
  if (array) code_.constant(bounds + 24, array->length());
  code_.emit(array ? Op::SliceArray : Op::SliceSlice,
             {.a = slot,
              .b = source,
              .c = bounds,
              .d = static_cast<int32_t>(64 * element->size()) + given});
}

void FunctionCompiler::unary_to(const syntax::UnaryExpr& expr, int32_t slot) {
  switch (expr.op) {
    case syntax::TokenKind::And:
      return address_to(*expr.operand, slot);
    case syntax::TokenKind::Arrow:
      return receive_to(expr, slot, -1);
    case syntax::TokenKind::Add:
      return value_to(*expr.operand, slot);
    case syntax::TokenKind::Not: {
      code_.emit(Op::Not, {.a = slot, .b = value(*expr.operand)});
      return;
    }
    default:
      break;
  }
  if (check::is_complex(type_of(expr)->underlying_kind())) {
    code_.emit(Op::ComplexNegate, {.a = slot,
                                   .b = value(*expr.operand),
                                   .d = static_cast<int32_t>(type_of(expr)->id())});
    return;
  }
  ValueKind kind = kind_of(*type_of(expr));
  bool is_float = kind == ValueKind::Float32 || kind == ValueKind::Float64;
  Op op = expr.op == syntax::TokenKind::Xor ? Op::Complement
          : is_float                        ? Op::FloatNegate
                                            : Op::Negate;
  code_.emit(op, {.a = slot, .b = value(*expr.operand), .kind = kind});
}

// &x: the variable's address, an element's, a field's; &T{…} makes a new object.
void FunctionCompiler::address_to(const syntax::Expr& operand, int32_t slot) {
  const syntax::Expr& inner = syntax::unparen(operand);
  if (const auto* literal = syntax::as<syntax::CompositeLiteral>(inner)) {
    const check::Type* type = type_of(inner);
    Slots slots(code_);
    CallsFirst calls(*this, pointers(literal->elements));
    int32_t object = code_.reserve(8);
    code_.emit(Op::New, {.a = object,
                         .c = static_cast<int32_t>(type->size()),
                         .d = static_cast<int32_t>(type->id())});
    composite_fill(*literal, type, memory(object, type, true));
    code_.emit(Op::Move, {.a = slot, .b = object});
    return;
  }
  Slots slots(code_);
  Place target = place(inner);
  if (target.kind == Place::Kind::SliceElement) target = checked_element(target);
  INVARIANT(target.kind == Place::Kind::Memory || target.kind == Place::Kind::FixedMemory,
            "an address of something in a frame: " + syntax::text(operand));
  code_.emit(Op::AddressAdd, {.a = slot, .b = target.slot, .c = target.offset});
}

// The captured values lie one behind the other, each at a multiple of 8, as the closure keeps them
// behind its function.
void FunctionCompiler::closure_to(const syntax::FunctionLiteral& literal, int32_t slot) {
  const check::FunctionBody* body = checked_.body_of(literal);
  auto index = static_cast<int32_t>(program_.function_of(*body));
  if (body->captured.empty()) return function_value(static_cast<uint32_t>(index), slot);
  uint64_t bytes = 0;
  for (const check::Variable* variable : body->captured) {
    bytes += variable->capture_by_value() ? slot_bytes(variable->type->size()) : 8;
  }
  Slots slots(code_);
  int32_t values = code_.reserve(bytes);
  int32_t at = capture_to(*body, values);
  code_.emit(Op::MakeClosure, {.a = slot, .b = values, .c = index, .d = at - values});
}

// The captured values of the function, in slots from `at` on; gives the one behind them.
int32_t FunctionCompiler::capture_to(const check::FunctionBody& body, int32_t at) {
  for (const check::Variable* variable : body.captured) {
    if (variable->capture_by_value()) {
      load(variable_place(*variable), at);
      at += slot_bytes(variable->type->size());
    } else {
      Place home = variable_place(*variable);
      code_.emit(Op::Move, {.a = at, .b = home.slot});
      at += 8;
    }
  }
  return at;
}

// x.M or T.M as a function value.
void FunctionCompiler::method_value_to(const syntax::SelectorExpr& expr,
                                       const check::Selection& selection, int32_t slot) {
  check::MethodEntry entry;
  entry.name = expr.selected->name;
  if (selection.interface) {
    const check::InterfaceMethod& method =
        selection.interface->methods()[selection.interface_method];
    entry.package = method.package;
    entry.type = method.type;
    entry.interface = selection.interface;
    entry.interface_method = selection.interface_method;
  } else {
    entry.package = selection.method->package;
    entry.method = selection.method;
    entry.type = selection.method->signature();
  }
  if (selection.kind == check::SelectionKind::MethodExpression) {
    entry.path = selection.path;
    entry.adjustment = selection.adjustment;
    return function_value(program_.method_expression(selection.receiver, entry), slot);
  }
  Slots slots(code_);
  if (selection.interface) return bound_interface_method(expr, selection, entry, slot);
  const check::Type* receiver = selection.method->receiver_type;
  if (selection.method->pointer_receiver) receiver = checked_.types().pointer_to(receiver);
  int32_t captured = code_.reserve(receiver->size());
  receiver_to(expr, selection, captured);
  uint32_t wrapper = program_.bound_method(receiver, entry);
  code_.emit(Op::MakeClosure, {.a = slot,
                               .b = captured,
                               .c = static_cast<int32_t>(wrapper),
                               .d = slot_bytes(receiver->size())});
}

// The interface value is captured; that it is not nil is checked now.
void FunctionCompiler::bound_interface_method(const syntax::SelectorExpr& expr,
                                              const check::Selection& selection,
                                              const check::MethodEntry& entry, int32_t slot) {
  int32_t captured = code_.reserve(16);
  int32_t unused = code_.reserve(16);
  load(follow(operand_place(*expr.operand), selection.path, selection.path.size()), captured);
  code_.emit(Op::MethodOf, {.a = unused,
                            .b = captured,
                            .c = static_cast<int32_t>(program_.interface_method(
                                *selection.interface, selection.interface_method))});
  uint32_t wrapper = program_.bound_method(selection.interface, entry);
  code_.emit(Op::MakeClosure,
             {.a = slot, .b = captured, .c = static_cast<int32_t>(wrapper), .d = 16});
}

}  // namespace hmaplab::bytecode
