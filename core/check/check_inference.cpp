// Calls and other uses of generic functions: inference of type arguments, and their instances.
#include <fmt/format.h>

#include <algorithm>

#include "core/check/checker.h"
#include "core/check/kinds.h"
#include "core/check/substitution.h"
#include "core/check/type_set.h"
#include "core/check/unifier.h"

namespace hmaplab::check {

// Fresh type parameters for one use: a generic function may be used in itself with other types.
void Checker::add_to_inference(Inference& inference, const Function& generic,
                               const std::vector<const Type*>& given) {
  size_t first = inference.parameters.size();
  std::vector<const Type*> fresh;
  for (const TypeParameter* parameter : generic.type_parameters) {
    fresh.push_back(
        types_.new_type_parameter(parameter->name(), parameter->package(), parameter->span()));
    inference.parameters.push_back(static_cast<const TypeParameter*>(fresh.back()));
  }
  Substitution renaming(types_, generic.type_parameters, fresh);
  for (size_t i = 0; i < fresh.size(); ++i) {
    types_.set_constraint(inference.parameters[first + i],
                          renaming.apply(generic.type_parameters[i]->constraint()));
    inference.arguments.push_back(i < given.size() ? given[i] : nullptr);
  }
}

const FunctionType* Checker::renamed_signature(const Inference& inference, size_t first,
                                               const Function& generic) {
  std::vector<const Type*> fresh;
  for (size_t i = 0; i < generic.type_parameters.size(); ++i) {
    fresh.push_back(inference.parameters[first + i]);
  }
  return Substitution(types_, generic.type_parameters, fresh).apply(generic.signature());
}

namespace {

bool mentions(const Type* type, const std::vector<const TypeParameter*>& parameters,
              TypeTable& types) {
  if (!type->is_parameterized()) return false;
  std::vector<const Type*> marks(parameters.size(), types.basic(TypeKind::Bool));
  return Substitution(types, parameters, marks).apply(type) != type;
}

// K, V and so on: "K, V" as messages list them.
std::string names_of(const std::vector<const TypeParameter*>& parameters) {
  std::string all;
  for (size_t i = 0; i < parameters.size(); ++i) {
    if (i > 0) all += i + 1 < parameters.size() ? ", " : parameters.size() > 2 ? ", and " : " and ";
    all += parameters[i]->name();
  }
  return all;
}

}  // namespace

// Finds the arguments that are not known yet. pairs: what a parameter's type must take. False after
// an error, whose text is then in inference.error.
bool Checker::infer(Inference& inference, const std::vector<InferencePair>& pairs) {
  Unifier unifier(types_, inference.parameters, inference.arguments);
  const std::vector<const Type*> given = inference.arguments;
  std::vector<const InferencePair*> untyped;
  for (const InferencePair& pair : pairs) {
    if (!pair.operand->is_valid()) return false;
    const Type* wanted = Substitution(types_, inference.parameters, given).apply(pair.parameter);
    bool generic = mentions(wanted, inference.parameters, types_) ||
                   mentions(pair.argument, inference.parameters, types_);
    if (!generic) continue;
    if (!is_untyped(pair.argument->kind())) {
      if (unifier.unify(wanted, pair.argument, Exactness::LooseAtTopLevel)) continue;
      report_mismatch(inference, unifier.inferred(), pair, wanted);
      return false;
    }
    if (as<TypeParameter>(wanted) != nullptr && pair.operand->mode != Mode::Nil) {
      untyped.push_back(&pair);
    }
  }
  if (!infer_from_constraints(inference, unifier)) return false;
  if (!infer_from_constants(inference, unifier, untyped)) return false;
  inference.arguments = unifier.inferred();
  return simplify_inferred(inference);
}

void Checker::report_mismatch(Inference& inference, const std::vector<const Type*>& inferred,
                              const InferencePair& pair, const Type* wanted) {
  inference.place = pair.operand->expr->span;
  std::string argument = pair.name.empty() ? syntax::text(*pair.operand->expr) : pair.name;
  bool all_failed = std::all_of(inferred.begin(), inferred.end(),
                                [](const Type* type) { return type == nullptr; });
  std::string start = fmt::format("type {} of {}", name_of(pair.argument), argument);
  const Type* partly = Substitution(types_, inference.parameters, inferred).apply(wanted);
  if (all_failed) {
    inference.error = fmt::format("{} does not match {} (cannot infer {})", start,
                                  name_of(wanted), names_of(inference.parameters));
  } else if (partly == wanted) {
    inference.error = fmt::format("{} does not match {}", start, name_of(wanted));
  } else if (pair.reverse) {
    inference.error = fmt::format("inferred type {} for {} does not match {}", name_of(partly),
                                  name_of(wanted), start);
  } else {
    inference.error = fmt::format("{} does not match inferred type {} for {}", start,
                                  name_of(partly), name_of(wanted));
  }
}

// A type parameter whose constraint has a core type must match it; the methods of a constraint must
// be those of the argument.
bool Checker::infer_from_constraints(Inference& inference, Unifier& unifier) {
  for (size_t before = unifier.unknown() + 1; unifier.unknown() != before;) {
    before = unifier.unknown();
    for (const TypeParameter* parameter : inference.parameters) {
      const Type* known = unifier.at(parameter);
      const std::vector<TypeTerm>* terms = terms_of(parameter);
      const Type* core = core_type(parameter);
      bool ok = true;
      if (core != nullptr) {
        bool is_single = terms->size() == 1;
        const TypeTerm& only = (*terms)[0];
        const Type* target = is_single ? only.type : core;
        if (known != nullptr) {
          ok = unifier.unify(known, target, Exactness::Loose);
        } else if (is_single && !only.tilde) {
          unifier.set(parameter, target);
        }
      } else if (known != nullptr && parameter->interface() != nullptr) {
        resolve_methods(known, parameter->interface());
        ok = unify_methods(unifier, *parameter->interface(), known);
      }
      if (ok) continue;
      inference.error = fmt::format("{} (type {}) does not satisfy {}", parameter->name(),
                                    name_of(known), name_of(parameter->constraint()));
      return false;
    }
  }
  return true;
}

// Methods that the type lacks are another message, later.
bool Checker::unify_methods(Unifier& unifier, const InterfaceType& interface, const Type* type) {
  for (const InterfaceMethod& method : interface.methods()) {
    Lookup found = look_up(type, method.name, method.package);
    const Type* have = found.method != nullptr ? found.method->type
                       : found.kind == LookupKind::InterfaceMethod
                           ? found.interface->methods()[found.interface_method].type
                           : nullptr;
    if (have != nullptr && !unifier.unify(method.type, have, Exactness::Exact)) return false;
  }
  return true;
}

// What is still unknown takes the default type of its constants: of several the later of int, rune,
// float.
bool Checker::infer_from_constants(Inference& inference, Unifier& unifier,
                                   const std::vector<const InferencePair*>& untyped) {
  std::vector<std::pair<const TypeParameter*, const Type*>> most;
  for (const InferencePair* pair : untyped) {
    const auto* parameter = as<TypeParameter>(pair->parameter);
    if (unifier.at(parameter) != nullptr) continue;
    auto known = std::find_if(most.begin(), most.end(),
                              [&](const auto& one) { return one.first == parameter; });
    if (known == most.end()) {
      most.emplace_back(parameter, pair->argument);
      continue;
    }
    const Type* other = pair->argument;
    bool numeric = is_numeric(known->second->kind()) && is_numeric(other->kind());
    if (known->second != other && !numeric) {
      inference.place = pair->operand->expr->span;
      inference.error = fmt::format("mismatched types {} and {} (cannot infer {})",
                                    name_of(known->second), name_of(other),
                                    names_of({parameter}));
      return false;
    }
    if (other->kind() > known->second->kind()) known->second = other;
  }
  for (const auto& [parameter, type] : most) unifier.set(parameter, default_type(types_, type));
  return true;
}

// Inferred types may mention other type parameters; what stays open cannot be inferred.
bool Checker::simplify_inferred(Inference& inference) {
  auto& arguments = inference.arguments;
  for (size_t round = 0; round <= arguments.size(); ++round) {
    const std::vector<const Type*> before = arguments;
    for (const Type*& argument : arguments) {
      if (argument == nullptr || argument->nesting() > TypeTable::kMostNesting) continue;
      argument = Substitution(types_, inference.parameters, before).apply(argument);
    }
    if (before == arguments) break;
  }
  for (size_t i = 0; i < arguments.size(); ++i) {
    bool open = arguments[i] == nullptr || mentions(arguments[i], inference.parameters, types_);
    if (!open) continue;
    const TypeParameter& parameter = *inference.parameters[i];
    inference.error = fmt::format("cannot infer {} ({})", parameter.name(), place_of(parameter));
    return false;
  }
  return true;
}

std::string Checker::place_of(const TypeParameter& parameter) const {
  if (parameter.package() == &package_) return place_text(parameter.span());
  const Package& package = *parameter.package();
  const source::SourceFile& file = builder_.file(package.files.front());
  source::LineColumn at = file.line_column(parameter.span().begin);
  return fmt::format("{}:{}:{}", file.name(), at.line, at.column);
}

// The operand, a generic function, becomes its instance for these arguments.
void Checker::use_instance(Operand& x, std::vector<const Type*> arguments,
                           const std::vector<source::Span>& spans, source::Span place) {
  const Function* generic = std::exchange(x.generic, nullptr);
  verify_later(*generic, arguments, spans, place);
  Function* instance = builder_.instance_of(*generic, std::move(arguments));
  resolve_instance(*instance);
  x.type = instance->type;
  x.mode = Mode::Value;
  x.type_arguments.clear();
  name_instance(*x.expr, *instance);
}

void Checker::verify_later(const Function& generic, const std::vector<const Type*>& arguments,
                           const std::vector<source::Span>& spans, source::Span place) {
  later([this, &generic, arguments, spans, place] {
    verify_arguments(generic.type_parameters, arguments, spans, place);
  });
}

// What the names in the expression mean now.
void Checker::name_instance(const syntax::Expr& expr, const Function& instance) {
  ExprFacts& facts = builder_.facts(expr);
  facts.type = instance.type;
  if (const auto* paren = syntax::as<syntax::ParenExpr>(expr)) {
    name_instance(*paren->inner, instance);
  } else if (const auto* index = syntax::as<syntax::IndexExpr>(expr)) {
    name_instance(*index->operand, instance);
  } else if (const auto* selector = syntax::as<syntax::SelectorExpr>(expr)) {
    builder_.facts(*selector->selected).object = &instance;
    facts.selection = builder_.keep(
        Selection{.kind = SelectionKind::PackageMember, .type = instance.type});
  } else if (expr.kind == syntax::ExprKind::Identifier) {
    facts.object = &instance;
  }
}

// The signature of an instance, made of the generic one's.
void Checker::resolve_instance(Function& instance) {
  if (instance.type != nullptr) return;
  resolve(*instance.origin);
  if (instance.origin->type == nullptr) return;
  const auto& parameters = instance.origin->type_parameters;
  if (parameters.size() != instance.type_arguments.size()) {
    instance.type = types_.function_of({}, {}, false);  // after an error in the receiver
    return;
  }
  instance.type =
      Substitution(types_, parameters, instance.type_arguments).apply(instance.origin->type);
}

namespace {

// Go points at the bracket of f[int].
source::Span place_of_use(const syntax::Expr& expr) {
  const auto* index = syntax::as<syntax::IndexExpr>(expr);
  if (index == nullptr) return expr.span;
  return {index->operand->span.end, index->operand->span.end};
}

}  // namespace

// A generic function where a value of the type is wanted: var f func(int) int = double
void Checker::infer_from_target(Operand& x, const Type* target, std::string_view description) {
  const auto* wanted = target != nullptr ? as<FunctionType>(target->underlying()) : nullptr;
  if (wanted == nullptr) return report_not_instantiated(x);
  Inference inference;
  add_to_inference(inference, *x.generic, x.type_arguments);
  Operand place = x;
  place.mode = Mode::Value;
  InferencePair pair{renamed_signature(inference, 0, *x.generic), target, &place,
                     std::string(description), true};
  inference.place = place_of_use(*x.expr);
  if (!infer(inference, {pair})) {
    if (!inference.error.empty()) {
      report("CannotInferTypeArgs", inference.place, inference.error);
    }
    x.mode = Mode::Invalid;
    x.generic = nullptr;
    return;
  }
  use_instance(x, std::move(inference.arguments), {}, x.expr->span);
}

void Checker::report_not_instantiated(Operand& x) {
  if (x.mode == Mode::TypeName) {
    report("WrongTypeArgCount", x.expr->span,
           fmt::format("cannot use generic type {} without instantiation", name_of(x.type)));
  } else if (!x.type_arguments.empty()) {
    const TypeParameter& next = *x.generic->type_parameters[x.type_arguments.size()];
    report("CannotInferTypeArgs", place_of_use(*x.expr),
           fmt::format("cannot infer {} ({})", next.name(), place_of(next)));
  } else {
    report("WrongTypeArgCount", x.expr->span,
           fmt::format("cannot use generic function {} without instantiation",
                       syntax::text(*x.expr)));
  }
  x.generic = nullptr;
  x.mode = Mode::Invalid;
  x.type = invalid();
}

}  // namespace hmaplab::check
