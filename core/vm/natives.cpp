// The natives: what functions of core/golib without a body do. Locks and wait groups keep Go's
// memory layout; who waits is state of the goroutines.
#include <algorithm>

#include "core/vm/directive.h"
#include "core/vm/machine.h"

namespace hmaplab::vm {

using bytecode::Native;
using memory::Point;

namespace {

// sync.WaitGroup: the waiters in the low half of its state, the counter in the high half.
constexpr uint64_t kWaiters = 0;
constexpr uint64_t kCounter = 4;
constexpr uint32_t kMutexLocked = 1;  // sync.Mutex.state

}  // namespace

Machine::Flow Machine::native(const Instruction& i) {
  // Results lie first, then receiver and parameters.
  auto at = [&](int32_t offset) { return i.a + offset; };
  switch (static_cast<Native>(i.c)) {
    case Native::FmtWrite:
      return output(string_at(at(0)), false);
    case Native::StrconvQuote:
      set_string(at(0), quoted(string_at(at(16)), false));
      return world_.end_ ? Flow::Stop : Flow::Next;
    case Native::FmtFormat:
    case Native::FmtSpeakers:
    case Native::FmtIsString:
    case Native::FmtIsNilPointer:
    case Native::FmtInteger:
      return fmt_native(i);
    case Native::RuntimeGosched:
      if (!take_step(Point::runtime_gosched)) return Flow::Stop;
      record_.visible = true;
      record_.ends_operation = true;
      return Flow::Next;
    case Native::RuntimeNumGoroutine:
      set(at(0), world_.live_goroutines());
      return Flow::Next;
    case Native::RuntimeGomaxprocs:
      set<int64_t>(at(0), 2);
      return Flow::Next;
    case Native::RuntimeKeepAlive:
      return Flow::Next;
    case Native::TimeSleep:
      return sleep(get<int64_t>(at(0)));
    case Native::WaitGroupAdd:
      return wait_group_add(get<Address>(at(0)), get<int64_t>(at(8)), Point::waitgroup_add);
    case Native::WaitGroupDone:
      return wait_group_add(get<Address>(at(0)), -1, Point::waitgroup_done);
    case Native::WaitGroupWait:
      return wait_group_wait(get<Address>(at(0)));
    case Native::MutexLock:
      return mutex_lock(get<Address>(at(0)));
    case Native::MutexTryLock:
      return mutex_try_lock(get<Address>(at(8)));
    case Native::MutexUnlock:
      return mutex_unlock(get<Address>(at(0)));
    case Native::count:
      break;
  }
  INVARIANT(false, "a native without code");
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

Machine::Flow Machine::block(Wait why, Address object) {
  goroutine_.status = Status::Blocked;
  goroutine_.wait = why;
  goroutine_.wait_object = object;
  goroutine_.wait_order = world_.next_in_queue(object);
  return Flow::Stop;
}

Machine::Flow Machine::wait_group_add(Address group, int64_t delta, Point point) {
  if (group == Address::Nil) return nil_dereference();
  if (!take_step(point)) return Flow::Stop;
  auto old = reader_.load<int32_t>(group + kCounter);
  auto counter = static_cast<int32_t>(old + delta);
  world_.heap_.store(group + kCounter, counter);
  note_word(AccessKind::Store, group, "counter", static_cast<uint64_t>(int64_t{old}),
            static_cast<uint64_t>(int64_t{counter}));
  record_.visible = true;
  record_.ends_operation = true;
  if (counter < 0) return panic(string_value("sync: negative WaitGroup counter"));
  if (counter > 0 || reader_.load<uint32_t>(group + kWaiters) == 0) return Flow::Next;
  world_.heap_.store<uint32_t>(group + kWaiters, 0);
  ++frame().pc;  // this goroutine has done its part before the others go on
  world_.wake_all(group);
  return Flow::Stay;
}

Machine::Flow Machine::wait_group_wait(Address group) {
  if (group == Address::Nil) return nil_dereference();
  if (!take_step(Point::waitgroup_wait)) return Flow::Stop;
  auto counter = reader_.load<int32_t>(group + kCounter);
  note_word(AccessKind::Load, group, "counter", static_cast<uint64_t>(int64_t{counter}), 0);
  record_.visible = true;
  record_.ends_operation = true;
  if (counter == 0) return Flow::Next;
  world_.heap_.store(group + kWaiters, reader_.load<uint32_t>(group + kWaiters) + 1);
  ++frame().pc;  // who wakes it grants the wait
  return block(Wait::WaitGroup, group);
}

Machine::Flow Machine::mutex_lock(Address mutex) {
  if (mutex == Address::Nil) return nil_dereference();
  if (!take_step(Point::mutex_lock)) return Flow::Stop;
  auto state = reader_.load<uint32_t>(mutex);
  record_.visible = true;
  record_.ends_operation = true;
  note_word(AccessKind::Store, mutex, "state", state, state | kMutexLocked);
  if ((state & kMutexLocked) != 0) return block(Wait::Mutex, mutex);  // it tries again when woken
  world_.heap_.store(mutex, state | kMutexLocked);
  return Flow::Next;
}

Machine::Flow Machine::mutex_try_lock(Address mutex) {
  if (mutex == Address::Nil) return nil_dereference();
  if (!take_step(Point::mutex_try_lock)) return Flow::Stop;
  auto state = reader_.load<uint32_t>(mutex);
  record_.visible = true;
  record_.ends_operation = true;
  note_word(AccessKind::Store, mutex, "state", state, state | kMutexLocked);
  world_.heap_.store(mutex, state | kMutexLocked);
  set<uint64_t>(0, (state & kMutexLocked) == 0);
  return Flow::Next;
}

// Wakes the first in the queue, which then tries to lock: another goroutine may be faster, as in
// Go's normal mode.
Machine::Flow Machine::mutex_unlock(Address mutex) {
  if (mutex == Address::Nil) return nil_dereference();
  if (!take_step(Point::mutex_unlock)) return Flow::Stop;
  auto state = reader_.load<uint32_t>(mutex);
  record_.visible = true;
  record_.ends_operation = true;
  note_word(AccessKind::Store, mutex, "state", state, state & ~kMutexLocked);
  if ((state & kMutexLocked) == 0)
    return fatal_error(Dying::Fatal, "sync: unlock of unlocked mutex");
  world_.heap_.store(mutex, state & ~kMutexLocked);
  world_.wake_first(mutex);
  return Flow::Next;
}

Machine::Flow Machine::sleep(int64_t nanoseconds) {
  if (!take_step(Point::time_sleep)) return Flow::Stop;
  record_.visible = true;
  record_.ends_operation = true;
  if (nanoseconds <= 0) return Flow::Next;
  ++frame().pc;
  goroutine_.wake_at = world_.now_ + std::min(nanoseconds, INT64_MAX - world_.now_);
  return block(Wait::Sleep, Address::Nil);
}

Machine::Flow Machine::output(std::string text, bool to_stderr) {
  if (!take_step(Point::output_write)) return Flow::Stop;
  record_.visible = true;
  record_.ends_operation = true;
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
