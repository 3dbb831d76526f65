// Calls and returns, deferred calls, new goroutines.
#include <fmt/format.h>

#include <algorithm>

#include "core/vm/machine.h"

namespace hmaplab::vm {

using bytecode::Op;
using memory::Point;

// The function that a function value calls; -1 for nil.
int32_t Machine::function_behind(Address value) const {
  if (value == Address::Nil) return -1;
  int32_t function = program().function_at(value);
  return function >= 0 ? function : program().function_at(reader_.load<Address>(value));
}

// Calls a function value that is none: nil, or made with package unsafe.
Machine::Flow Machine::jump_nowhere(Address value) {
  if (reader_.failure()) return bad_address(*reader_.failure());
  return bad_address(value == Address::Nil ? value : reader_.load<Address>(value));
}

Machine::Flow Machine::call_closure(const Instruction& i) {
  Address closure = get<Address>(i.b);
  int32_t function = function_behind(closure);
  if (function < 0) return jump_nowhere(closure);
  ++frame().pc;
  if (push_frame(function, closure,
                 static_cast<uint32_t>(frame_base_) + static_cast<uint32_t>(i.a)))
    return Flow::Stay;
  return stack_overflow();
}

Machine::Flow Machine::stack_overflow() {
  uint64_t begin = base::kStackBegin;
  return die(Dying::Throw,
             fmt::format("runtime: goroutine stack exceeds 1000000000-byte limit\n"
                         "runtime: sp=0x{:x} stack=[0x{:x}, 0x{:x}]\nfatal error: stack overflow",
                         begin + frame_base_, begin, begin + world_.options_.limits.stack_bytes));
}

TextResult Machine::call_for_text(int32_t function, Address receiver) {
  constexpr int kMostSteps = 100'000;
  Goroutine saved = goroutine_;
  size_t depth = goroutine_.frames.size();
  const Frame& top = frame();
  uint32_t base = top.base + static_cast<uint32_t>(program().function(top.function).frame_bytes);
  TextResult result;
  if (goroutine_.stack.size() < base + 24) goroutine_.stack.resize(base + 24);
  std::memcpy(goroutine_.stack.data() + base + 16, &receiver, 8);  // behind the result
  steps_ = kMostSteps;
  if (push_frame(function, Address::Nil, base) && interpret(depth) == Left::AtFloor)
    result.text = reader_.string_at(Address{base::kStackBegin + base});
  if (!result.text && goroutine_.panics.size() > saved.panics.size()) {
    // All of it will stand in the traceback.
    result.panic = goroutine_.panics.back().value;
    goroutine_.printing = static_cast<uint32_t>(depth);
    goroutine_.frames[depth].is_deferred = true;  // no instruction below has called it
    return result;
  }
  world_.goroutines_.set_status(goroutine_, saved.status);
  goroutine_ = std::move(saved);
  rebase();
  return result;
}

Machine::Flow Machine::do_return() {
  if (frame().panic >= 0) return back_from_deferred();
  goroutine_.frames.pop_back();
  if (!goroutine_.frames.empty()) {
    rebase();
    return Flow::Stay;
  }
  if (goroutine_.actor == schedule::kMain) return die(Dying::Return);
  return finish();
}

// The goroutine is no more.
Machine::Flow Machine::finish() {
  drain();
  world_.goroutines_.set_status(goroutine_, Status::Finished);
  goroutine_.next = Point::none;
  world_.race_retire(goroutine_.actor);
  return Flow::Stop;
}

DeferRecord Machine::defer_record(const Instruction& i) {
  DeferRecord record{.function = i.c};
  if (i.c < 0) record.closure = get<Address>(i.b);
  const auto& lines = program().function(frame().function).lines;
  record.line = lines[frame().pc];
  record.arguments.assign(base_ + i.a, base_ + i.a + i.d);
  return record;
}

Machine::Flow Machine::defer(const Instruction& i) {
  goroutine_.defers.push_back(defer_record(i));
  ++frame().defers;
  return Flow::Next;
}

// In the body of a range over a function: the call is deferred by the function around the loop,
// whose records lie below those of the frames in between.
Machine::Flow Machine::defer_outside(const Instruction& i) {
  auto control = reader_.load<Address>(frame().closure + 8);
  auto depth = reader_.load<uint64_t>(control + 16);
  if (depth + 1 >= goroutine_.frames.size()) {
    return fatal_error(Dying::Throw, "defer in a loop body that another goroutine runs");
  }
  size_t above = 0;
  for (size_t k = depth + 1; k < goroutine_.frames.size(); ++k)
    above += goroutine_.frames[k].defers;
  goroutine_.defers.insert(goroutine_.defers.end() - static_cast<std::ptrdiff_t>(above),
                           defer_record(i));
  ++goroutine_.frames[depth].defers;
  return Flow::Next;
}

// The states as core/bytecode/function_ranges.cpp numbers them.
Machine::Flow Machine::range_panic(uint64_t state) {
  constexpr std::string_view kTexts[] = {
      "range function continued iteration after function for loop body returned false",
      "",
      "range function continued iteration after loop body panic",
      "range function continued iteration after whole loop exit",
      "range function recovered a loop body panic and did not resume panicking",
  };
  return runtime_error(kTexts[state]);
}

Machine::Flow Machine::run_defers() {
  if (frame().defers == 0) return Flow::Next;
  --frame().defers;
  return run_deferred(-1) ? Flow::Stay : go_on_panicking();
}

// Calls the last deferred function on top of the stack. False: it is nil, which is a panic of its
// own.
bool Machine::run_deferred(int32_t panic) {
  DeferRecord record = std::move(goroutine_.defers.back());
  goroutine_.defers.pop_back();
  int32_t function = record.function >= 0 ? record.function : function_behind(record.closure);
  const Frame& top = frame();
  uint32_t base = top.base + static_cast<uint32_t>(program().function(top.function).frame_bytes);
  if (function < 0) {
    Address target =
        record.closure == Address::Nil ? Address::Nil : reader_.load<Address>(record.closure);
    if (reader_.failure()) target = *reader_.failure();
    if (is_nil_page(target)) {
      begin_panic(nil_dereference_error(target));
      return false;
    }
    fault(target);
    return true;
  }
  size_t end = base + record.arguments.size();
  if (goroutine_.stack.size() < end) goroutine_.stack.resize(end);
  std::copy(record.arguments.begin(), record.arguments.end(), goroutine_.stack.begin() + base);
  if (!push_frame(function, record.closure, base)) {
    stack_overflow();
    return true;
  }
  frame().panic = panic;
  frame().is_deferred = true;
  if (panic >= 0 && goroutine_.deferred_runs.size() < DeferredRun::kMostTold) {
    goroutine_.deferred_runs.push_back({.function = static_cast<uint32_t>(function),
                                        .line = record.line,
                                        .panic = static_cast<uint32_t>(panic),
                                        .since = world_.step_count_});
  }
  return true;
}

Machine::Flow Machine::go(const Instruction& i) {
  int32_t function = i.c;
  Address closure = Address::Nil;
  if (function < 0) {
    closure = get<Address>(i.b);
    function = function_behind(closure);
    if (function < 0) {
      if (closure != Address::Nil) return jump_nowhere(closure);
      return fatal_error(Dying::Fatal, "go of nil func value");
    }
  }
  if (!take_step(Point::go_create)) return Flow::Stop;
  Goroutine* child = new_child();
  if (!child) return Flow::Stop;
  start(*child, i, function, closure);
  return Flow::Next;
}

// A goroutine without frames; nullptr: there are too many, and the run has ended.
Goroutine* Machine::new_child() {
  auto actor = schedule::child_of(goroutine_.actor, goroutine_.children + 1);
  if (!actor || world_.goroutines().size() >= world_.options_.limits.goroutines) {
    const std::string most = std::to_string(world_.options_.limits.goroutines);
    world_.end_at_limit("goroutines", actor ? most : "nested too deeply",
                        actor ? "--max-goroutines" : "");
    return nullptr;
  }
  ++goroutine_.children;
  record_.visible = true;
  record_.result = actor->value;
  record_.result_form = ValueForm::Text;
  Goroutine& child = world_.add_goroutine(*actor);
  child.parent = goroutine_.actor;
  child.created_by = frame().function;
  child.created_line = program().function(frame().function).lines[frame().pc];
  world_.race_fork(goroutine_.actor, *actor);
  return &child;
}

void Machine::call_function_value(Address value) {
  int32_t function = function_behind(value);
  if (function < 0) {
    die(Dying::Throw, "fatal error: go of nil func value");
    return;
  }
  bool fits = push_frame(function, value, 0);
  INVARIANT(fits, "a goroutine whose first frame does not fit");
  run(0);
}

void Machine::start(Goroutine& child, const Instruction& i, int32_t function, Address closure) {
  child.stack.assign(base_ + i.a, base_ + i.a + i.d);
  world_.heap_.share(closure);
  for (int32_t at = 0; at + 8 <= i.d; at += 8) world_.heap_.share(get<Address>(i.a + at));
  Step unrecorded;
  Machine machine(world_, child, unrecorded);
  bool fits = machine.push_frame(function, closure, 0);
  INVARIANT(fits, "a goroutine whose first frame does not fit");
  machine.run(0);
}

}  // namespace hmaplab::vm
