// IterateInit and IterateNext: for k, v := range m (mapiterinit, mapiternext; SEMANTICS section
// 11). The state of the loop is Go's hiter, 96 zeroed bytes that the caller provides; the loop is
// at its end when hiter.key is nil. The iterator walks the array it began with, from a random
// bucket and a random slot in each bucket:
//
//   a bucket of that array not yet evacuated (growth began before the loop)  -> entries that will
//   move to it an entry still in place                                                  -> produced
//   from here an entry moved away (tophash 2 or 3)                                     -> looked up
//   again in the table
#pragma once

#include "core/gomap/access.h"
#include "core/gomap/iterate_bucket.h"
#include "core/gomap/new_overflow.h"

namespace hmaplab::gomap {

template <class Pointer>
struct IterateNext : Resumable {
  const MapType* type = nullptr;
  Pointer iterator{};  // the hiter

  Pointer key{};  // out: as stored in hiter.key and hiter.elem; nil at the end
  Pointer elem{};

  Pointer hmap{};
  Pointer bucket_address{};  // b
  Pointer bptr{};            // hiter.bptr as loaded
  Pointer slot_key{};
  uint64_t bucket = 0;
  uint64_t check_bucket = 0;
  uint8_t i = 0;
  uint8_t offset = 0;
  uint8_t slot = 0;
  uint8_t iterator_B = 0;
  uint8_t seen = 0;
  bool equals_itself = true;
  bool looked_up = false;  // the entry was found again in the grown table
  NextBucket<Pointer> next_bucket;
  BelongsHere<Pointer> belongs_here;
  Access<Pointer> again;

  static IterateNext of(const MapType* type, Pointer iterator) {
    IterateNext next;
    next.type = type;
    next.iterator = iterator;
    return next;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(uint64_t{type->id});
    field(iterator);
    field(key);
    field(elem);
    field(hmap);
    field(bucket_address);
    field(bptr);
    field(slot_key);
    field(bucket);
    field(check_bucket);
    field(uint64_t{i} | uint64_t{offset} << 8 | uint64_t{slot} << 16 | uint64_t{iterator_B} << 24 |
          uint64_t{seen} << 40 | uint64_t{equals_itself} << 48 | uint64_t{looked_up} << 49);
    field(again.elem);
    field(again.found_key);
    visit_part(next_bucket, field);
    visit_part(belongs_here, field);
    visit_part(again, field);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    STEP(mapiternext, load_h);
    hmap = memory.load(iterator, Hiter::h);
    STEP(mapiternext, check_writing);
    if ((memory.load(hmap, Hmap::flags) & kHashWriting) != 0) {
      return fail(Failure::ConcurrentMapIterationAndMapWrite);
    }
    STEP(mapiternext, load_bucket);
    bucket = memory.load(iterator, Hiter::bucket);
    STEP(mapiternext, load_bptr);
    bptr = memory.load(iterator, Hiter::bptr);
    bucket_address = bptr;
    STEP(mapiternext, load_i);
    i = memory.load(iterator, Hiter::i);
    STEP(mapiternext, load_check_bucket);
    check_bucket = memory.load(iterator, Hiter::check_bucket);
    STEP(mapiternext, load_offset);
    offset = memory.load(iterator, Hiter::offset);
    STEP(mapiternext, load_iterator_B);
    iterator_B = memory.load(iterator, Hiter::B);

    for (;;) {
      if (bucket_address == Pointer{}) {
        RUN_RARE(next_bucket, type, iterator, hmap, bucket, iterator_B);
        if (next_bucket.at_end) {
          STEP(mapiternext, store_no_key);
          memory.store(iterator, Hiter::key, Pointer{});
          STEP(mapiternext, store_no_elem);
          memory.store(iterator, Hiter::elem, Pointer{});
          return done();
        }
        bucket_address = next_bucket.address;
        bucket = next_bucket.bucket;
        check_bucket = next_bucket.check_bucket;
        i = 0;
      }

      memory.locate_bucket(bucket_address, map_type);
      for (; memory.next_entry(bucket_address, offset, i); ++i) {
        slot = (i + offset) & (kBucketSlots - 1);
        STEP(mapiternext, load_tophash);
        seen = memory.load(bucket_address, Bucket::tophash(slot));
        if (is_empty(seen) || seen == kEvacuatedEmpty) continue;
        slot_key = bucket_address + Bucket::key_offset(map_type, slot);
        if (map_type.indirect_key) {
          STEP(mapiternext, load_key_pointer);
          slot_key = memory.load(bucket_address, Bucket::key<memory::Pointer>(map_type, slot));
        }

        if (check_bucket != kNoCheck) {
          RUN_RARE(belongs_here, type, hmap, bucket_address, slot, slot_key, check_bucket,
                   iterator_B);
          if (!belongs_here.belongs) continue;
        }

        STEP(mapiternext, load_tophash_again);
        seen = memory.load(bucket_address, Bucket::tophash(slot));
        if (seen != kEvacuatedX && seen != kEvacuatedY) break;
        if (!map_type.reflexive_key) {
          STEP(mapiternext, equal_key);
          if (const KeyAnswer same = memory.equal(map_type, slot_key, slot_key); !same.possible) {
            return fail(Failure::UncomparableType, same.offender);
          } else {
            equals_itself = same.value != 0;
          }
          if (!equals_itself) break;  // a NaN can be neither changed nor deleted: it is as it was
        }
        // The table has grown since: the entry may have been changed or deleted. Look it up there.
        RUN_RARE(again, type, hmap, slot_key, Lookup::Again);
        looked_up = again.found;
        if (looked_up) break;
      }
      if (i < kBucketSlots) break;
      STEP(mapiternext, load_overflow);
      bucket_address = memory.load(bucket_address, Bucket::overflow(map_type));
      i = 0;
    }

    if (looked_up) {
      key = again.found_key;
      elem = again.elem;
      STEP(mapiternext, store_key);
      memory.store(iterator, Hiter::key, key);
    } else {
      key = slot_key;
      STEP(mapiternext, store_key);
      memory.store(iterator, Hiter::key, key);
      elem = bucket_address + Bucket::elem_offset(map_type, slot);
      if (map_type.indirect_elem) {
        STEP(mapiternext, load_elem_pointer);
        elem = memory.load(bucket_address, Bucket::elem<memory::Pointer>(map_type, slot));
      }
    }
    STEP(mapiternext, store_elem);
    memory.store(iterator, Hiter::elem, elem);
    STEP(mapiternext, store_bucket);
    memory.store(iterator, Hiter::bucket, bucket);
    if (bptr != bucket_address) {
      STEP(mapiternext, store_bptr);
      memory.store(iterator, Hiter::bptr, bucket_address);
    }
    STEP(mapiternext, store_i);
    memory.store(iterator, Hiter::i, static_cast<uint8_t>(i + 1));
    STEP(mapiternext, store_check_bucket);
    memory.store(iterator, Hiter::check_bucket, check_bucket);
    END_STEPS();
  }
};

template <class Pointer>
struct IterateInit : Resumable {
  const MapType* type = nullptr;
  Pointer hmap{};
  Pointer iterator{};  // 96 zeroed bytes

