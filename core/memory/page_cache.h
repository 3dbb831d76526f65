// PageCache: the fast way to the bytes of a heap for one who runs on alone. It remembers where pages
// lie; they are no longer shared with copies of the heap, so what it found stays good until the
// heap is copied.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/memory/heap.h"

namespace hmaplab::memory {

class PageCache {
 public:
  explicit PageCache(Heap& heap) : heap_(heap) {}

  // Where [address, address+size) lies; nullptr when that is not within one page of memory that was
  // allocated.
  std::byte* find(Address address, uint64_t size) {
    const uint64_t page = bits(address) / Heap::kPageBytes;
    const uint64_t offset = bits(address) % Heap::kPageBytes;
    Entry& entry = entries_[page % kEntries];
    if (entry.page != page || offset + size > entry.size) {
      if (!fill(entry, address) || offset + size > entry.size) return nullptr;
    }
    return entry.bytes + offset;
  }

 private:
  static constexpr size_t kEntries = 256;
  struct Entry {
    uint64_t page = ~uint64_t{0};  // address / kPageBytes
    uint64_t size = 0;             // bytes allocated in it
    std::byte* bytes = nullptr;
  };

  bool fill(Entry& entry, Address address) {
    const std::span<std::byte> bytes = heap_.own_page(address);
    if (bytes.empty()) return false;
    entry = {bits(address) / Heap::kPageBytes, bytes.size(), bytes.data()};
    return true;
  }

  Heap& heap_;
  std::array<Entry, kEntries> entries_;
};

}  // namespace hmaplab::memory
