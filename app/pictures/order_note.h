// What of happens-before is told at the cursor: the edges of the step just made, and whether it is
// ordered with the step that somebody has pinned.
#pragma once

#include <string>
#include <vector>

#include "core/session/order_edges.h"

namespace hmaplab::pictures {

struct OrderNote {
  std::vector<session::OrderEdge> of_step;  // from or to it
  std::vector<std::string> texts;  // one each: "step 9, g2 waitgroup/add, comes before …"
  std::vector<uint32_t> path;      // between it and the pinned step; empty: none, or no pin
  std::string sentence;            // what is to be said first of all
};

}  // namespace hmaplab::pictures
