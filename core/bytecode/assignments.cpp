// Assignments and variable declarations.
#include "core/bytecode/function_compiler.h"

namespace hmaplab::bytecode {

using check::TypeKind;
using syntax::TokenKind;

void FunctionCompiler::assign(const syntax::AssignStmt& stmt) {
  if (stmt.op != TokenKind::Assign && stmt.op != TokenKind::Define) {
    return assign_operation(*stmt.left[0], stmt.op, stmt.right[0].get());
  }
  bool define = stmt.op == TokenKind::Define;
  if (stmt.left.size() == 2 && stmt.right.size() == 1 && checked_.is_comma_ok(*stmt.right[0])) {
    return assign_comma_ok(stmt.left, *stmt.right[0], define);
  }
  if (stmt.right.size() == 1 && stmt.left.size() > 1) return assign_from_call(stmt);
  if (!define && assign_map_append(stmt)) return;
  if (stmt.left.size() == 1) {
    const auto* name = syntax::as<syntax::Identifier>(*stmt.left[0]);
    const auto* variable = name && define && checked_.defines(*name)
                               ? check::as<check::Variable>(checked_.object_of(*name))
                               : nullptr;
    if (variable) {
      declare(*variable);
      Slots slots(code_);
      int32_t made = code_.reserve(variable->type->size());
      value_for(variable->name, *stmt.right[0], variable->type, made);
      return initialize(*variable, made, true);
    }
    return assign_one(stmt);
  }
  assign_several(stmt);
}

// x = v: the calls in x, then v, then what x stands for.
void FunctionCompiler::assign_one(const syntax::AssignStmt& stmt) {
  Slots slots(code_);
  const syntax::Expr& target = *stmt.left[0];
  CallsFirst calls(*this, {&target}, When::Always);
  const auto* name = syntax::as<syntax::Identifier>(syntax::unparen(target));
  const check::Type* type = name && name->is_blank() ? type_of(*stmt.right[0]) : type_of(target);
  int32_t made = code_.reserve(type->size());
  value_for(syntax::text(target), *stmt.right[0], type, made);
  set_line(stmt.span);
  const Place at = used_once(place(target));
  if (at.kind == Place::Kind::MapElem) made = code_.take_move(made, type->size());
  store_temporary(at, made);
}

// Several at once: all operands first, then the assignments from left to right.
void FunctionCompiler::assign_several(const syntax::AssignStmt& stmt) {
  bool define = stmt.op == TokenKind::Define;
  std::vector<const check::Variable*> defined(stmt.left.size(), nullptr);
  for (size_t i = 0; define && i < stmt.left.size(); ++i) {
    const auto& name = static_cast<const syntax::Identifier&>(*stmt.left[i]);
    if (checked_.defines(name)) defined[i] = check::as<check::Variable>(checked_.object_of(name));
    if (defined[i]) declare(*defined[i]);
  }
  Slots slots(code_);
  std::vector<const syntax::Expr*> operands = pointers(stmt.left);
  for (const auto& value : stmt.right) operands.push_back(value.get());
  CallsFirst calls(*this, operands, When::Always);
  size_t count = stmt.left.size();
  std::vector<std::optional<Place>> targets(count);
  std::vector<int32_t> values(count, -1);
  auto evaluate = [&](size_t i) {
    const auto* name = syntax::as<syntax::Identifier>(syntax::unparen(*stmt.left[i]));
    bool is_blank = name && name->is_blank();
    const check::Type* type = defined[i] ? defined[i]->type
                              : is_blank ? type_of(*stmt.right[i])
                                         : type_of(*stmt.left[i]);
    values[i] = code_.reserve(type->size());
    value_for(is_blank ? "" : syntax::text(*stmt.left[i]), *stmt.right[i], type, values[i]);
  };
  WrittenBefore written(checked_);
  for (size_t i = 0; i < count; ++i) {
    if (!defined[i] && written.can_change_place(*stmt.left[i])) targets[i] = place(*stmt.left[i]);
    if (written.can_change(*stmt.right[i])) evaluate(i);
    written.add(*stmt.left[i]);
  }
  for (size_t i = 0; i < count; ++i) {
    if (defined[i]) {
      if (values[i] < 0) evaluate(i);
      initialize(*defined[i], values[i]);
      continue;
    }
    const auto* index = syntax::as<syntax::IndexExpr>(syntax::unparen(*stmt.left[i]));
    if (index && type_of(*index->operand)->underlying_kind() == TypeKind::Map && values[i] < 0) {
      targets[i] = map_elem(
          targets[i] ? *targets[i]
                     : place(*stmt.left[i]));  // gc finds the elem's place before the value
    }
    if (values[i] < 0) evaluate(i);
    store(targets[i] ? *targets[i] : place(*stmt.left[i]), values[i]);
  }
}

void FunctionCompiler::value_for(std::string_view name, const syntax::Expr& expr,
                                 const check::Type* target, int32_t slot) {
  const syntax::Expr& inner = syntax::unparen(expr);
  const auto* called = syntax::as<syntax::CallExpr>(inner);
  bool makes = inner.kind == syntax::ExprKind::CompositeLiteral ||
               inner.kind == syntax::ExprKind::Unary ||
               (called && checked_.call_of(*called) &&
                checked_.call_of(*called)->kind == check::CallKind::Builtin);
  uint16_t outer = code_.exchange_object_name(makes ? program_.name_number(std::string(name)) : 0);
  value_as(expr, target, slot);
  code_.exchange_object_name(outer);
}

// x op= y and x++: the place is found once; m[k] op= v makes one mapassign, except for / and %.
void FunctionCompiler::assign_operation(const syntax::Expr& target, TokenKind op,
                                        const syntax::Expr* right) {
  Slots slots(code_);
  CallsFirst calls(*this,
                   right ? std::vector<const syntax::Expr*>{&target, right}
                         : std::vector<const syntax::Expr*>{&target},
                   When::Always);
  set_line(target.span);
  Place at = place(target);
  const check::Type* type = at.type;
  if (at.kind == Place::Kind::SliceElement) at = checked_element(at);
  const check::Type* operand_type = right ? type_of(*right) : type;
  int32_t operand = code_.reserve(operand_type->size());
  int32_t current = code_.reserve(type->size());
  auto take_operand = [&] {
    if (right) return value_to(*right, operand);
    ValueKind kind = kind_of(*type);
    bool is_float = kind == ValueKind::Float32 || kind == ValueKind::Float64;
    constant_to(is_float ? check::Constant(1.0L) : check::Constant(check::BigInteger(1)), type,
                operand);
  };
  if (at.kind == Place::Kind::MapElem && op != TokenKind::Divide && op != TokenKind::Remainder) {
    take_operand();  // nothing may panic between finding the elem's place and storing there
    at = map_elem(at);
    load(at, current);
  } else if (at.kind == Place::Kind::Slot) {
    current = at.slot;
    take_operand();
  } else {
    load(at, current);
    take_operand();
  }
  binary_operation(op, type, operand_type, current, current, operand);
  store(at, current);
}

// Where the elem for a key lies, inserted if need be.
Place FunctionCompiler::map_elem(const Place& elem) {
  int32_t address = code_.reserve(8);
  code_.emit(
      Op::MapAssign,
      {.a = address, .b = elem.slot, .c = elem.key, .d = static_cast<int32_t>(elem.map->id())});
  return memory(address, elem.type);
}

// m[k] = append(m[k], …): Go makes one mapassign and appends in place.
bool FunctionCompiler::assign_map_append(const syntax::AssignStmt& stmt) {
  if (stmt.left.size() != 1) return false;
  const auto* target = syntax::as<syntax::IndexExpr>(syntax::unparen(*stmt.left[0]));
  const auto* call = syntax::as<syntax::CallExpr>(syntax::unparen(*stmt.right[0]));
  if (!target || !call || type_of(*target->operand)->underlying_kind() != TypeKind::Map)
    return false;
  const check::CallInfo* info = checked_.call_of(*call);
  if (info->kind != check::CallKind::Builtin || info->builtin != check::Builtin::Append)
    return false;
  const auto* source = syntax::as<syntax::IndexExpr>(syntax::unparen(*call->arguments[0]));
  auto is_plain = [&](const syntax::Expr& expr) {
    return expr.kind == syntax::ExprKind::Identifier || checked_.constant_of(expr) != nullptr;
  };
  if (!source || syntax::text(*source) != syntax::text(*target) || !is_plain(*target->operand) ||
      !is_plain(*target->indices[0])) {
    return false;
  }
  Slots slots(code_);
  Place at = map_place(*target, check::as<check::MapType>(type_of(*target->operand)->underlying()));
  int32_t elem = code_.reserve(8);
  code_.emit(Op::MapAssign,
             {.a = elem, .b = at.slot, .c = at.key, .d = static_cast<int32_t>(at.map->id())});
  int32_t slice = code_.reserve(24);
  load(memory(elem, at.type), slice);
  int32_t made = code_.reserve(24);
  append_values(*call, slice, made);
  store(memory(elem, at.type), made);
  return true;
}

// Gives a value to a name that := may declare, or to a place.
void FunctionCompiler::define_or_store(const syntax::Expr& target, bool define, int32_t slot,
                                       const check::Type* type) {
  const auto* name = syntax::as<syntax::Identifier>(target);
  if (name && name->is_blank()) return;
  const check::Variable* defined = define && checked_.defines(*name)
                                       ? check::as<check::Variable>(checked_.object_of(*name))
                                       : nullptr;
  Slots slots(code_);
  Place at = defined ? Place{} : place(target);
  const check::Type* wanted = defined ? defined->type : at.type;
  int32_t converted = slot;
  if (wanted != type) {
    converted = code_.reserve(wanted->size());
    to_target(type, wanted, slot, converted);
  }
  if (defined) {
    initialize(*defined, converted);
  } else {
    store(at, converted);
  }
}

void FunctionCompiler::assign_from_call(const syntax::AssignStmt& stmt) {
  bool define = stmt.op == TokenKind::Define;
  for (const syntax::ExprPtr& target : stmt.left) {
    const auto* name = syntax::as<syntax::Identifier>(*target);
    if (define && checked_.defines(*name)) {
      if (const auto* variable = check::as<check::Variable>(checked_.object_of(*name)))
        declare(*variable);
    }
  }
  Slots slots(code_);
  CallsFirst calls(*this, define ? std::vector<const syntax::Expr*>{} : pointers(stmt.left),
                   When::Always);
  PreparedCall made = call(static_cast<const syntax::CallExpr&>(syntax::unparen(*stmt.right[0])));
  const auto& types = check::as<check::TupleType>(type_of(*stmt.right[0]))->types();
  for (size_t i = 0; i < stmt.left.size(); ++i) {
    define_or_store(*stmt.left[i], define, made.frame + made.layout.results[i], types[i]);
  }
}

void FunctionCompiler::assign_comma_ok(const syntax::ExprList& left, const syntax::Expr& right,
                                       bool define) {
  for (const syntax::ExprPtr& target : left) {
    const auto* name = syntax::as<syntax::Identifier>(*target);
    if (define && checked_.defines(*name)) {
      if (const auto* variable = check::as<check::Variable>(checked_.object_of(*name)))
        declare(*variable);
    }
  }
  Slots slots(code_);
  CallsFirst calls(*this, define ? std::vector<const syntax::Expr*>{} : pointers(left),
                   When::Always);
  const check::Type* type = type_of(right);
  int32_t first = code_.reserve(type->size());
  int32_t ok = code_.reserve(8);
  comma_ok_to(right, first, ok);
  define_or_store(*left[0], define, first, type);
  define_or_store(*left[1], define, ok, basic(TypeKind::Bool));
}

void FunctionCompiler::comma_ok_to(const syntax::Expr& right, int32_t first, int32_t ok) {
  const syntax::Expr& inner = syntax::unparen(right);
  if (const auto* assertion = syntax::as<syntax::TypeAssertionExpr>(inner))
    return assertion_to(*assertion, first, ok);
  const auto* index = syntax::as<syntax::IndexExpr>(inner);
  if (!index) return receive_to(inner, first, ok);
  Slots slots(code_);
  Place at = map_place(*index, check::as<check::MapType>(type_of(*index->operand)->underlying()));
  int32_t elem = code_.reserve(16);
  map_access(at, elem);
  load(memory(elem, at.type), first);
  code_.emit(Op::Move, {.a = ok, .b = elem + 8});
}

void FunctionCompiler::declare_variables(const syntax::VariableDecl& decl) {
  std::vector<const check::Variable*> variables;
  for (const syntax::IdentifierPtr& name : decl.names) {
    variables.push_back(check::as<check::Variable>(checked_.object_of(*name)));
    if (!variables.back()) continue;
    declare(*variables.back());
    if (!decl.values.empty()) continue;
    Place home = variable_place(*variables.back());
    if (home.kind == Place::Kind::Slot) zero(home.slot, home.type);
  }
  if (decl.values.empty()) return;
  Slots slots(code_);
  auto give = [&](size_t i, int32_t slot, const check::Type* type) {
    if (!variables[i]) return;
    int32_t converted = slot;
    if (type != variables[i]->type) {
      converted = code_.reserve(variables[i]->type->size());
      to_target(type, variables[i]->type, slot, converted);
    }
    initialize(*variables[i], converted);
  };
  if (decl.values.size() == decl.names.size()) {
    std::vector<int32_t> values;
    for (size_t i = 0; i < decl.values.size(); ++i) {
      const syntax::Expr& expr = *decl.values[i];
      values.push_back(code_.reserve(type_of(expr)->size()));
      value_for(decl.names[i]->name, expr, type_of(expr), values.back());
    }
    for (size_t i = 0; i < values.size(); ++i) give(i, values[i], type_of(*decl.values[i]));
  } else if (checked_.is_comma_ok(*decl.values[0])) {
    const check::Type* type = type_of(*decl.values[0]);
    int32_t first = code_.reserve(type->size());
    int32_t ok = code_.reserve(8);
    comma_ok_to(*decl.values[0], first, ok);
    give(0, first, type);
    give(1, ok, basic(TypeKind::Bool));
  } else {
    PreparedCall made =
        call(static_cast<const syntax::CallExpr&>(syntax::unparen(*decl.values[0])));
    const auto& types = check::as<check::TupleType>(type_of(*decl.values[0]))->types();
    for (size_t i = 0; i < types.size(); ++i)
      give(i, made.frame + made.layout.results[i], types[i]);
  }
}

}  // namespace hmaplab::bytecode
