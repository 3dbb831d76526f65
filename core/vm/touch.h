// Touch: the bytes of memory that a step reads or writes, as far as the step names them, and when
// two steps conflict: then it matters which of them comes first.
//
//   a load, a store        its bytes
//   an operation of sync   the word by which its object is known; it counts as a write, since most
//                          count waiters there, and as synchronisation: their order always matters
//   an operation on chan   the hchan
//   all others             nothing (output, ends, collector, clock, creation)
#pragma once

#include <optional>

#include "core/vm/step.h"

namespace hmaplab::vm {

struct Touch {
  memory::Address begin = memory::Address::Nil;
  uint64_t size = 0;          // at least 1
  bool writes = false;        // a store, also one that only goes into a store buffer
  bool synchronises = false;  // on the object that lies there

  bool overlaps(memory::Address address, uint64_t bytes) const {
    return begin < address + bytes && address < begin + size;
  }
};

// Nothing for a step that touches no memory or the stack of its own goroutine.
std::optional<Touch> touch_of(const Step& step);

// Whether both touch a byte in common and one of them writes.
bool conflict(const Touch& one, const Touch& other);
// The same for two steps. Of a map, too, only the bytes count: there is no rule of its own for maps.
bool conflict(const Step& one, const Step& other);

}  // namespace hmaplab::vm
