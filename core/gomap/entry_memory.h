// EntryMemory: the direct memory of one map with C++ keys and elems. The type of the map is a
// constant, so that nothing of the families, offsets and sizes is left to run time. It owns the
// header, the buckets and the entries; what the engine leaves to Go's collector it gives back as
// soon as no live iterator can look at it. Until then it retains
//   old arrays   that such an iterator walks, and
//   objects      deleted keys and elems that lie behind a pointer, while old arrays point to them.
#pragma once

#include <array>
#include <memory>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/random.h"
#include "core/gomap/bucket_array.h"
#include "core/gomap/bucket_store.h"
#include "core/gomap/entry_type.h"
#include "core/gomap/native_access.h"

namespace hmaplab::gomap {

template <class Key, class Elem, class Hash, class Equal>
class EntryMemory : public NativeAccess {
 public:
  using Type = EntryType<Key, Elem, Equal>;
  static constexpr const MapType& kType = Type::kType;
  static constexpr bool kCollected = false;
  static constexpr bool kHashMayThrow = !std::is_nothrow_invocable_v<const Hash&, const Key&>;

  EntryMemory(Hash hasher, Equal equality, uint64_t seed, BucketPool* pool)
      : store_(kType, pool),
        random_{seed},
        seed_(seed),
        hash_(std::move(hasher)),
        equal_(std::move(equality)) {}
  EntryMemory(const EntryMemory&) = delete;
  EntryMemory& operator=(const EntryMemory&) = delete;
  ~EntryMemory() {
    end_entries();
    end_retained_objects();
  }

  Pointer hmap() { return header_.data(); }
  const Hash& hash_function() const { return hash_; }
  const Equal& key_equal() const { return equal_; }
  uint64_t seed() const { return seed_; }
  BucketPool* pool() const { return store_.pool(); }

  static Key& key_at(Pointer at) { return *std::launder(reinterpret_cast<Key*>(at)); }
  static Elem& elem_at(Pointer at) { return *std::launder(reinterpret_cast<Elem*>(at)); }

  template <class Asked>
  uint64_t hash_of(const Asked& key, uint32_t seed) const {
    return with_seed<Hash>(hash_(key), seed);
  }

  // --- what the engine asks for -----------------------------------------------------------------
  const MapType& known_type(const MapType&) const { return kType; }
  Pointer descriptor(const MapType&) const {
    return const_cast<Pointer>(reinterpret_cast<const std::byte*>(&kType));
  }
  uint64_t random() { return random_.next(); }
  KeyAnswer hash(const MapType&, Pointer key, uint32_t seed) {
    if constexpr (kHashMayThrow) {
      if (next_planned_ < planned_.size()) return {.value = planned_[next_planned_++]};
    }
    return {.value = hash_of(key_at(key), seed)};
  }
  KeyAnswer equal(const MapType&, Pointer a, Pointer b) const {
    return {.value = equal_(key_at(a), key_at(b)) ? uint64_t{1} : 0};
  }
  KeyAnswer check_key(const MapType&, Pointer) const { return {}; }

  Pointer allocate(Allocation kind, uint64_t size, const MapType&) {
    switch (kind) {
      case Allocation::Hmap:
        return header_.data();
      case Allocation::Extra:
        return extra_.data();
      case Allocation::Buckets:
        return store_.take_array(size);
      case Allocation::OverflowBucket:
        return store_.take_overflow();
      case Allocation::KeyObject:
        return static_cast<Pointer>(::operator new (sizeof(Key), std::align_val_t{alignof(Key)}));
      case Allocation::ElemObject:
        return static_cast<Pointer>(::operator new (sizeof(Elem), std::align_val_t{alignof(Elem)}));
      case Allocation::OverflowList:
      case Allocation::OverflowListArray:
        break;  // this type keeps no lists
    }
    return nullptr;
  }

