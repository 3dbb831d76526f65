#include "core/explore/components.h"

#include <algorithm>

namespace hmaplab::explore {

Components components_of(const Graph& graph) {
  constexpr uint32_t kUnseen = ~0u;
  struct Visit {
    uint32_t node;
    uint32_t next_edge;
  };
  Components components;
  components.of.resize(graph.size(), kUnseen);
  std::vector<uint32_t> number(graph.size(), kUnseen);
  std::vector<uint32_t> low(graph.size());
  std::vector<uint32_t> open;
  std::vector<Visit> path;
  uint32_t next_number = 0;
  auto enter = [&](uint32_t node) {
    number[node] = low[node] = next_number++;
    open.push_back(node);
    path.push_back({node, 0});
  };
  auto close = [&](uint32_t node) {
    const auto first = std::find(open.rbegin(), open.rend(), node).base() - 1;
    components.list.emplace_back(first, open.end());
    open.erase(first, open.end());
    for (uint32_t member : components.list.back())
      components.of[member] = static_cast<uint32_t>(components.list.size()) - 1;
  };
  enter(Graph::kRoot);
  while (!path.empty()) {
    Visit& visit = path.back();
    const uint32_t node = visit.node;
    const auto edges = graph.edges(node);
    if (visit.next_edge < edges.size()) {
      const uint32_t to = edges[visit.next_edge++].to;
      if (number[to] == kUnseen) {
        enter(to);
      } else if (components.of[to] == kUnseen) {
        low[node] = std::min(low[node], number[to]);
      }
      continue;
    }
    if (low[node] == number[node]) close(node);
    path.pop_back();
    if (!path.empty()) low[path.back().node] = std::min(low[path.back().node], low[node]);
  }
  return components;
}

}  // namespace hmaplab::explore
