#include "core/explore/census.h"

#include <algorithm>
#include <cmath>

#include "core/explore/components.h"

namespace hmaplab::explore {

using check::BigInteger;

namespace {

// What happens at a node: every actor is equally likely, and so is every ready case of a select.
// Edges of one actor stand together.
template <class Visit>
void each_probability(const Graph& graph, uint32_t node, Visit&& visit) {
  const auto edges = graph.edges(node);
  size_t actors = 0;
  for (size_t i = 0; i < edges.size(); ++i)
    actors += i == 0 || edges[i].move.actor != edges[i - 1].move.actor ? 1 : 0;
  for (size_t first = 0; first < edges.size();) {
    size_t last = first;
    while (last < edges.size() && edges[last].move.actor == edges[first].move.actor) ++last;
    const double each = 1.0 / static_cast<double>(actors) / static_cast<double>(last - first);
    for (; first < last; ++first) visit(edges[first].to, each);
  }
}

bool is_cycle(const Graph& graph, const std::vector<uint32_t>& component) {
  if (component.size() > 1) return true;
  const auto edges = graph.edges(component[0]);
  return std::any_of(edges.begin(), edges.end(),
                     [&](const Edge& edge) { return edge.to == component[0]; });
}

// How often each node is come to, in the mean: `mass` of the nodes of one cycle, given what flows in
// from outside. The last bits are reached by going round again and again.
void settle_cycle(const Graph& graph, const std::vector<uint32_t>& cycle,
                  const std::vector<uint32_t>& component_of, std::vector<double>& mass) {
  constexpr double kExact = 1e-15;
  constexpr size_t kMostVisits = 50'000'000;
  const uint32_t component = component_of[cycle[0]];
  bool has_exit = false;
  for (uint32_t node : cycle) {
    for (const Edge& edge : graph.edges(node))
      has_exit = has_exit || component_of[edge.to] != component;
  }
  if (!has_exit) return;
  std::vector<double> moving(mass.size() > 0 ? cycle.size() : 0);
  std::vector<std::pair<uint32_t, size_t>> places;
  for (size_t i = 0; i < cycle.size(); ++i) {
    places.emplace_back(cycle[i], i);
    moving[i] = mass[cycle[i]];
  }
  std::sort(places.begin(), places.end());
  auto place_of = [&](uint32_t node) {
    return std::lower_bound(places.begin(), places.end(), std::pair{node, size_t{0}})->second;
  };
  double left = 1;
  for (size_t visits = 0; left > kExact && visits < kMostVisits; visits += cycle.size()) {
    left = 0;
    for (size_t i = 0; i < cycle.size(); ++i) {
      const double flow = std::exchange(moving[i], 0);
      if (flow == 0) continue;
      left += flow;
      each_probability(graph, cycle[i], [&](uint32_t to, double probability) {
        if (component_of[to] != component) return;
        moving[place_of(to)] += flow * probability;
        mass[to] += flow * probability;
      });
    }
  }
}

void count_shares(const Graph& graph, const Components& components, Census& census) {
  std::vector<double> mass(graph.size());
  mass[Graph::kRoot] = 1;
  double unknown = 0;  // of nodes that nobody has looked at
  for (size_t c = components.list.size(); c-- > 0;) {
    const std::vector<uint32_t>& members = components.list[c];
    const bool cyclic = is_cycle(graph, members);
    if (cyclic) {
      census.cycles.push_back(*std::min_element(members.begin(), members.end()));
      settle_cycle(graph, members, components.of, mass);
    }
    for (uint32_t node : members) {
      const uint32_t outcome = graph.node(node).outcome;
      if (outcome != Node::kNoOutcome) census.shares[outcome] += mass[node];
      if (outcome == Node::kNoOutcome && graph.node(node).edges == 0) unknown += mass[node];
      each_probability(graph, node, [&](uint32_t to, double probability) {
        if (components.of[to] != c) mass[to] += mass[node] * probability;
      });
    }
  }
  if (census.cycles.empty()) return;
  double ends = unknown;
  for (double share : census.shares) ends += share;
  constexpr double kNothing = 1e-9;
  census.never_ends = 1 - ends > kNothing ? 1 - ends : 0;
}

void count_interleavings(const Graph& graph, const Components& components, Census& census) {
  std::vector<BigInteger> ways(graph.size());
  ways[Graph::kRoot] = BigInteger(1);
  census.interleavings = BigInteger();
  census.interleavings_of.resize(graph.outcomes().size());
  for (size_t c = components.list.size(); c-- > 0;) {
    const uint32_t node = components.list[c][0];
    const uint32_t outcome = graph.node(node).outcome;
    for (const Edge& edge : graph.edges(node)) ways[edge.to] = ways[edge.to] + ways[node];
    if (outcome != Node::kNoOutcome) {
      census.interleavings_of[outcome] = census.interleavings_of[outcome] + ways[node];
      census.interleavings = *census.interleavings + ways[node];
    }
    ways[node] = BigInteger();
  }
}

}  // namespace

Census count(const Graph& graph) {
  Census census;
  census.shares.resize(graph.outcomes().size());
  const Components components = components_of(graph);
  count_shares(graph, components, census);
  if (census.cycles.empty()) count_interleavings(graph, components, census);
  return census;
}

}  // namespace hmaplab::explore
