// The name of a World. Equal Worlds have equal futures: everything that decides what comes next
// goes in, the number of steps does not, and the time of day only where the program looks at it.
#include <algorithm>
#include <tuple>

#include "core/base/hash.h"
#include "core/vm/world.h"

namespace hmaplab::vm {

namespace {

void add(base::Hasher& hasher, const Frame& frame) {
  hasher.add(uint64_t{frame.function} << 32 | frame.pc);
  hasher.add(uint64_t{frame.base} << 32 | frame.defers);
  hasher.add(memory::bits(frame.closure));
  hasher.add(static_cast<uint64_t>(int64_t{frame.panic}) << 1 |
             static_cast<uint64_t>(frame.is_deferred));
}

void add(base::Hasher& hasher, const DeferRecord& record) {
  hasher.add(static_cast<uint64_t>(int64_t{record.function}));
  hasher.add(memory::bits(record.closure));
  hasher.add(record.arguments.size());
  hasher.add_bytes(record.arguments.data(), record.arguments.size());
}

void add(base::Hasher& hasher, const Panic& panic) {
  hasher.add(memory::bits(panic.value.type));
  hasher.add(memory::bits(panic.value.data));
  hasher.add(uint64_t{panic.start} << 32 | panic.cursor);
  hasher.add(static_cast<uint64_t>(panic.recovered) << 1 | static_cast<uint64_t>(panic.goexit));
}

void add(base::Hasher& hasher, const MapOperation& operation) {
  hasher.add(operation.index());
  auto field = [&]<class T>(T value) {
    if constexpr (std::is_same_v<T, memory::Address>) {
      hasher.add(memory::bits(value));
    } else {
      hasher.add(static_cast<uint64_t>(value));
    }
  };
  std::visit(
      [&]<class Operation>(const Operation& current) {
        if constexpr (!std::is_same_v<Operation, std::monostate>) current.visit(field);
      },
      operation);
}

// Its place in the queue is hashed with the queue.
void add(base::Hasher& hasher, const Waiter& waiter) {
  hasher.add(memory::bits(waiter.channel));
  hasher.add(uint64_t{waiter.clause} << 1 | static_cast<uint64_t>(waiter.sends));
  for (int32_t place : {waiter.value, waiter.ok, waiter.chosen})
    hasher.add(static_cast<uint64_t>(int64_t{place}));
}

// The queues of all channels: only who stands before whom, not by which numbers.
void add_queues(base::Hasher& hasher, const GoroutineTable::Living& goroutines) {
  using Member = std::tuple<memory::Address, bool, uint32_t, uint64_t, uint32_t>;
  std::vector<Member> members;
  for (const auto& goroutine : goroutines) {
    for (const Waiter& waiter : goroutine->waiters) {
      members.emplace_back(waiter.channel, waiter.sends, waiter.order, goroutine->actor.value,
                           waiter.clause);
    }
  }
  std::sort(members.begin(), members.end());
  for (const auto& [channel, sends, order, actor, clause] : members) {
    hasher.add(memory::bits(channel) << 1 | static_cast<uint64_t>(sends));
    hasher.add(actor);
    hasher.add(clause);
  }
}

void add(base::Hasher& hasher, const LockCall& call) {
  hasher.add(static_cast<uint64_t>(call.grant) << 2 | static_cast<uint64_t>(call.has_waited) << 1 |
             static_cast<uint64_t>(call.looks_again));
  hasher.add(call.releases);
}

// How long it has waited for a mutex counts only until the mutex may starve.
base::Hash128 hash_of_waiting(const Goroutine& goroutine, int64_t now) {
  base::Hasher hasher;
  hasher.add(goroutine.actor.value);
  hasher.add(static_cast<uint64_t>(std::min(now - goroutine.lock_call.since, kStarvationTime + 1)));
  return hasher.finish();
}

// The queues of locks and of whatever else one waits for: only who stands before whom counts.
void add_lock_queues(base::Hasher& hasher, const GoroutineTable::Living& goroutines) {
  std::vector<std::tuple<memory::Address, int64_t, uint64_t>> members;
  for (const auto& goroutine : goroutines) {
    if (goroutine->wait_object != memory::Address::Nil)
      members.emplace_back(goroutine->wait_object, goroutine->wait_order, goroutine->actor.value);
  }
  std::sort(members.begin(), members.end());
  for (const auto& [object, order, actor] : members) {
    hasher.add(memory::bits(object));
    hasher.add(actor);
  }
}

void add(base::Hasher& hasher, const Timer& timer, int64_t now) {
  hasher.add(static_cast<uint64_t>(timer.kind));
  hasher.add(static_cast<uint64_t>(std::max<int64_t>(timer.when - now, 0)));
  hasher.add(static_cast<uint64_t>(timer.period));
  hasher.add(timer.actor.value);
  hasher.add(memory::bits(timer.object));
  hasher.add(memory::bits(timer.target));
}

// Only the stack in use counts: what lies above is left over.
size_t stack_in_use(const bytecode::Program& program, const Goroutine& goroutine) {
  if (goroutine.frames.empty()) return 0;
  const Frame& top = goroutine.frames.back();
  return std::min<size_t>(
      goroutine.stack.size(),
      top.base + static_cast<size_t>(program.function(top.function).frame_bytes));
}

base::Hash128 hash_of(const bytecode::Program& program, const Goroutine& goroutine,
                      memory::MemoryOrder order) {
  base::Hasher hasher;
  hasher.add(goroutine.actor.value);
  hasher.add(uint64_t{goroutine.children} << 32 | goroutine.arena);
  hasher.add(goroutine.random.state);
  size_t used = stack_in_use(program, goroutine);
  hasher.add(used);
  hasher.add_bytes(goroutine.stack.data(), used);
  hasher.add(goroutine.frames.size());
  for (const Frame& frame : goroutine.frames) add(hasher, frame);
  hasher.add(goroutine.defers.size());
  for (const DeferRecord& record : goroutine.defers) add(hasher, record);
  hasher.add(goroutine.panics.size());
  for (const Panic& panic : goroutine.panics) add(hasher, panic);
  add(hasher, goroutine.operation);
  hasher.add(static_cast<uint64_t>(goroutine.status) << 16 |
             static_cast<uint64_t>(goroutine.wait) << 8 | static_cast<uint64_t>(goroutine.dying));
  hasher.add(memory::bits(goroutine.wait_object));
  hasher.add(goroutine.waiters.size());
  for (const Waiter& waiter : goroutine.waiters) add(hasher, waiter);
  add(hasher, goroutine.lock_call);
  hasher.add(static_cast<uint64_t>(goroutine.spinning) << 1 |
             static_cast<uint64_t>(goroutine.signal.has_value()));
  if (goroutine.signal) {
    hasher.add(goroutine.signal->code);
    hasher.add(goroutine.signal->address);
    hasher.add(goroutine.signal->pc);
  }
  hasher.add(goroutine.last_words);
  if (order != memory::MemoryOrder::Sc) goroutine.store_buffer.add_to(hasher, order);
  return hasher.finish();
}

}  // namespace

base::Hash128 World::hash() const {
  base::Hasher hasher;
  hasher.add(heap_.digest());
  base::Hash128 all;
  for (const auto& goroutine : goroutines()) {
    all += goroutine->hash.get([&] { return hash_of(*program_, *goroutine, options_.memory); });
    if (goroutine->lock_call.has_waited) all += hash_of_waiting(*goroutine, now_);
  }
  hasher.add(all);
  collector_.add_to(hasher);
  if (reads_statistics_) {
    hasher.add(heap_.allocated_bytes());
    hasher.add(heap_.allocations());
    hasher.add(uint64_t{collector_.collections} << 32 | collector_.forced);
  }
  add_queues(hasher, goroutines());
  add_lock_queues(hasher, goroutines());
  hasher.add(procs_);
  hasher.add(timers_.size());
  for (const Timer& timer : timers_) add(hasher, timer, now_);
  if (program_->reads_clock()) hasher.add(static_cast<uint64_t>(now_));
  hasher.add(output_hash_.finish());
  hasher.add(input_read_);
  if (order_) hasher.add(raced() ? base::Hash128{.low = 1} : order_->digest());
  hasher.add(end_ ? 1 + static_cast<uint64_t>(end_->kind) : 0);
  return hasher.finish();
}

}  // namespace hmaplab::vm
