#include "core/trace/causes.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/gomap/layout.h"
#include "core/trace/cause_search.h"
#include "core/trace/deed.h"
#include "core/trace/goroutine_view.h"
#include "core/trace/step_text.h"

namespace hmaplab::trace {

using memory::Point;
using vm::AccessKind;
using vm::Step;

namespace {

constexpr uint32_t kNone = CauseSearch::kNone;
constexpr int kMostHistory = 5;
constexpr int kMostReads = 3;
constexpr size_t kMostBlocked = 3;

bool has_hash_writing(const vm::ValueBytes& flags) {
  return (flags.word() & gomap::kHashWriting) != 0;
}

// The step before `check` that made hashWriting what the check found; also past the map engine.
uint32_t who_made_it_so(const CauseSearch& search, uint32_t check) {
  const Step& found = search.step(check);
  return search.last(check, [&](const Step& step) {
    return step.access == AccessKind::Store && step.address == found.address &&
           has_hash_writing(step.old_value) != has_hash_writing(step.new_value) &&
           has_hash_writing(step.new_value) == has_hash_writing(found.old_value);
  });
}

// The last step of this kind that an actor made in an operation on the same map.
uint32_t own_step(const CauseSearch& search, schedule::Actor actor, uint32_t before,
                  std::string_view kind) {
  const memory::Address map = search.step(before).map;
  return search.last(before, [&](const Step& step) {
    return step.actor == actor && step.in_map && step.map == map &&
           memory::name(step.point).ends_with(kind);
  });
}

// Two in one map: who looked at hashWriting when, and who changed it in between.
void add_map_collision(CauseSearch& search, uint32_t check) {
  using namespace weight;
  const Step& found = search.step(check);
  search.add(check, kDecision);
  const uint32_t made = who_made_it_so(search, check);
  if (made == kNone) return;
  const schedule::Actor other = search.step(made).actor;
  if (!has_hash_writing(found.old_value)) {
    search.add(made, kOrigin,
               fmt::format("{}, although {} is still writing",
                           deed(search.end(), search.step(made)), schedule::name(found.actor)));
    for (const schedule::Actor actor : {found.actor, other}) {
      const uint32_t set = own_step(search, actor, actor == other ? made : check, "/set_writing");
      search.add(set, kOrigin - 1);
      if (set != kNone) search.add(own_step(search, actor, set, "/check_writing"), kEntry);
    }
  } else {
    search.add(made, kOrigin);
    if (search.step(made).in_map)
      search.add(own_step(search, other, made, "/check_writing"), kEntry);
  }
  search.add_birth(found.actor, kBirth);
  search.add_birth(other, kBirth);
}

// The step at which it was decided: what it and its neighbours on the line read, who had written
// that, and what had happened to the lock or channel before.
void add_decision(CauseSearch& search, uint32_t decision) {
  if (decision == kNone) return;
  const Step& step = search.step(decision);
  if (step.in_map && is_check_of_writing(step)) return add_map_collision(search, decision);
  search.add_birth(step.actor, weight::kBirth);
  if (!memory::is_access(step.point)) {
    search.add(decision, weight::kDecision);
    return search.add_history(decision, decision, weight::kHistory, kMostHistory);
  }
  search.add_read(decision, weight::kDecision);
  uint32_t at = decision;
  for (int reads = 1; reads < kMostReads; ++reads) {
    at = search.last_of(step.actor, at);
    if (at == kNone || search.step(at).line != step.line ||
        search.step(at).function != step.function || search.step(at).in_map)
      break;
    search.add_read(at, weight::kEntry - reads);
  }
}

bool is_end(const Step& step) {
  return step.point == Point::end_throw || step.point == Point::end_panic;
}

// What the dying one did at the end, from its last step backwards.
void add_own_end(CauseSearch& search) {
  const uint32_t last = search.length() - 1;
  search.add(last, weight::kEnd);
  search.add_birth(search.dying(), weight::kBirth);
  search.add_last_steps(search.dying(), last);
}

// "in line 8" where that is not the step's own.
std::string in_line(const CauseSearch& search, uint32_t step, uint32_t line) {
  return line == 0 || line == search.step(step).line ? "there" : fmt::format("in line {}", line);
}

// Behind the beginning of a panic its goroutine is in the deferred function that was called last.
void say_who_was_called(CauseSearch& search, const std::vector<vm::DeferredRun>& runs) {
  constexpr int kMostTold = 16;
  uint32_t at = search.length() - 1;
  for (int told = 0; told < kMostTold; ++told) {
    at = search.last_of(search.dying(), at);
    const auto called = std::find_if(runs.rbegin(), runs.rend(),
                                     [at](const vm::DeferredRun& run) { return run.since <= at; });
    if (at == kNone || called == runs.rend()) return;
    search.say(at, fmt::format(" (in {}, which the panic has called)",
                               search.end().program().function(called->function).name));
  }
}

// A step includes the private instructions behind it: the panic that began there, and the deferred
// functions that it called.
void add_panic(CauseSearch& search) {
  const vm::Goroutine* goroutine = search.end().goroutine(search.dying());
  if (goroutine == nullptr) return add_own_end(search);
  say_who_was_called(search, goroutine->deferred_runs);
  const std::vector<PanicView> views = panics_of(search.end(), *goroutine);
  for (size_t i = 0; i < goroutine->panics.size(); ++i) {
    const vm::Panic& panic = goroutine->panics[i];
    if (panic.goexit) continue;
    const bool before_any_step = panic.since == 0;
    if (before_any_step && i + 1 == goroutine->panics.size()) {
      search.say(search.length() - 1, fmt::format("; it panicked in line {}, before any step: {}",
                                                  views[i].line, views[i].text));
    }
    if (before_any_step || panic.since > search.length()) continue;
    const auto began = static_cast<uint32_t>(panic.since) - 1;
    search.say(began, fmt::format(", and {}panics {}: {}",
                                  search.step(began).actor == search.dying()
                                      ? ""
                                      : schedule::name(search.dying()) + " ",
                                  in_line(search, began, views[i].line), views[i].text));
    add_decision(search, began);
  }
  for (const vm::DeferredRun& run : goroutine->deferred_runs) {
    if (run.since == 0 || run.since > search.length()) continue;
    const auto began = static_cast<uint32_t>(run.since) - 1;
    search.say(began, fmt::format("; the panic calls {}",
                                  search.end().program().function(run.function).name));
    search.add(began, weight::kHistory);
  }
  add_own_end(search);
}

void add_throw(CauseSearch& search) {
  constexpr std::string_view kPrefix = "fatal error: ";
  const uint32_t last = search.length() - 1;
  const uint32_t decision = is_end(search.step(last)) ? search.last_of(search.dying(), last) : last;
  if (decision != kNone && !is_check_of_writing(search.step(decision))) {
    std::string text = search.end().end()->headline;
    if (text.starts_with(kPrefix)) text.erase(0, kPrefix.size());
    const uint32_t line = search.step(last).line;
    search.say(decision, fmt::format(", and dies {}: {}", in_line(search, decision, line), text));
  }
  add_decision(search, decision);
  add_own_end(search);
}

void add_blocked(CauseSearch& search, const GoroutineView& view) {
  const uint32_t waits = search.last_of(view.actor, search.length());
  if (waits != kNone) {
    const std::string why = view.wait.object.empty() ? view.waits_for : text(view.wait);
    search.add(waits, weight::kEnd, fmt::format("waits for ever: {}", why));
    search.add_history(waits, search.length(), weight::kOrigin - 5, kMostHistory);
  }
  for (const HolderView& holder : view.wait.holders) {
    if (holder.since == 0 || holder.since > search.length()) continue;
    const auto since = static_cast<uint32_t>(holder.since) - 1;
    search.add(since, weight::kOrigin,
               deed(search.end(), search.step(since)) + ", and nobody ever gives it back");
  }
  search.add_birth(view.actor, weight::kBirth);
}

// What a goroutine did last that has finished; and whether it ever touched what the others wait
// for.
void add_finished(CauseSearch& search, schedule::Actor actor, const std::vector<uint32_t>& waits) {
  const uint32_t last = search.last_of(actor, search.length());
  if (last == kNone) return;
  search.add(last, weight::kHistory - 8);
  search.add_birth(actor, weight::kHistory - 9);
  if (actor == schedule::kMain) return search.say(last, "; then it leaves by runtime.Goexit");
  std::string more = "; then it is done";
  for (const uint32_t wait : waits) {
    const uint32_t touched = search.last(search.length(), [&](const Step& step) {
      return step.actor == actor && step.address == search.step(wait).address;
    });
    const std::string object = describe(search.end(), search.step(wait)).object;
    if (touched == kNone && !object.empty())
      more += fmt::format(", and has never touched {}", object);
  }
  search.say(last, more);
}

// Who waits, for whom, and the last that the others did: none of them woke anybody.
void add_deadlock(CauseSearch& search) {
  const std::vector<GoroutineView> views = view_goroutines(search.end());
  std::vector<uint32_t> waits;  // the steps with which they began to
  for (const GoroutineView& view : views) {
    const bool is_blocked =
        view.state == GoroutineState::Blocked && view.actor != schedule::kFinalizer;
    if (!is_blocked || waits.size() == kMostBlocked) continue;
    add_blocked(search, view);
    const uint32_t wait = search.last_of(view.actor, search.length());
    if (wait != kNone) waits.push_back(wait);
  }
  for (const GoroutineView& view : views) {
    if (view.state == GoroutineState::Finished) add_finished(search, view.actor, waits);
  }
  search.add(search.length() - 1, weight::kEnd);
  if (search.end().has_finished(schedule::kMain))
    search.add_last_steps(schedule::kMain, search.length() - 1);
}

}  // namespace

std::vector<Cause> causes_of(const vm::World& end, const vm::Steps& steps) {
  if (!end.end() || steps.empty()) return {};
  CauseSearch search(end, steps);
  switch (end.end()->kind) {
    case vm::EndKind::Return:
    case vm::EndKind::Exit:
    case vm::EndKind::Limit:
      return {};
    case vm::EndKind::Deadlock:
      add_deadlock(search);
      break;
    case vm::EndKind::Panic:
      add_panic(search);
      break;
    case vm::EndKind::Fatal:
    case vm::EndKind::Throw:
      add_throw(search);
      break;
  }
  return search.take();
}

}  // namespace hmaplab::trace