  // An elem that is more than its bytes is moved by its store; until then its address is held.
  void load_bytes(void* buffer, Pointer base, Field<Bytes> field, uint64_t size) const {
    if constexpr (Type::kElemInBucket && !Type::kElemIsBytes) {
      if (is_elem(field)) {
        const Pointer from = base + field.offset;
        std::memcpy(buffer, &from, sizeof from);
        return;
      }
    }
    NativeAccess::load_bytes(buffer, base, field, size);
  }
  void store_bytes(Pointer base, Field<Bytes> field, const void* buffer, uint64_t size) {
    if constexpr (Type::kElemInBucket && !Type::kElemIsBytes) {
      if (is_elem(field)) {
        Pointer from;
        std::memcpy(&from, buffer, sizeof from);
        std::construct_at(reinterpret_cast<Elem*>(base + field.offset), std::move(elem_at(from)));
        std::destroy_at(&elem_at(from));
        return;
      }
    }
    NativeAccess::store_bytes(base, field, buffer, size);
  }
  void copy_argument(Pointer base, Field<Bytes> field, Pointer from, uint64_t) {
    std::construct_at(reinterpret_cast<Key*>(base + field.offset), std::move(key_at(from)));
  }
  void zero(Pointer base, Field<Bytes> field, uint64_t size) {
    if (!is_elem(field)) NativeAccess::zero(base, field, size);  // elems end in forget_entry
  }

  void will_evacuate(Pointer first, const MapType&) {
    if constexpr (kHashMayThrow) plan_hashes(first);
  }
  void forget_chain(Pointer first, const MapType&) {
    store_.free_chain(load(hmap(), Hmap::oldbuckets), first);
  }
  void forget_entry(Pointer bucket, uint8_t slot, const MapType&) {
    if constexpr (!Type::kElemInBucket) {
      end_object(load(bucket, Bucket::elem<memory::Pointer>(kType, slot)), Object::OfElem);
    } else if constexpr (!Type::kElemIsBytes) {
      std::destroy_at(&elem_at(bucket + Bucket::elem_offset(kType, slot)));
    }
    if constexpr (!Type::kKeyInBucket) {
      end_object(load(bucket, Bucket::key<memory::Pointer>(kType, slot)), Object::OfKey);
    }
  }
  void forget_oldbuckets(Pointer, const MapType&) {
    const Pointer array = load(hmap(), Hmap::oldbuckets);
    if (array == nullptr) return;
    if (live_iterators_ != 0) return store_.retain_array(array);
    if (was_iterated_) store_.free_chains(array);
    was_iterated_ = false;
    store_.give_back_array(array);
  }

  // --- what Map asks for ------------------------------------------------------------------------
  // Iterators that are under way say so.
  void iterator_begins() {
    ++live_iterators_;
    was_iterated_ = true;
  }
  void iterator_ends() {
    if (--live_iterators_ != 0) return;
    if (has_lost_map_) {
      delete this;
      return;
    }
    store_.free_retained();
    end_retained_objects();
    clear_flags(kIterator | kOldIterator);
  }
  // The map has gone: so do the entries, and the memory with its last iterator.
  struct LetGo {
    void operator()(EntryMemory* memory) const {
      memory->has_lost_map_ = true;
      if (memory->live_iterators_ == 0) {
        delete memory;
        return;
      }
      memory->end_entries();
      memory->store(memory->hmap(), Hmap::buckets, Pointer{});
    }
  };
  // Iteration begins at the same entry until the map changes: it draws from a stream of its own.
  base::RandomStream exchange_random(base::RandomStream other) {
    return std::exchange(random_, other);
  }
  // After an exception from the hash or the equality: nobody is writing.
  void abandon_write() {
    clear_flags(kHashWriting);
    planned_.clear();
    next_planned_ = 0;
  }
  // Ends every entry without marking its slot: the map is about to be cleared or destroyed.
  void end_entries();
  // The overflow buckets of the current array, which is about to be cleared.
  void free_overflow_buckets() {
    const Pointer array = load(hmap(), Hmap::buckets);
    if (array != nullptr && live_iterators_ == 0) store_.free_chains(array);
  }

 private:
  enum class Object : uint8_t { OfKey, OfElem };

