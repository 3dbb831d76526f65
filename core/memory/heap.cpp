#include "core/memory/heap.h"

#include <algorithm>
#include <cstring>

#include "core/base/invariant.h"
#include "core/memory/word_digest.h"

namespace hmaplab::memory {
namespace {

bool in_arena(Address address) { return base::is_heap(address) || base::is_data(address); }

}  // namespace

Heap::Arena* Heap::arena_at(uint32_t index) {
  auto found =
      std::lower_bound(arenas_.begin(), arenas_.end(), index,
                       [](const auto& entry, uint32_t wanted) { return entry.first < wanted; });
  if (found == arenas_.end() || found->first != index) return nullptr;
  return &found->second.write();
}

const Heap::Arena* Heap::arena_at(uint32_t index) const {
  auto found =
      std::lower_bound(arenas_.begin(), arenas_.end(), index,
                       [](const auto& entry, uint32_t wanted) { return entry.first < wanted; });
  if (found == arenas_.end() || found->first != index) return nullptr;
  return &*found->second;
}

Address Heap::allocate(uint32_t index, const Object& wanted) {
  INVARIANT(index <= kDataArena, "an arena outside the heap");
  Arena* arena = arena_at(index);
  if (!arena) {
    auto place = std::lower_bound(arenas_.begin(), arenas_.end(), index,
                                  [](const auto& entry, uint32_t i) { return entry.first < i; });
    arena = &arenas_.insert(place, {index, base::Cow<Arena>()})->second.write();
  }
  uint64_t before = arena->used;
  uint64_t begin = base::place_in_arena(before, wanted.size);
  uint64_t size = std::max<uint64_t>(wanted.size, 1);
  if (size > base::kArenaBytes || begin + size > base::kArenaBytes) return Address::Nil;
  Object object = wanted;
  object.begin = arena_begin(index) + begin;
  arena->used = base::end_in_arena(begin, wanted.size);
  while (arena->pages.size() * kPageBytes < arena->used) arena->pages.push_back(zero_page_);
  arena->objects.push_back(object);
  add_to_digest(object_digest(object.begin, size));
  if (index == kDataArena) return object.begin;
  // Where the next object will lie outlives this one.
  add_to_digest(negated(arena_digest(index, before)));
  add_to_digest(arena_digest(index, arena->used));
  allocated_bytes_ += size;
  ++allocations_;
  return object.begin;
}

std::optional<size_t> Heap::object_index(const Arena& arena, Address address) const {
  size_t low = 0;
  size_t high = arena.objects.size();
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (arena.objects[middle].begin <= address) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == 0) return std::nullopt;
  const Object& object = arena.objects[low - 1];
  if (address - object.begin >= std::max<uint64_t>(object.size, 1)) return std::nullopt;
  return low - 1;
}

const Object* Heap::find_any(Address address) const {
  if (!in_arena(address)) return nullptr;
  const Arena* arena = arena_at(arena_of(address));
  if (!arena) return nullptr;
  auto index = object_index(*arena, address);
  return index ? &arena->objects[*index] : nullptr;
}

const Object* Heap::find(Address address) const {
  const Object* object = find_any(address);
  return object && !object->freed ? object : nullptr;
}

const Object* Heap::find_freed(Address address) const {
  const Object* object = find_any(address);
  return object && object->freed ? object : nullptr;
}

uint64_t Heap::bytes_from(Address address) const {
  const Arena* arena = in_arena(address) ? arena_at(arena_of(address)) : nullptr;
  if (!arena) return 0;
  uint64_t offset = address - arena_begin(arena_of(address));
  return offset < arena->used ? arena->used - offset : 0;
}

void Heap::read(Address address, void* to, size_t size) const {
  if (size == 0) return;
  const Arena* arena = in_arena(address) ? arena_at(arena_of(address)) : nullptr;
  INVARIANT(arena != nullptr, "a read outside the heap");
  uint64_t offset = address - arena_begin(arena_of(address));
  INVARIANT(offset + size <= arena->used, "a read behind the end of an arena");
  auto* target = static_cast<std::byte*>(to);
  while (size > 0) {
    size_t in_page = offset % kPageBytes;
    size_t part = std::min(size, kPageBytes - in_page);
    std::memcpy(target, arena->pages[offset / kPageBytes]->data() + in_page, part);
    target += part;
    offset += part;
    size -= part;
  }
}

void Heap::write(Address address, const void* from, size_t size) {
  if (size == 0) return;
  Arena* arena = in_arena(address) ? arena_at(arena_of(address)) : nullptr;
  INVARIANT(arena != nullptr, "a write outside the heap");
  uint64_t offset = address - arena_begin(arena_of(address));
  INVARIANT(offset + size <= arena->used, "a write behind the end of an arena");
  const auto* source = static_cast<const std::byte*>(from);
  while (size > 0) {
    size_t in_page = offset % kPageBytes;
    size_t part = std::min(size, kPageBytes - in_page);
    Page& page = arena->pages.write(offset / kPageBytes).write();
    uint64_t first = bits(address) & ~uint64_t{7};
    size_t begin = in_page & ~size_t{7};
    size_t end = (in_page + part + 7) & ~size_t{7};
    auto account = [&](bool add) {
      for (size_t at = begin; at < end; at += 8) {
        uint64_t word;
        std::memcpy(&word, page.data() + at, 8);
        base::Hash128 digest = word_digest(first + (at - begin), word);
        *digest_ += add ? digest : negated(digest);
      }
    };
    if (digest_) account(false);
    std::memcpy(page.data() + in_page, source, part);
    if (digest_) account(true);
    source += part;
    offset += part;
    address = address + part;
    size -= part;
  }
}

std::span<std::byte> Heap::own_page(Address address) {
  Arena* arena = in_arena(address) ? arena_at(arena_of(address)) : nullptr;
  const uint64_t offset = arena ? address - arena_begin(arena_of(address)) : 0;
  if (!arena || offset >= arena->used) return {};
  digest_.reset();
  const uint64_t page = offset / kPageBytes;
  return {arena->pages.write(page).write().data(),
          std::min<uint64_t>(kPageBytes, arena->used - page * kPageBytes)};
}

base::Hash128 Heap::computed_digest() const {
  base::Hash128 digest;
  for (const auto& [index, arena] : arenas_) {
    if (index != kDataArena) digest += arena_digest(index, arena->used);
    const Address begin = arena_begin(index);
    for (size_t page = 0; page < arena->pages.size(); ++page) {
      for (size_t at = 0; at < kPageBytes; at += 8) {
        uint64_t word;
        std::memcpy(&word, arena->pages[page]->data() + at, 8);
        digest += word_digest(bits(begin) + page * kPageBytes + at, word);
      }
    }
  }
  each_object([&](const Object& object) {
    digest += object_digest(object.begin, object.size);
    if (object.shared) digest += shared_digest(object.begin);
  });
  return digest;
}

void Heap::share(Address address) {
  std::vector<Address> work{address};
  while (!work.empty()) {
    Address next = work.back();
    work.pop_back();
    if (!in_arena(next)) continue;
    const Arena* seen = arena_at(arena_of(next));
    auto index = seen ? object_index(*seen, next) : std::nullopt;
    if (!index || seen->objects[*index].shared || seen->objects[*index].freed) continue;
    Object& object = arena_at(arena_of(next))->objects.write(*index);
    object.shared = true;
    add_to_digest(shared_digest(object.begin));
    if (!object.has_pointers) continue;
    for (uint64_t at = 0; at + 8 <= object.size; at += 8)
      work.push_back(load<Address>(object.begin + at));
  }
}

}  // namespace hmaplab::memory
