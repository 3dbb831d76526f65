// Bodies of the standard packages' functions: of most a program needs nothing, so they are parsed
// and checked when somebody asks for them.
#include "core/base/invariant.h"
#include "core/check/checker.h"

namespace hmaplab::check {

void Checker::check_skipped_body(const FunctionBody& wanted) {
  const auto found = skipped_.find(&wanted);
  INVARIANT(found != skipped_.end(), "no body was skipped there");
  const auto [body, declaration] = found->second;
  skipped_.erase(found);
  const auto& node = static_cast<const syntax::FunctionDecl&>(*declaration->node);
  body->declaration = builder_.copy(node, declaration->file);
  check_declared_body(*body, *declaration, *body->declaration);
  run_delayed();
}

// The order of the initialisers depends on the variables that the functions need which they call.
void Checker::check_bodies_of_initializers() {
  std::vector<Declaration*> open;
  std::unordered_set<const Declaration*> seen;
  for (const auto& declaration : declarations_) {
    if (declaration->object->kind == ObjectKind::Variable) open.push_back(declaration.get());
  }
  while (!open.empty()) {
    Declaration* current = open.back();
    open.pop_back();
    const auto* function = as<Function>(current->object);
    if (function && skipped_.contains(function->body)) check_skipped_body(*function->body);
    for (Declaration* next : current->dependencies) {
      if (next->object->kind == ObjectKind::Function && seen.insert(next).second)
        open.push_back(next);
    }
  }
}

}  // namespace hmaplab::check
