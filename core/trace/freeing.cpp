#include "core/trace/freeing.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/trace/wait_view.h"

namespace hmaplab::trace {

using memory::Address;
using schedule::Actor;
using vm::Wait;
using Why = FreerView::Why;

namespace {

class Freers {
 public:
  Freers(const vm::World& world, const vm::Goroutine& waiting, vm::Reach& reach)
      : world_(world), waiting_(waiting), reach_(reach) {}

  FreeingView view() {
    switch (waiting_.wait) {
      case Wait::None:
        return {};
      case Wait::Mutex:
      case Wait::RWMutexLock:
      case Wait::RWMutexRLock:
        return held("Unlock");
      case Wait::Once:
        return held("its function returning");
      case Wait::WaitGroup:
        return group();
      case Wait::Cond:
        return reached("Signal or Broadcast", waiting_.wait_object);
      case Wait::Coroutine:
        return reached("asking for the next value", waiting_.wait_object);
      case Wait::ChanReceive:
      case Wait::ChanSend:
      case Wait::Select:
        return channels();
      case Wait::Sleep:
        return lane("a timer", schedule::kClock, Why::Timer);
      case Wait::Collection:
        return lane("the end of the collection", schedule::kCollector, Why::Collects);
      case Wait::Finalizer:
        return lane("a collection that finds an object with a finalizer", schedule::kCollector, Why::Collects);
      case Wait::ChanReceiveNil:
      case Wait::ChanSendNil:
      case Wait::SelectNoCases:
        return {};
    }
    return {};
  }

 private:
  bool waits(Actor actor) const {
    const vm::Goroutine* goroutine = world_.goroutine(actor);
    return goroutine && goroutine->status == vm::Status::Blocked;
  }

  void add(Actor actor, Why why) {
    const bool known = std::any_of(view_.who.begin(), view_.who.end(),
                                   [&](const FreerView& one) { return one.actor == actor; });
    if (!known) view_.who.push_back({.actor = actor, .why = why, .waits_too = waits(actor)});
  }

  FreeingView lane(const char* by, Actor actor, Why why) {
    view_.by = by;
    add(actor, why);
    return view_;
  }

  void add_reaching(Address address) {
    if (address == Address::Nil) return;
    for (const auto& other : world_.goroutines()) {
      const bool is_other = other->actor != waiting_.actor && other->status != vm::Status::Finished;
      if (is_other && reach_.comes_to(other->actor, address)) add(other->actor, Why::Reaches);
    }
    if (reach_.comes_to(schedule::kFinalizer, address)) add(schedule::kFinalizer, Why::Reaches);
    if (reach_.comes_to(schedule::kClock, address)) add(schedule::kClock, Why::Timer);
    if (reach_.comes_to(schedule::kNobody, address)) add_all();
    view_.is_complete = reach_.is_complete();
  }

  // Everybody can come to a package variable.
  void add_all() {
    view_.by_variable = true;
    for (const auto& other : world_.goroutines()) {
      if (other->actor != waiting_.actor && other->status != vm::Status::Finished)
        add(other->actor, Why::Reaches);
    }
  }

  FreeingView reached(std::string by, Address address) {
    view_.by = std::move(by);
    add_reaching(address);
    return view_;
  }

  // Those who hold the lock; where nobody is left who does, those who can come to it.
  FreeingView held(const char* by) {
    view_.by = by;
    for (const HolderView& holder : view_wait(world_, waiting_).holders) {
      if (!world_.has_finished(holder.actor)) add(holder.actor, Why::Holds);
    }
    if (view_.who.empty()) add_reaching(waiting_.wait_object);
    return view_;
  }

  FreeingView group() {
    constexpr uint64_t kSemaphore = 8;  // behind the word that counts
    const Address begin{memory::bits(waiting_.wait_object) - kSemaphore};
    uint64_t state = 0;
    world_.read(begin, &state, sizeof state);
    const auto counter = static_cast<int32_t>(state >> 32);
    return reached(counter == 1 ? "a call of Done" : fmt::format("{} calls of Done", counter),
                   waiting_.wait_object);
  }

  FreeingView channels() {
    bool receives = false;
    bool sends = false;
    for (const vm::Waiter& waiter : waiting_.waiters) {
      sends = sends || waiter.sends;
      receives = receives || !waiter.sends;
    }
    view_.by = receives && sends ? "a send, a receive or close" : sends ? "a receive or close" : "a send or close";
    for (const vm::Waiter& waiter : waiting_.waiters) add_reaching(waiter.channel);
    return view_;
  }

  const vm::World& world_;
  const vm::Goroutine& waiting_;
  vm::Reach& reach_;
  FreeingView view_;
};

}  // namespace

FreeingView view_freeing(const vm::World& world, const vm::Goroutine& goroutine, vm::Reach& reach) {
  if (goroutine.status != vm::Status::Blocked) return {};
  FreeingView view = Freers(world, goroutine, reach).view();
  if (view.is_hopeless()) view.by = "nothing";
  return view;
}

std::string text(const FreeingView& view) {
  if (view.by.empty()) return "";
  if (view.is_hopeless()) return "nobody: it waits for ever";
  std::string text = view.by;
  const char* separator = " by ";
  for (const FreerView& freer : view.who) {
    text += separator + schedule::name(freer.actor) + (freer.waits_too ? " (waits)" : "");
    separator = ", ";
  }
  if (view.by_variable) text += view.who.empty() ? " by whoever comes: a package variable leads there" : ", by way of a package variable";
  if (!view.is_complete) text += ", perhaps others";
  return text;
}

}  // namespace hmaplab::trace
