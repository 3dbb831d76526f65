// The natives of package os: reading the input, writing to the two outputs, and ending the process.
#include <algorithm>

#include "core/vm/machine.h"

namespace hmaplab::vm {

using memory::Point;

// func write(fd int, text string)
Machine::Flow Machine::os_write(int32_t call) {
  return output(string_at(call + 8), get<int64_t>(call) == 2);
}

// Takes up to so many bytes of standard input, and tells it.
std::string Machine::take_input(uint64_t most) {
  const std::string& input = *world_.options_.input;
  std::string taken = input.substr(world_.input_read_, most);
  world_.input_read_ += taken.size();
  record_.form = ValueForm::Text;
  record_.new_value.size = static_cast<uint32_t>(taken.size());
  std::memcpy(record_.new_value.data.data(), taken.data(),
              std::min(taken.size(), record_.new_value.data.size()));
  return taken;
}

// func read(b []byte) int
Machine::Flow Machine::os_read(int32_t call) {
  auto to = get<Address>(call + 8);
  auto length = get<uint64_t>(call + 16);
  if (auto failure = cannot_touch(to, length)) return *failure;
  if (!take_step(Point::input_read)) return Flow::Stop;
  note_synchronisation();
  const std::string taken = take_input(length);
  if (!taken.empty()) write(to, taken.data(), taken.size());
  set<uint64_t>(call, taken.size());
  return Flow::Next;
}

// func readInput(goesOn bool) int, of package fmt: the bytes after the first one of a call belong
// to its step.
Machine::Flow Machine::fmt_read_input(int32_t call) {
  const std::string& input = *world_.options_.input;
  if (get<uint8_t>(call + 8) != 0) {
    const bool at_end = world_.input_read_ == input.size();
    set<int64_t>(call, at_end ? -1 : static_cast<uint8_t>(input[world_.input_read_++]));
    return Flow::Next;
  }
  if (!take_step(Point::input_read)) return Flow::Stop;
  note_synchronisation();
  const std::string taken = take_input(1);
  set<int64_t>(call, taken.empty() ? -1 : static_cast<uint8_t>(taken[0]));
  return Flow::Next;
}

// func exit(code int)
Machine::Flow Machine::os_exit(int32_t call) {
  if (!take_step(Point::end_exit)) return Flow::Stop;
  note_synchronisation();
  world_.end_ = End{.kind = EndKind::Exit,
                    .stderr_text = world_.stderr_,
                    .exit_status = static_cast<int>(get<int64_t>(call)),
                    .actor = goroutine_.actor};
  return Flow::Stop;
}

}  // namespace hmaplab::vm
