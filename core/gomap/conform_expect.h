// What a line of a file says about the state of the map (fields H, Hs, d, st, ch), and whether the
// engine's map is in that state. A line that lists only changes goes back to the state before it,
// which agreed.
#pragma once

#include <utility>
#include <vector>

#include "core/gomap/conform_json.h"
#include "core/gomap/conform_machine.h"

namespace hmaplab::gomap {

class ExpectedState {
 public:
  // Does every line name the buckets that it changes? Else only some name all.
  explicit ExpectedState(bool has_deltas) : has_deltas_(has_deltas) {}

  // Reads the state fields of a line. If the line differs elsewhere, this is still what to draw.
  void read(const Json& line);

  const StateText& state() const { return state_; }
  // Do we know every bucket, or only the header?
  bool knows_buckets() const { return knows_buckets_; }

  // Compares; throws the first Difference. Afterwards `came` is what the next line builds on.
  void compare(StateText came);
  // Of a line with Hs: the buckets have been left aside.
  void compare_header(const StateHeader& came);
  bool is_brief() const { return is_brief_; }

  // The bookkeeping of a line with H, as far as it is not part of the state: number of the current
  // and the old array, extra, and the lengths of its two lists (-1: nil).
  struct Bookkeeping {
    int64_t generation = -1;
    int64_t old_generation = -1;
    int64_t extra = 0;
    int64_t overflow = -1;
    int64_t old_overflow = -1;
  };
  void compare(const Bookkeeping& came) const;

 private:
  void read_buckets(const Json& line);

  StateText state_;
  Bookkeeping bookkeeping_;
  uint64_t digest_ = 0;
  bool has_deltas_;
  bool is_brief_ = false;
  bool lists_all_ = false;        // the line has st
  bool base_is_complete_ = true;  // the buckets before this line are known
  bool knows_buckets_ = false;
  std::vector<std::pair<bool, uint64_t>> stated_;  // by ch: current array?, index
};

// Compares the map of a machine with a line.
template <class Memory>
void expect_state(Machine<Memory>& machine, ExpectedState& expected) {
  machine.observe();
  if (expected.is_brief()) return expected.compare_header(machine.state_header());
  const auto inspector = machine.inspect();
  const auto head = inspector.header();
  expected.compare(
      ExpectedState::Bookkeeping{.generation = machine.generation(head.buckets),
                                 .old_generation = machine.generation(head.oldbuckets),
                                 .extra = head.extra == typename Memory::Pointer{} ? 0 : 1,
                                 .overflow = inspector.list_length(MapExtra::overflow),
                                 .old_overflow = inspector.list_length(MapExtra::oldoverflow)});
  expected.compare(machine.state());
}

}  // namespace hmaplab::gomap
