// DirectMemory: the map engine on native memory. Pointers are std::byte*, nothing stops, nothing is
// recorded: what remains of an operation is straight code. Keys gives the hash, equality and random
// bits:
//   KeyAnswer hash(memory, type, key, seed), equal(memory, type, a, b), check(memory, type, key);
//   uint64_t random()
// It owns all it allocates and frees it with itself; it is neither copied nor shared between
// threads.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include "core/base/invariant.h"
#include "core/gomap/memory_policy.h"

namespace hmaplab::gomap {

template <class Keys>
class DirectMemory {
 public:
  using Pointer = std::byte*;
  static constexpr bool kStops = false;

  explicit DirectMemory(Keys keys = {}) : keys_(std::move(keys)) {}
  DirectMemory(const DirectMemory&) = delete;
  DirectMemory& operator=(const DirectMemory&) = delete;

  template <class T>
  T load(Pointer base, Field<T> field) const {
    return peek(base, field);
  }
  Pointer load(Pointer base, Field<memory::Pointer> field) const { return peek(base, field); }
  template <class T>
  void store(Pointer base, Field<T> field, T value) {
    std::memcpy(base + field.offset, &value, sizeof value);
  }
  void store(Pointer base, Field<memory::Pointer> field, Pointer value) {
    std::memcpy(base + field.offset, &value, sizeof value);
  }
  uint8_t fetch_or(Pointer base, Field<uint8_t> field, uint8_t bits) {
    const uint8_t old = load(base, field);
    store(base, field, static_cast<uint8_t>(old | bits));
    return old;
  }

  void load_bytes(void* buffer, Pointer base, Field<Bytes> field, uint64_t size) const {
    std::memcpy(buffer, base + field.offset, size);
  }
  void store_bytes(Pointer base, Field<Bytes> field, const void* buffer, uint64_t size) {
    std::memcpy(base + field.offset, buffer, size);
  }
  void copy_argument(Pointer base, Field<Bytes> field, Pointer from, uint64_t size) {
    std::memcpy(base + field.offset, from, size);
  }
  void copy_object(Pointer base, Field<Bytes> field, Pointer from, uint64_t size) {
    std::memcpy(base + field.offset, from, size);
  }
  void zero(Pointer base, Field<Bytes> field, uint64_t size) {
    std::memset(base + field.offset, 0, size);
  }

  KeyAnswer hash(const MapType& type, Pointer key, uint32_t seed) {
    return keys_.hash(*this, type, key, seed);
  }
  KeyAnswer equal(const MapType& type, Pointer a, Pointer b) {
    return keys_.equal(*this, type, a, b);
  }
  KeyAnswer check_key(const MapType& type, Pointer key) { return keys_.check(*this, type, key); }
  uint64_t random() { return keys_.random(); }

  template <class T>
  auto argument(Pointer base, Field<T> field) const {
    return peek(base, field);
  }
  bool equal_bytes(Pointer a, Pointer b, uint64_t size) const {
    return std::memcmp(a, b, size) == 0;
  }

  Pointer allocate(Allocation, uint64_t size, const MapType&) {
    auto* bytes = static_cast<std::byte*>(std::calloc(size == 0 ? 1 : size, 1));
    INVARIANT(bytes != nullptr, "out of memory");
    owned_.emplace_back(bytes);
    return bytes;
  }
  Pointer descriptor(const MapType& type) const {
    return const_cast<Pointer>(reinterpret_cast<const std::byte*>(&type));
  }

  // For inspection: reads without being an access.
  template <class T>
  T peek(Pointer base, Field<T> field) const {
    T value;
    std::memcpy(&value, base + field.offset, sizeof value);
    return value;
  }
  Pointer peek(Pointer base, Field<memory::Pointer> field) const {
    Pointer value;
    std::memcpy(&value, base + field.offset, sizeof value);
    return value;
  }
  void peek_bytes(void* buffer, Pointer from, uint64_t size) const {
    std::memcpy(buffer, from, size);
  }
  void poke_bytes(Pointer to, const void* buffer, uint64_t size) { std::memcpy(to, buffer, size); }
  Keys& keys() { return keys_; }

 private:
  struct Free {
    void operator()(std::byte* bytes) const { std::free(bytes); }
  };
  Keys keys_;
  std::vector<std::unique_ptr<std::byte, Free>> owned_;
};

}  // namespace hmaplab::gomap
