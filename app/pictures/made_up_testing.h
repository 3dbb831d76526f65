// Made-up runs and moments for tests of pictures, views and shell: the three lessons as they might
// look, without an engine. Their figures are invented; only their shape is true.
#pragma once

#include "app/pictures/moment.h"

namespace hmaplab::pictures {

struct MadeUp {
  Run run;
  std::vector<Moment> moments;  // by position, 0..run.length()
};

MadeUp made_up_two_writers();  // ends with concurrent map writes
MadeUp made_up_growing();  // a map of 8 old and 16 new buckets, half evacuated, with an overflow
                           // chain and an iterator
MadeUp made_up_nil_map();  // no hmap at all; a panic

}  // namespace hmaplab::pictures
