// The natives: what functions of core/golib without a body do. Here are those of package runtime,
// and what all of them share; the others have a file for each package.
#include <algorithm>

#include "core/vm/machine.h"

namespace hmaplab::vm {

using bytecode::Native;
using memory::Point;

Machine::Flow Machine::native(const Instruction& i) {
  switch (static_cast<Native>(i.c)) {
#define NATIVE(handler, name) \
  case Native::handler:       \
    return handler(i.a);
#include "core/bytecode/natives.def"
#undef NATIVE
    case Native::count:
      break;
  }
  INVARIANT(false, "a native without code");
}

void Machine::note_synchronisation() {
  record_.visible = true;
  record_.ends_operation = true;
}

void Machine::note_word(AccessKind kind, Address object, const char* field, uint64_t old_value,
                        uint64_t new_value) {
  record_.access = kind;
  record_.form = ValueForm::Number;
  record_.object = object;
  record_.address = object;
  record_.field = field;
  record_.old_value.size = 8;
  std::memcpy(record_.old_value.data.data(), &old_value, 8);
  if (kind != AccessKind::Store) return;
  record_.new_value.size = 8;
  std::memcpy(record_.new_value.data.data(), &new_value, 8);
}

Machine::Flow Machine::runtime_gosched(int32_t) {
  if (!take_step(Point::runtime_gosched)) return Flow::Stop;
  note_synchronisation();
  return Flow::Next;
}

Machine::Flow Machine::runtime_num_goroutine(int32_t call) {
  set(call, world_.goroutines_.count());
  return Flow::Next;
}

Machine::Flow Machine::runtime_num_cpu(int32_t call) {
  set<int64_t>(call, world_.options_.procs);
  return Flow::Next;
}

// func GOMAXPROCS(n int) int
Machine::Flow Machine::runtime_gomaxprocs(int32_t call) {
  if (!take_step(Point::runtime_gomaxprocs)) return Flow::Stop;
  note_synchronisation();
  auto wanted = get<int64_t>(call + 8);
  set<int64_t>(call, world_.procs_);
  if (wanted > 0) world_.procs_ = static_cast<uint32_t>(std::min<int64_t>(wanted, INT32_MAX));
  return Flow::Next;
}

Machine::Flow Machine::runtime_keep_alive(int32_t) { return Flow::Next; }

Machine::Flow Machine::output(std::string text, bool to_stderr) {
  if (!take_step(Point::output_write)) return Flow::Stop;
  note_synchronisation();
  record_.form = ValueForm::Text;
  record_.new_value.size = static_cast<uint32_t>(text.size());
  std::memcpy(record_.new_value.data.data(), text.data(),
              std::min(text.size(), record_.new_value.data.size()));
  world_.write_output(std::move(text), to_stderr);
  return world_.end_ ? Flow::Stop : Flow::Next;
}

// The builtins print and println, which write to standard error.
Machine::Flow Machine::print(const Instruction& i) {
  if (i.c == -1) return output(" ", true);
  if (i.c == -2) return output("\n", true);
  const check::Type& type = *program().type(static_cast<uint32_t>(i.c));
  return output(format_for_print(reader_, type, stack_address(i.a)), true);
}

}  // namespace hmaplab::vm
