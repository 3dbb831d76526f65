// One step in words: the cells of the interleaving table, the labels of the timeline, the lines of
// a transcript.
#pragma once

#include <string>

#include "core/vm/step.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

struct StepText {
  std::string actor;     // "g2"
  std::string point;     // "mapassign/set_writing"
  std::string sentence;  // "marks the map as being written"
  std::string object;  // "m", "m.buckets[0]", "wg"; "" when nothing or a whole variable was touched
  std::string field;   // "flags", "tophash[3]", "counter", or the variable
  std::string old_value;  // "0", "hashWriting", "\"a\""; "" when there is none
  std::string new_value;
  std::string meeting;  // of an operation on channels: "meets g2", "waits", "case 1, closed"; of a store
                        // into a store buffer: "buffered"; or ""
  std::string result;  // of a call of the hasher or of the equality function: "b7c9…"; of go: "g2"
};

// `later` is any World in which the step has happened (strings are read from it).
StepText describe(const vm::World& later, const vm::Step& step);

}  // namespace hmaplab::trace
