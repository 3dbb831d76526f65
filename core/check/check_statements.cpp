// Statements but for assignments and those with clauses or loops.
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/kinds.h"
#include "core/check/type_set.h"

namespace hmaplab::check {

void Checker::check_block(const syntax::StmtList& list, Surroundings around) {
  Scope block(scope_);
  Restore<Scope*> scope(scope_, &block);
  check_list(list, around);
}

void Checker::check_list(const syntax::StmtList& list, Surroundings around) {
  size_t last = list.size();
  while (last > 0 && list[last - 1]->kind == syntax::StmtKind::Empty) --last;
  for (size_t i = 0; i < list.size(); ++i) {
    Surroundings inner = around;
    inner.may_fall_through = around.may_fall_through && i + 1 == last;
    check_statement(*list[i], inner);
  }
}

void Checker::check_statement(const syntax::Stmt& statement, Surroundings around) {
  using namespace syntax;
  Depth depth(*this, statement.span, 4);
  if (depth.too_deep()) return;
  Surroundings inner = around;
  inner.may_fall_through = false;
  switch (statement.kind) {
    case StmtKind::Bad:
    case StmtKind::Empty:
      return;
    case StmtKind::Expression:
      return check_expression_statement(static_cast<const ExpressionStmt&>(statement));
    case StmtKind::Send:
      return check_send(static_cast<const SendStmt&>(statement));
    case StmtKind::IncDec:
      return check_inc_dec(static_cast<const IncDecStmt&>(statement));
    case StmtKind::Assign:
      return check_assign(static_cast<const AssignStmt&>(statement));
    case StmtKind::Go:
      return check_go_or_defer(*static_cast<const GoStmt&>(statement).call, "go");
    case StmtKind::Defer:
      declared_around().body->has_defer = true;
      return check_go_or_defer(*static_cast<const DeferStmt&>(statement).call, "defer");
    case StmtKind::Return:
      return check_return(static_cast<const ReturnStmt&>(statement));
    case StmtKind::Branch:
      return check_branch(static_cast<const BranchStmt&>(statement), around);
    case StmtKind::Block:
      return check_block(static_cast<const BlockStmt&>(statement).statements, inner);
    case StmtKind::If:
      return check_if(static_cast<const IfStmt&>(statement), inner);
    case StmtKind::Switch:
      return check_switch(static_cast<const SwitchStmt&>(statement), inner);
    case StmtKind::TypeSwitch:
      return check_type_switch(static_cast<const TypeSwitchStmt&>(statement), inner);
    case StmtKind::Select:
      return check_select(static_cast<const SelectStmt&>(statement), inner);
    case StmtKind::For:
      return check_for(static_cast<const ForStmt&>(statement), inner);
    case StmtKind::Range:
      return check_range(static_cast<const RangeStmt&>(statement), inner);
    case StmtKind::Labeled:
      return check_labeled(static_cast<const LabeledStmt&>(statement), around);
    case StmtKind::Declaration:
      return check_local_declarations(static_cast<const DeclarationStmt&>(statement).declarations);
  }
}

namespace {

// Builtins whose result must be used.
bool is_pure(Builtin builtin) {
  return builtin != Builtin::Clear && builtin != Builtin::Close && builtin != Builtin::Copy &&
         builtin != Builtin::Delete && builtin != Builtin::Panic && builtin != Builtin::Print &&
         builtin != Builtin::Println && builtin != Builtin::Recover;
}

}  // namespace

void Checker::check_expression_statement(const syntax::ExpressionStmt& statement) {
  const syntax::Expr& expr = *statement.expression;
  Operand x;
  check_expr(x, expr);
  const syntax::Expr& inner = syntax::unparen(expr);
  const auto* call = syntax::as<syntax::CallExpr>(inner);
  const auto* unary = syntax::as<syntax::UnaryExpr>(inner);
  const CallInfo* info = call != nullptr ? builder_.facts(*call).call : nullptr;
  bool is_call = info != nullptr && (info->kind == CallKind::Function ||
                                     (info->kind == CallKind::Builtin && !is_pure(info->builtin)));
  bool is_receive = unary != nullptr && unary->op == syntax::TokenKind::Arrow;
  if (!x.is_valid() || is_call || is_receive) return;
  if (x.mode == Mode::Builtin) {
    report("UnusedExpr", expr.span,
           fmt::format("{} (built-in) must be called", syntax::text(expr)));
    return;
  }
  std::string what = x.mode == Mode::TypeName ? syntax::text(expr) + " (type)" : describe(x);
  report("UnusedExpr", expr.span,
         x.mode == Mode::TypeName ? fmt::format("{} is not an expression", what)
                                  : fmt::format("{} is not used", what));
}

void Checker::check_go_or_defer(const syntax::Expr& call, std::string_view word) {
  Operand x;
  check_expr(x, call);
  const auto* node = syntax::as<syntax::CallExpr>(call);
  const CallInfo* info = node != nullptr ? builder_.facts(*node).call : nullptr;
  if (node == nullptr && call.kind != syntax::ExprKind::Bad) {
    report("InvalidCall", call.span, fmt::format("expression in {} must be function call", word));
  }
  if (info == nullptr || !x.is_valid()) return;
  if (info->kind == CallKind::Conversion) {
    report("InvalidDefer", call.span,
           fmt::format("{} requires function call, not conversion {}", word, describe(x)));
  } else if (info->kind == CallKind::Builtin && is_pure(info->builtin)) {
    report("UnusedResults", call.span, fmt::format("{} discards result of {}", word, describe(x)));
  }
}

void Checker::check_send(const syntax::SendStmt& statement) {
  Operand channel, value;
  check_value(channel, *statement.channel);
  check_value(value, *statement.value);
  if (!channel.is_valid() || !value.is_valid()) return;
  const auto* type = as<ChannelType>(core_type(channel.type));
  if (type == nullptr && core_type(channel.type) == nullptr) {
    report("InvalidSend", statement.span,
           fmt::format("invalid operation: cannot send to {}: no core type", describe(channel)));
    return;
  }
  if (type == nullptr) {
    report("InvalidSend", statement.span,
           fmt::format("invalid operation: cannot send to non-channel {}", describe(channel)));
    return;
  }
  if (type->direction() == syntax::ChannelDirection::ReceiveOnly) {
    report("InvalidSend", statement.span,
           fmt::format("invalid operation: cannot send to receive-only channel {}",
                       describe(channel)));
    return;
  }
  assign_to(value, type->element(), "send");
}

void Checker::check_return(const syntax::ReturnStmt& statement) {
  const FunctionBody& body = *declared_around().body;
  const auto& wanted = body.signature->results();
  if (statement.results.empty()) {
    if (wanted.empty()) return;
    if (!body.named_results) {
      report("WrongResultCount", statement.span,
             fmt::format("not enough return values\n\thave ()\n\twant {}",
                         types_.tuple_of(wanted)->text(TypeStyle::Message)));
      return;
    }
    for (const Variable* result : body.results) {
      if (result->name == "_") continue;
      Object* seen = scope_->find(result->name);
      if (seen == result) continue;
      report(
          "OutOfScopeResult", statement.span,
          fmt::format("result parameter {} not in scope at return\n\t{}: inner declaration of var "
                      "{} {}",
                      result->name, place_text(seen->span), result->name,
                      seen->type != nullptr ? name_of(seen->type) : ""));
    }
    return;
  }
  std::vector<Operand> values = collect_arguments(statement.results, true);
  for (size_t i = 0; i < values.size(); ++i) {
    if (values[i].generic == nullptr) continue;
    infer_from_target(values[i], i < wanted.size() ? wanted[i] : nullptr, "result variable");
  }
  for (const Operand& value : values) {
    if (!value.is_valid()) return;
  }
  if (wanted.empty()) {
    report("WrongResultCount", statement.results[0]->span,
           fmt::format("too many return values\n\thave {}\n\twant ()", list_of(values)));
    return;
  }
  if (values.size() != wanted.size()) {
    bool too_many = values.size() > wanted.size();
    size_t place = too_many && statement.results.size() > wanted.size() ? wanted.size() : 0;
    if (!too_many) place = statement.results.size() - 1;
    report(
        "WrongResultCount", statement.results[place]->span,
        fmt::format("{} return values\n\thave {}\n\twant {}", too_many ? "too many" : "not enough",
                    list_of(values), types_.tuple_of(wanted)->text(TypeStyle::Message)));
    return;
  }
  bool from_range = function_->body->range != nullptr;
  for (size_t i = 0; i < wanted.size(); ++i) {
    assign_to(values[i], wanted[i], "return statement");
    auto& result = const_cast<Variable&>(*body.results[i]);
    if (body.named_results || from_range) ++result.reassigned;
    if (from_range) use_variable(result);
  }
}

void Checker::check_branch(const syntax::BranchStmt& statement, Surroundings around) {
  using syntax::TokenKind;
  if (statement.token == TokenKind::Goto) return;  // labels.cpp
  if (statement.token == TokenKind::Fallthrough) {
    if (around.may_fall_through) return;
    std::string_view why = around.in_type_switch   ? "cannot fallthrough in type switch"
                           : around.in_last_clause ? "cannot fallthrough final case in switch"
                                                   : "fallthrough statement out of place";
    report("MisplacedFallthrough", statement.span, std::string(why));
    return;
  }
  bool is_break = statement.token == TokenKind::Break;
  if (statement.label == nullptr) {
    if (is_break && !around.breakable) {
      report("MisplacedBreak", statement.span, "break is not in a loop, switch, or select");
    } else if (!is_break && !around.in_loop) {
      report("MisplacedContinue", statement.span, "continue is not in a loop");
    }
    return;
  }
  const syntax::Stmt* target = nullptr;
  for (const EnclosingLabel& label : labels_) {
    if (label.name == statement.label->name) target = label.statement;
  }
  bool is_loop = target != nullptr &&
                 (target->kind == syntax::StmtKind::For || target->kind == syntax::StmtKind::Range);
  bool is_breakable =
      is_loop || (target != nullptr && (target->kind == syntax::StmtKind::Switch ||
                                        target->kind == syntax::StmtKind::TypeSwitch ||
                                        target->kind == syntax::StmtKind::Select));
  if (is_break ? is_breakable : is_loop) return;
  unknown_labels_.push_back(&statement);
}

void Checker::check_labeled(const syntax::LabeledStmt& statement, Surroundings around) {
  labels_.push_back({statement.label->name, statement.statement.get()});
  check_statement(*statement.statement, around);
  labels_.pop_back();
}

void Checker::check_condition(const syntax::Expr& expr, std::string_view statement) {
  Operand x;
  check_value(x, expr);
  if (!x.is_valid()) return;
  if (!is_boolean(x.type->underlying_kind())) {
    report("InvalidCond", expr.span,
           fmt::format("non-boolean condition in {} statement", statement));
    return;
  }
  default_untyped(x);
}

void Checker::check_if(const syntax::IfStmt& statement, Surroundings around) {
  Scope block(scope_);
  Restore<Scope*> scope(scope_, &block);
  if (statement.init != nullptr) check_statement(*statement.init, around);
  check_condition(*statement.condition, "if");
  check_block(statement.then->statements, around);
  if (statement.otherwise != nullptr) check_statement(*statement.otherwise, around);
}

}  // namespace hmaplab::check
