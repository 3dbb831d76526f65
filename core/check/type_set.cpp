#include "core/check/type_set.h"

#include <algorithm>

namespace hmaplab::check {

const InterfaceType* TypeParameter::interface() const {
  return constraint_ == nullptr ? nullptr : as<InterfaceType>(constraint_->underlying());
}

const std::vector<TypeTerm>* terms_of(const Type* type) {
  const auto* parameter = as<TypeParameter>(type);
  const InterfaceType* interface = parameter != nullptr ? parameter->interface() : nullptr;
  if (interface == nullptr || !interface->restriction().terms) return nullptr;
  return &*interface->restriction().terms;
}

namespace {

// Channels of one element type share a core type when their directions do not contradict: the
// directed one.
const Type* common_channel(const Type* one, const Type* other) {
  const auto* left = as<ChannelType>(one);
  const auto* right = as<ChannelType>(other);
  if (left == nullptr || right == nullptr || left->element() != right->element()) return nullptr;
  if (left->direction() == syntax::ChannelDirection::Both) return other;
  if (right->direction() == syntax::ChannelDirection::Both) return one;
  return nullptr;
}

bool is_bytes(const Type* under) {
  const auto* slice = as<SliceType>(under);
  return slice != nullptr && slice->element()->underlying_kind() == TypeKind::Uint8;
}

}  // namespace

const Type* core_type(const Type* type) {
  if (as<TypeParameter>(type) == nullptr) return type->underlying();
  const std::vector<TypeTerm>* terms = terms_of(type);
  if (terms == nullptr || terms->empty()) return nullptr;
  const Type* core = (*terms)[0].type->underlying();
  for (const TypeTerm& term : *terms) {
    const Type* under = term.type->underlying();
    if (under != core) core = common_channel(core, under);
    if (core == nullptr) return nullptr;
  }
  return core;
}

const Type* core_string(const Type* type, const Type* string) {
  if (const Type* core = core_type(type)) return core;
  bool fits = all_of_set(type, [](const Type* under) {
    return under->kind() == TypeKind::String || is_bytes(under);
  });
  return fits ? string : nullptr;
}

bool includes(const TypeTerm& term, const Type* type) {
  return term.type == type || (term.tilde && term.type->underlying() == type->underlying());
}

bool includes(const std::vector<TypeTerm>& terms, const Type* type) {
  return std::any_of(terms.begin(), terms.end(),
                     [&](const TypeTerm& term) { return includes(term, type); });
}

namespace {

bool is_inside(const TypeTerm& inner, const TypeTerm& outer) {
  return includes(outer, inner.type) && (outer.tilde || !inner.tilde);
}

}  // namespace

bool is_subset(const std::vector<TypeTerm>& inner, const std::vector<TypeTerm>& outer) {
  return std::all_of(inner.begin(), inner.end(), [&](const TypeTerm& one) {
    return std::any_of(outer.begin(), outer.end(),
                       [&](const TypeTerm& other) { return is_inside(one, other); });
  });
}

void unite(std::vector<TypeTerm>& terms, const TypeTerm& term) {
  for (const TypeTerm& other : terms) {
    if (is_inside(term, other)) return;
  }
  std::erase_if(terms, [&](const TypeTerm& other) { return is_inside(other, term); });
  terms.push_back(term);
}

std::vector<TypeTerm> intersection(const std::vector<TypeTerm>& left,
                                   const std::vector<TypeTerm>& right) {
  std::vector<TypeTerm> common;
  for (const TypeTerm& one : left) {
    for (const TypeTerm& other : right) {
      if (is_inside(one, other)) {
        unite(common, one);
      } else if (is_inside(other, one)) {
        unite(common, other);
      }
    }
  }
  return common;
}

std::string text(const std::vector<TypeTerm>& terms) {
  std::string all;
  for (const TypeTerm& term : terms) {
    if (!all.empty()) all += " | ";
    if (term.tilde) all += "~";
    all += term.type->text(TypeStyle::Message);
  }
  return all;
}

bool has_comparable_types(const InterfaceType& interface) {
  if (interface.restriction().comparable) return true;
  const auto& terms = interface.restriction().terms;
  return terms && std::all_of(terms->begin(), terms->end(), [](const TypeTerm& term) {
           return term.type->is_comparable();
         });
}

}  // namespace hmaplab::check
