#include "core/check/unifier.h"

#include <algorithm>

#include "core/check/type_set.h"

namespace hmaplab::check {
namespace {

constexpr uint32_t kMostDepth = 100;

bool is_named(const Type* type) { return as<NamedType>(type) != nullptr; }
// Neither a defined type nor a type parameter.
bool is_literal(const Type* type) { return !is_named(type) && !as<TypeParameter>(type); }
const InterfaceType* interface_of(const Type* type) {
  return as<InterfaceType>(type->underlying());
}

}  // namespace

Unifier::Unifier(TypeTable& types, const std::vector<const TypeParameter*>& parameters,
                 const std::vector<const Type*>& arguments)
    : types_(types), parameters_(parameters), of_group_(arguments) {
  of_group_.resize(parameters.size());
  for (size_t i = 0; i < parameters.size(); ++i) group_.push_back(i);
}

size_t Unifier::index_of(const Type* type) const {
  auto found = std::find(parameters_.begin(), parameters_.end(), type);
  return found == parameters_.end() ? kNone : static_cast<size_t>(found - parameters_.begin());
}

const Type* Unifier::at(const TypeParameter* parameter) const {
  return of_group_[group_[index_of(parameter)]];
}

void Unifier::set(const TypeParameter* parameter, const Type* type) {
  of_group_[group_[index_of(parameter)]] = type;
}

size_t Unifier::unknown() const {
  size_t count = 0;
  for (size_t group : group_) count += of_group_[group] == nullptr ? 1 : 0;
  return count;
}

std::vector<const Type*> Unifier::inferred() const {
  std::vector<const Type*> types;
  for (size_t group : group_) types.push_back(of_group_[group]);
  return types;
}

// False when both have a type already.
bool Unifier::join(size_t left, size_t right) {
  size_t from = group_[left], to = group_[right];
  if (from == to) return true;
  if (of_group_[from] != nullptr && of_group_[to] != nullptr) return false;
  if (of_group_[to] == nullptr) of_group_[to] = of_group_[from];
  for (size_t& group : group_) {
    if (group == from) group = to;
  }
  return true;
}

bool Unifier::unify(const Type* left, const Type* right, Exactness exactness) {
  if (left == right) return true;
  if (depth_ > kMostDepth) return false;
  ++depth_;
  struct Leave {
    uint32_t& depth;
    ~Leave() { --depth; }
  } leave{depth_};
  // A defined type stands right, a bound type parameter left.
  if (is_named(left) || index_of(right) != kNone) std::swap(left, right);
  bool loose = exactness != Exactness::Exact;
  if (loose && is_named(right) && is_literal(left) && !as<InterfaceType>(left)) {
    right = right->underlying();
    if (left == right) return true;
  }
  size_t bound = index_of(left), other = index_of(right);
  if (bound != kNone && other != kNone) {
    if (join(bound, other)) return true;
    return unify(of_group_[group_[bound]], of_group_[group_[other]], exactness);
  }
  if (bound != kNone) return unify_bound(bound, right, exactness);
  if (loose && (interface_of(left) != nullptr || interface_of(right) != nullptr)) {
    return unify_interfaces(left, right);
  }
  if (as<TypeParameter>(right) != nullptr) std::swap(left, right);
  if (as<TypeParameter>(left) != nullptr) {
    const Type* core = core_type(left);
    return core != nullptr && unify(core, right, Exactness::LooseAtTopLevel);
  }
  return unify_parts(left, right, exactness);
}

// A type that is known already must match; of two that match loosely the defined type counts, then
// the channel with a direction.
bool Unifier::unify_bound(size_t bound, const Type* other, Exactness exactness) {
  const Type*& known = of_group_[group_[bound]];
  if (known == nullptr) {
    known = other;
    return true;
  }
  const Type* before = known;
  if (!unify(before, other, exactness)) return false;
  const InterfaceType* left = interface_of(before);
  const InterfaceType* right = interface_of(other);
  if (left != nullptr && right != nullptr) {
    if (is_named(before) && is_named(other)) return before == other;
    if (left->methods().size() != right->methods().size()) return false;
  } else if (left != nullptr || right != nullptr) {
    return false;
  }
  if (exactness == Exactness::Exact || is_named(before)) return true;
  const auto* channel = as<ChannelType>(other->underlying());
  bool directed = channel != nullptr && channel->direction() != syntax::ChannelDirection::Both;
  if (is_named(other) || directed) of_group_[group_[bound]] = other;
  return true;
}

// Two interfaces share the methods of the smaller one; what is no interface has those of the other.
bool Unifier::unify_interfaces(const Type* left, const Type* right) {
  const InterfaceType* one = interface_of(left);
  const InterfaceType* other = interface_of(right);
  if (one == nullptr) return unify_methods(*other, left);
  if (other == nullptr) return unify_methods(*one, right);
  if (one->is_constraint() || other->is_constraint()) return one == other;
  bool swap = one->methods().size() > other->methods().size();
  return unify_methods(swap ? *other : *one, swap ? left : right);
}

bool Unifier::unify_methods(const InterfaceType& interface, const Type* type) {
  for (const InterfaceMethod& method : interface.methods()) {
    Lookup found = look_up(type, method.name, method.package);
    const Type* have = found.method != nullptr ? found.method->type
                       : found.kind == LookupKind::InterfaceMethod
                           ? found.interface->methods()[found.interface_method].type
                           : nullptr;
    if (have == nullptr || !unify(method.type, have, Exactness::Exact)) return false;
  }
  return true;
}

bool Unifier::unify_lists(const std::vector<const Type*>& left,
                          const std::vector<const Type*>& right, Exactness exactness) {
  if (left.size() != right.size()) return false;
  for (size_t i = 0; i < left.size(); ++i) {
    if (!unify(left[i], right[i], exactness)) return false;
  }
  return true;
}

bool Unifier::unify_structs(const StructType& left, const StructType& right,
                            Exactness exactness) {
  const auto& fields = left.fields();
  const auto& others = right.fields();
  if (fields.size() != others.size()) return false;
  for (size_t i = 0; i < fields.size(); ++i) {
    const Field& a = fields[i];
    const Field& b = others[i];
    bool alike = a.name == b.name && a.embedded == b.embedded && a.tag == b.tag &&
                 (is_exported(a.name) || a.package == b.package);
    if (!alike || !unify(a.type, b.type, exactness)) return false;
  }
  return true;
}

bool Unifier::unify_parts(const Type* left, const Type* right, Exactness exactness) {
  if (left->kind() != right->kind()) return false;
  Exactness inner = exactness == Exactness::Loose ? exactness : Exactness::Exact;
  if (const auto* named = as<NamedType>(left)) {
    const auto* other = as<NamedType>(right);
    bool same = named->origin() != nullptr && named->origin() == other->origin();
    return same && unify_lists(named->arguments(), other->arguments(), exactness);
  }
  if (const auto* pointer = as<PointerType>(left)) {
    return unify(pointer->element(), as<PointerType>(right)->element(), inner);
  }
  if (const auto* slice = as<SliceType>(left)) {
    return unify(slice->element(), as<SliceType>(right)->element(), inner);
  }
  if (const auto* array = as<ArrayType>(left)) {
    const auto* other = as<ArrayType>(right);
    return array->length() == other->length() &&
           unify(array->element(), other->element(), inner);
  }
  if (const auto* map = as<MapType>(left)) {
    const auto* other = as<MapType>(right);
    return unify(map->key(), other->key(), inner) &&
           unify(map->element(), other->element(), inner);
  }
  if (const auto* channel = as<ChannelType>(left)) {
    const auto* other = as<ChannelType>(right);
    bool directions = exactness != Exactness::Exact || channel->direction() == other->direction();
    return directions && unify(channel->element(), other->element(), inner);
  }
  if (const auto* function = as<FunctionType>(left)) {
    const auto* other = as<FunctionType>(right);
    return function->variadic() == other->variadic() &&
           unify_lists(function->parameters(), other->parameters(), inner) &&
           unify_lists(function->results(), other->results(), inner);
  }
  if (const auto* structure = as<StructType>(left)) {
    return unify_structs(*structure, *as<StructType>(right), inner);
  }
  if (const auto* interface = as<InterfaceType>(left)) {
    const auto* other = as<InterfaceType>(right);
    return interface->methods().size() == other->methods().size() &&
           !interface->is_constraint() && !other->is_constraint() &&
           unify_methods(*interface, other);
  }
  return false;  // basic types would be the same
}

}  // namespace hmaplab::check
