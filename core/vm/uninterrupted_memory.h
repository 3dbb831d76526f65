// The World's memory for map operations that run straight through: nobody else can move and nobody
// watches, so nothing stops and nothing is noted. The engine is the same as in the stepped memory.
#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <vector>

#include "core/gomap/memory_policy.h"
#include "core/gomap/slot_set.h"
#include "core/vm/machine.h"
#include "core/vm/place.h"
#include "core/vm/values.h"

namespace hmaplab::vm {

class UninterruptedMemory : public gomap::EverySlot {
 public:
  using Pointer = Place;
  using MapType = gomap::MapType;
  template <class T>
  using Field = memory::Field<T>;
  static constexpr bool kStops = false;

  // The machine is alone as long as the operation lasts. `instruction`: that does it, if one does.
  UninterruptedMemory(Machine& machine, const MapType& type,
                      const bytecode::Instruction* instruction = nullptr)
      : machine_(machine), pages_(machine.own_pages()), type_(type), instruction_(instruction) {}

  // Whether the operation did more than to look at places that it knew.
  bool may_have_failed() const { return may_have_failed_; }
  // An address was touched that nobody has: the operation goes on with zeros and its goroutine
  // dies.
  bool faulted() const { return fault_.has_value(); }
  Address fault() const { return *fault_; }

  template <class T>
  T load(Place object, Field<T> field) {
    return read<T>(object, field.offset);
  }
  Place load(Place object, Field<memory::Pointer> field) {
    return {read<Address>(object, field.offset)};
  }
  template <class T>
  void store(Place object, Field<T> field, T value) {
    write(object, field.offset, value);
  }
  void store(Place object, Field<memory::Pointer> field, Place value) {
    const bool is_news = is_pointer(value.address) && load(object, field) != value;
    write(object, field.offset, value.address);
    if (is_news) machine_.publish(object.address, value.address);
  }
  uint8_t fetch_or(Place object, Field<uint8_t> field, uint8_t bits) {
    const uint8_t old = load(object, field);
    store(object, field, static_cast<uint8_t>(old | bits));
    return old;
  }
  void load_bytes(void* to, Place object, Field<memory::Bytes> field, uint64_t size) {
    const Place from = object + field.offset;
    if (from.bytes) {
      std::memcpy(to, from.bytes, size);
    } else {
      read_bytes(from.address, to, size);
    }
  }
  void store_bytes(Place object, Field<memory::Bytes> field, const void* from, uint64_t size) {
    const Place to = object + field.offset;
    if (to.bytes) {
      std::memcpy(to.bytes, from, size);
    } else {
      write_bytes(to.address, from, size);
    }
    if (type_.bucket_has_pointers) machine_.publish_words(object.address, to.address, size);
  }
  void copy_argument(Place object, Field<memory::Bytes> field, Place argument, uint64_t size) {
    copy_object(object, field, argument, size);
  }
  void copy_object(Place object, Field<memory::Bytes> field, Place from, uint64_t size) {
    if (const std::byte* bytes = from.bytes ? from.bytes : find(from.address, size))
      return store_bytes(object, field, bytes, size);
    std::vector<std::byte> bytes(size);
    read_bytes(from.address, bytes.data(), size);
    store_bytes(object, field, bytes.data(), size);
  }
  void zero(Place object, Field<memory::Bytes> field, uint64_t size) {
    constexpr std::array<std::byte, 256> kZeros{};
    const Address first = object.address + field.offset;
    for (uint64_t at = 0; at < size; at += kZeros.size())
      write_bytes(first + at, kZeros.data(), std::min(kZeros.size(), size - at));
  }

