// What differs in goroutines: whether they can move, where they stand, their stacks, locals, deferred
// calls and panics.
#include <fmt/format.h>

#include <algorithm>

#include "core/session/comparison_parts.h"
#include "core/trace/goroutine_view.h"

namespace hmaplab::session {

using About = Difference::About;
using trace::FrameView;
using trace::GoroutineState;
using trace::GoroutineView;

namespace {

const GoroutineView* find(const std::vector<GoroutineView>& views, schedule::Actor actor) {
  const auto found = std::find_if(views.begin(), views.end(),
                                  [&](const GoroutineView& view) { return view.actor == actor; });
  return found == views.end() ? nullptr : &*found;
}

std::string state_text(const GoroutineView* view) {
  if (!view) return kNotThere;
  switch (view->state) {
    case GoroutineState::Runnable:
      return "can move";
    case GoroutineState::Blocked:
      return "waits: " + (view->wait.object.empty() ? view->waits_for : trace::text(view->wait));
    case GoroutineState::Finished:
      return "finished";
  }
  return "";
}

std::string next_text(const GoroutineView& view) {
  return view.next == memory::Point::none ? "nothing" : std::string(memory::name(view.next));
}

std::string stand_text(const GoroutineView& view) {
  if (view.frames.empty()) return "nowhere";
  std::string text = view.frames.front().function;
  for (const FrameView& frame : view.frames) {
    if (frame.line == 0) continue;
    text += fmt::format(" line {}", frame.line);
    break;
  }
  return text;
}

std::string stack_text(const GoroutineView& view) {
  std::string text;
  for (const FrameView& frame : view.frames) text += (text.empty() ? "" : " < ") + frame.function;
  return text;
}

std::string defers_text(const GoroutineView& view) {
  std::string text;
  for (const FrameView& frame : view.frames) {
    for (const trace::DeferView& deferred : frame.defers) text += (text.empty() ? "" : ", ") + deferred.call;
  }
  return text.empty() ? "none" : text;
}

std::string panics_text(const GoroutineView& view) {
  std::string text;
  for (const trace::PanicView& panic : view.panics)
    text += (text.empty() ? "" : ", ") + panic.text + (panic.recovered ? " [recovered]" : "");
  return text.empty() ? "none" : text;
}

void compare_locals(Compared& compared, schedule::Actor actor, const FrameView& one, const FrameView& other) {
  const auto value_of = [](const FrameView& frame, const std::string& name) -> std::string {
    for (const trace::LocalView& local : frame.locals) {
      if (local.name == name) return local.value;
    }
    return kNotThere;
  };
  const auto add = [&](const std::string& name) {
    compared.add({.about = About::Goroutine,
                  .what = fmt::format("{} {} {}", schedule::name(actor), one.function, name),
                  .one = value_of(one, name),
                  .other = value_of(other, name),
                  .actor = actor});
  };
  for (const trace::LocalView& local : one.locals) add(local.name);
  for (const trace::LocalView& local : other.locals) {
    if (value_of(one, local.name) == kNotThere) add(local.name);
  }
}

void compare_goroutine(Compared& compared, const GoroutineView& one, const GoroutineView& other) {
  const auto add = [&](const char* what, const std::string& first, const std::string& second) {
    compared.add({.about = About::Goroutine,
                  .what = one.name + " " + what,
                  .one = first,
                  .other = second,
                  .actor = one.actor});
  };
  if (one.state == GoroutineState::Finished || other.state == GoroutineState::Finished) return;
  add("stands", stand_text(one), stand_text(other));
  add("next", next_text(one), next_text(other));
  add("stack", stack_text(one), stack_text(other));
  add("defers", defers_text(one), defers_text(other));
  add("panics", panics_text(one), panics_text(other));
  // Frames correspond from the outermost on, as long as they are of the same functions.
  const size_t most = std::min(one.frames.size(), other.frames.size());
  for (size_t i = 1; i <= most; ++i) {
    const FrameView& first = one.frames[one.frames.size() - i];
    const FrameView& second = other.frames[other.frames.size() - i];
    if (first.function != second.function) break;
    compare_locals(compared, one.actor, first, second);
  }
}

}  // namespace

void compare_goroutines(Compared& compared) {
  const std::vector<GoroutineView> ones = trace::view_goroutines(compared.one);
  const std::vector<GoroutineView> others = trace::view_goroutines(compared.other);
  std::vector<schedule::Actor> actors;
  for (const auto* views : {&ones, &others}) {
    for (const GoroutineView& view : *views) {
      if (std::find(actors.begin(), actors.end(), view.actor) == actors.end())
        actors.push_back(view.actor);
    }
  }
  for (schedule::Actor actor : actors) {
    const GoroutineView* one = find(ones, actor);
    const GoroutineView* other = find(others, actor);
    compared.add({.about = About::Goroutine,
                  .what = schedule::name(actor),
                  .one = state_text(one),
                  .other = state_text(other),
                  .actor = actor});
    if (one && other) compare_goroutine(compared, *one, *other);
  }
}

}  // namespace hmaplab::session
