#include "core/vm/collector.h"

#include <algorithm>

namespace hmaplab::vm {

namespace {

void add(base::Hasher& hasher, const std::vector<Finalizer>& finalizers) {
  hasher.add(finalizers.size());
  for (const Finalizer& finalizer : finalizers) {
    hasher.add(memory::bits(finalizer.object));
    hasher.add(memory::bits(finalizer.function));
    hasher.add(uint64_t{finalizer.pointer_type} << 32 | finalizer.function_type);
  }
}

auto first_from(const std::vector<Finalizer>& finalizers, Address object) {
  return std::lower_bound(
      finalizers.begin(), finalizers.end(), object,
      [](const Finalizer& finalizer, Address wanted) { return finalizer.object < wanted; });
}

}  // namespace

void MarkBits::reset(const memory::Heap& heap) {
  arenas_.clear();
  for (size_t arena = 0; arena < heap.arenas_in_use(); ++arena)
    arenas_.emplace_back(heap.objects_in(arena) / 64 + 1);
}

void MarkBits::add_to(base::Hasher& hasher) const {
  for (const auto& words : arenas_) {
    hasher.add(words.size());
    hasher.add_bytes(words.data(), words.size() * 8);
  }
}

void Collector::set_goal(uint64_t live_bytes) {
  if (percent < 0) return;
  auto grow = static_cast<uint64_t>(percent);
  goal = std::max(live_bytes + live_bytes / 100 * grow, kLeastGoal / 100 * grow);
}

bool Collector::set_finalizer(const Finalizer& finalizer) {
  auto& all = finalizers.write();
  auto place = first_from(all, finalizer.object);
  if (place != all.end() && place->object == finalizer.object) return false;
  all.insert(place, finalizer);
  return true;
}

void Collector::clear_finalizer(Address object) {
  auto [first, count] = finalizers_in(object, 1);
  if (count == 0) return;
  auto& all = finalizers.write();
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(first));
}

std::pair<size_t, size_t> Collector::finalizers_in(Address begin, uint64_t size) const {
  const auto& all = *finalizers;
  auto first = first_from(all, begin);
  auto last = first_from(all, begin + std::max<uint64_t>(size, 1));
  return {static_cast<size_t>(first - all.begin()), static_cast<size_t>(last - first)};
}

// The statistics are not in it: who can read them adds them (World::hash).
void Collector::add_to(base::Hasher& hasher) const {
  hasher.add(static_cast<uint64_t>(phase) | static_cast<uint64_t>(is_finalizing) << 8 |
             static_cast<uint64_t>(is_forced) << 9);
  hasher.add(goal);
  hasher.add(static_cast<uint64_t>(percent));
  add(hasher, *finalizers);
  add(hasher, queue);
  add(hasher, batch);
  if (!is_stopping()) return;
  marked.add_to(hasher);
  for (ObjectPlace place : gray) hasher.add(uint64_t{place.arena} << 32 | place.index);
  hasher.add(uint64_t{next.arena} << 32 | next.index);
}

}  // namespace hmaplab::vm
