// StoreBuffer: what a goroutine has stored and others do not see yet. Real processors have one for each
// core; here each goroutine has one, since each may run on a core of its own. Its own loads see what is
// in it. Draining an entry puts it into memory.
//
//   sc    no buffer: a store is in memory at once
//   tso   first in, first out (x86): a store may be seen after later loads of the same goroutine
//   pso   first in, first out only for each word of 8 bytes: stores may also be seen in another order
//         than they were made (one of the reorderings that arm64 allows)
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/hash.h"
#include "core/memory/address.h"

namespace hmaplab::memory {

enum class MemoryOrder : uint8_t { Sc, Tso, Pso };

// What a store was about, for people; no part of the state.
struct StoreLabel {
  const char* field = "";
  int32_t index = -1;
  uint32_t type = 0;  // a number in the program's type list
  uint8_t form = 0;   // a vm::ValueForm
  uint32_t size = 0;  // of the whole value
  Address map = Address::Nil;
  uint8_t part = 0;  // a vm::MapPart
  uint64_t bucket = 0;
  uint32_t function = 0;  // which stored it, and on which line
  uint32_t line = 0;
};

struct BufferedStore {
  Address address = Address::Nil;
  std::vector<std::byte> bytes;
  StoreLabel label;
};

class StoreBuffer {
 public:
  bool empty() const { return stores_.empty(); }
  size_t size() const { return stores_.size(); }
  const std::vector<BufferedStore>& stores() const { return stores_; }  // oldest first

  // Under pso a store is split into its words.
  void put(Address address, const void* from, size_t size, MemoryOrder order);
  // Names the stores that were put in since there were `before`.
  void label(size_t before, const StoreLabel& label);

  // Puts into `to`, which holds the bytes of memory at [address, address+size), what was stored there.
  void overlay(Address address, void* to, size_t size) const;

  // The places in stores() that can be drained next, oldest first: under tso only the first one, under pso
  // the first of each word.
  std::vector<size_t> drainable(MemoryOrder order) const;
  // Takes one of them out.
  BufferedStore take(size_t place);

  // Under pso the order of different words does not count.
  void add_to(base::Hasher& hasher, MemoryOrder order) const;

 private:
  std::vector<BufferedStore> stores_;
};

}  // namespace hmaplab::memory
