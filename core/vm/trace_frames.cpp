#include "core/vm/trace_frames.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "core/vm/native_frames.h"

namespace hmaplab::vm {

namespace {

constexpr uint64_t kInstructionBytes = sizeof(bytecode::Instruction);
constexpr size_t kShownAtEnds = 50;  // of more frames only so many inner and outer ones

struct NativeFrame {
  std::string_view native, name, file;
  uint32_t line;
};
constexpr NativeFrame kNativeFrames[] = {
#define NATIVE_FRAME(native, name, file, line) {native, name, file, line},
#include "core/vm/native_frames.def"
#undef NATIVE_FRAME
};

// What stands in a traceback: a frame of the goroutine, or one of the runtime's.
struct Entry {
  size_t frame = 0;                      // index
  const NativeFrame* native = nullptr;   // instead of that frame
  const Panic* panic = nullptr;          // the call of panic above that frame
  uint32_t panic_line = 785;             // where that stands in runtime/panic.go
  std::string text;                      // all there is to say of that frame
};

bool shown_outside_of_runtime(std::string_view name) {
  constexpr std::string_view kRuntime = "runtime.";
  return !name.starts_with(kRuntime) ||
         (name.size() > kRuntime.size() && name[kRuntime.size()] >= 'A' &&
          name[kRuntime.size()] <= 'Z');
}

class FrameWriter {
 public:
  FrameWriter(const World& world, const Goroutine& goroutine, const TraceDetail& detail)
      : world_(world), goroutine_(goroutine), detail_(detail) {}

  std::string text() {
    collect();
    end_frames();
    const bool is_main = goroutine_.actor == schedule::kMain;
    size_t below = !detail_.system ? 0 : is_main ? 2 : 1;  // frames of the runtime below these
    size_t count = entries_.size();
    size_t elided = count + below > 2 * kShownAtEnds ? count + below - 2 * kShownAtEnds : 0;
    for (size_t i = 0; i < count; ++i) {
      if (elided > 0 && i == kShownAtEnds) {
        text_ += fmt::format("...{} frames elided...\n", elided);
        i += elided;
      }
      write(entries_[i]);
    }
    if (detail_.system) {
      if (is_main) runtime_frame("runtime.main", "", "runtime/proc.go", 272);
      runtime_frame("runtime.goexit", "{}", "runtime/asm_amd64.s", 1700);
    }
    return text_;
  }

 private:
  // The frames that are shown, inner ones first.
  void collect() {
    const std::vector<Frame>& frames = goroutine_.frames;
    if (goroutine_.printing > 0)
      entries_.push_back({.frame = frames.size() - 1, .panic = &goroutine_.panics.back()});
    bool after_panic = true;  // a wrapper is shown only where it panicked itself
    for (size_t i = frames.size(); i-- > 0;) {
      const bytecode::Function& function = world_.program().function(frames[i].function);
      if (!function.body && !function.is_wrapper) {
        add_native(i, function.name);
      } else if ((!function.is_wrapper || (after_panic && i > 0)) &&
                 (detail_.system || shown_outside_of_runtime(function.name))) {
        entries_.push_back({.frame = i});
      }
      if (i > 0 && i == goroutine_.printing) add_printing(i - 1);
      after_panic = frames[i].panic >= 0;
      if (!after_panic || i == 0) continue;
      const Panic& panic = goroutine_.panics[static_cast<size_t>(frames[i].panic)];
      if (!panic.goexit) entries_.push_back({.frame = i - 1, .panic = &panic});
    }
  }

  // The panic above a frame was calling a method of its value.
  void add_printing(size_t frame) {
    static constexpr NativeFrame kPrinting{"", "runtime.preprintpanics", "runtime/panic.go", 652};
    if (detail_.system) entries_.push_back({.frame = frame, .native = &kPrinting});
    entries_.push_back({.frame = frame, .panic = &goroutine_.panics[0], .panic_line = 802});
  }

