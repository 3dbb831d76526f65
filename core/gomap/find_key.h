// FindKey: the walk along one chain of buckets in search of a key, as mapaccess and mapdelete do it
// (mapassign walks on its own: it also looks for a free slot). The families look at a slot in
// different orders:
//   generic   tophash; on a match the key; emptyRest ends the search
//   integers  key; if equal, tophash (an emptied slot keeps its key)
//   strings   length, tophash, data pointer, bytes
// Names says under which operation's names the walk stops.
#pragma once

#include "core/gomap/layout.h"
#include "core/gomap/memory_policy.h"
#include "core/gomap/resumable.h"

namespace hmaplab::gomap {

struct MapaccessNames {
  static constexpr auto load_tophash = memory::Point::mapaccess_load_tophash;
  static constexpr auto load_key = memory::Point::mapaccess_load_key;
  static constexpr auto load_key_length = memory::Point::mapaccess_load_key_length;
  static constexpr auto load_key_data = memory::Point::mapaccess_load_key_data;
  static constexpr auto load_key_pointer = memory::Point::mapaccess_load_key_pointer;
  static constexpr auto equal_key = memory::Point::mapaccess_equal_key;
  static constexpr auto load_overflow = memory::Point::mapaccess_load_overflow;
};

struct MapdeleteNames {
  static constexpr auto load_tophash = memory::Point::mapdelete_load_tophash;
  static constexpr auto load_key = memory::Point::mapdelete_load_key;
  static constexpr auto load_key_length = memory::Point::mapdelete_load_key_length;
  static constexpr auto load_key_data = memory::Point::mapdelete_load_key_data;
  static constexpr auto load_key_pointer = memory::Point::mapdelete_load_key_pointer;
  static constexpr auto equal_key = memory::Point::mapdelete_equal_key;
  static constexpr auto load_overflow = memory::Point::mapdelete_load_overflow;
};

// The key of an integer slot, or an integer key argument.
template <class Memory>
uint64_t load_integer_key(Memory& memory, const MapType& type, typename Memory::Pointer bucket,
                          uint32_t slot) {
  if (type.family == Family::Fast32) return memory.load(bucket, Bucket::key<uint32_t>(type, slot));
  return memory.load(bucket, Bucket::key<uint64_t>(type, slot));
}
template <class Memory>
uint64_t integer_argument(Memory& memory, const MapType& type, typename Memory::Pointer key) {
  if (type.family == Family::Fast32) return memory.argument(key, Field<uint32_t>{0, "key"});
  return memory.argument(key, Field<uint64_t>{0, "key"});
}

// Is the string at `theirs`, of the same length, the key? The bytes of a string never change:
// comparing them is no access.
template <class Memory>
bool same_string_data(Memory& memory, typename Memory::Pointer key,
                      typename Memory::Pointer theirs) {
  const auto mine = memory.argument(key, StringHeader::data);
  return mine == theirs ||
         memory.equal_bytes(mine, theirs, memory.argument(key, StringHeader::length));
}

template <class Pointer, class Names>
struct FindKey : Resumable {
  const MapType* type = nullptr;
  Family family = Family::Generic;  // Generic also for mapaccessK of any type
  uint8_t top = 0;
  bool hashed = true;  // false: the table has one bucket, and `top` means nothing
  Pointer key{};
  Pointer bucket{};  // where the walk is; where the key was found
  uint8_t slot = 0;
  bool found = false;
  Pointer slot_key{};  // generic: the key's bytes in the map

  void start(const MapType* map_type, Family as, Pointer wanted, uint8_t tophash, Pointer first) {
    *this = {};
    type = map_type;
    family = as;
    top = tophash;
    key = wanted;
    bucket = first;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(uint64_t{slot} | uint64_t{top} << 8 | uint64_t{static_cast<uint8_t>(family)} << 16 |
          uint64_t{hashed} << 24);
    field(key);
    field(bucket);
    field(slot_key);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    while (bucket != Pointer{}) {
      memory.locate_bucket(bucket, map_type);
      for (slot = 0; memory.next_slot(map_type, wanted(), bucket, slot); ++slot) {
        if (family == Family::FastString) {
          STEP_AT(Names::load_key_length);
          if (memory.load(bucket, Bucket::key_length(map_type, slot)) !=
              memory.argument(key, StringHeader::length)) {
            continue;
          }
          STEP_AT(Names::load_tophash);
          if (memory.load(bucket, Bucket::tophash(slot)) != top) continue;
          STEP_AT(Names::load_key_data);
          if (!same_string_data(
                  memory, key, memory.load(bucket, Bucket::key<memory::Pointer>(map_type, slot)))) {
            continue;
          }
        } else if (family != Family::Generic) {
          STEP_AT(Names::load_key);
          if (load_integer_key(memory, map_type, bucket, slot) !=
              integer_argument(memory, map_type, key)) {
            continue;
          }
          STEP_AT(Names::load_tophash);
          if (is_empty(memory.load(bucket, Bucket::tophash(slot)))) continue;
        } else {
          STEP_AT(Names::load_tophash);
          if (const uint8_t seen = memory.load(bucket, Bucket::tophash(slot)); seen != top) {
            if (seen == kEmptyRest) return done();
            continue;
          }
          slot_key = bucket + Bucket::key_offset(map_type, slot);
          if (map_type.indirect_key) {
            STEP_AT(Names::load_key_pointer);
            slot_key = memory.load(bucket, Bucket::key<memory::Pointer>(map_type, slot));
          }
          STEP_AT(Names::equal_key);
          if (const KeyAnswer same = memory.equal(map_type, key, slot_key); !same.possible) {
            return fail(Failure::UncomparableType, same.offender);
          } else if (same.value == 0) {
            continue;
          }
        }
        found = true;
        return done();
      }
      if (memory.nothing_behind(bucket)) break;
      STEP_AT(Names::load_overflow);
      bucket = memory.load(bucket, Bucket::overflow(map_type));
    }
    END_STEPS();
  }

 private:
  Wanted<Pointer> wanted() const { return {family, key, top, hashed}; }
};

}  // namespace hmaplab::gomap
