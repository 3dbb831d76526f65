// Conformance: replays vector files (format: core/testdata/vectors/README.md) on the engine, in one
// of its memories, and compares everything observable after every line. A difference stops the
// replay with an account of operation, what was expected and what came, and the state drawn as
// text. Unknown operations and fields are differences too.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hmaplab::gomap {

struct MapType;

enum class ConformMemory : uint8_t {
  Direct,         // native pointers
  Uninterrupted,  // simulated addresses, straight to the end
  Stepped,        // simulated addresses, one access at a time
};

struct ConformReport {
  uint64_t checked = 0;    // lines that agree, headers and notes included
  uint64_t skipped = 0;    // schedules, which only the stepped memory can follow
  std::string difference;  // empty: none

  bool ok() const { return difference.empty(); }
};

// For tests: changes what the engine is told about a map type, and so breaks one of its rules on
// purpose.
using BreakRule = void (*)(MapType&);

// `name` stands in the account; `text` is the content of the file.
ConformReport conform(std::string_view name, std::string_view text, ConformMemory memory,
                      BreakRule break_rule = nullptr);

}  // namespace hmaplab::gomap
