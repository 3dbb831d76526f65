// Unifier: finds types for type parameters such that pairs of types become the same (inference of
// type arguments; specification, "Type unification"). Private to core/check.
//
// Loose unification, at the top level of an assignment, also lets a defined type match a type
// literal with its underlying type, channels of different direction match, and an interface match
// what has its methods; exact unification wants identical types. A type parameter that is not bound
// here (of a function around) is matched through its core type.
#pragma once

#include <vector>

#include "core/check/lookup.h"
#include "core/check/type_table.h"

namespace hmaplab::check {

enum class Exactness : uint8_t {
  Loose,            // everywhere
  LooseAtTopLevel,  // exact for element types: an assignment
  Exact,
};

class Unifier {
 public:
  // arguments: those that are known already, nullptr for the others.
  Unifier(TypeTable& types, const std::vector<const TypeParameter*>& parameters,
          const std::vector<const Type*>& arguments);

  bool unify(const Type* left, const Type* right, Exactness exactness);
  const Type* at(const TypeParameter* parameter) const;
  void set(const TypeParameter* parameter, const Type* type);
  size_t unknown() const;
  std::vector<const Type*> inferred() const;  // nullptr where nothing is known

 private:
  static constexpr size_t kNone = ~size_t{0};
  size_t index_of(const Type* type) const;  // of a bound type parameter
  bool unify_bound(size_t bound, const Type* other, Exactness exactness);
  bool join(size_t left, size_t right);
  bool unify_interfaces(const Type* left, const Type* right);
  bool unify_parts(const Type* left, const Type* right, Exactness exactness);
  bool unify_lists(const std::vector<const Type*>& left, const std::vector<const Type*>& right,
                   Exactness exactness);
  bool unify_structs(const StructType& left, const StructType& right, Exactness exactness);
  bool unify_methods(const InterfaceType& interface, const Type* type);

  TypeTable& types_;
  const std::vector<const TypeParameter*>& parameters_;
  std::vector<size_t> group_;          // of each parameter: those that were joined share one
  std::vector<const Type*> of_group_;  // what is known of it
  uint32_t depth_ = 0;
};

}  // namespace hmaplab::check
