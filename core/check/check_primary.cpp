// Names, selectors and type assertions.
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/constant_fold.h"
#include "core/check/kinds.h"

namespace hmaplab::check {

void Checker::check_identifier(Operand& x, const syntax::Identifier& name) {
  if (name.is_blank()) {
    report("InvalidBlank", name.span, "cannot use _ as value");
    return;
  }
  Object* object = scope_->find(name.name);
  if (object == nullptr) {
    report("UndeclaredName", name.span, fmt::format("undefined: {}", name.name));
    return;
  }
  builder_.facts(name).object = object;
  auto declared = declaration_of_.find(object);
  if (declared != declaration_of_.end()) {
    Declaration* declaration = declared->second;
    bool depends = object->kind == ObjectKind::Variable || object->kind == ObjectKind::Function ||
                   object->kind == ObjectKind::Constant;
    if (depends && current_ != nullptr && current_->known_dependencies.insert(declaration).second) {
      current_->dependencies.push_back(declaration);
    }
    resolve(*declaration);
  }
  x.type = object->type;
  switch (object->kind) {
    case ObjectKind::PackageName:
      report("InvalidPkgUse", name.span,
             fmt::format("use of package {} not in selector", name.name));
      static_cast<PackageName*>(object)->used = true;
      return;
    case ObjectKind::Constant:
      x.mode = Mode::Constant;
      x.value = static_cast<NamedConstant*>(object)->value;
      if (object->package == nullptr && name.name == "iota") {
        if (!iota_) {
          report("InvalidIota", name.span, "cannot use iota outside constant declaration");
          x.mode = Mode::Invalid;
          return;
        }
        x.value = Constant(BigInteger(*iota_));
      }
      break;
    case ObjectKind::TypeName:
      x.mode = Mode::TypeName;
      if (x.type == nullptr) x.type = object->type = invalid();
      break;
    case ObjectKind::Variable: {
      auto& variable = static_cast<Variable&>(*object);
      variable.used = true;
      use_variable(variable);
      x.mode = Mode::Variable;
      break;
    }
    case ObjectKind::Function: {
      const auto& function = static_cast<const Function&>(*object);
      x.mode = Mode::Value;
      if (function.is_generic()) x.generic = &function;
      break;
    }
    case ObjectKind::Builtin:
      x.mode = Mode::Builtin;
      x.builtin = static_cast<BuiltinFunction*>(object)->builtin;
      break;
    case ObjectKind::Nil:
      x.mode = Mode::Nil;
      break;
  }
  if (x.type == nullptr || x.type->kind() == TypeKind::Invalid) {
    if (x.mode != Mode::Builtin) x.mode = Mode::Invalid;
  }
}

// fmt.Println: true when the operand was the name of a package.
bool Checker::check_package_member(Operand& x, const syntax::SelectorExpr& expr) {
  const auto* name = syntax::as<syntax::Identifier>(*expr.operand);
  Object* object = name == nullptr ? nullptr : scope_->find(name->name);
  if (object == nullptr || object->kind != ObjectKind::PackageName) return false;
  auto& package = static_cast<PackageName&>(*object);
  package.used = true;
  builder_.facts(*name).object = object;
  if (package.imported == nullptr) return true;
  std::string_view wanted = expr.selected->name;
  const Object* member = package.imported->member(wanted);
  if (member == nullptr || !is_exported(wanted)) {
    bool hidden = member != nullptr;
    report(hidden ? "UnexportedName" : "UndeclaredImportedName", expr.selected->span,
           hidden
               ? fmt::format("name {} not exported by package {}", wanted, package.imported->name)
               : fmt::format("undefined: {}.{}", name->name, wanted));
    return true;
  }
  builder_.facts(*expr.selected).object = member;
  builder_.facts(expr).selection =
      builder_.keep(Selection{.kind = SelectionKind::PackageMember, .type = member->type});
  x.type = member->type;
  if (const auto* constant = as<NamedConstant>(member)) {
    x.mode = Mode::Constant;
    x.value = constant->value;
  } else if (const auto* builtin = as<BuiltinFunction>(member)) {
    x.mode = Mode::Builtin;
    x.builtin = builtin->builtin;
  } else {
    x.mode = member->kind == ObjectKind::TypeName   ? Mode::TypeName
             : member->kind == ObjectKind::Variable ? Mode::Variable
                                                    : Mode::Value;
    const auto* function = as<Function>(member);
    if (function != nullptr && function->is_generic()) x.generic = function;
  }
  return true;
}

void Checker::check_selector(Operand& x, const syntax::SelectorExpr& expr) {
  if (check_package_member(x, expr)) return;
  check_expr_or_type(x, *expr.operand);
  if (!x.is_valid()) return;
  if (expr.selected->is_blank()) {
    report("MissingFieldOrMethod", expr.selected->span, "cannot refer to blank field or method");
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode == Mode::TypeName) return check_method_expression(x, expr);
  if (x.mode == Mode::Nil || is_untyped(x.type->kind())) default_untyped(x);
  Lookup found = look_up(x.type, expr.selected->name, &package_);
  if (found.kind == LookupKind::Nothing || found.kind == LookupKind::Ambiguous) {
    report_missing_member(x, expr, found);
    x.mode = Mode::Invalid;
    return;
  }
  if (found.kind == LookupKind::Field) return select_field(x, expr, std::move(found));
  select_method(x, expr, std::move(found));
}

void Checker::report_missing_member(const Operand& x, const syntax::SelectorExpr& expr,
                                    const Lookup& found) {
  std::string_view name = expr.selected->name;
  std::string whole = syntax::text(expr);
  if (found.kind == LookupKind::Ambiguous) {
    report("AmbiguousSelector", expr.selected->span, fmt::format("ambiguous selector {}", whole));
    return;
  }
  std::string why = fmt::format("type {} has no field or method {}", name_of(x.type), name);
  const auto* pointer = as<PointerType>(x.type->underlying());
  if (pointer != nullptr && as<TypeParameter>(pointer->element()) != nullptr) {
    why = fmt::format("type {} is pointer to type parameter, not type parameter", name_of(x.type));
    report("MissingFieldOrMethod", expr.selected->span,
           fmt::format("{} undefined ({})", whole, why));
    return;
  }
  if (pointer != nullptr && pointer->element()->underlying_kind() == TypeKind::Interface) {
    why = fmt::format("type {} is pointer to interface, not interface", name_of(x.type));
  } else {
    // Perhaps only the case of the first letter is wrong.
    std::string other(name);
    other[0] = static_cast<char>(other[0] ^ 0x20);
    Lookup near = look_up(x.type, other, &package_);
    bool is_method = near.kind == LookupKind::Method || near.kind == LookupKind::InterfaceMethod;
    if (near.kind == LookupKind::Field || is_method) {
      why += fmt::format(", but does have {} {}", is_method ? "method" : "field", other);
    }
  }
  report("MissingFieldOrMethod", expr.selected->span, fmt::format("{} undefined ({})", whole, why));
}

void Checker::select_field(Operand& x, const syntax::SelectorExpr& expr, Lookup found) {
  bool indirect = false;
  for (const FieldStep& step : found.path) indirect = indirect || step.dereference;
  Selection selection{.kind = SelectionKind::Field, .receiver = x.type};
  selection.path = std::move(found.path);
  selection.type = found.field->type;
  builder_.facts(expr).selection = builder_.keep(std::move(selection));
  x.mode = x.mode == Mode::Variable || indirect ? Mode::Variable : Mode::Value;
  x.type = found.field->type;
}

void Checker::select_method(Operand& x, const syntax::SelectorExpr& expr, Lookup found) {
  Selection selection{.kind = SelectionKind::Method, .receiver = x.type};
  selection.adjustment = adjustment_of(found);
  if (found.method != nullptr) {
    resolve(*found.method);
    auto declared = declaration_of_.find(found.method);
    if (declared != declaration_of_.end() && current_ != nullptr &&
        current_->known_dependencies.insert(declared->second).second) {
      current_->dependencies.push_back(declared->second);
    }
    selection.method = found.method;
    selection.type = found.method->type;
    builder_.facts(*expr.selected).object = found.method;
  } else {
    selection.kind = SelectionKind::InterfaceMethod;
    selection.interface = found.interface;
    selection.interface_method = found.interface_method;
    selection.type = found.interface->methods()[found.interface_method].type;
  }
  if (selection.adjustment == ReceiverAdjustment::TakeAddress) {
    if (x.mode != Mode::Variable && !found.through_pointer) {
      report(
          "InvalidMethodExpr", expr.span,
          fmt::format("cannot call pointer method {} on {}", expr.selected->name, name_of(x.type)));
      x.mode = Mode::Invalid;
      return;
    }
    bool followed = false;
    for (const FieldStep& step : found.path) followed = followed || step.dereference;
    if (!followed) mark_address_taken(*expr.operand);
  }
  selection.path = std::move(found.path);
  x.type = selection.type;
  x.mode = Mode::Value;
  builder_.facts(expr).selection = builder_.keep(std::move(selection));
}

// T.Method or (*T).Method: a function that takes the receiver first.
void Checker::check_method_expression(Operand& x, const syntax::SelectorExpr& expr) {
  Lookup found = look_up(x.type, expr.selected->name, &package_);
  bool is_method = found.kind == LookupKind::Method || found.kind == LookupKind::InterfaceMethod;
  if (!is_method || !in_method_set(found)) {
    bool needs_pointer = is_method;
    bool is_field = found.kind == LookupKind::Field;
    report(needs_pointer ? "InvalidMethodExpr" : "MissingFieldOrMethod", expr.selected->span,
           needs_pointer
               ? fmt::format("invalid method expression {} (needs pointer receiver (*{}).{})",
                             syntax::text(expr), name_of(x.type), expr.selected->name)
               : fmt::format("{} undefined (type {} has no {} {})", syntax::text(expr),
                             name_of(x.type), is_field ? "method" : "field or method",
                             expr.selected->name));
    x.mode = Mode::Invalid;
    return;
  }
  Selection selection{.kind = SelectionKind::MethodExpression, .receiver = x.type};
  selection.adjustment = adjustment_of(found);
  if (found.method != nullptr) {
    resolve(*found.method);
    selection.method = found.method;
    selection.type = found.method->type;
    builder_.facts(*expr.selected).object = found.method;
  } else {
    selection.interface = found.interface;
    selection.interface_method = found.interface_method;
    selection.type = found.interface->methods()[found.interface_method].type;
  }
  selection.path = std::move(found.path);
  const auto* signature = as<FunctionType>(selection.type);
  if (signature != nullptr) {
    std::vector<const Type*> parameters = signature->parameters();
    parameters.insert(parameters.begin(), x.type);
    x.type = types_.function_of(std::move(parameters), signature->results(), signature->variadic());
  }
  x.mode = Mode::Value;
  builder_.facts(expr).selection = builder_.keep(std::move(selection));
}

void Checker::check_assertable(const Operand& x, const Type* target, source::Span span,
                               bool in_switch) {
  if (target->underlying_kind() == TypeKind::Interface) return;
  std::string cause;
  if (implements(target, x.type, &cause)) return;
  size_t open = cause.find(" (");
  std::string reason = open == std::string::npos ? cause : cause.substr(open + 2);
  if (!reason.empty() && reason.back() == ')') reason.pop_back();
  report("ImpossibleAssert", span,
         in_switch ? fmt::format("impossible type switch case: {} cannot have dynamic type {} ({})",
                                 describe(x), name_of(target), reason)
                   : fmt::format("impossible type assertion: {}.({})\n\t{}", syntax::text(*x.expr),
                                 name_of(target), cause));
}

void Checker::check_assertion(Operand& x, const syntax::TypeAssertionExpr& expr) {
  check_value(x, *expr.operand);
  if (expr.type == nullptr) {
    report("InvalidSyntaxTree", expr.span, "syntax error: use of .(type) outside type switch");
    x.mode = Mode::Invalid;
    return;
  }
  const Type* target = type_from(*expr.type);
  if (!x.is_valid()) return;
  if (as<TypeParameter>(x.type) != nullptr) {
    report("InvalidAssert", x.expr->span,
           fmt::format("invalid operation: cannot use type assertion on type parameter value {}",
                       describe(x)));
    x.mode = Mode::Invalid;
    return;
  }
  if (x.type->underlying_kind() != TypeKind::Interface) {
    report("InvalidAssert", x.expr->span,
           fmt::format("invalid operation: {} is not an interface", describe(x)));
    x.mode = Mode::Invalid;
    return;
  }
  if (target != invalid()) check_assertable(x, target, expr.span, false);
  x.mode = Mode::CommaOk;
  x.type = target;
}

}  // namespace hmaplab::check
