// One block's names. A scope knows its parent and not its children; it lives on the checker's
// stack, or as long as the package for package and file scopes.
#pragma once

#include <string_view>
#include <unordered_map>

#include "core/check/objects.h"

namespace hmaplab::check {

class Scope {
 public:
  explicit Scope(Scope* parent) : parent_(parent) {}

  // The object that is now declared under the name here: another one if the name was taken.
  Object* insert(Object* object) { return names_.try_emplace(object->name, object).first->second; }
  Object* find_here(std::string_view name) const {
    auto found = names_.find(name);
    return found == names_.end() ? nullptr : found->second;
  }
  Object* find(std::string_view name) const {
    for (const Scope* scope = this; scope != nullptr; scope = scope->parent_) {
      if (Object* object = scope->find_here(name)) return object;
    }
    return nullptr;
  }

 private:
  Scope* parent_;
  std::unordered_map<std::string_view, Object*> names_;
};

}  // namespace hmaplab::check
