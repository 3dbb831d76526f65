#include <fmt/format.h>

#include "core/syntax/parser_state.h"

namespace hmaplab::syntax {

std::unique_ptr<File> Parser::parse_file() {
  auto file = std::make_unique<File>();
  file->source = &file_;
  file->first_id = next_id_;
  if (at(TokenKind::Package)) {
    next();
    file->package_name = parse_name();
    want(TokenKind::Semicolon);
    while (!at(TokenKind::EndOfFile)) parse_top_level(*file);
  } else {
    plain_error(token_.span, "package statement must be first");
    file->package_name = start<Identifier>(here());
  }
  file->end_id = next_id_;
  return file;
}

void Parser::parse_top_level(File& file) {
  using enum TokenKind;
  if (take(Semicolon)) return;
  Token first = token_;
  if (at(Import) && !file.declarations.empty() &&
      file.declarations.back()->kind != DeclKind::Import) {
    plain_error(first.span, "imports must appear before other declarations");
  }
  if (at(Import) || at(Const) || at(Type) || at(Var)) {
    next();
    parse_group(first.kind, file.declarations);
  } else if (at(Func)) {
    file.declarations.push_back(parse_function_declaration());
  } else {
    bool is_brace = at(LeftBrace) && !file.declarations.empty() &&
                    file.declarations.back()->kind == DeclKind::Function;
    plain_error(first.span, is_brace ? "unexpected semicolon or newline before {"
                                     : "non-declaration statement outside function body");
    next();
    skip_to({Import, Const, Type, Var, Func});
    return;
  }
  if (at(EndOfFile) || take(Semicolon)) return;
  syntax_error(" after top level declaration");
  skip_to({Import, Const, Type, Var, Func});
}

void Parser::parse_group(TokenKind keyword, DeclList& into) {
  size_t group_begin = into.size();
  uint32_t iota = 0;
  auto parse_one = [&]() -> DeclPtr {
    if (keyword == TokenKind::Import) return parse_import();
    if (keyword == TokenKind::Const) return parse_constant(into, group_begin, iota++);
    if (keyword == TokenKind::Type) return parse_type_declaration();
    return parse_variable();
  };
  if (!take(TokenKind::LeftParen)) {
    into.push_back(parse_one());
    return;
  }
  while (!at(TokenKind::EndOfFile) && !at(TokenKind::RightParen)) {
    into.push_back(parse_one());
    if (take(TokenKind::Semicolon) || at(TokenKind::RightParen)) continue;
    syntax_error(", expected semicolon, newline, or )");
    skip_to({TokenKind::Semicolon, TokenKind::RightParen});
    if (!take(TokenKind::Semicolon) && !at(TokenKind::RightParen)) return;
  }
  want(TokenKind::RightParen);
}

DeclPtr Parser::parse_import() {
  auto declaration = start<ImportDecl>(here());
  if (at(TokenKind::Name)) {
    declaration->name = parse_name();
  } else if (at(TokenKind::Dot)) {
    declaration->name = start<Identifier>(here());
    declaration->name->name = token_.text;
    next();
    declaration->name = finish(std::move(declaration->name));
  }
  if (at(TokenKind::StringLiteral)) {
    declaration->path = parse_basic_literal();
  } else {
    plain_error(token_.span, "missing import path; require quoted string");
    skip_to({TokenKind::Semicolon, TokenKind::RightParen});
    return finish(start<BadDecl>(declaration->span.begin));
  }
  return finish(std::move(declaration));
}

DeclPtr Parser::parse_constant(DeclList& group, size_t group_begin, uint32_t iota) {
  auto declaration = start<ConstantDecl>(here());
  declaration->iota = iota;
  declaration->names = parse_names();
  using enum TokenKind;
  if (!at(EndOfFile) && !at(Semicolon) && !at(RightParen)) {
    if (!at(Assign)) declaration->type = parse_type_or_null();
    if (take_assign()) declaration->values = parse_expression_list();
  }
  if (declaration->values.empty() && declaration->type == nullptr && group.size() > group_begin) {
    const auto* previous = as<ConstantDecl>(*group.back());
    if (previous != nullptr) {
      declaration->repeats = previous->repeats != nullptr ? previous->repeats : previous;
    }
  }
  return finish(std::move(declaration));
}

DeclPtr Parser::parse_variable() {
  auto declaration = start<VariableDecl>(here());
  declaration->names = parse_names();
  if (take_assign()) {
    declaration->values = parse_expression_list();
  } else {
    declaration->type = parse_type();
    if (take_assign()) declaration->values = parse_expression_list();
  }
  return finish(std::move(declaration));
}

// After the name "[" begins type parameters or an array type: "[P any]" against "[N]int" and "[N *
// 2]int". What begins with a name and goes on with something that begins a type is a type
// parameter.
void Parser::parse_type_parameters_or_array(TypeDecl& declaration) {
  source::Position begin = here();
  next();
  if (!at(TokenKind::Name)) {
    auto array = start<ArrayTypeExpr>(begin);
    if (at(TokenKind::Ellipsis)) {
      array->length = finish(start<EllipsisExpr>(here()));
      next();
    } else if (!at(TokenKind::RightBracket)) {
      ++composite_level_;
      array->length = parse_expression();
      --composite_level_;
    }
    want(TokenKind::RightBracket);
    array->element = parse_type();
    declaration.type = finish_over(std::move(array), array->length, array->element);
    return;
  }
  auto name = parse_name();
  using enum TokenKind;
  bool is_parameter = at(Name) || at(Comma) || at(Interface) || at(LeftBracket) || at(Tilde) ||
                      at(Func) || at(Map) || at(Chan) || at(Struct);
  if (is_parameter) {
    declaration.type_parameters = parse_parameters(RightBracket, std::move(name));
    declaration.is_alias = take_assign();
    declaration.type = parse_type();
    return;
  }
  auto array = start<ArrayTypeExpr>(begin);
  ++composite_level_;
  array->length = parse_binary(parse_postfix(std::move(name)), 0);
  --composite_level_;
  want(RightBracket);
  array->element = parse_type();
  declaration.type = finish_over(std::move(array), array->length, array->element);
}

DeclPtr Parser::parse_type_declaration() {
  auto declaration = start<TypeDecl>(here());
  declaration->name = parse_name();
  if (at(TokenKind::LeftBracket)) {
    parse_type_parameters_or_array(*declaration);
  } else {
    declaration->is_alias = take_assign();
    declaration->type = parse_type_or_null();
  }
  if (declaration->type == nullptr) {
    syntax_error(" in type declaration");
    declaration->type = bad_expression(here());
    skip_to({TokenKind::Semicolon, TokenKind::RightParen});
  }
  return finish(std::move(declaration));
}

namespace {

bool is_generic(const FunctionDecl& declaration) {
  if (!declaration.signature->type_parameters.empty()) return true;
  if (declaration.receiver.empty() || !declaration.receiver[0].type) return false;
  const Expr* type = &unparen(*declaration.receiver[0].type);
  if (const auto* star = as<StarExpr>(type)) type = &unparen(*star->operand);
  return type->kind == ExprKind::Index;
}

}  // namespace

DeclPtr Parser::parse_function_declaration() {
  auto declaration = start<FunctionDecl>(here());
  declaration->first_id = next_id_;
  want(TokenKind::Func);
  if (at(TokenKind::LeftParen)) {
    source::Span list = token_.span;
    next();
    declaration->receiver = parse_parameters(TokenKind::RightParen, nullptr);
    if (declaration->receiver.empty()) report_at(list, "method has no receiver");
    if (declaration->receiver.size() > 1) plain_error(list, "method has multiple receivers");
  }
  if (!at(TokenKind::Name)) {
    syntax_error(declaration->receiver.empty() ? ", expected name or (" : ", expected name");
    skip_to({TokenKind::LeftBrace, TokenKind::Semicolon});
    if (at(TokenKind::LeftBrace)) parse_function_body();
    return finish(start<BadDecl>(declaration->span.begin));
  }
  declaration->name = parse_name();
  declaration->signature = parse_signature(here(), declaration->receiver.empty() ? "" : "method");
  if (at(TokenKind::LeftBrace)) {
    declaration->body_is_skipped = bodies_ == Bodies::Skip && !is_generic(*declaration);
    if (declaration->body_is_skipped) {
      skip_function_body();
    } else {
      declaration->body = parse_function_body();
    }
  }
  return finish(std::move(declaration));
}

void Parser::skip_function_body() {
  scanner_.skip_block();
  next();
  want(TokenKind::RightBrace);
}

std::unique_ptr<BlockStmt> Parser::parse_function_body() {
  ++function_depth_;
  int outer = std::exchange(composite_level_, 0);
  auto body = parse_block("");
  composite_level_ = outer;
  --function_depth_;
  return body;
}

}  // namespace hmaplab::syntax
