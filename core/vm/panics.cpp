// Panics: Go's gopanic, gorecover and what ends the process. The panicking frames stay on the stack while their deferred
// calls run on top of it, so that an uncaught panic can still say where it came from.
//
//   main  f  g ✗ ── deferred by g ── deferred by f          Panic::cursor walks from g down to main
#include <fmt/format.h>

#include "core/vm/machine.h"
#include "core/vm/traceback.h"

namespace hmaplab::vm {

using memory::Point;

Machine::Flow Machine::panic(const Interface& value) {
  Interface thrown = value;
  if (value.type == Address::Nil) {
    thrown = error_value("panicNilError", "panic called with nil argument (use GODEBUG=panicnil=1 to disable)");
  }
  goroutine_.panics.push_back({.value = thrown, .cursor = static_cast<uint32_t>(goroutine_.frames.size())});
  return go_on_panicking();
}

// Runs the next deferred call of the frames that the panic leaves, inner ones first.
Machine::Flow Machine::go_on_panicking() {
  auto index = static_cast<int32_t>(goroutine_.panics.size()) - 1;
  Panic& panic = goroutine_.panics.back();
  for (; panic.cursor > 0; --panic.cursor) {
    Frame& leaving = goroutine_.frames[panic.cursor - 1];
    if (leaving.defers > 0) {
      --leaving.defers;
      return run_deferred(index) ? Flow::Stay : go_on_panicking();
    }
    if (leaving.panic >= 0) goroutine_.panics[static_cast<size_t>(leaving.panic)].aborted = true;
  }
  return die(Dying::Panic);
}

// A deferred call that a panic had made returns: the panic goes on, or it was recovered and the function that deferred the
// call returns to its caller.
Machine::Flow Machine::back_from_deferred() {
  Panic& panic = goroutine_.panics.back();
  if (!panic.recovered) {
    goroutine_.frames.pop_back();
    rebase();
    return go_on_panicking();
  }
  goroutine_.frames.resize(panic.cursor);
  goroutine_.panics.pop_back();
  while (!goroutine_.panics.empty() && goroutine_.panics.back().aborted) goroutine_.panics.pop_back();
  frame().pc = program().function(frame().function).recover_at;
  rebase();
  return Flow::Stay;
}

// Gives the panic's value only when called directly by a deferred function that this very panic has called.
void Machine::recover(const Instruction& i) {
  set(i.a, Interface{});
  if (goroutine_.panics.empty()) return;
  Panic& panic = goroutine_.panics.back();
  auto index = static_cast<int32_t>(goroutine_.panics.size()) - 1;
  size_t top = goroutine_.frames.size() - 1;
  bool through_wrapper = top > 0 && program().function(goroutine_.frames[top - 1].function).is_wrapper &&
                         goroutine_.frames[top - 1].panic == index;
  if (panic.recovered || (frame().panic != index && !through_wrapper)) return;
  panic.recovered = true;
  set(i.a, panic.value);
}

// An interface holding a string, of type string or of another type with that underlying type.
Interface Machine::text_value(const check::Type& type, std::string_view text) {
  uint64_t words[2] = {0, text.size()};
  if (!text.empty()) {
    Address data = allocate({.size = text.size(), .kind = memory::ObjectKind::StringBytes, .has_pointers = false});
    if (data == Address::Nil) return {};
    world_.heap_.write(data, text.data(), text.size());
    words[0] = memory::bits(data);
  }
  return make_interface(type, reinterpret_cast<const std::byte*>(words));
}

Interface Machine::string_value(std::string_view text) {
  return text_value(*program().checked().types().basic(check::TypeKind::String), text);
}

// A value of one of the runtime's own error types (core/golib/runtime), which are strings.
Interface Machine::error_value(const char* type_name, std::string_view text) {
  const check::Type* type = program().runtime_type(type_name);
  INVARIANT(type != nullptr, "package runtime lacks a type");
  return text_value(*type, text);
}

Machine::Flow Machine::runtime_error(std::string_view text) { return panic(error_value("errorString", text)); }
Machine::Flow Machine::plain_error(std::string_view text) { return panic(error_value("plainError", text)); }
Machine::Flow Machine::nil_dereference() {
  return panic(error_value("memoryError", "invalid memory address or nil pointer dereference"));
}

// The goroutine brings the process to its end with its next step.
Machine::Flow Machine::die(Dying how, std::string text) {
  goroutine_.dying = how;
  goroutine_.last_words = std::move(text);
  switch (how) {
    case Dying::No:
    case Dying::Return: goroutine_.next = Point::end_return; break;
    case Dying::Panic: goroutine_.next = Point::end_panic; break;
    case Dying::Fatal:
    case Dying::Throw: goroutine_.next = Point::end_throw; break;
  }
  return Flow::Stop;
}

Machine::Flow Machine::end_process() {
  take_step(goroutine_.next);
  record_.visible = true;
  End end{.actor = goroutine_.actor};
  switch (goroutine_.dying) {
    case Dying::No:
    case Dying::Return: break;
    case Dying::Panic:
      end.kind = EndKind::Panic;
      end.headline = "panic: " + panic_text(world_, goroutine_);
      break;
    case Dying::Fatal:
    case Dying::Throw:
      end.kind = goroutine_.dying == Dying::Fatal ? EndKind::Fatal : EndKind::Throw;
      end.headline = "fatal error: " + goroutine_.last_words;
      break;
  }
  if (goroutine_.dying != Dying::Return) {
    end.exit_status = 2;
    end.stderr_text = world_.stderr_ + end.headline + "\n" + traceback(world_, goroutine_, end.kind);
    end.headline = end.headline.substr(0, end.headline.find('\n'));
  } else {
    end.stderr_text = world_.stderr_;
  }
  world_.end_ = end;
  return Flow::Stop;
}

}  // namespace hmaplab::vm
