// TypedMap: one map with C++ keys and elems as the engine's operations see it: each member function
// runs one operation of the engine over EntryMemory and hands its result on as C++ pointers. What a
// container must be able to do beyond that stands in map.h.
//
// A map without memory is Go's nil map: empty, and nothing is allocated until the first assignment.
// An exception from the hash or the equality leaves the map as it was. An operation that the engine
// ends badly (it found itself inside another one: two threads, or a hash that uses the map) throws
// base::InvariantFailure with Go's text.
#pragma once

#include <memory>
#include <utility>

#include "core/base/invariant.h"
#include "core/gomap/entry_memory.h"
#include "core/gomap/gomap.h"

namespace hmaplab::gomap {

// What the engine ends badly in direct mode is a mistake in the program that uses the map.
[[noreturn]] void die_of(Failure failure);

template <class Key, class Elem, class Hash, class Equal>
class TypedMap {
 public:
  using Memory = EntryMemory<Key, Elem, Hash, Equal>;
  using Pointer = std::byte*;
  static constexpr const MapType* kType = &Memory::kType;
  static constexpr bool kMayThrow =
      Memory::kHashMayThrow || !std::is_nothrow_invocable_v<const Equal&, const Key&, const Key&>;

  struct Entry {
    Key* key = nullptr;  // null: there is none
    Elem* elem = nullptr;
  };
  struct Placed {
    Key* key;
    Pointer elem;  // raw storage if !found
    bool found;
  };

  Memory* memory() const { return memory_.get(); }
  void make(int64_t hint, uint64_t seed, BucketPool* pool, Hash hash, Equal equal) {
    memory_.reset(new Memory(std::move(hash), std::move(equal), seed, pool));
    auto make = MakeMap<Pointer>::of(kType, hint > 8 ? MakeVia::Hint : MakeVia::Small, hint);
    run(make, *memory_);
  }
  uint64_t size() const {
    return memory_ == nullptr ? 0
                              : static_cast<uint64_t>(memory_->load(memory_->hmap(), Hmap::count));
  }

  // `Asked`: Key, or what a transparent hash and equality take in its place.
  template <class Asked>
  [[gnu::flatten]] Entry find(const Asked& asked) const {
    if (memory_ == nullptr) return {};
    const Question<Asked> question{{}, *memory_};
    auto access = Access<Pointer>::of(kType, memory_->hmap(), bytes_of(asked));
    run(access, question);
    if (!access.found) return {};
    return {&Memory::key_at(access.found_key), &Memory::elem_at(access.elem)};
  }

  // Finds the key or makes a place for it, into which the key is moved.
  Placed place(Key& key) {
    return guarded([&] { return assign(key); });
  }
  // Was it there?
  bool remove(const Key& key) {
    return guarded([&] { return delete_entry(key); });
  }
  void clear() {
    if (size() == 0) return;
    memory_->end_entries();
    memory_->free_overflow_buckets();
    auto clear = Clear<Pointer>::of(kType, memory_->hmap());
    run(clear, *memory_);
  }

 private:
  // What a search needs of a memory: it changes nothing, and the key may be of another type.
  template <class Asked>
  struct Question : NativeAccess {
    const Memory& memory;

    const MapType& known_type(const MapType&) const { return Memory::kType; }
    KeyAnswer hash(const MapType&, Pointer key, uint32_t seed) const {
      return {.value = memory.hash_of(asked(key), seed)};
    }
    KeyAnswer equal(const MapType&, Pointer a, Pointer b) const {
      return {.value = memory.key_equal()(asked(a), Memory::key_at(b)) ? uint64_t{1} : 0};
    }
    KeyAnswer check_key(const MapType&, Pointer) const { return {}; }
    static const Asked& asked(Pointer key) { return *reinterpret_cast<const Asked*>(key); }
  };

  template <class Asked>
  static Pointer bytes_of(const Asked& key) {
    return const_cast<Pointer>(reinterpret_cast<const std::byte*>(std::addressof(key)));
  }
  template <class Operation, class RunsIn>
  static void run(Operation& operation, RunsIn& memory) {
    if (operation.advance(memory) != Progress::Done) die_of(operation.failure);
  }
  template <class Operation>
  auto guarded(Operation operation) {
    if constexpr (kMayThrow) {
      try {
        return operation();
      } catch (...) {
        memory_->abandon_write();
        throw;
      }
    } else {
      return operation();
    }
  }

  [[gnu::flatten]] Placed assign(Key& key) {
    auto assign = Assign<Pointer>::of(kType, memory_->hmap(), bytes_of(key));
    run(assign, *memory_);
    return {&Memory::key_at(assign.slot_key), assign.elem, assign.found};
  }
  [[gnu::flatten]] bool delete_entry(const Key& key) {
    auto remove = Delete<Pointer>::of(kType, memory_->hmap(), bytes_of(key));
    run(remove, *memory_);
    return remove.find.found;
  }

  std::unique_ptr<Memory, typename Memory::LetGo> memory_;
};

}  // namespace hmaplab::gomap
