// The part of the heap that the collector uses.
#include <algorithm>
#include <cstring>

#include "core/base/invariant.h"
#include "core/memory/heap.h"
#include "core/memory/word_digest.h"

namespace hmaplab::memory {

std::optional<ObjectPlace> Heap::place_of(Address address) const {
  if (!base::is_heap(address) && !base::is_data(address)) return std::nullopt;
  uint32_t wanted = arena_of(address);
  auto found =
      std::lower_bound(arenas_.begin(), arenas_.end(), wanted,
                       [](const auto& entry, uint32_t index) { return entry.first < index; });
  if (found == arenas_.end() || found->first != wanted) return std::nullopt;
  auto index = object_index(*found->second, address);
  if (!index) return std::nullopt;
  return ObjectPlace{static_cast<uint32_t>(found - arenas_.begin()), static_cast<uint32_t>(*index)};
}

void Heap::free(ObjectPlace place, Freed what) {
  Arena& arena = arenas_[place.arena].second.write();
  Object& object = arena.objects.write(place.index);
  INVARIANT(!object.freed && arenas_[place.arena].first != kDataArena,
            "an object that cannot be freed");
  uint64_t size = std::max<uint64_t>(object.size, 1);
  add_to_digest(negated(object_digest(object.begin, size)));
  if (object.shared) add_to_digest(negated(shared_digest(object.begin)));
  object.freed = true;
  freed_bytes_ += size;
  ++frees_;
  ++remembered_;
  wipe(object, what);
}

// Whole pages are given back at once; what lies on the others is written over.
void Heap::wipe(const Object& object, Freed what) {
  if (what == Freed::Clobber) {
    std::vector<std::byte> pattern(object.size);
    constexpr uint32_t kDeadBeef = 0xdeadbeef;
    for (size_t at = 0; at + 4 <= pattern.size(); at += 4)
      std::memcpy(pattern.data() + at, &kDeadBeef, 4);
    return write(object.begin, pattern.data(), pattern.size());
  }
  static constexpr Page kZeros{};
  Arena* arena = arena_at(arena_of(object.begin));
  uint64_t offset = object.begin - arena_begin(arena_of(object.begin));
  uint64_t end = offset + object.size;
  while (offset < end) {
    uint64_t in_page = offset % kPageBytes;
    uint64_t part = std::min(end - offset, kPageBytes - in_page);
    Address at = arena_begin(arena_of(object.begin)) + offset;
    const auto& page = arena->pages[offset / kPageBytes];
    if (page.same(zero_page_)) {
      // nobody has written there
    } else if (part == kPageBytes) {
      for (uint64_t word = 0; digest_ && word < kPageBytes; word += 8)
        *digest_ += negated(word_digest(bits(at) + word, load<uint64_t>(at + word)));
      arena->pages.write(offset / kPageBytes) = zero_page_;
    } else {
      write(at, kZeros.data(), part);
    }
    offset += part;
  }
}

void Heap::tidy() {
  bool forget = remembered_ > kMostFreed;
  for (auto& [index, arena] : arenas_) {
    if (index == kDataArena) continue;
    release_pages(arena.write());
    if (forget) forget_freed(arena.write());
  }
  if (forget) remembered_ = 0;
}

// A page in which nothing lives holds nothing but zeros.
void Heap::release_pages(Arena& arena) {
  uint64_t free_from = 0;  // bytes from the arena's begin; nothing lives between here and `object`
  Address begin = arena.objects.empty() ? Address::Nil
                                        : arena_begin(arena_of(arena.objects[0].begin));
  auto release = [&](uint64_t to) {
    for (uint64_t page = (free_from + kPageBytes - 1) / kPageBytes; (page + 1) * kPageBytes <= to;
         ++page) {
      if (!arena.pages[page].same(zero_page_) && *arena.pages[page] == *zero_page_)
        arena.pages.write(page) = zero_page_;
    }
  };
  for (size_t i = 0; i < arena.objects.size(); ++i) {
    const Object& object = arena.objects[i];
    if (object.freed) continue;
    release(object.begin - begin);
    free_from = object.begin - begin + std::max<uint64_t>(object.size, 1);
  }
  release(arena.used / kPageBytes * kPageBytes);
}

void Heap::forget_freed(Arena& arena) {
  base::CowTree<Object, 64> kept;
  for (size_t i = 0; i < arena.objects.size(); ++i) {
    if (!arena.objects[i].freed) kept.push_back(arena.objects[i]);
  }
  arena.objects = kept;
}

}  // namespace hmaplab::memory
