#include "core/vm/traceback.h"

#include <fmt/format.h>

#include "core/vm/trace_frames.h"

namespace hmaplab::vm {

namespace {

// The finalizer goroutine has the number that it usually has in Go.
std::string number_of(schedule::Actor actor) {
  return actor == schedule::kFinalizer ? "17" : schedule::name(actor).substr(1);
}

// "goroutine 1 [running]:"; in system detail with made-up addresses of the runtime's own records.
std::string header(const Goroutine& goroutine, const std::string& state, const TraceDetail& detail,
                   bool is_dying) {
  std::string records;
  if (detail.system) {
    uint64_t place = base::kHeapBegin + 0x6000 + 0x1c0ull * goroutine.arena;
    records = fmt::format(" gp=0x{:x} {}", place, is_dying ? "m=0 mp=0x4f2400" : "m=nil");
  }
  return fmt::format("goroutine {}{} [{}]:\n", number_of(goroutine.actor), records, state);
}

std::string goroutine_text(const World& world, const Goroutine& goroutine,
                           const TraceDetail& detail, bool is_dying) {
  std::string text = header(goroutine, state_text(goroutine, is_dying), detail, is_dying);
  text += frames_text(world, goroutine, detail);
  if (goroutine.parent != schedule::kNobody) {
    const bytecode::Function& creator = world.program().function(goroutine.created_by);
    const bool by_clock = goroutine.parent == schedule::kClock;
    text += fmt::format("created by {}{}\n\t{}:{} +0x1\n", traced_name(creator.name),
                        by_clock ? "" : " in goroutine " + number_of(goroutine.parent),
                        traced_file(world, creator), goroutine.created_line);
  }
  return text;
}

std::string other_stacks(const World& world, schedule::Actor but, const TraceDetail& detail) {
  std::string text;
  for (const auto& other : world.goroutines()) {
    if (other->status == Status::Finished || other->actor == but) continue;
    bool is_system = other->actor == schedule::kFinalizer && !world.collector().is_finalizing;
    if (!is_system) text += "\n" + goroutine_text(world, *other, detail, false);
  }
  return text;
}

}  // namespace

std::string other_stacks(const World& world, schedule::Actor but) {
  return other_stacks(world, but, {});
}

std::string stack_text(const World& world, const Goroutine& goroutine) {
  return goroutine_text(world, goroutine, {}, true);
}

std::string state_text(const Goroutine& goroutine, bool is_dying) {
  if (is_dying) return "running";
  if (goroutine.status != Status::Blocked) return "runnable";
  return wait_text(goroutine.wait);
}

std::string wait_text(Wait wait) {
  switch (wait) {
    case Wait::None:
      return "waiting";
    case Wait::WaitGroup:
      return "semacquire";
    case Wait::Mutex:
    case Wait::Once:
      return "sync.Mutex.Lock";
    case Wait::RWMutexRLock:
      return "sync.RWMutex.RLock";
    case Wait::RWMutexLock:
      return "sync.RWMutex.Lock";
    case Wait::Cond:
      return "sync.Cond.Wait";
    case Wait::Sleep:
      return "sleep";
    case Wait::Collection:
      return "wait for GC cycle";
    case Wait::Coroutine:
      return "coroutine";
    case Wait::Finalizer:
      return "finalizer wait";
    case Wait::ChanReceive:
      return "chan receive";
    case Wait::ChanReceiveNil:
      return "chan receive (nil chan)";
    case Wait::ChanSend:
      return "chan send";
    case Wait::ChanSendNil:
      return "chan send (nil chan)";
    case Wait::Select:
      return "select";
    case Wait::SelectNoCases:
      return "select (no cases)";
  }
  return "waiting";
}

int death_status(const Options& options) {
  constexpr int kAborted = 128 + 6;
  return options.traceback == TracebackLevel::Crash ? kAborted : 2;
}

// runtime.gotraceback: what the kind of the end and the level together show.
std::string traceback(const World& world, const Goroutine* dying, EndKind kind) {
  const TracebackLevel level = world.options().traceback;
  TraceDetail detail{.system = kind == EndKind::Throw || level >= TracebackLevel::System,
                     .kind = kind};
  if (level == TracebackLevel::None && !detail.system) return "";
  const std::string words = dying ? dying->last_words : "";
  detail.on_system_stack =
      kind == EndKind::Deadlock || words == kOutOfMemory || words == kFinalizerSet ||
      words.starts_with(kStackOverflow);
  std::string text;
  if (detail.system && detail.on_system_stack) text += runtime_stack_text(words);
  if (dying) text += "\n" + goroutine_text(world, *dying, detail, true);
  detail.kind = EndKind::Return;
  if (kind == EndKind::Panic && level < TracebackLevel::All) return text;
  return text + other_stacks(world, dying ? dying->actor : schedule::kNobody, detail);
}

}  // namespace hmaplab::vm
