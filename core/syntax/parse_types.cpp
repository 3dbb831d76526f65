#include <fmt/format.h>

#include "core/syntax/parser_state.h"

namespace hmaplab::syntax {

IdentifierPtr Parser::parse_name() {
  auto name = start<Identifier>(here());
  if (at(TokenKind::Name)) {
    name->name = token_.text;
    next();
  } else {
    name->name = "_";
    syntax_error(", expected name");
    skip_to({});
  }
  return finish(std::move(name));
}

IdentifierList Parser::parse_names() {
  IdentifierList names;
  do names.push_back(parse_name());
  while (take(TokenKind::Comma));
  return names;
}

ExprPtr Parser::parse_type() {
  ExprPtr type = parse_type_or_null();
  if (type != nullptr) return type;
  type = bad_expression(here());
  syntax_error(", expected type");
  using enum TokenKind;
  skip_to({Comma, Colon, Semicolon, RightParen, RightBracket, RightBrace});
  return type;
}

ExprPtr Parser::parse_type_or_null() {
  Nesting nesting(*this);
  using enum TokenKind;
  source::Position begin = here();
  if (at(Multiply)) {
    auto pointer = start<StarExpr>(begin);
    next();
    pointer->operand = parse_type();
    return finish_over(std::move(pointer), pointer->operand);
  }
  if (at(LeftParen)) {
    auto paren = start<ParenExpr>(begin);
    next();
    paren->inner = parse_type();
    want(RightParen);
    return finish_over(std::move(paren), paren->inner);
  }
  if (at(Func)) {
    next();
    return parse_signature(begin, "function type");
  }
  if (at(Map)) {
    auto map = start<MapTypeExpr>(begin);
    next();
    want(LeftBracket);
    map->key = parse_type();
    want(RightBracket);
    map->element = parse_type();
    return finish_over(std::move(map), map->key, map->element);
  }
  if (at(LeftBracket)) return parse_bracket_type();
  if (at(Chan) || at(Arrow)) return parse_channel_type();
  if (at(Struct)) return parse_struct_type();
  if (at(Interface)) return parse_interface_type();
  if (at(Name)) return parse_qualified_name(nullptr);
  return nullptr;
}

ExprPtr Parser::parse_qualified_name(IdentifierPtr first) {
  ExprPtr type = first != nullptr ? std::move(first) : parse_name();
  if (at(TokenKind::Dot)) {
    auto selector = start<SelectorExpr>(type->span.begin);
    next();
    selector->operand = std::move(type);
    selector->selected = parse_name();
    type = finish_over(std::move(selector), selector->operand);
  }
  if (at(TokenKind::LeftBracket)) type = parse_type_arguments(std::move(type));
  return type;
}

ExprPtr Parser::parse_type_arguments(ExprPtr generic) {
  auto index = start<IndexExpr>(generic->span.begin);
  index->operand = std::move(generic);
  want(TokenKind::LeftBracket);
  ++composite_level_;
  do index->indices.push_back(parse_type());
  while (take(TokenKind::Comma) && !at(TokenKind::RightBracket));
  --composite_level_;
  want(TokenKind::RightBracket);
  return finish_over(std::move(index), index->operand, index->indices);
}

ExprPtr Parser::parse_bracket_type() {
  auto array = start<ArrayTypeExpr>(here());
  next();
  ++composite_level_;
  if (at(TokenKind::Ellipsis)) {
    auto dots = start<EllipsisExpr>(here());
    next();
    array->length = finish(std::move(dots));
  } else if (!at(TokenKind::RightBracket)) {
    array->length = parse_expression();
  }
  --composite_level_;
  if (at(TokenKind::Comma)) {
    plain_error(token_.span, "unexpected comma; expecting ]");
    next();
  }
  want(TokenKind::RightBracket);
  array->element = parse_type();
  return finish_over(std::move(array), array->length, array->element);
}

ExprPtr Parser::parse_channel_type() {
  auto channel = start<ChannelTypeExpr>(here());
  if (take(TokenKind::Arrow)) {
    channel->direction = ChannelDirection::ReceiveOnly;
    want(TokenKind::Chan);
  } else {
    next();
    if (take(TokenKind::Arrow)) channel->direction = ChannelDirection::SendOnly;
  }
  channel->element = parse_type_or_null();
  if (channel->element == nullptr) {
    plain_error(token_.span, "missing channel element type");
    channel->element = bad_expression(here());
  }
  return finish_over(std::move(channel), channel->element);
}

ExprPtr Parser::parse_struct_type() {
  auto structure = start<StructTypeExpr>(here());
  next();
  want(TokenKind::LeftBrace);
  while (!at(TokenKind::EndOfFile) && !at(TokenKind::RightBrace)) {
    parse_field(*structure);
    if (take(TokenKind::Semicolon) || at(TokenKind::RightBrace)) continue;
    syntax_error(", expected semicolon, newline, or } after struct field");
    skip_to({TokenKind::Semicolon, TokenKind::RightBrace});
    if (!take(TokenKind::Semicolon) && !at(TokenKind::RightBrace)) break;
  }
  want(TokenKind::RightBrace);
  return finish(std::move(structure));
}

void Parser::parse_field(StructTypeExpr& structure) {
  using enum TokenKind;
  FieldDecl field;
  if (at(Name)) {
    auto name = parse_name();
    if (at(Dot) || at(StringLiteral) || at(Semicolon) || at(RightBrace)) {
      field.type = parse_qualified_name(std::move(name));
    } else if (at(LeftBracket)) {
      field.type = parse_array_or_instance(name);
      if (name != nullptr) field.names.push_back(std::move(name));
    } else {
      field.names.push_back(std::move(name));
      while (take(Comma)) field.names.push_back(parse_name());
      field.type = parse_type();
    }
  } else if (at(Multiply)) {
    auto pointer = start<StarExpr>(here());
    next();
    if (at(LeftParen)) plain_error(token_.span, "cannot parenthesize embedded type");
    pointer->operand = at(LeftParen) ? parse_type() : parse_qualified_name(nullptr);
    field.type = finish_over(std::move(pointer), pointer->operand);
  } else if (at(LeftParen)) {
    plain_error(token_.span, "cannot parenthesize embedded type");
    field.type = parse_type();
  } else {
    syntax_error(", expected field name or embedded type");
    skip_to({Semicolon, RightBrace});
    return;
  }
  if (at(StringLiteral)) field.tag = parse_basic_literal();
  raise(structure, field.type);
  structure.fields.push_back(std::move(field));
}

// Behind the name of a field or parameter: "a []T" and "a [n]T" are arrays, "Base[T]" is an instance
// and takes the name. What stands in the brackets parses alike; what tells them apart is a type
// behind them.
ExprPtr Parser::parse_array_or_instance(IdentifierPtr& name) {
  using enum TokenKind;
  source::Position begin = here();
  next();
  ExprList inside;
  ++composite_level_;
  if (at(Ellipsis)) {
    auto dots = start<EllipsisExpr>(here());
    next();
    inside.push_back(finish(std::move(dots)));
  } else if (!at(RightBracket)) {
    inside.push_back(parse_expression());
    while (take(Comma) && !at(RightBracket)) inside.push_back(parse_type());
  }
  --composite_level_;
  want(RightBracket);
  ExprPtr element = inside.size() > 1 ? nullptr : parse_type_or_null();
  if (element == nullptr && !inside.empty()) {
    auto index = start<IndexExpr>(name->span.begin);
    index->operand = std::move(name);
    index->indices = std::move(inside);
    return finish_over(std::move(index), index->operand, index->indices);
  }
  auto array = start<ArrayTypeExpr>(begin);
  if (!inside.empty()) array->length = std::move(inside[0]);
  array->element = element != nullptr ? std::move(element) : parse_type();
  return finish_over(std::move(array), array->length, array->element);
}

ExprPtr Parser::parse_interface_type() {
  auto interface = start<InterfaceTypeExpr>(here());
  next();
  want(TokenKind::LeftBrace);
  while (!at(TokenKind::EndOfFile) && !at(TokenKind::RightBrace)) {
    parse_interface_element(*interface);
    if (take(TokenKind::Semicolon) || at(TokenKind::RightBrace)) continue;
    syntax_error(", expected semicolon, newline, or } after interface element");
    skip_to({TokenKind::Semicolon, TokenKind::RightBrace});
    if (!take(TokenKind::Semicolon) && !at(TokenKind::RightBrace)) break;
  }
  want(TokenKind::RightBrace);
  return finish(std::move(interface));
}

void Parser::parse_interface_element(InterfaceTypeExpr& interface) {
  InterfaceElement element;
  if (at(TokenKind::Name)) {
    auto name = parse_name();
    if (at(TokenKind::LeftParen)) {
      element.name = std::move(name);
      element.type = parse_signature(here(), "interface method");
    } else {
      element.type = parse_qualified_name(std::move(name));
      while (at(TokenKind::Or)) {
        auto both = start<BinaryExpr>(element.type->span.begin);
        both->op = TokenKind::Or;
        both->operator_position = here();
        next();
        both->left = std::move(element.type);
        both->right = parse_constraint_term();
        element.type = finish_over(std::move(both), both->left, both->right);
      }
    }
  } else {
    element.type = parse_constraint();
  }
  raise(interface, element.type);
  interface.elements.push_back(std::move(element));
}

ExprPtr Parser::parse_constraint_term() {
  if (!at(TokenKind::Tilde)) return parse_type();
  auto tilde = start<UnaryExpr>(here());
  tilde->op = TokenKind::Tilde;
  next();
  tilde->operand = parse_type();
  return finish_over(std::move(tilde), tilde->operand);
}

ExprPtr Parser::parse_constraint() {
  ExprPtr type = parse_constraint_term();
  while (at(TokenKind::Or)) {
    auto both = start<BinaryExpr>(type->span.begin);
    both->op = TokenKind::Or;
    both->operator_position = here();
    next();
    both->left = std::move(type);
    both->right = parse_constraint_term();
    type = finish_over(std::move(both), both->left, both->right);
  }
  return type;
}

}  // namespace hmaplab::syntax
