// Store buffers (Options::memory): what a goroutine stores where others can look goes into its
// buffer first. Draining is a step of a lane of its own, g2~; whatever synchronises drains the own
// buffer before it does anything else, as Go's atomics and locks guarantee.
#include "core/vm/machine.h"

namespace hmaplab::vm {

using memory::BufferedStore;
using memory::MemoryOrder;
using memory::Point;

namespace {

// Loads and stores as processors have them, and whatever nobody else notices.
bool is_plain(Point point) {
  return memory::is_access(point) || point == Point::runtime_spin;
}

memory::StoreLabel label_of(const Step& step) {
  return {.field = step.field,
          .index = step.index,
          .type = step.type,
          .form = static_cast<uint8_t>(step.form),
          .size = step.new_value.size,
          .map = step.map,
          .part = static_cast<uint8_t>(step.part),
          .bucket = step.bucket,
          .function = step.function,
          .line = step.line};
}

void keep(ValueBytes& value, const std::vector<std::byte>& bytes) {
  value.size = static_cast<uint32_t>(bytes.size());
  std::copy_n(bytes.begin(), std::min(bytes.size(), value.data.size()), value.data.begin());
}

}  // namespace

// What only one goroutine can reach needs no buffer: nobody could tell.
bool Machine::buffers(Address address) const {
  return world_.options_.memory != MemoryOrder::Sc && !is_alone() && is_visible(address);
}

void Machine::drain_before(Point point) {
  if (!goroutine_.store_buffer.empty() && !is_plain(point)) drain();
}

void Machine::drain() { world_.drain(goroutine_); }

void World::drain(Goroutine& goroutine) {
  while (!goroutine.store_buffer.empty()) {
    const BufferedStore store = goroutine.store_buffer.take(0);
    heap_.write(store.address, store.bytes.data(), store.bytes.size());
  }
}

// The collector has to see everything.
void World::drain_all() {
  for (size_t i = 0; i < goroutines().size(); ++i) {
    if (!goroutines()[i]->store_buffer.empty()) drain(goroutines_.write(i));
  }
}

void World::label_stores(Goroutine& goroutine, size_t before, const Step& record) const {
  if (record.buffered) goroutine.store_buffer.label(before, label_of(record));
}

// One store becomes visible: the oldest, or under pso the oldest of the word that was chosen.
Step World::step_drain(schedule::Move move) {
  Goroutine& goroutine = write(schedule::drained_by(move.actor));
  const std::vector<size_t> places = goroutine.store_buffer.drainable(options_.memory);
  const size_t chosen = move.choice == schedule::Move::kNoChoice ? 0 : move.choice;
  INVARIANT(chosen < places.size(), "a choice of a word that is not in the buffer");
  const BufferedStore store = goroutine.store_buffer.take(places[chosen]);
  const memory::StoreLabel& label = store.label;
  Step record{.actor = move.actor, .point = Point::store_buffer_drain};
  if (places.size() > 1) record.choice = static_cast<uint32_t>(chosen);
  record.access = AccessKind::Store;
  record.visible = true;
  record.ends_operation = true;
  const memory::Object* object = heap_.find(store.address);
  record.object = object ? object->begin : store.address;
  record.address = store.address;
  record.map = label.map;
  record.part = static_cast<MapPart>(label.part);
  record.bucket = label.bucket;
  record.field = label.field;
  record.index = label.index;
  const bool is_whole = label.size == store.bytes.size();
  record.form = is_whole ? static_cast<ValueForm>(label.form) : ValueForm::Number;
  record.type = is_whole ? label.type : 0;
  record.function = label.function;
  record.line = label.line;
  std::vector<std::byte> old(store.bytes.size());
  heap_.read(store.address, old.data(), old.size());
  keep(record.old_value, old);
  keep(record.new_value, store.bytes);
  heap_.write(store.address, store.bytes.data(), store.bytes.size());
  return record;
}

}  // namespace hmaplab::vm
