// MemoryPolicy: what an operation needs from the memory it runs in. Three kinds exist: direct
// (native pointers: direct_memory.h, entry_memory.h), the World's stepped memory, and the World's
// uninterrupted memory; tests add a tiny one.
//
//   Pointer        a nullable address: std::byte* or memory::Address; Pointer{} is nil;
//                  Pointer + uint64_t moves
//   kStops         true: operations stop before every access; false: they run straight to their end
//
// Accesses (each stands alone behind one named point, so a stepping memory sees exactly one of them
// per advance):
//   load, store    one field; Field<memory::Pointer> gives and takes a Pointer, every other
//                  Field<T> a T
//   fetch_or       the only atomic access; gives the old value
//   load_bytes, store_bytes   a key or elem between the heap and the operation's own buffer
//   copy_argument  stores into the heap what lies in the caller's frame (the key)
//   copy_object    one object to another (an old list to its bigger copy, an indirect key or elem)
//   zero           sets bytes to zero
//   hash           hash of the key at `key`; reads it (an access if it lies in the heap)
//   equal          compares the keys at a and b; reads what lies in the heap
// No accesses (private to the actor, never a step):
//   argument       a field of the key argument in the caller's frame
//   equal_bytes    compares string bytes, which are immutable
//   check_key      does the key contain an unhashable dynamic type? (mapKeyError: does not hash)
//   random         64 bits from the actor's stream
//   allocate       a zeroed object of `size` bytes
//   descriptor     the address of the type's descriptor: what hiter.t holds
// Liberties of a memory that nobody watches (EverySlot takes none of them):
//   known_type     the type; a memory for one type answers a constant
//   next_slot, next_slot_or_empty, next_entry, nothing_behind, locate_…, will_…, forget_…: see
//   EverySlot
//
// In a race an operation can follow a pointer that another goroutine has just made nil (a big key
// or elem, extra). The policy then gives zeros, and whoever drives the operation ends it as Go
// does: with the panic "runtime error: invalid memory address or nil pointer dereference".
#pragma once

#include <concepts>
#include <cstdint>

#include "core/gomap/layout.h"
#include "core/gomap/map_type.h"
#include "core/memory/address.h"

namespace hmaplab::gomap {

enum class Allocation : uint8_t {
  Hmap,
  Buckets,         // an array of buckets, spare overflow buckets included
  OverflowBucket,  // one bucket
  Extra,           // mapextra
  KeyObject,       // a key above 128 bytes
  ElemObject,      // an elem above 128 bytes
  OverflowList,    // header of a []*bmap
  OverflowListArray,
};

// What hash, equal and check_key answer. `offender`: the policy's number of the type that has no
// hash or no equality, valid when !possible.
struct KeyAnswer {
  uint64_t value = 0;  // the hash, or 1 for equal keys
  bool possible = true;
  uint32_t offender = 0;
};

// What the search of a bucket is after.
template <class Pointer>
struct Wanted {
  Family family = Family::Generic;  // decides in which order Go looks at key and tophash
  Pointer key{};                    // the key's bytes
  uint8_t top = 0;
  bool hashed = true;  // false: the table has one bucket, and `top` means nothing
};

// What a memory that shows every access does with the liberties: it looks at every slot in Go's
// order, and its collector finds by itself what the map lets go of. Policies inherit it.
struct EverySlot {
  // A collector looks at what the map no longer uses: the map helps it by zeroing.
  static constexpr bool kCollected = true;

  const MapType& known_type(const MapType& type) const { return type; }