  Pointer key{};  // out: the first entry, nil if there is none
  Pointer elem{};

  uint8_t B = 0;
  uint8_t offset = 0;
  uint64_t random = 0;
  Pointer buckets{};
  Pointer list{};
  CreateOverflow<Pointer> create;
  IterateNext<Pointer> next;

  static IterateInit of(const MapType* type, Pointer hmap, Pointer iterator) {
    IterateInit init;
    init.type = type;
    init.hmap = hmap;
    init.iterator = iterator;
    return init;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(uint64_t{type->id} | uint64_t{B} << 32 | uint64_t{offset} << 40);
    field(hmap);
    field(iterator);
    field(key);
    field(elem);
    field(random);
    field(buckets);
    field(list);
    field(create.extra);
    visit_part(create, field);
    visit_part(next, field);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    STEP(mapiterinit, store_t);
    memory.store(iterator, Hiter::t, memory.descriptor(map_type));
    if (hmap == Pointer{}) return done();
    STEP(mapiterinit, check_count);
    if (memory.load(hmap, Hmap::count) == 0) return done();
    STEP(mapiterinit, store_h);
    memory.store(iterator, Hiter::h, hmap);

    // A snapshot of the array.
    STEP(mapiterinit, load_B);
    B = memory.load(hmap, Hmap::B);
    STEP(mapiterinit, store_B);
    memory.store(iterator, Hiter::B, B);
    STEP(mapiterinit, load_buckets);
    buckets = memory.load(hmap, Hmap::buckets);
    STEP(mapiterinit, store_buckets);
    memory.store(iterator, Hiter::buckets, buckets);
    if (!map_type.bucket_has_pointers) {
      RUN_RARE(create, type, hmap);
      STEP(mapiterinit, load_overflow_list);
      list = memory.load(create.extra, MapExtra::overflow);
      STEP(mapiterinit, store_overflow_list);
      memory.store(iterator, Hiter::overflow, list);
      STEP(mapiterinit, load_oldoverflow);
      list = memory.load(create.extra, MapExtra::oldoverflow);
      STEP(mapiterinit, store_oldoverflow);
      memory.store(iterator, Hiter::oldoverflow, list);
    }

    // Where to start.
    random = memory.random();
    STEP(mapiterinit, load_B_for_bucket);
    B = memory.load(hmap, Hmap::B);
    STEP(mapiterinit, store_start_bucket);
    memory.store(iterator, Hiter::start_bucket, start_bucket());
    STEP(mapiterinit, load_B_for_offset);
    offset = random_offset(memory.load(hmap, Hmap::B));
    STEP(mapiterinit, store_offset);
    memory.store(iterator, Hiter::offset, offset);
    STEP(mapiterinit, store_bucket);
    memory.store(iterator, Hiter::bucket, start_bucket());

    // Remember that there is an iterator. Several can do so at once: this OR is atomic.
    STEP(mapiterinit, load_flags);
    if ((memory.load(hmap, Hmap::flags) & (kIterator | kOldIterator)) !=
        (kIterator | kOldIterator)) {
      STEP(mapiterinit, or_flags);
      memory.fetch_or(hmap, Hmap::flags, static_cast<uint8_t>(kIterator | kOldIterator));
    }
    next = IterateNext<Pointer>::of(type, iterator);
    RUN(next);
    key = next.key;
    elem = next.elem;
    END_STEPS();
  }

 private:
  uint64_t start_bucket() const { return random & (bucket_count(B) - 1); }
  uint8_t random_offset(uint8_t exponent) const {
    return static_cast<uint8_t>((random >> (exponent & 63)) & (kBucketSlots - 1));
  }
};

}  // namespace hmaplab::gomap
