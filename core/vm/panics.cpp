// Panics: Go's gopanic, gorecover and what ends the process. The panicking frames stay on the stack
// while their deferred calls run on top of it, so that an uncaught panic can still say where it
// came from.
//
//   main  f  g ✗ ── deferred by g ── deferred by f          Panic::cursor walks from g down to main
#include <fmt/format.h>

#include "core/vm/machine.h"
#include "core/vm/trace_frames.h"
#include "core/vm/traceback.h"

namespace hmaplab::vm {

using memory::Point;

namespace {

// What the last panic in flight is calling now; nullptr when nobody took note of it.
DeferredRun* running_deferred(Goroutine& goroutine) {
  for (size_t i = goroutine.deferred_runs.size(); i-- > 0;) {
    DeferredRun& run = goroutine.deferred_runs[i];
    if (!run.returned && run.panic + 1 == goroutine.panics.size()) return &run;
  }
  return nullptr;
}

void forget_deferred_of_ended_panics(Goroutine& goroutine) {
  std::erase_if(goroutine.deferred_runs,
                [&](const DeferredRun& run) { return run.panic >= goroutine.panics.size(); });
}

}  // namespace

void Machine::begin_panic(const Interface& value) {
  auto frames = static_cast<uint32_t>(goroutine_.frames.size());
  goroutine_.panics.push_back({.value = value, .start = frames, .cursor = frames, .since = world_.step_count_});
}

Machine::Flow Machine::panic(const Interface& value) {
  bool is_nil = value.type == Address::Nil;
  begin_panic(is_nil ? error_value("*PanicNilError", "panic called with nil argument") : value);
  return go_on_panicking();
}

// func Goexit()
Machine::Flow Machine::runtime_goexit(int32_t) {
  begin_panic({});
  goroutine_.panics.back().goexit = true;
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
      if (run_deferred(index)) return goroutine_.dying == Dying::No ? Flow::Stay : Flow::Stop;
      return go_on_panicking();
    }
  }
  if (!panic.goexit) return die(Dying::Panic);
  goroutine_.panics.clear();
  goroutine_.deferred_runs.clear();
  goroutine_.frames.clear();
  goroutine_.signal.reset();
  return finish();
}

// A deferred call that a panic had made returns: the panic goes on, or it was recovered.
Machine::Flow Machine::back_from_deferred() {
  if (DeferredRun* run = running_deferred(goroutine_)) run->returned = true;
  if (goroutine_.panics.back().recovered) return end_recovery();
  goroutine_.frames.pop_back();
  rebase();
  return go_on_panicking();
}

// The function that deferred the call returns to its caller, and with it go all panics that began
// above it. A Goexit among them is not forgotten: it goes on where it was.
Machine::Flow Machine::end_recovery() {
  uint32_t frames = goroutine_.panics.back().cursor;
  auto& panics = goroutine_.panics;
  while (!panics.empty() && panics.back().start >= frames && !panics.back().goexit)
    panics.pop_back();
  forget_deferred_of_ended_panics(goroutine_);
  bool exits = !panics.empty() && panics.back().start >= frames;
  goroutine_.frames.resize(exits ? panics.back().start : frames);
  if (panics.empty()) goroutine_.signal.reset();
  rebase();
  if (exits) return go_on_panicking();
  frame().pc = program().function(frame().function).recover_at;
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
  if (panic.goexit || panic.recovered) return;
  DeferredRun* run = running_deferred(goroutine_);
  if (frames[called].panic != index) {
    if (run != nullptr) run->recover = DeferredRun::Recover::TooDeep;
    return;
  }
  if (run != nullptr) run->recover = DeferredRun::Recover::Caught;
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

// What the kernel says of an access to this address: code 1 where nothing is mapped, 2 where one
// may only read, 128 (and address 0) where an address cannot be one.
Signal Machine::signal_at(Address address) const {
  constexpr uint64_t kUserEnd = uint64_t{1} << 47;
  bool canonical = memory::bits(address) < kUserEnd || memory::bits(address) >= 0 - kUserEnd;
  if (!canonical) return {.code = 0x80, .address = 0, .pc = program_counter(goroutine_)};
  bool read_only = program().constant_bytes(address, 1) != nullptr;
  return {.code = read_only ? 2u : 1u,
          .address = memory::bits(address),
          .pc = program_counter(goroutine_)};
}

// Whatever was under way ends with the signal.
void Machine::take_signal(Address address) {
  goroutine_.signal = signal_at(address);
  goroutine_.operation = std::monostate{};
  world_.goroutines_.set_status(goroutine_, Status::Runnable);
  reader_.forget_failure();
}

Interface Machine::nil_dereference_error(Address address) {
  take_signal(address);
  return error_value("errorString", "invalid memory address or nil pointer dereference");
}

Machine::Flow Machine::nil_dereference(Address address) {
  return panic(nil_dereference_error(address));
}

Machine::Flow Machine::bad_address(Address address) {
  return is_nil_page(address) ? nil_dereference(address) : fault(address);
}

Machine::Flow Machine::bad_range(Address address) {
  return bad_address(address + world_.heap_.bytes_from(address));
}

// An address that nobody has, or that nobody may write: no panic, the process ends.
Machine::Flow Machine::fault(Address address) {
  take_signal(address);
  return die(Dying::Throw, fmt::format("unexpected fault address 0x{:x}\nfatal error: fault\n{}",
                                       goroutine_.signal->address, text(*goroutine_.signal)));
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
    end.exit_status = death_status(world_.options_);
    size_t headline = words.find("fatal error: ");
    if (end.kind == EndKind::Panic || headline == std::string::npos) headline = 0;
    end.headline = words.substr(headline, words.find('\n', headline) - headline);
    const Goroutine* beside =
        record_.choice == schedule::Move::kNoChoice ? nullptr : world_.dies_beside(goroutine_.actor);
    if (beside) end.headline += beside->last_words;
    end.stderr_text += (beside ? end.headline + "\n" : words) + "\n";
    end.stderr_text += traceback(world_, &goroutine_, end.kind);
  }
  world_.end_ = end;
  return Flow::Stop;
}

}  // namespace hmaplab::vm
