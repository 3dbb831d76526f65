// The fuzz target of the map engine, for libFuzzer: any bytes are a sequence of operations (see
// core/gomap/map_sequence.h), which a model checks, and on which all memories must agree; every
// fourth seed goes through the memory of a World too. What fails is printed as a vector file, which
// `hmaplab conform` replays. How to run it: CONTRIBUTING.md.
#include <cstdio>
#include <cstdlib>

#include "core/gomap/map_sequence.h"
#include "core/vm/conform_world.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hmaplab;
  std::string wrong = gomap::check_sequence(data, size);
  const bool in_world = size > 2 && data[2] % 4 == 0;
  if (wrong.empty() && in_world) {
    const gomap::SequenceResult result = gomap::run_sequence(data, size);
    for (const auto steps : {vm::WorldSteps::Stepped, vm::WorldSteps::Uninterrupted}) {
      const gomap::ConformReport report = vm::conform_in_world("sequence", result.vectors, steps);
      if (!report.ok()) wrong = report.difference + "\n" + result.vectors;
    }
  }
  if (!wrong.empty()) {
    std::fputs(wrong.c_str(), stderr);
    std::abort();
  }
  return 0;
}
