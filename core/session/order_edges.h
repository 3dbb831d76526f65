// Happens-before edges of a run: which step of one actor told another actor, at which of its steps,
// all that had come before. Between two steps of different actors there is an order exactly where a
// way of edges and steps of single actors leads from one to the other; else nothing orders them.
//
//   g1   ──●───────●──────           ● wg.Done()
//                   :
//   g2   ───────●────●────           ● wg.Wait() comes back
//
// Found by making the run again with vector clocks (core/order); nothing in a Session keeps them.
// Only direct edges: what follows from others is left out.
#pragma once

#include <cstdint>
#include <vector>

#include "core/session/timeline.h"

namespace hmaplab::session {

struct OrderEdge {
  uint32_t from = 0;  // a step that released
  uint32_t to = 0;    // the step of another actor that acquired it, later

  friend auto operator<=>(const OrderEdge&, const OrderEdge&) = default;
};

// By `to`, then `from`. Costs as much as the run itself.
std::vector<OrderEdge> order_edges(const bytecode::Program& program, const Timeline& run);

// The steps on a way from `first` to `second`, both included, as few as there can be; empty where
// nothing orders them. `first` < `second`.
std::vector<uint32_t> order_path(const Timeline& run, const std::vector<OrderEdge>& edges,
                                 uint32_t first, uint32_t second);

}  // namespace hmaplab::session
