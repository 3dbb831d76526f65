// The simulated heap of a World: Go values in Go's layout at addresses that look like Go's. A Heap
// is a value: a copy shares its pages until one of the two writes. Every actor allocates in an
// arena of its own, so that what one actor allocates never depends on what another one did before.
//
//   arena k:  0x00c0_0000_0000 + k * 1 GiB,  pages of 4 KiB,  objects one behind the other
//
// An object is private to its maker until its address reaches another actor; from then on it is
// shared, and its accesses are visible steps. The heap keeps a digest of its contents, updated by
// each write: hashing costs nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
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
};

class Heap {
 public:
  // A zeroed object in an arena (0..kArenaCount-1, or kDataArena). Nil when the arena is full.
  Address allocate(uint32_t arena, const Object& wanted);

  // The object that holds `address`; nullptr when none does. Good until the next change of the
  // heap.
  const Object* find(Address address) const;

  // Whether [address, address+size) lies in memory that was allocated.
  bool contains(Address address, uint64_t size) const { return size <= bytes_from(address); }
  // How many bytes from `address` on lie in memory that was allocated; 0 when it does not itself.
  uint64_t bytes_from(Address address) const;
  // Bytes [address, address+size) must be contained; a racy program may well reach over the end of
  // an object.
  void read(Address address, void* to, size_t size) const;
  void write(Address address, const void* from, size_t size);

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

  uint64_t used_bytes() const { return used_bytes_; }  // all that was ever allocated
  const base::Hash128& digest() const { return digest_; }
  // Every object, arena by arena in order of address.
  template <class Visit>
  void each_object(Visit&& visit) const {
    for (const auto& [index, arena] : arenas_) {
      for (size_t i = 0; i < arena->objects.size(); ++i) visit(arena->objects[i]);
    }
  }

 private:
  static constexpr size_t kPageBytes = 4096;
  using Page = std::array<std::byte, kPageBytes>;
  struct Arena {
    base::CowVector<base::Cow<Page>, 64> pages;
    base::CowVector<Object, 64> objects;  // by address
    uint64_t used = 0;                    // bytes from the arena's begin
  };

  Arena* arena_at(uint32_t index);
  const Arena* arena_at(uint32_t index) const;
  std::optional<size_t> object_index(const Arena& arena, Address address) const;

  std::vector<std::pair<uint32_t, base::Cow<Arena>>> arenas_;  // by index
  base::Cow<Page> zero_page_{Page{}};  // what fresh memory shares until it is written
  base::Hash128 digest_;
  uint64_t used_bytes_ = 0;
};

}  // namespace hmaplab::memory
