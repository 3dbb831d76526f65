// What Go prints when a process dies: the panics in flight, and the goroutines with their frames
// (trace_frames.h). How much of it is decided by the traceback level, as by GOTRACEBACK.
#pragma once

#include <optional>
#include <string>

#include "core/vm/world.h"

namespace hmaplab::vm {

// What an uncaught panic prints first: the values of all panics in flight, oldest first, with
// [recovered] where it applies. Nothing when printing a value panics too: then goroutine.last_words
// say what the process dies of (Go's preprintpanics).
std::optional<std::string> panic_text(World& world, Goroutine& goroutine);
// "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x470123]"
std::string text(const Signal& signal);
// An empty line before each goroutine. At the usual level a panic shows the goroutine that
// panicked, a fatal error all, that one first; a throw (an error of the runtime, not of the
// program) shows frames of the runtime too. Nobody dies of a deadlock.
std::string traceback(const World& world, const Goroutine* dying, EndKind kind);
// The exit status of a process that panics or that the runtime stops.
int death_status(const Options& options);
// One goroutine as runtime.Stack writes it.
std::string stack_text(const World& world, const Goroutine& goroutine);
// All others, with an empty line before each.
std::string other_stacks(const World& world, schedule::Actor but);
// Go's wait reasons: "semacquire" (of a WaitGroup), "sync.Mutex.Lock", "sleep".
std::string wait_text(Wait wait);
// "running", "runnable", or what it waits for.
std::string state_text(const Goroutine& goroutine, bool is_dying);

}  // namespace hmaplab::vm