  gomap::KeyAnswer hash(const MapType& type, Place key, uint32_t seed) {
    switch (type.family) {
      case gomap::Family::Fast64:
      case gomap::Family::Fast64Ptr:
        return {.value = machine_.hash_of_word(read<uint64_t>(key, 0), 8, seed)};
      case gomap::Family::Fast32:
        return {.value = machine_.hash_of_word(read<uint32_t>(key, 0), 4, seed)};
      case gomap::Family::FastString: {
        const auto length = read<uint64_t>(key, gomap::StringHeader::length.offset);
        const auto data = read<Address>(key, gomap::StringHeader::data.offset);
        if (const std::byte* bytes = find(data, length))
          return {.value = hash_plain(bytes, length, seed)};
        break;
      }
      case gomap::Family::Generic:
        break;
    }
    may_have_failed_ = true;
    return hash_value(machine_.reader(), key_type(type), key.address, seed,
                      machine_.goroutine().random);
  }
  gomap::KeyAnswer equal(const MapType& type, Place a, Place b) {
    may_have_failed_ = true;
    return equal_values(machine_.reader(), key_type(type), a.address, b.address);
  }
  gomap::KeyAnswer check_key(const MapType& type, Place key) {
    may_have_failed_ = true;
    return vm::check_key(machine_.reader(), key_type(type), key.address);
  }
  template <class T>
  T argument(Place object, Field<T> field) {
    return load(object, field);
  }
  Place argument(Place object, Field<memory::Pointer> field) { return load(object, field); }
  bool equal_bytes(Place a, Place b, uint64_t size) {
    const std::byte* left = find(a.address, size);
    const std::byte* right = find(b.address, size);
    if (left && right) return std::memcmp(left, right, size) == 0;
    may_have_failed_ = true;
    return machine_.reader().equal_bytes(a.address, b.address, size);
  }
  uint64_t random() { return machine_.goroutine().random.next(); }
  Place allocate(gomap::Allocation kind, uint64_t size, const MapType&) {
    may_have_failed_ = true;
    if (instruction_) machine_.stand_at(*instruction_);
    return {machine_.allocate_for_map(kind, size, type_)};
  }
  Place descriptor(const MapType& type) {
    return {bytecode::Program::type_address(machine_.program().type(type.id))};
  }

  void locate_bucket(Place& bucket, const MapType& type) const {
    bucket.bytes = machine_.own_bucket(bucket.address, type.bucket_size);
  }
  // Exactly the slots at which Go does more than to look at them and go on. An earlier race may
  // have left tophash bytes that do not belong to their keys: of integers Go compares the key
  // first.
  bool next_slot(const MapType& type, const gomap::Wanted<Place>& wanted, Place bucket,
                 uint8_t& slot) {
    if (gomap::is_integer(wanted.family))
      return gomap::next_of(slots_with_key(type, wanted.key, bucket), slot);
    const uint64_t all = tophashes(bucket);
    gomap::SlotSet slots = gomap::slots_with(all, wanted.top);
    if (wanted.family == gomap::Family::Generic) slots |= gomap::slots_with(all, gomap::kEmptyRest);
    return gomap::next_of(slots, slot);
  }
  bool next_slot_or_empty(const MapType& type, const gomap::Wanted<Place>& wanted, Place bucket,
                          uint8_t& slot) {
    const uint64_t all = tophashes(bucket);
    const gomap::SlotSet slots = gomap::is_integer(wanted.family)
                                     ? slots_with_key(type, wanted.key, bucket)
                                     : gomap::slots_with(all, wanted.top);
    return gomap::next_of(slots | gomap::empty_slots(all), slot);
  }
  bool next_entry(Place bucket, uint8_t offset, uint8_t& i) {
    const gomap::SlotSet entries = ~gomap::empty_slots(tophashes(bucket)) & 0xff;
    return gomap::next_of((entries | entries << gomap::kBucketSlots) >> offset, i);
  }

 private:
  const check::Type& key_type(const MapType& type) const {
    return *check::as<check::MapType>(machine_.program().type(type.id))->key();
  }
  static bool is_pointer(Address value) { return base::is_heap(value) || base::is_data(value); }

