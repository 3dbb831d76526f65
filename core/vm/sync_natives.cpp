// The natives of sync.Once, sync.Cond and sync.Pool.
#include <algorithm>
#include <vector>

#include "core/vm/machine.h"

namespace hmaplab::vm {

using memory::Point;

namespace {

// Once
constexpr uint64_t kOnceMutex = 4;
constexpr uint64_t kOnceSemaphore = 8;
constexpr uint64_t kOnceBytes = 12;
// Cond: 16 bytes of locker, then a notifyList
constexpr uint64_t kNotifyList = 16;
constexpr uint64_t kWaitNumber = 0;    // the next one to be given out
constexpr uint64_t kNotifyNumber = 4;  // the next one to be told
constexpr uint64_t kChecker = 48;
constexpr uint64_t kCondBytes = 56;
// Pool: its items, and those from before the last collection. An item is a value, the one below,
// and whether it lies in the private place.
constexpr uint64_t kLocal = 0;
constexpr uint64_t kVictim = 16;
constexpr uint64_t kPoolBytes = 40;
constexpr uint64_t kBelow = 16;
constexpr uint64_t kIsPrivate = 24;

}  // namespace

// func (o *Once) begin() bool
Machine::Flow Machine::once_begin(int32_t call) {
  auto once = get<Address>(call + 8);
  set<uint64_t>(call, 0);
  if (goroutine_.lock_call.grant == Grant::Done) {
    goroutine_.lock_call = {};
    race_acquire(once);
    return Flow::Next;
  }
  if (auto failure = cannot_touch(once, kOnceBytes)) return *failure;
  if (!take_step(Point::once_do)) return Flow::Stop;
  note_synchronisation();
  auto done = reader_.load<uint32_t>(once);
  note_word(AccessKind::Load, once, "done", done, 0);
  if (done != 0) {
    race_acquire(once);
    return Flow::Next;
  }
  if (!lock_free_mutex(once + kOnceMutex)) return block(Wait::Once, once + kOnceSemaphore);
  note_locked(once + kOnceMutex, LockUse::Write);
  set<uint64_t>(call, 1);
  return Flow::Next;
}

// func (o *Once) finish()
Machine::Flow Machine::once_finish(int32_t call) {
  auto once = get<Address>(call);
  if (!take_step(Point::once_finish)) return Flow::Stop;
  note_synchronisation();
  note_unlocked(once + kOnceMutex, LockUse::Write);
  race_release(once);
  note_word(AccessKind::Store, once, "done", reader_.load<uint32_t>(once), 1);
  world_.heap_.store<uint32_t>(once, 1);
  unlock_mutex(once + kOnceMutex);
  while (Goroutine* first = world_.first_waiting(once + kOnceSemaphore))
    let_through(*first, once + kOnceSemaphore);
  return Flow::Next;
}

// Nothing: the step can go on. A Cond that was copied after its first use panics.
std::optional<Machine::Flow> Machine::begin_cond(Address cond, Point point) {
  if (auto failure = cannot_touch(cond, kCondBytes)) return failure;
  if (!take_step(point)) return Flow::Stop;
  note_synchronisation();
  auto checker = reader_.load<Address>(cond + kChecker);
  if (checker == Address::Nil) world_.heap_.store(cond + kChecker, cond);
  if (checker == Address::Nil || checker == cond) return std::nullopt;
  return panic(string_value("sync.Cond is copied"));
}

// func (c *Cond) enter() (l Locker, number uint32)
Machine::Flow Machine::cond_enter(int32_t call) {
  auto cond = get<Address>(call + 24);
  if (auto stop = begin_cond(cond, Point::cond_wait)) return *stop;
  Address list = cond + kNotifyList;
  auto number = reader_.load<uint32_t>(list + kWaitNumber);
  note_word(AccessKind::Store, list, "wait", number, number + 1);
  world_.heap_.store<uint32_t>(list + kWaitNumber, number + 1);
  set(call, reader_.load<Interface>(cond));
  set<uint64_t>(call + 16, number);
  return Flow::Next;
}

// func runtime_notifyListWait(l *notifyList, number uint32)
// No step: whether it was told before it slept makes no difference to anybody.
Machine::Flow Machine::cond_sleep(int32_t call) {
  auto list = get<Address>(call);
  auto number = get<uint32_t>(call + 8);
  auto told = static_cast<int32_t>(number - reader_.load<uint32_t>(list + kNotifyNumber)) < 0;
  if (told || goroutine_.lock_call.grant == Grant::Done) {
    goroutine_.lock_call = {};
    race_acquire(list, number);
    if (world_.order_) world_.order_->forget({list, number});
    return Flow::Next;
  }
  block(Wait::Cond, list);
  goroutine_.wait_order = number;
  return Flow::Stop;
}

// func (c *Cond) Signal()
Machine::Flow Machine::cond_signal(int32_t call) {
  return tell(get<Address>(call), Point::cond_signal);
}

// func (c *Cond) Broadcast()
Machine::Flow Machine::cond_broadcast(int32_t call) {
  return tell(get<Address>(call), Point::cond_broadcast);
}

// Tells the next number, or all of them; who has it may be about to sleep only.
Machine::Flow Machine::tell(Address cond, Point point) {
  if (auto stop = begin_cond(cond, point)) return *stop;
  Address list = cond + kNotifyList;
  auto given_out = reader_.load<uint32_t>(list + kWaitNumber);
  auto told = reader_.load<uint32_t>(list + kNotifyNumber);
  bool nobody = given_out == told;
  uint32_t until = nobody ? told : point == Point::cond_signal ? told + 1 : given_out;
  note_word(AccessKind::Store, list, "notify", told, until);
  world_.heap_.store(list + kNotifyNumber, until);
  for (uint32_t number = told; number != until; ++number) race_release(list, number);
  for (Goroutine* first = world_.first_waiting(list);
       first && static_cast<int32_t>(static_cast<uint32_t>(first->wait_order) - until) < 0;
       first = world_.first_waiting(list)) {
    let_through(*first, list);
  }
  return Flow::Next;
}

// Takes the item at the begin of a list: the private one, or the one that was put last.
Address Machine::take_first(Address list) {
  auto item = reader_.load<Address>(list);
  if (item != Address::Nil) world_.heap_.store(list, reader_.load<Address>(item + kBelow));
  return item;
}

// What has survived a collection: the private one first, then the oldest.
Address Machine::take_victim(Address list) {
  auto item = reader_.load<Address>(list);
  if (item == Address::Nil || reader_.load<uint64_t>(item + kIsPrivate) != 0)
    return take_first(list);
  while (reader_.load<Address>(item + kBelow) != Address::Nil) {
    list = item + kBelow;
    item = reader_.load<Address>(list);
  }
  return take_first(list);
}

// func (p *Pool) take() any
Machine::Flow Machine::pool_take(int32_t call) {
  auto pool = get<Address>(call + 16);
  if (auto failure = cannot_touch(pool, kPoolBytes)) return *failure;
  if (!take_step(Point::pool_get)) return Flow::Stop;
  note_synchronisation();
  Address item = take_first(pool + kLocal);
  if (item == Address::Nil) item = take_victim(pool + kVictim);
  set(call, item == Address::Nil ? Interface{} : reader_.load<Interface>(item));
  race_acquire(item);
  if (world_.order_) world_.order_->forget({item});
  return Flow::Next;
}

// func (p *Pool) give(item *poolItem)
Machine::Flow Machine::pool_put(int32_t call) {
  auto pool = get<Address>(call);
  auto item = get<Address>(call + 8);
  if (auto failure = cannot_touch(pool, kPoolBytes)) return *failure;
  if (!take_step(Point::pool_put)) return Flow::Stop;
  note_synchronisation();
  race_release_merge(item);
  world_.note_pool(pool);
  auto first = reader_.load<Address>(pool + kLocal);
  const bool taken = first != Address::Nil && reader_.load<uint64_t>(first + kIsPrivate) != 0;
  const Address place = taken ? first + kBelow : pool + kLocal;
  world_.heap_.store(item + kBelow, reader_.load<Address>(place));
  world_.heap_.store<uint64_t>(item + kIsPrivate, taken ? 0 : 1);
  world_.heap_.store(place, item);
  publish(pool, item);
  return Flow::Next;
}

}  // namespace hmaplab::vm
