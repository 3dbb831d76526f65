// Substitution: the same type with other types in the place of type parameters. What mentions none
// of them stays the same type.
#pragma once

#include <vector>

#include "core/check/type_table.h"

namespace hmaplab::check {

class Substitution {
 public:
  // parameters[i] becomes arguments[i]; a nullptr there leaves the parameter as it is.
  Substitution(TypeTable& types, const std::vector<const TypeParameter*>& parameters,
               const std::vector<const Type*>& arguments)
      : types_(types), parameters_(parameters), arguments_(arguments) {}

  const Type* apply(const Type* type) const;
  const FunctionType* apply(const FunctionType* type) const {
    return static_cast<const FunctionType*>(apply(static_cast<const Type*>(type)));
  }
  std::vector<const Type*> apply(const std::vector<const Type*>& types) const;

 private:
  const Type* apply_struct(const StructType& structure) const;
  const Type* apply_interface(const InterfaceType& interface) const;

  TypeTable& types_;
  const std::vector<const TypeParameter*>& parameters_;
  const std::vector<const Type*>& arguments_;
};

}  // namespace hmaplab::check
