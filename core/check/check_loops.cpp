// for and range.
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/kinds.h"
#include "core/check/type_set.h"

namespace hmaplab::check {

void Checker::check_for(const syntax::ForStmt& statement, Surroundings around) {
  Scope block(scope_);
  Restore<Scope*> scope(scope_, &block);
  size_t before = function_->body->variables.size();
  if (statement.init != nullptr) check_statement(*statement.init, around);
  const auto* init =
      statement.init != nullptr ? syntax::as<syntax::AssignStmt>(*statement.init) : nullptr;
  if (init != nullptr && init->op == syntax::TokenKind::Define) {
    for (const syntax::ExprPtr& name : init->left) {
      Object* object = const_cast<Object*>(builder_.facts(*name).object);
      auto* variable = object != nullptr && object->kind == ObjectKind::Variable
                           ? static_cast<Variable*>(object)
                           : nullptr;
      if (variable != nullptr && variable->index >= before) variable->is_loop_variable = true;
    }
  }
  if (statement.condition != nullptr) check_condition(*statement.condition, "for");
  if (statement.post != nullptr) check_statement(*statement.post, around);
  Surroundings inner = around;
  inner.in_loop = inner.breakable = true;
  inner.in_last_clause = inner.in_type_switch = false;
  check_block(statement.body->statements, inner);
}

// The types of key and value for the operand; nullptr where there can be none. False after an
// error.
bool Checker::range_types(Operand& x, const syntax::RangeStmt& statement, const Type** key,
                          const Type** value) {
  const Type* under = core_type(x.type);
  if (under == nullptr) {
    report("InvalidRangeExpr", x.expr->span,
           fmt::format("cannot range over {}: no core type", describe(x)));
    return false;
  }
  const auto* pointer = as<PointerType>(under);
  const auto* array = as<ArrayType>(pointer != nullptr ? pointer->element()->underlying() : under);
  *key = basic(TypeKind::Int);
  *value = nullptr;
  if (is_string(under->kind())) {
    *value = basic(TypeKind::Int32);
  } else if (is_integer(under->kind())) {
    *key = default_type(types_, x.type);
  } else if (array != nullptr) {
    *value = array->element();
  } else if (const auto* slice = as<SliceType>(under)) {
    *value = slice->element();
  } else if (const auto* map = as<MapType>(under)) {
    *key = map->key();
    *value = map->element();
  } else if (const auto* channel = as<ChannelType>(under)) {
    *key = channel->element();
    if (channel->direction() == syntax::ChannelDirection::SendOnly) {
      report("InvalidRangeExpr", x.expr->span,
             fmt::format("cannot range over {}: receive from send-only channel", describe(x)));
      return false;
    }
  } else if (under->kind() == TypeKind::Function) {
    unsupported(x.expr->span, "range over functions");
    return false;
  } else {
    report("InvalidRangeExpr", x.expr->span, fmt::format("cannot range over {}", describe(x)));
    return false;
  }
  if (statement.value != nullptr && *value == nullptr) {
    report("InvalidIterVar", statement.value->span,
           fmt::format("range over {} permits only one iteration variable", describe(x)));
    return false;
  }
  bool needs_122 = is_integer(under->kind()) && builder_.version() < LanguageVersion{1, 22};
  if (needs_122) {
    report("UnsupportedFeature", x.expr->span,
           fmt::format("cannot range over {}: requires go1.22 or later", describe(x)));
    return false;
  }
  return true;
}

void Checker::assign_range_variable(const syntax::Expr& expr, const Type* type) {
  Operand x;
  make_value(x, type);
  x.expr = &expr;
  const Type* target = check_left_side(expr);
  if (target == invalid() || target == nullptr) return;
  std::string cause;
  if (assignable(x, target, &cause)) return;
  report("IncompatibleAssign", expr.span,
         fmt::format("cannot assign value of type {} to {} in range", name_of(type),
                     syntax::text(expr)));
}

void Checker::check_range(const syntax::RangeStmt& statement, Surroundings around) {
  Scope block(scope_);
  Restore<Scope*> scope(scope_, &block);
  Operand x;
  check_value(x, *statement.operand);
  const Type* types[2] = {invalid(), invalid()};
  bool ok = x.is_valid() && range_types(x, statement, &types[0], &types[1]);
  // range 10: the constant has the type of the variable that counts.
  if (ok) default_untyped(x);
  const syntax::Expr* names[2] = {statement.key.get(), statement.value.get()};
  std::vector<std::pair<Variable*, const syntax::Identifier*>> fresh;
  for (size_t i = 0; i < 2; ++i) {
    if (names[i] == nullptr) continue;
    const Type* type = ok && types[i] != nullptr ? types[i] : invalid();
    if (!statement.define) {
      if (ok) assign_range_variable(*names[i], type);
      continue;
    }
    const auto* name = syntax::as<syntax::Identifier>(*names[i]);
    if (name == nullptr) continue;
    Variable* variable = new_variable(name, type, VariableRole::Local);
    variable->is_loop_variable = true;
    if (!builder_.loop_variables_per_iteration()) variable->reassigned = 1;
    builder_.facts(*name).type = type;
    fresh.emplace_back(variable, name);
  }
  for (auto& [variable, name] : fresh) declare(variable, *name);
  Surroundings inner = around;
  inner.in_loop = inner.breakable = true;
  inner.in_last_clause = inner.in_type_switch = false;
  check_block(statement.body->statements, inner);
}

}  // namespace hmaplab::check
