#include "core/vm/roots.h"

#include <cstring>
#include <limits>

#include "core/vm/world.h"

namespace hmaplab::vm {

namespace {

Address word_at(const std::vector<std::byte>& bytes, size_t offset) {
  Address word{};
  if (offset + sizeof(word) <= bytes.size()) std::memcpy(&word, bytes.data() + offset, sizeof(word));
  return word;
}

class GoroutineRoots {
 public:
  GoroutineRoots(const World& world, const Goroutine& goroutine, const VisitRoot& visit)
      : world_(world), program_(world.program()), goroutine_(goroutine), visit_(visit) {}

  void run() {
    for (size_t i = 0; i < goroutine_.frames.size(); ++i) frame(i);
    for (const DeferRecord& record : goroutine_.defers) deferred(record);
    for (const Panic& panic : goroutine_.panics) visit_(panic.value.data);
    operation();
    waiting();
  }

 private:
  // A frame ends where the one that it called begins.
  void frame(size_t i) {
    const Frame& frame = goroutine_.frames[i];
    int64_t limit = std::numeric_limits<int64_t>::max();
    if (i + 1 < goroutine_.frames.size())
      limit = int64_t{goroutine_.frames[i + 1].base} - frame.base;
    const bytecode::Function& function = program_.function(frame.function);
    auto live = function.live.at(program_, function, frame.pc);
    for (int32_t offset : live.offsets) {
      if (offset < limit)
        visit_(word_at(goroutine_.stack, frame.base + static_cast<size_t>(offset)));
    }
    if (live.closure) visit_(frame.closure);
  }

  void waiting() {
    visit_(goroutine_.wait_object);
    for (const Waiter& waiter : goroutine_.waiters) visit_(waiter.channel);
  }

  void deferred(const DeferRecord& record) {
    visit_(record.closure);
    int32_t function = record.function;
    if (function < 0 && record.closure != Address::Nil) {
      function = program_.function_at(record.closure);
      if (function < 0) function = program_.function_at(world_.heap().load<Address>(record.closure));
    }
    for (size_t at = 0; at + 8 <= record.arguments.size(); at += 8) {
      bool may_point = function < 0 || program_.function(static_cast<uint32_t>(function))
                                           .live.argument_may_point(static_cast<int32_t>(at));
      if (may_point) visit_(word_at(record.arguments, at));
    }
  }

  // Numbers too: some are halves of a key or elem on its way.
  void operation() {
    if (std::holds_alternative<std::monostate>(goroutine_.operation)) return;
    visit_(goroutine_.operation_map);
    auto field = [&]<class T>(T value) {
      if constexpr (std::is_same_v<T, Address>) {
        visit_(value);
      } else {
        visit_(Address{static_cast<uint64_t>(value)});
      }
    };
    std::visit(
        [&]<class Operation>(const Operation& current) {
          if constexpr (!std::is_same_v<Operation, std::monostate>) current.visit(field);
        },
        goroutine_.operation);
  }

  const World& world_;
  const bytecode::Program& program_;
  const Goroutine& goroutine_;
  const VisitRoot& visit_;
};

void finalizer_roots(const Collector& collector, const VisitRoot& visit) {
  for (const Finalizer& finalizer : *collector.finalizers) visit(finalizer.function);
  for (const auto* waiting : {&collector.queue, &collector.batch}) {
    for (const Finalizer& finalizer : *waiting) {
      visit(finalizer.object);
      visit(finalizer.function);
    }
  }
}

}  // namespace

void each_root_of(const World& world, const Goroutine& goroutine, const VisitRoot& visit) {
  if (goroutine.status != Status::Finished) GoroutineRoots(world, goroutine, visit).run();
}

void each_root(const World& world, const VisitRoot& visit) {
  for (const auto& goroutine : world.goroutines()) each_root_of(world, *goroutine, visit);
  for (const Timer& timer : world.timers()) {
    visit(timer.object);
    visit(timer.target);
  }
  finalizer_roots(world.collector(), visit);
}

}  // namespace hmaplab::vm
