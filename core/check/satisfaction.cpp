// Whether a type satisfies a constraint, and in Go's words why not.
#include <fmt/format.h>

#include <algorithm>

#include "core/check/checker.h"
#include "core/check/type_set.h"

namespace hmaplab::check {
namespace {

// What terms the type's values can have: of an interface those of its set; nullptr: any.
const std::vector<TypeTerm>* own_terms(const Type* type) {
  if (as<TypeParameter>(type) != nullptr) return terms_of(type);
  const auto* interface = as<InterfaceType>(type->underlying());
  return interface != nullptr && interface->restriction().terms ? &*interface->restriction().terms
                                                                 : nullptr;
}

}  // namespace

bool Checker::satisfies(const Type* type, const Type* constraint, std::string* cause) {
  const auto* interface = as<InterfaceType>(constraint->underlying());
  if (interface == nullptr || type->underlying() == invalid() || interface->is_empty()) return true;
  const auto& terms = interface->restriction().terms;
  const std::vector<TypeTerm>* own = own_terms(type);
  if (own != nullptr && own->empty()) return true;
  if (terms && terms->empty()) {
    *cause = fmt::format("cannot satisfy {} (empty type set)", name_of(constraint));
    return false;
  }
  if (!has_methods(type, *interface, constraint, "satisfy", cause)) return false;
  if (terms && !satisfies_terms(type, own, *terms, constraint, cause)) return false;
  if (!interface->restriction().comparable || type->is_comparable()) return true;
  *cause = fmt::format("{} does not satisfy comparable", name_of(type));
  return false;
}

bool Checker::satisfies_terms(const Type* type, const std::vector<TypeTerm>* own,
                              const std::vector<TypeTerm>& terms, const Type* constraint,
                              std::string* cause) {
  bool is_interface =
      type->underlying_kind() == TypeKind::Interface || as<TypeParameter>(type) != nullptr;
  if (is_interface) {
    if (own != nullptr && is_subset(*own, terms)) return true;
    *cause = fmt::format("{} does not satisfy {}", name_of(type), name_of(constraint));
    return false;
  }
  if (includes(terms, type)) return true;
  std::string detail = fmt::format("{} missing in {}", name_of(type), text(terms));
  for (const TypeTerm& term : terms) {
    if (term.tilde || term.type->underlying() != term.type) continue;
    if (!includes(TypeTerm{true, term.type}, type)) continue;
    detail = fmt::format("possibly missing ~ for {} in {}", name_of(term.type),
                         name_of(constraint));
    break;
  }
  *cause =
      fmt::format("{} does not satisfy {} ({})", name_of(type), name_of(constraint), detail);
  return false;
}

// The methods of the interface; verb: implement or satisfy.
bool Checker::has_methods(const Type* type, const InterfaceType& interface, const Type* target,
                          std::string_view verb, std::string* cause) {
  resolve_methods(type, &interface);
  for (const InterfaceMethod& method : interface.methods()) {
    Lookup found = look_up(type, method.name, method.package);
    const Type* have = found.method != nullptr ? found.method->type
                       : found.kind == LookupKind::InterfaceMethod
                           ? found.interface->methods()[found.interface_method].type
                           : nullptr;
    if (in_method_set(found) && have == method.type) continue;
    if (cause != nullptr) {
      std::string reason = missing_method(type, method);
      bool is_open = reason.find('\n') != std::string::npos;
      *cause = fmt::format("{} does not {} {} ({}{}", name_of(type), verb, name_of(target), reason,
                           is_open ? "" : ")");
    }
    return false;
  }
  return true;
}

}  // namespace hmaplab::check
