#include "core/vm/reach.h"

#include <algorithm>
#include <set>

#include "core/vm/object_pointers.h"
#include "core/vm/roots.h"

namespace hmaplab::vm {

using memory::Address;
using memory::Object;
using schedule::Actor;

namespace {

std::vector<Address> roots_of(const World& world, Actor actor) {
  std::vector<Address> roots;
  const auto add = [&](Address pointer) { roots.push_back(pointer); };
  if (actor == schedule::kNobody) {
    for (const auto& place : world.program().package_variables()) add(place.address);
  } else if (actor == schedule::kClock) {
    for (const Timer& timer : world.timers()) {
      add(timer.object);
      add(timer.target);
    }
  } else if (const Goroutine* goroutine = world.goroutine(actor)) {
    each_root_of(world, *goroutine, add);
  }
  if (actor == schedule::kFinalizer) {
    const Collector& collector = world.collector();
    for (const auto* list : {&*collector.finalizers, &collector.queue, &collector.batch}) {
      for (const Finalizer& finalizer : *list) {
        add(finalizer.object);
        add(finalizer.function);
      }
    }
  }
  return roots;
}

}  // namespace

bool Reach::comes_to(Actor actor, Address address) {
  const Object* object = world_.heap().find(address);
  if (!object) return false;
  const Objects& objects = of(actor);
  return std::binary_search(objects.begin(), objects.end(), object->begin);
}

const Reach::Objects& Reach::of(Actor actor) {
  const auto known = known_.find(actor);
  if (known != known_.end()) return known->second;
  return known_.emplace(actor, objects_from(roots_of(world_, actor))).first->second;
}

Reach::Objects Reach::objects_from(std::vector<Address> pointers) {
  std::set<Address> found;
  std::map<uint32_t, gomap::MapType> layouts;
  uint64_t followed = 0;
  const auto layout_of = [&](uint32_t type) -> const gomap::MapType& {
    const auto known = layouts.find(type);
    if (known != layouts.end()) return known->second;
    const auto& map = *check::as<check::MapType>(world_.program().type(type));
    return layouts.emplace(type, map_type_of(map, world_.options().go_minor)).first->second;
  };
  const auto follow = [&](Address pointer, Address) {
    if (pointer != Address::Nil && ++followed <= kMostPointers) pointers.push_back(pointer);
  };
  const ObjectPointers pointers_of(world_, layout_of, follow);
  while (!pointers.empty()) {
    const Object* object = world_.heap().find(pointers.back());
    pointers.pop_back();
    if (object && found.insert(object->begin).second) pointers_of.of(*object);
  }
  complete_ = complete_ && followed <= kMostPointers;
  return {found.begin(), found.end()};
}

}  // namespace hmaplab::vm
