// MapIterator: the forward iterators of Map. Either it stands at one entry (what find and insert
// give), or it is under way (what begin gives, and every iterator after its first ++): then it
// holds Go's hiter, the state of a range loop, and the map keeps what it walks until it has gone.
// Dereferencing gives an Entry, a pair of references.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <utility>

#include "core/gomap/typed_map.h"

namespace hmaplab::gomap {

// What an iterator gives: `auto [key, value] = *it`, it->first, it->second.
template <class Key, class Elem>
struct Entry {
  const Key& first;
  Elem& second;
};

template <class Memory, class Key, class Elem>  // Elem: const for const_iterator
class MapIterator {
  using Pointer = std::byte*;

 public:
  using iterator_category = std::input_iterator_tag;  // for C++17: * gives no true reference
  using iterator_concept = std::forward_iterator_tag;
  using value_type = Entry<Key, Elem>;
  using reference = value_type;
  using difference_type = std::ptrdiff_t;
  struct pointer {
    value_type entry;
    value_type* operator->() { return &entry; }
  };

  MapIterator() = default;  // end()
  // At this entry; null key: at the end.
  MapIterator(Memory* memory, Key* key, Elem* elem) : memory_(memory), key_(key), elem_(elem) {}
  // At the first entry of a range loop that begins here; the map is not null.
  explicit MapIterator(Memory* memory);

  MapIterator(const MapIterator& other) { *this = other; }
  MapIterator& operator=(const MapIterator& other) {
    if (this == &other) return *this;
    if (other.under_way_) other.memory_->iterator_begins();
    leave();
    take(other);
    under_way_ = other.under_way_;
    return *this;
  }
  // An iterator becomes a const_iterator.
  template <class Other>
  requires std::is_const_v<Elem> && std::is_same_v<Other, std::remove_const_t<Elem>> MapIterator(
      const MapIterator<Memory, Key, Other>& other) {
    if (other.under_way_) other.memory_->iterator_begins();
    take(other);
    under_way_ = other.under_way_;
  }
  ~MapIterator() { leave(); }

  value_type operator*() const { return {*key_, *elem_}; }
  pointer operator->() const { return {**this}; }
  MapIterator& operator++() {
    if (!under_way_) set_out();
    go_on();
    return *this;
  }
  MapIterator operator++(int) {
    MapIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const MapIterator& other) const { return key_ == other.key_; }

 private:
  template <class, class, class>
  friend class MapIterator;

  template <class Other>
  void take(const Other& other) {
    memory_ = other.memory_;
    key_ = other.key_;
    elem_ = other.elem_;
    if (other.under_way_) hiter_ = other.hiter_;
  }
  void leave() {
    if (std::exchange(under_way_, false)) memory_->iterator_ends();
  }
  [[gnu::noinline]] void end() {
    key_ = nullptr;
    elem_ = nullptr;
    leave();
  }
  template <class Operation>
  void arrive(Progress progress, const Operation& operation) {
    if (progress != Progress::Done) die_of(operation.failure);
    if (operation.key == nullptr) return end();
    key_ = &Memory::key_at(operation.key);
    elem_ = &Memory::elem_at(operation.elem);
  }
  [[gnu::noinline, gnu::flatten]] void go_on() {
    auto next = IterateNext<Pointer>::of(&Memory::kType, hiter_.data());
    arrive(next.advance(*memory_), next);
  }
  // hiter as a loop has it that has just given the entry at which this iterator stands.
  void set_out();
  bool set_out_in(uint64_t index);
  void begin_loop(Pointer hiter);

