// Goroutine: the whole execution state of one goroutine as plain data. Between two steps it stands
// right before its next step; what that step will be is in `next`.
//
//   stack   bytes   | frame of main.main | frame of f | …          addresses kStackBegin + offset,
//   its own only frames  records   function, pc, base, …
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/hash.h"
#include "core/base/random.h"
#include "core/gomap/gomap.h"
#include "core/memory/address.h"
#include "core/memory/points.h"
#include "core/memory/store_buffer.h"
#include "core/schedule/actor.h"
#include "core/vm/lock_call.h"

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

// A panic, or a Goexit: both leave frames and run their deferred calls.
struct Panic {
  Interface value;
  bool recovered = false;
  bool goexit = false;
  uint32_t start = 0;   // how many frames there were when it began
  uint32_t cursor = 0;  // frames below this one still have to run their deferred calls
  uint64_t since = 0;   // step; only told to people
};

// A deferred function that a panic in flight has called.
struct DeferredRun {
  enum class Recover : uint8_t {
    NotCalled,
    TooDeep,  // by a function that the deferred one called: it gave nil
    Caught,   // gave the panic's value
  };
  static constexpr size_t kMostTold = 64;

  uint32_t function = 0;
  uint32_t line = 0;   // of the defer statement
  uint32_t panic = 0;  // which of Goroutine::panics
  uint64_t since = 0;  // step
  Recover recover = Recover::NotCalled;
  bool returned = false;
};

// SIGSEGV, as the kernel would tell it.
struct Signal {
  uint32_t code = 0;
  uint64_t address = 0;
  uint64_t pc = 0;
};

enum class Status : uint8_t { Runnable, Blocked, Finished };
enum class Wait : uint8_t {
  None,
  WaitGroup,
  Mutex,
  RWMutexRLock,
  RWMutexLock,  // for the readers to leave
  Once,         // for the function to return
  Cond,
  Sleep,
  ChanReceive,
  ChanReceiveNil,
  ChanSend,
  ChanSendNil,
  Select,
  SelectNoCases,
  Collection,
  Finalizer,
  Coroutine,  // to be switched to
};

// A place in a queue of a channel (Go's sudog). A goroutine that waits on channels has one for each
// operation that it could be granted: one, or one for each case of a select.
struct Waiter {
  Address channel = Address::Nil;
  bool sends = false;   // in sendq, else in recvq
  uint32_t order = 0;   // in that queue
  int32_t value = -1;   // on its stack: what it sends, or where a received value goes; -1: nowhere
  int32_t ok = -1;      // on its stack: where "received" goes; -1: nowhere
  int32_t chosen = -1;  // on its stack: where a select's clause goes; -1: it is no select
  uint32_t clause = 0;  // of the select
};

// How a goroutine goes on that waited for a channel.
enum class Wake : uint8_t {
  None,
  Granted,     // the operation is done, its results lie on the stack
  ClosedSend,  // the channel was closed while it waited to send: it panics
};

// The end of the process that this goroutine will bring about with its next step.
enum class Dying : uint8_t { No, Return, Panic, Fatal, Throw };

template <class Pointer>
using MapOperationAt =
    std::variant<std::monostate, gomap::MakeMap<Pointer>, gomap::Assign<Pointer>,
                 gomap::Access<Pointer>, gomap::Delete<Pointer>, gomap::Clear<Pointer>,
                 gomap::IterateInit<Pointer>, gomap::IterateNext<Pointer>, gomap::Clone<Pointer>>;
using MapOperation = MapOperationAt<Address>;

struct Goroutine {
  schedule::Actor actor;
  schedule::Actor parent;
  uint32_t created_by = 0;  // function that started it
  uint32_t created_line = 0;
  uint32_t children = 0;  // started so far
  uint32_t birth = 0;     // its place in the order of creation
  uint32_t arena = 0;     // where it allocates
  base::RandomStream random;

  std::vector<std::byte> stack;
  std::vector<Frame> frames;
  std::vector<DeferRecord> defers;  // of all frames, oldest first
  std::vector<Panic> panics;        // in flight, oldest first
  memory::StoreBuffer store_buffer;  // under Options::memory tso and pso
  std::vector<DeferredRun> deferred_runs;  // what those have called, the first of very many; only told to people
  MapOperation operation;           // in flight, or monostate
  Address operation_map = Address::Nil;
  bool operation_begins = false;  // its first step is still to come

  Status status = Status::Runnable;  // changed by GoroutineTable alone
  Wait wait = Wait::None;
  Address wait_object = Address::Nil;
  int64_t wait_order = 0;  // place in the queue of that object
  LockCall lock_call;
  std::vector<HeldLock> held;  // only told to people: unlocking may be done by anybody
  std::vector<Waiter> waiters;  // in queues of channels, in source order
  Wake woken = Wake::None;      // only inside a step
  bool spinning = false;        // its last step ended because it ran on for too long
  Dying dying = Dying::No;
  std::string last_words;  // what it prints then, before the traceback: "fatal error: concurrent
                           // map writes"
  // How many frames lie below the method that prints the value of an uncaught panic; 0: none does,
  // or it has returned.
  uint32_t printing = 0;
  std::optional<Signal> signal;  // the last one since there were no panics in flight

  memory::Point next = memory::Point::none;  // its next step

  base::KeptHash hash;  // of all this, between two steps
  void will_change() { hash.forget(); }
};

}  // namespace hmaplab::vm
