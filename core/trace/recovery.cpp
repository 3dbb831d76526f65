#include "core/trace/recovery.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/trace/goroutine_view.h"
#include "core/trace/locals.h"

namespace hmaplab::trace {

using bytecode::Op;
using vm::DeferredRun;

namespace {

// Whether its own body calls recover.
bool calls_recover(const bytecode::Function& function) {
  return std::any_of(function.code.begin(), function.code.end(),
                     [](const bytecode::Instruction& i) { return i.op == Op::Recover; });
}

// "main.main.func1 (deferred in line 7)".
std::string name_of(const vm::World& world, const DeferredRun& run) {
  const std::string& name = world.program().function(run.function).name;
  return run.line == 0 ? name : fmt::format("{} (deferred in line {})", name, run.line);
}

std::string became(const vm::Goroutine& goroutine, const DeferredRun& run) {
  const bool panicked = run.panic + 1 < goroutine.panics.size() && !run.returned;
  switch (run.recover) {
    case DeferredRun::Recover::Caught:
      return panicked ? "recovered, and panicked anew" : "recovered";
    case DeferredRun::Recover::TooDeep:
      return "called recover only through another function, where it gives nil";
    case DeferredRun::Recover::NotCalled:
      break;
  }
  return panicked ? "panicked itself" : "returned without calling recover";
}

// What the deferred calls did that ran: the one that says most.
std::string what_they_did(const vm::World& world, const vm::Goroutine& goroutine) {
  const auto& runs = goroutine.deferred_runs;
  if (runs.empty()) {
    return fmt::format("{} had no deferred call left to run when it panicked. ",
                       goroutine.actor == schedule::kFinalizer ? "The finalizer goroutine"
                                                               : schedule::name(goroutine.actor));
  }
  std::string caught;
  for (const DeferredRun& run : runs) {
    if (run.recover != DeferredRun::Recover::Caught) continue;
    caught += fmt::format("{} did recover, but then it panicked itself. ", name_of(world, run));
  }
  if (!caught.empty()) return caught + "Nobody recovered from the last panic. ";
  for (const DeferredRun& run : runs) {
    if (run.recover != DeferredRun::Recover::TooDeep) continue;
    return fmt::format(
        "{} called recover through another function; it works only where the deferred function "
        "itself calls it. ",
        name_of(world, run));
  }
  return runs.size() == 1
             ? fmt::format("The panic ran {}, which did not recover. ", name_of(world, runs[0]))
             : fmt::format("The panic ran {} deferred calls; none of them recovered. ",
                           runs.size());
}

// A recover that waits on another goroutine.
std::string recover_elsewhere(const vm::World& world, schedule::Actor dying) {
  for (const auto& other : world.goroutines()) {
    if (other->actor == dying) continue;
    for (const vm::DeferRecord& record : other->defers) {
      const int32_t function =
          record.function >= 0 ? record.function : world.program().function_at(record.closure);
      if (function < 0) continue;
      const auto& called = world.program().function(static_cast<uint32_t>(function));
      if (!calls_recover(called)) continue;
      return fmt::format(
          "{} has deferred {} in line {}, which calls recover; but a panic runs only what its own "
          "goroutine has deferred, and this is {}. ",
          schedule::name(other->actor), called.name, record.line,
          dying == schedule::kFinalizer ? "the finalizer goroutine" : schedule::name(dying));
    }
  }
  return "";
}

// Which function a defer statement defers; -1 when that is known only when it runs.
int32_t deferred_by(const bytecode::Function& function, size_t pc) {
  const bytecode::Instruction& defer = function.code[pc];
  if (defer.c >= 0) return defer.c;
  for (size_t at = pc; at-- > 0;) {
    const bytecode::Instruction& i = function.code[at];
    const bool makes_it = (i.op == Op::FunctionValue || i.op == Op::MakeClosure) && i.a == defer.b;
    if (makes_it) return i.c;
  }
  return -1;
}

// How far the defer statements of a frame are known: all when the panic runs them; when a return
// was running them, only those before the one that it ran last.
size_t known_up_to(const vm::Goroutine& goroutine, const bytecode::Function& function,
                   size_t frame) {
  if (frame + 1 >= goroutine.frames.size()) return function.code.size();
  const vm::Frame& above = goroutine.frames[frame + 1];
  if (!above.is_deferred || above.panic >= 0) return function.code.size();
  for (size_t pc = 0; pc < function.code.size(); ++pc) {
    if (function.code[pc].op == Op::Defer &&
        deferred_by(function, pc) == static_cast<int32_t>(above.function))
      return pc;
  }
  return 0;
}

// A defer statement of the functions that panicked which was never come to.
std::string not_reached(const vm::World& world, const vm::Goroutine& goroutine) {
  const auto& runs = goroutine.deferred_runs;
  if (runs.size() == DeferredRun::kMostTold) return "";
  const size_t frames = std::min<size_t>(goroutine.panics.front().start, goroutine.frames.size());
  for (size_t i = frames; i-- > 0;) {
    const auto& function = world.program().function(goroutine.frames[i].function);
    if (!is_own(world, function)) continue;
    const size_t end = known_up_to(goroutine, function, i);
    for (size_t pc = 0; pc < end; ++pc) {
      const uint32_t line = function.lines[pc];
      const bool has_run = std::any_of(runs.begin(), runs.end(),
                                       [&](const DeferredRun& run) { return run.line == line; });
      if (function.code[pc].op != Op::Defer || has_run) continue;
      return fmt::format("The defer statement in line {} was not come to in this call of {}. ",
                         line, function.name);
    }
  }
  return "";
}

// The functions in which a deferred recover would have helped.
std::string who_could_have(const vm::World& world, const vm::Goroutine& goroutine) {
  std::vector<std::string> names;
  for (size_t i = goroutine.panics.back().start; i-- > 0;) {
    if (i >= goroutine.frames.size()) continue;
    const auto& function = world.program().function(goroutine.frames[i].function);
    if (is_own(world, function) &&
        std::find(names.begin(), names.end(), function.name) == names.end())
      names.push_back(function.name);
  }
  if (names.empty()) return "";
  if (names.size() > 2) names.erase(names.begin() + 1, names.end() - 1);
  return fmt::format("A function deferred by {} that itself calls recover would have caught it.",
                     fmt::join(names, " or "));
}

Recovery of_panic(const vm::World& end, const vm::Goroutine& goroutine) {
  Recovery recovery;
  for (const DeferredRun& run : goroutine.deferred_runs) {
    recovery.deferred.push_back({.call = end.program().function(run.function).name,
                                 .line = run.line,
                                 .became = became(goroutine, run)});
  }
  if (goroutine.panics.empty()) return recovery;
  recovery.sentences = what_they_did(end, goroutine) + recover_elsewhere(end, goroutine.actor) +
                       not_reached(end, goroutine) + who_could_have(end, goroutine);
  return recovery;
}

// Of a fatal error: what the goroutine had deferred and what never ran.
Recovery of_fatal(const vm::World& end) {
  Recovery recovery;
  for (const GoroutineView& view : view_goroutines(end)) {
    if (view.actor != end.end()->actor) continue;
    for (const FrameView& frame : view.frames) {
      for (const DeferView& pending : frame.defers)
        recovery.deferred.push_back(
            {.call = pending.call, .line = pending.line, .became = "never ran"});
    }
  }
  recovery.sentences =
      "A fatal error is no panic: no deferred function runs, and recover never sees it.";
  return recovery;
}

}  // namespace

Recovery view_recovery(const vm::World& end) {
  if (!end.end()) return {};
  const vm::Goroutine* dying = end.goroutine(end.end()->actor);
  switch (end.end()->kind) {
    case vm::EndKind::Return:
    case vm::EndKind::Exit:
    case vm::EndKind::Limit:
      return {};
    case vm::EndKind::Panic:
      return dying != nullptr ? of_panic(end, *dying) : Recovery{};
    case vm::EndKind::Fatal:
    case vm::EndKind::Throw:
      return of_fatal(end);
    case vm::EndKind::Deadlock:
      break;
  }
  Recovery recovery;
  const bool main_left = end.has_finished(schedule::kMain);
  recovery.sentences =
      main_left ? "runtime.Goexit runs the deferred calls of its goroutine, but it is no panic: "
                  "recover gives nil in them. That nobody is left is a fatal error, and no recover "
                  "sees it."
                : "A deadlock is a fatal error, no panic: no deferred function runs, and recover "
                  "never sees it.";
  return recovery;
}

}  // namespace hmaplab::trace
