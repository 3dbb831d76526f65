// A neighbour of a run: the same up to one step, and then without it. Whoever made that step is
// held back there, all others go on, first as they did in the run and then until they block.
//
//   the run         ● ● ● ● ◆ ● ● ● ✗
//   Without::Later  ● ● ● ●   ● ● ●   ◆ ● ✓     it goes on when nobody else can move
//   Without::Never  ● ● ● ●   ● ● ●             it never does
#pragma once

#include <cstdint>
#include <string>

#include "core/schedule/schedule.h"
#include "core/session/timeline.h"

namespace hmaplab::session {

enum class Without : uint8_t { Later, Never };

struct Neighbour {
  schedule::Schedule schedule;  // all of it, from the start of the process
  // It does not end as the run did (kind and headline, but for addresses). Where nobody else can
  // move at the step there is no doing it later, and this is false.
  bool otherwise = false;
  uint64_t steps = 0;  // that were made to find out
  std::string ending;  // "exit status 0", "panic: …", "the process lives"
};

// `step` is the index of a step of the run, which has ended.
Neighbour neighbour(const Timeline& run, uint32_t step, Without how);

}  // namespace hmaplab::session