  static bool is_elem(Field<Bytes> field) { return std::string_view(field.name) == "elem"; }
  void clear_flags(uint8_t bits) {
    store(hmap(), Hmap::flags, static_cast<uint8_t>(load(hmap(), Hmap::flags) & ~bits));
  }
  void plan_hashes(Pointer first);
  void end_object(Pointer object, Object kind) {
    const bool growing = load(hmap(), Hmap::oldbuckets) != nullptr;
    if (live_iterators_ != 0 && (growing || store_.retains())) {
      retained_objects_.emplace_back(object, kind);
    } else {
      end_now(object, kind);
    }
  }
  static void end_now(Pointer object, Object kind) {
    if (kind == Object::OfKey) {
      std::destroy_at(&key_at(object));
      ::operator delete (object, std::align_val_t{alignof(Key)});
    } else {
      std::destroy_at(&elem_at(object));
      ::operator delete (object, std::align_val_t{alignof(Elem)});
    }
  }
  void end_retained_objects() {
    for (const auto& [object, kind] : std::exchange(retained_objects_, {})) end_now(object, kind);
  }
  template <class Visit>
  void each_slot(Pointer first, Visit visit);

  alignas(8) std::array<std::byte, Hmap::kSize> header_{};
  alignas(8) std::array<std::byte, MapExtra::kSize> extra_{};
  BucketStore store_;
  base::RandomStream random_;
  uint64_t seed_;
  uint64_t live_iterators_ = 0;
  bool has_lost_map_ = false;
  bool was_iterated_ = false;  // since the growth that is under way, or the next one, began
  std::vector<std::pair<Pointer, Object>> retained_objects_;
  std::vector<uint64_t> planned_;  // hashes of the chain being evacuated, if hashing may throw
  size_t next_planned_ = 0;
  [[no_unique_address]] Hash hash_;
  [[no_unique_address]] Equal equal_;
};

template <class Key, class Elem, class Hash, class Equal>
template <class Visit>
void EntryMemory<Key, Elem, Hash, Equal>::each_slot(Pointer first, Visit visit) {
  for (Pointer bucket = first; bucket != nullptr; bucket = load(bucket, Bucket::overflow(kType))) {
    for (uint8_t slot = 0; slot < kBucketSlots; ++slot) {
      if (load(bucket, Bucket::tophash(slot)) >= kMinTopHash) visit(bucket, slot);
    }
  }
}

// All hashes of a chain before its first entry moves: one that throws then changes nothing.
template <class Key, class Elem, class Hash, class Equal>
void EntryMemory<Key, Elem, Hash, Equal>::plan_hashes(Pointer first) {
  planned_.clear();
  next_planned_ = 0;
  if ((load(hmap(), Hmap::flags) & kSameSizeGrow) != 0) return;  // does not hash
  const uint32_t seed = load(hmap(), Hmap::hash0);
  each_slot(first, [&](Pointer bucket, uint8_t slot) {
    const Pointer key = Type::kKeyInBucket
                            ? bucket + Bucket::key_offset(kType, slot)
                            : load(bucket, Bucket::key<memory::Pointer>(kType, slot));
    planned_.push_back(hash_of(key_at(key), seed));
  });
}

template <class Key, class Elem, class Hash, class Equal>
void EntryMemory<Key, Elem, Hash, Equal>::end_entries() {
  if constexpr (!Type::kKeyInBucket || !Type::kElemInBucket || !Type::kElemIsBytes) {
    const auto end = [this](Pointer bucket, uint8_t slot) { forget_entry(bucket, slot, kType); };
    const uint8_t flags = load(hmap(), Hmap::flags);
    const uint8_t B = load(hmap(), Hmap::B);
    const Pointer buckets = load(hmap(), Hmap::buckets);
    const Pointer oldbuckets = load(hmap(), Hmap::oldbuckets);
    if (buckets == nullptr) return;
    for (uint64_t i = 0; i < bucket_count(B); ++i) each_slot(buckets + i * kType.bucket_size, end);
    if (oldbuckets == nullptr) return;
    for (uint64_t i = 0; i < old_bucket_count(B, flags); ++i) {
      const Pointer first = oldbuckets + i * kType.bucket_size;
      if (!is_evacuated(load(first, Bucket::tophash(0)))) each_slot(first, end);
    }
  }
}

}  // namespace hmaplab::gomap
