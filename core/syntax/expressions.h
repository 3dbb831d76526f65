// Expressions and type expressions of the syntax tree. See nodes.h for how to read them.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/source/source_file.h"
#include "core/syntax/token.h"

namespace hmaplab::syntax {

enum class ExprKind : uint8_t {
  Bad,
  Identifier,
  BasicLiteral,
  CompositeLiteral,
  FunctionLiteral,
  Paren,
  Selector,
  Index,
  Slice,
  TypeAssertion,
  Call,
  Star,
  Unary,
  Binary,
  KeyValue,
  Ellipsis,
  ArrayType,
  StructType,
  FunctionType,
  InterfaceType,
  MapType,
  ChannelType,
};

struct Expr {
  const ExprKind kind;
  uint32_t id = 0;      // dense index for side tables
  uint16_t height = 1;  // of the tree below, bounded by the parser; walking it by recursion is safe
  source::Span span;    // begin is where messages about the expression point

  Expr(const Expr&) = delete;
  Expr& operator=(const Expr&) = delete;
  virtual ~Expr() = default;

 protected:
  explicit Expr(ExprKind own) : kind(own) {}
};

using ExprPtr = std::unique_ptr<Expr>;
using ExprList = std::vector<ExprPtr>;

template <ExprKind K>
struct ExprOf : Expr {
  static constexpr ExprKind kKind = K;
  ExprOf() : Expr(K) {}
};

struct BlockStmt;
struct ParameterList;

// Stands where no expression could be parsed; only in trees with diagnostics.
struct BadExpr final : ExprOf<ExprKind::Bad> {};

// name
struct Identifier final : ExprOf<ExprKind::Identifier> {
  std::string_view name;
  bool is_blank() const { return name == "_"; }
};
using IdentifierPtr = std::unique_ptr<Identifier>;
using IdentifierList = std::vector<IdentifierPtr>;

// int_lit | float_lit | imaginary_lit | rune_lit | string_lit
struct BasicLiteral final : ExprOf<ExprKind::BasicLiteral> {
  TokenKind token = TokenKind::Invalid;  // which of the five
  std::string_view text;                 // as written, with quotes; the checker decodes it
};

// Type "{" [ ElementList [ "," ] ] "}" ; elided inner types leave type null.
struct CompositeLiteral final : ExprOf<ExprKind::CompositeLiteral> {
  ExprPtr type;       // or null
  ExprList elements;  // a KeyValueExpr for "key: value"
  source::Position close;
};

// Key ":" Element ; only in composite literals.
struct KeyValueExpr final : ExprOf<ExprKind::KeyValue> {
  ExprPtr key;
  ExprPtr value;
};

// "(" Expression ")"
struct ParenExpr final : ExprOf<ExprKind::Paren> {
  ExprPtr inner;
};

// Operand "." name
struct SelectorExpr final : ExprOf<ExprKind::Selector> {
  ExprPtr operand;
  IdentifierPtr selected;
};

// Operand "[" Expression "]" ; also a generic name with type arguments, then there may be several.
struct IndexExpr final : ExprOf<ExprKind::Index> {
  ExprPtr operand;
  ExprList indices;  // one, unless the program uses generics
};

// Operand "[" [low] ":" [high] [ ":" max ] "]"
struct SliceExpr final : ExprOf<ExprKind::Slice> {
  ExprPtr operand;
  ExprPtr low, high, max;  // each or null
  bool three_index = false;
};

// Operand "." "(" Type ")" ; type is null for x.(type), which stands only in type switches.
struct TypeAssertionExpr final : ExprOf<ExprKind::TypeAssertion> {
  ExprPtr operand;
  ExprPtr type;  // or null
};

// Operand "(" [ Arguments [ "..." ] ] ")" ; a call, a conversion or a builtin: see check::CallInfo.
struct CallExpr final : ExprOf<ExprKind::Call> {
  ExprPtr function;
  ExprList arguments;
  bool has_dots = false;
  source::Position open, close;  // of the parentheses
};

// "*" Operand ; a pointer type or a dereference.
struct StarExpr final : ExprOf<ExprKind::Star> {
  ExprPtr operand;
};

// ( "+" | "-" | "!" | "^" | "&" | "<-" | "~" ) Operand
struct UnaryExpr final : ExprOf<ExprKind::Unary> {
  TokenKind op = TokenKind::Invalid;  // Add Subtract Not Xor And Arrow Tilde
  ExprPtr operand;
};

// Expression binary_op Expression
struct BinaryExpr final : ExprOf<ExprKind::Binary> {
  TokenKind op = TokenKind::Invalid;
  ExprPtr left, right;
  source::Position operator_position;
};

// "..." [ Type ] ; the type of a final parameter, or the length in [...]T (then null).
struct EllipsisExpr final : ExprOf<ExprKind::Ellipsis> {
  ExprPtr type;  // or null
};

// "[" [ Length | "..." ] "]" Type ; a slice type when there is no length.
struct ArrayTypeExpr final : ExprOf<ExprKind::ArrayType> {
  ExprPtr length;  // or null: a slice; an EllipsisExpr for [...]
  ExprPtr element;
};

// Names Type [ tag ] | [ "*" ] TypeName [ tag ] ; embedded when there are no names.
struct FieldDecl {
  IdentifierList names;
  ExprPtr type;
  std::unique_ptr<BasicLiteral> tag;  // or null
};

// "struct" "{" { FieldDecl ";" } "}"
struct StructTypeExpr final : ExprOf<ExprKind::StructType> {
  std::vector<FieldDecl> fields;
};

// [ name ] [ "..." ] Type ; one name each: "a, b int" gives two, which share nothing but their
// type's text.
struct ParameterDecl {
  IdentifierPtr name;          // or null
  const Expr* type = nullptr;  // owned here or by a later ParameterDecl of the same list
  ExprPtr owned_type;          // the last of "a, b int" owns it
};

// "func" "(" Parameters ")" [ Result ] ; also the signature part of declarations and literals.
struct FunctionTypeExpr final : ExprOf<ExprKind::FunctionType> {
  std::vector<ParameterDecl> type_parameters;  // generics: parsed, not checked
  std::vector<ParameterDecl> parameters;       // the last type may be an EllipsisExpr
  std::vector<ParameterDecl> results;
};

// MethodName Signature | EmbeddedElement
struct InterfaceElement {
  IdentifierPtr name;  // or null: embedded
  ExprPtr type;        // a FunctionTypeExpr of a method; else a type, union (BinaryExpr |) or ~T
};

// "interface" "{" { InterfaceElement ";" } "}"
struct InterfaceTypeExpr final : ExprOf<ExprKind::InterfaceType> {
  std::vector<InterfaceElement> elements;
};

// "map" "[" Key "]" Element
struct MapTypeExpr final : ExprOf<ExprKind::MapType> {
  ExprPtr key, element;
};

enum class ChannelDirection : uint8_t { Both, SendOnly, ReceiveOnly };

// "chan" Type | "chan" "<-" Type | "<-" "chan" Type
struct ChannelTypeExpr final : ExprOf<ExprKind::ChannelType> {
  ChannelDirection direction = ChannelDirection::Both;
  ExprPtr element;
};

// "func" Signature Block ; its record is check::CheckedProgram::body_of.
struct FunctionLiteral final : ExprOf<ExprKind::FunctionLiteral> {
  FunctionLiteral();
  ~FunctionLiteral() override;
  std::unique_ptr<FunctionTypeExpr> signature;
  std::unique_ptr<BlockStmt> body;
};

}  // namespace hmaplab::syntax
