// Signatures and parameter lists, where names and types can be told apart only at the end of the
// list.
#include <fmt/format.h>

#include "core/syntax/parser_state.h"

namespace hmaplab::syntax {

std::unique_ptr<FunctionTypeExpr> Parser::parse_signature(source::Position begin,
                                                          std::string_view what) {
  auto type = start<FunctionTypeExpr>(begin);
  source::Span bracket = token_.span;
  if (take(TokenKind::LeftBracket)) {
    if (!what.empty()) plain_error(bracket, fmt::format("{} must have no type parameters", what));
    if (at(TokenKind::RightBracket)) plain_error(token_.span, "empty type parameter list");
    type->type_parameters = parse_parameters(TokenKind::RightBracket, nullptr);
  }
  want(TokenKind::LeftParen);
  type->parameters = parse_parameters(TokenKind::RightParen, nullptr);
  check_ellipsis(type->parameters);
  if (take(TokenKind::LeftParen)) {
    type->results = parse_parameters(TokenKind::RightParen, nullptr);
  } else if (ExprPtr result = parse_type_or_null()) {
    ParameterDecl parameter;
    parameter.type = result.get();
    parameter.owned_type = std::move(result);
    type->results.push_back(std::move(parameter));
  }
  return finish_over(std::move(type), type->type_parameters, type->parameters, type->results);
}

// Behind the opening bracket, to behind the closing one. first: a name that was already taken.
std::vector<ParameterDecl> Parser::parse_parameters(TokenKind close, IdentifierPtr first) {
  Nesting nesting(*this);
  source::Span list{last_end_, last_end_};
  std::vector<std::pair<IdentifierPtr, ExprPtr>> entries;
  ++composite_level_;
  while (first != nullptr || (!at(TokenKind::EndOfFile) && !at(close))) {
    parse_parameter(entries, close, std::move(first));
    first = nullptr;
    if (take(TokenKind::Comma) || at(close)) continue;
    syntax_error(close == TokenKind::RightParen
                     ? " in parameter list; possibly missing comma or )"
                     : " in type parameter list; possibly missing comma or ]");
    skip_to({TokenKind::Comma, close});
    if (!take(TokenKind::Comma)) break;
  }
  --composite_level_;
  list.end = here();
  want(close);
  return group_parameters(std::move(entries), list, close);
}

// One entry: a type alone (also when it may be a name alone), or a name with its type.
void Parser::parse_parameter(std::vector<std::pair<IdentifierPtr, ExprPtr>>& entries,
                             TokenKind close, IdentifierPtr first) {
  using enum TokenKind;
  auto parse_entry_type = [&]() -> ExprPtr {
    if (at(Ellipsis)) {
      auto dots = start<EllipsisExpr>(here());
      next();
      dots->type = parse_type();
      return finish_over(std::move(dots), dots->type);
    }
    return close == RightBracket ? parse_constraint() : parse_type();
  };
  if (first == nullptr && !at(Name)) {
    entries.emplace_back(nullptr, parse_entry_type());
    return;
  }
  IdentifierPtr name = first != nullptr ? std::move(first) : parse_name();
  if (at(Comma) || at(close)) {
    entries.emplace_back(nullptr, std::move(name));
  } else if (at(LeftBracket) && close == RightParen) {
    ExprPtr type = parse_array_or_instance(name);
    entries.emplace_back(std::move(name), std::move(type));
  } else if (at(Dot)) {
    entries.emplace_back(nullptr, parse_qualified_name(std::move(name)));
  } else {
    ExprPtr type = parse_entry_type();
    entries.emplace_back(std::move(name), std::move(type));
  }
}

// Either no entry has a name, or each entry that is a lone name takes the type of the next one that
// has one.
std::vector<ParameterDecl> Parser::group_parameters(
    std::vector<std::pair<IdentifierPtr, ExprPtr>> entries, source::Span list, TokenKind close) {
  bool any_named = std::any_of(entries.begin(), entries.end(),
                               [](const auto& entry) { return entry.first != nullptr; });
  any_named = any_named || close == TokenKind::RightBracket;
  if (any_named) report_unnamed(entries, list, close);
  std::vector<ParameterDecl> parameters(entries.size());
  const Expr* following_type = nullptr;
  for (size_t i = entries.size(); i-- > 0;) {
    auto& [name, type] = entries[i];
    if (any_named && name == nullptr && type->kind == ExprKind::Identifier) {
      name.reset(static_cast<Identifier*>(type.release()));
      if (following_type == nullptr) type = bad_expression(name->span.end);
    }
    if (type != nullptr) following_type = type.get();
    parameters[i].name = std::move(name);
    parameters[i].type = following_type;
    parameters[i].owned_type = std::move(type);
  }
  return parameters;
}

// Where one entry has a name all must have one, and type parameters always: a type without a name,
// or names at the end without a type.
void Parser::report_unnamed(const std::vector<std::pair<IdentifierPtr, ExprPtr>>& entries,
                            source::Span list, TokenKind close) {
  const Expr* wrong = nullptr;  // the leftmost
  bool type_without_name = false, type_follows = false;
  for (size_t i = entries.size(); i-- > 0;) {
    const auto& [name, type] = entries[i];
    if (name == nullptr && type->kind != ExprKind::Identifier) {
      wrong = type.get();
      type_without_name = true;
    } else if (name == nullptr && !type_follows) {
      wrong = type.get();
    }
    type_follows = type_follows || name != nullptr || type->kind != ExprKind::Identifier;
  }
  if (wrong == nullptr) return;
  if (close != TokenKind::RightBracket) {
    plain_error(wrong->span, "mixed named and unnamed parameters");
  } else if (!type_without_name) {
    plain_error({list.end, list.end}, "missing type constraint");
  } else {
    plain_error(wrong->span, entries.size() == 1
                                 ? "missing type parameter name or invalid array length"
                                 : "missing type parameter name");
  }
}

void Parser::check_ellipsis(const std::vector<ParameterDecl>& parameters) {
  for (size_t i = 0; i < parameters.size(); ++i) {
    const auto* dots = as<EllipsisExpr>(parameters[i].type);
    bool shared = i + 1 < parameters.size() && parameters[i + 1].type == parameters[i].type;
    if (dots != nullptr && (i + 1 < parameters.size() || shared)) {
      plain_error(dots->span, "can only use ... with final parameter in list");
      return;
    }
  }
}

}  // namespace hmaplab::syntax
