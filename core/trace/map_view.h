// What a map looks like in one World, as plain data for pictures and text: header, buckets, chains,
// the old array and how far evacuation is. It is read from the bytes of the heap, never from the
// engine's mind.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/memory/address.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

struct SlotView {
  uint8_t tophash =
      0;  // 0 emptyRest, 1 emptyOne, 2 evacuatedX, 3 evacuatedY, 4 evacuatedEmpty, >= 5 used
  bool used = false;   // holds a key now (in old buckets: tophash >= 5)
  bool moved = false;  // evacuated: key and elem still readable, but the entry lives elsewhere
  std::string key;     // "" when neither used nor moved
  std::string elem;
  memory::Address tophash_at{}, key_at{}, elem_at{};
};

// One bmap.
struct BucketView {
  memory::Address address{};
  std::array<SlotView, 8> slots;
  memory::Address overflow{};     // the next bucket of the chain, or Nil
  memory::Address overflow_at{};  // where that pointer lies
};

// A bucket of the array and its overflow buckets.
struct ChainView {
  uint64_t index = 0;
  bool evacuated = false;           // old array only
  std::vector<BucketView> buckets;  // never empty; [0] lies in the array
};

struct IteratorView {
  std::string goroutine;  // "g1"
  uint64_t start_bucket = 0;
  uint64_t bucket = 0;  // the next one to go to
  uint32_t offset = 0, i = 0;
  bool wrapped = false;
  memory::Address at{};  // hiter.bptr, the bucket that it is in; Nil before the first
  // The slot that it gave last, of the bucket that it is in; 8: none yet.
  uint32_t slot() const { return at == memory::Address::Nil || i == 0 ? 8 : (i - 1 + offset) % 8; }
};

struct MapView {
  memory::Address address{};
  std::string type;  // "map[string]int"
  std::string key_type, elem_type;
  std::vector<std::string>
      names;  // variables that hold it, as far as frames and package variables tell: "m"
  int64_t count = 0;
  uint8_t flags = 0;  // 1 iterator, 2 oldIterator, 4 hashWriting, 8 sameSizeGrow
  uint8_t B = 0;
  uint16_t noverflow = 0;
  uint32_t hash0 = 0;
  memory::Address buckets_at{}, oldbuckets_at{}, extra_at{};
  uint64_t nevacuate = 0;
  bool growing = false;
  uint64_t bucket_count = 0;      // 2^B, 0 while there is no array
  uint64_t old_bucket_count = 0;  // 0 when not growing
  uint64_t spare_overflow = 0;    // preallocated overflow buckets still to give …
  uint64_t spare_total = 0;       // … of so many behind the array
  uint64_t first_bucket = 0;      // the window that `buckets` and `oldbuckets` show
  std::vector<ChainView> buckets;
  std::vector<ChainView> oldbuckets;
  std::vector<IteratorView> iterators;
};

// The part of the arrays to read: nothing here costs more than the window.
struct BucketWindow {
  uint64_t first = 0;
  uint64_t count = 64;
};

// All maps of the World, oldest first within each actor's arena.
std::vector<memory::Address> maps_of(const vm::World& world);
MapView view_map(const vm::World& world, memory::Address hmap, BucketWindow window = {});

std::string flags_text(uint8_t flags);      // "hashWriting|iterator", "0"
std::string tophash_text(uint8_t tophash);  // "emptyRest", "evacuatedX", "b7"
// What a bucket is while the map grows: "X of old 2"; "evacuated" or "next" in the old array.
std::string bucket_role(const MapView& map, const ChainView& chain);
std::string old_bucket_role(const MapView& map, const ChainView& chain);
std::string spare_text(const MapView& map);  // "spare overflow buckets: 1 of 2 left"
// "g1 iterates: began at bucket 2, offset 5; gave slot 6 last; next bucket 3; wrapped around".
std::string iterator_text(const IteratorView& iterator);
// All of it, several lines.
std::string map_text(const MapView& map);

}  // namespace hmaplab::trace
