// switch and type switch.
#include "core/bytecode/function_compiler.h"

namespace hmaplab::bytecode {

using check::TypeKind;

void FunctionCompiler::switch_statement(const syntax::SwitchStmt& stmt, std::string_view label) {
  Slots slots(code_);
  if (stmt.init) statement(*stmt.init);
  set_line(stmt.span);
  int32_t tag = 0;
  const check::Type* type = nullptr;
  if (stmt.tag) {
    type = type_of(*stmt.tag);
    tag = code_.reserve(type->size());
    value_to(*stmt.tag, tag);
  }
  std::vector<Label> labels(stmt.clauses.size());
  Label end;
  size_t default_clause = stmt.clauses.size();
  for (size_t i = 0; i < stmt.clauses.size(); ++i) {
    if (stmt.clauses[i].is_default) default_clause = i;
    for (const syntax::ExprPtr& expr : stmt.clauses[i].expressions) {
      Slots test(code_);
      set_line(expr->span);
      int32_t matches = code_.reserve(8);
      if (!stmt.tag) {
        value_to(*expr, matches);
      } else {
        const check::Type* other = type_of(*expr);
        const check::Type* common = other->underlying_kind() == TypeKind::Interface ? other : type;
        int32_t left = tag;
        if (common != type) {
          left = code_.reserve(common->size());
          to_target(type, common, tag, left);
        }
        int32_t right = common->underlying_kind() == TypeKind::Interface
                            ? value_of_type(*expr, common)
                            : value(*expr);
        comparison(syntax::TokenKind::Equal, common, matches, left, right);
      }
      code_.jump(Op::JumpIf, labels[i], {.a = matches});
    }
  }
  code_.jump(Op::Jump, default_clause < labels.size() ? labels[default_clause] : end);
  switch_bodies(stmt.clauses, labels, end, label, nullptr, 0);
}

void FunctionCompiler::switch_bodies(const std::vector<syntax::CaseClause>& clauses,
                                     std::vector<Label>& labels, Label& end, std::string_view label,
                                     const syntax::TypeSwitchStmt* types, int32_t subject) {
  targets_.push_back({label, &end, nullptr});
  for (size_t i = 0; i < clauses.size(); ++i) {
    Slots slots(code_);
    code_.place(labels[i]);
    set_line(clauses[i].span);
    const check::Variable* variable = types ? checked_.implicit_of(clauses[i]) : nullptr;
    if (variable) {
      declare(*variable);
      int32_t made = code_.reserve(variable->type->size());
      const check::Type* from = type_of(*types->subject);
      if (variable->type->underlying_kind() == TypeKind::Interface) {
        move(made, subject, variable->type);
      } else {
        code_.emit(Op::AssertConcrete, {.a = made,
                                        .b = subject,
                                        .c = static_cast<int32_t>(variable->type->id()),
                                        .d = static_cast<int32_t>(from->id())});
      }
      initialize(*variable, made);
    }
    Label* outer = std::exchange(fallthrough_, i + 1 < labels.size() ? &labels[i + 1] : nullptr);
    block(clauses[i].body);
    fallthrough_ = outer;
    code_.jump(Op::Jump, end);
  }
  targets_.pop_back();
  code_.place(end);
}

void FunctionCompiler::type_switch(const syntax::TypeSwitchStmt& stmt, std::string_view label) {
  Slots slots(code_);
  if (stmt.init) statement(*stmt.init);
  set_line(stmt.span);
  int32_t subject = code_.reserve(16);
  value_to(*stmt.subject, subject);
  std::vector<Label> labels(stmt.clauses.size());
  Label end;
  size_t default_clause = stmt.clauses.size();
  for (size_t i = 0; i < stmt.clauses.size(); ++i) {
    if (stmt.clauses[i].is_default) default_clause = i;
    type_case(stmt.clauses[i], subject, labels[i]);
  }
  code_.jump(Op::Jump, default_clause < labels.size() ? labels[default_clause] : end);
  switch_bodies(stmt.clauses, labels, end, label, &stmt, subject);
}

void FunctionCompiler::type_case(const syntax::CaseClause& clause, int32_t subject, Label& body) {
  for (const syntax::ExprPtr& expr : clause.expressions) {
    Slots slots(code_);
    int32_t matches = code_.reserve(8);
    const auto* name = syntax::as<syntax::Identifier>(syntax::unparen(*expr));
    if (name && check::as<check::NilObject>(checked_.object_of(*name))) {
      code_.emit(Op::Not, {.a = matches, .b = subject});  // the type word is zero
    } else {
      code_.emit(Op::TypeIs,
                 {.a = matches, .b = subject, .c = static_cast<int32_t>(type_of(*expr)->id())});
    }
    code_.jump(Op::JumpIf, body, {.a = matches});
  }
}

}  // namespace hmaplab::bytecode
