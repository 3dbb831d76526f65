// The natives of package runtime that look at the stack: tracebacks as text, and the places of
// callers as numbers that stand for program counters.
#include <algorithm>
#include <iterator>

#include "core/vm/machine.h"
#include "core/vm/trace_frames.h"
#include "core/vm/traceback.h"

namespace hmaplab::vm {

namespace {

// Places of the program's functions: one for each instruction, one function behind the other.
constexpr uint64_t kCodeBegin = 0x3000'0000;

// Frames of Go's runtime that are no frames of ours; each has a place below kCodeBegin.
struct RuntimeFrame {
  const char* function;
  const char* file;
  uint32_t line;
};
constexpr RuntimeFrame kRuntimeFrames[] = {
    {"runtime.goexit", "runtime/asm_amd64.s", 1700},
    {"runtime.main", "runtime/proc.go", 272},
    {"runtime.gopanic", "runtime/panic.go", 785},
};
constexpr uint64_t kRuntimeBegin = kCodeBegin - std::size(kRuntimeFrames);
constexpr uint64_t kGoexit = kRuntimeBegin;
constexpr uint64_t kMain = kRuntimeBegin + 1;
constexpr uint64_t kPanic = kRuntimeBegin + 2;

uint64_t place_of(const bytecode::Program& program, uint32_t function, uint32_t pc) {
  uint64_t place = kCodeBegin;
  for (uint32_t i = 0; i < function; ++i) place += program.function(i).code.size();
  return place + pc;
}

// The places of all frames that people see, inner ones first.
std::vector<uint64_t> places(const bytecode::Program& program, const Goroutine& goroutine) {
  std::vector<uint64_t> result;
  const auto& frames = goroutine.frames;
  for (size_t i = frames.size(); i-- > 0;) {
    const bytecode::Function& function = program.function(frames[i].function);
    const bool waits_for_call = i + 1 < frames.size() && !frames[i + 1].is_deferred;
    const uint32_t pc = frames[i].pc - (waits_for_call && frames[i].pc > 0 ? 1 : 0);
    if (function.body && !(i == 0 && goroutine.actor == schedule::kMain))
      result.push_back(place_of(program, frames[i].function, pc));
    if (frames[i].panic >= 0 && !goroutine.panics[static_cast<size_t>(frames[i].panic)].goexit)
      result.push_back(kPanic);
  }
  if (goroutine.actor == schedule::kMain) result.push_back(kMain);
  result.push_back(kGoexit);
  return result;
}

}  // namespace

// func caller(n int) uintptr
Machine::Flow Machine::runtime_caller(int32_t call) {
  const std::vector<uint64_t> all = places(program(), goroutine_);
  auto n = get<uint64_t>(call + 8);
  set<uint64_t>(call, n < all.size() ? all[n] : 0);
  return Flow::Next;
}

// func place(pc uintptr) (function, file string, line int)
Machine::Flow Machine::runtime_place(int32_t call) {
  auto pc = get<uint64_t>(call + 40);
  std::string name;
  std::string file;
  int64_t line = 0;
  if (pc >= kRuntimeBegin && pc < kCodeBegin) {
    const RuntimeFrame& frame = kRuntimeFrames[pc - kRuntimeBegin];
    name = frame.function;
    file = std::string("/usr/local/go/src/") + frame.file;
    line = frame.line;
  } else {
    const auto& functions = program().functions();
    uint64_t index = 0;
    uint64_t at = pc - kCodeBegin;
    if (pc < kCodeBegin || pc >= base::kTypesBegin) {  // a function value
      const int32_t function = function_behind(Address{pc});
      reader_.forget_failure();
      index = function < 0 ? functions.size() : static_cast<uint64_t>(function);
      at = 0;
    } else {
      while (index < functions.size() && at >= functions[index].code.size())
        at -= functions[index++].code.size();
    }
    if (index < functions.size()) {
      const bytecode::Function& function = functions[index];
      name = traced_name(function.name);
      file = traced_file(world_, function);
      line = function.lines[at];
    }
  }
  set_string(call, name);
  set_string(call + 16, file);
  set(call + 32, line);
  return world_.end_ ? Flow::Stop : Flow::Next;
}

// func stack(all bool) string
Machine::Flow Machine::runtime_stack(int32_t call) {
  Goroutine caller = goroutine_;
  caller.frames.resize(caller.frames.size() - 2);
  if (!caller.frames.empty() && caller.frames.back().pc > 0) --caller.frames.back().pc;
  std::string text = stack_text(world_, caller);
  if (get<uint8_t>(call + 16) != 0) text += other_stacks(world_, goroutine_.actor);
  return give_text(call, text);
}

// func SetTraceback(level string), of runtime/debug
Machine::Flow Machine::runtime_set_traceback(int32_t call) {
  constexpr std::string_view kLevels[] = {"none", "single", "all", "system", "crash"};
  const std::string level = string_at(call);
  const auto* found = std::find(std::begin(kLevels), std::end(kLevels), level);
  auto wanted = static_cast<TracebackLevel>(found - std::begin(kLevels));
  if (found != std::end(kLevels) && wanted > world_.options_.traceback)
    world_.options_.traceback = wanted;
  return Flow::Next;
}

}  // namespace hmaplab::vm
