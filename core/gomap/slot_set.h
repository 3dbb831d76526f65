// SlotSet: which of the eight slots of a bucket a search has to look at, found for all of them at
// once.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "core/gomap/layout.h"

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
inline __m128i sixteen(const std::byte* bytes) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
}
// Where a key of 4 or 8 bytes is this one: `keys` are the eight of a bucket.
inline SlotSet slots_with_key(const std::byte* keys, uint32_t key) {
  const __m128i wanted = _mm_set1_epi32(static_cast<int>(key));
  const __m128i same = _mm_packs_epi32(_mm_cmpeq_epi32(sixteen(keys), wanted),
                                       _mm_cmpeq_epi32(sixteen(keys + 16), wanted));
  return static_cast<SlotSet>(_mm_movemask_epi8(_mm_packs_epi16(same, same))) & 0xff;
}
inline SlotSet slots_with_key(const std::byte* keys, uint64_t key) {
  const __m128i wanted = _mm_set1_epi64x(static_cast<long long>(key));
  const auto same_halves = [&](const std::byte* four) {
    return _mm_packs_epi32(_mm_cmpeq_epi32(sixteen(four), wanted),
                           _mm_cmpeq_epi32(sixteen(four + 16), wanted));
  };
  const __m128i halves = _mm_packs_epi16(same_halves(keys), same_halves(keys + 32));
  const __m128i same = _mm_cmpeq_epi16(halves, _mm_set1_epi16(-1));
  return static_cast<SlotSet>(_mm_movemask_epi8(_mm_packs_epi16(same, same))) & 0xff;
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
// Where a key of 4 or 8 bytes is this one: `keys` are the eight of a bucket.
template <class T>
SlotSet slots_with_key(const std::byte* keys, T key) {
  SlotSet same = 0;
  for (uint32_t slot = 0; slot < kBucketSlots; ++slot) {
    T other;
    std::memcpy(&other, keys + slot * sizeof other, sizeof other);
    same |= SlotSet{other == key} << slot;
  }
  return same;
}
#endif

// This slot and all behind it; none for kBucketSlots.
constexpr SlotSet slots_from(uint8_t slot) { return (SlotSet{0xff} << slot) & 0xff; }
// kBucketSlots if there is none.
constexpr uint8_t first_of(SlotSet slots) {
  return static_cast<uint8_t>(std::countr_zero(slots | SlotSet{1} << kBucketSlots));
}
// The next slot of the set, `slot` itself included.
inline bool next_of(SlotSet slots, uint8_t& slot) {
  slot = first_of(slots & slots_from(slot));
  return slot < kBucketSlots;
}

}  // namespace hmaplab::gomap
