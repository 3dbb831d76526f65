#include "core/syntax/parser.h"

#include <fmt/format.h>

#include "core/base/invariant.h"

#include "core/syntax/parser_state.h"

namespace hmaplab::syntax {

Parser::Parser(const source::SourceFile& file, source::Diagnostics& diagnostics, uint32_t first_id,
               Bodies bodies, uint32_t offset)
    : file_(file),
      diagnostics_(diagnostics),
      scanner_(file, diagnostics, offset),
      next_id_(first_id),
      bodies_(bodies) {
  next();
}

Parser::Nesting::Nesting(Parser& parser) : parser_(parser) {
  if (++parser_.nesting_ > kMostNesting) parser_.abort("expression nested too deeply");
}

// A token that is none was reported by the scanner and is stepped over here.
void Parser::next() {
  last_end_ = token_.span.end;
  if (diagnostics_.full()) aborted_ = true;
  do {
    token_ = scanner_.next();
  } while (token_.kind == TokenKind::Invalid && !diagnostics_.full());
  if (aborted_ || diagnostics_.full()) token_.kind = TokenKind::EndOfFile;
}

bool Parser::take(TokenKind kind) {
  if (!at(kind)) return false;
  next();
  return true;
}

void Parser::want(TokenKind kind) {
  if (take(kind)) return;
  syntax_error(fmt::format(", expected {}", spelling(kind)));
  skip_to({});
}

bool Parser::take_assign() {
  if (at(TokenKind::Define)) {
    syntax_error(", expected =");
    next();
    return true;
  }
  return take(TokenKind::Assign);
}

std::string Parser::token_text() const {
  if (at(TokenKind::Semicolon) && token_.automatic)
    return token_.at_end_of_file ? "EOF" : "newline";
  if (at(TokenKind::Name)) return fmt::format("name {}", token_.text);
  if (token_.kind >= TokenKind::IntegerLiteral && token_.kind <= TokenKind::StringLiteral) {
    return fmt::format("literal {}", token_.text);
  }
  return std::string(spelling(token_.kind));
}

void Parser::report_at(source::Span span, std::string message) {
  uint32_t line = file_.line_column(span.begin).line;
  if (aborted_ || line == last_error_line_) return;
  last_error_line_ = line;
  diagnostics_.report("SyntaxError", span, std::move(message));
}

void Parser::syntax_error(std::string_view expectation) {
  report_at(token_.span, fmt::format("syntax error: unexpected {}{}", token_text(), expectation));
}

void Parser::plain_error(source::Span span, std::string_view message) {
  report_at(span, fmt::format("syntax error: {}", message));
}

// Ends the parsing: from here on there is only the end of the file, and silence.
void Parser::abort(std::string message) {
  if (aborted_) return;
  diagnostics_.report("TooDeep", token_.span, std::move(message));
  aborted_ = true;
  token_.kind = TokenKind::EndOfFile;
}

// Skips to one of these tokens; inside functions also to a keyword that begins a statement.
void Parser::skip_to(std::initializer_list<TokenKind> kinds) {
  auto begins_statement = [](TokenKind kind) {
    using enum TokenKind;
    return kind == Break || kind == Const || kind == Continue || kind == Defer ||
           kind == Fallthrough || kind == For || kind == Go || kind == Goto || kind == If ||
           kind == Return || kind == Select || kind == Switch || kind == Type || kind == Var;
  };
  while (!at(TokenKind::EndOfFile)) {
    if (std::find(kinds.begin(), kinds.end(), token_.kind) != kinds.end()) return;
    if (function_depth_ > 0 && begins_statement(token_.kind)) return;
    if (kinds.size() == 0) return;
    next();
  }
}

void Parser::raise_to(Expr& parent, uint16_t child_height) {
  parent.height = std::max(parent.height, static_cast<uint16_t>(child_height + 1));
  highest_ = std::max(highest_, parent.height);
  if (parent.height > kMostHeight) abort("expression nested too deeply");
}

ExprPtr Parser::bad_expression(source::Position begin) { return finish(start<BadExpr>(begin)); }

std::unique_ptr<File> parse(const source::SourceFile& file, source::Diagnostics& diagnostics,
                            uint32_t first_id, Bodies bodies) {
  if (file.text().size() > kMostBytes) {
    diagnostics.report("FileTooLarge", {},
                       fmt::format("the file has {} bytes; hmaplab takes at most {}",
                                   file.text().size(), kMostBytes));
    auto empty = std::make_unique<File>();
    empty->source = &file;
    empty->package_name = std::make_unique<Identifier>();
    empty->first_id = empty->end_id = first_id;
    return empty;
  }
  return Parser(file, diagnostics, first_id, bodies).parse_file();
}

FunctionCopy Parser::parse_one_function() {
  FunctionCopy copy;
  DeclPtr parsed = parse_function_declaration();
  INVARIANT(parsed->kind == DeclKind::Function, "a function that was one is none any more");
  copy.declaration.reset(static_cast<FunctionDecl*>(parsed.release()));
  copy.end_id = next_id_;
  return copy;
}

FunctionCopy parse_again(const source::SourceFile& file, const FunctionDecl& declaration,
                         uint32_t first_id) {
  source::Diagnostics none;
  return Parser(file, none, first_id, Bodies::Parse, declaration.span.begin.offset).parse_one_function();
}

}  // namespace hmaplab::syntax
