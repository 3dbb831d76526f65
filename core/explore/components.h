// Strongly connected components of the graph of Worlds: Worlds that lead to each other and back.
#pragma once

#include <cstdint>
#include <vector>

#include "core/explore/graph.h"

namespace hmaplab::explore {

struct Components {
  std::vector<std::vector<uint32_t>> list;  // each behind all that it leads to: the root's is last
  std::vector<uint32_t> of;                 // the component of each node
};

// Tarjan's algorithm, without recursion. O(nodes + edges).
Components components_of(const Graph& graph);

}  // namespace hmaplab::explore
