// MakeMap: make(map[K]V) and make(map[K]V, hint) (makemap_small and makemap; SEMANTICS section 4).
// The new map's first bucket is allocated by its first assignment, unless the hint asks for more
// than one.
#pragma once

#include "core/gomap/bucket_array.h"

namespace hmaplab::gomap {

enum class MakeVia : uint8_t {
  Small,  // no hint, or a constant one up to 8
  Hint,
};

template <class Pointer>
struct MakeMap : Resumable {
  static constexpr uint64_t kMaxAllocation = uint64_t{1} << 48;

  const MapType* type = nullptr;
  MakeVia via = MakeVia::Small;
  int64_t hint = 0;

  Pointer hmap{};  // out

  uint8_t B = 0;
  uint32_t hash0 = 0;
  Pointer extra{};
  MakeBucketArray<Pointer> make_array;

  static MakeMap of(const MapType* type, MakeVia via, int64_t hint) {
    MakeMap make;
    make.type = type;
    make.via = via;
    make.hint = hint;
    return make;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(uint64_t{type->id} | uint64_t{B} << 32 | uint64_t{static_cast<uint8_t>(via)} << 40);
    field(static_cast<uint64_t>(hint));
    field(hmap);
    field(uint64_t{hash0});
    field(extra);
    field(make_array.buckets);
    field(make_array.next_overflow);
    visit_part(make_array, field);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    hmap = memory.allocate(Allocation::Hmap, Hmap::kSize, map_type);
    hash0 = static_cast<uint32_t>(memory.random());
    STEP(makemap, store_hash0);
    memory.store(hmap, Hmap::hash0, hash0);
    if (via == MakeVia::Small) return done();

    if (static_cast<uint64_t>(hint) > kMaxAllocation / map_type.bucket_size) hint = 0;
    while (over_load_factor(map_type, static_cast<uint64_t>(hint), B)) ++B;
    STEP(makemap, store_B);
    memory.store(hmap, Hmap::B, B);
    if (B == 0) return done();

    RUN_RARE(make_array, type, B, Pointer{});
    STEP(makemap, store_buckets);
    memory.store(hmap, Hmap::buckets, make_array.buckets);
    if (make_array.next_overflow != Pointer{}) {
      extra = memory.allocate(Allocation::Extra, MapExtra::kSize, map_type);
      STEP(makemap, store_extra);
      memory.store(hmap, Hmap::extra, extra);
      STEP(makemap, store_next_overflow);
      memory.store(extra, MapExtra::next_overflow, make_array.next_overflow);
    }
    END_STEPS();
  }
};

}  // namespace hmaplab::gomap
