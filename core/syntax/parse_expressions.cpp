#include <fmt/format.h>

#include "core/syntax/parser_state.h"

namespace hmaplab::syntax {

ExprList Parser::parse_expression_list() {
  ExprList list;
  do list.push_back(parse_expression());
  while (take(TokenKind::Comma));
  return list;
}

// Operators that bind stronger than `above`; chains of equal strength go on to the left without
// recursion.
ExprPtr Parser::parse_binary(ExprPtr left, int above) {
  Nesting nesting(*this);
  if (left == nullptr) left = parse_unary();
  for (int strength = precedence(token_.kind); strength > above;
       strength = precedence(token_.kind)) {
    auto binary = start<BinaryExpr>(left->span.begin);
    binary->op = token_.kind;
    binary->operator_position = here();
    next();
    binary->left = std::move(left);
    binary->right = parse_binary(nullptr, strength);
    left = finish_over(std::move(binary), binary->left, binary->right);
  }
  return left;
}

ExprPtr Parser::parse_unary() {
  Nesting nesting(*this);
  using enum TokenKind;
  source::Position begin = here();
  if (at(Multiply)) {
    auto star = start<StarExpr>(begin);
    next();
    star->operand = parse_unary();
    return finish_over(std::move(star), star->operand);
  }
  if (at(Arrow)) return parse_arrow();
  if (at(Add) || at(Subtract) || at(Not) || at(Xor) || at(And) || at(Tilde)) {
    auto unary = start<UnaryExpr>(begin);
    unary->op = token_.kind;
    next();
    unary->operand = parse_unary();
    return finish_over(std::move(unary), unary->operand);
  }
  return parse_primary();
}

// "<-" before an expression receives; before "chan" it is a receive-only channel type.
ExprPtr Parser::parse_arrow() {
  source::Position begin = here();
  next();
  if (at(TokenKind::Chan)) {
    auto channel = start<ChannelTypeExpr>(begin);
    next();
    channel->direction = ChannelDirection::ReceiveOnly;
    channel->element = parse_type();
    return parse_postfix(finish_over(std::move(channel), channel->element));
  }
  auto receive = start<UnaryExpr>(begin);
  receive->op = TokenKind::Arrow;
  receive->operand = parse_unary();
  return finish_over(std::move(receive), receive->operand);
}

ExprPtr Parser::parse_primary() { return parse_postfix(parse_operand()); }

std::unique_ptr<BasicLiteral> Parser::parse_basic_literal() {
  auto literal = start<BasicLiteral>(here());
  literal->token = token_.kind;
  literal->text = token_.text;
  next();
  return finish(std::move(literal));
}

ExprPtr Parser::parse_operand() {
  using enum TokenKind;
  if (at(Name)) return parse_name();
  if (token_.kind >= IntegerLiteral && token_.kind <= StringLiteral) return parse_basic_literal();
  if (at(LeftParen)) return parse_parenthesized();
  if (at(Func)) return parse_function_type_or_literal();
  if (at(LeftBracket) || at(Chan) || at(Map) || at(Struct) || at(Interface)) return parse_type();
  ExprPtr bad = bad_expression(here());
  syntax_error(", expected expression");
  skip_to({RightParen, RightBracket, RightBrace, Semicolon, Comma, Colon});
  return bad;
}

ExprPtr Parser::parse_parenthesized() {
  auto paren = start<ParenExpr>(here());
  next();
  int outer = std::exchange(composite_level_, std::max(composite_level_, 0) + 1);
  paren->inner = parse_expression();
  composite_level_ = outer;
  want(TokenKind::RightParen);
  return finish_over(std::move(paren), paren->inner);
}

ExprPtr Parser::parse_function_type_or_literal() {
  Nesting nesting(*this);
  source::Position begin = here();
  next();
  auto signature = parse_signature(begin, "function type");
  if (!at(TokenKind::LeftBrace)) return signature;
  auto literal = start<FunctionLiteral>(begin);
  literal->signature = std::move(signature);
  uint16_t outer_highest = std::exchange(highest_, 0);
  literal->body = parse_function_body();
  uint16_t body_height = std::exchange(highest_, outer_highest);
  raise_to(*literal, body_height);
  return finish(std::move(literal));
}

ExprPtr Parser::parse_postfix(ExprPtr operand) {
  using enum TokenKind;
  while (!aborted_) {
    if (at(Dot)) {
      operand = parse_dot(std::move(operand));
    } else if (at(LeftBracket)) {
      operand = parse_brackets(std::move(operand));
    } else if (at(LeftParen)) {
      operand = parse_call(std::move(operand));
    } else if (at(LeftBrace) && may_be_composite(*operand)) {
      operand = parse_composite(std::move(operand));
    } else {
      break;
    }
  }
  return operand;
}

// Whether a brace behind the expression begins a composite literal: names and the like only outside
// of headers.
bool Parser::may_be_composite(const Expr& type) const {
  if (type.kind == ExprKind::ArrayType || type.kind == ExprKind::MapType ||
      type.kind == ExprKind::StructType) {
    return true;
  }
  if (composite_level_ < 0) return false;
  if (type.kind == ExprKind::Identifier) return true;
  if (const auto* selector = as<SelectorExpr>(type)) {
    return selector->operand->kind == ExprKind::Identifier;
  }
  if (const auto* index = as<IndexExpr>(type)) return may_be_composite(*index->operand);
  return false;
}

ExprPtr Parser::parse_dot(ExprPtr operand) {
  source::Position begin = operand->span.begin;
  next();
  if (at(TokenKind::Name)) {
    auto selector = start<SelectorExpr>(begin);
    selector->operand = std::move(operand);
    selector->selected = parse_name();
    return finish_over(std::move(selector), selector->operand);
  }
  if (at(TokenKind::LeftParen)) {
    auto assertion = start<TypeAssertionExpr>(begin);
    assertion->operand = std::move(operand);
    next();
    if (!take(TokenKind::Type)) assertion->type = parse_type();
    want(TokenKind::RightParen);
    return finish_over(std::move(assertion), assertion->operand, assertion->type);
  }
  syntax_error(", expected name or (");
  skip_to({TokenKind::Semicolon, TokenKind::RightParen});
  return bad_expression(begin);
}

ExprPtr Parser::parse_brackets(ExprPtr operand) {
  auto index = start<IndexExpr>(operand->span.begin);
  next();
  int outer = std::exchange(composite_level_, std::max(composite_level_, 0) + 1);
  if (at(TokenKind::RightBracket)) {
    plain_error(token_.span, "expected operand");
    index->indices.push_back(bad_expression(here()));
  } else if (at(TokenKind::Colon)) {
    ExprPtr slice = parse_slice_rest(std::move(operand), nullptr);
    composite_level_ = outer;
    return slice;
  } else {
    // An index is an expression, a type argument may also be a pointer or other type: those parse
    // as operands.
    ExprPtr first = parse_expression();
    if (at(TokenKind::Colon)) {
      ExprPtr slice = parse_slice_rest(std::move(operand), std::move(first));
      composite_level_ = outer;
      return slice;
    }
    index->indices.push_back(std::move(first));
    while (take(TokenKind::Comma) && !at(TokenKind::RightBracket)) {
      index->indices.push_back(parse_type());
    }
  }
  composite_level_ = outer;
  index->operand = std::move(operand);
  want(TokenKind::RightBracket);
  return finish_over(std::move(index), index->operand, index->indices);
}

ExprPtr Parser::parse_slice_rest(ExprPtr operand, ExprPtr low) {
  auto slice = start<SliceExpr>(operand->span.begin);
  slice->operand = std::move(operand);
  slice->low = std::move(low);
  want(TokenKind::Colon);
  auto parse_bound = [&]() -> ExprPtr {
    if (at(TokenKind::Colon) || at(TokenKind::RightBracket)) return nullptr;
    return parse_expression();
  };
  slice->high = parse_bound();
  if (take(TokenKind::Colon)) {
    slice->three_index = true;
    if (slice->high == nullptr) plain_error(token_.span, "middle index required in 3-index slice");
    slice->max = parse_bound();
    if (slice->max == nullptr) plain_error(token_.span, "final index required in 3-index slice");
  }
  want(TokenKind::RightBracket);
  return finish_over(std::move(slice), slice->operand, slice->low, slice->high, slice->max);
}

ExprPtr Parser::parse_call(ExprPtr function) {
  auto call = start<CallExpr>(function->span.begin);
  call->function = std::move(function);
  call->open = here();
  next();
  int outer = std::exchange(composite_level_, std::max(composite_level_, 0) + 1);
  while (!at(TokenKind::EndOfFile) && !at(TokenKind::RightParen)) {
    call->arguments.push_back(parse_expression());
    call->has_dots = take(TokenKind::Ellipsis) || call->has_dots;
    if (take(TokenKind::Comma) || at(TokenKind::RightParen)) continue;
    syntax_error(" in argument list; possibly missing comma or )");
    skip_to({TokenKind::Comma, TokenKind::RightParen});
    if (!take(TokenKind::Comma)) break;
  }
  composite_level_ = outer;
  call->close = here();
  want(TokenKind::RightParen);
  return finish_over(std::move(call), call->function, call->arguments);
}

ExprPtr Parser::parse_composite(ExprPtr type) {
  Nesting nesting(*this);
  auto literal = start<CompositeLiteral>(type != nullptr ? type->span.begin : here());
  literal->type = std::move(type);
  want(TokenKind::LeftBrace);
  int outer = std::exchange(composite_level_, std::max(composite_level_, 0) + 1);
  while (!at(TokenKind::EndOfFile) && !at(TokenKind::RightBrace)) {
    ExprPtr element = parse_element_value();
    if (at(TokenKind::Colon)) {
      auto pair = start<KeyValueExpr>(element->span.begin);
      next();
      pair->key = std::move(element);
      pair->value = parse_element_value();
      element = finish_over(std::move(pair), pair->key, pair->value);
    }
    literal->elements.push_back(std::move(element));
    if (take(TokenKind::Comma) || at(TokenKind::RightBrace)) continue;
    syntax_error(" in composite literal; possibly missing comma or }");
    skip_to({TokenKind::Comma, TokenKind::RightBrace});
    if (!take(TokenKind::Comma)) break;
  }
  composite_level_ = outer;
  literal->close = here();
  want(TokenKind::RightBrace);
  return finish_over(std::move(literal), literal->type, literal->elements);
}

ExprPtr Parser::parse_element_value() {
  return at(TokenKind::LeftBrace) ? parse_composite(nullptr) : parse_expression();
}

}  // namespace hmaplab::syntax
