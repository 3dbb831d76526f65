// Clock: what one strand of a run knows of all others, as a vector clock. A strand is whoever can
// come before or after others: a goroutine, the finalizer goroutine. It counts its releases (its
// epoch); a Clock says up to which epoch of each strand everything happened before.
//
//   slot      0    1    2    3          strands have slots in the order in which they began
//   epoch     4    1    0    7   …      missing ones are 0: nothing is known of them
//
// Whose clock it is stands apart, so that a child that never waited for anybody needs no vector.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/strong_id.h"

namespace hmaplab::order {

// A strand by name: the number of its actor.
using Strand = base::StrongId<struct StrandTag, uint64_t>;

using Slot = uint32_t;
inline constexpr Slot kNoSlot = ~Slot{0};

class Clock {
 public:
  Clock() = default;
  // Of a strand that begins.
  explicit Clock(Slot own) : own_(own), epoch_(1) {}

  Slot own() const { return own_; }
  uint32_t epoch() const { return epoch_; }
  // Begins a new epoch: what comes from here on is known to nobody else.
  void tick() { ++epoch_; }

  uint32_t epoch_of(Slot slot) const {
    if (slot == own_) return epoch_;
    return slot < known_.size() ? known_[slot] : 0;
  }
  bool covers(Slot slot, uint32_t epoch) const { return epoch_of(slot) >= epoch; }

  // Knows from here on what `other` knows, too.
  void join(const Clock& other);
  // Says the same of everybody, but is nobody's own: what has been released by several.
  void disown();
  // Knows of nobody else any more.
  void forget_others() { known_ = {}; }

 private:
  void know(Slot slot, uint32_t epoch);

  std::vector<uint32_t> known_;
  Slot own_ = kNoSlot;
  uint32_t epoch_ = 0;
};

}  // namespace hmaplab::order
