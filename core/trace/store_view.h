// Store buffers as plain data: what each goroutine has stored and others do not see yet, oldest
// first, and which of that can reach memory next. Nothing under the memory order sc.
//
//   g2   x = 1, y = 2      drained by g2~
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/schedule/actor.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

struct BufferedStoreView {
  std::string place;   // "x", "m.flags"
  std::string value;   // "1": what it will be for all
  std::string memory;  // "0": what it is for the others until then
  uint32_t line = 0;   // that stored it
  // Whether its lane can drain it now: the choice to give that step; under tso only the oldest.
  std::optional<uint32_t> choice;
};

struct StoreBufferView {
  schedule::Actor owner;
  schedule::Actor lane;  // that drains it
  std::vector<BufferedStoreView> stores;
};

// Of every goroutine that lives, in order of creation, also empty ones; none at all under sc.
std::vector<StoreBufferView> view_store_buffers(const vm::World& world);

// "tso: a goroutine's stores reach memory in their order, but later than its next loads"
std::string memory_order_text(memory::MemoryOrder order);
// A line for each goroutine; "" under sc.
std::string store_buffers_text(const vm::World& world);

}  // namespace hmaplab::trace
