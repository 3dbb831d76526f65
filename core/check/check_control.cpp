// switch, type switch and select.
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/constant_fold.h"
#include "core/check/kinds.h"

namespace hmaplab::check {

void Checker::check_one_default(const std::vector<syntax::CaseClause>& clauses) {
  const syntax::CaseClause* first = nullptr;
  for (const syntax::CaseClause& clause : clauses) {
    if (!clause.is_default) continue;
    if (first == nullptr) {
      first = &clause;
      continue;
    }
    report("DuplicateDefault", clause.span,
           fmt::format("multiple defaults (first at {})", place_text(first->span)));
  }
}

void Checker::check_case_values(Operand& tag, const syntax::CaseClause& clause,
                                std::unordered_map<std::string, source::Span>& seen) {
  for (const syntax::ExprPtr& expr : clause.expressions) {
    Operand value;
    check_value(value, *expr);
    if (!value.is_valid() || !tag.is_valid()) continue;
    Operand left = value;
    convert_untyped(left, tag.type);
    if (!left.is_valid()) continue;
    Operand compared = left;
    check_case_comparison(compared, tag, *expr);
    // As gc: it has no list of the complex ones.
    if (!left.is_constant() || left.value.kind() == Constant::Kind::Complex) continue;
    std::string key = fmt::format("{} {}", left.type->id(), left.value.exact_text());
    auto [earlier, is_new] = seen.try_emplace(key, expr->span);
    if (is_new) continue;
    report("DuplicateCase", expr->span,
           fmt::format("duplicate case {} in expression switch\n\t{}: previous case",
                       describe(left), place_text(earlier->second)));
  }
}

void Checker::check_case_comparison(Operand& value, Operand& tag, const syntax::Expr& expr) {
  bool ok = assignable(value, tag.type, nullptr) || assignable(tag, value.type, nullptr);
  bool nil = value.mode == Mode::Nil || tag.mode == Mode::Nil;
  if (ok && (nil || (comparable(value.type) && comparable(tag.type)))) {
    default_untyped(value);
    return;
  }
  std::string cause =
      ok ? fmt::format("{} cannot be compared", name_of(tag.type))
         : fmt::format("mismatched types {} and {}", name_of(value.type), name_of(tag.type));
  report("MismatchedTypes", expr.span,
         fmt::format("invalid case {} in switch on {} ({})", syntax::text(expr),
                     syntax::text(*tag.expr), cause));
}

void Checker::check_switch(const syntax::SwitchStmt& statement, Surroundings around) {
  Scope block(scope_);
  Restore<Scope*> scope(scope_, &block);
  if (statement.init != nullptr) check_statement(*statement.init, around);
  Operand tag;
  syntax::Identifier always;
  always.name = "true";
  if (statement.tag != nullptr) {
    check_value(tag, *statement.tag);
    assign_to(tag, nullptr, "switch expression");
    if (tag.is_valid() && !comparable(tag.type) && !has_nil(tag.type)) {
      report("InvalidExprSwitch", tag.expr->span,
             fmt::format("cannot switch on {}", describe(tag)));
      tag.mode = Mode::Invalid;
    }
  } else {
    tag.mode = Mode::Value;
    tag.type = basic(TypeKind::Bool);
    tag.expr = &always;
  }
  if (tag.is_constant()) tag.mode = Mode::Value;
  check_one_default(statement.clauses);
  std::unordered_map<std::string, source::Span> seen;
  for (size_t i = 0; i < statement.clauses.size(); ++i) {
    const syntax::CaseClause& clause = statement.clauses[i];
    check_case_values(tag, clause, seen);
    Surroundings inner = around;
    inner.breakable = true;
    inner.in_type_switch = false;
    inner.in_last_clause = i + 1 == statement.clauses.size();
    inner.may_fall_through = !inner.in_last_clause;
    check_block(clause.body, inner);
  }
}

// Checks the types of a clause; the type of the variable in it, or nullptr: that of the subject.
const Type* Checker::check_case_types(const Operand& x, const syntax::CaseClause& clause,
                                      std::vector<std::pair<const Type*, source::Span>>& seen) {
  const Type* only = nullptr;
  for (const syntax::ExprPtr& expr : clause.expressions) {
    const Type* type = nullptr;
    const auto* name = syntax::as<syntax::Identifier>(syntax::unparen(*expr));
    Object* object = name != nullptr ? scope_->find(name->name) : nullptr;
    if (object != nullptr && object->kind == ObjectKind::Nil) {
      builder_.facts(*name).object = object;
      type = basic(TypeKind::UntypedNil);
      builder_.facts(*expr).type = type;
    } else {
      type = type_from(*expr);
      if (type != invalid() && x.is_valid()) check_assertable(x, type, expr->span, true);
    }
    for (const auto& [other, span] : seen) {
      if (other != type || type == invalid()) continue;
      report("DuplicateCase", expr->span,
             fmt::format("duplicate case {} in type switch\n\t{}: previous case",
                         syntax::text(*expr), place_text(span)));
      break;
    }
    seen.emplace_back(type, expr->span);
    only = type;
  }
  bool is_single = clause.expressions.size() == 1 && only->kind() != TypeKind::UntypedNil;
  return is_single ? only : nullptr;
}

void Checker::check_type_switch(const syntax::TypeSwitchStmt& statement, Surroundings around) {
  Scope block(scope_);
  Restore<Scope*> scope(scope_, &block);
  if (statement.init != nullptr) check_statement(*statement.init, around);
  Operand x;
  check_value(x, *statement.subject);
  if (x.is_valid() && as<TypeParameter>(x.type) != nullptr) {
    report("InvalidTypeSwitch", x.expr->span,
           fmt::format("cannot use type switch on type parameter value {}", describe(x)));
    x.mode = Mode::Invalid;
  }
  if (x.is_valid() && x.type->underlying_kind() != TypeKind::Interface) {
    report("InvalidTypeSwitch", x.expr->span, fmt::format("{} is not an interface", describe(x)));
    x.mode = Mode::Invalid;
  }
  const syntax::Identifier* binding = statement.binding.get();
  if (binding != nullptr && binding->is_blank()) {
    report("NoNewVar", binding->span, "no new variable on left side of :=");
    binding = nullptr;
  }
  check_one_default(statement.clauses);
  std::vector<std::pair<const Type*, source::Span>> seen;
  bool any_used = statement.clauses.empty() && binding == nullptr;
  for (const syntax::CaseClause& clause : statement.clauses) {
    const Type* own = check_case_types(x, clause, seen);
    Scope inner_scope(scope_);
    Restore<Scope*> inner_restore(scope_, &inner_scope);
    Variable* variable = nullptr;
    if (binding != nullptr) {
      const Type* type = own != nullptr ? own : x.is_valid() ? x.type : invalid();
      variable = new_variable(binding, type, VariableRole::Local);
      scope_->insert(variable);
      builder_.facts(clause).object = variable;
    }
    Surroundings inner = around;
    inner.breakable = true;
    inner.in_type_switch = true;
    check_block(clause.body, inner);
    if (variable == nullptr) continue;
    any_used = any_used || variable->used;
    if (!variable->used) builder_.facts(clause).object = nullptr;
    variable->used = true;
  }
  if (binding != nullptr && !any_used) {
    report("UnusedVar", binding->span, fmt::format("{} declared and not used", binding->name));
  }
}

void Checker::check_select(const syntax::SelectStmt& statement, Surroundings around) {
  const syntax::CommClause* first_default = nullptr;
  for (const syntax::CommClause& clause : statement.clauses) {
    Scope block(scope_);
    Restore<Scope*> scope(scope_, &block);
    if (clause.communication == nullptr && first_default != nullptr) {
      report("DuplicateDefault", clause.span,
             fmt::format("multiple defaults (first at {})", place_text(first_default->span)));
    } else if (clause.communication == nullptr) {
      first_default = &clause;
    } else if (!is_communication(*clause.communication)) {
      report("InvalidSelectCase", clause.communication->span,
             "select case must be send or receive (possibly with assignment)");
    } else {
      check_statement(*clause.communication, around);
    }
    Surroundings inner = around;
    inner.breakable = true;
    check_block(clause.body, inner);
  }
}

bool Checker::is_communication(const syntax::Stmt& statement) {
  const syntax::Expr* receive = nullptr;
  if (statement.kind == syntax::StmtKind::Send) return true;
  if (const auto* expression = syntax::as<syntax::ExpressionStmt>(statement)) {
    receive = expression->expression.get();
  } else if (const auto* assign = syntax::as<syntax::AssignStmt>(statement)) {
    bool is_plain =
        assign->op == syntax::TokenKind::Assign || assign->op == syntax::TokenKind::Define;
    if (is_plain && assign->right.size() == 1) receive = assign->right[0].get();
  }
  if (receive == nullptr) return false;
  const auto* unary = syntax::as<syntax::UnaryExpr>(syntax::unparen(*receive));
  return unary != nullptr && unary->op == syntax::TokenKind::Arrow;
}

}  // namespace hmaplab::check
