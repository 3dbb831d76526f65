#include <fmt/format.h>

#include <algorithm>

#include "core/check/checker.h"

namespace hmaplab::check {

void Checker::resolve(const Object& object) {
  const auto* function = as<Function>(&object);
  if (function != nullptr && function->origin != nullptr) {
    return resolve_instance(const_cast<Function&>(*function));
  }
  auto found = declaration_of_.find(&object);
  if (found != declaration_of_.end()) resolve(*found->second);
}

// Gives the object its type (and a constant its value), whatever else is being resolved now.
void Checker::resolve(Declaration& declaration) {
  if (declaration.state == State::Done) return;
  if (declaration.state == State::InProgress) return report_cycle(declaration);
  Depth depth(*this, declaration.object->span, 10);
  if (depth.too_deep()) {
    if (declaration.object->type == nullptr) declaration.object->type = invalid();
    declaration.state = State::Done;
    return;
  }
  declaration.state = State::InProgress;
  resolving_.push_back(&declaration);
  Restore<Scope*> scope(scope_, declaration.scope);
  Restore<FunctionContext*> function(function_, &package_context_);
  Restore<Declaration*> current(current_, &declaration);
  Restore<std::optional<uint32_t>> iota(iota_, std::nullopt);
  Restore<uint32_t> file(file_, declaration.file);
  Object& object = *declaration.object;
  switch (object.kind) {
    case ObjectKind::Constant:
      resolve_constant(static_cast<NamedConstant&>(object),
                       static_cast<const syntax::ConstantDecl&>(*declaration.node),
                       declaration.name_index);
      break;
    case ObjectKind::Variable:
      resolve_variable(declaration);
      break;
    case ObjectKind::TypeName:
      resolve_type(static_cast<TypeName&>(object),
                   static_cast<const syntax::TypeDecl&>(*declaration.node));
      break;
    case ObjectKind::Function:
      resolve_function(declaration);
      break;
    case ObjectKind::PackageName:
    case ObjectKind::Builtin:
    case ObjectKind::Nil:
      break;
  }
  declaration.state = State::Done;
  resolving_.pop_back();
}

// The object is needed while it is being resolved. For types that is fine (type T struct{ next *T
// }) unless the path between holds only aliases; for variables and constants it is an
// initialisation cycle.
void Checker::report_cycle(Declaration& declaration) {
  Object& object = *declaration.object;
  if (object.kind == ObjectKind::Function || object.type != nullptr) return;
  auto begin = std::find(resolving_.begin(), resolving_.end(), &declaration);
  bool is_type = object.kind == ObjectKind::TypeName;
  object.type = invalid();
  if (object.kind == ObjectKind::Variable) return;  // order_initializers reports it
  std::string what = is_type ? "invalid recursive type" : "initialization cycle";
  if (resolving_.end() - begin == 1) {
    report("InvalidDeclCycle", object.span,
           fmt::format("{}: {} refers to itself", what, object.name));
    return;
  }
  std::vector<const Object*> cycle;
  for (auto step = begin; step != resolving_.end(); ++step) cycle.push_back((*step)->object);
  report("InvalidDeclCycle", object.span,
         fmt::format("{}{}{}{}", what, is_type ? " " : " for ", object.name, cycle_text(cycle)));
}

// One line for each object on the way round.
std::string Checker::cycle_text(const std::vector<const Object*>& cycle) const {
  std::string text;
  for (const Object* object : cycle) {
    text += fmt::format("\n\t{}: {} refers to", place_text(object->span), object->name);
  }
  return text + fmt::format("\n\t{}: {}", place_text(cycle[0]->span), cycle[0]->name);
}

void Checker::resolve_constant(NamedConstant& object, const syntax::ConstantDecl& node,
                               size_t index) {
  const syntax::ConstantDecl& origin = node.repeats != nullptr ? *node.repeats : node;
  Restore<std::optional<uint32_t>> iota(iota_, node.iota);
  const Type* type = origin.type != nullptr ? type_from(*origin.type) : nullptr;
  if (type != nullptr && type != invalid() && !as<BasicType>(type->underlying())) {
    report("InvalidConstType", origin.type->span,
           fmt::format("invalid constant type {}", name_of(type)));
    object.type = invalid();
    return;
  }
  Restore<std::optional<source::Span>> place(
      report_place_, node.repeats != nullptr ? std::optional(object.span) : std::nullopt);
  Operand x;
  if (index < origin.values.size()) {
    check_value(x, *origin.values[index]);
  } else {
    report("WrongAssignCount", object.span, fmt::format("missing init expr for {}", object.name));
  }
  if (index + 1 == node.names.size() && origin.values.size() > node.names.size()) {
    report("WrongAssignCount", origin.values[node.names.size()]->span,
           "extra init expr " + syntax::text(*origin.values[node.names.size()]));
  }
  if (x.is_valid() && !x.is_constant()) {
    report("InvalidConstInit", x.expr->span, fmt::format("{} is not constant", describe(x)));
    x.mode = Mode::Invalid;
  }
  if (x.is_valid() && type != nullptr) assign_to(x, type, "constant declaration");
  object.type = x.is_valid() ? x.type : invalid();
  if (object.type->kind() != TypeKind::Invalid) object.value = x.value;
}

void Checker::resolve_variable(Declaration& declaration) {
  const auto& node = static_cast<const syntax::VariableDecl&>(*declaration.node);
  auto& variable = static_cast<Variable&>(*declaration.object);
  if (node.type != nullptr) variable.type = type_from(*node.type);
  bool is_first = declaration.name_index == 0;
  if (node.values.empty()) return;
  if (node.values.size() == node.names.size()) {
    const syntax::Expr& value = *node.values[declaration.name_index];
    Operand x;
    check_value(x, value, variable.type);
    initialize(variable, x, "variable declaration");
    return;
  }
  if (is_first) return initialize_package_variables(declaration, node);
  // The first name's declaration checks the values for all.
  Declaration* first = declarations_[declaration.order - declaration.name_index].get();
  resolve(*first);
  declaration.dependencies.push_back(first);
  if (variable.type == nullptr) variable.type = invalid();
}

// var a, b = f()
void Checker::initialize_package_variables(Declaration& declaration,
                                           const syntax::VariableDecl& node) {
  std::vector<Variable*> variables;
  for (size_t i = 0; i < node.names.size(); ++i) {
    Declaration& other = *declarations_[declaration.order + i];
    variables.push_back(static_cast<Variable*>(other.object));
  }
  for (Variable* variable : variables) {
    if (node.type != nullptr) variable->type = type_from(*node.type);
  }
  std::vector<Operand> values;
  bool ok = collect_values(node.values, variables.size(), {}, values, node.names[0]->span);
  for (size_t i = 0; i < variables.size(); ++i) {
    Operand none;
    initialize(*variables[i], ok ? values[i] : none, "variable declaration");
  }
}

void Checker::resolve_type(TypeName& object, const syntax::TypeDecl& node) {
  if (node.is_alias) {
    object.is_alias = true;
    if (!node.type_parameters.empty()) {
      report("UnsupportedFeature", node.name->span,
             "generic type alias requires GOEXPERIMENT=aliastypeparams");
      object.type = invalid();
      return;
    }
    object.type = type_or_constraint_from(*node.type);
    return;
  }
  NamedType* named = types_.new_named(std::string(node.name->name), &package_, invalid());
  object.type = named;
  object_of_type_[named] = &object;
  if (function_ == &package_context_) {
    attach_methods(named, object.name);
  } else {
    number_local_type(named, node);
  }
  Scope names(scope_);
  Restore<Scope*> scope(scope_, node.type_parameters.empty() ? scope_ : &names);
  if (!node.type_parameters.empty()) {
    std::vector<const TypeParameter*> parameters = declare_type_parameters(node.type_parameters);
    types_.set_parameters(named, parameters);
    resolve_constraints(node.type_parameters, parameters);
  }
  const Type* right = type_or_constraint_from(*node.type);
  if (as<TypeParameter>(right) != nullptr) {
    report("MisplacedTypeParam", node.type->span,
           "cannot use a type parameter as RHS in type declaration");
    right = invalid();
  }
  if (right == named || (as<NamedType>(right) && right->underlying() == invalid())) {
    const auto* other = as<NamedType>(right);
    bool in_progress = right == named;
    for (const Declaration* step : resolving_) {
      in_progress = in_progress || (step->object != &object && step->object->type == other);
    }
    if (in_progress) {
      report("InvalidDeclCycle", node.name->span,
             fmt::format("invalid recursive type: {} refers to itself", object.name));
    }
    right = invalid();
  }
  builder_.set_underlying(named, right->underlying());
  source::Span span = node.name->span;
  delayed_.push_back([this, named, span] { check_contains_itself(named, span); });
  if (resolving_.size() <= 1 && function_ == &package_context_) run_delayed();
}

void Checker::attach_methods(NamedType* type, std::string_view name) {
  auto found = methods_of_.find(name);
  if (found == methods_of_.end()) return;
  for (Declaration* method : found->second) {
    auto& function = static_cast<Function&>(*method->object);
    const Function* other = nullptr;
    for (const Function* known : type->methods()) {
      if (known->name == function.name) other = known;
    }
    function.receiver_type = type;
    function.full_name = function.pointer_receiver
                             ? fmt::format("{}.(*{}).{}", package_.path, name, function.name)
                             : fmt::format("{}.{}.{}", package_.path, name, function.name);
    if (other != nullptr) {
      report("DuplicateMethod", function.span,
             fmt::format("method {}.{} already declared at {}", name, function.name,
                         place_text(other->span)));
      continue;
    }
    builder_.add_method(type, &function);
  }
}

// A struct or array that holds a value of its own type would have no end.
void Checker::check_contains_itself(NamedType* type, source::Span span) {
  std::unordered_set<const Type*> seen;
  std::vector<const Object*> path;
  if (find_inside(type->underlying(), type, seen, path)) {
    bool by_itself = path.size() <= 1;
    std::rotate(path.begin(), path.end() - (path.empty() ? 0 : 1), path.end());
    report("InvalidDeclCycle", span,
           by_itself ? fmt::format("invalid recursive type: {} refers to itself", type->name())
                     : fmt::format("invalid recursive type {}{}", type->name(), cycle_text(path)));
    builder_.set_underlying(type, invalid());
  }
  const auto* structure = as<StructType>(type->underlying());
  if (structure == nullptr) return;
  for (const Function* method : type->methods()) {
    for (const Field& field : structure->fields()) {
      if (field.name != method->name || field.name == "_") continue;
      report("DuplicateFieldAndMethod", method->span,
             fmt::format("field and method with the same name {}\n\t{}: other declaration of {}",
                         field.name, place_text(field.span), field.name));
    }
  }
}

// Whether values of the type hold values of the wanted one; path: the declared types on the way,
// that one last.
bool Checker::find_inside(const Type* type, const NamedType* wanted,
                          std::unordered_set<const Type*>& seen, std::vector<const Object*>& path) {
  constexpr size_t kMostWays = 20000;
  struct Way {
    const Type* type;
    size_t from;  // the way before this one
  };
  std::vector<Way> ways = {{type, 0}};
  for (size_t i = 0; i < ways.size(); ++i) {
    const Type* current = ways[i].type;
    const auto* instance = as<NamedType>(current);
    bool is_instance_of = instance != nullptr && instance->origin() == wanted;
    if (ways.size() > kMostWays) return false;  // ever new instances: their origin reports it
    if (current == wanted || is_instance_of) {
      for (size_t step = i;; step = ways[step].from) {
        const auto* way = as<NamedType>(ways[step].type);
        auto declared = object_of_type_.find(way && way->origin() ? way->origin() : way);
        if (declared != object_of_type_.end()) path.push_back(declared->second);
        if (step == 0) break;
      }
      std::reverse(path.begin(), path.end());
      return true;
    }
    if (finite_.contains(current) || !seen.insert(current).second) continue;
    if (const auto* array = as<ArrayType>(current->underlying())) {
      ways.push_back({array->element(), i});
    } else if (const auto* structure = as<StructType>(current->underlying())) {
      for (const Field& field : structure->fields()) {
        TypeKind kind = field.type->underlying_kind();
        if (kind == TypeKind::Array || kind == TypeKind::Struct) ways.push_back({field.type, i});
      }
    }
  }
  finite_.insert(seen.begin(), seen.end());
  return false;
}

void Checker::resolve_function(Declaration& declaration) {
  auto& object = static_cast<Function&>(*declaration.object);
  const auto& node = static_cast<const syntax::FunctionDecl&>(*declaration.node);
  declaration.type_parameters = std::make_unique<Scope>(scope_);
  Restore<Scope*> scope(scope_, declaration.type_parameters.get());
  if (!node.receiver.empty()) resolve_receiver(declaration, node.receiver[0]);
  const auto& list = node.signature->type_parameters;
  if (!list.empty() && node.receiver.empty()) {
    object.type_parameters = declare_type_parameters(list);
    resolve_constraints(list, object.type_parameters);
  }
  object.type = function_type(*node.signature);
}

void Checker::resolve_receiver(Declaration& declaration, const syntax::ParameterDecl& receiver) {
  if (receiver.type == nullptr) return;
  auto& object = static_cast<Function&>(*declaration.object);
  const syntax::Expr& expr = syntax::unparen(*receiver.type);
  const auto* star = syntax::as<syntax::StarExpr>(expr);
  const syntax::Expr& base = syntax::unparen(star != nullptr ? *star->operand : expr);
  if (const auto* index = syntax::as<syntax::IndexExpr>(base)) {
    declaration.receiver = declare_receiver_parameters(object, *index);
    return;
  }
  const Type* type = type_from(expr);
  const Type* pointee = star != nullptr ? type_from(base) : type;
  if (type == invalid() || pointee == invalid()) return;
  const auto* named = as<NamedType>(pointee);
  if (named == nullptr || named->package() != &package_) {
    report("InvalidRecv", receiver.name != nullptr ? receiver.name->span : base.span,
           as<BasicType>(pointee) == nullptr && named == nullptr
               ? fmt::format("invalid receiver type {}", name_of(pointee))
               : fmt::format("cannot define new methods on non-local type {}", name_of(pointee)));
    return;
  }
  if (object.receiver_type == nullptr) object.receiver_type = named;
  delayed_.push_back([this, named, span = base.span] {
    TypeKind kind = named->underlying_kind();
    if (kind == TypeKind::Pointer || kind == TypeKind::Interface) {
      report("InvalidRecv", span,
             fmt::format("invalid receiver type {} (pointer or interface type)", name_of(named)));
    }
  });
}

void Checker::check_function(Declaration& declaration) {
  if (declaration.object->kind != ObjectKind::Function) return;
  auto& function = static_cast<Function&>(*declaration.object);
  const auto& node = static_cast<const syntax::FunctionDecl&>(*declaration.node);
  if (node.body == nullptr && !node.body_is_skipped) {
    if (package_.name == "main") {
      report("MissingFunctionBody", node.name->span,
             function.is_generic() ? "generic function is missing function body"
                                   : "missing function body");
    }
    return;
  }
  FunctionBody* body = builder_.new_body(function.full_name, &package_, declaration.file);
  body->declaration = &node;
  body->signature = function.signature();
  function.body = body;
  if (node.body_is_skipped) {
    skipped_[body] = {body, &declaration};
  } else {
    check_declared_body(*body, declaration, node);
  }
}

// `node`: the declaration, or a copy of it.
void Checker::check_declared_body(FunctionBody& body, Declaration& declaration,
                                  const syntax::FunctionDecl& node) {
  auto& function = static_cast<Function&>(*declaration.object);
  Restore<Scope*> scope(scope_, declaration.type_parameters.get());
  Restore<Declaration*> current(current_, &declaration);
  Restore<uint32_t> file(file_, declaration.file);
  FunctionContext outside{nullptr, nullptr, 0, 0, {}, &function};
  Restore<FunctionContext*> around(function_, &outside);
  check_body(body, *node.signature, &node.receiver, receiver_of(declaration), *node.body);
}

// The type of the receiver; nullptr for plain functions.
const Type* Checker::receiver_of(const Declaration& declaration) {
  const auto& function = static_cast<const Function&>(*declaration.object);
  const auto& node = static_cast<const syntax::FunctionDecl&>(*declaration.node);
  if (node.receiver.empty()) return nullptr;
  if (declaration.receiver != nullptr) {
    if (function.pointer_receiver) return types_.pointer_to(declaration.receiver);
    return declaration.receiver;
  }
  const syntax::Expr& written = *node.receiver[0].type;
  const Type* receiver = builder_.facts(written).type;
  // Go asks for the type again; what an undefined name brings about.
  const auto* name = syntax::as<syntax::Identifier>(written);
  if (name != nullptr && scope_->find(name->name) == nullptr) receiver = type_from(written);
  return receiver != nullptr ? receiver : invalid();
}

}  // namespace hmaplab::check
