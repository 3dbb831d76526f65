// HashGrow begins a growth: a new array takes the place of the old one, which stays as oldbuckets.
// Twice as big when the table is too full, the same size when there are too many overflow buckets
// for so few entries. GrowWork is the share of moving that every later assignment and deletion
// pays: the old bucket that belongs to the bucket about to be used, and one more.
#pragma once

#include "core/gomap/evacuate.h"

namespace hmaplab::gomap {

template <class Pointer>
struct HashGrow : Resumable {
  const MapType* type = nullptr;
  Pointer hmap{};

  uint64_t count = 0;
  uint8_t B = 0;
  uint8_t bigger = 1;
  uint8_t flags = 0;
  Pointer oldbuckets{};
  Pointer extra{};
  Pointer list{};
  MakeBucketArray<Pointer> make_array;

  void start(const MapType* map_type, Pointer map) {
    *this = {};
    type = map_type;
    hmap = map;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(hmap);
    field(count);
    field(uint64_t{B} | uint64_t{bigger} << 8 | uint64_t{flags} << 16);
    field(oldbuckets);
    field(make_array.buckets);
    field(make_array.next_overflow);
    field(extra);
    field(list);
    visit_part(make_array, field);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    STEP(hashGrow, load_count);
    count = static_cast<uint64_t>(memory.load(hmap, Hmap::count)) + 1;
    STEP(hashGrow, load_B);
    B = memory.load(hmap, Hmap::B);
    if (!over_load_factor(map_type, count, B)) {
      bigger = 0;
      STEP(hashGrow, load_flags);
      flags = memory.load(hmap, Hmap::flags);
      STEP(hashGrow, set_same_size);
      memory.store(hmap, Hmap::flags, static_cast<uint8_t>(flags | kSameSizeGrow));
    }
    STEP(hashGrow, load_buckets);
    oldbuckets = memory.load(hmap, Hmap::buckets);
    STEP(hashGrow, load_B);
    B = memory.load(hmap, Hmap::B);
    RUN_RARE(make_array, type, static_cast<uint8_t>(B + bigger), Pointer{});
    STEP(hashGrow, load_flags);
    flags = memory.load(hmap, Hmap::flags);

    // Commit the growth.
    STEP(hashGrow, load_B);
    B = memory.load(hmap, Hmap::B);
    STEP(hashGrow, store_B);
    memory.store(hmap, Hmap::B, static_cast<uint8_t>(B + bigger));
    STEP(hashGrow, store_flags);
    memory.store(hmap, Hmap::flags, flags_while_growing());
    STEP(hashGrow, store_oldbuckets);
    memory.store(hmap, Hmap::oldbuckets, oldbuckets);
    STEP(hashGrow, store_buckets);
    memory.store(hmap, Hmap::buckets, make_array.buckets);
    STEP(hashGrow, store_nevacuate);
    memory.store(hmap, Hmap::nevacuate, uint64_t{0});
    STEP(hashGrow, store_noverflow);
    memory.store(hmap, Hmap::noverflow, uint16_t{0});

    STEP(hashGrow, load_extra);
    extra = memory.load(hmap, Hmap::extra);
    if (extra != Pointer{}) {
      STEP(hashGrow, load_overflow_list);
      list = memory.load(extra, MapExtra::overflow);
      if (list != Pointer{}) {
        STEP(hashGrow, load_oldoverflow);
        if (memory.load(extra, MapExtra::oldoverflow) != Pointer{}) {
          return fail(Failure::OldoverflowIsNotNil);
        }
        STEP(hashGrow, store_oldoverflow);
        memory.store(extra, MapExtra::oldoverflow, list);
        STEP(hashGrow, clear_overflow_list);
        memory.store(extra, MapExtra::overflow, Pointer{});
      }
    }
    if (make_array.next_overflow != Pointer{}) {
      STEP(hashGrow, load_extra);
      extra = memory.load(hmap, Hmap::extra);
      if (extra == Pointer{}) {
        extra = memory.allocate(Allocation::Extra, MapExtra::kSize, map_type);
        STEP(hashGrow, store_extra);
        memory.store(hmap, Hmap::extra, extra);
      }
      STEP(hashGrow, store_next_overflow);
      memory.store(extra, MapExtra::next_overflow, make_array.next_overflow);
    }
    END_STEPS();
  }

 private:
  // Who iterates over the current array will from now on iterate over the old one.
  uint8_t flags_while_growing() const {
    const auto kept = static_cast<uint8_t>(flags & ~(kIterator | kOldIterator));
    return (flags & kIterator) != 0 ? static_cast<uint8_t>(kept | kOldIterator) : kept;
  }
};

template <class Pointer>
struct GrowWork : Resumable {
  const MapType* type = nullptr;
  Pointer hmap{};
  uint64_t bucket = 0;  // the index of the new bucket about to be used
  uint8_t B = 0;
  uint64_t mask = 0;
  uint64_t nevacuate = 0;
  Evacuate<Pointer> evacuate;

  void start(const MapType* map_type, Pointer map, uint64_t bucket_index) {
    point = memory::Point::none;
    resume_at = 0;
    type = map_type;
    hmap = map;
    bucket = bucket_index;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(hmap);
    field(bucket);
    field(uint64_t{B});
    field(mask);
    visit_part(evacuate, field);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    STEP(growWork, load_B);
    B = memory.load(hmap, Hmap::B);
    STEP(growWork, load_same_size);
    mask = old_bucket_count(B, memory.load(hmap, Hmap::flags)) - 1;
    RUN_RARE(evacuate, type, hmap, bucket & mask);
    STEP(growWork, load_oldbuckets);
    if (memory.load(hmap, Hmap::oldbuckets) == Pointer{}) return done();
    STEP(growWork, load_nevacuate);
    nevacuate = memory.load(hmap, Hmap::nevacuate);
    RUN_RARE(evacuate, type, hmap, nevacuate);
    END_STEPS();
  }
};

}  // namespace hmaplab::gomap
