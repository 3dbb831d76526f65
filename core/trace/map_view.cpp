#include "core/trace/map_view.h"

#include <fmt/format.h>

#include "core/gomap/inspect.h"
#include "core/trace/holders.h"
#include "core/trace/names.h"
#include "core/vm/values.h"

namespace hmaplab::trace {

using memory::Address;

namespace {

constexpr size_t kLongestChain = 64;

struct MapReader {
  const vm::Reader& reader;
  const gomap::MapType& layout;
  const check::MapType& type;
  const vm::World& world;
};

std::string text_at(const MapReader& map, const check::Type& type, Address slot, bool indirect) {
  Address value = indirect ? map.reader.load<Address>(slot) : slot;
  return vm::format_value(map.reader, type, value, vm::Verb::Quoted);
}

BucketView view_bucket(const MapReader& map, Address address) {
  BucketView bucket;
  bucket.address = address;
  for (uint32_t i = 0; i < gomap::kBucketSlots; ++i) {
    SlotView& slot = bucket.slots[i];
    slot.tophash_at = address + i;
    slot.key_at = address + gomap::Bucket::key_offset(map.layout, i);
    slot.elem_at = address + gomap::Bucket::elem_offset(map.layout, i);
    slot.tophash = map.reader.load<uint8_t>(slot.tophash_at);
    slot.used = slot.tophash >= gomap::kMinTopHash;
    slot.moved = slot.tophash == gomap::kEvacuatedX || slot.tophash == gomap::kEvacuatedY;
    if (!slot.used && !slot.moved) continue;
    slot.key = text_at(map, *map.type.key(), slot.key_at, map.layout.indirect_key);
    slot.elem = text_at(map, *map.type.element(), slot.elem_at, map.layout.indirect_elem);
  }
  bucket.overflow_at = address + map.layout.overflow_offset;
  bucket.overflow = map.reader.load<Address>(bucket.overflow_at);
  return bucket;
}

// At most `length` chains.
std::vector<ChainView> view_array(const MapReader& map, Address array, uint64_t length,
                                  BucketWindow window) {
  std::vector<ChainView> chains;
  uint64_t end = std::min({length, array_length(map.world, map.layout, array), window.first + window.count});
  for (uint64_t i = window.first; i < end; ++i) {
    ChainView chain;
    chain.index = i;
    Address address = array + i * map.layout.bucket_size;
    while (address != Address::Nil && chain.buckets.size() < kLongestChain) {
      chain.buckets.push_back(view_bucket(map, address));
      address = chain.buckets.back().overflow;
    }
    if (chain.buckets.empty()) continue;
    chain.evacuated = gomap::is_evacuated(chain.buckets[0].slots[0].tophash);
    chains.push_back(std::move(chain));
  }
  return chains;
}

// The range loops that are under way over this map: an hiter in the frame of a goroutine that names
// it.
std::vector<IteratorView> view_iterators(const vm::World& world, Address hmap) {
  std::vector<IteratorView> iterators;
  for (const auto& goroutine : world.goroutines()) {
    vm::Reader reader(world, &*goroutine);
    for (const vm::Frame& frame : goroutine->frames) {
      const bytecode::Function& function = world.program().function(frame.function);
      for (const bytecode::Instruction& instruction : function.code) {
        if (instruction.op != bytecode::Op::MapIterateInit) continue;
        Address hiter{base::kStackBegin + frame.base + static_cast<uint64_t>(instruction.a)};
        if (reader.peek(hiter, gomap::Hiter::h) != hmap) continue;
        iterators.push_back({.goroutine = schedule::name(goroutine->actor),
                             .start_bucket = reader.peek(hiter, gomap::Hiter::start_bucket),
                             .bucket = reader.peek(hiter, gomap::Hiter::bucket),
                             .offset = reader.peek(hiter, gomap::Hiter::offset),
                             .i = reader.peek(hiter, gomap::Hiter::i),
                             .wrapped = reader.peek(hiter, gomap::Hiter::wrapped) != 0,
                             .at = reader.peek(hiter, gomap::Hiter::bptr),
                             .buckets_at = reader.peek(hiter, gomap::Hiter::buckets)});
      }
    }
  }
  return iterators;
}

std::vector<ChainView> view_former_array(const MapReader& map, const MapView& view,
                                         BucketWindow window) {
  for (const IteratorView& iterator : view.iterators) {
    const Address array = iterator.buckets_at;
    if (array != view.buckets_at && array != view.oldbuckets_at)
      return view_array(map, array, ~uint64_t{0}, window);
  }
  return {};
}

}  // namespace

uint64_t array_length(const vm::World& world, const gomap::MapType& layout, Address array,
                      Spares spares) {
  const memory::Object* object = world.heap().find(array);
  const bool is_array = object && object->kind == memory::ObjectKind::BucketArray &&
                        object->begin == array;
  if (!is_array) return 0;
  const uint64_t buckets = gomap::buckets_in(layout, object->size);
  return spares == Spares::Not ? buckets : object->size / layout.bucket_size - buckets;
}

std::vector<Address> maps_of(const vm::World& world) {
  std::vector<Address> maps;
  world.heap().each_object([&](const memory::Object& object) {
    if (object.kind == memory::ObjectKind::Hmap) maps.push_back(object.begin);
  });
  return maps;
}

MapView view_map(const vm::World& world, Address hmap, BucketWindow window) {
  MapView view;
  const memory::Object* object = world.heap().find(hmap);
  if (!object || object->kind != memory::ObjectKind::Hmap) return view;
  const auto& type = *check::as<check::MapType>(world.program().type(object->tag));
  gomap::MapType layout = vm::map_type_of(type, world.options().go_minor);
  vm::Reader reader(world);
  gomap::Inspector<vm::Reader> inspector(reader, layout, hmap);
  auto header = inspector.header();
  view.address = hmap;
  view.type = type.text();
  view.key_type = type.key()->text();
  view.elem_type = type.element()->text();
  view.names = holders_of(world, hmap);
  view.made_for = map_name(world, hmap);
  if (view.names.empty() && world.end()) view.names = {view.made_for};  // the frames have gone
  view.count = header.count;
  view.flags = header.flags;
  view.B = header.B;
  view.noverflow = header.noverflow;
  view.hash0 = header.hash0;
  view.buckets_at = header.buckets;
  view.oldbuckets_at = header.oldbuckets;
  view.extra_at = header.extra;
  view.nevacuate = header.nevacuate;
  view.growing = header.growing();
  view.first_bucket = window.first;
  view.iterators = view_iterators(world, hmap);
  view.bucket_count = header.length();
  view.old_bucket_count = header.old_length();
  MapReader map{reader, layout, type, world};
  view.array_length = array_length(world, layout, header.buckets);
  view.spare_total = array_length(world, layout, header.buckets, Spares::Only);
  view.spare_overflow = std::min(inspector.spare_left(), view.spare_total);
  view.buckets = view_array(map, header.buckets, view.bucket_count, window);
  view.oldbuckets = view_array(map, header.oldbuckets, view.old_bucket_count, window);
  view.formerbuckets = view_former_array(map, view, window);
  return view;
}

std::string flags_text(uint8_t flags) {
  constexpr const char* kNames[] = {"iterator", "oldIterator", "hashWriting", "sameSizeGrow"};
  std::string text;
  for (int bit = 0; bit < 8; ++bit) {
    if ((flags >> bit & 1) == 0) continue;
    if (!text.empty()) text += '|';
    text += bit < 4 ? std::string(kNames[bit]) : fmt::format("bit {}", bit);
  }
  return text.empty() ? "0" : text;
}

std::string tophash_text(uint8_t tophash) {
  constexpr const char* kNames[] = {"emptyRest", "emptyOne", "evacuatedX", "evacuatedY",
                                    "evacuatedEmpty"};
  return tophash < gomap::kMinTopHash ? std::string(kNames[tophash])
                                      : fmt::format("{:02x}", tophash);
}

}  // namespace hmaplab::trace
