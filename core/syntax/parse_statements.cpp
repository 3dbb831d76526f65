#include <fmt/format.h>

#include "core/syntax/parser_state.h"

namespace hmaplab::syntax {
namespace {

template <class Node>
std::unique_ptr<Node> cast(ExprPtr expr) {
  return std::unique_ptr<Node>(static_cast<Node*>(expr.release()));
}

}  // namespace

std::unique_ptr<BlockStmt> Parser::parse_block(std::string_view context) {
  Nesting nesting(*this);
  auto block = start<BlockStmt>(here());
  if (!take(TokenKind::LeftBrace)) {
    syntax_error(fmt::format(", expected {{ after {}", context));
    skip_to({TokenKind::Name, TokenKind::RightBrace});
    block->close = here();
    if (take(TokenKind::RightBrace)) return finish(std::move(block));
  }
  block->statements = parse_statements();
  block->close = here();
  want(TokenKind::RightBrace);
  return finish(std::move(block));
}

// To a closing brace, or to the next clause of a switch or select.
StmtList Parser::parse_statements() {
  using enum TokenKind;
  StmtList list;
  while (!at(EndOfFile) && !at(RightBrace) && !at(Case) && !at(Default)) {
    source::Position before = here();
    StmtPtr statement = parse_statement_or_null();
    if (statement == nullptr) break;  // whoever wants the end of the list says so
    list.push_back(std::move(statement));
    if (take(Semicolon) || at(RightBrace) || at(EndOfFile)) continue;
    if (at(Case) || at(Default)) continue;
    syntax_error(" at end of statement");
    if (here() == before) next();
    skip_to({Semicolon, RightBrace, Case, Default});
    take(Semicolon);
  }
  return list;
}

StmtPtr Parser::parse_statement_or_null() {
  Nesting nesting(*this);
  using enum TokenKind;
  source::Position begin = here();
  if (at(Semicolon)) return finish(start<EmptyStmt>(begin));
  if (at(LeftBrace)) return parse_block("");
  if (at(Var) || at(Const) || at(Type)) return parse_declaration_statement();
  if (at(For)) return parse_for();
  if (at(Switch)) return parse_switch();
  if (at(Select)) return parse_select();
  if (at(If)) return parse_if();
  if (at(Go)) return parse_go_or_defer<GoStmt>("go");
  if (at(Defer)) return parse_go_or_defer<DeferStmt>("defer");
  if (at(Return)) return parse_return();
  if (at(Break) || at(Continue) || at(Goto) || at(Fallthrough)) return parse_branch();
  bool is_literal = token_.kind >= Name && token_.kind <= StringLiteral;
  bool is_operator = at(Add) || at(Subtract) || at(Multiply) || at(And) || at(Xor) || at(Not) ||
                     at(Tilde) || at(Arrow);
  bool is_type = at(Func) || at(LeftParen) || at(LeftBracket) || at(Struct) || at(Map) ||
                 at(Chan) || at(Interface);
  if (!is_literal && !is_operator && !is_type) return nullptr;
  ExprList left = parse_expression_list();
  if (left.size() == 1 && at(Colon) && left[0]->kind == ExprKind::Identifier) {
    return parse_labeled(std::move(left[0]));
  }
  return parse_simple(std::move(left));
}

StmtPtr Parser::parse_labeled(ExprPtr label) {
  auto labeled = start<LabeledStmt>(label->span.begin);
  labeled->label = cast<Identifier>(std::move(label));
  want(TokenKind::Colon);
  if (at(TokenKind::RightBrace)) {
    labeled->statement = finish(start<EmptyStmt>(here()));
  } else {
    labeled->statement = parse_statement_or_null();
  }
  if (labeled->statement == nullptr) {
    plain_error(labeled->span, "missing statement after label");
    labeled->statement = finish(start<BadStmt>(here()));
  }
  return finish(std::move(labeled));
}

// A statement that begins with these expressions.
StmtPtr Parser::parse_simple(ExprList left) {
  using enum TokenKind;
  source::Position begin = left[0]->span.begin;
  bool is_single = left.size() == 1;
  if (is_single && (at(Increment) || at(Decrement))) {
    auto step = start<IncDecStmt>(begin);
    step->increment = at(Increment);
    next();
    step->operand = std::move(left[0]);
    return finish(std::move(step));
  }
  if (is_single && at(Arrow)) {
    auto send = start<SendStmt>(begin);
    next();
    send->channel = std::move(left[0]);
    send->value = parse_expression();
    return finish(std::move(send));
  }
  bool is_assignment = at(Assign) || at(Define);
  bool is_operation = operator_of_assignment(token_.kind) != EndOfFile;
  if (is_assignment || (is_single && is_operation)) return parse_assignment(std::move(left));
  if (is_single) {
    auto statement = start<ExpressionStmt>(begin);
    statement->expression = std::move(left[0]);
    return finish(std::move(statement));
  }
  syntax_error(", expected := or = or comma");
  skip_to({Semicolon, RightBrace});
  return finish(start<BadStmt>(begin));
}

StmtPtr Parser::parse_assignment(ExprList left) {
  auto assign = start<AssignStmt>(left[0]->span.begin);
  TokenKind binary = operator_of_assignment(token_.kind);
  assign->op = binary != TokenKind::EndOfFile ? binary : token_.kind;
  assign->operator_position = here();
  next();
  for (const ExprPtr& expr : left) {
    if (assign->op != TokenKind::Define || expr->kind == ExprKind::Identifier) continue;
    if (expr->kind == ExprKind::Bad) continue;
    plain_error(expr->span, fmt::format("non-name {} on left side of :=", text(*expr)));
  }
  assign->left = std::move(left);
  if (assign->op == TokenKind::Assign || assign->op == TokenKind::Define) {
    assign->right = parse_expression_list();
  } else {
    assign->right.push_back(parse_expression());
  }
  return finish(std::move(assign));
}

StmtPtr Parser::parse_declaration_statement() {
  auto statement = start<DeclarationStmt>(here());
  TokenKind keyword = token_.kind;
  next();
  parse_group(keyword, statement->declarations);
  return finish(std::move(statement));
}

template <class Node>
StmtPtr Parser::parse_go_or_defer(std::string_view word) {
  auto statement = start<Node>(here());
  next();
  ExprPtr call = parse_primary();  // no unary operator: "defer <-c" is an error of syntax
  if (call->kind == ExprKind::Paren) {
    report_at(call->span, fmt::format("expression in {} must not be parenthesized", word));
  }
  statement->call = std::move(call);
  return finish(std::move(statement));
}

StmtPtr Parser::parse_return() {
  auto statement = start<ReturnStmt>(here());
  next();
  if (!at(TokenKind::Semicolon) && !at(TokenKind::RightBrace) && !at(TokenKind::EndOfFile)) {
    statement->results = parse_expression_list();
  }
  return finish(std::move(statement));
}

StmtPtr Parser::parse_branch() {
  auto statement = start<BranchStmt>(here());
  statement->token = token_.kind;
  next();
  bool needs_label = statement->token == TokenKind::Goto;
  bool may_have_label = statement->token != TokenKind::Fallthrough;
  if (needs_label || (may_have_label && at(TokenKind::Name))) statement->label = parse_name();
  return finish(std::move(statement));
}

}  // namespace hmaplab::syntax
