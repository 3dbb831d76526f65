// Moments: where in a run a beat stands, named by goroutines and points.
//
//   start                            before the first step
//   end                              behind the last
//   g2 at mapassign/set_writing      g2 is about to make that step, for the first time behind the
//                                    previous beat
//   g2 after mapassign/set_writing   g2 has just made it
//   g1 at evacuate/store_tophash #3  the third time
//   any at evacuate/store_tophash    whoever makes it
//   g1 at "m[k] = 1"                 g1 comes to a line of main.go in which this stands
//   g1 after "m[k] = 1"              g1 has made its last step there
#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"
#include "core/session/timeline.h"

namespace hmaplab::lesson {

// The position (0..length) of the moment at or behind `from`; the error says what does not happen.
base::Result<uint32_t> find_moment(const session::Timeline& run, const std::string& source,
                                   const std::string& text, uint32_t from);

}  // namespace hmaplab::lesson
