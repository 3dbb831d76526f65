#include "core/trace/wait_view.h"

#include <fmt/format.h>

#include "core/trace/names.h"
#include "core/vm/traceback.h"

namespace hmaplab::trace {

using memory::Address;
using vm::LockUse;
using vm::Wait;

namespace {

// Where the thing lies on a word of which the goroutine waits, and its size.
struct Place {
  uint64_t offset = 0;
  uint32_t size = 0;
};

Place place_of(Wait wait) {
  switch (wait) {
    case Wait::Mutex:
      return {4, 8};
    case Wait::RWMutexLock:
      return {8, 24};
    case Wait::RWMutexRLock:
      return {12, 24};
    case Wait::WaitGroup:
      return {8, 16};
    case Wait::Once:
      return {8, 12};
    case Wait::Cond:
      return {16, 56};
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
  return {};
}

std::string name_of(const vm::World& world, Address begin, uint32_t size) {
  const memory::Object* object = world.heap().find(begin);
  if (!object) return "";
  vm::Step touching;
  touching.access = vm::AccessKind::Load;
  touching.object = object->begin;
  touching.address = begin;
  touching.form = vm::ValueForm::Typed;
  touching.old_value.size = size;
  TouchedName name = touched(world, touching);
  return name.object.empty() ? name.field : name.object + "." + name.field;
}

void add_holders(const vm::World& world, Address lock, Wait wait, WaitView& view) {
  for (const auto& other : world.goroutines()) {
    for (const vm::HeldLock& held : other->held) {
      bool keeps_out = held.use == LockUse::Write || wait == Wait::RWMutexLock;
      if (held.lock == lock && keeps_out)
        view.holders.push_back({.actor = other->actor, .use = held.use, .since = held.since});
    }
    bool announced = wait != Wait::RWMutexLock && other->wait == Wait::RWMutexLock &&
                     other->wait_object == lock + place_of(Wait::RWMutexLock).offset;
    if (announced) view.holders.push_back({.actor = other->actor, .waits_too = true});
  }
  for (const vm::LeftLock& left : world.left_locks()) {
    bool keeps_out = left.held.use == LockUse::Write || wait == Wait::RWMutexLock;
    if (left.held.lock == lock && keeps_out)
      view.holders.push_back({.actor = left.actor, .use = left.held.use, .since = left.held.since});
  }
}

}  // namespace

WaitView view_wait(const vm::World& world, const vm::Goroutine& goroutine) {
  WaitView view;
  if (goroutine.status != vm::Status::Blocked) return view;
  view.reason = vm::wait_text(goroutine.wait);
  Place place = place_of(goroutine.wait);
  if (place.size == 0) return view;
  // The mutex inside an RWMutex lies at its begin.
  bool writes = goroutine.next == memory::Point::rwmutex_lock;
  if (writes) place.size = place_of(Wait::RWMutexLock).size;
  Address begin{memory::bits(goroutine.wait_object) - place.offset};
  view.object = name_of(world, begin, place.size);
  Address lock = goroutine.wait == Wait::Once ? begin + 4 : begin;
  add_holders(world, lock, goroutine.wait, view);
  return view;
}

std::string text(const WaitView& wait) {
  std::string text = wait.reason;
  if (!wait.object.empty()) text += " of " + wait.object;
  const char* separator = ", held by ";
  for (const HolderView& holder : wait.holders) {
    text += separator + schedule::name(holder.actor);
    if (holder.use == LockUse::Read) text += " (reads)";
    text +=
        holder.waits_too ? ", which waits to write" : fmt::format(" since step {}", holder.since);
    separator = " and ";
  }
  return text;
}

}  // namespace hmaplab::trace
