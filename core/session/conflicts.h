// Conflicts: where the steps of others lie that conflict with a step of one actor. Made once for a
// walk, asked before each of its steps.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/session/timeline.h"
#include "core/session/walk.h"
#include "core/vm/touch.h"

namespace hmaplab::session {

class Conflicts {
 public:
  // Of all others in the branch and of those who stand in `world`, which is the one at `position`.
  Conflicts(const Timeline& branch, uint32_t position, const vm::World& world, schedule::Actor walker);

  // The rival of such a step: who stands before one now, else the next that comes in the branch,
  // else the last one that came.
  std::optional<Rival> with(const vm::Touch& touch) const;

 private:
  struct Seen {
    vm::Touch touch;
    Rival rival;
  };
  static constexpr uint64_t kWord = 8;
  static constexpr uint64_t kMostWords = 64;  // of a touch that is kept word by word

  void add(const vm::Touch& touch, Rival rival);
  bool is_nearer(const Rival& one, const Rival& other) const;
  void look(const std::vector<Seen>& seen, const vm::Touch& touch, std::optional<Rival>& best) const;

  uint32_t position_;
  std::map<uint64_t, std::vector<Seen>> by_word_;  // those that touch it, each way of touching once
  std::vector<Seen> big_;                          // that touch more words
};

}  // namespace hmaplab::session
