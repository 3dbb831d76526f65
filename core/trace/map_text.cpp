// A map in words: what its picture shows as cards.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/gomap/layout.h"
#include "core/trace/map_view.h"

namespace hmaplab::trace {

using memory::Address;

namespace {

std::string pointer_text(Address address) {
  return address == Address::Nil ? "nil" : fmt::format("{:#x}", memory::bits(address));
}

// Slots that nobody has used are not told.
std::string slots_text(const BucketView& bucket) {
  std::string text;
  for (const SlotView& slot : bucket.slots) {
    if (slot.tophash == gomap::kEmptyRest) continue;
    text += "    " + tophash_text(slot.tophash);
    if (slot.used || slot.moved) text += fmt::format(" {} {}", slot.key, slot.elem);
    text += "\n";
  }
  return text;
}

// `which`: "old ", "former ", or "".
std::string chain_text(const std::string& which, const ChainView& chain, const std::string& role) {
  const std::string name = fmt::format("{}{}", which, chain.index);
  std::string text = "  " + name;
  if (!role.empty()) text += ": " + role;
  text += "\n" + slots_text(chain.buckets.front());
  for (size_t i = 1; i < chain.buckets.size(); ++i)
    text += fmt::format("  {}.ovf{}: overflow\n", name, i) + slots_text(chain.buckets[i]);
  return text;
}

std::string header_text(const MapView& map) {
  std::string text =
      fmt::format("  count {}  B {}  flags {}  hash0 {:08x}  noverflow {}  nevacuate {}\n",
                  map.count, map.B, flags_text(map.flags), map.hash0, map.noverflow, map.nevacuate);
  text += fmt::format("  buckets {}  oldbuckets {}", pointer_text(map.buckets_at),
                      pointer_text(map.oldbuckets_at));
  text += map.extra_at == Address::Nil ? "\n" : "  extra " + pointer_text(map.extra_at) + "\n";
  if (map.growing)
    text += "  " + evacuated_text(map) + "\n";
  if (map.spare_total > 0) text += "  " + spare_text(map) + "\n";
  for (const IteratorView& iterator : map.iterators) text += "  " + iterator_text(iterator) + "\n";
  if (!length_text(map).empty()) text += "  " + length_text(map) + "\n";
  if (map.buckets.size() < map.array_length)
    text += fmt::format("  {} – {} of {}\n", map.first_bucket,
                        map.first_bucket + map.buckets.size() - 1, map.array_length);
  return text;
}

}  // namespace

std::string names_text(const MapView& map) {
  const std::string made_for =
      map.ordinal == 1 ? map.made_for : fmt::format("{} {}", map.made_for, map.ordinal);
  if (map.names.empty()) return "(" + made_for + ")";
  const bool is_made_for = map.names.size() == 1 && map.names.front() == map.made_for;
  return is_made_for ? made_for : fmt::format("{}", fmt::join(map.names, ", "));
}

std::string bucket_role(const MapView& map, const ChainView& chain) {
  if (!map.growing || map.old_bucket_count == 0) return "";
  if (map.old_bucket_count == map.bucket_count) return fmt::format("from old {}", chain.index);
  const bool lower = chain.index < map.old_bucket_count;
  return fmt::format("{} of old {}", lower ? "X" : "Y", chain.index % map.old_bucket_count);
}

std::string old_bucket_role(const MapView& map, const ChainView& chain) {
  if (chain.evacuated) return "evacuated";
  return chain.index == map.nevacuate ? "next" : "";
}

std::string evacuated_text(const MapView& map) {
  const bool sees_all = map.oldbuckets.size() == map.old_bucket_count;
  const auto moved = static_cast<uint64_t>(
      std::count_if(map.oldbuckets.begin(), map.oldbuckets.end(),
                    [](const ChainView& chain) { return chain.evacuated; }));
  return fmt::format("{} of {} evacuated",
                     sees_all ? moved : std::min(map.nevacuate, map.old_bucket_count),
                     map.old_bucket_count);
}

std::string length_text(const MapView& map) {
  if (map.B > 63) return fmt::format("B {} means {}", map.B, map.bucket_count);  // its low 6 bits count
  if (map.array_length == map.bucket_count) return "";
  return fmt::format("B {} means {}, but the array has {}", map.B, map.bucket_count, map.array_length);
}

std::string spare_text(const MapView& map) {
  return fmt::format("spare overflow buckets: {} of {} left", map.spare_overflow, map.spare_total);
}

std::string iterator_text(const IteratorView& iterator) {
  const std::string gave =
      iterator.slot() == 8 ? "" : fmt::format("; gave slot {} last", iterator.slot());
  return fmt::format("{} iterates: began at bucket {}, offset {}{}; next bucket {}{}",
                     iterator.goroutine, iterator.start_bucket, iterator.offset, gave,
                     iterator.bucket, iterator.wrapped ? "; wrapped around" : "");
}

std::string map_text(const MapView& map) {
  std::string text =
      fmt::format("{}  {} at {:#x}\n", names_text(map), map.type, memory::bits(map.address));
  text += header_text(map);
  if (!map.formerbuckets.empty()) text += fmt::format("  {}\n", kFormerArray);
  for (const ChainView& chain : map.formerbuckets)
    text += chain_text("former ", chain, chain.evacuated ? "evacuated" : "");
  for (const ChainView& chain : map.oldbuckets)
    text += chain_text("old ", chain, old_bucket_role(map, chain));
  for (const ChainView& chain : map.buckets) text += chain_text("", chain, bucket_role(map, chain));
  return text;
}

}  // namespace hmaplab::trace
