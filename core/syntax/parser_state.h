// The parser itself, private to core/syntax: recursive descent with one token of look-ahead. Every
// parse_ function begins at its first token and ends behind its last one; on an error it reports
// once, skips to where its caller can go on, and returns a Bad node. Recursion is counted (Nesting)
// and chains are measured (Expr::height), so that no input makes a tree too deep to walk.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

#include "core/syntax/parser.h"
#include "core/syntax/scanner.h"

namespace hmaplab::syntax {

class Parser {
 public:
  Parser(const source::SourceFile& file, source::Diagnostics& diagnostics, uint32_t first_id,
         Bodies bodies, uint32_t offset = 0);
  std::unique_ptr<File> parse_file();
  FunctionCopy parse_one_function();

 private:
  // The three parts in the head of if, switch and for.
  struct Header {
    StmtPtr init;
    StmtPtr condition;  // ExpressionStmt, the guard of a type switch, or null
    StmtPtr post;
    std::unique_ptr<RangeStmt> range;
  };
  // Counts one level of recursion; too many end the parsing.
  class Nesting {
   public:
    explicit Nesting(Parser& parser);
    ~Nesting() { --parser_.nesting_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

   private:
    Parser& parser_;
  };

  // parser.cpp: tokens, messages, recovery
  void next();
  bool at(TokenKind kind) const { return token_.kind == kind; }
  bool take(TokenKind kind);
  void want(TokenKind kind);
  bool take_assign();  // = of a declaration; := there is an error
  source::Position here() const { return token_.span.begin; }
  std::string token_text() const;
  void report_at(source::Span span, std::string message);
  void syntax_error(std::string_view expectation);  // "syntax error: unexpected X" + expectation
  void plain_error(source::Span span, std::string_view message);
  void abort(std::string message);
  void skip_to(std::initializer_list<TokenKind> kinds);

  template <class Node>
  std::unique_ptr<Node> start(source::Position begin) {
    auto node = std::make_unique<Node>();
    node->span = {begin, begin};
    if constexpr (std::is_base_of_v<Expr, Node>) node->id = next_id_++;
    return node;
  }
  template <class Node>
  std::unique_ptr<Node> finish(std::unique_ptr<Node> node) {
    node->span.end = last_end_;
    return node;
  }
  // The node is given by reference: its children are looked at before it moves.
  template <class Node, class... Children>
  std::unique_ptr<Node> finish_over(std::unique_ptr<Node>&& node, const Children&... children) {
    (raise(*node, children), ...);
    return finish(std::move(node));
  }
  void raise_to(Expr& parent, uint16_t child_height);
  template <class Node>
  void raise(Expr& parent, const std::unique_ptr<Node>& child) {
    if (child != nullptr) raise_to(parent, child->height);
  }
  void raise(Expr& parent, const ExprList& children) {
    for (const ExprPtr& child : children) raise(parent, child);
  }
  void raise(Expr& parent, const std::vector<ParameterDecl>& parameters) {
    for (const ParameterDecl& parameter : parameters) raise(parent, parameter.owned_type);
  }
  ExprPtr bad_expression(source::Position begin);

  // parse_declarations.cpp
  void parse_top_level(File& file);
  void parse_group(TokenKind keyword, DeclList& into);
  DeclPtr parse_import();
  DeclPtr parse_constant(DeclList& group, size_t group_begin, uint32_t iota);
  DeclPtr parse_variable();
  DeclPtr parse_type_declaration();
  void parse_type_parameters_or_array(TypeDecl& declaration);
  DeclPtr parse_function_declaration();
  std::unique_ptr<BlockStmt> parse_function_body();
  void skip_function_body();

