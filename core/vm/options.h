// What besides program and schedule decides a run.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/cow.h"

#include "core/memory/store_buffer.h"

namespace hmaplab::vm {

// As GOTRACEBACK: how much is printed when the process dies. Crash ends with SIGABRT's status.
enum class TracebackLevel : uint8_t { None, Single, All, System, Crash };

struct Limits {
  uint64_t steps = 20'000'000;
  uint64_t instructions = 500'000'000;  // in stretches of a million without a step
  uint64_t heap_bytes = 512ull << 20;
  uint64_t stack_bytes = 16ull << 20;  // of one goroutine; beyond it is Go's stack overflow
  uint32_t goroutines = 100'000;  // that live at the same time
  uint64_t output_bytes = 4ull << 20;
  const char* steps_option = "--max-steps";  // what moves the limit of steps; "" where nothing does

  // No more than `most` steps, whatever was asked for.
  void cut_steps(uint64_t most) {
    if (steps < most) return;
    steps = most;
    steps_option = "";
  }
};

enum class CollectorSteps : uint8_t {
  Objects,  // a step looks at one object, or at a 128th of very many
  Whole,    // a collection is one step
};

struct Options {
  uint64_t seed = 1;  // hash seeds, iterator starts: all that Go draws at random
  uint32_t procs = 2;  // runtime.NumCPU, and what GOMAXPROCS begins with
  int go_minor = 23;  // 21: loop variables per loop, load factor 6.0
  CollectorSteps collector_steps = CollectorSteps::Objects;
  bool races = false;  // whether World::raced and World::races are kept up
  memory::MemoryOrder memory = memory::MemoryOrder::Sc;  // when others see a store
  bool clobber_freed = false;  // GODEBUG=clobberfree=1: freed memory is filled with 0xdeadbeef
  TracebackLevel traceback = TracebackLevel::Single;
  Limits limits;
  base::Cow<std::string> input;  // what the program can read from standard input
};

}  // namespace hmaplab::vm
