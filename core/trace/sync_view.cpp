#include "core/trace/sync_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/trace/names.h"
#include "core/trace/sync_parts.h"
#include "core/vm/channel.h"
#include "core/vm/traceback.h"
#include "core/vm/values.h"

namespace hmaplab::trace {

using memory::Address;
using vm::Wait;

namespace {

bool is_blocked(const vm::Goroutine& goroutine) {
  return goroutine.status == vm::Status::Blocked && goroutine.wait != Wait::Finalizer;
}

// The queue of one direction, first come first.
std::vector<QueuedView> queue_of(const vm::World& world, Address channel, bool sends,
                                 const check::Type& element) {
  std::vector<std::pair<uint32_t, QueuedView>> queue;
  for (const auto& goroutine : world.goroutines()) {
    for (const vm::Waiter& waiter : goroutine->waiters) {
      if (waiter.channel != channel || waiter.sends != sends) continue;
      QueuedView queued{.actor = goroutine->actor, .what = {}, .clause = {}, .since = {}};
      if (sends && waiter.value >= 0) {
        const vm::Reader value(world, goroutine->stack.data() + waiter.value, element.size());
        queued.what = vm::format_value(value, element, vm::Reader::kNowhere, vm::Verb::Quoted);
      }
      if (waiter.chosen >= 0) queued.clause = waiter.clause;
      queue.emplace_back(waiter.order, std::move(queued));
    }
  }
  std::stable_sort(queue.begin(), queue.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<QueuedView> in_order;
  for (auto& [order, queued] : queue) in_order.push_back(std::move(queued));
  return in_order;
}

SyncView view_channel(const vm::World& world, const memory::Object& object) {
  const check::Type* type = world.program().type(object.tag);
  const check::Type& element = *check::as<check::ChannelType>(type->underlying())->element();
  SyncView view{.kind = SyncKind::Channel,
                .address = object.begin,
                .name = channel_name(world, object.begin),
                .type = type->text()};
  const vm::ChannelView channel(world, object.begin, element);
  if (!channel.is_sound()) {
    view.state = "spoilt";
    return view;
  }
  view.capacity = channel.capacity();
  view.count = channel.count();
  view.closed = channel.is_closed();
  view.state =
      view.capacity == 0 ? "unbuffered" : fmt::format("{} of {}", view.count, view.capacity);
  if (view.closed) view.state += ", closed";
  const vm::Reader reader(world);
  const auto buffer = reader.load<Address>(object.begin + vm::Hchan::kBuffer);
  const uint64_t shown = std::min<uint64_t>(view.count, SyncView::kMostValues);
  for (uint64_t i = 0; i < shown; ++i) {
    const uint64_t slot = (channel.receive_index() + i) % view.capacity;
    view.values.push_back(
        vm::format_value(reader, element, buffer + slot * element.size(), vm::Verb::Quoted));
  }
  view.senders = queue_of(world, object.begin, true, element);
  view.receivers = queue_of(world, object.begin, false, element);
  return view;
}

const char* purpose(Wait wait, memory::Point next) {
  if (wait == Wait::RWMutexRLock) return "to read";
  if (wait == Wait::RWMutexLock || next == memory::Point::rwmutex_lock) return "to write";
  return "";
}

// Those whose wait lies on a word of [begin, begin + size).
std::vector<QueuedView> waiting_at(const vm::World& world, Address begin, uint64_t size) {
  std::vector<std::pair<int64_t, QueuedView>> queue;
  for (const auto& goroutine : world.goroutines()) {
    if (!is_blocked(*goroutine) || !goroutine->waiters.empty()) continue;
    if (memory::bits(goroutine->wait_object) - memory::bits(begin) >= size) continue;
    queue.emplace_back(goroutine->wait_order,
                       QueuedView{.actor = goroutine->actor,
                                  .what = purpose(goroutine->wait, goroutine->next),
                                  .clause = {},
                                  .since = {}});
  }
  std::stable_sort(queue.begin(), queue.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<QueuedView> in_order;
  for (auto& [order, queued] : queue) in_order.push_back(std::move(queued));
  return in_order;
}

void add_holder(SyncView& view, const vm::HeldLock& held, schedule::Actor actor) {
  const Address lock = view.kind == SyncKind::Once ? view.address + 4 : view.address;
  if (held.lock == lock)
    view.holders.push_back({.actor = actor, .use = held.use, .since = held.since});
}

SyncView view_part(const vm::World& world, const SyncPart& part) {
  SyncView view{.kind = part.kind,
                .address = part.address,
                .name = place_name(world, part.address, part.size),
                .type = part.type,
                .state = sync_state_text(world, part)};
  view.waiting = waiting_at(world, part.address, part.size);
  for (const auto& goroutine : world.goroutines()) {
    for (const vm::HeldLock& held : goroutine->held) add_holder(view, held, goroutine->actor);
  }
  for (const vm::LeftLock& left : world.left_locks()) add_holder(view, left.held, left.actor);
  return view;
}

constexpr size_t kMostViewed = 4 * SyncState::kMostThings;

// Whether somebody waits for a word of it, or holds it.
bool is_used(const vm::World& world, Address begin, uint64_t size) {
  const auto inside = [&](Address address) {
    return memory::bits(address) - memory::bits(begin) < size;
  };
  for (const auto& goroutine : world.goroutines()) {
    if (is_blocked(*goroutine) && inside(goroutine->wait_object)) return true;
    for (const vm::HeldLock& held : goroutine->held) {
      if (inside(held.lock)) return true;
    }
    for (const vm::Waiter& waiter : goroutine->waiters) {
      if (inside(waiter.channel)) return true;
    }
  }
  const auto& left = world.left_locks();
  return std::any_of(left.begin(), left.end(),
                     [&](const vm::LeftLock& lock) { return inside(lock.held.lock); });
}

int rank(const SyncView& view) { return view.is_awaited() ? 0 : view.holders.empty() ? 2 : 1; }

using WaitEdges = std::multimap<schedule::Actor, WaitEdge>;

// Who waits for whom, among those that are blocked.
WaitEdges wait_edges(const vm::World& world) {
  WaitEdges edges;
  for (const auto& goroutine : world.goroutines()) {
    if (!is_blocked(*goroutine)) continue;
    const WaitView wait = view_wait(world, *goroutine);
    for (const HolderView& holder : wait.holders) {
      const vm::Goroutine* other = world.goroutine(holder.actor);
      if (other == nullptr || !is_blocked(*other)) continue;
      edges.emplace(goroutine->actor,
                    WaitEdge{.from = goroutine->actor, .to = holder.actor, .object = wait.object});
    }
  }
  return edges;
}

// The shortest way from a goroutine back to itself; empty when there is none.
std::vector<WaitEdge> circle_through(const WaitEdges& edges, schedule::Actor start) {
  std::map<schedule::Actor, const WaitEdge*> came_by;
  std::vector<schedule::Actor> open = {start};
  for (size_t i = 0; i < open.size() && !came_by.contains(start); ++i) {
    const auto [begin, end] = edges.equal_range(open[i]);
    for (auto edge = begin; edge != end; ++edge) {
      if (came_by.emplace(edge->second.to, &edge->second).second) open.push_back(edge->second.to);
    }
  }
  std::vector<WaitEdge> circle;
  if (!came_by.contains(start)) return circle;
  schedule::Actor at = start;
  do {
    circle.push_back(*came_by.at(at));
    at = circle.back().from;
  } while (at != start);
  std::reverse(circle.begin(), circle.end());
  return circle;
}

void find_circle(const vm::World& world, SyncState& state) {
  constexpr size_t kMostSearched = 1000;  // goroutines
  const WaitEdges edges = wait_edges(world);
  size_t searched = 0;
  for (auto edge = edges.begin(); edge != edges.end(); edge = edges.upper_bound(edge->first)) {
    if (!state.circle.empty() || ++searched > kMostSearched) return;
    state.circle = circle_through(edges, edge->first);
  }
}

void add_idle(const vm::World& world, SyncState& state) {
  std::set<schedule::Actor> listed;
  for (const SyncView& thing : state.things) {
    for (const auto* queue : {&thing.senders, &thing.receivers, &thing.waiting}) {
      for (const QueuedView& queued : *queue) listed.insert(queued.actor);
    }
  }
  for (const auto& goroutine : world.goroutines()) {
    if (is_blocked(*goroutine) && !listed.contains(goroutine->actor))
      state.idle.push_back(
          {.actor = goroutine->actor, .reason = vm::wait_text(goroutine->wait), .since = {}});
  }
}

}  // namespace

// Of very many only those are looked at that somebody waits for or holds.
SyncState view_sync(const vm::World& world) {
  SyncState state;
  SyncTypes types(world.program());
  world.heap().each_object([&](const memory::Object& object) {
    const bool many = state.things.size() >= kMostViewed;
    if (object.kind == memory::ObjectKind::Channel) {
      if (many && !is_used(world, object.begin, object.size)) {
        ++state.more;
      } else {
        state.things.push_back(view_channel(world, object));
      }
    }
    for (const SyncPart& part : types.parts_of(object)) {
      const bool used = is_used(world, part.address, part.size);
      if (!used && many) ++state.more;
      if (used || (!many && !is_of_standard_package(world.program(), object)))
        state.things.push_back(view_part(world, part));
    }
  });
  std::stable_sort(state.things.begin(), state.things.end(),
                   [](const SyncView& a, const SyncView& b) { return rank(a) < rank(b); });
  if (state.things.size() > SyncState::kMostThings) {
    state.more += state.things.size() - SyncState::kMostThings;
    state.things.resize(SyncState::kMostThings);
  }
  add_idle(world, state);
  find_circle(world, state);
  state.asleep = world.end() && world.end()->kind == vm::EndKind::Deadlock;
  return state;
}

}  // namespace hmaplab::trace
