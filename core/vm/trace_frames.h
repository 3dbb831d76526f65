// The frames of one goroutine as Go's traceback writes them: two lines each, inner frames first, of
// very many only the ends.
//
//   main.(*T).M(0xc000012345, {0x47a72d, 0x3})      function, and its arguments as words
//   	main.go:7 +0x45                              where it stands; fp=, sp= and pc= in system
//   detail
//
// Differs from go1.23.5: every call has a frame of its own (nothing is inlined), all arguments are
// known (no "?"), of the runtime's own frames only those that say how the process ended are there.
#pragma once

#include <string>

#include "core/vm/world.h"

namespace hmaplab::vm {

// What a traceback shows of a goroutine.
struct TraceDetail {
  bool system = false;             // frames of the runtime, and where each frame lies
  EndKind kind = EndKind::Return;  // how the process ends, when this goroutine is what ended it
  bool on_system_stack = false;    // it ended on the runtime's stack, not on the goroutine's own
};

// A line of source in Go's tree: "/usr/local/go/src/runtime/panic.go:785".
std::string go_source(const std::string& file, uint32_t line);
// Where the goroutine stands, as a made-up address of code.
uint64_t program_counter(const Goroutine& goroutine);
// The arguments with which the function of a frame was called: "0x5, {0x479a02, 0x3}".
std::string arguments_text(const World& world, const Goroutine& goroutine, const Frame& frame);
// All frames of the goroutine.
std::string frames_text(const World& world, const Goroutine& goroutine, const TraceDetail& detail);
// "main.G[...]": what stands between brackets in the name of an instance is not shown.
std::string traced_name(const std::string& function);
// The name of a source file of the program as tracebacks have it.
std::string traced_file(const World& world, const bytecode::Function& function);
// What a process says that ends on the runtime's own stack, or how that begins.
inline constexpr const char* kOutOfMemory = "fatal error: runtime: out of memory";
inline constexpr const char* kBadPointer =
    "fatal error: found bad pointer in Go heap (incorrect use of unsafe or cgo?)";
inline constexpr const char* kZombie = "fatal error: found pointer to free object";
inline constexpr const char* kFinalizerSet =
    "fatal error: runtime.SetFinalizer: finalizer already set";
inline constexpr const char* kStackOverflow = "runtime: goroutine stack exceeds";
// That stack; `words` are none of the two at a deadlock.
std::string runtime_stack_text(const std::string& words);

}  // namespace hmaplab::vm
