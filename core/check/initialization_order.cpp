// The order in which package variables are initialised: again and again the first one in source
// order that depends on no uninitialised one (specification, "Package initialization").
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/check/checker.h"

namespace hmaplab::check {
namespace {

bool has_value(const syntax::Decl& node) {
  return !static_cast<const syntax::VariableDecl&>(node).values.empty();
}

}  // namespace

// The variables that a variable's value needs, through functions as far as necessary.
std::vector<Declaration*> Checker::variables_reached(Declaration* from) const {
  std::vector<Declaration*> reached;
  std::vector<Declaration*> open = {from};
  std::unordered_set<const Declaration*> seen = {};
  while (!open.empty()) {
    Declaration* current = open.back();
    open.pop_back();
    for (Declaration* next : current->dependencies) {
      if (!seen.insert(next).second) continue;
      if (next->object->kind == ObjectKind::Variable) reached.push_back(next);
      if (next->object->kind == ObjectKind::Function) open.push_back(next);
    }
  }
  return reached;
}

void Checker::order_initializers() {
  std::unordered_map<const Declaration*, std::vector<Declaration*>> needed_by;
  std::unordered_map<const Declaration*, size_t> missing;
  std::set<std::pair<uint32_t, Declaration*>> ready;
  std::vector<Declaration*> variables;
  for (const auto& declaration : declarations_) {
    if (declaration->object->kind == ObjectKind::Variable) variables.push_back(declaration.get());
  }
  for (Declaration* variable : variables) {
    std::vector<Declaration*> needs = variables_reached(variable);
    for (Declaration* one : needs) needed_by[one].push_back(variable);
    missing[variable] = needs.size();
    if (needs.empty()) ready.emplace(variable->order, variable);
  }
  size_t done = 0;
  while (!ready.empty()) {
    Declaration* variable = ready.begin()->second;
    ready.erase(ready.begin());
    ++done;
    const auto& node = static_cast<const syntax::VariableDecl&>(*variable->node);
    bool is_shared = node.values.size() != node.names.size();
    if (has_value(node) && (!is_shared || variable->name_index == 0)) {
      Initializer initializer;
      initializer.value = node.values[is_shared ? 0 : variable->name_index].get();
      // The names of one declaration follow each other.
      size_t count = is_shared ? node.names.size() : 1;
      for (size_t i = 0; i < count; ++i) {
        const Declaration* other = declarations_[variable->order + i].get();
        bool is_blank = other->object->name == "_";
        initializer.variables.push_back(is_blank ? nullptr
                                                 : static_cast<const Variable*>(other->object));
      }
      package_.initializers.push_back(std::move(initializer));
    }
    for (Declaration* user : needed_by[variable]) {
      if (--missing[user] == 0) ready.emplace(user->order, user);
    }
  }
  if (done == variables.size()) return;
  for (Declaration* variable : variables) {
    if (missing[variable] == 0) continue;
    std::vector<const Object*> cycle = cycle_from(variable);
    if (cycle.empty()) continue;
    bool by_itself = cycle.size() == 1;
    const std::string& name = variable->object->name;
    report("InvalidInitCycle", variable->object->span,
           by_itself ? fmt::format("initialization cycle: {} refers to itself", name)
                     : fmt::format("initialization cycle for {}{}", name, cycle_text(cycle)));
    return;
  }
}

// The objects on a shortest way from the declaration back to itself; empty when there is none.
std::vector<const Object*> Checker::cycle_from(const Declaration* start) const {
  std::unordered_map<const Declaration*, const Declaration*> came_from;
  std::vector<const Declaration*> open = {start};
  for (size_t i = 0; i < open.size(); ++i) {
    for (const Declaration* next : open[i]->dependencies) {
      if (next == start) {
        std::vector<const Object*> cycle;
        for (const Declaration* step = open[i]; step != start; step = came_from[step]) {
          cycle.push_back(step->object);
        }
        cycle.push_back(start->object);
        std::reverse(cycle.begin(), cycle.end());
        return cycle;
      }
      if (came_from.try_emplace(next, open[i]).second) open.push_back(next);
    }
  }
  return {};
}

}  // namespace hmaplab::check
