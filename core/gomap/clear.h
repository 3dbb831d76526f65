// Clear: clear(m) (mapclear; SEMANTICS section 12). First every tophash of the current and the old
// array says emptyRest, so that parked iterators end; then header and array are as new. B and the
// iterator flags stay.
#pragma once

#include "core/gomap/bucket_array.h"

namespace hmaplab::gomap {

template <class Pointer>
struct Clear : Resumable {
  const MapType* type = nullptr;
  Pointer hmap{};

  uint8_t flags = 0;
  uint8_t B = 0;
  bool old_array = false;  // which array is being marked
  uint32_t hash0 = 0;
  uint64_t index = 0;
  uint64_t buckets = 0;
  uint8_t slot = 0;
  Pointer array{};
  Pointer bucket{};
  Pointer extra{};
  MakeBucketArray<Pointer> make_array;

  static Clear of(const MapType* type, Pointer hmap) {
    Clear clear;
    clear.type = type;
    clear.hmap = hmap;
    return clear;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(uint64_t{type->id} | uint64_t{flags} << 32 | uint64_t{B} << 40 |
          uint64_t{old_array} << 48 | uint64_t{slot} << 56);
    field(hmap);
    field(uint64_t{hash0});
    field(index);
    field(buckets);
    field(array);
    field(bucket);
    field(extra);
    field(make_array.next_overflow);
    visit_part(make_array, field);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    if (hmap == Pointer{}) return done();
    STEP(mapclear, check_count);
    if (memory.load(hmap, Hmap::count) == 0) return done();
    STEP(mapclear, check_writing);
    if ((memory.load(hmap, Hmap::flags) & kHashWriting) != 0) {
      return fail(Failure::ConcurrentMapWrites);
    }
    STEP(mapclear, load_flags);
    flags = memory.load(hmap, Hmap::flags);
    STEP(mapclear, set_writing);
    memory.store(hmap, Hmap::flags, static_cast<uint8_t>(flags ^ kHashWriting));

    STEP(mapclear, load_buckets);
    array = memory.load(hmap, Hmap::buckets);
    STEP(mapclear, load_B);
    buckets = bucket_count(memory.load(hmap, Hmap::B));
    for (;;) {  // the current array, then the old one
      for (index = 0; index < buckets; ++index) {
        bucket = array + index * map_type.bucket_size;
        while (bucket != Pointer{}) {
          for (slot = 0; slot < kBucketSlots; ++slot) {
            STEP(mapclear, store_empty_rest);
            memory.store(bucket, Bucket::tophash(slot), kEmptyRest);
          }
          STEP(mapclear, load_overflow);
          bucket = memory.load(bucket, Bucket::overflow(map_type));
        }
      }
      if (old_array) break;
      STEP(mapclear, load_oldbuckets);
      array = memory.load(hmap, Hmap::oldbuckets);
      if (array == Pointer{}) break;
      old_array = true;
      STEP(mapclear, load_B);
      B = memory.load(hmap, Hmap::B);
      STEP(mapclear, load_same_size);
      buckets = old_bucket_count(B, memory.load(hmap, Hmap::flags));
    }

    STEP(mapclear, load_flags);
    flags = memory.load(hmap, Hmap::flags);
    STEP(mapclear, clear_same_size);
    memory.store(hmap, Hmap::flags, static_cast<uint8_t>(flags & ~kSameSizeGrow));
    memory.forget_oldbuckets(hmap, map_type);
    STEP(mapclear, clear_oldbuckets);
    memory.store(hmap, Hmap::oldbuckets, Pointer{});
    STEP(mapclear, clear_nevacuate);
    memory.store(hmap, Hmap::nevacuate, uint64_t{0});
    STEP(mapclear, clear_noverflow);
    memory.store(hmap, Hmap::noverflow, uint16_t{0});
    STEP(mapclear, clear_count);
    memory.store(hmap, Hmap::count, int64_t{0});
    hash0 = static_cast<uint32_t>(memory.random());
    STEP(mapclear, store_hash0);
    memory.store(hmap, Hmap::hash0, hash0);

    STEP(mapclear, load_extra);
    extra = memory.load(hmap, Hmap::extra);
    if (extra != Pointer{}) {
      STEP(mapclear, clear_overflow_list);
      memory.store(extra, MapExtra::overflow, Pointer{});
      STEP(mapclear, clear_oldoverflow);
      memory.store(extra, MapExtra::oldoverflow, Pointer{});
      STEP(mapclear, clear_next_overflow);
      memory.store(extra, MapExtra::next_overflow, Pointer{});
    }

    // The array is zeroed and used again; its spare buckets are spare once more.
    STEP(mapclear, load_B);
    B = memory.load(hmap, Hmap::B);
    STEP(mapclear, load_buckets);
    make_array.start(type, B, memory.load(hmap, Hmap::buckets));
    RUN(make_array);
    if (make_array.next_overflow != Pointer{}) {
      STEP(mapclear, load_extra);
      extra = memory.load(hmap, Hmap::extra);
      STEP(mapclear, store_next_overflow);
      memory.store(extra, MapExtra::next_overflow, make_array.next_overflow);
    }

    STEP(mapclear, check_still_writing);
    if ((memory.load(hmap, Hmap::flags) & kHashWriting) == 0) {
      return fail(Failure::ConcurrentMapWrites);
    }
    STEP(mapclear, load_flags_again);
    flags = memory.load(hmap, Hmap::flags);
    STEP(mapclear, clear_writing);
    memory.store(hmap, Hmap::flags, static_cast<uint8_t>(flags & ~kHashWriting));
    END_STEPS();
  }
};

}  // namespace hmaplab::gomap
