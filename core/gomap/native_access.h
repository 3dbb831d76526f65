// NativeAccess: the accesses of the direct memories. Pointers are std::byte*, nothing stops,
// nothing is recorded: what remains of an operation is straight code. A search looks at the eight
// tophash bytes of a bucket at once.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "core/gomap/memory_policy.h"

namespace hmaplab::gomap {

// One bit for each slot, the highest of its byte: slot 0 has bit 7. For little-endian machines.
using SlotSet = uint64_t;
static_assert(std::endian::native == std::endian::little);

constexpr uint64_t kEveryByte = 0x0101'0101'0101'0101;

// The bytes of `tophashes` that are zero. Exact: no carry runs from one byte to the next.
constexpr SlotSet zero_bytes(uint64_t tophashes) {
  constexpr uint64_t kLow = 0x7f * kEveryByte;
  return ~(((tophashes & kLow) + kLow) | tophashes | kLow);
}
constexpr SlotSet slots_with(uint64_t tophashes, uint8_t top) {
  return zero_bytes(tophashes ^ top * kEveryByte);
}
constexpr SlotSet empty_slots(uint64_t tophashes) {
  static_assert(kEmptyRest == 0 && kEmptyOne == 1);
  return zero_bytes(tophashes & 0xfe * kEveryByte);
}
// This slot and all behind it; none for kBucketSlots.
constexpr SlotSet slots_from(uint8_t slot) { return ~uint64_t{0} << 4 * slot << 4 * slot; }
// kBucketSlots if there is none.
constexpr uint8_t first_of(SlotSet slots) {
  return static_cast<uint8_t>(std::countr_zero(slots) >> 3);
}

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

  bool next_slot(Pointer bucket, uint8_t top, uint8_t& slot) const {
    return next_of(slots_with(tophashes(bucket), top), slot);
  }
  bool next_slot_or_empty(Pointer bucket, uint8_t top, uint8_t& slot) const {
    const uint64_t all = tophashes(bucket);
    return next_of(slots_with(all, top) | empty_slots(all), slot);
  }
  bool next_entry(Pointer bucket, uint8_t offset, uint8_t& i) const {
    // Most often it is this one; a predicted branch is shorter than the way through the set.
    if (i < kBucketSlots && !is_empty(static_cast<uint8_t>(bucket[(i + offset) & 7]))) return true;
    const SlotSet entries = ~empty_slots(tophashes(bucket)) & 0x80 * kEveryByte;
    return next_of(std::rotr(entries, 8 * offset), i);
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
  void will_fill_bucket(Pointer bucket, const MapType& type) const {
    for (uint32_t at = 0; at < type.bucket_size && at <= kFarthest; at += kLine) {
      __builtin_prefetch(bucket + at, 1);
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
  static bool next_of(SlotSet slots, uint8_t& slot) {
    slot = first_of(slots & slots_from(slot));
    return slot < kBucketSlots;
  }
};

}  // namespace hmaplab::gomap
