#include "core/trace/store_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/trace/step_text.h"

namespace hmaplab::trace {

using memory::BufferedStore;
using memory::MemoryOrder;

namespace {

void keep(vm::ValueBytes& value, const std::byte* bytes, size_t size) {
  value.size = static_cast<uint32_t>(size);
  std::copy_n(bytes, std::min(size, value.data.size()), value.data.begin());
}

// The step that draining it would be.
vm::Step drain_step(const vm::World& world, const BufferedStore& store) {
  const memory::StoreLabel& label = store.label;
  vm::Step step;
  step.point = memory::Point::store_buffer_drain;
  step.access = vm::AccessKind::Store;
  const memory::Object* object = world.heap().find(store.address);
  step.object = object != nullptr ? object->begin : store.address;
  step.address = store.address;
  step.map = label.map;
  step.part = static_cast<vm::MapPart>(label.part);
  step.bucket = label.bucket;
  step.field = label.field;
  step.index = label.index;
  const bool is_whole = label.size == store.bytes.size();
  step.form = is_whole ? static_cast<vm::ValueForm>(label.form) : vm::ValueForm::Number;
  step.type = is_whole ? label.type : 0;
  std::vector<std::byte> old(store.bytes.size());
  if (world.heap().contains(store.address, old.size()))
    world.heap().read(store.address, old.data(), old.size());
  keep(step.old_value, old.data(), old.size());
  keep(step.new_value, store.bytes.data(), store.bytes.size());
  return step;
}

BufferedStoreView view_of(const vm::World& world, const BufferedStore& store) {
  const StepText text = describe(world, drain_step(world, store));
  const bool both = !text.object.empty() && !text.field.empty();
  const char* between = both && !text.field.starts_with('[') ? "." : "";
  return {.place = text.object + between + text.field,
          .value = text.new_value,
          .memory = text.old_value,
          .line = store.label.line,
          .choice = {}};
}

}  // namespace

std::vector<StoreBufferView> view_store_buffers(const vm::World& world) {
  std::vector<StoreBufferView> views;
  const MemoryOrder order = world.options().memory;
  if (order == MemoryOrder::Sc) return views;
  for (const auto& goroutine : world.goroutines()) {
    StoreBufferView view{
        .owner = goroutine->actor, .lane = schedule::drain_of(goroutine->actor), .stores = {}};
    for (const BufferedStore& store : goroutine->store_buffer.stores())
      view.stores.push_back(view_of(world, store));
    if (!world.end()) {
      const std::vector<size_t> drainable = goroutine->store_buffer.drainable(order);
      for (size_t i = 0; i < drainable.size(); ++i)
        view.stores[drainable[i]].choice = static_cast<uint32_t>(i);
    }
    views.push_back(std::move(view));
  }
  return views;
}

std::string memory_order_text(MemoryOrder order) {
  switch (order) {
    case MemoryOrder::Sc:
      return "sc: every store is in memory at once";
    case MemoryOrder::Tso:
      return "tso, as on x86: stores reach memory in their order, but later loads of the same "
             "goroutine may come before them";
    case MemoryOrder::Pso:
      return "pso, one of the reorderings that arm64 allows: stores to different words reach "
             "memory "
             "in any order";
  }
  return "";
}

std::string store_buffers_text(const vm::World& world) {
  if (world.options().memory == MemoryOrder::Sc) return "";
  std::string text = memory_order_text(world.options().memory) + "\n";
  for (const StoreBufferView& view : view_store_buffers(world)) {
    text += schedule::name(view.owner) + ": ";
    for (const BufferedStoreView& store : view.stores) {
      text += fmt::format("{}{} = {} (others see {})", &store == &view.stores.front() ? "" : ", ",
                          store.place, store.value, store.memory);
    }
    text += view.stores.empty() ? "empty\n"
                                : fmt::format("; drained by {}\n", schedule::name(view.lane));
  }
  return text;
}

}  // namespace hmaplab::trace
