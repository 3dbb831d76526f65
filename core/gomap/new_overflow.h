// NewOverflow: hangs one more bucket behind the last bucket of a chain (hmap.newoverflow, SEMANTICS
// section 9): a spare one from behind the bucket array while there are any, else a fresh one.
// CreateOverflow: makes sure that extra and its list of overflow buckets exist. Buckets without
// pointers are not scanned by the collector, so that list is what keeps their overflow buckets
// alive.
#pragma once

#include "core/gomap/layout.h"
#include "core/gomap/memory_policy.h"
#include "core/gomap/resumable.h"

namespace hmaplab::gomap {

template <class Pointer>
struct CreateOverflow : Resumable {
  const MapType* type = nullptr;
  Pointer hmap{};
  Pointer extra{};  // out
  Pointer list{};   // out: the OverflowList

  void start(const MapType* map_type, Pointer map) {
    *this = {};
    type = map_type;
    hmap = map;
  }
  struct Results {
    Pointer extra;
    Pointer list;
  };
  Results results() const { return {extra, list}; }
  void take_results(Results ran) {
    extra = ran.extra;
    list = ran.list;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(hmap);
    field(extra);
    field(list);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    STEP(createOverflow, load_extra);
    extra = memory.load(hmap, Hmap::extra);
    if (extra == Pointer{}) {
      extra = memory.allocate(Allocation::Extra, MapExtra::kSize, map_type);
      STEP(createOverflow, store_extra);
      memory.store(hmap, Hmap::extra, extra);
    }
    STEP(createOverflow, load_list);
    list = memory.load(extra, MapExtra::overflow);
    if (list == Pointer{}) {
      list = memory.allocate(Allocation::OverflowList, OverflowList::kSize, map_type);
      STEP(createOverflow, store_list);
      memory.store(extra, MapExtra::overflow, list);
    }
    END_STEPS();
  }
};

template <class Pointer>
struct NewOverflow : Resumable {
  const MapType* type = nullptr;
  Pointer hmap{};
  Pointer last{};    // the bucket behind which the new one goes
  Pointer bucket{};  // out: the new bucket

  Pointer extra{};
  uint16_t noverflow = 0;
  bool counts = false;
  Pointer array{};
  Pointer larger{};
  uint64_t length = 0;
  uint64_t capacity = 0;
  CreateOverflow<Pointer> create;

  void start(const MapType* map_type, Pointer map, Pointer last_bucket) {
    *this = {};
    type = map_type;
    hmap = map;
    last = last_bucket;
  }
  struct Results {
    Pointer bucket;
  };
  Results results() const { return {bucket}; }
  void take_results(Results ran) { bucket = ran.bucket; }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(hmap);
    field(last);
    field(bucket);
    field(extra);
    field(uint64_t{noverflow} | uint64_t{counts} << 16);
    field(array);
    field(larger);
    field(length);
    field(capacity);
    field(create.list);
    visit_part(create, field);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    STEP(newoverflow, load_extra);
    extra = memory.load(hmap, Hmap::extra);
    if (extra != Pointer{}) {
      STEP(newoverflow, load_next_overflow);
      bucket = memory.load(extra, MapExtra::next_overflow);
    }
    if (bucket == Pointer{}) {
      bucket = memory.allocate(Allocation::OverflowBucket, map_type.bucket_size, map_type);
    } else {
      STEP(newoverflow, load_sentinel);
      if (memory.load(bucket, Bucket::overflow(map_type)) == Pointer{}) {
        STEP(newoverflow, store_next_overflow);
        memory.store(extra, MapExtra::next_overflow, bucket + map_type.bucket_size);
      } else {
        STEP(newoverflow, clear_sentinel);
        memory.store(bucket, Bucket::overflow(map_type), Pointer{});
        STEP(newoverflow, clear_next_overflow);
        memory.store(extra, MapExtra::next_overflow, Pointer{});
      }
    }

    // incrnoverflow: exact below 2^16 buckets, sampled above, so that it fits into 16 bits.
    STEP(newoverflow, load_B);
    if (const uint8_t B = memory.load(hmap, Hmap::B); B < 16) {
      counts = true;
    } else {
      const uint32_t mask = (uint32_t{1} << ((B - 15) & 31)) - 1;
      counts = (static_cast<uint32_t>(memory.random()) & mask) == 0;
    }
    if (counts) {
      STEP(newoverflow, load_noverflow);
      noverflow = memory.load(hmap, Hmap::noverflow);
      STEP(newoverflow, store_noverflow);
      memory.store(hmap, Hmap::noverflow, static_cast<uint16_t>(noverflow + 1));
    }

    if (!map_type.bucket_has_pointers) {
      RUN_RARE(create, type, hmap);
      STEP(newoverflow, load_list_array);
      array = memory.load(create.list, OverflowList::data);
      STEP(newoverflow, load_list_length);
      length = memory.load(create.list, OverflowList::length);
      STEP(newoverflow, load_list_capacity);
      capacity = memory.load(create.list, OverflowList::capacity);
      if (length == capacity) {
        capacity = capacity == 0 ? 1 : 2 * capacity;
        larger = memory.allocate(Allocation::OverflowListArray, 8 * capacity, map_type);
        if (length != 0) {
          STEP(newoverflow, copy_list);
          memory.copy_object(larger, Field<Bytes>{0, "element"}, array, 8 * length);
        }
        array = larger;
        STEP(newoverflow, store_list_array);
        memory.store(create.list, OverflowList::data, array);
        STEP(newoverflow, store_list_capacity);
        memory.store(create.list, OverflowList::capacity, capacity);
      }
      STEP(newoverflow, store_list_length);
      memory.store(create.list, OverflowList::length, length + 1);
      STEP(newoverflow, store_list_element);
      memory.store(array, OverflowList::element(length), bucket);
    }

    STEP(newoverflow, link);
    memory.store(last, Bucket::overflow(map_type), bucket);
    END_STEPS();
  }
};

}  // namespace hmaplab::gomap
