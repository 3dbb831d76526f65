// Declarations of the syntax tree, one node per line of a group: "var ( a = 1; b = 2 )" gives two
// VariableDecls. See nodes.h for how to read them.
#pragma once

#include <memory>
#include <vector>

#include "core/syntax/expressions.h"

namespace hmaplab::syntax {

enum class DeclKind : uint8_t { Bad, Import, Constant, Type, Variable, Function };

struct Decl {
  const DeclKind kind;
  source::Span span;

  Decl(const Decl&) = delete;
  Decl& operator=(const Decl&) = delete;
  virtual ~Decl() = default;

 protected:
  explicit Decl(DeclKind own) : kind(own) {}
};

using DeclPtr = std::unique_ptr<Decl>;
using DeclList = std::vector<DeclPtr>;

template <DeclKind K>
struct DeclOf : Decl {
  static constexpr DeclKind kKind = K;
  DeclOf() : Decl(K) {}
};

// Stands where no declaration could be parsed; only in trees with diagnostics.
struct BadDecl final : DeclOf<DeclKind::Bad> {};

// "import" [ "." | name ] path
struct ImportDecl final : DeclOf<DeclKind::Import> {
  IdentifierPtr name;  // or null; "_" and "." possible
  std::unique_ptr<BasicLiteral> path;
};

// Names [ [ Type ] "=" Values ] ; in a group a line without values repeats those of an earlier
// line.
struct ConstantDecl final : DeclOf<DeclKind::Constant> {
  IdentifierList names;
  ExprPtr type;                           // or null
  ExprList values;                        // empty: repeated
  const ConstantDecl* repeats = nullptr;  // the line whose type and values count here; or null
  uint32_t iota = 0;
};

// name [ TypeParameters ] [ "=" ] Type
struct TypeDecl final : DeclOf<DeclKind::Type> {
  IdentifierPtr name;
  std::vector<ParameterDecl> type_parameters;  // generics: parsed, not checked
  bool is_alias = false;
  ExprPtr type;
};

// Names ( Type [ "=" Values ] | "=" Values )
struct VariableDecl final : DeclOf<DeclKind::Variable> {
  IdentifierList names;
  ExprPtr type;  // or null
  ExprList values;
};

// "func" [ Receiver ] name Signature [ Block ] ; without body: a native of hmaplab, only in golib.
struct FunctionDecl final : DeclOf<DeclKind::Function> {
  FunctionDecl();
  ~FunctionDecl() override;
  std::vector<ParameterDecl> receiver;  // one, or none for a plain function
  IdentifierPtr name;
  std::unique_ptr<FunctionTypeExpr> signature;
  std::unique_ptr<BlockStmt> body;  // or null
  bool body_is_skipped = false;     // there is one, which was not parsed
  uint32_t first_id = 0;            // the lowest of its expressions
};

}  // namespace hmaplab::syntax
