#include "core/memory/store_buffer.h"

#include <algorithm>
#include <cstring>

#include "core/base/invariant.h"

namespace hmaplab::memory {

namespace {

constexpr uint64_t kWord = 8;

uint64_t word_of(const BufferedStore& store) { return bits(store.address) / kWord; }

base::Hash128 hash_of(const BufferedStore& store, uint64_t place) {
  base::Hasher hasher;
  hasher.add(bits(store.address));
  hasher.add(place);
  hasher.add(store.bytes.size());
  hasher.add_bytes(store.bytes.data(), store.bytes.size());
  return hasher.finish();
}

}  // namespace

void StoreBuffer::put(Address address, const void* from, size_t size, MemoryOrder order) {
  const auto* bytes = static_cast<const std::byte*>(from);
  while (size > 0) {
    const uint64_t in_word = kWord - bits(address) % kWord;
    const size_t part = order == MemoryOrder::Pso ? std::min<size_t>(size, in_word) : size;
    stores_.push_back({.address = address, .bytes = {bytes, bytes + part}, .label = {}});
    address = address + part;
    bytes += part;
    size -= part;
  }
}

void StoreBuffer::label(size_t before, const StoreLabel& label) {
  for (size_t i = before; i < stores_.size(); ++i) stores_[i].label = label;
}

void StoreBuffer::overlay(Address address, void* to, size_t size) const {
  auto* bytes = static_cast<std::byte*>(to);
  const uint64_t begin = bits(address);
  const uint64_t end = begin + size;
  for (const BufferedStore& store : stores_) {
    const uint64_t from = std::max(begin, bits(store.address));
    const uint64_t until = std::min(end, bits(store.address) + store.bytes.size());
    if (from >= until) continue;
    std::memcpy(bytes + (from - begin), store.bytes.data() + (from - bits(store.address)),
                until - from);
  }
}

std::vector<size_t> StoreBuffer::drainable(MemoryOrder order) const {
  std::vector<size_t> places;
  if (order != MemoryOrder::Pso) {
    if (!stores_.empty()) places.push_back(0);
    return places;
  }
  for (size_t i = 0; i < stores_.size(); ++i) {
    const bool is_first = std::none_of(places.begin(), places.end(), [&](size_t earlier) {
      return word_of(stores_[earlier]) == word_of(stores_[i]);
    });
    if (is_first) places.push_back(i);
  }
  return places;
}

BufferedStore StoreBuffer::take(size_t place) {
  INVARIANT(place < stores_.size(), "a store that is not in the buffer");
  BufferedStore taken = std::move(stores_[place]);
  stores_.erase(stores_.begin() + static_cast<std::ptrdiff_t>(place));
  return taken;
}

void StoreBuffer::add_to(base::Hasher& hasher, MemoryOrder order) const {
  hasher.add(stores_.size());
  base::Hash128 all;
  for (size_t i = 0; i < stores_.size(); ++i) {
    uint64_t place = i;
    if (order == MemoryOrder::Pso) {
      place = static_cast<uint64_t>(std::count_if(
          stores_.begin(), stores_.begin() + static_cast<std::ptrdiff_t>(i),
          [&](const BufferedStore& other) { return word_of(other) == word_of(stores_[i]); }));
    }
    all += hash_of(stores_[i], place);
  }
  hasher.add(all);
}

}  // namespace hmaplab::memory
