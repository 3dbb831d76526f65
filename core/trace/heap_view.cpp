#include "core/trace/heap_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/trace/names.h"
#include "core/trace/reachable.h"
#include "core/vm/roots.h"

namespace hmaplab::trace {

using memory::Address;
using memory::Object;
using memory::ObjectKind;
using memory::ObjectPlace;
using Phase = vm::Collector::Phase;

namespace {

std::string phase_text(const vm::Collector& collector) {
  switch (collector.phase) {
    case Phase::Idle:
      return "idle";
    case Phase::Requested:
      return "requested";
    case Phase::Mark:
      return "marks";
    case Phase::Sweep:
      return "sweeps";
  }
  return "";
}

std::string type_text(const vm::World& world, const Object& object) {
  const check::Type* type = world.program().type(object.tag);
  switch (object.kind) {
    case ObjectKind::Variable:
    case ObjectKind::Boxed:
      return type->text();
    case ObjectKind::Array:
    case ObjectKind::Arguments:
      return fmt::format("[{}]{}", object.size / std::max<uint64_t>(1, type->size()), type->text());
    case ObjectKind::StringBytes:
      return fmt::format("{} bytes of a string", object.size);
    case ObjectKind::Closure:
      return "closure";
    case ObjectKind::Hmap:
      return "hmap of " + type->text();
    case ObjectKind::BucketArray:
      return "array of buckets";
    case ObjectKind::OverflowBucket:
      return "overflow bucket";
    case ObjectKind::MapExtra:
      return "mapextra";
    case ObjectKind::MapSlot:
      return "key or elem of a map";
    case ObjectKind::Channel:
      return "hchan of " + type->text();
    case ObjectKind::ChannelBuffer:
      return "buffer of a channel";
  }
  return "";
}

// Objects that something outside of the heap leads to, by the place of each.
using Places = std::set<std::pair<uint32_t, uint32_t>>;

Places roots_of(const vm::World& world) {
  Places places;
  vm::each_root(world, [&](Address pointer) {
    if (const auto place = world.heap().place_of(pointer))
      places.emplace(place->arena, place->index);
  });
  return places;
}

enum class Whose : uint8_t { Program, StandardPackages };

Places held_by_package_variables(const vm::World& world, Whose whose) {
  constexpr uint64_t kMostBytes = 64 << 10;  // of a variable
  Places places;
  const check::Package* main = &world.program().checked().main_package();
  for (const auto& variable : world.program().package_variables()) {
    if ((variable.variable->package == main) != (whose == Whose::Program)) continue;
    const Object* object = world.heap().find(variable.address);
    if (object == nullptr || !object->has_pointers) continue;
    for (uint64_t at = 0; at + 8 <= std::min(object->size, kMostBytes); at += 8) {
      const auto place = world.heap().place_of(world.heap().load<Address>(object->begin + at));
      if (place) places.emplace(place->arena, place->index);
    }
  }
  return places;
}

class HeapReader {
 public:
  HeapReader(const vm::World& world, ObjectWindow window, HeapView& view)
      : world_(world), heap_(world.heap()), window_(window), view_(view) {
    const vm::Collector& collector = world.collector();
    for (const ObjectPlace& place : collector.gray) gray_.emplace(place.arena, place.index);
    const bool looks = !view.running && view.live <= HeapView::kMostLooked;
    if (looks) reachable_ = reachable_objects(world);
    view.knows_reachable = reachable_.has_value();
    lists_freed_ = heap_.frees() <= HeapView::kMostFreed;
  }

  void read() {
    roots_ = roots_of(world_);
    variables_ = held_by_package_variables(world_, Whose::Program);
    standard_ = held_by_package_variables(world_, Whose::StandardPackages);
    for (uint32_t arena = 0; arena < heap_.arenas_in_use(); ++arena) {
      if (heap_.is_data(arena)) continue;
      for (uint32_t i = 0; i < heap_.objects_in(arena); ++i) add({arena, i});
    }
  }

