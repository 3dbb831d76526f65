// Generic declarations: type parameters and their constraints, and instances of generic types.
#include <fmt/format.h>

#include <algorithm>

#include "core/check/checker.h"
#include "core/check/substitution.h"
#include "core/check/type_set.h"

namespace hmaplab::check {

// Declares the names in the current scope first: constraints may mention all of them.
std::vector<const TypeParameter*> Checker::declare_type_parameters(
    const std::vector<syntax::ParameterDecl>& list) {
  std::vector<const TypeParameter*> parameters;
  for (const syntax::ParameterDecl& parameter : list) {
    if (parameter.name == nullptr) continue;
    parameters.push_back(declare_type_parameter(*parameter.name));
  }
  return parameters;
}

const TypeParameter* Checker::declare_type_parameter(const syntax::Identifier& name) {
  TypeParameter* parameter =
      types_.new_type_parameter(std::string(name.name), &package_, name.span);
  auto* object = builder_.new_object<TypeName>(name.name, parameter, &package_, name.span);
  declare(object, name);
  builder_.facts(name).type = parameter;
  builder_.facts(name).is_type = true;
  return parameter;
}

void Checker::resolve_constraints(const std::vector<syntax::ParameterDecl>& list,
                                  const std::vector<const TypeParameter*>& parameters) {
  const syntax::Expr* last = nullptr;
  const Type* constraint = nullptr;
  for (size_t i = 0, next = 0; i < list.size() && next < parameters.size(); ++i) {
    if (list[i].name == nullptr) continue;
    if (list[i].type != last && list[i].type != nullptr) {
      last = list[i].type;
      constraint = constraint_from(*last);
    }
    types_.set_constraint(parameters[next++], constraint != nullptr ? constraint : invalid());
  }
}

// An interface, or what may stand in one: then the interface around it is implicit.
const Type* Checker::constraint_from(const syntax::Expr& expr) {
  const syntax::Expr& inner = syntax::unparen(expr);
  if (is_union(inner)) return implicit_interface(inner);
  const Type* type = type_or_constraint_from(expr);
  if (type == invalid()) return type;
  if (as<TypeParameter>(type) != nullptr) {
    report("MisplacedTypeParam", expr.span, "cannot use a type parameter as constraint");
    return invalid();
  }
  if (type->underlying_kind() == TypeKind::Interface) return type;
  if (type->underlying() == invalid() && as<NamedType>(type) != nullptr) return type;
  return types_.interface_of(
      {}, {.terms = std::vector<TypeTerm>{{false, type}}, .implicit = true});
}

bool Checker::is_union(const syntax::Expr& expr) {
  if (const auto* binary = syntax::as<syntax::BinaryExpr>(expr)) {
    return binary->op == syntax::TokenKind::Or;
  }
  const auto* unary = syntax::as<syntax::UnaryExpr>(expr);
  return unary != nullptr && unary->op == syntax::TokenKind::Tilde;
}

const Type* Checker::implicit_interface(const syntax::Expr& expr) {
  TypeRestriction restriction{.implicit = true};
  embed_union(expr, restriction);
  return types_.interface_of({}, std::move(restriction));
}

// Type arguments of Pair[int, string]; empty after an error.
std::vector<const Type*> Checker::type_arguments_from(const syntax::ExprList& list) {
  std::vector<const Type*> arguments;
  bool ok = true;
  for (const syntax::ExprPtr& expr : list) {
    arguments.push_back(type_from(*expr));
    ok = ok && arguments.back() != invalid();
  }
  if (!ok) arguments.clear();
  return arguments;
}

// Pair[int, string], where `type` is what stands before the brackets.
const Type* Checker::instantiate_type(const Type* type, const syntax::IndexExpr& expr) {
  const auto* generic = as<NamedType>(type);
  if (generic == nullptr || !generic->is_generic()) {
    if (type != invalid()) {
      std::string list;
      for (const syntax::ExprPtr& index : expr.indices) {
        list += (list.empty() ? "" : ", ") + syntax::text(*index);
      }
      report("NotAGenericType", expr.operand->span,
             fmt::format("invalid operation: {}[{}] ({} is not a generic type)",
                         syntax::text(*expr.operand), list, name_of(type)));
    }
    return invalid();
  }
  std::vector<const Type*> arguments = type_arguments_from(expr.indices);
  if (arguments.empty()) return invalid();
  size_t wanted = generic->parameters().size();
  if (arguments.size() != wanted) {
    bool few = arguments.size() < wanted;
    source::Span span = expr.operand->span;
    report("WrongTypeArgCount", span,
           fmt::format("{} type arguments for type {}: have {}, want {}",
                       few ? "not enough" : "too many", generic->name(), arguments.size(), wanted));
    return invalid();
  }
  const Type* instance = types_.instantiate(generic, arguments);
  std::vector<source::Span> spans;
  for (const syntax::ExprPtr& index : expr.indices) spans.push_back(index->span);
  later([this, generic, arguments, spans, span = expr.operand->span] {
    verify_arguments(generic->parameters(), arguments, spans, span);
  });
  return instance;
}

// Whether each argument satisfies its constraint; spans: of those that were written.
bool Checker::verify_arguments(const std::vector<const TypeParameter*>& parameters,
                               const std::vector<const Type*>& arguments,
                               const std::vector<source::Span>& spans, source::Span otherwise) {
  Substitution substitution(types_, parameters, arguments);
  for (size_t i = 0; i < parameters.size(); ++i) {
    const Type* constraint = substitution.apply(parameters[i]->constraint());
    std::string cause;
    if (satisfies(arguments[i], constraint, &cause)) continue;
    report("InvalidTypeArg", i < spans.size() ? spans[i] : otherwise, std::move(cause));
    return false;
  }
  for (size_t i = 0; i < parameters.size(); ++i) {
    cycles_.add(*parameters[i], arguments[i], i < spans.size() ? spans[i] : otherwise);
  }
  return true;
}

// Runs a check that needs complete types as soon as no declaration is in progress.
void Checker::later(std::function<void()> check) {
  delayed_.push_back(std::move(check));
  if (resolving_.empty()) run_delayed();
}

// A method of a generic type names the type parameters anew in its receiver: func (l *List[E]) …
const NamedType* Checker::declare_receiver_parameters(Function& object,
                                                      const syntax::IndexExpr& receiver) {
  const auto* base = syntax::as<syntax::Identifier>(*receiver.operand);
  const Type* type = base != nullptr ? generic_type_from(*base) : invalid();
  const auto* generic = as<NamedType>(type);
  if (generic == nullptr || !generic->is_generic()) {
    if (type != invalid()) instantiate_type(type, receiver);
    return nullptr;
  }
  std::vector<const TypeParameter*> parameters;
  for (const syntax::ExprPtr& index : receiver.indices) {
    const auto* name = syntax::as<syntax::Identifier>(*index);
    if (name == nullptr) {
      report("BadDecl", index->span,
             fmt::format("receiver type parameter {} must be an identifier",
                         syntax::text(*index)));
      return nullptr;
    }
    parameters.push_back(declare_type_parameter(*name));
  }
  const auto& declared = generic->parameters();
  if (parameters.size() != declared.size()) {
    if (parameters.size() < declared.size()) {
      report("BadRecv", receiver.span,
             fmt::format("got {} type parameter{}, but receiver base type declares {}",
                         parameters.size(), parameters.size() == 1 ? "" : "s", declared.size()));
    } else {
      instantiate_type(type, receiver);
    }
    return nullptr;
  }
  std::vector<const Type*> arguments(parameters.begin(), parameters.end());
  Substitution renaming(types_, declared, arguments);
  for (size_t i = 0; i < parameters.size(); ++i) {
    types_.set_constraint(parameters[i], renaming.apply(declared[i]->constraint()));
    cycles_.same(*parameters[i], *declared[i]);
  }
  object.type_parameters = parameters;
  return as<NamedType>(types_.instantiate(generic, std::move(arguments)));
}

}  // namespace hmaplab::check
