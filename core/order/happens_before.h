// HappensBefore: which accesses of a run Go's memory model (go.dev/ref/mem) orders, and the races
// among those that it does not. Strands learn from each other by acquiring what others released;
// two accesses of the same bytes race when the later strand never learnt of the earlier access, and
// one is a write. The words are those of Go's race hooks (runtime/race.go, internal/race).
//
// A plain value, part of a World; cheap to copy. Its digest names what can still matter: of every
// last access who knows of it. Epochs, step numbers, and accesses that everybody knows of are not
// in it.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/cow.h"
#include "core/base/cow_map.h"
#include "core/base/hash.h"
#include "core/order/access_table.h"
#include "core/order/clock.h"

namespace hmaplab::order {

// Through what strands learn from each other: a lock, a slot of a channel, an atomic word. Several
// may lie at one address.
struct Sync {
  base::Address address = base::Address::Nil;
  uint32_t part = 0;  // which one of the object there

  friend auto operator<=>(const Sync&, const Sync&) = default;
  friend bool operator==(const Sync&, const Sync&) = default;
};

class HappensBefore {
 public:
  // A run with one strand.
  explicit HappensBefore(Strand first);

  // `child` begins, and knows all that `parent` knows.
  void fork(Strand parent, Strand child);
  // It never does anything again, or not before it acquires all.
  void retire(Strand strand);
  bool is_living(Strand strand) const;
  // What it knows of the others; nullptr before it begins.
  const Clock* clock(Strand strand) const {
    const Member* known = find(strand);
    return known ? &known->clock : nullptr;
  }

  void acquire(Strand strand, Sync sync);
  // What was released there before is forgotten.
  void release(Strand strand, Sync sync);
  // Who acquires it learns from all who released.
  void release_merge(Strand strand, Sync sync);
  // Both at once: who comes next learns from this strand only. A slot of a channel.
  void exchange(Strand strand, Sync sync);
  // `to` learns what was released at `from`, for whoever acquires it next.
  void carry(Sync from, Sync to);
  void forget(Sync sync);
  // Two strands learn from each other: a rendezvous.
  void meet(Strand a, Strand b);
  // Learns from all strands, and begins if it has not yet: the finalizer goroutine.
  void acquire_all(Strand strand);
  // How often the slots of a channel were passed by in a hand-over (see vm/channel_order).
  void turn(Sync channel);
  uint32_t turns(Sync channel) const;

  // Gives how many races are new: those of a pair of places (function, line, kind) are told once.
  // An access of no bytes is none.
  size_t access(const Access& access);

  bool raced() const { return !races_->empty(); }
  const std::vector<Race>& races() const { return *races_; }
  // Equal for equal futures of raced(); not to be asked for once it is true.
  base::Hash128 digest() const;

 private:
  static constexpr size_t kFewCells = 32;
  struct Member {
    Strand strand;
    bool living = false;
    Clock clock;
  };
  struct Released {
    Clock clock;
    uint32_t turns = 0;
  };

  const Member* find(Strand strand) const;
  Member& member(Strand strand);
  Clock& clock_of(Strand strand) { return member(strand).clock; }
  Released& released(Sync sync) { return released_.write(sync); }
  void set_living(Strand strand, bool lives);
  void sweep_when_full();
  template <class Visit>
  void each_living(Visit&& visit) const;
  bool is_known_to_all(const Cell& cell) const;
  size_t note(const Access& first, const Access& second);

  base::CowVector<Member, 16> members_;  // by slot
  base::CowMap<Strand, Slot, 64> slots_;
  base::CowMap<Sync, Released, 16> released_;
  AccessTable table_;
  size_t living_ = 0;
  size_t sweep_at_ = kFewCells;  // so many cells: then those that cannot race any more are dropped
  base::Cow<std::vector<Race>> races_;
};

}  // namespace hmaplab::order
