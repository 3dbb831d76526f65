// NativeAccess: the accesses of the direct memories. Pointers are std::byte*, nothing stops,
// nothing is recorded: what remains of an operation is straight code. A search looks at the eight
// tophash bytes of a bucket at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "core/gomap/memory_policy.h"
#include "core/gomap/slot_set.h"

namespace hmaplab::gomap {

struct NativeAccess : EverySlot {
  using Pointer = std::byte*;
  static constexpr bool kStops = false;

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

  template <class T>
  auto argument(Pointer base, Field<T> field) const {
    return peek(base, field);
  }
  bool equal_bytes(Pointer a, Pointer b, uint64_t size) const {
    return std::memcmp(a, b, size) == 0;
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

  // Entries always have the tophash of their key: no race ever left one without.
  bool next_slot(const MapType&, const Wanted<Pointer>& wanted, Pointer bucket,
                 uint8_t& slot) const {
    if (!wanted.hashed) return slot < kBucketSlots;
    return next_of(slots_with(tophashes(bucket), wanted.top), slot);
  }
  bool next_slot_or_empty(const MapType&, const Wanted<Pointer>& wanted, Pointer bucket,
                          uint8_t& slot) const {
    const uint64_t all = tophashes(bucket);
    return next_of(slots_with(all, wanted.top) | empty_slots(all), slot);
  }
  bool next_entry(Pointer bucket, uint8_t offset, uint8_t& i) const {
    // Most often it is this one; a predicted branch is shorter than the way through the set.
    if (i < kBucketSlots && !is_empty(static_cast<uint8_t>(bucket[(i + offset) & 7]))) return true;
    const SlotSet entries = ~empty_slots(tophashes(bucket)) & 0xff;
    return next_of((entries | entries << kBucketSlots) >> offset, i);
  }
  bool nothing_behind(Pointer bucket) const {
    return static_cast<uint8_t>(bucket[kBucketSlots - 1]) == kEmptyRest;
  }
  // Keys and elems lie in other cache lines than the tophash bytes: fetch all at once.
  void will_use_bucket(Pointer bucket, const MapType& type) const {
    for (uint32_t at = kLine; at < type.bucket_size && at <= kFarthest; at += kLine) {
      __builtin_prefetch(bucket + at);
    }
  }
  // May be behind the end of the array: a prefetch never faults.
  void will_use_bucket_behind(Pointer bucket, const MapType& type) const {
    constexpr uint32_t kAhead = 4;
    for (uint32_t at = 0; at < type.bucket_size && at <= kFarthest; at += kLine) {
      __builtin_prefetch(bucket + kAhead * type.bucket_size + at);
    }
  }

 private:
  static constexpr uint32_t kLine = 64;  // bytes of a cache line
  static constexpr uint32_t kFarthest = 4 * kLine;

  static uint64_t tophashes(Pointer bucket) {
    uint64_t all;
    std::memcpy(&all, bucket, sizeof all);
    return all;
  }
};

}  // namespace hmaplab::gomap
