// A bucket as a card: eight rows of tophash, key and elem, and what its overflow pointer leads to.
// Its size does not
// depend on what it holds, so that nothing moves when it fills.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

inline constexpr float kLowestSlot = 12;  // where two arrays must find room
inline constexpr float kLowestOfOneArray = 14;
inline constexpr float kDenseBelow = 15.5F;  // lower slots have small letters and lower titles
inline constexpr float kLargeFrom = 21;      // higher slots have large letters
inline constexpr float kHighestSlot = 23;

// The size of every card of a picture: its width, the height of one of its eight slots, and whether
// the slots stand in one column or, where a place is wide and low, in two.
struct CardSize {
  float width = 130;
  float slot = kHighestSlot;
  size_t slot_columns = 1;
  float key_share = 0.5F;  // of what a key and its elem have for themselves
  float gutter = 0;        // at the right of each slot, for who touched it last

  bool dense() const { return slot < kDenseBelow; }
  size_t slot_rows() const { return 8 / slot_columns; }
  float title() const { return dense() ? 17 : 21; }
  float frame() const { return title() + 4; }  // what of the height is not slots
  float height() const { return frame() + static_cast<float>(slot_rows()) * slot; }
};

// Who iterates over a map, as its cards show it.
struct IteratorMark {
  Person person;
  bool starts = false;       // here its walk began
  bool is_here = false;      // and here it is now
  memory::Address bucket{};  // of the chain
  uint32_t slot = 8;         // that it gave last; 8: none
  std::string tooltip;
};

struct BucketTitle {
  std::string name;        // "0", "old 3", "overflow"
  std::string role;        // "X of old 0", "evacuated"
  std::string short_role;  // instead, where that has no room: "X", "moved"
  bool old_array = false;
  bool evacuated = false;
  std::vector<IteratorMark> iterators;  // that are here, or began here
};

void draw_bucket(Sketch& sketch, Point top_left, const CardSize& size, const BucketTitle& title,
                 const trace::BucketView& bucket, const Run& run, const Moment& moment);

}  // namespace hmaplab::pictures
