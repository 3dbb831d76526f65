// Channels and locks of a World as plain data: what they hold, who holds them, who waits for them
// and in which order; and whether some wait for each other in a circle, so that none of them can
// ever go on.
//
//   jobs   chan int   2 of 3   g2 waits to send 7        mu   sync.Mutex   held by g3   g1 waits
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/trace/wait_view.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

enum class SyncKind : uint8_t { Channel, Mutex, RWMutex, WaitGroup, Once, Cond };

// Somebody in a queue.
struct QueuedView {
  schedule::Actor actor;
  std::string what;                // the value that it sends; "to write", "to read"; else ""
  std::optional<uint32_t> clause;  // of a select, which may wait elsewhere, too
  // The step with which it began to wait, from 0. A World does not know: for whoever has the steps.
  std::optional<uint32_t> since;
};

struct SyncView {
  static constexpr size_t kMostValues = 32;  // of a buffer

  SyncKind kind = SyncKind::Channel;
  memory::Address address{};
  std::string name;   // "jobs", "c.mu"
  std::string type;   // "chan int", "sync.Mutex"
  std::string state;  // "2 of 3", "unbuffered, closed", "locked", "counter 2", "done"
  // Of a channel. Those who wait for anything else are in `waiting`.
  uint64_t capacity = 0;
  uint64_t count = 0;
  bool closed = false;
  std::vector<std::string> values;  // in the order in which they will be received
  std::vector<QueuedView> senders, receivers;

  std::vector<HolderView> holders;
  std::vector<QueuedView> waiting;

  bool is_awaited() const { return !senders.empty() || !receivers.empty() || !waiting.empty(); }
};

// A goroutine waits for what another one, or it itself, holds.
struct WaitEdge {
  schedule::Actor from;
  schedule::Actor to;
  std::string object;  // "mu"
};

// A goroutine that waits for nothing that is listed: a sleep, a nil channel, select {}.
struct IdleView {
  schedule::Actor actor;
  std::string reason;
  std::optional<uint32_t> since;
};

struct SyncState {
  static constexpr size_t kMostThings = 64;

  std::vector<SyncView>
      things;       // those somebody waits for, then those that are held, then the rest
  size_t more = 0;  // of them that are not listed
  std::vector<IdleView> idle;
  std::vector<WaitEdge> circle;  // each waits for the next, the last for the first; empty: none
  bool asleep = false;           // all of them: the process ended with that
};

// All that lie in memory; those of the standard packages only when somebody uses them.
SyncState view_sync(const vm::World& world);

// Why nobody goes on, in sentences: the circle, or who waits for what nobody is left to do. Empty
// when nothing is known to be stuck.
std::vector<std::string> stuck_text(const SyncState& state);
// All of it as text, a line or more for each.
std::string sync_text(const SyncState& state);

}  // namespace hmaplab::trace
