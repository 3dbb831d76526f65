// PairWorld: one state of two goroutines that race on one map: the memory, and for each the
// operation in flight and what its caller does behind it. A value; two_operations.cpp walks its
// successors.
#pragma once

#include <fmt/format.h>

#include <array>
#include <map>
#include <string>
#include <variant>

#include "core/gomap/gomap.h"
#include "core/gomap/inspect.h"
#include "core/gomap/pair_memory.h"
#include "core/gomap/two_operations.h"

namespace hmaplab::gomap {

// What can be seen of a map and of what two operations answered, once nobody is inside. Keys and
// elems are numbers; a torn key is ~0.
struct PairView {
  using Entries = std::map<uint64_t, std::vector<uint64_t>>;  // two elems: the key is there twice

  struct Answer {
    bool found = false;
    uint64_t key = 0;
    uint64_t elem = 0;
    Entries copy;  // of Clone
    int64_t copy_count = 0;
  };

  Entries entries;
  int64_t count = 0;
  std::string broken;  // of check_invariants, but for count and hashWriting
  bool still_writing = false;
  std::set<uint64_t> unfound;  // keys that are there, and that a lookup does not find
  std::array<Answer, 2> answers;
};

MapType pair_type(Family family);

class PairWorld {
 public:
  using Pointer = PairMemory::Pointer;

  // The map stands as the pair says, and both operations are called. `type` must outlive it.
  PairWorld(const Pair& pair, const MapType* type);
  // Brings both before their first access.
  void start();

  bool is_done(int who) const { return side(who).phase == Phase::Done; }
  // One step of a goroutine that is not done, and what it does in private behind it. What the
  // process died of, or nothing.
  std::string step(int who);
  base::Hash128 hash() const;
  PairView view() const;

 private:
  // Behind the operation the caller stores or loads the elem; a loop loads the key before it.
  enum class Phase : uint8_t { Operation, Key, Elem, Done };
  struct Side {
    PairOperation kind = PairOperation::Get;
    std::variant<Access<Pointer>, Assign<Pointer>, Delete<Pointer>, Clear<Pointer>, Clone<Pointer>,
                 IterateNext<Pointer>>
        operation;
    Phase phase = Phase::Operation;
    bool found = false;
    uint64_t key = 0;   // as loaded
    uint64_t elem = 0;  // to store, or as loaded
    Pointer place{};    // of the elem; of a clone: the copy
    Pointer key_place{};
    Pointer iterator{};
  };

  Side& side(int who) { return sides_[static_cast<size_t>(who)]; }
  const Side& side(int who) const { return sides_[static_cast<size_t>(who)]; }
  Pointer key_frame(uint64_t key);
  void set(uint64_t key);
  void begin_growth();
  void go_on_in_private(int who);
  std::string access_once(int who);
  void begin(int who, PairOperation kind, uint64_t key);
  void finish(Side& side);
  void access(Side& side);
  PairView::Entries entries_of(Pointer hmap) const;

  const MapType* type_;
  PairMemory memory_;
  Pointer hmap_{};
  std::array<Side, 2> sides_;
};

}  // namespace hmaplab::gomap