  Memory* memory_ = nullptr;
  Key* key_ = nullptr;
  Elem* elem_ = nullptr;
  bool under_way_ = false;
  alignas(8) std::array<std::byte, Hiter::kSize> hiter_;  // while under way
};

template <class Memory, class Key, class Elem>
MapIterator<Memory, Key, Elem>::MapIterator(Memory* memory) : memory_(memory) {
  if (memory->load(memory->hmap(), Hmap::count) == 0) return;
  memory->iterator_begins();
  under_way_ = true;
  try {
    begin_loop(hiter_.data());
  } catch (...) {
    leave();
    throw;
  }
}

// Until the map changes, its loops begin at the same entry: the random bits are a stream of their
// own.
template <class Memory, class Key, class Elem>
void MapIterator<Memory, Key, Elem>::begin_loop(Pointer hiter) {
  struct Draws {
    Memory* memory;
    base::RandomStream saved;
    ~Draws() { memory->exchange_random(saved); }
  } draws{memory_, memory_->exchange_random({memory_->seed() ^ 0x6974'6572'6174'65})};
  std::memset(hiter, 0, Hiter::kSize);
  auto init = IterateInit<Pointer>::of(&Memory::kType, memory_->hmap(), hiter);
  arrive(init.advance(*memory_), init);
}

template <class Memory, class Key, class Elem>
void MapIterator<Memory, Key, Elem>::set_out() {
  Key* const key = key_;
  Elem* const elem = elem_;
  const Pointer hmap = memory_->hmap();
  const uint64_t hash = memory_->hash_of(*key, memory_->load(hmap, Hmap::hash0));
  MapIterator loop(memory_);
  *this = loop;
  key_ = key;
  elem_ = elem;

  const uint64_t buckets = bucket_count(memory_->load(hmap, Hmap::B));
  bool found = set_out_in(hash & (buckets - 1));
  for (uint64_t i = 0; !found && i < buckets; ++i) found = set_out_in(i);  // a NaN that has moved
  INVARIANT(found, "an iterator that stands at no entry of its map");
}

template <class Memory, class Key, class Elem>
bool MapIterator<Memory, Key, Elem>::set_out_in(uint64_t index) {
  const Pointer hmap = memory_->hmap();
  const Pointer hiter = hiter_.data();
  const MapType& type = Memory::kType;
  const uint8_t B = memory_->load(hmap, Hmap::B);
  uint64_t check_bucket = kNoCheck;
  Pointer bucket = memory_->load(hmap, Hmap::buckets) + index * type.bucket_size;
  if (const Pointer old = memory_->load(hmap, Hmap::oldbuckets); old != nullptr) {
    const uint64_t mask = old_bucket_count(B, memory_->load(hmap, Hmap::flags)) - 1;
    const Pointer old_bucket = old + (index & mask) * type.bucket_size;
    if (!is_evacuated(memory_->load(old_bucket, Bucket::tophash(0)))) {
      bucket = old_bucket;
      check_bucket = index;
    }
  }
  for (; bucket != nullptr; bucket = memory_->load(bucket, Bucket::overflow(type))) {
    for (uint8_t slot = 0; slot < kBucketSlots; ++slot) {
      if (memory_->load(bucket, Bucket::tophash(slot)) < kMinTopHash) continue;
      const Pointer place = type.indirect_key
                                ? memory_->load(bucket, Bucket::key<memory::Pointer>(type, slot))
                                : bucket + Bucket::key_offset(type, slot);
      if (&Memory::key_at(place) != key_) continue;
      const uint8_t offset = memory_->load(hiter, Hiter::offset);
      const bool wraps = index + 1 == bucket_count(B);
      const bool wrapped = wraps || index < memory_->load(hiter, Hiter::start_bucket);
      memory_->store(hiter, Hiter::bucket, wraps ? uint64_t{0} : index + 1);
      memory_->store(hiter, Hiter::wrapped, static_cast<uint8_t>(wrapped));
      memory_->store(hiter, Hiter::bptr, bucket);
      memory_->store(hiter, Hiter::i,
                     static_cast<uint8_t>(((slot - offset) & (kBucketSlots - 1)) + 1));
      memory_->store(hiter, Hiter::check_bucket, check_bucket);
      return true;
    }
  }
  return false;
}

}  // namespace hmaplab::gomap
