// Instances of generic functions: each is checked once more as a whole, on a tree of its own, with
// the names of the type parameters standing for the type arguments. What could be wrong was found
// when the generic declaration was checked; here types get to know what they are.
#include <fmt/format.h>

#include "core/check/checker.h"

namespace hmaplab::check {

// In a generic function no value of a parameter's type is constant, nor is what depends on it.
void Checker::forget_constant(Operand& x) {
  uint32_t id = x.expr->id;
  if (instance_ == nullptr || id < copy_first_ || id >= copy_end_) return;
  const ExprFacts& original = builder_.facts(id - copy_first_ + original_first_);
  if (original.constant == nullptr) x.mode = Mode::Value;
}

void Checker::bind_type_arguments(const Function& instance, const syntax::FunctionDecl& tree) {
  size_t next = 0;
  auto bind = [&](const syntax::Identifier& name) {
    const Type* type = instance.type_arguments[next++];
    auto* object = builder_.new_object<TypeName>(name.name, type, &package_, name.span);
    object->is_alias = true;
    builder_.facts(name).type = type;
    builder_.facts(name).is_type = true;
    if (!name.is_blank()) scope_->insert(object);
  };
  for (const syntax::ParameterDecl& parameter : tree.signature->type_parameters) {
    bind(*parameter.name);
  }
  if (tree.receiver.empty()) return;
  const syntax::Expr* base = &syntax::unparen(*tree.receiver[0].type);
  if (const auto* star = syntax::as<syntax::StarExpr>(*base)) {
    base = &syntax::unparen(*star->operand);
  }
  for (const syntax::ExprPtr& index : syntax::as<syntax::IndexExpr>(*base)->indices) {
    bind(static_cast<const syntax::Identifier&>(*index));
  }
}

void Checker::check_instance(Function& instance) {
  resolve_instance(instance);
  Declaration& declaration = *declaration_of_.at(instance.origin);
  const auto& node = static_cast<const syntax::FunctionDecl&>(*declaration.node);
  if (node.body == nullptr) return;  // a native
  const syntax::FunctionDecl* tree = builder_.copy(node, declaration.file);
  FunctionBody* body = builder_.new_body(instance.full_name, &package_, declaration.file);
  body->declaration = tree;
  body->signature = instance.signature();
  instance.declaration = tree;
  instance.body = body;
  Scope names(declaration.scope);
  Restore<Scope*> scope(scope_, &names);
  Restore<Declaration*> current(current_, &declaration);
  Restore<uint32_t> file(file_, declaration.file);
  Restore<const Function*> in_instance(instance_, &instance);
  original_first_ = node.first_id;
  copy_first_ = tree->first_id;
  copy_end_ = builder_.next_id();
  bind_type_arguments(instance, *tree);
  const Type* receiver = instance.receiver_type;
  if (receiver != nullptr && instance.pointer_receiver) receiver = types_.pointer_to(receiver);
  FunctionContext outside{nullptr, nullptr, 0, {}, &instance};
  Restore<FunctionContext*> around(function_, &outside);
  check_body(*body, *tree->signature, &tree->receiver, receiver, *tree->body);
  run_delayed();
}

void Checker::report_endless_instances() {
  std::vector<InstantiationCycles::Step> steps = cycles_.find();
  if (steps.empty()) return;
  std::string message = "instantiation cycle:";
  source::Span place{};
  for (const InstantiationCycles::Step& step : steps) {
    const auto* parameter = as<TypeParameter>(step.target);
    const auto* local = as<NamedType>(step.target);
    if (parameter != nullptr) place = parameter->span();
    message += fmt::format(
        "\n\t{}: {} {} {}", place_text(step.span),
        parameter != nullptr ? parameter->name() : local->name(),
        parameter != nullptr ? "instantiated as" : "implicitly parameterized by",
        name_of(step.argument));
  }
  if (const auto* first = as<TypeParameter>(steps[0].target)) place = first->span();
  report("InvalidInstanceCycle", place, std::move(message));
}

}  // namespace hmaplab::check
