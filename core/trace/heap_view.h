// The heap of a World as plain data: its objects, what a collection would keep now, how far a
// running one is, and the finalizers. Package variables are no objects here: they are roots.
//
//   root       a stack, a queued finalizer or a package variable leads to it directly
//   reachable  a collection that began now would keep it (or only queue its finalizer)
//   white, gray, black   not yet reached; reached; reached, and all that it points to
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/trace/finalizer_view.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

enum class ObjectState : uint8_t {
  Reachable,    // while no collection runs
  Unreachable,  //
  White,        // while one runs
  Gray,
  Black,
  Freed,    // its memory is given back; the address is never used again
  Unknown,  // there are too many objects to look, or the process has ended
};
std::string_view name(ObjectState state);  // "reachable", "white", …

struct ObjectView {
  memory::Address address{};
  uint64_t size = 0;
  std::string name;  // "b", "m.buckets", "(main.box)"
  std::string type;  // "main.box", "[4]int", "hmap", "8 buckets"
  ObjectState state = ObjectState::Unknown;
  bool is_root = false;              // a stack or a queued finalizer leads to it directly
  bool in_package_variable = false;  // held by one
  bool shared = false;               // more than one goroutine can reach it
  std::optional<FinalizerState> finalizer;
};

// The part of the objects to look at closely.
struct ObjectWindow {
  uint64_t first = 0;
  uint64_t count = 64;
};

struct HeapView {
  static constexpr uint64_t kMostFreed = 256;  // that are listed; of more none is
  static constexpr uint64_t kMostLooked =
      200'000;                                // objects among which is looked for reachable ones
  static constexpr size_t kMostStates = 600;  // in `states`

  std::string phase;     // "idle", "requested", "marks", "sweeps"
  bool running = false;  // it marks or sweeps
  uint64_t live = 0;     // objects
  uint64_t live_bytes = 0;
  uint64_t unreachable = 0;  // objects, while no collection runs
  uint64_t unreachable_bytes = 0;
  uint64_t freed = 0;  // so far
  uint64_t goal = 0;   // bytes at which a collection begins by itself; 0: never
  uint32_t collections = 0;
  bool knows_reachable = false;

  // Of the live ones, those that only a package variable of a standard package leads to directly:
  // they are not listed.
  uint64_t standard = 0;
  uint64_t litter = 0;  // strings, values in interfaces and arguments that nothing reaches: not listed
  uint64_t listed = 0;  // other live objects, and freed ones where those are not too many
  std::vector<ObjectState> states;  // of the first of them, in the order of the addresses
  uint64_t first = 0;               // of the window
  std::vector<ObjectView> objects;  // the window
  std::vector<FinalizerView> finalizers;
  std::string finalizer_goroutine;  // what it does: "waits", "runs main.f", "not started"
};

HeapView view_heap(const vm::World& world, ObjectWindow window = {});

// "12 objects, 1,024 bytes; 2 of them (64 bytes) unreachable"
std::string heap_summary(const HeapView& heap);
std::string heap_text(const HeapView& heap);

}  // namespace hmaplab::trace
