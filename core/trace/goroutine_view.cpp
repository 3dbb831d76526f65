#include "core/trace/goroutine_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/trace/locals.h"
#include "core/trace/names.h"
#include "core/trace/value_text.h"
#include "core/vm/traceback.h"
#include "core/vm/values.h"

namespace hmaplab::trace {

using memory::Address;

namespace {

std::vector<LocalView> view_locals(const vm::Reader& reader, const vm::Frame& frame) {
  std::vector<LocalView> locals;
  each_local(reader, frame, [&](const bytecode::LocalVariable& variable, Address place) {
    locals.push_back(
        {variable.name, variable.type->text(), value_text(reader, *variable.type, place)});
  });
  return locals;
}

std::string defer_text(const vm::Reader& reader, const vm::DeferRecord& record) {
  int32_t function = record.function;
  if (function < 0) {
    function = reader.program().function_at(record.closure);
    if (function < 0 && record.closure != Address::Nil)
      function = reader.program().function_at(reader.load<Address>(record.closure));
  }
  if (function < 0) return "nil func()";
  const bytecode::Function& called = reader.program().function(static_cast<uint32_t>(function));
  std::string arguments;
  const check::FunctionBody* body = called.body;
  int32_t at = called.result_bytes;
  auto add = [&](const check::Variable* parameter) {
    std::vector<std::byte> bytes(record.arguments.begin() + at, record.arguments.end());
    vm::Reader recorded(reader.world(), bytes.data(), bytes.size());
    arguments += (arguments.empty() ? "" : ", ") +
                 value_text(recorded, *parameter->type, vm::Reader::kNowhere);
    at += static_cast<int32_t>((parameter->type->size() + 7) / 8 * 8);
  };
  if (body && body->receiver) add(body->receiver);
  for (size_t i = 0; body && i < body->parameters.size(); ++i) add(body->parameters[i]);
  return fmt::format("{}({})", called.name, arguments);
}

// Where a frame stands.
uint32_t line_of(const vm::World& world, const vm::Goroutine& goroutine, size_t index) {
  const vm::Frame& frame = goroutine.frames[index];
  const bytecode::Function& function = world.program().function(frame.function);
  uint32_t pc = std::min<uint32_t>(frame.pc, static_cast<uint32_t>(function.code.size()) - 1);
  bool waits_for_call =
      index + 1 < goroutine.frames.size() && !goroutine.frames[index + 1].is_deferred && pc > 0;
  return function.lines[waits_for_call ? pc - 1 : pc];
}

// The line of the innermost of the `count` outermost frames that is of the main file.
uint32_t line_below(const vm::World& world, const vm::Goroutine& goroutine, size_t count) {
  for (size_t i = std::min(count, goroutine.frames.size()); i-- > 0;) {
    if (is_own(world, goroutine.frames[i])) return line_of(world, goroutine, i);
  }
  return 0;
}

std::vector<FrameView> view_frames(const vm::World& world, const vm::Goroutine& goroutine) {
  vm::Reader reader(world, &goroutine);
  std::vector<FrameView> frames;
  size_t next_defer = goroutine.defers.size();
  for (size_t i = goroutine.frames.size(); i-- > 0;) {
    if (frames.size() == kInnermostFrames && i >= kOutermostFrames) {
      for (size_t k = i + 1; k-- > kOutermostFrames;) next_defer -= goroutine.frames[k].defers;
      frames.push_back({.function = fmt::format("...{} frames elided...", i + 1 - kOutermostFrames)});
      i = kOutermostFrames;
      continue;
    }
    const vm::Frame& frame = goroutine.frames[i];
    const bytecode::Function& function = world.program().function(frame.function);
    FrameView view{.function = function.name, .deferred = frame.is_deferred};
    for (uint32_t n = 0; n < frame.defers; ++n) {
      const vm::DeferRecord& record = goroutine.defers[--next_defer];
      view.defers.push_back({defer_text(reader, record), record.line});
    }
    if (function.is_wrapper && view.defers.empty()) continue;
    if (!is_own(world, frame)) {
      // Of what happens inside a standard package only the function that was called is shown.
      bool called_by_main = i > 0 && is_own(world, goroutine.frames[i - 1]);
      if (called_by_main) frames.push_back(std::move(view));
      continue;
    }
    view.line = line_of(world, goroutine, i);
    view.locals = view_locals(reader, frame);
    frames.push_back(std::move(view));
  }
  return frames;
}

std::string runtime_function(const vm::Goroutine& goroutine) {
  const bool is_inside = !std::holds_alternative<std::monostate>(goroutine.operation);
  if (!is_inside || goroutine.operation_begins) return "";
  constexpr const char* kNames[] = {"",          "makemap",  "mapassign",   "mapaccess",
                                    "mapdelete", "mapclear", "mapiterinit", "mapiternext",
                                    "mapclone"};
  return std::string("runtime.") + kNames[goroutine.operation.index()];
}

std::string panic_value_text(const vm::World& world, const vm::Goroutine& goroutine,
                             const vm::Interface& value) {
  const check::Type* type =
      value.type == Address::Nil ? nullptr : world.program().type_at(value.type);
  if (!type) return "nil";
  vm::Reader reader(world, &goroutine);
  if (auto text = vm::runtime_error_text(reader, value)) return *text;
  if (vm::is_pointer_shaped(*type))
    return fmt::format("({}) 0x{:x}", type->text(), memory::bits(value.data));
  return vm::format_for_panic(reader, *type, value.data);
}

// "chan send on jobs", "select: receive jobs, send results".
std::string waits_text(const vm::World& world, const vm::Goroutine& goroutine) {
  std::string text = vm::wait_text(goroutine.wait);
  bool selects = goroutine.wait == vm::Wait::Select;
  const char* before = selects ? ": " : " on ";
  for (const vm::Waiter& waiter : goroutine.waiters) {
    text += before + std::string(!selects ? "" : waiter.sends ? "send " : "receive ");
    text += channel_name(world, waiter.channel);
    before = ", ";
  }
  return text;
}

GoroutineView view_living(const vm::World& world, const vm::Goroutine& goroutine) {
  GoroutineView view;
  view.actor = goroutine.actor;
  view.name = schedule::name(goroutine.actor);
  view.next = goroutine.next;
  view.operation = runtime_function(goroutine);
  view.frames = view_frames(world, goroutine);
  view.entry = view.frames.empty() ? "" : view.frames.back().function;
  if (goroutine.actor == schedule::kFinalizer) view.entry = view.name;
  if (goroutine.status == vm::Status::Finished) view.state = GoroutineState::Finished;
  if (goroutine.status == vm::Status::Blocked) {
    view.state = GoroutineState::Blocked;
    view.wait = view_wait(world, goroutine);
    view.waits_for = waits_text(world, goroutine);
  }
  view.panics = panics_of(world, goroutine);
  if (goroutine.parent != schedule::kNobody) {
    view.created_by = world.program().function(goroutine.created_by).name;
    view.created_line = goroutine.created_line;
  }
  return view;
}

GoroutineView view_finished(const vm::World& world, const vm::FinishedGoroutine& goroutine) {
  GoroutineView view;
  view.actor = goroutine.actor;
  view.name = schedule::name(goroutine.actor);
  view.state = GoroutineState::Finished;
  if (goroutine.parent != schedule::kNobody) {
    view.created_by = world.program().function(goroutine.created_by).name;
    view.created_line = goroutine.created_line;
  }
  return view;
}

}  // namespace

std::vector<PanicView> panics_of(const vm::World& world, const vm::Goroutine& goroutine) {
  std::vector<PanicView> views;
  for (const vm::Panic& panic : goroutine.panics) {
    views.push_back(
        {panic.goexit ? "runtime.Goexit" : panic_value_text(world, goroutine, panic.value),
         panic.recovered, line_below(world, goroutine, panic.start)});
  }
  return views;
}

std::vector<GoroutineView> view_goroutines(const vm::World& world) {
  std::vector<std::pair<uint32_t, GoroutineView>> views;  // by birth
  for (const auto& goroutine : world.goroutines())
    views.emplace_back(goroutine->birth, view_living(world, *goroutine));
  const auto& finished = world.finished_goroutines();
  for (size_t i = 0; i < finished.size(); ++i)
    views.emplace_back(finished[i].birth, view_finished(world, finished[i]));
  std::sort(views.begin(), views.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<GoroutineView> in_order;
  for (auto& [birth, view] : views) in_order.push_back(std::move(view));
  return in_order;
}

}  // namespace hmaplab::trace
