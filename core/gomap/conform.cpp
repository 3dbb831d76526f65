#include "core/gomap/conform.h"

#include "core/gomap/conform_file.h"
#include "core/gomap/direct_memory.h"
#include "core/gomap/simulated_memory.h"

namespace hmaplab::gomap {

ConformReport conform(std::string_view name, std::string_view text, ConformMemory memory,
                      BreakRule break_rule) {
  switch (memory) {
    case ConformMemory::Direct:
      return conform_in<DirectMemory<ScriptedKeys>>(name, text, break_rule);
    case ConformMemory::Uninterrupted:
      return conform_in<SimulatedMemory<ScriptedKeys, Stop::Never>>(name, text, break_rule);
    case ConformMemory::Stepped:
      return conform_in<SimulatedMemory<ScriptedKeys, Stop::AtPoints>>(name, text, break_rule);
  }
  return {};
}

}  // namespace hmaplab::gomap
