// if, switch, select and for: statements with a header and a block.
#include <fmt/format.h>

#include "core/syntax/parser_state.h"

namespace hmaplab::syntax {
namespace {

// Names and literals stand for themselves; other operands of "=" are put in parentheses, so that it
// is seen.
std::string emphasized(const ExprList& list) {
  std::string joined;
  for (const ExprPtr& expr : list) joined += (joined.empty() ? "" : ", ") + text(*expr);
  bool is_plain = list.size() == 1 && (list[0]->kind == ExprKind::Identifier ||
                                       list[0]->kind == ExprKind::BasicLiteral);
  return is_plain ? joined : fmt::format("({})", joined);
}

// The guard of a type switch: "x.(type)" or "v := x.(type)"; nullptr when it is none.
const TypeAssertionExpr* guard_of(const StmtPtr& statement) {
  if (statement == nullptr) return nullptr;
  const Expr* guard = nullptr;
  if (const auto* expression = as<ExpressionStmt>(*statement)) {
    guard = expression->expression.get();
  } else if (const auto* assign = as<AssignStmt>(*statement)) {
    bool is_one = assign->left.size() == 1 && assign->right.size() == 1;
    if (assign->op == TokenKind::Define && is_one) guard = assign->right[0].get();
  }
  const auto* assertion = as<TypeAssertionExpr>(guard);
  return assertion != nullptr && assertion->type == nullptr ? assertion : nullptr;
}

}  // namespace

std::unique_ptr<RangeStmt> Parser::parse_range(ExprList left, bool define, source::Position begin) {
  auto range = start<RangeStmt>(begin);
  range->id = next_id_++;
  next();
  range->define = define;
  range->operand = parse_expression();
  if (left.size() > 2) {
    report_at(left[2]->span, "range clause permits at most two iteration variables");
  }
  for (const ExprPtr& expr : left) {
    if (define && expr->kind != ExprKind::Identifier) {
      plain_error(expr->span, fmt::format("non-name {} on left side of :=", text(*expr)));
    }
  }
  if (!left.empty()) range->key = std::move(left[0]);
  if (left.size() > 1) range->value = std::move(left[1]);
  return range;
}

StmtPtr Parser::parse_simple_or_range(bool range_allowed) {
  source::Position begin = here();
  if (range_allowed && at(TokenKind::Range)) return parse_range({}, false, begin);
  ExprList left = parse_expression_list();
  if (!range_allowed || (!at(TokenKind::Assign) && !at(TokenKind::Define))) {
    return parse_simple(std::move(left));
  }
  // "range" may stand behind = and :=, where else an expression would.
  Token assign = token_;
  bool define = at(TokenKind::Define);
  next();
  if (at(TokenKind::Range)) return parse_range(std::move(left), define, begin);
  auto statement = start<AssignStmt>(begin);
  statement->op = assign.kind;
  statement->operator_position = assign.span.begin;
  for (const ExprPtr& expr : left) {
    if (define && expr->kind != ExprKind::Identifier) {
      plain_error(expr->span, fmt::format("non-name {} on left side of :=", text(*expr)));
    }
  }
  statement->left = std::move(left);
  statement->right = parse_expression_list();
  return finish(std::move(statement));
}

Parser::Header Parser::parse_header(TokenKind keyword) {
  Header header;
  next();
  if (at(TokenKind::LeftBrace)) {
    if (keyword == TokenKind::If) plain_error(token_.span, "missing condition in if statement");
    return header;
  }
  int outer = std::exchange(composite_level_, -1);
  StmtPtr first;
  if (!at(TokenKind::Semicolon)) {
    if (at(TokenKind::Var)) {
      plain_error(token_.span,
                  fmt::format("var declaration not allowed in {} initializer", spelling(keyword)));
      next();
    }
    first = parse_simple_or_range(keyword == TokenKind::For);
    if (first->kind == StmtKind::Range) {
      header.range.reset(static_cast<RangeStmt*>(first.release()));
      composite_level_ = outer;
      return header;
    }
  }
  if (at(TokenKind::Semicolon)) {
    header.init = std::move(first);
    parse_header_rest(keyword, header);
  } else {
    header.condition = std::move(first);
  }
  composite_level_ = outer;
  return header;
}

// At the first semicolon of a header.
void Parser::parse_header_rest(TokenKind keyword, Header& header) {
  Token semicolon = token_;
  next();
  if (keyword == TokenKind::For) {
    if (at(TokenKind::LeftBrace)) {
      plain_error(token_.span, "expected for loop condition");
      return;
    }
    if (!at(TokenKind::Semicolon)) header.condition = parse_simple_or_range(false);
    want(TokenKind::Semicolon);
    if (at(TokenKind::LeftBrace)) return;
    header.post = parse_simple_or_range(false);
    const auto* assign = as<AssignStmt>(*header.post);
    if (assign != nullptr && assign->op == TokenKind::Define) {
      plain_error(assign->span, "cannot declare in post statement of for loop");
    }
  } else if (!at(TokenKind::LeftBrace)) {
    header.condition = parse_simple_or_range(false);
  } else if (keyword == TokenKind::If) {
    if (semicolon.automatic) {
      plain_error(semicolon.span, "unexpected newline, expected { after if clause");
    } else {
      plain_error(semicolon.span, "missing condition in if statement");
    }
  }
}

// The expression of a statement that stands where a value must; null only for null.
ExprPtr Parser::condition_of(StmtPtr statement, TokenKind keyword) {
  if (statement == nullptr) return nullptr;
  source::Span span = statement->span;
  if (statement->kind == StmtKind::Expression) {
    return std::move(static_cast<ExpressionStmt&>(*statement).expression);
  }
  const auto* assign = as<AssignStmt>(*statement);
  if (assign != nullptr && assign->op == TokenKind::Assign) {
    plain_error(span, fmt::format("cannot use assignment {} = {} as value",
                                  emphasized(assign->left), emphasized(assign->right)));
  } else if (statement->kind != StmtKind::Bad) {
    std::string_view words =
        file_.text().substr(span.begin.offset, span.end.offset - span.begin.offset);
    plain_error(span, fmt::format("cannot use {} as value", words));
  }
  static_cast<void>(keyword);
  return bad_expression(span.begin);
}

StmtPtr Parser::parse_if() {
  Nesting nesting(*this);
  auto statement = start<IfStmt>(here());
  Header header = parse_header(TokenKind::If);
  statement->init = std::move(header.init);
  statement->condition = condition_of(std::move(header.condition), TokenKind::If);
  if (statement->condition == nullptr) statement->condition = bad_expression(here());
  statement->then = parse_block("if clause");
  if (take(TokenKind::Else)) {
    if (at(TokenKind::If)) {
      statement->otherwise = parse_if();
    } else if (at(TokenKind::LeftBrace)) {
      statement->otherwise = parse_block("");
    } else {
      plain_error(token_.span, "else must be followed by if or statement block");
      skip_to({TokenKind::Name, TokenKind::RightBrace});
    }
  }
  return finish(std::move(statement));
}

StmtPtr Parser::parse_switch() {
  source::Position begin = here();
  Header header = parse_header(TokenKind::Switch);
  if (guard_of(header.condition) != nullptr) return parse_type_switch(begin, std::move(header));
  auto statement = start<SwitchStmt>(begin);
  statement->init = std::move(header.init);
  statement->tag = condition_of(std::move(header.condition), TokenKind::Switch);
  statement->clauses = parse_clauses(&statement->close);
  return finish(std::move(statement));
}

StmtPtr Parser::parse_type_switch(source::Position begin, Header header) {
  auto statement = start<TypeSwitchStmt>(begin);
  statement->init = std::move(header.init);
  ExprPtr guard;
  if (header.condition->kind == StmtKind::Assign) {
    auto& assign = static_cast<AssignStmt&>(*header.condition);
    if (assign.left[0]->kind == ExprKind::Identifier) {
      statement->binding.reset(static_cast<Identifier*>(assign.left[0].release()));
    }
    guard = std::move(assign.right[0]);
  } else {
    guard = std::move(static_cast<ExpressionStmt&>(*header.condition).expression);
  }
  statement->subject = std::move(static_cast<TypeAssertionExpr&>(*guard).operand);
  statement->clauses = parse_clauses(&statement->close);
  return finish(std::move(statement));
}

std::vector<CaseClause> Parser::parse_clauses(source::Position* close) {
  std::vector<CaseClause> clauses;
  if (!take(TokenKind::LeftBrace)) plain_error(token_.span, "missing { after switch clause");
  while (!at(TokenKind::EndOfFile) && !at(TokenKind::RightBrace)) {
    clauses.push_back(parse_clause());
  }
  *close = here();
  want(TokenKind::RightBrace);
  return clauses;
}

CaseClause Parser::parse_clause() {
  CaseClause clause;
  clause.id = next_id_++;
  clause.span.begin = here();
  if (take(TokenKind::Case)) {
    clause.expressions = parse_expression_list();
  } else if (take(TokenKind::Default)) {
    clause.is_default = true;
  } else {
    syntax_error(", expected case or default or }");
    next();
    skip_to({TokenKind::Colon, TokenKind::Case, TokenKind::Default, TokenKind::RightBrace});
  }
  clause.colon = here();
  want(TokenKind::Colon);
  clause.body = parse_statements();
  clause.span.end = last_end_;
  return clause;
}

StmtPtr Parser::parse_select() {
  auto statement = start<SelectStmt>(here());
  next();
  if (!take(TokenKind::LeftBrace)) plain_error(token_.span, "missing { after select clause");
  while (!at(TokenKind::EndOfFile) && !at(TokenKind::RightBrace)) {
    statement->clauses.push_back(parse_comm_clause());
  }
  statement->close = here();
  want(TokenKind::RightBrace);
  return finish(std::move(statement));
}

CommClause Parser::parse_comm_clause() {
  CommClause clause;
  clause.span.begin = here();
  if (take(TokenKind::Case)) {
    clause.communication = parse_simple_or_range(false);
  } else if (!take(TokenKind::Default)) {
    syntax_error(", expected case or default or }");
    next();
    skip_to({TokenKind::Colon, TokenKind::Case, TokenKind::Default, TokenKind::RightBrace});
  }
  clause.colon = here();
  want(TokenKind::Colon);
  clause.body = parse_statements();
  clause.span.end = last_end_;
  return clause;
}

StmtPtr Parser::parse_for() {
  source::Position begin = here();
  Header header = parse_header(TokenKind::For);
  if (header.range != nullptr) {
    header.range->body = parse_block("for clause");
    return finish(std::move(header.range));
  }
  auto statement = start<ForStmt>(begin);
  statement->init = std::move(header.init);
  statement->condition = condition_of(std::move(header.condition), TokenKind::For);
  statement->post = std::move(header.post);
  statement->body = parse_block("for clause");
  return finish(std::move(statement));
}

}  // namespace hmaplab::syntax
