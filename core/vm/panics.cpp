// Panics: Go's gopanic, gorecover and what ends the process. The panicking frames stay on the stack
// while their deferred calls run on top of it, so that an uncaught panic can still say where it
// came from.
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
    thrown = error_value("*PanicNilError", "panic called with nil argument");
  }
  goroutine_.panics.push_back(
      {.value = thrown, .cursor = static_cast<uint32_t>(goroutine_.frames.size())});
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

// A deferred call that a panic had made returns: the panic goes on, or it was recovered and the
// function that deferred the call returns to its caller.
Machine::Flow Machine::back_from_deferred() {
  Panic& panic = goroutine_.panics.back();
  if (!panic.recovered) {
    goroutine_.frames.pop_back();
    rebase();
    return go_on_panicking();
  }
  goroutine_.frames.resize(panic.cursor);
  goroutine_.panics.pop_back();
  while (!goroutine_.panics.empty() && goroutine_.panics.back().aborted)
    goroutine_.panics.pop_back();
  if (goroutine_.panics.empty()) goroutine_.signalled = false;
  frame().pc = program().function(frame().function).recover_at;
  rebase();
  return Flow::Stay;
}

// Gives the panic's value only when called directly by a deferred function that this very panic has
// called.
void Machine::recover(const Instruction& i) {
  set(i.a, Interface{});
  if (goroutine_.panics.empty()) return;
  Panic& panic = goroutine_.panics.back();
  auto index = static_cast<int32_t>(goroutine_.panics.size()) - 1;
  const std::vector<Frame>& frames = goroutine_.frames;
  size_t called =
      frames.size() - 1;  // the outermost of the wrappers through which this function was called
  while (called > 0 && frames[called].panic != index &&
         program().function(frames[called - 1].function).is_wrapper)
    --called;
  if (panic.recovered || frames[called].panic != index) return;
  panic.recovered = true;
  set(i.a, panic.value);
}

// An interface holding a string: of a type whose underlying type is string, or a pointer to a
// struct that holds one.
Interface Machine::text_value(const check::Type& type, std::string_view text) {
  uint64_t words[2] = {0, text.size()};
  if (!text.empty()) {
    Address data = allocate(
        {.size = text.size(), .kind = memory::ObjectKind::StringBytes, .has_pointers = false});
    if (data == Address::Nil) return {};
    world_.heap_.write(data, text.data(), text.size());
    words[0] = memory::bits(data);
  }
  if (type.underlying_kind() != check::TypeKind::Pointer)
    return make_interface(type, reinterpret_cast<const std::byte*>(words));
  Address object =
      allocate({.size = sizeof(words),
                .tag = check::as<check::PointerType>(type.underlying())->element()->id()});
  if (object != Address::Nil) world_.heap_.write(object, words, sizeof(words));
  return {bytecode::Program::type_address(&type), object};
}

Interface Machine::string_value(std::string_view text) {
  return text_value(*program().checked().types().basic(check::TypeKind::String), text);
}

// A value of one of the runtime's own error types (core/golib/runtime).
Interface Machine::error_value(const char* type_name, std::string_view text) {
  const check::Type* type = program().runtime_type(type_name);
  INVARIANT(type != nullptr, "package runtime lacks a type");
  return text_value(*type, text);
}

Machine::Flow Machine::runtime_error(std::string_view text) {
  return panic(error_value("errorString", text));
}
Machine::Flow Machine::plain_error(std::string_view text) {
  return panic(error_value("plainError", text));
}
Machine::Flow Machine::bounds_error(std::string_view text) {
  return panic(error_value("boundsError", text));
}
Interface Machine::nil_dereference_error() {
  goroutine_.signalled = true;
  return error_value("errorString", "invalid memory address or nil pointer dereference");
}
Machine::Flow Machine::nil_dereference() { return panic(nil_dereference_error()); }
// An address that nobody has: no panic, the process ends.
Machine::Flow Machine::fault(Address address) {
  std::string place = fmt::format("0x{:x}", memory::bits(address));
  return die(Dying::Throw, fmt::format("unexpected fault address {0}\nfatal error: fault\n[signal "
                                       "SIGSEGV: segmentation violation "
                                       "code=0x1 addr={0} pc=0x{1:x}]",
                                       place, program_counter(goroutine_)));
}

Machine::Flow Machine::fatal_error(Dying how, std::string_view text) {
  return die(how, "fatal error: " + std::string(text));
}

// The goroutine brings the process to its end with its next step.
Machine::Flow Machine::die(Dying how, std::string text) {
  goroutine_.dying = how;
  goroutine_.last_words = std::move(text);
  switch (how) {
    case Dying::No:
    case Dying::Return:
      goroutine_.next = Point::end_return;
      break;
    case Dying::Panic:
      goroutine_.next = Point::end_panic;
      break;
    case Dying::Fatal:
    case Dying::Throw:
      goroutine_.next = Point::end_throw;
      break;
  }
  return Flow::Stop;
}

Machine::Flow Machine::end_process() {
  take_step(goroutine_.next);
  record_.visible = true;
  End end{.stderr_text = world_.stderr_, .actor = goroutine_.actor};
  if (goroutine_.dying == Dying::Panic) {
    // Printing the values may panic too: then that is what the process dies of.
    if (auto text = panic_text(world_, goroutine_)) {
      goroutine_.last_words = *text;
    } else {
      goroutine_.dying = Dying::Throw;
    }
  }
  switch (goroutine_.dying) {
    case Dying::No:
    case Dying::Return:
      break;
    case Dying::Panic:
      end.kind = EndKind::Panic;
      break;
    case Dying::Fatal:
      end.kind = EndKind::Fatal;
      break;
    case Dying::Throw:
      end.kind = EndKind::Throw;
      break;
  }
  if (goroutine_.dying != Dying::Return) {
    const std::string& words = goroutine_.last_words;
    end.exit_status = 2;
    size_t headline = words.find("fatal error: ");
    if (end.kind == EndKind::Panic || headline == std::string::npos) headline = 0;
    end.headline = words.substr(headline, words.find('\n', headline) - headline);
    end.stderr_text += words + "\n" + traceback(world_, goroutine_, end.kind);
  }
  world_.end_ = end;
  return Flow::Stop;
}

}  // namespace hmaplab::vm
