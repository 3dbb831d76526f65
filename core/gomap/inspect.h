// Inspector: looks at a map without touching it: header, arrays, chains, spare buckets, and the
// rules that hold whenever no operation is under way (check_invariants). Reader is anything with
// peek(Pointer, Field): all memories have it. Complexity: header O(1), everything else O(buckets).
#pragma once

#include <string>

#include "core/gomap/bucket_array.h"
#include "core/gomap/layout.h"

namespace hmaplab::gomap {

template <class Pointer>
struct MapHeader {
  int64_t count = 0;
  uint8_t flags = 0;
  uint8_t B = 0;
  uint16_t noverflow = 0;
  uint32_t hash0 = 0;
  Pointer buckets{};
  Pointer oldbuckets{};
  uint64_t nevacuate = 0;
  Pointer extra{};

  bool growing() const { return oldbuckets != Pointer{}; }
  uint64_t length() const { return buckets == Pointer{} ? 0 : bucket_count(B); }
  uint64_t old_length() const { return growing() ? old_bucket_count(B, flags) : 0; }
};

template <class Reader>
class Inspector {
 public:
  using Pointer = typename Reader::Pointer;

  Inspector(const Reader& reader, const MapType& type, Pointer hmap)
      : reader_(reader), type_(type), hmap_(hmap) {}

  MapHeader<Pointer> header() const {
    return {.count = reader_.peek(hmap_, Hmap::count),
            .flags = reader_.peek(hmap_, Hmap::flags),
            .B = reader_.peek(hmap_, Hmap::B),
            .noverflow = reader_.peek(hmap_, Hmap::noverflow),
            .hash0 = reader_.peek(hmap_, Hmap::hash0),
            .buckets = reader_.peek(hmap_, Hmap::buckets),
            .oldbuckets = reader_.peek(hmap_, Hmap::oldbuckets),
            .nevacuate = reader_.peek(hmap_, Hmap::nevacuate),
            .extra = reader_.peek(hmap_, Hmap::extra)};
  }

  Pointer bucket(Pointer array, uint64_t index) const { return array + index * type_.bucket_size; }
  Pointer next(Pointer bucket) const { return reader_.peek(bucket, Bucket::overflow(type_)); }
  uint8_t tophash(Pointer bucket, uint32_t slot) const {
    return reader_.peek(bucket, Bucket::tophash(slot));
  }
  Pointer key_slot(Pointer bucket, uint32_t slot) const {
    return bucket + Bucket::key_offset(type_, slot);
  }
  Pointer elem_slot(Pointer bucket, uint32_t slot) const {
    return bucket + Bucket::elem_offset(type_, slot);
  }

  // Spare overflow buckets behind the current array, and how many of them are still to be given
  // out.
  uint64_t spare_total() const {
    const auto head = header();
    if (head.buckets == Pointer{}) return 0;
    return bucket_array_length(type_, head.B) - bucket_count(head.B);
  }
  uint64_t spare_left() const {
    const auto head = header();
    if (head.extra == Pointer{}) return 0;
    const Pointer next_overflow = reader_.peek(head.extra, MapExtra::next_overflow);
    if (next_overflow == Pointer{}) return 0;
    const auto index = static_cast<uint64_t>(next_overflow - head.buckets) / type_.bucket_size;
    return bucket_array_length(type_, head.B) - index;
  }
  // Length of extra.overflow or extra.oldoverflow; -1: there is no list.
  int64_t list_length(Field<memory::Pointer> which) const {
    const Pointer extra = header().extra;
    if (extra == Pointer{}) return -1;
    const Pointer list = reader_.peek(extra, which);
    if (list == Pointer{}) return -1;
    return static_cast<int64_t>(reader_.peek(list, OverflowList::length));
  }

  // What is wrong with the map, in one sentence; empty if nothing is. Only between operations.
  std::string check_invariants() const;

 private:
  struct Tally {
    uint64_t used = 0;
    uint64_t overflow_buckets = 0;
    std::string wrong;
  };
  enum class Array : uint8_t { Current, Old };

  void check_chain(Array array, uint64_t index, Pointer first, Tally& tally) const;

  const Reader& reader_;
  const MapType& type_;
  Pointer hmap_;
};

template <class Reader>
void Inspector<Reader>::check_chain(Array array, uint64_t index, Pointer first,
                                    Tally& tally) const {
  constexpr uint64_t kLongestChain = 1 << 20;
  const std::string place =
      (array == Array::Old ? "old bucket " : "bucket ") + std::to_string(index);
  bool rest_is_empty = false;
  uint64_t length = 0;
  for (Pointer bucket = first; bucket != Pointer{}; bucket = next(bucket)) {
    if (++length > kLongestChain) {
      tally.wrong = "the chain of " + place + " has no end";
      return;
    }
    if (bucket != first && array == Array::Current) ++tally.overflow_buckets;
    for (uint32_t slot = 0; slot < kBucketSlots; ++slot) {
      const uint8_t top = tophash(bucket, slot);
      if (rest_is_empty && top != kEmptyRest) {
        tally.wrong = "a slot behind emptyRest is in use in " + place;
      }
      if (top > kEmptyOne && top < kMinTopHash) {
        tally.wrong = "an evacuation mark in " + place + ", which is not evacuated";
      }
      if (top >= kMinTopHash) ++tally.used;
      rest_is_empty = top == kEmptyRest;
    }
  }
}

template <class Reader>
std::string Inspector<Reader>::check_invariants() const {
  const auto head = header();
  if ((head.flags & kHashWriting) != 0) return "hashWriting is set";
  if (head.buckets == Pointer{}) {
    return head.count == 0 && !head.growing() ? "" : "entries or a growth without buckets";
  }
  if (!head.growing() && (head.flags & kSameSizeGrow) != 0) return "sameSizeGrow without growing";
  Tally tally;
  for (uint64_t i = 0; i < head.length(); ++i) {
    check_chain(Array::Current, i, bucket(head.buckets, i), tally);
  }
  if (head.growing() && head.nevacuate >= head.old_length())
    return "nevacuate beyond the old array";
  for (uint64_t i = 0; i < head.old_length(); ++i) {
    const Pointer first = bucket(head.oldbuckets, i);
    if (is_evacuated(tophash(first, 0))) continue;
    if (i < head.nevacuate) {
      return "old bucket " + std::to_string(i) + " lies before nevacuate, yet is not evacuated";
    }
    check_chain(Array::Old, i, first, tally);
  }
  if (!tally.wrong.empty()) return tally.wrong;
  if (static_cast<int64_t>(tally.used) != head.count) {
    return "count is " + std::to_string(head.count) + " but " + std::to_string(tally.used) +
           " slots are in use";
  }
  if (head.B < 16 && tally.overflow_buckets != head.noverflow) {
    return "noverflow is " + std::to_string(head.noverflow) + " but there are " +
           std::to_string(tally.overflow_buckets) + " overflow buckets";
  }
  return "";
}

}  // namespace hmaplab::gomap
