// Clone: maps.Clone(m) of a non-nil map (mapclone2; SEMANTICS section 13). The copy gets the
// source's seed, so that entries move bucket by bucket without hashing; only old buckets of a
// growth that do not fit the copy's smaller index are inserted one by one. MoveToBucket
// (moveToBmap) copies the entries of one bucket behind those already in the destination.
#pragma once

#include "core/gomap/assign.h"
#include "core/gomap/make_map.h"

namespace hmaplab::gomap {

template <class Pointer>
struct MoveToBucket : Resumable {
  const MapType* type = nullptr;
  Pointer hmap{};   // the copy
  Pointer to{};     // in and out: the bucket being filled
  uint8_t pos = 0;  // in and out: its next slot
  Pointer from{};

  uint8_t slot = 0;
  uint8_t top = 0;
  int64_t count = 0;
  Pointer source{};
  Pointer object{};
  NewOverflow<Pointer> new_overflow;

  void start(const MapType* map_type, Pointer map, Pointer destination, uint8_t position,
             Pointer source_bucket) {
    *this = {};
    type = map_type;
    hmap = map;
    to = destination;
    pos = position;
    from = source_bucket;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(hmap);
    field(to);
    field(from);
    field(uint64_t{pos} | uint64_t{slot} << 8 | uint64_t{top} << 16);
    field(static_cast<uint64_t>(count));
    field(source);
    field(object);
    visit_part(new_overflow, field);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    for (slot = 0; slot < kBucketSlots; ++slot) {
      STEP(moveToBmap, load_tophash);
      top = memory.load(from, Bucket::tophash(slot));
      if (is_empty(top)) continue;
      while (pos < kBucketSlots) {
        STEP(moveToBmap, find_empty);
        if (is_empty(memory.load(to, Bucket::tophash(pos)))) break;
        ++pos;
      }
      if (pos == kBucketSlots) {
        RUN_RARE(new_overflow, type, hmap, to);
        to = new_overflow.bucket;
        pos = 0;
      }
      STEP(moveToBmap, store_tophash);
      memory.store(to, Bucket::tophash(pos), top);

      if (map_type.indirect_key) {
        STEP(moveToBmap, load_key_pointer);
        source = memory.load(from, Bucket::key<memory::Pointer>(map_type, slot));
        if (map_type.need_key_update) {
          object = memory.allocate(Allocation::KeyObject, map_type.key_size, map_type);
          STEP(moveToBmap, copy_key_object);
          memory.copy_object(object, Field<Bytes>{0, "key"}, source, map_type.key_size);
          source = object;
        }
        STEP(moveToBmap, store_key_pointer);
        memory.store(to, Bucket::key<memory::Pointer>(map_type, pos), source);
      } else if (map_type.key_slot != 0) {
        STEP(moveToBmap, copy_key);
        memory.copy_object(to, Bucket::key<Bytes>(map_type, pos),
                           from + Bucket::key_offset(map_type, slot), map_type.key_slot);
      }
      if (map_type.indirect_elem) {
        STEP(moveToBmap, load_elem_pointer);
        source = memory.load(from, Bucket::elem<memory::Pointer>(map_type, slot));
        object = memory.allocate(Allocation::ElemObject, map_type.elem_size, map_type);
        STEP(moveToBmap, copy_elem_object);
        memory.copy_object(object, Field<Bytes>{0, "elem"}, source, map_type.elem_size);
        STEP(moveToBmap, store_elem_pointer);
        memory.store(to, Bucket::elem<memory::Pointer>(map_type, pos), object);
      } else if (map_type.elem_slot != 0) {
        STEP(moveToBmap, copy_elem);
        memory.copy_object(to, Bucket::elem<Bytes>(map_type, pos),
                           from + Bucket::elem_offset(map_type, slot), map_type.elem_slot);
      }
      ++pos;
      STEP(moveToBmap, load_count);
      count = memory.load(hmap, Hmap::count);
      STEP(moveToBmap, store_count);
      memory.store(hmap, Hmap::count, count + 1);
    }
    END_STEPS();
  }
};

template <class Pointer>
struct Clone : Resumable {
  const MapType* type = nullptr;
  Pointer source{};

  Pointer hmap{};  // out: the copy

  uint8_t B = 0;         // of the source
  uint8_t copy_B = 0;    // of the copy
  uint8_t old_bits = 0;  // log2 of the size of the old array
  uint32_t hash0 = 0;
  int64_t count = 0;
  uint64_t i = 0;
  uint64_t j = 0;
  uint8_t slot = 0;
  uint8_t pos = 0;
  Pointer buckets{};  // of the copy
  Pointer source_buckets{};
  Pointer to{};
  Pointer next{};
  Pointer from{};
  Pointer key{};
  Pointer elem{};
  MakeMap<Pointer> make;
  MoveToBucket<Pointer> move;
  Assign<Pointer> assign;

