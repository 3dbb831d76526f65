// What the steps behind the cursor left on the maps: who touched a cell last, the key that somebody
// has in hand with its hash, and old arrays that were let go. Plain data; trail_of (moment_of.h)
// finds it in a Session by looking back, not farther than kLongestTrail.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/memory/address.h"
#include "core/schedule/actor.h"

namespace hmaplab::pictures {

struct CellMark {
  memory::Address address{};
  schedule::Actor actor;
  uint32_t step = 0;
  bool stored = false;
};

// The key of a map operation under way, once it is hashed.
struct KeyInHand {
  memory::Address map{};
  schedule::Actor actor;
  std::string key;
  uint64_t hash = 0;
};

// The old array of a growth that has ended.
struct ArrayGhost {
  memory::Address map{};
  memory::Address array{};
  uint64_t buckets = 0;
  uint32_t step = 0;  // that stored nil in oldbuckets
};

struct MapTrail {
  std::vector<CellMark> marks;  // by address, one each
  std::vector<KeyInHand> keys;  // the one of who moved last first
  std::vector<ArrayGhost> ghosts;

  // The last touch of any byte there; nullptr: none was found.
  const CellMark* last_touch(memory::Address begin, uint64_t size) const;
  // The key that `first` holds, if anybody's; else the one that was hashed last.
  const KeyInHand* key_of(memory::Address map, schedule::Actor first) const;
  const ArrayGhost* ghost_of(memory::Address map) const;
};

inline constexpr uint32_t kLongestTrail = 20'000;  // steps

}  // namespace hmaplab::pictures
