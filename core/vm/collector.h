// The collector's part of a World: what a collection has found so far, and the finalizers that are
// set, queued and running. All plain data; what is done with it is Collection (collection.h).
//
//   Idle ── a request ──► Requested ── the lane's first step ──► Mark ──► Sweep ──► Idle
//                         everybody goes on                      the world is stopped
//
// A collection is requested by runtime.GC, and by the allocation with which the heap reaches the goal:
// twice what lived after the last collection, at least 4 MiB (GOGC=100).
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/cow.h"
#include "core/base/hash.h"
#include "core/memory/heap.h"

namespace hmaplab::vm {

using memory::Address;
using memory::ObjectPlace;

// What runtime.SetFinalizer has noted: when nothing leads to the object any more, call function with
// a pointer to it.
struct Finalizer {
  Address object = Address::Nil;    // what was given; it may lie inside a block without pointers
  Address function = Address::Nil;  // a function value
  uint32_t pointer_type = 0;        // of the object's pointer
  uint32_t function_type = 0;
};

// One bit for each object of a heap.
class MarkBits {
 public:
  void reset(const memory::Heap& heap);
  bool has(ObjectPlace place) const {
    return (arenas_[place.arena][place.index / 64] >> (place.index % 64) & 1) != 0;
  }
  void add(ObjectPlace place) {
    arenas_[place.arena][place.index / 64] |= uint64_t{1} << (place.index % 64);
  }
  void clear() { arenas_.clear(); }
  void add_to(base::Hasher& hasher) const;

 private:
  std::vector<std::vector<uint64_t>> arenas_;
};

struct Collector {
  enum class Phase : uint8_t { Idle, Requested, Mark, Sweep };
  static constexpr uint64_t kLeastGoal = 4 << 20;  // bytes
  static constexpr int64_t kOff = -1;

  Phase phase = Phase::Idle;
  uint64_t goal = kLeastGoal;  // of live bytes: reaching it asks for a collection
  int64_t percent = 100;       // GOGC: how much may be added to what lives; kOff: never by itself
  uint32_t collections = 0;    // that are done
  uint32_t forced = 0;         // of them, by runtime.GC

  // While one runs.
  bool is_forced = false;
  MarkBits marked;
  std::vector<ObjectPlace> gray;  // marked, but what they point to is not
  ObjectPlace next;               // the sweep stands here, at an object that nobody reached
  uint64_t portion = 1;           // objects that one step looks at

  base::Cow<std::vector<Finalizer>> finalizers;  // by address of the object
  std::vector<Finalizer> queue;                  // of unreachable objects, in the order found
  std::vector<Finalizer> batch;  // what the finalizer goroutine has taken; it runs the last first
  bool is_finalizing = false;    // the last of the batch has been called

  bool is_stopping() const { return phase == Phase::Mark || phase == Phase::Sweep; }
  void request() {
    if (phase == Phase::Idle) phase = Phase::Requested;
  }
  // What may live from now on before the next collection is asked for.
  void set_goal(uint64_t live_bytes);
  bool is_due(uint64_t live_bytes) const { return percent >= 0 && live_bytes >= goal; }

  // False when there is one already.
  bool set_finalizer(const Finalizer& finalizer);
  void clear_finalizer(Address object);
  // Those of the block [begin, begin + size): the index of the first, and how many.
  std::pair<size_t, size_t> finalizers_in(Address begin, uint64_t size) const;

  void add_to(base::Hasher& hasher) const;
};

}  // namespace hmaplab::vm
