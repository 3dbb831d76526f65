#include "core/vm/native_frames.h"

#include <fmt/format.h>

#include "core/vm/values.h"

namespace hmaplab::vm {

namespace {

constexpr const char* kSource = "/usr/local/go/src/";

std::string frame(const std::string& call, const char* place) {
  return fmt::format("{}\n\t{}{}\n", call, kSource, place);
}

// A function that Go compiles into its caller has no arguments to show.
std::string inlined(const char* function, const char* place) {
  return frame(fmt::format("{}(...)", function), place);
}

std::string hex(uint64_t value) { return fmt::format("0x{:x}", value); }

struct Call {
  std::string_view function;  // "sync.(*Mutex).Lock"
  uint64_t first = 0;         // its receiver, or its first argument
  uint64_t second = 0;
};

std::string waits_for_mutex(uint64_t mutex, bool in_front) {
  return frame(fmt::format("sync.runtime_SemacquireMutex(0x{:x}?, 0x{:x}?, 0x1?)", mutex + 4,
                           static_cast<int>(in_front)),
               "runtime/sema.go:95 +0x25") +
         frame(fmt::format("sync.(*Mutex).lockSlow(0x{:x})", mutex), "sync/mutex.go:173 +0x15d") +
         inlined("sync.(*Mutex).Lock", "sync/mutex.go:92");
}

std::string blocked(const Goroutine& goroutine, const Call& call) {
  auto method = [&](const char* name, const char* place) {
    return frame(fmt::format("{}(0x{:x})", name, call.first), place);
  };
  auto semaphore = [&](const char* name, uint64_t offset, const char* place) {
    return frame(fmt::format("sync.{}(0x{:x}?, 0x0?, 0x0?)", name, call.first + offset), place);
  };
  switch (goroutine.wait) {
    case Wait::Mutex: {
      std::string inner = waits_for_mutex(call.first, goroutine.wait_order <= 0);
      if (call.function == "sync.(*Mutex).Lock") return inner;
      return inner + method("sync.(*RWMutex).Lock", "sync/rwmutex.go:148 +0x31");
    }
    case Wait::RWMutexLock:
      return semaphore("runtime_SemacquireRWMutex", 8, "runtime/sema.go:105 +0x25") +
             method("sync.(*RWMutex).Lock", "sync/rwmutex.go:153 +0x6a");
    case Wait::RWMutexRLock:
      return semaphore("runtime_SemacquireRWMutexR", 12, "runtime/sema.go:100 +0x25") +
             inlined("sync.(*RWMutex).RLock", "sync/rwmutex.go:72");
    case Wait::WaitGroup:
      return frame(fmt::format("sync.runtime_Semacquire(0x{:x}?)", call.first + 8),
                   "runtime/sema.go:71 +0x25") +
             method("sync.(*WaitGroup).Wait", "sync/waitgroup.go:118 +0x48");
    case Wait::Once:
      return waits_for_mutex(call.first + 4, false) +
             method("sync.(*Once).doSlow", "sync/once.go:72 +0x50");
    case Wait::Cond:
      return frame(fmt::format("sync.runtime_notifyListWait(0x{:x}, 0x{:x})", call.first,
                               static_cast<uint32_t>(call.second)),
                   "runtime/sema.go:587 +0x159");
    case Wait::None:
    case Wait::Sleep:
    case Wait::ChanReceive:
    case Wait::ChanReceiveNil:
    case Wait::ChanSend:
    case Wait::ChanSendNil:
    case Wait::Select:
    case Wait::SelectNoCases:
    case Wait::Collection:
    case Wait::Finalizer:
    case Wait::Coroutine:
      break;
  }
  return "";
}

std::string fatal(const Goroutine& goroutine, const Call& call) {
  constexpr std::string_view kPrefix = "fatal error: ";
  std::string text = frame(fmt::format("sync.fatal({{0x{:x}?, 0x{:x}?}})", call.first,
                                       goroutine.last_words.size() - kPrefix.size()),
                           "runtime/panic.go:1031 +0x18");
  if (call.function == "sync.(*Mutex).Unlock") {
    return text +
           frame(fmt::format("sync.(*Mutex).unlockSlow(0x{:x}, 0xffffffff)", call.first),
                 "sync/mutex.go:231 +0x35") +
           inlined("sync.(*Mutex).Unlock", "sync/mutex.go:225");
  }
  if (call.function == "sync.(*RWMutex).Unlock")
    return text +
           frame("sync.(*RWMutex).Unlock(" + hex(call.first) + ")", "sync/rwmutex.go:210 +0x45");
  if (call.function == "sync.(*RWMutex).RUnlock") {
    return text +
           frame(fmt::format("sync.(*RWMutex).rUnlockSlow(0x{:x}, 0xffffffff)", call.first),
                 "sync/rwmutex.go:130 +0x39") +
           inlined("sync.(*RWMutex).RUnlock", "sync/rwmutex.go:120");
  }
  return "";
}

// A WaitGroup that was used wrongly panics; which of its words it was says where.
std::string misused_wait_group(const std::string& words, const Call& call) {
  if (words.find("sync: WaitGroup is reused") != std::string::npos)
    return frame("sync.(*WaitGroup).Wait(" + hex(call.first) + ")", "sync/waitgroup.go:120 +0x74");
  bool misuse = words.find("sync: WaitGroup misuse") != std::string::npos;
  if (!misuse && words.find("sync: negative WaitGroup counter") == std::string::npos) return "";
  bool done = call.function == "sync.(*WaitGroup).Done";
  uint64_t delta = done ? ~uint64_t{0} : call.second;
  return frame(fmt::format("sync.(*WaitGroup).Add(0x{:x}, 0x{:x})", call.first, delta),
               misuse ? "sync/waitgroup.go:67 +0xce" : "sync/waitgroup.go:64 +0xd8") +
         (done ? inlined("sync.(*WaitGroup).Done", "sync/waitgroup.go:89") : "");
}

// Where a function of Go first touches what it was called for; that is where a nil receiver panics.
std::string touching(const Call& call) {
  struct Row {
    std::string_view function;
    const char* place;  // with an offset unless Go compiles the function into its caller
  };
  constexpr Row kRows[] = {
      {"sync.(*Mutex).Lock", "sync/mutex.go:85"},
      {"sync.(*Mutex).Unlock", "sync/mutex.go:221"},
      {"sync.(*Mutex).TryLock", "sync/mutex.go:101"},
      {"sync.(*RWMutex).Lock", "sync/rwmutex.go:148 +0x18"},
      {"sync.(*RWMutex).Unlock", "sync/rwmutex.go:207 +0x1c"},
      {"sync.(*RWMutex).TryLock", "sync/rwmutex.go:172 +0x12"},
      {"sync.(*RWMutex).RLock", "sync/rwmutex.go:70"},
      {"sync.(*RWMutex).RUnlock", "sync/rwmutex.go:118"},
      {"sync.(*RWMutex).TryRLock", "sync/rwmutex.go:91"},
      {"sync.(*WaitGroup).Wait", "sync/waitgroup.go:98 +0x13"},
  };
  if (call.function == "sync.(*WaitGroup).Add" || call.function == "sync.(*WaitGroup).Done") {
    bool done = call.function == "sync.(*WaitGroup).Done";
    return frame("sync.(*WaitGroup).Add(" + hex(call.first) + "?)", "sync/waitgroup.go:54 +0x1c") +
           (done ? inlined("sync.(*WaitGroup).Done", "sync/waitgroup.go:89") : "");
  }
  for (const Row& row : kRows) {
    if (row.function != call.function) continue;
    std::string name(row.function);
    bool is_inlined = std::string_view(row.place).find(' ') == std::string_view::npos;
    return is_inlined ? inlined(name.c_str(), row.place)
                      : frame(fmt::format("{}(0x{:x}?)", name, call.first), row.place);
  }
  return "";
}

}  // namespace

std::optional<std::string> native_frames_text(const World& world, const Goroutine& goroutine) {
  const Frame& top = goroutine.frames.back();
  const bytecode::Function& native = world.program().function(top.function);
  // Go's compiler makes instructions of these.
  if (native.name.starts_with("sync/atomic.") && !native.name.starts_with("sync/atomic.(*Value)"))
    return "";
  if (native.name == "runtime.GC") return frame("runtime.GC()", "runtime/mgc.go:503 +0x47");
  if (native.name.starts_with("maps.clone["))
    return frame("maps.clone({0x0?, 0x0?})", "runtime/map.go:1618 +0x1d");
  if (!native.name.starts_with("sync.")) return std::nullopt;
  Reader reader(world, &goroutine);
  Address arguments{base::kStackBegin + top.base + static_cast<uint64_t>(native.result_bytes)};
  int32_t bytes = native.argument_bytes - native.result_bytes;
  Call call{.function = native.name};
  if (bytes >= 8) call.first = reader.load<uint64_t>(arguments);
  if (bytes >= 16) call.second = reader.load<uint64_t>(arguments + 8);
  std::string text;
  if (goroutine.status == Status::Blocked) {
    text = blocked(goroutine, call);
  } else if (goroutine.dying == Dying::Fatal) {
    text = fatal(goroutine, call);
  } else {
    text = misused_wait_group(goroutine.last_words, call);
    if (text.empty()) text = touching(call);
  }
  if (text.empty()) return std::nullopt;
  return text;
}

}  // namespace hmaplab::vm
