// The syntax tree of a Go file: plain structs in a class hierarchy. Each node has a kind; read a
// tree with
//   switch (expr.kind) { case ExprKind::Call: { const auto& call = static_cast<const
//   CallExpr&>(expr); …
// without default, or with as<CallExpr>(expr), which gives nullptr for another kind. The tree owns
// its children, is immutable after parsing, and knows nothing of types: what the checker finds
// stands in side tables of check::CheckedProgram, indexed by Expr::id. Ids are dense over all files
// of one program. Types are expressions too ([]int in []int(x)), as in Go's own trees. A type
// expression has kind >= ArrayType, or is a name, selector, star, paren or index.
//
// The parts: expressions.h, statements.h, declarations.h. A child documented as "or null" may be
// absent; lists and children otherwise are complete whenever parsing reported no diagnostic.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/source/source_file.h"
#include "core/syntax/declarations.h"
#include "core/syntax/expressions.h"
#include "core/syntax/statements.h"

namespace hmaplab::syntax {

// SourceFile = "package" name ";" { ImportDecl ";" } { TopLevelDecl ";" } .
struct File {
  const source::SourceFile* source = nullptr;
  std::unique_ptr<Identifier> package_name;
  DeclList declarations;  // imports first, then the others, in source order
  uint32_t first_id = 0;  // ids of this file's expressions and clauses: [first_id, end_id)
  uint32_t end_id = 0;
};

// The node as a Node, or nullptr when it is of another kind: as<CallExpr>(expr).
template <class Node, class Base>
const Node* as(const Base& base) {
  return base.kind == Node::kKind ? static_cast<const Node*>(&base) : nullptr;
}
template <class Node, class Base>
const Node* as(const Base* base) {
  return base != nullptr && base->kind == Node::kKind ? static_cast<const Node*>(base) : nullptr;
}

// The expression without parentheses around it.
const Expr& unparen(const Expr& expr);

// The expression as Go's compiler prints it in messages, long literals shortened: "f(x)", "func()
// {…}".
std::string text(const Expr& expr);

}  // namespace hmaplab::syntax
