// What a goroutine is doing in one World, as plain data: its stack, its deferred calls with the
// arguments as they were evaluated, a panic in flight, what it waits for, and what its next step
// is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/memory/points.h"
#include "core/schedule/actor.h"
#include "core/trace/wait_view.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

struct LocalView {
  std::string name, type, value;
};

struct DeferView {
  std::string call;  // "main.cleanup(3, \"x\")"
  uint32_t line = 0;
};

struct FrameView {
  std::string function;  // "main.main.func1"
  uint32_t line = 0;     // of the main file; 0 for functions of the standard packages
  std::vector<LocalView> locals;
  std::vector<DeferView> defers;  // in the order in which they would run
  bool deferred = false;          // this frame is itself a deferred call
};

struct PanicView {
  std::string text;  // as Go prints it behind "panic: "
  bool recovered = false;
  uint32_t line = 0;  // where it began, in the main file; 0: not there
};

enum class GoroutineState : uint8_t { Runnable, Blocked, Finished };

struct GoroutineView {
  schedule::Actor actor;
  std::string name;   // "g2"
  std::string entry;  // the function it was started with: "main.main.func1"
  GoroutineState state = GoroutineState::Runnable;
  std::string waits_for;                     // "semacquire", "chan send on jobs"; "" unless blocked
  WaitView wait;                             // the same with the lock's name and its holders
  memory::Point next = memory::Point::none;  // the step it makes when chosen
  std::string
      operation;  // the runtime function it is inside of: "runtime.mapassign_faststr", or ""
  std::vector<FrameView> frames;  // innermost first
  std::vector<PanicView> panics;  // oldest first
  std::string created_by;         // "main.main"
  uint32_t created_line = 0;
};

// The panics in flight on a goroutine, oldest first.
std::vector<PanicView> panics_of(const vm::World& world, const vm::Goroutine& goroutine);
// In order of creation; finished ones stay.
std::vector<GoroutineView> view_goroutines(const vm::World& world);

}  // namespace hmaplab::trace
