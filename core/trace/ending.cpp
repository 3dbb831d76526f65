#include "core/trace/ending.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/gomap/layout.h"
#include "core/trace/map_view.h"
#include "core/trace/names.h"

namespace hmaplab::trace {

using memory::Point;
using vm::AccessKind;
using vm::Step;

namespace {

constexpr uint32_t kNone = ~0u;

EndingKind kind_of(vm::EndKind kind) {
  switch (kind) {
    case vm::EndKind::Return:
    case vm::EndKind::Exit:
      return EndingKind::Fine;
    case vm::EndKind::Panic:
      return EndingKind::Panic;
    case vm::EndKind::Fatal:
      return EndingKind::Fatal;
    case vm::EndKind::Throw:
      return EndingKind::Throw;
    case vm::EndKind::Deadlock:
      return EndingKind::Deadlock;
    case vm::EndKind::Limit:
      return EndingKind::Limit;
  }
  return EndingKind::Fine;
}

bool is_flags(const Step& step) {
  return step.form == vm::ValueForm::Flags && step.part == vm::MapPart::Header;
}

// The last step of `actor` before `end`; kNone when it made none.
uint32_t last_step_of(const vm::Steps& steps, schedule::Actor actor, uint32_t end) {
  for (uint32_t i = end; i-- > 0;) {
    if (steps[i].actor == actor) return i;
  }
  return kNone;
}

// The step by another actor that made hashWriting of this map what it is at `before`.
uint32_t who_set_the_flag(const vm::Steps& steps, uint32_t before) {
  const Step& check = steps[before];
  bool now = (check.old_value.word() & gomap::kHashWriting) != 0;
  for (uint32_t i = before; i-- > 0;) {
    const Step& step = steps[i];
    if (!is_flags(step) || step.access != AccessKind::Store || step.address != check.address)
      continue;
    bool was = (step.old_value.word() & gomap::kHashWriting) != 0;
    bool is = (step.new_value.word() & gomap::kHashWriting) != 0;
    if (was != is && is == now) return i;
  }
  return kNone;
}

Culprit culprit(const vm::World& end, const vm::Steps& steps, uint32_t index,
                std::string sentence) {
  const Step& step = steps[index];
  const source::SourceFile& file = end.program().main_file();
  Culprit who{
      .actor = step.actor, .step = index, .line = step.line, .sentence = std::move(sentence)};
  if (step.line >= 1 && step.line <= file.line_count()) {
    std::string_view text = file.line(step.line);
    size_t first = text.find_first_not_of(" \t");
    who.source = first == std::string_view::npos ? "" : text.substr(first);
  }
  who.function = end.program().function(step.function).name;
  return who;
}

// Concurrent map use: who made the flag so, and who found it so.
void explain_map_collision(const vm::World& end, const vm::Steps& steps, Ending& ending) {
  uint32_t check = last_step_of(steps, end.end()->actor, ending.step);
  if (check == kNone || !is_flags(steps[check])) return;
  uint32_t set = who_set_the_flag(steps, check);
  ending.object = steps[check].map;
  ending.flag = gomap::kHashWriting;
  std::string map = map_name(end, ending.object);
  bool was_set = (steps[check].old_value.word() & gomap::kHashWriting) != 0;
  if (set != kNone) {
    ending.culprits.push_back(
        culprit(end, steps, set,
                fmt::format("{} hashWriting in {}.flags", was_set ? "set" : "cleared", map)));
  }
  ending.culprits.push_back(culprit(end, steps, check,
                                    fmt::format("looked at {}.flags and found hashWriting {}", map,
                                                was_set ? "set" : "cleared")));
  ending.explanation =
      "The check is one plain look at a flag, no lock: it notices another writer only when it "
      "looks at the right moment. "
      "A fatal error is no panic: no deferred function runs and recover never sees it.";
}

void explain_panic(const vm::World& end, const vm::Steps& steps, Ending& ending) {
  ending.culprits.push_back(culprit(end, steps, ending.step, ending.headline));
  if (ending.headline.find("assignment to entry in nil map") != std::string::npos) {
    ending.explanation = "The map was never made: a nil map can be read, but not written to. ";
  }
  ending.explanation +=
      "A panic runs deferred functions, and recover works in one that the panic itself has called. "
      "Here none recovered.";
}

void explain_deadlock(const vm::World& end, const vm::Steps& steps, Ending& ending) {
  for (const auto& goroutine : end.goroutines()) {
    if (goroutine->status != vm::Status::Blocked) continue;
    uint32_t last = last_step_of(steps, goroutine->actor, static_cast<uint32_t>(steps.size()));
    if (last != kNone) ending.culprits.push_back(culprit(end, steps, last, "waits here for ever"));
  }
  ending.explanation =
      "Every goroutine waits, and no timer is pending: nobody can ever wake one of them.";
}

}  // namespace

Ending explain_ending(const vm::World& end, const vm::Steps& steps) {
  Ending ending;
  if (!end.end() || steps.empty()) return ending;
  ending.kind = kind_of(end.end()->kind);
  ending.headline = end.end()->headline;
  ending.go_text = end.end()->stderr_text;
  ending.exit_status = end.end()->exit_status;
  ending.step = static_cast<uint32_t>(steps.size()) - 1;
  switch (ending.kind) {
    case EndingKind::Fine:
      ending.headline = fmt::format("exit status {}", ending.exit_status);
      break;
    case EndingKind::Panic:
      explain_panic(end, steps, ending);
      break;
    case EndingKind::Fatal:
    case EndingKind::Throw:
      explain_map_collision(end, steps, ending);
      break;
    case EndingKind::Deadlock:
      explain_deadlock(end, steps, ending);
      break;
    case EndingKind::Limit:
      break;
  }
  if (ending.culprits.empty() && ending.kind != EndingKind::Fine &&
      ending.kind != EndingKind::Limit) {
    ending.culprits.push_back(culprit(end, steps, ending.step, ending.headline));
  }
  return ending;
}

}  // namespace hmaplab::trace
