// What an uncaught panic prints first. An error prints what its Error method says, a Stringer what
// its String method says; both are Go code that may panic in its turn.
#include <fmt/format.h>

#include "core/vm/machine.h"
#include "core/vm/traceback.h"
#include "core/vm/values.h"

namespace hmaplab::vm {

std::string text(const Signal& signal) {
  return fmt::format("[signal SIGSEGV: segmentation violation code=0x{:x} addr=0x{:x} pc=0x{:x}]",
                     signal.code, signal.address, signal.pc);
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
    if (goroutine.signal) goroutine.last_words += "\n" + text(*goroutine.signal);
    return std::nullopt;
  }
  if (!is_pointer_shaped(*type)) return indented(format_for_panic(reader, *type, value.data));
  return fmt::format("({}) 0x{:x}", type->text(), memory::bits(value.data));
}

}  // namespace

std::optional<std::string> panic_text(World& world, Goroutine& goroutine) {
  const std::vector<Panic> panics = goroutine.panics;
  std::vector<std::string> texts(panics.size());
  for (size_t i = texts.size(); i-- > 0;) {  // the newest first, as Go does
    if (panics[i].goexit) continue;
    auto text = value_text(world, goroutine, panics[i].value);
    if (!text) return std::nullopt;
    texts[i] = "panic: " + *text + (panics[i].recovered ? " [recovered]" : "");
  }
  std::string all;
  for (size_t i = 0; i < texts.size(); ++i) {
    if (panics[i].goexit) continue;
    if (!all.empty()) all += "\n";
    if (i > 0 && !panics[i - 1].goexit) all += "\t";
    all += texts[i];
  }
  if (goroutine.signal) all += "\n" + text(*goroutine.signal);
  return all;
}

}  // namespace hmaplab::vm
