// The natives of package runtime that have to do with the collector and with finalizers.
#include <algorithm>

#include "core/bytecode/call_layout.h"
#include "core/vm/machine.h"

namespace hmaplab::vm {

using check::TypeKind;
using memory::Point;

// func GC()
Machine::Flow Machine::runtime_gc(int32_t) {
  if (!take_step(Point::runtime_gc)) return Flow::Stop;
  note_synchronisation();
  world_.collector_.request();
  world_.collector_.is_forced = true;
  ++frame().pc;  // the end of the collection lets it go on
  return block(Wait::Collection, Address::Nil);
}

namespace {

// Whether a pointer of type `given` can be the argument of a function whose parameter has this type.
bool can_take(const bytecode::Program& program, const check::Type& parameter,
              const check::Type& given) {
  if (&parameter == &given) return true;
  if (const auto* interface = check::as<check::InterfaceType>(parameter.underlying())) {
    for (uint32_t i = 0; i < interface->methods().size(); ++i) {
      if (program.method_of(&given, {interface, i}) < 0) return false;
    }
    return true;
  }
  const auto* wanted = check::as<check::PointerType>(parameter.underlying());
  bool one_unnamed =
      parameter.kind() != TypeKind::Named || given.kind() != TypeKind::Named;
  return wanted && one_unnamed &&
         wanted->element() == check::as<check::PointerType>(given.underlying())->element();
}

// What SetFinalizer says about a function that is none, or takes something else; "" when it fits.
std::string function_problem(const bytecode::Program& program, const check::Type& pointer,
                             const check::Type& function) {
  const auto* signature = check::as<check::FunctionType>(function.underlying());
  if (!signature) return "second argument is " + function.text() + ", not a function";
  std::string cannot = "cannot pass " + pointer.text() + " to finalizer " + function.text();
  if (signature->variadic()) return cannot + " because dotdotdot";
  if (signature->parameters().size() != 1) return cannot;
  return can_take(program, *signature->parameters()[0], pointer) ? "" : cannot;
}

}  // namespace

// func setFinalizer(obj any, finalizer any, loop func()): SetFinalizer with the checks of
// runtime/mfinal.go, in its order. `loop` is what the finalizer goroutine runs.
Machine::Flow Machine::runtime_set_finalizer(int32_t call) {
  auto object = get<Interface>(call);
  auto finalizer = get<Interface>(call + 16);
  if (!take_step(Point::runtime_set_finalizer)) return Flow::Stop;
  note_synchronisation();
  record_.object = object.data;
  record_.address = object.data;
  auto fail = [&](const std::string& text) {
    return fatal_error(Dying::Throw, "runtime.SetFinalizer: " + text);
  };
  if (object.type == Address::Nil) return fail("first argument is nil");
  const check::Type& pointer = *program().type_at(object.type);
  const auto* to = check::as<check::PointerType>(pointer.underlying());
  if (!to) return fail("first argument is " + pointer.text() + ", not pointer");
  if (base::is_data(object.data) || base::is_immutable(object.data)) return Flow::Next;
  const memory::Object* block = world_.heap_.find(object.data);
  if (!block) return fail("pointer not in allocated block");
  if (block->size == 0) return Flow::Next;  // in Go all these are one, and never freed
  constexpr uint64_t kTiny = 16;  // Go may have put it into a block together with others
  if (block->begin != object.data &&
      (to->element()->has_pointers() || to->element()->size() >= kTiny))
    return fail("pointer not at beginning of allocated block");
  if (finalizer.type == Address::Nil) {
    world_.collector_.clear_finalizer(object.data);
    return Flow::Next;
  }
  const check::Type& function = *program().type_at(finalizer.type);
  if (std::string problem = function_problem(program(), pointer, function); !problem.empty())
    return fail(problem);
  world_.start_finalizer_goroutine(static_cast<uint32_t>(function_behind(get<Address>(call + 32))));
  world_.heap_.share(object.data);
  world_.heap_.share(finalizer.data);
  if (!world_.collector_.set_finalizer({.object = object.data,
                                        .function = finalizer.data,
                                        .pointer_type = pointer.id(),
                                        .function_type = function.id()}))
    return fail("finalizer already set");
  return Flow::Next;
}

// func runFinalizer(): waits until one is queued, and calls it. The batch that was queued last is
// taken as a whole and run from its end, as runfinq does.
Machine::Flow Machine::runtime_run_finalizer(int32_t) {
  Collector& collector = world_.collector_;
  if (collector.is_finalizing) {  // that one has returned: nothing keeps its object any longer
    collector.is_finalizing = false;
    collector.batch.pop_back();
  }
  if (collector.batch.empty()) {
    collector.batch.swap(collector.queue);
    world_.race_retire(schedule::kFinalizer);
  }
  if (collector.batch.empty()) return block(Wait::Finalizer, Address::Nil);
  if (!take_step(Point::finalizer_run)) return Flow::Stop;
  world_.race_begin_batch();
  note_synchronisation();
  collector.is_finalizing = true;
  return call_finalizer(collector.batch.back());
}

Machine::Flow Machine::call_finalizer(const Finalizer& finalizer) {
  record_.object = finalizer.object;
  record_.address = finalizer.object;
  const check::Type& type = *program().type(finalizer.function_type);
  const auto& signature = *check::as<check::FunctionType>(type.underlying());
  bytecode::CallLayout layout = bytecode::layout_of(signature, nullptr);
  int32_t function = function_behind(finalizer.function);
  ++frame().pc;
  if (function < 0) return nil_dereference();
  const bytecode::Function& caller = program().function(frame().function);
  auto base = static_cast<uint32_t>(frame_base_) + static_cast<uint32_t>(caller.frame_bytes);
  auto end = base + static_cast<size_t>(layout.bytes);
  if (goroutine_.stack.size() < end) goroutine_.stack.resize(end);
  std::byte* argument = goroutine_.stack.data() + base + layout.parameters[0];
  if (signature.parameters()[0]->underlying_kind() == TypeKind::Interface) {
    Interface value{bytecode::Program::type_address(program().type(finalizer.pointer_type)),
                    finalizer.object};
    std::memcpy(argument, &value, sizeof(value));
  } else {
    std::memcpy(argument, &finalizer.object, sizeof(Address));
  }
  return push_frame(function, finalizer.function, base) ? Flow::Stay : stack_overflow();
}

// func statistics() (live, allocated, allocations, frees, goal, collections, forced uint64)
Machine::Flow Machine::runtime_statistics(int32_t call) {
  if (!take_step(Point::runtime_read_mem_stats)) return Flow::Stop;
  note_synchronisation();
  const memory::Heap& heap = world_.heap_;
  const Collector& collector = world_.collector_;
  const uint64_t results[] = {heap.live_bytes(),  heap.allocated_bytes(), heap.allocations(),
                              heap.frees(),       collector.goal,         collector.collections,
                              collector.forced};
  for (uint64_t result : results) {
    set(call, result);
    call += 8;
  }
  return Flow::Next;
}

// func SetGCPercent(percent int) int: negative means never by itself.
Machine::Flow Machine::runtime_set_gc_percent(int32_t call) {
  if (!take_step(Point::runtime_set_gc_percent)) return Flow::Stop;
  note_synchronisation();
  Collector& collector = world_.collector_;
  set(call, collector.percent);
  collector.percent = std::max<int64_t>(get<int64_t>(call + 8), Collector::kOff);
  collector.set_goal(world_.heap_.live_bytes());
  return Flow::Next;
}

}  // namespace hmaplab::vm