  void add_native(size_t frame, std::string_view name) {
    if (frame + 1 == goroutine_.frames.size()) {
      if (auto text = native_frames_text(world_, goroutine_)) {
        if (!text->empty()) entries_.push_back({.frame = frame, .text = *text});
        return;
      }
    }
    bool known = false;
    for (const NativeFrame& candidate : kNativeFrames) {
      if (candidate.native != name) continue;
      known = true;
      if (detail_.system || shown_outside_of_runtime(candidate.name))
        entries_.push_back({.frame = frame, .native = &candidate});
    }
    if (!known && (detail_.system || shown_outside_of_runtime(name)))
      entries_.push_back({.frame = frame});
  }

  // What the runtime was doing when it ended the process.
  void end_frames() {
    if (!detail_.system || detail_.on_system_stack) return;
    switch (detail_.kind) {
      case EndKind::Panic:
        if (!goroutine_.panics.empty())
          runtime_frame("panic", panic_words(goroutine_.panics.back()), "runtime/panic.go", 804);
        return;
      case EndKind::Fatal:
        return runtime_frame("runtime.fatal", "{...}", "runtime/panic.go", 1088);
      case EndKind::Throw:
        runtime_frame("runtime.throw", "{...}", "runtime/panic.go", 1067);
        if (goroutine_.printing > 0)
          return runtime_frame("runtime.preprintpanics.func1", "", "runtime/panic.go", 646);
        if (goroutine_.signal) runtime_frame("runtime.sigpanic", "", "runtime/signal_unix.go", 931);
        return;
      case EndKind::Return:
      case EndKind::Exit:
      case EndKind::Deadlock:
      case EndKind::Limit:
        return;
    }
  }

  static std::string panic_words(const Panic& panic) {
    return fmt::format("{{0x{:x}, 0x{:x}}}", memory::bits(panic.value.type),
                       memory::bits(panic.value.data));
  }

  void write(const Entry& entry) {
    if (!entry.text.empty()) {
      text_ += entry.text;
      return;
    }
    const Frame& frame = goroutine_.frames[entry.frame];
    const bytecode::Function& function = world_.program().function(frame.function);
    if (entry.panic)
      return line("panic", panic_words(*entry.panic), go_source("runtime/panic.go", entry.panic_line), frame,
                  frame.pc);
    if (entry.native) {
      return line(std::string(entry.native->name),
                  shown_outside_of_runtime(entry.native->name) &&
                          !entry.native->name.starts_with("runtime.")
                      ? "..."
                      : "",
                  go_source(std::string(entry.native->file), entry.native->line), frame, frame.pc);
    }
    // Wrappers of methods have no line, those of deferred builtins that of the statement.
    if (function.is_wrapper && function.lines[0] == 0)
      return line(traced_name(function.name), "...", "<autogenerated>:1", frame, frame.pc);
    if (!function.body && !function.is_wrapper)
      return line(traced_name(function.name), "...", "<native>:1", frame, frame.pc);
    auto last = static_cast<uint32_t>(function.code.size()) - 1;
    uint32_t pc = std::min(frame.pc, last);
    // Frames that wait for a call stand behind it, those that run deferred calls do not.
    const auto& frames = goroutine_.frames;
    bool waits = entry.frame + 1 < frames.size() && !frames[entry.frame + 1].is_deferred &&
                 pc > 0 && function.lines[pc - 1] != 0;
    line(traced_name(function.name), arguments_text(world_, goroutine_, frame),
         fmt::format("{}:{}", traced_file(world_, function), function.lines[waits ? pc - 1 : pc]),
         frame, pc);
  }

  void line(const std::string& name, const std::string& words, const std::string& place,
            const Frame& frame, uint32_t pc) {
    text_ += fmt::format("{}({})\n\t{} +0x{:x}", name, words, place, pc * kInstructionBytes);
    if (detail_.system) {
      uint64_t sp = base::kStackBegin + frame.base;
      const bytecode::Function& function = world_.program().function(frame.function);
      text_ += fmt::format(" fp=0x{:x} sp=0x{:x} pc=0x{:x}",
                           sp + static_cast<uint64_t>(function.frame_bytes), sp,
                           memory::bits(bytecode::Program::function_address(frame.function)) + pc);
    }
    text_ += "\n";
  }