  static Clone of(const MapType* type, Pointer source) {
    Clone clone;
    clone.type = type;
    clone.source = source;
    return clone;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(uint64_t{type->id} | uint64_t{hash0} << 32);
    field(source);
    field(hmap);
    field(uint64_t{B} | uint64_t{copy_B} << 8 | uint64_t{old_bits} << 16 | uint64_t{slot} << 24 |
          uint64_t{pos} << 32);
    field(static_cast<uint64_t>(count));
    field(i);
    field(j);
    field(buckets);
    field(source_buckets);
    field(to);
    field(next);
    field(from);
    field(key);
    field(elem);
    field(assign.elem);
    visit_part(make, field);
    visit_part(move, field);
    visit_part(assign, field);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    STEP(mapclone, load_count);
    count = memory.load(source, Hmap::count);
    STEP(mapclone, load_B);
    B = memory.load(source, Hmap::B);
    // A table can be overloaded in a same-size growth; the copy never gets the bigger array.
    if (over_load_factor(map_type, static_cast<uint64_t>(count), B)) {
      count = static_cast<int64_t>(map_type.load_factor_numerator * (bucket_count(B) / 2));
    }
    make = MakeMap<Pointer>::of(type, MakeVia::Hint, count);
    RUN(make);
    hmap = make.hmap;
    copy_B = make.B;
    buckets = make.make_array.buckets;
    STEP(mapclone, load_hash0);
    hash0 = memory.load(source, Hmap::hash0);
    STEP(mapclone, store_hash0);
    memory.store(hmap, Hmap::hash0, hash0);
    STEP(mapclone, check_count);
    count = memory.load(source, Hmap::count);
    if (count == 0) return done();
    STEP(mapclone, check_writing);
    if (is_being_written(memory)) return fail(Failure::ConcurrentMapCloneAndMapWrite);

    STEP(mapclone, load_B);
    B = memory.load(source, Hmap::B);
    if (B == 0 && !map_type.indirect_elem && !(map_type.indirect_key && map_type.need_key_update)) {
      buckets = memory.allocate(Allocation::Buckets, map_type.bucket_size, map_type);
      STEP(mapclone, store_buckets);
      memory.store(hmap, Hmap::buckets, buckets);
      STEP(mapclone, load_count);
      count = memory.load(source, Hmap::count);
      STEP(mapclone, store_count);
      memory.store(hmap, Hmap::count, count);
      STEP(mapclone, load_buckets);
      source_buckets = memory.load(source, Hmap::buckets);
      STEP(mapclone, copy_bucket);
      memory.copy_object(buckets, Field<Bytes>{0, "bucket"}, source_buckets, map_type.bucket_size);
      return done();
    }
    if (copy_B == 0) {
      buckets = memory.allocate(Allocation::Buckets, map_type.bucket_size, map_type);
      STEP(mapclone, store_buckets);
      memory.store(hmap, Hmap::buckets, buckets);
    }

    // The copy can have fewer buckets than the source: several source buckets then go to one.
    for (i = 0; i < bucket_count(copy_B); ++i) {
      to = buckets + i * map_type.bucket_size;
      pos = 0;
      for (j = i; j < bucket_count(B); j += bucket_count(copy_B)) {
        STEP(mapclone, load_buckets);
        from = memory.load(source, Hmap::buckets) + j * map_type.bucket_size;
        while (from != Pointer{}) {
          move.start(type, hmap, to, pos, from);
          RUN(move);
          to = move.to;
          pos = move.pos;
          STEP(mapclone, load_overflow);
          from = memory.load(from, Bucket::overflow(map_type));
        }
      }
    }

    STEP(mapclone, load_oldbuckets);
    if (memory.load(source, Hmap::oldbuckets) == Pointer{}) return done();
    STEP(mapclone, load_B);
    old_bits = memory.load(source, Hmap::B);
    STEP(mapclone, load_oldbuckets);
    source_buckets = memory.load(source, Hmap::oldbuckets);
    STEP(mapclone, load_same_size);
    if ((memory.load(source, Hmap::flags) & kSameSizeGrow) == 0) --old_bits;

    for (i = 0; i < bucket_count(old_bits); ++i) {
      from = source_buckets + i * map_type.bucket_size;
      STEP(mapclone, load_old_tophash);
      if (is_evacuated(memory.load(from, Bucket::tophash(0)))) continue;
      if (old_bits >= copy_B) {
        to = buckets + (i & (bucket_count(copy_B) - 1)) * map_type.bucket_size;
        for (;;) {
          STEP(mapclone, find_last);
          next = memory.load(to, Bucket::overflow(map_type));
          if (next == Pointer{}) break;
          to = next;
        }
        pos = 0;
        while (from != Pointer{}) {
          move.start(type, hmap, to, pos, from);
          RUN(move);
          to = move.to;
          pos = move.pos;
          STEP(mapclone, load_overflow);
          from = memory.load(from, Bucket::overflow(map_type));
        }
        continue;
      }
      // One old bucket belongs to several buckets of the copy: entry by entry.
      while (from != Pointer{}) {
        for (slot = 0; slot < kBucketSlots; ++slot) {
          STEP(mapclone, load_tophash);
          if (is_empty(memory.load(from, Bucket::tophash(slot)))) continue;
          STEP(mapclone, check_writing);
          if (is_being_written(memory)) return fail(Failure::ConcurrentMapCloneAndMapWrite);
          key = from + Bucket::key_offset(map_type, slot);
          if (map_type.indirect_key) {
            STEP(mapclone, load_key_pointer);
            key = memory.load(from, Bucket::key<memory::Pointer>(map_type, slot));
          }
          elem = from + Bucket::elem_offset(map_type, slot);
          if (map_type.indirect_elem) {
            STEP(mapclone, load_elem_pointer);
            elem = memory.load(from, Bucket::elem<memory::Pointer>(map_type, slot));
          }
          assign = Assign<Pointer>::of(type, hmap, key, Family::Generic);
          RUN(assign);
          if (map_type.elem_size != 0) {
            STEP(mapclone, copy_elem);
            memory.copy_object(assign.elem, Field<Bytes>{0, "elem"}, elem, map_type.elem_size);
          }
        }
        STEP(mapclone, load_overflow);
        from = memory.load(from, Bucket::overflow(map_type));
      }
    }
    END_STEPS();
  }

 private:
  template <class Memory>
  bool is_being_written(Memory& memory) const {
    return (memory.load(source, Hmap::flags) & kHashWriting) != 0;
  }
};

}  // namespace hmaplab::gomap
