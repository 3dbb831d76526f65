#include "core/check/instantiation_cycles.h"

#include <algorithm>

namespace hmaplab::check {
namespace {

// Calls visit for each type that this one is made of.
template <class Visit>
void each_part(const Type* type, Visit visit) {
  if (const auto* pointer = as<PointerType>(type)) visit(pointer->element());
  if (const auto* slice = as<SliceType>(type)) visit(slice->element());
  if (const auto* array = as<ArrayType>(type)) visit(array->element());
  if (const auto* channel = as<ChannelType>(type)) visit(channel->element());
  if (const auto* map = as<MapType>(type)) {
    visit(map->key());
    visit(map->element());
  }
  if (const auto* function = as<FunctionType>(type)) {
    for (const Type* one : function->parameters()) visit(one);
    for (const Type* one : function->results()) visit(one);
  }
  if (const auto* structure = as<StructType>(type)) {
    for (const Field& field : structure->fields()) visit(field.type);
  }
  if (const auto* interface = as<InterfaceType>(type)) {
    for (const InterfaceMethod& method : interface->methods()) visit(method.type);
  }
  if (const auto* named = as<NamedType>(type)) {
    for (const Type* one : named->arguments()) visit(one);
  }
}

}  // namespace

size_t InstantiationCycles::vertex(const Type* type) {
  auto known = canonical_.find(type);
  if (known != canonical_.end()) type = known->second;
  return vertices_.try_emplace(type, vertices_.size()).first->second;
}

void InstantiationCycles::connect(const Type* inner, const Type* target, const Type* whole,
                                  source::Span span) {
  if (!inner->is_parameterized()) return;
  const auto* named = as<NamedType>(inner);
  bool is_local = named != nullptr && named->origin() == nullptr;
  if (as<TypeParameter>(inner) != nullptr || is_local) {
    edges_.push_back({vertex(inner), vertex(target), inner == whole ? 0 : 1, {target, whole, span}});
  }
  each_part(inner, [&](const Type* part) { connect(part, target, whole, span); });
}

void InstantiationCycles::add(const TypeParameter& parameter, const Type* argument,
                              source::Span span) {
  connect(argument, &parameter, argument, span);
}

void InstantiationCycles::add_local(const NamedType& type,
                                    const std::vector<const TypeParameter*>& around,
                                    source::Span span) {
  for (const TypeParameter* parameter : around) {
    edges_.push_back({vertex(parameter), vertex(&type), 1, {&type, parameter, span}});
  }
}

// The heaviest ways, as Bellman and Ford find the lightest: one that passes as many edges as there
// are vertices has gone round.
std::vector<InstantiationCycles::Step> InstantiationCycles::find() const {
  std::vector<int> weight(vertices_.size(), 0);
  std::vector<size_t> length(vertices_.size(), 0);
  std::vector<size_t> came_by(vertices_.size(), edges_.size());
  for (bool again = true; again;) {
    again = false;
    for (size_t i = 0; i < edges_.size(); ++i) {
      const Edge& edge = edges_[i];
      int heavier = weight[edge.from] + edge.weight;
      if (heavier <= weight[edge.to]) continue;
      came_by[edge.to] = i;
      length[edge.to] = length[edge.from] + 1;
      if (length[edge.to] >= vertices_.size()) return way_round(edge.to, came_by);
      weight[edge.to] = heavier;
      again = true;
    }
  }
  return {};
}

std::vector<InstantiationCycles::Step> InstantiationCycles::way_round(
    size_t vertex, const std::vector<size_t>& came_by) const {
  std::vector<size_t> path;
  while (std::find(path.begin(), path.end(), vertex) == path.end()) {
    if (came_by[vertex] == edges_.size()) return {};
    path.push_back(vertex);
    vertex = edges_[came_by[vertex]].from;
  }
  path.erase(path.begin(), std::find(path.begin(), path.end(), vertex));
  std::vector<Step> steps;
  for (size_t one : path) steps.push_back(edges_[came_by[one]].step);
  return steps;
}

}  // namespace hmaplab::check