 private:
  void add(ObjectPlace place) {
    const Object& object = heap_.at(place);
    if (object.freed && !lists_freed_) return;
    const std::pair key(place.arena, place.index);
    if (!object.freed && standard_.contains(key) && !roots_.contains(key) &&
        !variables_.contains(key)) {
      ++view_.standard;
      return;
    }
    const ObjectState state = state_of(place, object);
    if (state == ObjectState::Unreachable) {
      ++view_.unreachable;
      view_.unreachable_bytes += object.size;
    }
    if (is_litter(object, state)) {
      ++view_.litter;
      return;
    }
    if (view_.states.size() < HeapView::kMostStates) view_.states.push_back(state);
    const uint64_t row = view_.listed++;
    if (row >= window_.first && row - window_.first < window_.count)
      view_.objects.push_back(view_of(place, object, state));
  }

  // What printing leaves behind: strings, values in interfaces, arguments that nothing reaches.
  static bool is_litter(const Object& object, ObjectState state) {
    const bool is_nameless = object.kind == ObjectKind::StringBytes ||
                             object.kind == ObjectKind::Boxed ||
                             object.kind == ObjectKind::Arguments;
    const bool is_garbage = state == ObjectState::Unreachable || state == ObjectState::White ||
                            state == ObjectState::Freed;
    return is_nameless && is_garbage;
  }

  ObjectState state_of(ObjectPlace place, const Object& object) const {
    if (object.freed) return ObjectState::Freed;
    if (view_.running) {
      if (gray_.contains({place.arena, place.index})) return ObjectState::Gray;
      return world_.collector().marked.has(place) ? ObjectState::Black : ObjectState::White;
    }
    if (!reachable_) return ObjectState::Unknown;
    return reachable_->has(place) ? ObjectState::Reachable : ObjectState::Unreachable;
  }

  ObjectView view_of(ObjectPlace place, const Object& object, ObjectState state) const {
    ObjectView view{.address = object.begin,
                    .size = object.size,
                    .name = object_name(world_, object.begin),
                    .type = type_text(world_, object),
                    .state = state,
                    .is_root = roots_.contains({place.arena, place.index}),
                    .in_package_variable = variables_.contains({place.arena, place.index}),
                    .shared = object.shared,
                    .finalizer = {}};
    for (const FinalizerView& finalizer : view_.finalizers) {
      if (memory::bits(finalizer.address) - memory::bits(object.begin) <
          std::max<uint64_t>(1, object.size))
        view.finalizer = finalizer.state;
    }
    return view;
  }

  const vm::World& world_;
  const memory::Heap& heap_;
  ObjectWindow window_;
  HeapView& view_;
  Places gray_;
  Places roots_;
  Places variables_;
  Places standard_;
  std::optional<Reachable> reachable_;
  bool lists_freed_ = true;
};

std::string finalizer_goroutine_text(const vm::World& world, const HeapView& view) {
  for (const FinalizerView& finalizer : view.finalizers) {
    if (finalizer.state == FinalizerState::Running)
      return fmt::format("runs {} for {}", finalizer.function, finalizer.object);
  }
  const vm::Goroutine* goroutine = world.goroutine(schedule::kFinalizer);
  if (goroutine == nullptr) return "not started";
  return goroutine->status == vm::Status::Blocked ? "waits for work" : "has work";
}

}  // namespace

HeapView view_heap(const vm::World& world, ObjectWindow window) {
  const vm::Collector& collector = world.collector();
  const memory::Heap& heap = world.heap();
  HeapView view{.phase = phase_text(collector),
                .running = collector.is_stopping(),
                .live = heap.allocations() - heap.frees(),
                .live_bytes = heap.live_bytes(),
                .freed = heap.frees(),
                .goal = collector.percent < 0 ? 0 : collector.goal,
                .collections = collector.collections,
                .first = window.first,
                .finalizers = view_finalizers(world)};
  view.finalizer_goroutine = finalizer_goroutine_text(world, view);
  HeapReader(world, window, view).read();
  return view;
}

}  // namespace hmaplab::trace
