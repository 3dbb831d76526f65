// Constants, variables and types declared inside functions.
#include "core/check/checker.h"

namespace hmaplab::check {

void Checker::check_local_declarations(const syntax::DeclList& declarations) {
  for (const syntax::DeclPtr& node : declarations) {
    switch (node->kind) {
      case syntax::DeclKind::Constant:
        check_local_constant(static_cast<const syntax::ConstantDecl&>(*node));
        break;
      case syntax::DeclKind::Variable:
        check_local_variable(static_cast<const syntax::VariableDecl&>(*node));
        break;
      case syntax::DeclKind::Type:
        check_local_type(static_cast<const syntax::TypeDecl&>(*node));
        break;
      case syntax::DeclKind::Bad:
      case syntax::DeclKind::Import:
      case syntax::DeclKind::Function:
        break;
    }
  }
}

void Checker::check_local_constant(const syntax::ConstantDecl& node) {
  std::vector<NamedConstant*> constants;
  for (size_t i = 0; i < node.names.size(); ++i) {
    const syntax::Identifier& name = *node.names[i];
    auto* constant = builder_.new_object<NamedConstant>(name.name, nullptr, &package_, name.span);
    resolve_constant(*constant, node, i);
    constants.push_back(constant);
  }
  for (size_t i = 0; i < constants.size(); ++i) declare(constants[i], *node.names[i]);
}

void Checker::check_local_variable(const syntax::VariableDecl& node) {
  const Type* type = node.type != nullptr ? type_from(*node.type) : nullptr;
  std::vector<Operand> values;
  std::vector<const Type*> hints(node.names.size(), type);
  bool ok = node.values.empty() ||
            collect_values(node.values, node.names.size(), hints, values, node.names[0]->span);
  for (size_t i = 0; i < node.names.size(); ++i) {
    Variable* variable = new_variable(node.names[i].get(), type, VariableRole::Local);
    if (!node.values.empty()) {
      Operand none;
      initialize(*variable, ok ? values[i] : none, "variable declaration");
    }
    declare(variable, *node.names[i]);
  }
}

// In a generic function the type depends on the type parameters, even where it does not name them.
void Checker::number_local_type(NamedType* type, const syntax::TypeDecl& node) {
  auto next = static_cast<uint32_t>(local_numbers_.size() + 1);
  uint32_t number = local_numbers_.try_emplace(node.span.begin.offset, next).first->second;
  const Function* function = function_->function;
  bool generic = function != nullptr && function->is_generic();
  types_.set_local(type, number, function ? function->type_arguments : std::vector<const Type*>{},
                   generic);
  if (generic) cycles_.add_local(*type, function->type_parameters, node.name->span);
}

void Checker::check_local_type(const syntax::TypeDecl& node) {
  auto* object =
      builder_.new_object<TypeName>(node.name->name, nullptr, &package_, node.name->span);
  Declaration declaration;
  declaration.object = object;
  declaration.node = &node;
  // The name is known inside its own declaration, unless it is an alias.
  if (!node.is_alias) declare(object, *node.name);
  resolving_.push_back(&declaration);
  resolve_type(*object, node);
  resolving_.pop_back();
  if (resolving_.empty()) run_delayed();
  if (node.is_alias) declare(object, *node.name);
}

}  // namespace hmaplab::check
