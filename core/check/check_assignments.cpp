// Assignments, definitions with :=, and how values are matched with targets.
#include <fmt/format.h>

#include <algorithm>

#include "core/check/checker.h"
#include "core/check/constant_fold.h"
#include "core/check/kinds.h"
#include "core/check/type_set.h"

namespace hmaplab::check {
namespace {

std::string counted(size_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

}  // namespace

void Checker::report_count(const syntax::ExprList& values, size_t wanted, size_t got,
                           source::Span span) {
  if (!values.empty()) span = values[0]->span;
  std::string variables = counted(wanted, "variable");
  const auto* call =
      values.size() == 1 ? syntax::as<syntax::CallExpr>(syntax::unparen(*values[0])) : nullptr;
  report("WrongAssignCount", span,
         call != nullptr
             ? fmt::format("assignment mismatch: {} but {} returns {}", variables,
                           syntax::text(*call->function), counted(got, "value"))
             : fmt::format("assignment mismatch: {} but {}", variables, counted(got, "value")));
}

bool Checker::collect_values(const syntax::ExprList& values, size_t wanted,
                             const std::vector<const Type*>& hints, std::vector<Operand>& into,
                             source::Span span) {
  if (values.size() == wanted) {
    bool ok = true;
    for (size_t i = 0; i < wanted; ++i) {
      Operand x;
      if (wanted == 1) {
        check_expr(x, *values[i], i < hints.size() ? hints[i] : nullptr);
        const auto* tuple = x.is_valid() ? as<TupleType>(x.type) : nullptr;
        if (tuple != nullptr && x.mode != Mode::NoValue) {
          report_count(values, wanted, tuple->types().size(), span);
          return false;
        }
        require_value(x);
      } else {
        check_value(x, *values[i], i < hints.size() ? hints[i] : nullptr);
      }
      into.push_back(x);
    }
    return ok;
  }
  if (values.size() != 1) {
    for (const syntax::ExprPtr& value : values) {
      Operand ignored;
      check_value(ignored, *value);
    }
    report_count(values, wanted, values.size(), span);
    return false;
  }
  Operand x;
  check_multi(x, *values[0]);
  if (!x.is_valid()) {
    into.assign(wanted, x);
    return true;
  }
  const auto* tuple = as<TupleType>(x.type);
  if (tuple != nullptr && tuple->types().size() == wanted) {
    for (const Type* type : tuple->types()) {
      Operand one = x;
      make_value(one, type);
      into.push_back(one);
    }
    return true;
  }
  bool comma_ok =
      tuple == nullptr && wanted == 2 && (x.mode == Mode::MapIndex || x.mode == Mode::CommaOk);
  if (!comma_ok) {
    report_count(values, wanted, tuple != nullptr ? tuple->types().size() : 1, span);
    return false;
  }
  for (const syntax::Expr* expr = values[0].get();;) {
    builder_.facts(*expr).comma_ok = true;
    const auto* paren = syntax::as<syntax::ParenExpr>(*expr);
    if (paren == nullptr) break;
    expr = paren->inner.get();
  }
  Operand ok = x;
  make_value(x, x.type);
  make_value(ok, basic(TypeKind::Bool));
  into = {x, ok};
  return true;
}

// Gives a variable that is being declared its type, and checks the value against it.
void Checker::initialize(Variable& variable, Operand& x, std::string_view context) {
  if (x.is_valid()) assign_to(x, variable.type, context);
  if (variable.type != nullptr) return;
  variable.type = x.is_valid() ? x.type : invalid();
}

// The type of what stands left of =, or nullptr for the blank name and after an error.
const Type* Checker::check_left_side(const syntax::Expr& expr) {
  const auto* name = syntax::as<syntax::Identifier>(syntax::unparen(expr));
  if (name != nullptr && name->is_blank()) return nullptr;
  Operand x;
  Object* object = name != nullptr ? scope_->find(name->name) : nullptr;
  if (object != nullptr && object->kind == ObjectKind::Variable) {
    // Assigning is no use.
    auto& variable = static_cast<Variable&>(*object);
    bool used = variable.used;
    check_value(x, expr);
    variable.used = used;
  } else {
    check_value(x, expr);
  }
  return require_assignable(x, expr);
}

// The type of an operand that was checked and is now assigned to, or Invalid.
const Type* Checker::require_assignable(const Operand& x, const syntax::Expr& expr) {
  if (!x.is_valid()) return invalid();
  if (Variable* variable = base_variable(expr)) ++variable->reassigned;
  if (x.mode == Mode::Variable || x.mode == Mode::MapIndex) return x.type;
  const auto* selector = syntax::as<syntax::SelectorExpr>(syntax::unparen(expr));
  if (selector != nullptr) {
    const syntax::Expr& operand = syntax::unparen(*selector->operand);
    const auto* index = syntax::as<syntax::IndexExpr>(operand);
    const Type* type = index != nullptr ? builder_.facts(*index->operand).type : nullptr;
    if (type != nullptr && type->underlying_kind() == TypeKind::Map) {
      report("UnaddressableFieldAssign", expr.span,
             fmt::format("cannot assign to struct field {} in map", syntax::text(expr)));
      return invalid();
    }
  }
  report("UnassignableOperand", expr.span,
         fmt::format("cannot assign to {} (neither addressable nor a map index expression)",
                     syntax::text(expr)));
  return invalid();
}

void Checker::assign_one(const syntax::Expr& left, Operand& x, std::string_view context) {
  const Type* type = check_left_side(left);
  if (type == invalid() || !x.is_valid()) return;
  assign_to(x, type, type == nullptr ? "assignment to _ identifier" : context);
  if (type == nullptr && x.is_valid()) builder_.facts(left).type = x.type;
}

void Checker::check_assign(const syntax::AssignStmt& statement) {
  if (statement.op == syntax::TokenKind::Define) return check_define(statement);
  if (statement.op != syntax::TokenKind::Assign) {
    return check_operation(*statement.left[0], *statement.right[0], statement.op);
  }
  std::vector<Operand> values;
  source::Span span = statement.left[0]->span;
  bool ok = collect_values(statement.right, statement.left.size(), {}, values, span);
  for (size_t i = 0; i < statement.left.size(); ++i) {
    Operand none;
    assign_one(*statement.left[i], ok ? values[i] : none, "assignment");
  }
}

void Checker::check_operation(const syntax::Expr& left, const syntax::Expr& right,
                              syntax::TokenKind op) {
  Operand x, y;
  check_value(x, left);
  check_value(y, right);
  const Operand place = x;
  combine(x, y, left, op);
  const Type* type = require_assignable(place, left);
  if (!x.is_valid() || type == invalid()) return;
  x.expr = &left;
  assign_to(x, type, "assignment operation");
}

void Checker::check_inc_dec(const syntax::IncDecStmt& statement) {
  Operand x;
  check_value(x, *statement.operand);
  if (!x.is_valid()) return;
  if (!all_kinds(x.type, is_numeric)) {
    report("NonNumericIncDec", statement.operand->span,
           fmt::format("invalid operation: {}{} (non-numeric type {})",
                       syntax::text(*statement.operand), statement.increment ? "++" : "--",
                       name_of(x.type)));
    return;
  }
  require_assignable(x, *statement.operand);
}

void Checker::check_define(const syntax::AssignStmt& statement) {
  std::vector<Variable*> targets;
  std::vector<std::pair<Variable*, const syntax::Identifier*>> fresh;
  std::unordered_set<std::string_view> seen;
  bool any_new = false;
  for (const syntax::ExprPtr& expr : statement.left) {
    const auto* name = syntax::as<syntax::Identifier>(*expr);
    if (name == nullptr) return;  // the parser reported it
    if (!name->is_blank() && !seen.insert(name->name).second) {
      report("RepeatedDecl", name->span, fmt::format("{} repeated on left side of :=", name->name));
    }
    Object* old = name->is_blank() ? nullptr : scope_->find_here(name->name);
    if (old != nullptr && old->kind == ObjectKind::Variable) {
      auto* variable = static_cast<Variable*>(old);
      builder_.facts(*name).object = variable;
      builder_.facts(*name).type = variable->type;
      ++variable->reassigned;
      use_variable(*variable);
      targets.push_back(variable);
      continue;
    }
    if (old != nullptr) {
      report("UnassignableOperand", name->span, fmt::format("cannot assign to {}", name->name));
    }
    Variable* variable = new_variable(name, nullptr, VariableRole::Local);
    any_new = any_new || !name->is_blank();
    fresh.emplace_back(variable, name);
    targets.push_back(variable);
  }
  if (!any_new) {
    report("NoNewVar", {statement.operator_position, statement.operator_position},
           "no new variables on left side of :=");
  }
  std::vector<Operand> values;
  bool ok = collect_values(statement.right, targets.size(), {}, values, statement.left[0]->span);
  for (size_t i = 0; i < targets.size(); ++i) {
    Operand none;
    initialize(*targets[i], ok ? values[i] : none, "assignment");
    builder_.facts(*statement.left[i]).type = targets[i]->type;
  }
  for (auto& [variable, name] : fresh) declare(variable, *name);
}

}  // namespace hmaplab::check
