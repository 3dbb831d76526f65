// Assign: m[k] = v up to the place for v (mapassign and the fast forms; SEMANTICS section 7). Read
// it top to bottom:
//
//   is somebody writing? -> hash -> say "I am writing" -> [move two old buckets] -> walk the chain
//     found      -> [refresh the key] ──────────────────────────┐
//     not found  -> [grow, walk again] [one more bucket]        │
//                   store key and tophash, count one more ──────┴─> still writing? -> say "done"
//
// The caller stores the elem afterwards, outside the protection of the flag.
#pragma once

#include "core/gomap/find_key.h"
#include "core/gomap/grow.h"

namespace hmaplab::gomap {

template <class Pointer>
struct Assign : Resumable {
  const MapType* type = nullptr;
  Pointer hmap{};
  Pointer key{};  // the key's bytes in the caller's frame

  Family family = Family::Generic;

  Pointer elem{};  // out: where the elem is to be stored

  uint8_t flags = 0;
  uint8_t top = 0;
  uint8_t B = 0;
  bool found = false;
  bool rest_is_empty = false;  // the walk met emptyRest
  uint32_t hash0 = 0;
  uint64_t hash = 0;
  uint64_t index = 0;
  int64_t count = 0;
  uint16_t noverflow = 0;
  uint8_t slot = 0;
  uint8_t free_slot = 0;
  Pointer bucket{};       // where the walk is
  Pointer last{};         // the last bucket of the chain
  Pointer free_bucket{};  // of the first free slot met; nil: none yet
  Pointer slot_key{};     // the key's bytes in the map
  Pointer object{};       // a fresh object for a key or elem above 128 bytes
  GrowWork<Pointer> grow_work;
  HashGrow<Pointer> hash_grow;
  NewOverflow<Pointer> new_overflow;