  // Moves `slot` on to the next one of the bucket (itself included) that the search has to look at;
  // false: there is none.
  template <class Pointer>
  bool next_slot(const MapType&, const Wanted<Pointer>&, Pointer, uint8_t& slot) const {
    return slot < kBucketSlots;
  }
  // The same; empty slots count as well.
  template <class Pointer>
  bool next_slot_or_empty(const MapType&, const Wanted<Pointer>&, Pointer, uint8_t& slot) const {
    return slot < kBucketSlots;
  }
  // The same for a loop over all entries that begins at slot `offset`; i counts from there.
  template <class Pointer>
  bool next_entry(Pointer, uint8_t, uint8_t& i) const {
    return i < kBucketSlots;
  }
  // Is it already known that no bucket behind this one has entries?
  template <class Pointer>
  bool nothing_behind(Pointer) const {
    return false;
  }
  // The operation has come to this bucket: what it does now it does there.
  template <class Pointer>
  void locate_bucket(Pointer&, const MapType&) const {}
  // This bucket is going to be searched.
  template <class Pointer>
  void will_use_bucket(Pointer, const MapType&) const {}
  // This bucket of an array is going to be iterated over, and then those behind it.
  template <class Pointer>
  void will_use_bucket_behind(Pointer, const MapType&) const {}
  // The chain that begins with this old bucket is going to be evacuated.
  template <class Pointer>
  void will_evacuate(Pointer, const MapType&) const {}
  // It has been, and no iterator is going to look at it any more.
  template <class Pointer>
  void forget_chain(Pointer, const MapType&) const {}
  // The entry in this slot is about to be deleted.
  template <class Pointer>
  void forget_entry(Pointer, uint8_t, const MapType&) const {}
  // The map is about to let go of its old array.
  template <class Pointer>
  void forget_oldbuckets(Pointer, const MapType&) const {}
};

template <class Memory>
concept MemoryPolicy = requires(Memory memory, typename Memory::Pointer pointer,
                                const MapType& type, void* buffer, const void* source,
                                Field<uint8_t> byte, Field<uint64_t> word,
                                Field<memory::Pointer> reference, Field<Bytes> bytes, uint64_t size,
                                const Wanted<typename Memory::Pointer>& wanted, uint8_t slot) {
  { Memory::kStops } -> std::convertible_to<bool>;
  { Memory::kCollected } -> std::convertible_to<bool>;
  { memory.load(pointer, byte) } -> std::same_as<uint8_t>;
  { memory.load(pointer, word) } -> std::same_as<uint64_t>;
  { memory.load(pointer, reference) } -> std::same_as<typename Memory::Pointer>;
  memory.store(pointer, byte, uint8_t{});
  memory.store(pointer, word, uint64_t{});
  memory.store(pointer, reference, pointer);
  { memory.fetch_or(pointer, byte, uint8_t{}) } -> std::same_as<uint8_t>;
  memory.load_bytes(buffer, pointer, bytes, size);
  memory.store_bytes(pointer, bytes, source, size);
  memory.copy_argument(pointer, bytes, pointer, size);
  memory.copy_object(pointer, bytes, pointer, size);
  memory.zero(pointer, bytes, size);
  { memory.hash(type, pointer, uint32_t{}) } -> std::same_as<KeyAnswer>;
  { memory.equal(type, pointer, pointer) } -> std::same_as<KeyAnswer>;
  { memory.argument(pointer, word) } -> std::same_as<uint64_t>;
  { memory.argument(pointer, reference) } -> std::same_as<typename Memory::Pointer>;
  { memory.equal_bytes(pointer, pointer, size) } -> std::same_as<bool>;
  { memory.check_key(type, pointer) } -> std::same_as<KeyAnswer>;
  { memory.random() } -> std::same_as<uint64_t>;
  { memory.allocate(Allocation::Hmap, size, type) } -> std::same_as<typename Memory::Pointer>;
  { memory.descriptor(type) } -> std::same_as<typename Memory::Pointer>;
  { memory.known_type(type) } -> std::convertible_to<const MapType&>;
  { memory.next_slot(type, wanted, pointer, slot) } -> std::same_as<bool>;
  { memory.next_slot_or_empty(type, wanted, pointer, slot) } -> std::same_as<bool>;
  { memory.next_entry(pointer, uint8_t{}, slot) } -> std::same_as<bool>;
  { memory.nothing_behind(pointer) } -> std::same_as<bool>;
  memory.locate_bucket(pointer, type);
  memory.will_use_bucket(pointer, type);
  memory.will_use_bucket_behind(pointer, type);
  memory.will_evacuate(pointer, type);
  memory.forget_chain(pointer, type);
  memory.forget_entry(pointer, slot, type);
  memory.forget_oldbuckets(pointer, type);
};

}  // namespace hmaplab::gomap
