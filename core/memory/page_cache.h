// PageCache: the fast way to the bytes of a heap for one who runs on alone. It remembers where
// pages lie; they are no longer shared with copies of the heap, so what it found stays good until
// the heap is copied.
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
    last_ = &entries_[bits(address) / Heap::kPageBytes % kEntries];
    const uint64_t offset = bits(address) - last_->begin;
    return offset + size <= last_->size ? last_->bytes + offset : look_up(address, size);
  }
  // The same where the page is most likely the one that was found last.
  std::byte* find_again(Address address, uint64_t size) {
    const uint64_t offset = bits(address) - last_->begin;
    const bool is_there = offset < Heap::kPageBytes && offset + size <= last_->size;
    return is_there ? last_->bytes + offset : find(address, size);
  }

 private:
  static constexpr size_t kEntries = 1024;
  struct Entry {
    uint64_t begin = 0;  // of the page
    uint64_t size = 0;   // bytes allocated in it
    std::byte* bytes = nullptr;
  };

  [[gnu::noinline]] std::byte* look_up(Address address, uint64_t size) {
    const std::span<std::byte> bytes = heap_.own_page(address);
    const uint64_t offset = bits(address) % Heap::kPageBytes;
    if (offset + size > bytes.size()) return nullptr;
    *last_ = {bits(address) - offset, bytes.size(), bytes.data()};
    return bytes.data() + offset;
  }

  Heap& heap_;
  std::array<Entry, kEntries> entries_;
  Entry* last_ = &entries_[0];
};

}  // namespace hmaplab::memory