  static Assign of(const MapType* type, Pointer hmap, Pointer key) {
    return of(type, hmap, key, type->family);
  }
  // maps.Clone assigns with the generic code whatever the type.
  static Assign of(const MapType* type, Pointer hmap, Pointer key, Family family) {
    Assign assign;
    assign.family = family;
    assign.type = type;
    assign.hmap = hmap;
    assign.key = key;
    return assign;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(uint64_t{type->id} | uint64_t{noverflow} << 32 |
          uint64_t{static_cast<uint8_t>(family)} << 48);
    field(hmap);
    field(key);
    field(elem);
    field(uint64_t{flags} | uint64_t{top} << 8 | uint64_t{rest_is_empty} << 16 | uint64_t{B} << 24 |
          uint64_t{found} << 32 | uint64_t{slot} << 40 | uint64_t{free_slot} << 48);
    field(uint64_t{hash0});
    field(hash);
    field(index);
    field(static_cast<uint64_t>(count));
    field(bucket);
    field(last);
    field(free_bucket);
    field(slot_key);
    field(object);
    visit_part(grow_work, field);
    visit_part(hash_grow, field);
    visit_part(new_overflow, field);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    if (hmap == Pointer{}) return fail(Failure::AssignmentToEntryInNilMap);
    STEP(mapassign, check_writing);
    if ((memory.load(hmap, Hmap::flags) & kHashWriting) != 0) {
      return fail(Failure::ConcurrentMapWrites);
    }
    STEP(mapassign, load_hash0);
    hash0 = memory.load(hmap, Hmap::hash0);
    STEP(mapassign, hash);
    if (const KeyAnswer answer = memory.hash(map_type, key, hash0); !answer.possible) {
      return fail(Failure::UnhashableType, answer.offender);
    } else {
      hash = answer.value;
    }
    top = tophash_of(hash);

    // A toggle in two halves: another writer fits between.
    STEP(mapassign, load_flags);
    flags = memory.load(hmap, Hmap::flags);
    STEP(mapassign, set_writing);
    memory.store(hmap, Hmap::flags, static_cast<uint8_t>(flags ^ kHashWriting));

    STEP(mapassign, load_buckets);
    if (memory.load(hmap, Hmap::buckets) == Pointer{}) {
      bucket = memory.allocate(Allocation::Buckets, map_type.bucket_size, map_type);
      STEP(mapassign, store_first_bucket);
      memory.store(hmap, Hmap::buckets, bucket);
    }

    for (;;) {  // twice if the table begins to grow
      STEP(mapassign, load_B);
      index = hash & (bucket_count(memory.load(hmap, Hmap::B)) - 1);
      STEP(mapassign, load_oldbuckets);
      if (memory.load(hmap, Hmap::oldbuckets) != Pointer{}) {
        RUN_RARE(grow_work, type, hmap, index);
      }
      STEP(mapassign, load_buckets);
      bucket = memory.load(hmap, Hmap::buckets) + index * map_type.bucket_size;
      memory.will_use_bucket(bucket, map_type);

      // Walk the chain: is the key there? Remember the first free slot.
      free_bucket = {};
      found = rest_is_empty = false;
      while (bucket != Pointer{}) {
        memory.locate_bucket(bucket, map_type);
        last = bucket;
        for (slot = 0; memory.next_slot_or_empty(map_type, wanted(), bucket, slot); ++slot) {
          STEP(mapassign, load_tophash);
          if (const uint8_t seen = memory.load(bucket, Bucket::tophash(slot)); is_empty(seen)) {
            remember_free_slot();
            rest_is_empty = seen == kEmptyRest;
            if (rest_is_empty) break;
            continue;
          } else if (!is_integer(family) && seen != top) {
            continue;
          }

          slot_key = bucket + Bucket::key_offset(map_type, slot);
          if (is_integer(family)) {
            STEP(mapassign, load_key);
            found = load_integer_key(memory, map_type, bucket, slot) ==
                    integer_argument(memory, map_type, key);
          } else if (family == Family::FastString) {
            STEP(mapassign, load_key_length);
            if (memory.load(bucket, Bucket::key_length(map_type, slot)) !=
                memory.argument(key, StringHeader::length)) {
              continue;
            }
            STEP(mapassign, load_key_data);
            found = same_string_data(
                memory, key, memory.load(bucket, Bucket::key<memory::Pointer>(map_type, slot)));
          } else {
            if (map_type.indirect_key) {
              STEP(mapassign, load_key_pointer);
              slot_key = memory.load(bucket, Bucket::key<memory::Pointer>(map_type, slot));
            }
            STEP(mapassign, equal_key);
            if (const KeyAnswer same = memory.equal(map_type, key, slot_key); !same.possible) {
              return fail(Failure::UncomparableType, same.offender);
            } else {
              found = same.value != 0;
            }
          }
          if (found) break;
        }
        if (found || rest_is_empty) break;
        STEP(mapassign, load_overflow);
        bucket = memory.load(bucket, Bucket::overflow(map_type));
      }
      if (found) break;

      // Not there. Too full, or too many overflow buckets? Then grow, and start again.
      STEP(mapassign, check_growing);
      if (memory.load(hmap, Hmap::oldbuckets) != Pointer{}) break;
      STEP(mapassign, check_count);
      count = memory.load(hmap, Hmap::count);
      STEP(mapassign, check_load);
      if (!over_load_factor(map_type, static_cast<uint64_t>(count) + 1,
                            memory.load(hmap, Hmap::B))) {
        STEP(mapassign, check_noverflow);
        noverflow = memory.load(hmap, Hmap::noverflow);
        STEP(mapassign, check_overflow_limit);
        if (!too_many_overflow_buckets(noverflow, memory.load(hmap, Hmap::B))) break;
      }
      RUN_RARE(hash_grow, type, hmap);
    }

    if (found) {
      if (family == Family::Generic && map_type.need_key_update && map_type.key_size != 0) {
        STEP(mapassign, update_key);
        memory.copy_argument(key_base(map_type), whole_key(map_type), key, map_type.key_size);
      } else if (family == Family::FastString) {
        STEP(mapassign, update_key_data);
        memory.store(bucket, Bucket::key<memory::Pointer>(map_type, slot),
                     memory.argument(key, StringHeader::data));
      }
    } else {
      if (free_bucket == Pointer{}) {
        RUN_RARE(new_overflow, type, hmap, last);
        free_bucket = new_overflow.bucket;
        free_slot = 0;
      }
      bucket = free_bucket;
      slot = free_slot;
      slot_key = bucket + Bucket::key_offset(map_type, slot);
      if (family != Family::Generic) {  // the fast forms publish the tophash before the key
        STEP(mapassign, store_tophash);
        memory.store(bucket, Bucket::tophash(slot), top);
      }
      if (map_type.indirect_key) {
        slot_key = memory.allocate(Allocation::KeyObject, map_type.key_size, map_type);
        STEP(mapassign, store_key_pointer);
        memory.store(bucket, Bucket::key<memory::Pointer>(map_type, slot), slot_key);
      }
      if (map_type.indirect_elem) {
        object = memory.allocate(Allocation::ElemObject, map_type.elem_size, map_type);
        STEP(mapassign, store_elem_pointer);
        memory.store(bucket, Bucket::elem<memory::Pointer>(map_type, slot), object);
      }
      if (map_type.key_size != 0) {
        STEP(mapassign, store_key);
        memory.copy_argument(key_base(map_type), whole_key(map_type), key, map_type.key_size);
      }
      if (family == Family::Generic) {
        STEP(mapassign, store_tophash);
        memory.store(bucket, Bucket::tophash(slot), top);
      }
      STEP(mapassign, load_count);
      count = memory.load(hmap, Hmap::count);
      STEP(mapassign, store_count);
      memory.store(hmap, Hmap::count, count + 1);
    }

    STEP(mapassign, check_still_writing);
    if ((memory.load(hmap, Hmap::flags) & kHashWriting) == 0) {
      return fail(Failure::ConcurrentMapWrites);
    }
    STEP(mapassign, load_flags_again);
    flags = memory.load(hmap, Hmap::flags);
    STEP(mapassign, clear_writing);
    memory.store(hmap, Hmap::flags, static_cast<uint8_t>(flags & ~kHashWriting));
    elem = bucket + Bucket::elem_offset(map_type, slot);
    if (map_type.indirect_elem) {
      STEP(mapassign, load_elem_pointer);
      elem = memory.load(bucket, Bucket::elem<memory::Pointer>(map_type, slot));
    }
    END_STEPS();
  }

 private:
  Wanted<Pointer> wanted() const { return {family, key, top}; }
  void remember_free_slot() {
    if (free_bucket != Pointer{}) return;
    free_bucket = bucket;
    free_slot = slot;
  }
  // An indirect key is written in its own object; else in its slot, so that the access says which
  // one.
  Pointer key_base(const MapType& map_type) const {
    if (map_type.indirect_key) return slot_key;
    return bucket;
  }
  Field<Bytes> whole_key(const MapType& map_type) const {
    return map_type.indirect_key ? Field<Bytes>{0, "key"} : Bucket::key<Bytes>(map_type, slot);
  }
};

}  // namespace hmaplab::gomap
