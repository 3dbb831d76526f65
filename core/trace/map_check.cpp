#include "core/trace/map_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/gomap/inspect.h"
#include "core/trace/map_view.h"
#include "core/vm/map_types.h"
#include "core/vm/values.h"

namespace hmaplab::trace {

using memory::Address;

namespace {

bool somebody_is_inside(const vm::World& world, Address hmap) {
  return std::any_of(
      world.goroutines().begin(), world.goroutines().end(), [&](const auto& goroutine) {
        return goroutine->operation_map == hmap &&
               !std::holds_alternative<std::monostate>(goroutine->operation);
      });
}

// Behind the array there is nothing that an inspector could look at.
std::string array_too_short(const vm::World& world, const gomap::MapType& layout,
                            const gomap::MapHeader<Address>& head) {
  auto is_short = [&](Address array, uint64_t buckets) {
    const memory::Object* object = world.heap().find(array);
    const uint64_t there = object ? (object->size - (array - object->begin)) / layout.bucket_size : 0;
    return array != Address::Nil && there < buckets;
  };
  if (head.B >= 48 || is_short(head.buckets, head.length()))
    return fmt::format("B is {}, for which the array is too short", head.B);
  if (head.growing() && is_short(head.oldbuckets, head.old_length()))
    return "the old array is too short";
  return "";
}

// A key that two writers have inserted at the same time.
std::string key_twice(const vm::Reader& reader, const check::MapType& type, Address hmap) {
  std::multimap<uint64_t, Address> keys;
  std::string wrong;
  vm::each_entry(reader, type, hmap, [&](Address key, Address) {
    base::RandomStream for_nan{key - Address::Nil};
    const uint64_t hash = vm::hash_value(reader, *type.key(), key, 0, for_nan).value;
    const auto [first, last] = keys.equal_range(hash);
    for (auto other = first; other != last; ++other) {
      if (vm::equal_values(reader, *type.key(), key, other->second).value != 0)
        wrong = "a key is in it twice: " + vm::format_value(reader, *type.key(), key, vm::Verb::Quoted);
    }
    keys.emplace(hash, key);
  });
  return wrong;
}

}  // namespace

std::string wrong_map(const vm::World& world, Address hmap) {
  if (somebody_is_inside(world, hmap)) return "";
  const memory::Object* object = world.heap().find(hmap);
  if (!object || object->kind != memory::ObjectKind::Hmap) return "";
  const auto* type = check::as<check::MapType>(world.program().type(object->tag));
  const gomap::MapType layout = vm::map_type_of(*type, world.options().go_minor);
  const vm::Reader reader(world);
  const gomap::Inspector<vm::Reader> inspector(reader, layout, hmap);
  if (std::string wrong = array_too_short(world, layout, inspector.header()); !wrong.empty())
    return wrong;
  if (std::string wrong = inspector.check_invariants(); !wrong.empty()) return wrong;
  return key_twice(reader, *type, hmap);
}

std::string wrong_map(const vm::World& world) {
  for (Address hmap : maps_of(world)) {
    if (std::string wrong = wrong_map(world, hmap); !wrong.empty()) return wrong;
  }
  return "";
}

}  // namespace hmaplab::trace
