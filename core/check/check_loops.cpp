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
  } else if (const auto* function = as<FunctionType>(under)) {
    if (!range_function_types(x, *function, key, value)) return false;
  } else {
    report("InvalidRangeExpr", x.expr->span, fmt::format("cannot range over {}", describe(x)));
    return false;
  }
  bool no_key = statement.key != nullptr && *key == nullptr;
  if (no_key || (statement.value != nullptr && *value == nullptr)) {
    report("InvalidIterVar", (no_key ? statement.key : statement.value)->span,
           fmt::format("range over {} permits {} iteration variable{}", describe(x),
                       no_key ? "no" : "only one", no_key ? "s" : ""));
    return false;
  }
  bool needs_122 = is_integer(under->kind()) && package_.version < LanguageVersion{1, 22};
  if (needs_122) {
    report("UnsupportedFeature", x.expr->span,
           fmt::format("cannot range over {}: requires go1.22 or later", describe(x)));
    return false;
  }
  return true;
}

// Of a range over a function: those of the parameters of its yield.
bool Checker::range_function_types(const Operand& x, const FunctionType& signature,
                                   const Type** key, const Type** value) {
  const auto& parameters = signature.parameters();
  const auto* yield = parameters.size() == 1 ? as<FunctionType>(core_type(parameters[0])) : nullptr;
  std::string_view cause;
  if (package_.version < LanguageVersion{1, 23}) {
    cause = "requires go1.23 or later";
  } else if (parameters.size() != 1) {
    cause = "func must be func(yield func(...) bool): wrong argument count";
  } else if (yield == nullptr) {
    cause = "func must be func(yield func(...) bool): argument is not func";
  } else if (!signature.results().empty()) {
    cause = "func must be func(yield func(...) bool): unexpected results";
  } else if (yield->parameters().size() > 2) {
    cause = "func must be func(yield func(...) bool): yield func has too many parameters";
  } else if (yield->results().size() != 1 || !all_kinds(yield->results()[0], is_boolean)) {
    cause = "func must be func(yield func(...) bool): yield func does not return bool";
  }
  if (!cause.empty()) {
    report("InvalidRangeExpr", x.expr->span,
           fmt::format("cannot range over {}: {}", describe(x), cause));
    return false;
  }
  *key = yield->parameters().empty() ? nullptr : yield->parameters()[0];
  *value = yield->parameters().size() < 2 ? nullptr : yield->parameters()[1];
  return true;
}

// The body is a function of its own: the one that is ranged over calls it as its yield.
void Checker::check_function_range(const syntax::RangeStmt& statement,
                                   const FunctionType& signature, const Surroundings& around) {
  FunctionContext& home = declared_around();
  FunctionBody* body = builder_.new_body(fmt::format("{}-range{}", home.body->name, ++home.ranges),
                                         &package_, file_);
  body->range = &statement;
  body->block = statement.body.get();
  body->signature = as<FunctionType>(core_type(signature.parameters()[0]));
  body->enclosing = function_->body;
  builder_.facts(statement).body = body;
  FunctionContext context{body, function_, 0, 0, {}, function_->function};
  Restore<FunctionContext*> function(function_, &context);
  const syntax::Expr* names[2] = {statement.key.get(), statement.value.get()};
  std::vector<std::pair<Variable*, const syntax::Identifier*>> fresh;
  for (size_t i = 0; i < body->signature->parameters().size(); ++i) {
    const Type* type = body->signature->parameters()[i];
    const auto* name = statement.define && names[i] != nullptr
                           ? syntax::as<syntax::Identifier>(*names[i])
                           : nullptr;
    VariableRole role = name != nullptr ? VariableRole::Local : VariableRole::Parameter;
    Variable* variable = new_variable(name, type, role);
    body->parameters.push_back(variable);
    if (name != nullptr) {
      builder_.facts(*name).type = type;
      fresh.emplace_back(variable, name);
    } else if (names[i] != nullptr && !statement.define) {
      assign_range_variable(*names[i], type);
    }
  }
  for (auto& [variable, name] : fresh) declare(variable, *name);
  Surroundings inner = around;
  inner.in_loop = inner.breakable = true;
  inner.in_last_clause = inner.in_type_switch = false;
  check_block(statement.body->statements, inner);
  report_unused(*body);
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
  if (ok && core_type(x.type)->kind() == TypeKind::Function) {
    return check_function_range(statement, *as<FunctionType>(core_type(x.type)), around);
  }
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
    if (!package_.loop_variables_per_iteration()) variable->reassigned = 1;
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
