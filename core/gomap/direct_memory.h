// DirectMemory: the map engine on native memory, for map types that are known at run time only.
// Keys gives the hash, equality and random bits:
//   KeyAnswer hash(memory, type, key, seed), equal(memory, type, a, b), check(memory, type, key);
//   uint64_t random()
// It owns all it allocates and frees it with itself; it is neither copied nor shared between
// threads. For C++ keys and elems: entry_memory.h.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

#include "core/base/invariant.h"
#include "core/gomap/native_access.h"

namespace hmaplab::gomap {

template <class Keys>
class DirectMemory : public NativeAccess {
 public:
  explicit DirectMemory(Keys keys = {}) : keys_(std::move(keys)) {}
  DirectMemory(const DirectMemory&) = delete;
  DirectMemory& operator=(const DirectMemory&) = delete;

  KeyAnswer hash(const MapType& type, Pointer key, uint32_t seed) {
    return keys_.hash(*this, type, key, seed);
  }
  KeyAnswer equal(const MapType& type, Pointer a, Pointer b) {
    return keys_.equal(*this, type, a, b);
  }
  KeyAnswer check_key(const MapType& type, Pointer key) { return keys_.check(*this, type, key); }
  uint64_t random() { return keys_.random(); }

  Pointer allocate(Allocation, uint64_t size, const MapType&) {
    auto* bytes = static_cast<std::byte*>(std::calloc(size == 0 ? 1 : size, 1));
    INVARIANT(bytes != nullptr, "out of memory");
    owned_.emplace_back(bytes);
    return bytes;
  }
  Pointer descriptor(const MapType& type) const {
    return const_cast<Pointer>(reinterpret_cast<const std::byte*>(&type));
  }
  Keys& keys() { return keys_; }

 private:
  struct Free {
    void operator()(std::byte* bytes) const { std::free(bytes); }
  };
  Keys keys_;
  std::vector<std::unique_ptr<std::byte, Free>> owned_;
};

}  // namespace hmaplab::gomap
