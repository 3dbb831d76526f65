// Delete: delete(m, k) (mapdelete and the fast forms; SEMANTICS section 8). The slot becomes
// emptyOne; if nothing is left behind it in the chain, it and all the emptyOne slots before it
// become emptyRest, so that later searches stop early. An emptied map draws a new seed.
#pragma once

#include "core/gomap/find_key.h"
#include "core/gomap/grow.h"

namespace hmaplab::gomap {

template <class Pointer>
struct Delete : Resumable {
  const MapType* type = nullptr;
  Pointer hmap{};
  Pointer key{};  // the key's bytes in the caller's frame

  uint8_t flags = 0;
  uint32_t hash0 = 0;
  uint64_t hash = 0;
  uint64_t index = 0;
  int64_t count = 0;
  uint8_t slot = 0;
  bool is_last = false;  // no used slot behind this one
  Pointer first{};       // bucket of the chain
  Pointer bucket{};
  Pointer next{};
  GrowWork<Pointer> grow_work;
  FindKey<Pointer, MapdeleteNames> find;

  static Delete of(const MapType* type, Pointer hmap, Pointer key) {
    Delete operation;
    operation.type = type;
    operation.hmap = hmap;
    operation.key = key;
    return operation;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(uint64_t{type->id} | uint64_t{flags} << 32 | uint64_t{is_last} << 40 |
          uint64_t{slot} << 48);
    field(hmap);
    field(key);
    field(uint64_t{hash0});
    field(hash);
    field(index);
    field(static_cast<uint64_t>(count));
    field(first);
    field(bucket);
    field(next);
    visit_part(grow_work, field);
    visit_part(find, field);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    if (hmap == Pointer{}) return missing(memory, map_type);
    STEP(mapdelete, check_count);
    if (memory.load(hmap, Hmap::count) == 0) return missing(memory, map_type);
    STEP(mapdelete, check_writing);
    if ((memory.load(hmap, Hmap::flags) & kHashWriting) != 0) {
      return fail(Failure::ConcurrentMapWrites);
    }
    STEP(mapdelete, load_hash0);
    hash0 = memory.load(hmap, Hmap::hash0);
    STEP(mapdelete, hash);
    if (const KeyAnswer answer = memory.hash(map_type, key, hash0); !answer.possible) {
      return fail(Failure::UnhashableType, answer.offender);
    } else {
      hash = answer.value;
    }
    STEP(mapdelete, load_flags);
    flags = memory.load(hmap, Hmap::flags);
    STEP(mapdelete, set_writing);
    memory.store(hmap, Hmap::flags, static_cast<uint8_t>(flags ^ kHashWriting));

    STEP(mapdelete, load_B);
    index = hash & (bucket_count(memory.load(hmap, Hmap::B)) - 1);
    STEP(mapdelete, load_oldbuckets);
    if (memory.load(hmap, Hmap::oldbuckets) != Pointer{}) {
      RUN_RARE(grow_work, type, hmap, index);
    }
    STEP(mapdelete, load_buckets);
    first = memory.load(hmap, Hmap::buckets) + index * map_type.bucket_size;
    memory.will_use_bucket(first, map_type);
    find.start(type, map_type.family, key, tophash_of(hash), first);
    RUN(find);

    if (find.found) {
      bucket = find.bucket;
      slot = find.slot;
      memory.forget_entry(bucket, slot, map_type);
      if (map_type.indirect_key || map_type.family == Family::FastString) {
        STEP(mapdelete, clear_key);
        memory.store(bucket, Bucket::key<memory::Pointer>(map_type, slot), Pointer{});
      } else if (map_type.key_has_pointers) {
        STEP(mapdelete, clear_key);
        memory.zero(bucket, Bucket::key<Bytes>(map_type, slot), map_type.key_slot);
      }
      if (map_type.indirect_elem) {
        STEP(mapdelete, clear_elem);
        memory.store(bucket, Bucket::elem<memory::Pointer>(map_type, slot), Pointer{});
      } else if (map_type.elem_slot != 0) {
        STEP(mapdelete, clear_elem);
        memory.zero(bucket, Bucket::elem<Bytes>(map_type, slot), map_type.elem_slot);
      }
      STEP(mapdelete, store_empty_one);
      memory.store(bucket, Bucket::tophash(slot), kEmptyOne);

      if (slot == kBucketSlots - 1) {
        STEP(mapdelete, look_behind_bucket);
        next = memory.load(bucket, Bucket::overflow(map_type));
        is_last = next == Pointer{};
        if (!is_last) {
          STEP(mapdelete, look_behind);
          is_last = memory.load(next, Bucket::tophash(0)) == kEmptyRest;
        }
      } else {
        STEP(mapdelete, look_behind);
        is_last = memory.load(bucket, Bucket::tophash(slot + 1)) == kEmptyRest;
      }
      while (is_last) {
        STEP(mapdelete, store_empty_rest);
        memory.store(bucket, Bucket::tophash(slot), kEmptyRest);
        if (slot == 0) {
          if (bucket == first) break;
          // Find the previous bucket: chains have no way back.
          next = bucket;
          bucket = first;
          for (;;) {
            STEP(mapdelete, find_previous);
            if (const Pointer after = memory.load(bucket, Bucket::overflow(map_type));
                after == next) {
              break;
            } else {
              bucket = after;
            }
          }
          slot = kBucketSlots - 1;
        } else {
          --slot;
        }
        STEP(mapdelete, look_before);
        is_last = memory.load(bucket, Bucket::tophash(slot)) == kEmptyOne;
      }

      STEP(mapdelete, load_count);
      count = memory.load(hmap, Hmap::count) - 1;
      STEP(mapdelete, store_count);
      memory.store(hmap, Hmap::count, count);
      // A new seed makes it harder to provoke collisions on purpose.
      if (count == 0) {
        hash0 = static_cast<uint32_t>(memory.random());
        STEP(mapdelete, store_hash0);
        memory.store(hmap, Hmap::hash0, hash0);
      }
    }

    STEP(mapdelete, check_still_writing);
    if ((memory.load(hmap, Hmap::flags) & kHashWriting) == 0) {
      return fail(Failure::ConcurrentMapWrites);
    }
    STEP(mapdelete, load_flags_again);
    flags = memory.load(hmap, Hmap::flags);
    STEP(mapdelete, clear_writing);
    memory.store(hmap, Hmap::flags, static_cast<uint8_t>(flags & ~kHashWriting));
    END_STEPS();
  }

 private:
  // mapKeyError: deleting an unhashable key from an empty map panics all the same.
  template <class Memory>
  Progress missing(Memory& memory, const MapType& map_type) {
    if (map_type.hash_might_panic) {
      const KeyAnswer answer = memory.check_key(map_type, key);
      if (!answer.possible) return fail(Failure::UnhashableType, answer.offender);
    }
    return done();
  }
};

}  // namespace hmaplab::gomap
