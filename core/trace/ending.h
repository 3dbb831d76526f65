// How a run ended, as a person reads it: what Go prints, and who is to blame.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/schedule/actor.h"
#include "core/vm/steps.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

enum class EndingKind : uint8_t { Fine, Panic, Fatal, Throw, Deadlock, Limit };

// One of those who made it so.
struct Culprit {
  schedule::Actor actor;
  uint32_t step = 0;     // index in the run
  uint32_t line = 0;     // source line it stood on
  std::string source;    // that line's text, trimmed
  std::string function;  // "main.main.func1"
  std::string sentence;  // "set hashWriting in m.flags"
};

struct Ending {
  EndingKind kind = EndingKind::Fine;
  std::string headline;  // "fatal error: concurrent map writes"; "exit status 0" when fine
  std::string go_text;   // all that Go prints on standard error
  int exit_status = 0;
  uint32_t step = 0;  // the index of the step that ended it
  std::vector<Culprit>
      culprits;  // for concurrent map use: who set or cleared the flag, then who found it so
  memory::Address object{};  // the map (hmap) of the collision, or Nil
  uint8_t flag = 0;          // the bit of its flags that betrayed them
  std::string
      explanation;  // one or two plain sentences: why, and why recover did or could not help
};

Ending explain_ending(const vm::World& end, const vm::Steps& steps);

}  // namespace hmaplab::trace