  uint64_t tophashes(Place bucket) { return read<uint64_t>(bucket, 0); }
  gomap::SlotSet slots_with_key(const MapType& type, Place key, Place bucket) {
    const Place keys = bucket + gomap::Bucket::key_offset(type, 0);
    std::array<std::byte, 8 * gomap::kBucketSlots> copy;
    const std::byte* bytes = keys.bytes;
    if (!bytes) {
      read_bytes(keys.address, copy.data(), uint64_t{type.key_size} * gomap::kBucketSlots);
      bytes = copy.data();
    }
    if (type.family == gomap::Family::Fast32)
      return gomap::slots_with_key(bytes, read<uint32_t>(key, 0));
    return gomap::slots_with_key(bytes, read<uint64_t>(key, 0));
  }

  // Where bytes lie that nobody can change meanwhile; nullptr when they do not lie together.
  const std::byte* find(Address address, uint64_t size) const {
    if (base::is_immutable(address)) return machine_.program().constant_bytes(address, size);
    return pages_.find(address, size);
  }

  template <class T>
  T read(Place object, uint32_t offset) {
    if (!object.bytes) return read_elsewhere<T>(object.address + offset);
    T value;
    std::memcpy(&value, object.bytes + offset, sizeof value);
    return value;
  }
  template <class T>
  [[gnu::noinline]] T read_elsewhere(Address address) {
    T value{};
    if (const std::byte* own = pages_.find(address, sizeof value)) {
      std::memcpy(&value, own, sizeof value);
    } else {
      read_bytes(address, &value, sizeof value);
    }
    return value;
  }
  template <class T>
  void write(Place object, uint32_t offset, T value) {
    if (object.bytes) {
      std::memcpy(object.bytes + offset, &value, sizeof value);
    } else {
      write_elsewhere(object.address + offset, value);
    }
  }
  template <class T>
  [[gnu::noinline]] void write_elsewhere(Address address, T value) {
    write_bytes(address, &value, sizeof value);
  }
  [[gnu::noinline]] void read_bytes(Address address, void* to, uint64_t size) {
    if (const std::byte* own = machine_.own_bytes(address, size)) {
      std::memcpy(to, own, size);
      return;
    }
    may_have_failed_ = true;
    if (size == 0 || machine_.reader().read(address, to, size)) return;
    std::memset(to, 0, size);
    if (!fault_) fault_ = address;
  }
  [[gnu::noinline]] void write_bytes(Address address, const void* from, uint64_t size) {
    if (std::byte* own = machine_.own_bytes(address, size)) {
      std::memcpy(own, from, size);
      return;
    }
    may_have_failed_ = true;
    if (size > 0 && !machine_.write(address, from, size) && !fault_) fault_ = address;
  }

  Machine& machine_;
  memory::PageCache& pages_;
  const MapType& type_;
  const bytecode::Instruction* instruction_;
  bool may_have_failed_ = false;
  std::optional<Address> fault_;  // the first
};

// The same for maps of a family that is known when this is compiled: so is most of the type then.
template <gomap::Family kOnly>
class UninterruptedFamily : public UninterruptedMemory {
 public:
  static constexpr gomap::Family kFamily = kOnly;
  using UninterruptedMemory::UninterruptedMemory;

  static MapType known_type(const MapType& type) {
    MapType known = kCommon;
    known.id = type.id;
    known.elem_size = type.elem_size;
    known.elem_slot = type.elem_slot;
    known.overflow_offset = type.overflow_offset;
    known.bucket_size = type.bucket_size;
    known.elem_has_pointers = type.elem_has_pointers;
    known.bucket_has_pointers = type.bucket_has_pointers;
    known.load_factor_numerator = type.load_factor_numerator;
    return known;
  }

 private:
  static constexpr gomap::KeyTraits kKey =
      kFamily == gomap::Family::FastString
          ? gomap::KeyTraits{.size = 16,
                             .is_string = true,
                             .contains_string = true,
                             .has_pointers = true}
          : gomap::KeyTraits{.size = kFamily == gomap::Family::Fast32 ? 4u : 8u,
                             .compares_as_bytes = true};
  static constexpr MapType kCommon = gomap::make_map_type(0, kKey, {});
  static_assert(kCommon.family == kFamily);
};

}  // namespace hmaplab::vm
