// SimulatedMemory: the smallest memory with simulated addresses, for replaying vectors and for
// tests; a World has its own. Objects lie one behind the other in one run of bytes. It counts
// accesses, so that a test can see that a stepping operation makes exactly one between two points.
// kStop: Stop::AtPoints for the stepped memory, Stop::Never for the uninterrupted one.
#pragma once

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include "core/base/invariant.h"
#include "core/gomap/memory_policy.h"

namespace hmaplab::gomap {

enum class Stop : uint8_t { AtPoints, Never };

template <class Keys, Stop kStop>
class SimulatedMemory : public EverySlot {
 public:
  using Pointer = memory::Address;
  static constexpr bool kStops = kStop == Stop::AtPoints;
  static constexpr Pointer kFirst{0xc0'0000'0000};  // where the first object lies

  explicit SimulatedMemory(Keys keys = {}) : keys_(std::move(keys)) {}

  template <class T>
  T load(Pointer base, Field<T> field) {
    ++accesses_;
    return peek(base, field);
  }
  Pointer load(Pointer base, Field<memory::Pointer> field) {
    ++accesses_;
    return peek(base, field);
  }
  template <class T>
  void store(Pointer base, Field<T> field, T value) {
    ++accesses_;
    ++stores_;
    poke_bytes(base + field.offset, &value, sizeof value);
  }
  void store(Pointer base, Field<memory::Pointer> field, Pointer value) {
    ++accesses_;
    ++stores_;
    poke_bytes(base + field.offset, &value, sizeof value);
  }
  uint8_t fetch_or(Pointer base, Field<uint8_t> field, uint8_t bits) {
    ++accesses_;
    ++stores_;
    const uint8_t old = peek(base, field);
    const auto changed = static_cast<uint8_t>(old | bits);
    poke_bytes(base + field.offset, &changed, 1);
    return old;
  }

  void load_bytes(void* buffer, Pointer base, Field<Bytes> field, uint64_t size) {
    ++accesses_;
    peek_bytes(buffer, base + field.offset, size);
  }
  void store_bytes(Pointer base, Field<Bytes> field, const void* buffer, uint64_t size) {
    ++accesses_;
    ++stores_;
    poke_bytes(base + field.offset, buffer, size);
  }
  void copy_argument(Pointer base, Field<Bytes> field, Pointer from, uint64_t size) {
    copy_object(base, field, from, size);
  }
  void copy_object(Pointer base, Field<Bytes> field, Pointer from, uint64_t size) {
    ++accesses_;
    ++stores_;
    std::memmove(at(base + field.offset, size), at(from, size), size);
  }
  void zero(Pointer base, Field<Bytes> field, uint64_t size) {
    ++accesses_;
    ++stores_;
    std::memset(at(base + field.offset, size), 0, size);
  }

  KeyAnswer hash(const MapType& type, Pointer key, uint32_t seed) {
    ++accesses_;
    return keys_.hash(*this, type, key, seed);
  }
  KeyAnswer equal(const MapType& type, Pointer a, Pointer b) {
    ++accesses_;
    return keys_.equal(*this, type, a, b);
  }
  KeyAnswer check_key(const MapType& type, Pointer key) { return keys_.check(*this, type, key); }
  uint64_t random() { return keys_.random(); }

  template <class T>
  auto argument(Pointer base, Field<T> field) const {
    return peek(base, field);
  }
  bool equal_bytes(Pointer a, Pointer b, uint64_t size) const {
    return std::memcmp(at(a, size), at(b, size), size) == 0;
  }

  Pointer allocate(Allocation, uint64_t size, const MapType&) {
    const Pointer address = kFirst + bytes_.size();
    bytes_.resize(bytes_.size() + (std::max<uint64_t>(size, 1) + 15) / 16 * 16);
    return address;
  }
  Pointer descriptor(const MapType& type) const {
    return Pointer{0x47'0000'0000 + uint64_t{type.id}};
  }

  // For inspection: reads without being an access.
  template <class T>
  T peek(Pointer base, Field<T> field) const {
    T value;
    peek_bytes(&value, base + field.offset, sizeof value);
    return value;
  }
  Pointer peek(Pointer base, Field<memory::Pointer> field) const {
    return Pointer{peek(base, Field<uint64_t>{field.offset, field.name})};
  }
  void peek_bytes(void* buffer, Pointer from, uint64_t size) const {
    std::memcpy(buffer, at(from, size), size);
  }
  void poke_bytes(Pointer to, const void* buffer, uint64_t size) {
    std::memcpy(at(to, size), buffer, size);
  }
  Keys& keys() { return keys_; }
  uint64_t size() const { return bytes_.size(); }
  uint64_t accesses() const { return accesses_; }
  uint64_t stores() const { return stores_; }

 private:
  const std::byte* at(Pointer address, uint64_t size) const {
    INVARIANT(address >= kFirst && address - kFirst + size <= bytes_.size(),
              "an access outside the simulated memory");
    return bytes_.data() + (address - kFirst);
  }
  std::byte* at(Pointer address, uint64_t size) {
    return const_cast<std::byte*>(std::as_const(*this).at(address, size));
  }

  Keys keys_;
  std::vector<std::byte> bytes_;
  uint64_t accesses_ = 0;
  uint64_t stores_ = 0;  // of the accesses
};

}  // namespace hmaplab::gomap
