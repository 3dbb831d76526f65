#include <algorithm>
#include <set>
#include <unordered_set>

#include "core/check/lookup.h"

namespace hmaplab::check {
namespace {

using MethodName = std::pair<std::string, const Package*>;

// The names of all methods on the type or on what it embeds, each once, in order of name.
std::vector<MethodName> method_names(const Type* type) {
  std::vector<MethodName> names;
  std::vector<const Type*> open = {type};
  std::unordered_set<const Type*> seen;
  for (size_t i = 0; i < open.size(); ++i) {
    const Type* current = open[i];
    if (const auto* pointer = as<PointerType>(current)) current = pointer->element();
    if (!seen.insert(current).second) continue;
    if (const auto* named = as<NamedType>(current)) {
      for (const Function* method : named->methods()) {
        names.emplace_back(method->name, method->package);
      }
    }
    if (const auto* interface = as<InterfaceType>(current->underlying())) {
      for (const InterfaceMethod& method : interface->methods()) {
        names.emplace_back(method.name, method.package);
      }
    } else if (const auto* structure = as<StructType>(current->underlying())) {
      for (const Field& field : structure->fields()) {
        if (field.embedded) open.push_back(field.type);
      }
    }
  }
  std::stable_sort(names.begin(), names.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  auto same = [](const MethodName& a, const MethodName& b) {
    return same_name(a.first, a.second, b.first, b.second);
  };
  names.erase(std::unique(names.begin(), names.end(), same), names.end());
  return names;
}

MethodEntry entry_of(const Lookup& found, const std::string& name, const Package* package) {
  MethodEntry entry;
  entry.name = name;
  entry.package = package;
  entry.path = found.path;
  entry.adjustment = adjustment_of(found);
  entry.method = found.method;
  entry.interface = found.interface;
  entry.interface_method = found.interface_method;
  entry.type = found.method != nullptr ? found.method->signature()
                                       : found.interface->methods()[found.interface_method].type;
  return entry;
}

}  // namespace

std::vector<MethodEntry> CheckedProgram::method_set(const Type* type) const {
  std::vector<MethodEntry> set;
  for (const auto& [name, package] : method_names(type)) {
    Lookup found = look_up(type, name, package);
    if (in_method_set(found)) set.push_back(entry_of(found, name, package));
  }
  return set;
}

std::vector<MethodEntry> CheckedProgram::implement(const Type* type,
                                                   const InterfaceType* interface) const {
  std::vector<MethodEntry> entries;
  for (const InterfaceMethod& method : interface->methods()) {
    Lookup found = look_up(type, method.name, method.package);
    if (!in_method_set(found)) return {};
    entries.push_back(entry_of(found, method.name, method.package));
    if (entries.back().type != method.type) return {};
  }
  return entries;
}

bool CheckedProgram::implements(const Type* type, const InterfaceType* interface) const {
  return interface->is_empty() || !implement(type, interface).empty();
}

}  // namespace hmaplab::check
