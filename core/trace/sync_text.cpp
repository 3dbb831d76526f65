// Channels and locks in words.
#include <fmt/format.h>

#include <algorithm>

#include "core/trace/sync_view.h"

namespace hmaplab::trace {
namespace {

std::string queued_text(const QueuedView& queued) {
  std::string text = schedule::name(queued.actor);
  if (!queued.what.empty()) text += " " + queued.what;
  if (queued.clause) text += fmt::format(" (select, case {})", *queued.clause);
  if (queued.since) text += fmt::format(" since step {}", *queued.since + 1);
  return text;
}

std::string queue_text(const char* what, const std::vector<QueuedView>& queue) {
  if (queue.empty()) return "";
  std::string text = fmt::format("   {}: ", what);
  for (const QueuedView& queued : queue)
    text += (&queued == &queue.front() ? "" : ", ") + queued_text(queued);
  return text + "\n";
}

std::string thing_text(const SyncView& thing) {
  std::string text = fmt::format("{}  {}: {}\n", thing.name, thing.type, thing.state);
  if (!thing.values.empty()) {
    text += "   buffer: ";
    for (const std::string& value : thing.values)
      text += (&value == &thing.values.front() ? "" : ", ") + value;
    text += thing.values.size() < thing.count ? ", …\n" : "\n";
  }
  for (const HolderView& holder : thing.holders)
    text += fmt::format("   held by {}{} since step {}\n", schedule::name(holder.actor),
                        holder.use == vm::LockUse::Read ? " (reads)" : "", holder.since);
  return text + queue_text("wait to send", thing.senders) +
         queue_text("wait to receive", thing.receivers) + queue_text("wait", thing.waiting);
}

bool in_circle(const SyncState& state, schedule::Actor actor) {
  return std::any_of(state.circle.begin(), state.circle.end(),
                     [actor](const WaitEdge& edge) { return edge.from == actor; });
}

void add_stuck(const SyncState& state, const SyncView& thing, std::vector<std::string>& sentences) {
  const auto add = [&](const QueuedView& queued, const std::string& what) {
    if (in_circle(state, queued.actor)) return;
    sentences.push_back(fmt::format("{} waits {}, and nobody is left who could do it.",
                                    schedule::name(queued.actor), what));
  };
  for (const QueuedView& queued : thing.senders)
    add(queued, "for somebody to receive from " + thing.name);
  for (const QueuedView& queued : thing.receivers)
    add(queued, "for somebody to send on " + thing.name + " or to close it");
  for (const QueuedView& queued : thing.waiting) {
    switch (thing.kind) {
      case SyncKind::WaitGroup:
        add(queued,
            fmt::format("until the counter of {} is 0 ({} missing)", thing.name, thing.state));
        break;
      case SyncKind::Cond:
        add(queued, "to be told by " + thing.name);
        break;
      case SyncKind::Channel:
      case SyncKind::Mutex:
      case SyncKind::RWMutex:
      case SyncKind::Once:
        add(queued, "for " + thing.name + " to be unlocked");
        break;
    }
  }
}

}  // namespace

std::vector<std::string> stuck_text(const SyncState& state) {
  std::vector<std::string> sentences;
  if (!state.circle.empty()) {
    std::string text = "A circle: ";
    for (const WaitEdge& edge : state.circle)
      text += fmt::format("{} waits for {}, which {} holds; ", schedule::name(edge.from),
                          edge.object.empty() ? "what" : edge.object, schedule::name(edge.to));
    sentences.push_back(
        text + (state.circle.size() == 1 ? "it can never go on." : "none of them can ever go on."));
  }
  for (const SyncView& thing : state.things) {
    if (state.asleep) add_stuck(state, thing, sentences);
  }
  for (const IdleView& idle : state.idle) {
    if (state.asleep)
      sentences.push_back(
          fmt::format("{} waits for ever: {}.", schedule::name(idle.actor), idle.reason));
  }
  return sentences;
}

std::string sync_text(const SyncState& state) {
  std::string text;
  for (const std::string& sentence : stuck_text(state)) text += sentence + "\n";
  for (const SyncView& thing : state.things) text += thing_text(thing);
  if (state.more > 0) text += fmt::format("and {} more\n", state.more);
  for (const IdleView& idle : state.idle) {
    text += fmt::format("{} waits: {}", schedule::name(idle.actor), idle.reason);
    text += idle.since ? fmt::format(" since step {}\n", *idle.since + 1) : "\n";
  }
  return text;
}

}  // namespace hmaplab::trace
