// Statements of the syntax tree. See nodes.h for how to read them.
#pragma once

#include <memory>
#include <vector>

#include "core/syntax/declarations.h"
#include "core/syntax/expressions.h"

namespace hmaplab::syntax {

enum class StmtKind : uint8_t {
  Bad,
  Empty,
  Expression,
  Send,
  IncDec,
  Assign,
  Go,
  Defer,
  Return,
  Branch,
  Block,
  If,
  Switch,
  TypeSwitch,
  Select,
  For,
  Range,
  Labeled,
  Declaration,
};

struct Stmt {
  const StmtKind kind;
  source::Span span;

  Stmt(const Stmt&) = delete;
  Stmt& operator=(const Stmt&) = delete;
  virtual ~Stmt() = default;

 protected:
  explicit Stmt(StmtKind own) : kind(own) {}
};

using StmtPtr = std::unique_ptr<Stmt>;
using StmtList = std::vector<StmtPtr>;

template <StmtKind K>
struct StmtOf : Stmt {
  static constexpr StmtKind kKind = K;
  StmtOf() : Stmt(K) {}
};

// Stands where no statement could be parsed; only in trees with diagnostics.
struct BadStmt final : StmtOf<StmtKind::Bad> {};

struct EmptyStmt final : StmtOf<StmtKind::Empty> {};

// Expression ; a call or a receive.
struct ExpressionStmt final : StmtOf<StmtKind::Expression> {
  ExprPtr expression;
};

// Channel "<-" Expression
struct SendStmt final : StmtOf<StmtKind::Send> {
  ExprPtr channel, value;
};

// Expression ( "++" | "--" )
struct IncDecStmt final : StmtOf<StmtKind::IncDec> {
  ExprPtr operand;
  bool increment = true;
};

// Left ( "=" | ":=" | op "=" ) Right ; which of the names after := are new:
// CheckedProgram::defines.
struct AssignStmt final : StmtOf<StmtKind::Assign> {
  ExprList left, right;
  TokenKind op = TokenKind::Assign;  // Assign, Define, or the binary operator (Add for +=)
  source::Position operator_position;
};

// "go" Call
struct GoStmt final : StmtOf<StmtKind::Go> {
  ExprPtr call;  // a CallExpr, as the checker makes sure
};

// "defer" Call
struct DeferStmt final : StmtOf<StmtKind::Defer> {
  ExprPtr call;  // a CallExpr, as the checker makes sure
};

// "return" [ ExpressionList ]
struct ReturnStmt final : StmtOf<StmtKind::Return> {
  ExprList results;
};

// ( "break" | "continue" | "goto" ) [ Label ] | "fallthrough"
struct BranchStmt final : StmtOf<StmtKind::Branch> {
  TokenKind token = TokenKind::Break;  // Break Continue Goto Fallthrough
  IdentifierPtr label;                 // or null
};

// "{" { Statement ";" } "}"
struct BlockStmt final : StmtOf<StmtKind::Block> {
  StmtList statements;
  source::Position close;  // of the right brace: where "missing return" points
};

// "if" [ Init ";" ] Condition Block [ "else" ( If | Block ) ]
struct IfStmt final : StmtOf<StmtKind::If> {
  StmtPtr init;  // or null
  ExprPtr condition;
  std::unique_ptr<BlockStmt> then;
  StmtPtr otherwise;  // an IfStmt, a BlockStmt, or null
};

// ( "case" ExpressionList | "default" ) ":" { Statement ";" }
struct CaseClause {
  uint32_t id = 0;  // from the same dense numbers as Expr::id
  source::Span span;
  bool is_default = false;
  ExprList expressions;  // of a type switch: types, or the name nil
  StmtList body;         // a final fallthrough is its last statement
  source::Position colon;
};

// "switch" [ Init ";" ] [ Tag ] "{" { CaseClause } "}"
struct SwitchStmt final : StmtOf<StmtKind::Switch> {
  StmtPtr init;  // or null
  ExprPtr tag;   // or null: true
  std::vector<CaseClause> clauses;
  source::Position close;
};

// "switch" [ Init ";" ] [ name ":=" ] Operand "." "(" "type" ")" "{" { CaseClause } "}"
struct TypeSwitchStmt final : StmtOf<StmtKind::TypeSwitch> {
  StmtPtr init;           // or null
  IdentifierPtr binding;  // or null; its variable in each clause: CheckedProgram::implicit_of
  ExprPtr subject;        // the operand before .(type)
  std::vector<CaseClause> clauses;
  source::Position close;
};

// ( "case" ( Send | Receive ) | "default" ) ":" { Statement ";" }
struct CommClause {
  source::Span span;
  StmtPtr communication;  // SendStmt, ExpressionStmt or AssignStmt with one receive; null: default
  StmtList body;
  source::Position colon;
};

// "select" "{" { CommClause } "}"
struct SelectStmt final : StmtOf<StmtKind::Select> {
  std::vector<CommClause> clauses;
  source::Position close;
};

// "for" [ Condition | [ Init ] ";" [ Condition ] ";" [ Post ] ] Block
struct ForStmt final : StmtOf<StmtKind::For> {
  StmtPtr init;       // or null
  ExprPtr condition;  // or null
  StmtPtr post;       // or null
  std::unique_ptr<BlockStmt> body;
};

// "for" [ Key [ "," Value ] ( "=" | ":=" ) ] "range" Operand Block
struct RangeStmt final : StmtOf<StmtKind::Range> {
  uint32_t id = 0;     // from the same dense numbers as Expr::id
  ExprPtr key, value;  // each or null
  bool define = false;
  ExprPtr operand;
  std::unique_ptr<BlockStmt> body;
};

// name ":" Statement
struct LabeledStmt final : StmtOf<StmtKind::Labeled> {
  IdentifierPtr label;
  StmtPtr statement;  // EmptyStmt before a closing brace
};

// ( ConstDecl | TypeDecl | VarDecl ) inside a function
struct DeclarationStmt final : StmtOf<StmtKind::Declaration> {
  DeclList declarations;
};

}  // namespace hmaplab::syntax
