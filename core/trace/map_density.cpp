#include "core/trace/map_density.h"

#include <algorithm>

#include "core/gomap/inspect.h"
#include "core/trace/map_view.h"
#include "core/vm/map_types.h"
#include "core/vm/values.h"

namespace hmaplab::trace {

using memory::Address;

namespace {

constexpr size_t kLongestChain = 64;  // overflow buckets that are counted

void look_at(DensityCell& cell, const vm::Reader& reader, const gomap::MapType& layout,
             Address first) {
  ++cell.looked;
  Address bucket = first;
  for (size_t i = 0; i < kLongestChain && bucket != Address::Nil; ++i) {
    const auto tops = reader.load<uint64_t>(bucket);
    if (i == 0 && gomap::is_evacuated(static_cast<uint8_t>(tops))) {
      ++cell.evacuated;
      return;
    }
    for (uint32_t slot = 0; slot < gomap::kBucketSlots; ++slot)
      cell.used += static_cast<uint8_t>(tops >> (8 * slot)) >= gomap::kMinTopHash ? 1 : 0;
    if (i > 0) ++cell.overflow;
    bucket = reader.load<Address>(bucket + layout.overflow_offset);
  }
}

struct Plan {
  uint64_t each = 1;    // buckets of a cell
  uint64_t looked = 1;  // of them
};

Plan plan_of(uint64_t length) {
  const uint64_t each = std::max<uint64_t>(1, length / DensityView::kMostCells);
  return {each, std::min(each, DensityView::kMostLooked / DensityView::kMostCells)};
}

std::vector<DensityCell> view_array(const vm::Reader& reader, const gomap::MapType& layout,
                                    Address array, uint64_t length, const Plan& plan) {
  std::vector<DensityCell> cells;
  for (uint64_t first = 0; first < length; first += plan.each) {
    DensityCell& cell = cells.emplace_back();
    const uint64_t end = std::min(length, first + plan.looked);
    for (uint64_t i = first; i < end; ++i)
      look_at(cell, reader, layout, array + i * layout.bucket_size);
  }
  return cells;
}

}  // namespace

DensityView view_density(const vm::World& world, Address hmap) {
  DensityView view{.map = hmap, .buckets = {}, .oldbuckets = {}};
  const memory::Object* object = world.heap().find(hmap);
  if (!object || object->kind != memory::ObjectKind::Hmap) return view;
  const auto& type = *check::as<check::MapType>(world.program().type(object->tag));
  const gomap::MapType layout = vm::map_type_of(type, world.options().go_minor);
  const vm::Reader reader(world);
  const auto header = gomap::Inspector<vm::Reader>(reader, layout, hmap).header();
  const uint64_t length = array_length(world, layout, header.buckets);
  const uint64_t old_length = array_length(world, layout, header.oldbuckets);
  const Plan now = plan_of(length);
  const Plan old = plan_of(old_length);
  view.each = now.each;
  view.old_each = old.each;
  view.sampled = now.looked < now.each || old.looked < old.each;
  view.buckets = view_array(reader, layout, header.buckets, length, now);
  view.oldbuckets = view_array(reader, layout, header.oldbuckets, old_length, old);
  return view;
}

}  // namespace hmaplab::trace