  void runtime_frame(const std::string& name, const std::string& words, const std::string& file,
                     uint32_t at) {
    text_ += fmt::format("{}({})\n\t{} +0x1\n", name, words, go_source(file, at));
  }

  const World& world_;
  const Goroutine& goroutine_;
  const TraceDetail& detail_;
  std::vector<Entry> entries_;
  std::string text_;
};

}  // namespace

std::string go_source(const std::string& file, uint32_t line) {
  return fmt::format("/usr/local/go/src/{}:{}", file, line);
}

std::string traced_name(const std::string& function) {
  if (function.starts_with('*')) {  // a wrapper: "*main.T.M" stands for main.(*T).M
    size_t package = function.find('.');
    size_t method = function.rfind('.');
    if (package == method) return function;
    return function.substr(1, package) + "(*" + function.substr(package + 1, method - package - 1) +
           ")" + function.substr(method);
  }
  size_t open = function.find('[');
  size_t close = function.rfind(']');
  if (open == std::string::npos || close == std::string::npos || close < open) return function;
  return function.substr(0, open + 1) + "..." + function.substr(close);
}

std::string traced_file(const World& world, const bytecode::Function& function) {
  return world.program().checked().files()[function.file]->name();
}

uint64_t program_counter(const Goroutine& goroutine) {
  if (goroutine.frames.empty()) return 0;
  const Frame& top = goroutine.frames.back();
  return memory::bits(bytecode::Program::function_address(top.function)) + top.pc;
}

std::string frames_text(const World& world, const Goroutine& goroutine, const TraceDetail& detail) {
  return FrameWriter(world, goroutine, detail).text();
}

std::string runtime_stack_text(const std::string& words) {
  auto frame = [](const std::string& call, const std::string& file, uint32_t line) {
    return fmt::format("{}\n\t{} +0x1\n", call, go_source(file, line));
  };
  std::string text = "\nruntime stack:\n";
  if (words == kOutOfMemory) {
    return text + frame("runtime.throw({...})", "runtime/panic.go", 1067) +
           frame("runtime.sysMapOS({...})", "runtime/mem_linux.go", 168);
  }
  if (words.starts_with(kStackOverflow)) {
    return text + frame("runtime.throw({...})", "runtime/panic.go", 1067) +
           frame("runtime.newstack()", "runtime/stack.go", 1117) +
           frame("runtime.morestack()", "runtime/asm_amd64.s", 621);
  }
  if (words == kFinalizerSet) {
    return text + frame("runtime.throw({...})", "runtime/panic.go", 1067) +
           frame("runtime.SetFinalizer.func2()", "runtime/mfinal.go", 513);
  }
  if (words == kBadPointer) {
    return text + frame("runtime.throw({...})", "runtime/panic.go", 1067) +
           frame("runtime.badPointer(...)", "runtime/mbitmap.go", 1247) +
           frame("runtime.findObject(...)", "runtime/mbitmap.go", 1299) +
           frame("runtime.scanobject(...)", "runtime/mgcmark.go", 1464);
  }
  if (words == kZombie) {
    return text + frame("runtime.throw({...})", "runtime/panic.go", 1067) +
           frame("runtime.(*mspan).reportZombies(...)", "runtime/mgcsweep.go", 890) +
           frame("runtime.(*sweepLocked).sweep(...)", "runtime/mgcsweep.go", 653);
  }
  return text + frame("runtime.fatal({...})", "runtime/panic.go", 1088) +
         frame("runtime.checkdead()", "runtime/proc.go", 6022) +
         frame("runtime.schedule()", "runtime/proc.go", 3996);
}

}  // namespace hmaplab::vm
