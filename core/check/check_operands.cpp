// Operands against types: assignability, untyped values, interfaces, and how messages describe an
// operand.
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/constant_fold.h"
#include "core/check/kinds.h"
#include "core/check/type_set.h"

namespace hmaplab::check {
namespace {

std::string_view mode_word(Mode mode) {
  switch (mode) {
    case Mode::Invalid:
      return "invalid operand";
    case Mode::NoValue:
      return "no value";
    case Mode::Builtin:
      return "built-in";
    case Mode::TypeName:
      return "type";
    case Mode::Constant:
      return "constant";
    case Mode::Nil:
      return "nil";
    case Mode::Variable:
      return "variable";
    case Mode::MapIndex:
      return "map index expression";
    case Mode::Value:
      return "value";
    case Mode::CommaOk:
      return "comma, ok expression";
  }
  return "";
}

}  // namespace

// x (variable of type int), 1 (untyped int constant), c (constant 5 of type int), f() (no value)
std::string Checker::describe(const Operand& x) const {
  std::string text = x.expr != nullptr ? syntax::text(*x.expr) : "operand";
  if (x.mode == Mode::Nil) return "nil";
  std::string inside;
  bool has_type = x.mode != Mode::NoValue && x.mode != Mode::Builtin && x.mode != Mode::TypeName &&
                  x.mode != Mode::Invalid;
  bool untyped = has_type && is_untyped(x.type->kind());
  if (untyped) inside = name_of(x.type) + " ";
  inside += mode_word(x.mode);
  if (x.is_constant()) {
    std::string value = x.value.text();
    if (value != text) inside += " " + value;
  }
  if (has_type && !untyped) {
    inside +=
        x.type->kind() == TypeKind::Invalid ? " with invalid type" : " of type " + name_of(x.type);
    const auto* parameter = as<TypeParameter>(x.type);
    if (parameter != nullptr && parameter->constraint() != nullptr) {
      inside += " constrained by " + name_of(parameter->constraint());
      const std::vector<TypeTerm>* terms = terms_of(parameter);
      if (terms != nullptr && terms->empty()) inside += " with empty type set";
    }
  }
  return fmt::format("{} ({})", text, inside);
}

bool Checker::all_have_nil(const Type* type) {
  return all_of_set(type, [](const Type* under) { return has_nil(under); });
}

void Checker::record(const Operand& x) {
  ExprFacts& facts = builder_.facts(*x.expr);
  facts.type = x.mode == Mode::NoValue ? types_.no_value() : x.type;
  facts.is_type = x.mode == Mode::TypeName;
  facts.constant = x.is_constant() ? builder_.keep(x.value) : nullptr;
}

// Interfaces are comparable, so that asking ends there; incomplete types are not asked before they
// are complete.
bool Checker::comparable(const Type* type) const {
  return type->kind() == TypeKind::Invalid || type->is_comparable();
}

std::string Checker::why_incomparable(const Type* type) {
  TypeKind kind = type->underlying_kind();
  if (kind == TypeKind::Slice) return "slice can only be compared to nil";
  if (kind == TypeKind::Map) return "map can only be compared to nil";
  if (kind == TypeKind::Function) return "func can only be compared to nil";
  if (kind == TypeKind::TypeParameter) return "incomparable types in type set";
  if (const auto* structure = as<StructType>(type->underlying())) {
    for (const Field& field : structure->fields()) {
      if (field.type->is_comparable()) continue;
      return fmt::format("struct containing {} cannot be compared", name_of(field.type));
    }
  }
  return fmt::format("{} cannot be compared", name_of(type));
}

// The methods that a question about the interface will look at have their signatures.
void Checker::resolve_methods(const Type* type, const InterfaceType* interface) {
  for (const InterfaceMethod& method : interface->methods()) {
    Lookup found = look_up(type, method.name, method.package);
    if (found.method != nullptr) resolve(*found.method);
  }
}

std::string Checker::missing_method(const Type* type, const InterfaceMethod& method) {
  Lookup found = look_up(type, method.name, method.package);
  if (found.kind == LookupKind::Method && !in_method_set(found)) {
    return fmt::format("method {} has pointer receiver", method.name);
  }
  const Type* have = found.method != nullptr ? found.method->type
                     : found.kind == LookupKind::InterfaceMethod
                         ? found.interface->methods()[found.interface_method].type
                         : nullptr;
  if (have == nullptr) {
    const auto* pointer = as<PointerType>(type);
    if (pointer != nullptr && pointer->element()->underlying_kind() == TypeKind::Interface) {
      return fmt::format("type {} is pointer to interface, not interface", name_of(type));
    }
    return fmt::format("missing method {}", method.name);
  }
  return fmt::format("wrong type for method {})\n\t\thave {}{}\n\t\twant {}{}", method.name,
                     method.name, name_of(have).substr(4), method.name,
                     name_of(method.type).substr(4));
}

bool Checker::implements(const Type* type, const Type* target, std::string* cause) {
  const auto* interface = as<InterfaceType>(target->underlying());
  if (interface == nullptr || type->kind() == TypeKind::Invalid) return true;
  return has_methods(type, *interface, target, "implement", cause);
}

// Between a type parameter and a type that is not defined: to and from each type of the set.
bool Checker::assignable_for_all(const Operand& x, const Type* target, std::string* cause) {
  bool to_set = as<TypeParameter>(target) != nullptr;
  const Type* other = to_set ? x.type : target;
  const auto* terms = terms_of(to_set ? target : x.type);
  if (as<NamedType>(other) || as<TypeParameter>(other) || as<BasicType>(other)) return false;
  if (terms == nullptr || terms->empty()) return false;
  for (const TypeTerm& term : *terms) {
    Operand one = x;
    if (!to_set) one.type = term.type;
    if (assignable(one, to_set ? term.type : target, nullptr)) continue;
    if (cause != nullptr) {
      *cause = to_set ? fmt::format("cannot assign {} to {} (in {})", name_of(x.type),
                                    name_of(term.type), name_of(target))
                      : fmt::format("cannot assign {} (in {}) to {}", name_of(term.type),
                                    name_of(x.type), name_of(target));
    }
    return false;
  }
  return true;
}

// Specification, "Assignability"; the operand is typed.
bool Checker::assignable(const Operand& x, const Type* target, std::string* cause) {
  const Type* from = x.type;
  if (from == target || from == invalid() || target == invalid()) return true;
  const Type* from_under = from->underlying();
  const Type* to_under = target->underlying();
  if (x.mode == Mode::Nil || from->kind() == TypeKind::UntypedNil) return all_have_nil(target);
  if (as<TypeParameter>(from) != nullptr || as<TypeParameter>(target) != nullptr) {
    if (to_under->kind() != TypeKind::Interface) return assignable_for_all(x, target, cause);
  }
  if (to_under->kind() == TypeKind::Interface) {
    if (implements(from, target, cause)) return true;
    return false;
  }
  bool one_unnamed = !as<NamedType>(from) || !as<NamedType>(target);
  bool basic_from = as<BasicType>(from) != nullptr;
  bool basic_to = as<BasicType>(target) != nullptr;
  if (from_under == to_under && one_unnamed && !basic_from && !basic_to) return true;
  const auto* channel = as<ChannelType>(from_under);
  const auto* to_channel = as<ChannelType>(to_under);
  if (channel != nullptr && to_channel != nullptr && one_unnamed &&
      channel->direction() == syntax::ChannelDirection::Both) {
    return channel->element() == to_channel->element();
  }
  const auto* interface = as<InterfaceType>(from_under);
  if (interface != nullptr && cause != nullptr && implements(target, from, nullptr)) {
    *cause = "need type assertion";
  }
  return false;
}

Checker::Fit Checker::fit_untyped(Operand& x, const Type* target) {
  if (target->kind() == TypeKind::Invalid || !x.is_valid()) return Fit::Fits;
  TypeKind from = x.type->kind();
  if (from == TypeKind::UntypedNil) return all_have_nil(target) ? Fit::Fits : Fit::Wrong;
  if (as<TypeParameter>(target) != nullptr) {
    const auto* terms = terms_of(target);
    if (terms == nullptr || terms->empty()) return Fit::Wrong;
    for (const TypeTerm& term : *terms) {
      Operand one = x;
      if (fit_untyped(one, term.type) != Fit::Fits) return Fit::Wrong;
    }
    return Fit::Fits;
  }
  TypeKind to = target->underlying_kind();
  if (to == TypeKind::Interface) {
    return implements(default_type(types_, x.type), target, nullptr) ? Fit::Fits : Fit::Wrong;
  }
  if (x.is_constant()) {
    std::optional<Constant> value = represent(x.value, to);
    if (value) {
      x.value = std::move(*value);
      return Fit::Fits;
    }
    if (!is_numeric(from) || !is_numeric(to)) return Fit::Wrong;
    return !is_integer(from) && is_integer(to) ? Fit::Truncated : Fit::Overflows;
  }
  bool fits = from == TypeKind::UntypedBool     ? is_boolean(to)
              : from == TypeKind::UntypedString ? is_string(to)
                                                : is_numeric(to);
  return fits ? Fit::Fits : Fit::Wrong;
}

// Gives the untyped operand the type; where it does not fit: "300 (untyped int constant) overflows
// byte".
void Checker::convert_untyped(Operand& x, const Type* target) {
  if (!x.is_valid() || !is_untyped(x.type->kind()) || target->kind() == TypeKind::Invalid) return;
  if (is_untyped(target->kind())) {
    // Both untyped: the later of int, rune, float, complex.
    bool numeric = is_numeric(x.type->kind()) && is_numeric(target->kind());
    if (numeric && x.type->kind() < target->kind()) x.type = target;
    return;
  }
  Operand before = x;
  Fit fit = fit_untyped(x, target);
  if (fit == Fit::Fits) {
    bool to_interface = target->underlying_kind() == TypeKind::Interface;
    const Type* final_type =
        to_interface && x.mode != Mode::Nil ? default_type(types_, x.type) : target;
    if (x.is_constant() && to_interface) {
      std::optional<Constant> value = represent(x.value, final_type->kind());
      if (!value) {
        report("NumericOverflow", x.expr->span,
               fmt::format("cannot use {} as {} value in assignment (overflows)", describe(x),
                           name_of(final_type)));
        x.mode = Mode::Invalid;
        return;
      }
      x.value = std::move(*value);
    }
    x.type = final_type;
    set_final_type(*x.expr, final_type);
    if (x.is_constant()) builder_.facts(*x.expr).constant = builder_.keep(x.value);
    return;
  }
  std::string_view format = fit == Fit::Truncated   ? "{} truncated to {}"
                            : fit == Fit::Overflows ? "{} overflows {}"
                                                    : "cannot convert {} to type {}";
  report("InvalidUntypedConversion", x.expr->span,
         fmt::format(fmt::runtime(format), describe(before), name_of(target)));
  x.mode = Mode::Invalid;
}

// An untyped expression gets its type from outside: the parts that have the same type get it too.
void Checker::set_final_type(const syntax::Expr& expr, const Type* type) {
  using namespace syntax;
  ExprFacts& facts = builder_.facts(expr);
  if (facts.type == nullptr || !is_untyped(facts.type->kind())) return;
  bool is_constant = facts.constant != nullptr;
  facts.type = type;
  if (const auto* paren = syntax::as<ParenExpr>(expr)) return set_final_type(*paren->inner, type);
  if (is_constant) return;
  if (const auto* unary = syntax::as<UnaryExpr>(expr)) return set_final_type(*unary->operand, type);
  const auto* binary = syntax::as<BinaryExpr>(expr);
  if (binary == nullptr || precedence(binary->op) == 3) return;
  bool is_shift = binary->op == TokenKind::ShiftLeft || binary->op == TokenKind::ShiftRight;
  if (is_shift && !is_integer(type->underlying_kind()) && type != invalid()) {
    report("InvalidShiftOperand", binary->left->span,
           fmt::format("invalid operation: shifted operand {} (type {}) must be integer",
                       text(*binary->left), name_of(type)));
  }
  set_final_type(*binary->left, type);
  if (!is_shift) set_final_type(*binary->right, type);
}

void Checker::default_untyped(Operand& x) {
  if (!x.is_valid() || x.mode == Mode::Nil || x.type == nullptr) return;
  convert_untyped(x, default_type(types_, x.type));
}

// Makes x a value of the target type (of its own, by default, for nullptr), or says why it cannot
// be.
void Checker::assign_to(Operand& x, const Type* target, std::string_view context) {
  require_value(x);
  if (!x.is_valid()) return;
  if (is_untyped(x.type->kind())) {
    if (target == nullptr && x.mode == Mode::Nil) {
      report("UntypedNilUse", x.expr->span, fmt::format("use of untyped nil in {}", context));
      x.mode = Mode::Invalid;
      return;
    }
    const Type* wanted = target != nullptr && target->kind() != TypeKind::Invalid
                             ? target
                             : default_type(types_, x.type);
    Operand copy = x;
    Fit fit = fit_untyped(copy, wanted);
    if (fit != Fit::Fits) {
      std::string_view suffix = fit == Fit::Truncated   ? " (truncated)"
                                : fit == Fit::Overflows ? " (overflows)"
                                                        : "";
      std::string cause;
      if (wanted->underlying_kind() == TypeKind::Interface && x.mode != Mode::Nil) {
        x.type = default_type(types_, x.type);
        implements(x.type, wanted, &cause);
      }
      report("IncompatibleAssign", x.expr->span,
             fmt::format("cannot use {} as {} value in {}{}{}", describe(x), name_of(wanted),
                         context, suffix, cause.empty() ? "" : ": " + cause));
      x.mode = Mode::Invalid;
      return;
    }
    convert_untyped(x, wanted);
    return;
  }
  if (target == nullptr) return;
  std::string cause;
  if (assignable(x, target, &cause)) return;
  report("IncompatibleAssign", x.expr->span,
         fmt::format("cannot use {} as {} value in {}{}", describe(x), name_of(target), context,
                     cause.empty() ? "" : ": " + cause));
  x.mode = Mode::Invalid;
}

}  // namespace hmaplab::check
