// A bucket as a card: eight rows of tophash, key and elem, and what its overflow pointer leads to.
// Its size does not
// depend on what it holds, so that nothing moves when it fills.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

inline constexpr float kBucketTitleHeight = 21;
inline constexpr float kLowestSlot = 16;
inline constexpr float kHighestSlot = 20;

// The size of every card of a picture: the width of a card and the height of one of its eight rows.
struct CardSize {
  float width = 130;
  float slot = kHighestSlot;

  float height() const { return kBucketTitleHeight + 8 * slot + 5; }
};

struct BucketTitle {
  std::string name;  // "0", "old 3", "overflow"
  std::string role;  // "X of old 0", "evacuated"
  bool old_array = false;
  bool evacuated = false;
  std::vector<Person> iterators;  // who iterates here
};

void draw_bucket(Sketch& sketch, Point top_left, const CardSize& size, const BucketTitle& title,
                 const trace::BucketView& bucket, const Moment& moment);

}  // namespace hmaplab::pictures
