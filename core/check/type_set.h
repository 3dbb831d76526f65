// Type sets: which types an interface that serves as a constraint stands for, and the questions
// that the specification asks of a type parameter through them: do all types of its set have this
// property, what is its core type. For a type that is no type parameter each question is about the
// type itself.
#pragma once

#include <string>
#include <vector>

#include "core/check/types.h"

namespace hmaplab::check {

// The terms of a type parameter's constraint; nullptr when any type may stand for it, and for types
// that are no type parameters.
const std::vector<TypeTerm>* terms_of(const Type* type);

// Whether the predicate holds for the underlying type, or for that of each term of a type
// parameter (which must have some).
template <class Predicate>
bool all_of_set(const Type* type, Predicate predicate) {
  if (as<TypeParameter>(type) == nullptr) return predicate(type->underlying());
  if (static_cast<const TypeParameter*>(type)->interface() == nullptr) return true;  // an error
  const std::vector<TypeTerm>* terms = terms_of(type);
  if (terms == nullptr || terms->empty()) return false;
  for (const TypeTerm& term : *terms) {
    if (!predicate(term.type->underlying())) return false;
  }
  return true;
}

template <class Predicate>
bool all_kinds(const Type* type, Predicate predicate) {
  return all_of_set(type, [&](const Type* under) { return predicate(under->kind()); });
}

// The one underlying type of all types in the set, or nullptr (specification, "Core types").
const Type* core_type(const Type* type);
// Likewise, where strings and slices of bytes may stand together: then string.
const Type* core_string(const Type* type, const Type* string);

bool includes(const TypeTerm& term, const Type* type);
bool includes(const std::vector<TypeTerm>& terms, const Type* type);
// Whether each type of the first set is in the second.
bool is_subset(const std::vector<TypeTerm>& inner, const std::vector<TypeTerm>& outer);
std::vector<TypeTerm> intersection(const std::vector<TypeTerm>& left,
                                   const std::vector<TypeTerm>& right);
// Adds a term unless another one includes it.
void unite(std::vector<TypeTerm>& terms, const TypeTerm& term);

// As in messages: ~int | ~string.
std::string text(const std::vector<TypeTerm>& terms);

// Whether all types of the interface's set can be compared with == (strictly: without a panic).
bool has_comparable_types(const InterfaceType& interface);

}  // namespace hmaplab::check
