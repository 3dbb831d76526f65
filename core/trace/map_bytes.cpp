#include "core/trace/map_bytes.h"

#include <fmt/format.h>

#include "core/gomap/inspect.h"
#include "core/trace/map_view.h"
#include "core/trace/names.h"
#include "core/vm/map_types.h"
#include "core/vm/values.h"

namespace hmaplab::trace {

using gomap::Hmap;
using memory::Address;

namespace {

const check::MapType* map_type_at(const vm::World& world, Address hmap) {
  const memory::Object* object = world.heap().find(hmap);
  if (!object || object->kind != memory::ObjectKind::Hmap) return nullptr;
  return check::as<check::MapType>(world.program().type(object->tag));
}

std::string pointer_text(Address address) {
  return address == Address::Nil ? "nil" : fmt::format("{:#x}", memory::bits(address));
}

void read_bytes(BytesView& view, const vm::Reader& reader, uint64_t size) {
  view.bytes.resize(size);
  reader.read(view.at, view.bytes.data(), size);
}

void add(BytesView& view, uint32_t offset, uint32_t size, std::string name, std::string value) {
  view.fields.push_back({.offset = offset,
                         .size = size,
                         .part = size,
                         .name = std::move(name),
                         .value = std::move(value)});
}

// What alignment leaves between the fields and behind the last one.
void fill_gaps(BytesView& view) {
  std::vector<ByteField> fields;
  uint32_t end = 0;
  const auto gap_to = [&](uint32_t offset) {
    if (offset <= end) return;
    fields.push_back({.offset = end,
                      .size = offset - end,
                      .part = offset - end,
                      .name = "padding",
                      .value = ""});
  };
  for (ByteField& field : view.fields) {
    if (field.size == 0) continue;
    gap_to(field.offset);
    end = field.offset + field.size;
    fields.push_back(std::move(field));
  }
  gap_to(static_cast<uint32_t>(view.bytes.size()));
  view.fields = std::move(fields);
}

// Keys and elems one after the other; a slot that is empty has no value.
void add_slots(BytesView& view, const vm::Reader& reader, const gomap::MapType& layout,
               const check::MapType& type, bool keys) {
  const check::Type& of = keys ? *type.key() : *type.element();
  const bool indirect = keys ? layout.indirect_key : layout.indirect_elem;
  for (uint32_t i = 0; i < gomap::kBucketSlots; ++i) {
    const uint8_t top = view.bytes[i];
    const bool readable =
        top >= gomap::kMinTopHash || top == gomap::kEvacuatedX || top == gomap::kEvacuatedY;
    const uint32_t offset =
        keys ? gomap::Bucket::key_offset(layout, i) : gomap::Bucket::elem_offset(layout, i);
    const Address slot = view.at + offset;
    const Address value = indirect ? reader.load<Address>(slot) : slot;
    add(view, offset, keys ? layout.key_slot : layout.elem_slot,
        fmt::format("{}[{}]", keys ? "key" : "elem", i),
        readable ? vm::format_value(reader, of, value, vm::Verb::Quoted) : "");
  }
}

// "m.buckets[2]", "m.oldbuckets[0]", "m, overflow bucket".
std::string bucket_name(const vm::World& world, const vm::Reader& reader, Address hmap,
                        Address bucket, uint64_t size) {
  const std::string map = map_name(world, hmap);
  const memory::Object* object = world.heap().find(bucket);
  const auto B = reader.peek(hmap, Hmap::B);
  for (const auto& [array, name] : {std::pair{reader.peek(hmap, Hmap::buckets), "buckets"},
                                    std::pair{reader.peek(hmap, Hmap::oldbuckets), "oldbuckets"}}) {
    if (object == nullptr || object->begin != array) continue;
    const uint64_t index = (bucket - array) / size;
    if (index >> (B & 63) == 0) return fmt::format("{}.{}[{}]", map, name, index);
  }
  return map + ", overflow bucket";
}

}  // namespace

BytesView view_header_bytes(const vm::World& world, Address hmap) {
  BytesView view{.at = hmap, .name = {}, .bytes = {}, .fields = {}};
  const check::MapType* type = map_type_at(world, hmap);
  if (type == nullptr) return view;
  const vm::Reader reader(world);
  const gomap::MapType layout = vm::map_type_of(*type, world.options().go_minor);
  const auto header = gomap::Inspector<vm::Reader>(reader, layout, hmap).header();
  view.name = map_name(world, hmap);
  read_bytes(view, reader, Hmap::kSize);
  add(view, Hmap::count.offset, 8, "count", fmt::format("{}", header.count));
  add(view, Hmap::flags.offset, 1, "flags", flags_text(header.flags));
  add(view, Hmap::B.offset, 1, "B", fmt::format("{}", header.B));
  add(view, Hmap::noverflow.offset, 2, "noverflow", fmt::format("{}", header.noverflow));
  add(view, Hmap::hash0.offset, 4, "hash0", fmt::format("{:08x}", header.hash0));
  add(view, Hmap::buckets.offset, 8, "buckets", pointer_text(header.buckets));
  add(view, Hmap::oldbuckets.offset, 8, "oldbuckets", pointer_text(header.oldbuckets));
  add(view, Hmap::nevacuate.offset, 8, "nevacuate", fmt::format("{}", header.nevacuate));
  add(view, Hmap::extra.offset, 8, "extra", pointer_text(header.extra));
  return view;
}

BytesView view_bucket_bytes(const vm::World& world, Address hmap, Address bucket) {
  BytesView view{.at = bucket, .name = {}, .bytes = {}, .fields = {}};
  const check::MapType* type = map_type_at(world, hmap);
  if (type == nullptr) return view;
  const vm::Reader reader(world);
  const gomap::MapType layout = vm::map_type_of(*type, world.options().go_minor);
  if (bucket == Address::Nil || !reader.readable(bucket, layout.bucket_size)) return view;
  view.name = bucket_name(world, reader, hmap, bucket, layout.bucket_size);
  read_bytes(view, reader, layout.bucket_size);
  add(view, 0, gomap::kBucketSlots, "tophash", "");
  view.fields.back().part = 1;
  add_slots(view, reader, layout, *type, /*keys=*/true);
  add_slots(view, reader, layout, *type, /*keys=*/false);
  view.overflow = reader.load<Address>(bucket + layout.overflow_offset);
  add(view, layout.overflow_offset, 8, "overflow", pointer_text(view.overflow));
  fill_gaps(view);
  return view;
}

}  // namespace hmaplab::trace
