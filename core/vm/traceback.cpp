#include "core/vm/traceback.h"

#include <fmt/format.h>

#include "core/vm/machine.h"
#include "core/vm/values.h"

namespace hmaplab::vm {

namespace {

constexpr uint64_t kInstructionBytes = sizeof(bytecode::Instruction);

std::string file_of(const World& world, const bytecode::Function& function) {
  return world.program().checked().files()[function.file]->name();
}

// All frames, inner ones first; of very many only the ends, as Go does.
std::string frames_text(const World& world, const Goroutine& goroutine) {
  constexpr size_t kShown = 50;
  std::string text;
  size_t count = goroutine.frames.size();
  for (size_t i = count; i-- > 0;) {
    if (count > 2 * kShown && i == count - kShown - 1) {
      text += fmt::format("...{} frames elided...\n", count - 2 * kShown);
      i = kShown;
      continue;
    }
    const Frame& frame = goroutine.frames[i];
    const bytecode::Function& function = world.program().function(frame.function);
    if (function.is_wrapper) continue;
    uint32_t pc = std::min<uint32_t>(frame.pc, static_cast<uint32_t>(function.code.size()) - 1);
    // Frames that wait for a call stand behind it.
    uint32_t at =
        i + 1 < goroutine.frames.size() && pc > 0 && function.lines[pc - 1] != 0 ? pc - 1 : pc;
    if (function.body == nullptr) {
      text += fmt::format("{}(...)\n\tnative\n", function.name);
    } else {
      text += fmt::format("{}({})\n\t{}:{} +0x{:x}\n", function.name,
                          function.argument_bytes > function.result_bytes ? "..." : "",
                          file_of(world, function), function.lines[at], pc * kInstructionBytes);
    }
  }
  return text;
}

std::string number_of(schedule::Actor actor) { return schedule::name(actor).substr(1); }

std::string goroutine_text(const World& world, const Goroutine& goroutine, bool is_dying) {
  std::string text = fmt::format("goroutine {} [{}]:\n", number_of(goroutine.actor),
                                 state_text(goroutine, is_dying));
  text += frames_text(world, goroutine);
  if (goroutine.parent != schedule::kNobody) {
    const bytecode::Function& creator = world.program().function(goroutine.created_by);
    bool by_clock = goroutine.parent == schedule::kClock;
    text += fmt::format("created by {}{}\n\t{}:{}\n", creator.name,
                        by_clock ? "" : " in goroutine " + number_of(goroutine.parent),
                        file_of(world, creator), goroutine.created_line);
  }
  return text;
}

}  // namespace

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
      return "sync.Mutex.Lock";
    case Wait::Sleep:
      return "sleep";
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

uint64_t program_counter(const Goroutine& goroutine) {
  if (goroutine.frames.empty()) return 0;
  const Frame& top = goroutine.frames.back();
  return memory::bits(bytecode::Program::function_address(top.function)) + top.pc;
}

namespace {

// Lines of a value behind its first are indented, so that nobody takes them for lines of the
// traceback.
std::string indented(const std::string& text) {
  std::string result;
  for (char c : text) {
    result += c;
    if (c == '\n') result += '\t';
  }
  return result;
}

// The value of an error prints what its Error method says, a Stringer's what its String method
// says.
std::optional<std::string> value_text(World& world, Goroutine& goroutine, const Interface& value) {
  const check::Type* type =
      value.type == Address::Nil ? nullptr : world.program().type_at(value.type);
  if (!type) return "nil";
  Reader reader(world, &goroutine);
  if (auto text = runtime_error_text(reader, value)) return indented(*text);
  for (const char* method : {"Error", "String"}) {
    int32_t function = world.program().text_method(type, method);
    if (function < 0) continue;
    Step unrecorded;
    TextResult result = Machine(world, goroutine, unrecorded).call_for_text(function, value.data);
    if (result.text) return indented(*result.text);
    if (!result.panic) break;
    const check::Type* thrown = world.program().type_at(result.panic->type);
    bool is_string = thrown && thrown->kind() == check::TypeKind::String;
    goroutine.last_words = "fatal error: panic while printing panic value: " +
                           (is_string ? reader.string_at(result.panic->data)
                                      : "type " + (thrown ? thrown->text() : "nil"));
    return std::nullopt;
  }
  if (!is_pointer_shaped(*type)) return indented(format_for_panic(reader, *type, value.data));
  return fmt::format("({}) 0x{:x}", type->text(), memory::bits(value.data));
}

}  // namespace

std::optional<std::string> panic_text(World& world, Goroutine& goroutine) {
  std::vector<std::string> texts(goroutine.panics.size());
  for (size_t i = texts.size(); i-- > 0;) {  // the newest first, as Go does
    auto text = value_text(world, goroutine, goroutine.panics[i].value);
    if (!text) return std::nullopt;
    texts[i] = *text + (goroutine.panics[i].recovered ? " [recovered]" : "");
  }
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "panic: " : "\n\tpanic: ") + text;
  if (goroutine.signalled) {
    all += fmt::format("\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x{:x}]",
                       program_counter(goroutine));
  }
  return all;
}

std::string traceback(const World& world, const Goroutine& dying, EndKind kind) {
  std::string text = "\n" + goroutine_text(world, dying, kind != EndKind::Deadlock);
  if (kind == EndKind::Panic) return text;
  for (const auto& other : world.goroutines()) {
    if (other->actor == dying.actor || other->status == Status::Finished) continue;
    text += "\n" + goroutine_text(world, *other, false);
  }
  return text;
}

}  // namespace hmaplab::vm
