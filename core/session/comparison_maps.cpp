// What differs in maps: the header field by field, the arrays slot by slot. A map is the same map at
// both moments when its hmap lies at the same address.
#include <fmt/format.h>

#include <algorithm>

#include "core/session/comparison_parts.h"
#include "core/trace/map_view.h"

namespace hmaplab::session {

using About = Difference::About;
using memory::Address;
using trace::BucketView;
using trace::ChainView;
using trace::MapView;
using trace::SlotView;

namespace {

constexpr uint64_t kWindow = 256;  // buckets that are looked at in one go

std::string pointer_text(Address address) {
  return address == Address::Nil ? "nil" : fmt::format("0x{:x}", memory::bits(address));
}

std::string iterators_text(const MapView& map) {
  std::string text;
  for (const trace::IteratorView& one : map.iterators) {
    text += fmt::format("{}{} at bucket {} slot {}", text.empty() ? "" : ", ", one.goroutine,
                        one.bucket, one.i);
  }
  return text.empty() ? "none" : text;
}

std::string slot_text(const SlotView& slot) {
  const std::string tophash = trace::tophash_text(slot.tophash);
  return slot.used || slot.moved ? fmt::format("{}: {} ({})", slot.key, slot.elem, tophash) : tophash;
}

class MapComparison {
 public:
  MapComparison(Compared& compared, Address hmap, std::string name)
      : compared_(compared), hmap_(hmap), name_(std::move(name)) {}

  void header() {
    const MapView one = trace::view_map(compared_.one, hmap_, {.first = 0, .count = 0});
    const MapView other = trace::view_map(compared_.other, hmap_, {.first = 0, .count = 0});
    field("count", std::to_string(one.count), std::to_string(other.count));
    field("flags", trace::flags_text(one.flags), trace::flags_text(other.flags));
    field("B", std::to_string(one.B), std::to_string(other.B));
    field("noverflow", std::to_string(one.noverflow), std::to_string(other.noverflow));
    field("hash0", std::to_string(one.hash0), std::to_string(other.hash0));
    field("buckets", pointer_text(one.buckets_at), pointer_text(other.buckets_at));
    field("oldbuckets", pointer_text(one.oldbuckets_at), pointer_text(other.oldbuckets_at));
    field("nevacuate", std::to_string(one.nevacuate), std::to_string(other.nevacuate));
    field("iterators", iterators_text(one), iterators_text(other));
    buckets_ = std::max({one.bucket_count, other.bucket_count, one.old_bucket_count, other.old_bucket_count});
  }

  void arrays() {
    const uint64_t most = std::min(buckets_, kMostComparedBuckets);
    for (uint64_t first = 0; first < most && !compared_.is_full(); first += kWindow) {
      const trace::BucketWindow window{.first = first, .count = kWindow};
      const MapView one = trace::view_map(compared_.one, hmap_, window);
      const MapView other = trace::view_map(compared_.other, hmap_, window);
      chains("buckets", one.buckets, other.buckets);
      chains("oldbuckets", one.oldbuckets, other.oldbuckets);
    }
  }

 private:
  void field(const char* field, const std::string& one, const std::string& other) {
    compared_.add({.about = About::Map,
                   .what = fmt::format("{}.{}", name_, field),
                   .one = one,
                   .other = other,
                   .address = hmap_});
  }

  // Both lists ascend by index; a bucket may be missing in one of them.
  void chains(const char* array, const std::vector<ChainView>& one, const std::vector<ChainView>& other) {
    size_t a = 0;
    size_t b = 0;
    while (a < one.size() || b < other.size()) {
      const bool take_one = b == other.size() || (a < one.size() && one[a].index <= other[b].index);
      const bool take_other = a == one.size() || (b < other.size() && other[b].index <= one[a].index);
      const ChainView* first = take_one ? &one[a] : nullptr;
      const ChainView* second = take_other ? &other[b] : nullptr;
      const uint64_t index = first ? first->index : second->index;
      chain(fmt::format("{}.{}[{}]", name_, array, index), first, second);
      a += take_one ? 1 : 0;
      b += take_other ? 1 : 0;
    }
  }

  void chain(const std::string& what, const ChainView* one, const ChainView* other) {
    const size_t first = one ? one->buckets.size() : 0;
    const size_t second = other ? other->buckets.size() : 0;
    for (size_t i = 0; i < std::max(first, second); ++i) {
      const std::string place = i == 0 ? what : fmt::format("{} overflow {}", what, i);
      bucket(place, i < first ? &one->buckets[i] : nullptr, i < second ? &other->buckets[i] : nullptr);
    }
  }

  // Of a bucket that one of them does not have, the slots in use are told.
  void bucket(const std::string& what, const BucketView* one, const BucketView* other) {
    for (size_t i = 0; i < kSlots; ++i) {
      const SlotView* first = one ? &one->slots[i] : nullptr;
      const SlotView* second = other ? &other->slots[i] : nullptr;
      const bool in_use = (first && first->used) || (second && second->used);
      if ((!first || !second) && !in_use) continue;
      compared_.add({.about = About::Slot,
                     .what = fmt::format("{} slot {}", what, i),
                     .one = first ? slot_text(*first) : kNotThere,
                     .other = second ? slot_text(*second) : kNotThere,
                     .address = (first ? first : second)->tophash_at});
    }
  }

  static constexpr size_t kSlots = 8;

  Compared& compared_;
  Address hmap_;
  std::string name_;
  uint64_t buckets_ = 0;
};

std::string map_text(const vm::World& world, Address hmap) {
  const MapView map = trace::view_map(world, hmap, {.first = 0, .count = 0});
  return fmt::format("{} of {}", map.type, map.count);
}

}  // namespace

void compare_maps(Compared& compared) {
  std::vector<Address> ones = trace::maps_of(compared.one);
  std::vector<Address> others = trace::maps_of(compared.other);
  std::vector<Address> all = ones;
  all.insert(all.end(), others.begin(), others.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::sort(ones.begin(), ones.end());
  std::sort(others.begin(), others.end());
  for (Address hmap : all) {
    const bool in_one = std::binary_search(ones.begin(), ones.end(), hmap);
    const bool in_other = std::binary_search(others.begin(), others.end(), hmap);
    const vm::World& owner = in_one ? compared.one : compared.other;
    const MapView known = trace::view_map(owner, hmap, {.first = 0, .count = 0});
    if (in_one && in_other) {
      MapComparison comparison(compared, hmap, known.made_for);
      comparison.header();
      comparison.arrays();
      continue;
    }
    compared.add({.about = About::Map,
                  .what = known.made_for,
                  .one = in_one ? map_text(compared.one, hmap) : kNotThere,
                  .other = in_other ? map_text(compared.other, hmap) : kNotThere,
                  .address = hmap});
  }
}

}  // namespace hmaplab::session
