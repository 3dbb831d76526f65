#include "core/trace/finalizer_view.h"

#include <fmt/format.h>

#include "core/trace/names.h"
#include "core/vm/values.h"

namespace hmaplab::trace {

namespace {

FinalizerView view_of(const vm::World& world, const vm::Finalizer& finalizer,
                      FinalizerState state) {
  FinalizerView view{.address = finalizer.object,
                     .object = object_name(world, finalizer.object),
                     .function = "nil",
                     .state = state};
  const bytecode::Program& program = world.program();
  if (finalizer.function == memory::Address::Nil) return view;
  int32_t function = program.function_at(finalizer.function);
  if (function < 0)
    function = program.function_at(vm::Reader(world).load<memory::Address>(finalizer.function));
  if (function >= 0) view.function = program.function(static_cast<uint32_t>(function)).name;
  return view;
}

}  // namespace

std::string_view name(FinalizerState state) {
  switch (state) {
    case FinalizerState::Set:
      return "set";
    case FinalizerState::Queued:
      return "queued";
    case FinalizerState::Running:
      return "running";
  }
  return "";
}

std::vector<FinalizerView> view_finalizers(const vm::World& world) {
  const vm::Collector& collector = world.collector();
  std::vector<FinalizerView> views;
  for (const vm::Finalizer& finalizer : *collector.finalizers)
    views.push_back(view_of(world, finalizer, FinalizerState::Set));
  for (size_t i = collector.batch.size(); i-- > 0;) {
    bool runs = collector.is_finalizing && i + 1 == collector.batch.size();
    views.push_back(view_of(world, collector.batch[i],
                            runs ? FinalizerState::Running : FinalizerState::Queued));
  }
  for (size_t i = collector.queue.size(); i-- > 0;)
    views.push_back(view_of(world, collector.queue[i], FinalizerState::Queued));
  return views;
}

std::string finalizers_text(const vm::World& world) {
  std::string text;
  for (const FinalizerView& view : view_finalizers(world))
    text += fmt::format("finalizer of {}: {} ({})\n", view.object, view.function, name(view.state));
  return text;
}

}  // namespace hmaplab::trace
