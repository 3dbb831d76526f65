// NativeAccess: the accesses of the direct memories. Pointers are std::byte*, nothing stops,
// nothing is recorded: what remains of an operation is straight code. A search looks at the eight
// tophash bytes of a bucket at once.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "core/gomap/memory_policy.h"

namespace hmaplab::gomap {

// Slots of one bucket, bit n for slot n. The eight tophash bytes come as one word, slot 0 lowest.
using SlotSet = uint32_t;
static_assert(std::endian::native == std::endian::little);

#ifdef __SSE2__
inline SlotSet slots_with(uint64_t tophashes, uint8_t top) {
  const __m128i bytes = _mm_cvtsi64_si128(static_cast<int64_t>(tophashes));
  const __m128i same = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(top)));
  return static_cast<SlotSet>(_mm_movemask_epi8(same)) & 0xff;
}
inline SlotSet empty_slots(uint64_t tophashes) {
  static_assert(kEmptyRest == 0 && kEmptyOne == 1);
  const __m128i bytes = _mm_cvtsi64_si128(static_cast<int64_t>(tophashes));
  const __m128i small = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(kEmptyOne)), bytes);
  return static_cast<SlotSet>(_mm_movemask_epi8(small)) & 0xff;
}
#else
inline SlotSet slots_with(uint64_t tophashes, uint8_t top) {
  constexpr uint64_t kEveryByte = 0x0101'0101'0101'0101;
  constexpr uint64_t kLow = 0x7f * kEveryByte;
  const uint64_t other = tophashes ^ top * kEveryByte;
  const uint64_t same = ~(((other & kLow) + kLow) | other | kLow);  // 0x80 where a byte is the same
  return static_cast<SlotSet>((same >> 7) * 0x0102'0408'1020'4080 >> 56);
}
inline SlotSet empty_slots(uint64_t tophashes) {
  return slots_with(tophashes, kEmptyRest) | slots_with(tophashes, kEmptyOne);
}
#endif

// This slot and all behind it; none for kBucketSlots.
constexpr SlotSet slots_from(uint8_t slot) { return (SlotSet{0xff} << slot) & 0xff; }
// kBucketSlots if there is none.
constexpr uint8_t first_of(SlotSet slots) {
  return static_cast<uint8_t>(std::countr_zero(slots | SlotSet{1} << kBucketSlots));
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
  static bool next_of(SlotSet slots, uint8_t& slot) {
    slot = first_of(slots & slots_from(slot));
    return slot < kBucketSlots;
  }
};

}  // namespace hmaplab::gomap
