// What Go prints when a process dies: the panics in flight, and the goroutines with their frames.
// File names are those of the program; "+0x" offsets count this machine's code, not amd64's.
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
// Where the goroutine stands, as a made-up address of code.
uint64_t program_counter(const Goroutine& goroutine);
// An empty line before each goroutine. A panic shows the goroutine that panicked, a fatal error
// shows all, that one first; nobody dies of a deadlock.
std::string traceback(const World& world, const Goroutine* dying, EndKind kind);
// Go's wait reasons: "semacquire" (of a WaitGroup), "sync.Mutex.Lock", "sleep".
std::string wait_text(Wait wait);
// "running", "runnable", or what it waits for.
std::string state_text(const Goroutine& goroutine, bool is_dying);

}  // namespace hmaplab::vm
