// Goroutine: the whole execution state of one goroutine as plain data. Between two steps it stands
// right before its next step; what that step will be is in `next`.
//
//   stack   bytes   | frame of main.main | frame of f | …          addresses kStackBegin + offset,
//   its own only frames  records   function, pc, base, …
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/base/random.h"
#include "core/gomap/gomap.h"
#include "core/memory/address.h"
#include "core/memory/points.h"
#include "core/schedule/actor.h"

namespace hmaplab::vm {

using memory::Address;

// The two words of an interface value.
struct Interface {
  Address type = Address::Nil;  // of the dynamic type; Nil: the value is nil
  Address data = Address::Nil;  // pointer-shaped types themselves, all others boxed
};

struct Frame {
  uint32_t function = 0;
  uint32_t pc = 0;      // of the instruction to be done next
  uint32_t base = 0;    // where its bytes begin on the stack
  uint32_t defers = 0;  // how many records of Goroutine::defers are its own
  Address closure = Address::Nil;
  int32_t panic = -1;        // the panic (index) that called this frame as a deferred function
  bool is_deferred = false;  // called as a deferred function, by a panic or by a return
};

struct DeferRecord {
  int32_t function = -1;  // or the function value in closure
  Address closure = Address::Nil;
  uint32_t line = 0;
  std::vector<std::byte>
      arguments;  // results, receiver and parameters, evaluated at the defer statement
};

struct Panic {
  Interface value;
  bool recovered = false;
  bool aborted = false;  // a later panic took its place
  uint32_t cursor = 0;   // frames below this one still have to run their deferred calls
};

enum class Status : uint8_t { Runnable, Blocked, Finished };
enum class Wait : uint8_t { None, WaitGroup, Mutex, Sleep };

// The end of the process that this goroutine will bring about with its next step.
enum class Dying : uint8_t { No, Return, Panic, Fatal, Throw };

using MapOperation =
    std::variant<std::monostate, gomap::MakeMap<Address>, gomap::Assign<Address>,
                 gomap::Access<Address>, gomap::Delete<Address>, gomap::Clear<Address>,
                 gomap::IterateInit<Address>, gomap::IterateNext<Address>, gomap::Clone<Address>>;

struct Goroutine {
  schedule::Actor actor;
  schedule::Actor parent;
  uint32_t created_by = 0;  // function that started it
  uint32_t created_line = 0;
  uint32_t children = 0;  // started so far
  uint32_t arena = 0;     // where it allocates
  base::RandomStream random;

  std::vector<std::byte> stack;
  std::vector<Frame> frames;
  std::vector<DeferRecord> defers;  // of all frames, oldest first
  std::vector<Panic> panics;        // in flight, oldest first
  MapOperation operation;           // in flight, or monostate
  Address operation_map = Address::Nil;

  Status status = Status::Runnable;
  Wait wait = Wait::None;
  Address wait_object = Address::Nil;
  uint32_t wait_order = 0;  // place in the queue of that object
  int64_t wake_at = 0;      // ns, when sleeping
  bool spinning = false;    // its last step ended because it ran on for too long
  Dying dying = Dying::No;
  std::string last_words;  // what it prints then, before the traceback: "fatal error: concurrent
                           // map writes"
  bool signalled = false;  // the panics in flight began with a nil dereference

  memory::Point next = memory::Point::none;  // its next step
};

}  // namespace hmaplab::vm
