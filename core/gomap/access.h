// Access: v := m[k] and v, ok := m[k] (mapaccess1, mapaccess2 and the fast forms; SEMANTICS section
// 6). The result is `found` and a pointer into the map: the caller loads the elem later, in a step
// of its own, unprotected (and panics if the pointer is nil). With Lookup::Again it is mapaccessK:
// an iterator looks a moved key up in the grown table; always the generic code, no check of flags
// or key, and the key's pointer is a result too.
#pragma once

#include "core/gomap/find_key.h"
#include "core/gomap/scan_one_bucket.h"

namespace hmaplab::gomap {

enum class Lookup : uint8_t { First, Again };

template <class Pointer>
struct Access : Resumable {
  const MapType* type = nullptr;
  Pointer hmap{};
  Pointer key{};  // the key's bytes in the caller's frame (Again: in the iterator's bucket)
  Lookup lookup = Lookup::First;

  // Results.
  bool found = false;
  Pointer elem{};  // where the elem lies; found and nil: a big elem that a racing delete has let go
  Pointer found_key{};  // the key in the map

  // Locals.
  bool hashes = true;
  uint8_t B = 0;
  uint32_t hash0 = 0;
  uint64_t hash = 0;
  uint64_t mask = 0;
  Pointer bucket{};
  Pointer oldbuckets{};
  FindKey<Pointer, MapaccessNames> find;
  ScanOneBucket<Pointer> scan;

  static Access of(const MapType* type, Pointer hmap, Pointer key) {
    Access access;
    access.start(type, hmap, key, Lookup::First);
    return access;
  }
  void start(const MapType* map_type, Pointer map, Pointer wanted, Lookup which) {
    *this = {};
    type = map_type;
    hmap = map;
    key = wanted;
    lookup = which;
  }
  struct Results {
    bool found;
    Pointer elem;
    Pointer found_key;
  };
  Results results() const { return {found, elem, found_key}; }
  void take_results(Results ran) {
    found = ran.found;
    elem = ran.elem;
    found_key = ran.found_key;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(uint64_t{type->id} | uint64_t{static_cast<uint8_t>(lookup)} << 32 |
          uint64_t{hashes} << 40 | uint64_t{B} << 48);
    field(hmap);
    field(key);
    field(elem);
    field(found_key);
    field(uint64_t{hash0});
    field(hash);
    field(mask);
    field(bucket);
    field(oldbuckets);
    field(find.bucket);
    field(find.slot_key);
    field(uint64_t{find.slot});
    visit_part(find, field);
    visit_part(scan, field);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    if (hmap == Pointer{}) return missing(memory, map_type);
    STEP(mapaccess, load_count);
    if (memory.load(hmap, Hmap::count) == 0) return missing(memory, map_type);
    if (lookup == Lookup::First) {
      STEP(mapaccess, check_writing);
      if ((memory.load(hmap, Hmap::flags) & kHashWriting) != 0) {
        return fail(Failure::ConcurrentMapReadAndMapWrite);
      }
    }

    // The fast forms do not hash when there is one bucket only.
    if (family(map_type) != Family::Generic) {
      STEP(mapaccess, load_B);
      B = memory.load(hmap, Hmap::B);
      if (B == 0) {
        STEP(mapaccess, load_buckets);
        bucket = memory.load(hmap, Hmap::buckets);
        hashes = false;
        if (family(map_type) == Family::FastString) {
          memory.locate_bucket(bucket, map_type);
          scan.start(type, key, bucket);
          RUN(scan);
          if (scan.found) return hit(map_type, scan.bucket, scan.slot);
          if (!scan.undecided) return done();
          hashes = true;
        }
      }
    }

    if (hashes) {
      STEP(mapaccess, load_hash0);
      hash0 = memory.load(hmap, Hmap::hash0);
      STEP(mapaccess, hash);
      if (const KeyAnswer answer = memory.hash(map_type, key, hash0); !answer.possible) {
        return fail(Failure::UnhashableType, answer.offender);
      } else {
        hash = answer.value;
      }
      STEP(mapaccess, load_B);
      mask = (uint64_t{1} << (memory.load(hmap, Hmap::B) & 63)) - 1;
      STEP(mapaccess, load_buckets);
      bucket = memory.load(hmap, Hmap::buckets) + (hash & mask) * map_type.bucket_size;
      memory.will_use_bucket(bucket, map_type);
      STEP(mapaccess, load_oldbuckets);
      oldbuckets = memory.load(hmap, Hmap::oldbuckets);
      if (oldbuckets != Pointer{}) {
        STEP(mapaccess, load_same_size);
        if ((memory.load(hmap, Hmap::flags) & kSameSizeGrow) == 0) mask >>= 1;
        oldbuckets = oldbuckets + (hash & mask) * map_type.bucket_size;
        STEP(mapaccess, load_old_tophash);
        if (!is_evacuated(memory.load(oldbuckets, Bucket::tophash(0)))) bucket = oldbuckets;
      }
    }

    find.start(type, family(map_type), key, tophash_of(hash), bucket);
    find.hashed = hashes;
    RUN(find);
    if (!find.found) return done();
    if (map_type.indirect_elem) {
      STEP(mapaccess, load_elem_pointer);
      elem = memory.load(find.bucket, Bucket::elem<memory::Pointer>(map_type, find.slot));
      found = true;
      found_key = find.slot_key;
      return done();
    }
    return hit(map_type, find.bucket, find.slot);
    END_STEPS();
  }

 private:
  Family family(const MapType& map_type) const {
    return lookup == Lookup::First ? map_type.family : Family::Generic;
  }

  // mapKeyError: in an empty map an unhashable key panics all the same.
  template <class Memory>
  Progress missing(Memory& memory, const MapType& map_type) {
    if (lookup == Lookup::First && map_type.hash_might_panic) {
      const KeyAnswer answer = memory.check_key(map_type, key);
      if (!answer.possible) return fail(Failure::UnhashableType, answer.offender);
    }
    return done();
  }
  Progress hit(const MapType& map_type, Pointer in, uint32_t slot) {
    found = true;
    elem = in + Bucket::elem_offset(map_type, slot);
    found_key = map_type.indirect_key ? find.slot_key : in + Bucket::key_offset(map_type, slot);
    return done();
  }
};

}  // namespace hmaplab::gomap
