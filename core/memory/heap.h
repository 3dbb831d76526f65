// The simulated heap of a World: Go values in Go's layout at addresses that look like Go's. A Heap
// is a value: a copy shares its pages until one of the two writes. Every actor allocates in an
// arena of its own, so that what one actor allocates never depends on what another one did before.
//
//   arena k:  0x00c0_0000_0000 + k * 1 GiB,  pages of 4 KiB,  objects one behind the other
//
// An object is private to its maker until its address reaches another actor; from then on it is
// shared, and its accesses are visible steps. The heap keeps a digest of its contents, updated by
// each write: hashing costs nothing, unless somebody wrote past it (own_page).
//
// What the collector frees stays where it was, as an object that nobody finds any more: addresses are
// never used again, so that a stale one never leads to something new. Its bytes become zero.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/base/cow.h"
#include "core/base/hash.h"
#include "core/memory/address.h"

namespace hmaplab::memory {

// Package variables lie in an arena of their own, below the heap.
inline constexpr uint32_t kArenaCount = (base::kHeapEnd - base::kHeapBegin) / base::kArenaBytes;
inline constexpr uint32_t kDataArena = kArenaCount;

// What an object was allocated as; the tag says more where the kind needs it (a type's number).
enum class ObjectKind : uint8_t {
  Variable,        // a variable that escaped, or new(T), &T{}; tag = type
  Array,           // the array under a slice; tag = element type
  Arguments,       // the array under a variadic parameter; while private, on Go's stack: no steps
  StringBytes,     // immutable
  Closure,         // immutable once made
  Boxed,           // the value inside an interface; immutable; tag = type
  Hmap,            // tag = map type
  BucketArray,     // tag = map type
  OverflowBucket,  // tag = map type
  MapExtra,        // tag = map type
  MapSlot,         // an indirect key or elem; tag = map type
  Channel,  // an hchan, and behind it the buffer when elements hold no pointers; tag = channel type
  ChannelBuffer,  // tag = channel type, owner = the hchan
};

struct Object {
  Address begin = Address::Nil;
  uint64_t size = 0;  // bytes, as asked for
  uint32_t tag = 0;
  uint16_t name =
      0;  // of the variable it was made for: a number in the program's name list; 0: none
  Address owner = Address::Nil;  // of a part of a map: the hmap
  ObjectKind kind = ObjectKind::Variable;
  bool has_pointers = true;
  bool shared = false;  // another actor can reach it
  bool freed = false;   // by the collector
};

// Where an object stands in the heap's tables: good until the next allocation.
struct ObjectPlace {
  uint32_t arena = 0;  // the n-th that is in use
  uint32_t index = 0;  // in order of address
};

// What becomes of the bytes of a freed object: Go's GODEBUG=clobberfree=1 fills them with 0xdeadbeef.
enum class Freed : uint8_t { Zero, Clobber };

class Heap {
 public:
  static constexpr size_t kPageBytes = 4096;

  // A zeroed object in an arena (0..kArenaCount-1, or kDataArena). Nil when the arena is full.
  Address allocate(uint32_t arena, const Object& wanted);

  // The object that holds `address`; nullptr when none does, or when it was freed. Good until the
  // next change of the heap.
  const Object* find(Address address) const;
  // The same for one that was freed. Of very many only the latest are remembered.
  const Object* find_freed(Address address) const;

  // Whether [address, address+size) lies in memory that was allocated.
  bool contains(Address address, uint64_t size) const { return size <= bytes_from(address); }
  // How many bytes from `address` on lie in memory that was allocated; 0 when it does not itself.
  uint64_t bytes_from(Address address) const;
  // Bytes [address, address+size) must be contained; a racy program may well reach over the end of
  // an object.
  void read(Address address, void* to, size_t size) const;
  void write(Address address, const void* from, size_t size);

  // The page that holds `address`, from its begin to the last byte allocated; empty where there is
  // none. The caller may write there until the heap is copied; the digest is computed anew from then
  // on, each time it is asked for.
  std::span<std::byte> own_page(Address address);

  template <class T>
  T load(Address address) const {
    T value;
    read(address, &value, sizeof(T));
    return value;
  }
  template <class T>
  void store(Address address, T value) {
    write(address, &value, sizeof(T));
  }

  // Marks the object at `address` and all that its pointers reach as shared. Any word that is the
  // address of an object counts as a pointer; immutable objects are followed too.
  void share(Address address);
  bool is_shared(Address address) const {
    const Object* object = find(address);
    return object && object->shared;
  }

  // For the collector. A place that holds `address`, freed objects among them.
  std::optional<ObjectPlace> place_of(Address address) const;
  size_t arenas_in_use() const { return arenas_.size(); }
  size_t objects_in(size_t arena) const { return arenas_[arena].second->objects.size(); }
  const Object& at(ObjectPlace place) const {
    return arenas_[place.arena].second->objects[place.index];
  }
  bool is_data(size_t arena) const { return arenas_[arena].first == kDataArena; }
  void free(ObjectPlace place, Freed what);
  // Gives back the memory of pages in which nothing lives, and forgets freed objects when there are
  // very many of them. Changes nothing that a program can see.
  void tidy();

  // Package variables are in none of these counts.
  uint64_t allocated_bytes() const { return allocated_bytes_; }  // all that ever was
  uint64_t live_bytes() const { return allocated_bytes_ - freed_bytes_; }
  uint64_t allocations() const { return allocations_; }
  uint64_t frees() const { return frees_; }
  base::Hash128 digest() const { return digest_ ? *digest_ : computed_digest(); }
  // Every object that was not freed, arena by arena in order of address.
  template <class Visit>
  void each_object(Visit&& visit) const {
    for (const auto& [index, arena] : arenas_) {
      for (size_t i = 0; i < arena->objects.size(); ++i) {
        if (!arena->objects[i].freed) visit(arena->objects[i]);
      }
    }
  }

 private:
  static constexpr size_t kMostFreed = 65'536;  // that are remembered
  using Page = std::array<std::byte, kPageBytes>;
  struct Arena {
    base::CowVector<base::Cow<Page>, 64> pages;
    base::CowTree<Object, 64> objects;  // by address
    uint64_t used = 0;                    // bytes from the arena's begin
  };

  Arena* arena_at(uint32_t index);
  const Arena* arena_at(uint32_t index) const;
  std::optional<size_t> object_index(const Arena& arena, Address address) const;
  void add_to_digest(const base::Hash128& change) {
    if (digest_) *digest_ += change;
  }
  base::Hash128 computed_digest() const;

  const Object* find_any(Address address) const;
  void wipe(const Object& object, Freed what);
  void release_pages(Arena& arena);
  void forget_freed(Arena& arena);

  std::vector<std::pair<uint32_t, base::Cow<Arena>>> arenas_;  // by index
  std::optional<base::Hash128> digest_ = base::Hash128{};
  base::Cow<Page> zero_page_{Page{}};  // shared by all that nobody has written to
  uint64_t allocated_bytes_ = 0;
  uint64_t freed_bytes_ = 0;
  uint64_t allocations_ = 0;
  uint64_t frees_ = 0;
  uint64_t remembered_ = 0;  // freed objects that are still in the tables
};

}  // namespace hmaplab::memory
