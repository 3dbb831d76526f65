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
  memory::Address buckets_at{};  // hiter.buckets, the array that it began with
  // The slot that it gave last, of the bucket that it is in; 8: none yet.
  uint32_t slot() const { return at == memory::Address::Nil || i == 0 ? 8 : (i - 1 + offset) % 8; }
};

struct MapView {
  memory::Address address{};
  std::string type;  // "map[string]int"
  std::string key_type, elem_type;
  std::vector<std::string> names;  // variables that hold it now, see holders_of: "m"
  std::string made_for;            // the variable that it was made for; "map" when there was none
  uint32_t ordinal = 1;            // among the maps that were made for a variable of this name
  int64_t count = 0;
  uint8_t flags = 0;  // 1 iterator, 2 oldIterator, 4 hashWriting, 8 sameSizeGrow
  uint8_t B = 0;
  uint16_t noverflow = 0;
  uint32_t hash0 = 0;
  memory::Address buckets_at{}, oldbuckets_at{}, extra_at{};
  uint64_t nevacuate = 0;
  bool growing = false;
  // As the header tells them: 2^B (0 while there is no array), and 0 when not growing. A header that is
  // being changed, or was overwritten, tells more than there are.
  uint64_t bucket_count = 0;
  uint64_t old_bucket_count = 0;
  uint64_t array_length = 0;      // buckets that `buckets` points to, spare ones left out
  uint64_t spare_overflow = 0;    // preallocated overflow buckets still to give …
  uint64_t spare_total = 0;       // … of so many behind the array
  uint64_t first_bucket = 0;      // the window that `buckets` and `oldbuckets` show
  std::vector<ChainView> buckets;
  std::vector<ChainView> oldbuckets;
  // The array that an iterator began with and still reads, when it is neither of these.
  std::vector<ChainView> formerbuckets;
  std::vector<IteratorView> iterators;
};

// The variables that hold it: "m, visits"; where none does, what it was made for: "(m)".
// With its ordinal where that is the same for several: "m 2", "(m 3)".
std::string names_text(const MapView& map);

// The part of the arrays to read: nothing here costs more than the window.
struct BucketWindow {
  uint64_t first = 0;
  uint64_t count = 64;
};

// All maps of the World, oldest first within each actor's arena.
std::vector<memory::Address> maps_of(const vm::World& world);
MapView view_map(const vm::World& world, memory::Address hmap, BucketWindow window = {});

enum class Spares : uint8_t { Not, Only };
// Buckets of the array that begins there, whatever a header says of it: those it was made with, or the
// spare overflow buckets behind them. 0 where no array begins.
uint64_t array_length(const vm::World& world, const gomap::MapType& layout, memory::Address array,
                      Spares spares = Spares::Not);

std::string flags_text(uint8_t flags);      // "hashWriting|iterator", "0"
std::string tophash_text(uint8_t tophash);  // "emptyRest", "evacuatedX", "b7"
// What a bucket is while the map grows: "X of old 2"; "evacuated" or "next" in the old array.
std::string bucket_role(const MapView& map, const ChainView& chain);
std::string old_bucket_role(const MapView& map, const ChainView& chain);
// "1 of 2 evacuated": buckets of the old array; where not all are in the window, those before nevacuate.
std::string evacuated_text(const MapView& map);
// "B 2 means 4, but the array has 2": where header and array disagree; "" where they do not.
std::string length_text(const MapView& map);
// Of `formerbuckets`.
inline constexpr const char* kFormerArray = "let go by the map; an iterator still reads it";
std::string spare_text(const MapView& map);  // "spare overflow buckets: 1 of 2 left"
// "g1 iterates: began at bucket 2, offset 5; gave slot 6 last; next bucket 3; wrapped around".
std::string iterator_text(const IteratorView& iterator);
// All of it, several lines.
std::string map_text(const MapView& map);

}  // namespace hmaplab::trace
