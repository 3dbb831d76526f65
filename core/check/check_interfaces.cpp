// What interfaces embed: other interfaces with their methods, and unions of types (specification,
// "General interfaces").
#include <fmt/format.h>

#include "core/check/checker.h"
#include "core/check/type_set.h"

namespace hmaplab::check {
namespace {

void restrict_to(TypeRestriction& restriction, const std::vector<TypeTerm>& terms) {
  restriction.terms = restriction.terms ? intersection(*restriction.terms, terms) : terms;
}

}  // namespace

void Checker::embed_interface(const syntax::Expr& expr, std::vector<InterfaceMethod>& methods,
                              TypeRestriction& restriction) {
  if (is_union(expr)) return embed_union(expr, restriction);
  const Type* type = type_or_constraint_from(expr);
  if (type == invalid()) return;
  if (as<TypeParameter>(type) != nullptr) {
    report("MisplacedTypeParam", expr.span, "term cannot be a type parameter");
    return;
  }
  const auto* interface = as<InterfaceType>(type->underlying());
  if (interface == nullptr) {
    if (type->underlying() == invalid()) {
      report("InvalidDeclCycle", expr.span,
             fmt::format("invalid recursive type {}", name_of(type)));
    } else {
      restrict_to(restriction, {{false, type}});
    }
    return;
  }
  if (interface->restriction().terms) restrict_to(restriction, *interface->restriction().terms);
  restriction.comparable = restriction.comparable || interface->restriction().comparable;
  for (const InterfaceMethod& method : interface->methods()) {
    const InterfaceMethod* other = nullptr;
    for (const InterfaceMethod& known : methods) {
      if (same_name(known.name, known.package, method.name, method.package)) other = &known;
    }
    if (other == nullptr) {
      methods.push_back(method);
    } else if (other->type != method.type) {
      report("DuplicateDecl", expr.span, fmt::format("duplicate method {}", method.name));
    }
  }
}

// ~int | string | Number
void Checker::embed_union(const syntax::Expr& expr, TypeRestriction& restriction) {
  std::vector<const syntax::Expr*> parts;
  const syntax::Expr* left = &expr;
  for (;;) {
    const auto* binary = syntax::as<syntax::BinaryExpr>(*left);
    if (binary == nullptr || binary->op != syntax::TokenKind::Or) break;
    parts.insert(parts.begin(), binary->right.get());
    left = binary->left.get();
  }
  parts.insert(parts.begin(), left);
  std::vector<TypeTerm> terms, written;
  bool any_type = false;  // one of the parts is an interface that all types have
  for (const syntax::Expr* part : parts) {
    any_type = union_term(*part, parts.size() == 1, terms, written) || any_type;
  }
  if (!any_type) restrict_to(restriction, terms);
}

// Adds what the part stands for to the terms; true when that is any type.
bool Checker::union_term(const syntax::Expr& expr, bool is_alone, std::vector<TypeTerm>& terms,
                         std::vector<TypeTerm>& written) {
  const auto* tilde = syntax::as<syntax::UnaryExpr>(expr);
  if (tilde != nullptr && tilde->op != syntax::TokenKind::Tilde) tilde = nullptr;
  const syntax::Expr& inner = tilde != nullptr ? *tilde->operand : expr;
  const Type* type = type_or_constraint_from(inner);
  builder_.facts(expr).type = type;
  builder_.facts(expr).is_type = true;
  if (type == invalid()) return false;
  auto wrong = [&](std::string message) {
    report("InvalidUnion", expr.span, std::move(message));
    return false;
  };
  std::string name = (tilde != nullptr ? "~" : "") + name_of(type);
  if (as<TypeParameter>(type) != nullptr) {
    return wrong(tilde != nullptr
                     ? fmt::format("type in term {} cannot be a type parameter", name)
                     : "term cannot be a type parameter");
  }
  const Type* under = type->underlying();
  const auto* interface = as<InterfaceType>(under);
  if (tilde != nullptr && interface != nullptr) {
    return wrong(fmt::format("invalid use of ~ ({} is an interface)", name_of(type)));
  }
  if (tilde != nullptr && under != type && under != invalid()) {
    return wrong(fmt::format("invalid use of ~ (underlying type of {} is {})", name_of(type),
                             name_of(under)));
  }
  if (interface != nullptr) {
    bool comparable = interface->restriction().comparable;
    if (!is_alone && !interface->methods().empty()) {
      return wrong(fmt::format("cannot use {0} in union ({0} contains methods)", name));
    }
    if (!is_alone && comparable) {
      return wrong(type == types_.comparable_type()
                       ? "cannot use comparable in union"
                       : fmt::format("cannot use {0} in union ({0} embeds comparable)", name));
    }
    if (!interface->restriction().terms) return true;
    for (const TypeTerm& term : *interface->restriction().terms) unite(terms, term);
    return false;
  }
  TypeTerm term{tilde != nullptr, type};
  for (const TypeTerm& other : written) {
    bool overlap = includes(other, type) || includes(term, other.type);
    if (!overlap) continue;
    return wrong(fmt::format("overlapping terms {} and {}", name,
                             (other.tilde ? "~" : "") + name_of(other.type)));
  }
  written.push_back(term);
  unite(terms, term);
  return false;
}

}  // namespace hmaplab::check
