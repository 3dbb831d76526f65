// The natives of package os: writing to the two outputs, and ending the process.
#include "core/vm/machine.h"

namespace hmaplab::vm {

using memory::Point;

// func write(fd int, text string)
Machine::Flow Machine::os_write(int32_t call) {
  return output(string_at(call + 8), get<int64_t>(call) == 2);
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