  // parse_types.cpp
  IdentifierPtr parse_name();
  IdentifierList parse_names();
  ExprPtr parse_type();
  ExprPtr parse_type_or_null();
  ExprPtr parse_qualified_name(IdentifierPtr first);
  ExprPtr parse_type_arguments(ExprPtr generic);
  ExprPtr parse_bracket_type();
  ExprPtr parse_channel_type();
  ExprPtr parse_struct_type();
  void parse_field(StructTypeExpr& structure);
  ExprPtr parse_array_or_instance(IdentifierPtr& name);
  ExprPtr parse_interface_type();
  void parse_interface_element(InterfaceTypeExpr& interface);
  ExprPtr parse_constraint();  // union of types, ~T
  ExprPtr parse_constraint_term();
  // what: of things that have no type parameters, for the message; empty for functions.
  std::unique_ptr<FunctionTypeExpr> parse_signature(source::Position begin, std::string_view what);
  std::vector<ParameterDecl> parse_parameters(TokenKind close, IdentifierPtr first);
  void parse_parameter(std::vector<std::pair<IdentifierPtr, ExprPtr>>& entries, TokenKind close,
                       IdentifierPtr first);
  std::vector<ParameterDecl> group_parameters(
      std::vector<std::pair<IdentifierPtr, ExprPtr>> entries, source::Span list, TokenKind close);
  void report_unnamed(const std::vector<std::pair<IdentifierPtr, ExprPtr>>& entries,
                      source::Span list, TokenKind close);
  void check_ellipsis(const std::vector<ParameterDecl>& parameters);

  // parse_expressions.cpp
  ExprPtr parse_expression() { return parse_binary(nullptr, 0); }
  ExprPtr parse_binary(ExprPtr left, int above);
  ExprPtr parse_unary();
  ExprPtr parse_arrow();
  ExprPtr parse_operand();
  ExprPtr parse_primary();
  ExprPtr parse_postfix(ExprPtr operand);
  ExprPtr parse_dot(ExprPtr operand);
  ExprPtr parse_brackets(ExprPtr operand);
  ExprPtr parse_slice_rest(ExprPtr operand, ExprPtr low);
  ExprPtr parse_call(ExprPtr function);
  ExprPtr parse_parenthesized();
  ExprPtr parse_function_type_or_literal();
  std::unique_ptr<BasicLiteral> parse_basic_literal();
  bool may_be_composite(const Expr& type) const;
  ExprPtr parse_composite(ExprPtr type);
  ExprPtr parse_element_value();
  ExprList parse_expression_list();

  // parse_statements.cpp and parse_control.cpp
  StmtPtr parse_statement_or_null();
  StmtPtr parse_simple(ExprList left);
  StmtPtr parse_assignment(ExprList left);
  std::unique_ptr<RangeStmt> parse_range(ExprList left, bool define, source::Position begin);
  StmtPtr parse_simple_or_range(bool range_allowed);
  StmtPtr parse_labeled(ExprPtr label);
  StmtPtr parse_declaration_statement();
  template <class Node>
  StmtPtr parse_go_or_defer(std::string_view word);
  StmtPtr parse_return();
  StmtPtr parse_branch();
  StmtList parse_statements();
  std::unique_ptr<BlockStmt> parse_block(std::string_view context);
  Header parse_header(TokenKind keyword);
  void parse_header_rest(TokenKind keyword, Header& header);
  ExprPtr condition_of(StmtPtr statement, TokenKind keyword);
  StmtPtr parse_if();
  StmtPtr parse_switch();
  StmtPtr parse_type_switch(source::Position begin, Header header);
  std::vector<CaseClause> parse_clauses(source::Position* close);
  CaseClause parse_clause();
  StmtPtr parse_select();
  CommClause parse_comm_clause();
  StmtPtr parse_for();

  const source::SourceFile& file_;
  source::Diagnostics& diagnostics_;
  Scanner scanner_;
  Token token_{};
  source::Position last_end_{};  // end of the token before token_
  uint32_t next_id_;
  Bodies bodies_;
  uint32_t nesting_ = 0;
  uint32_t function_depth_ = 0;   // inside how many function bodies
  int composite_level_ = 0;       // below 0: in a header, where "T {" begins the block
  uint16_t highest_ = 0;          // tallest expression of the current function body
  uint32_t last_error_line_ = 0;  // one syntax error a line is enough
  bool aborted_ = false;
};

}  // namespace hmaplab::syntax
