// PairMemory: a small simulated memory for two goroutines that race on one map (two_operations.h).
// Each allocates in an arena of its own and draws random bits of its own, so that what one does in
// private does not depend on the other and states meet again. An access outside of all objects is
// no error here: it gives zeros and is remembered, as the nil dereference that ends a Go program.
//
//   arenas   what the setup made | what the first allocated | the second | frames of the two
//   private  an actor's own frame, and its arena until a pointer into that is stored elsewhere
//   keys     numbers; as map keys: int64, strings "k7", or [2]int64{7, 7}
#pragma once

#include <array>
#include <cstring>
#include <vector>

#include "core/base/hash.h"
#include "core/gomap/memory_policy.h"

namespace hmaplab::gomap {

class PairMemory {
 public:
  using Pointer = memory::Address;
  static constexpr bool kStops = true;
  enum Actor : uint8_t { Setup, First, Second };

  void act(Actor actor) {
    actor_ = actor;
    touched_shared_ = false;
  }
  // The low six bits of a key's hash: its number & mask.
  void place_keys_by(uint64_t mask) { place_mask_ = mask; }
  bool faulted() const { return faulted_; }
  // Since act(): was anything touched that the other can reach?
  bool touched_shared() const { return touched_shared_; }
  // What is allocated from now on is the actor's own frame.
  void in_frame(bool frame) { in_frame_ = frame; }

  template <class T>
  T load(Pointer base, Field<T> field) {
    T value{};
    read(base + field.offset, &value, sizeof value);
    return value;
  }
  Pointer load(Pointer base, Field<memory::Pointer> field) {
    return Pointer{load(base, Field<uint64_t>{field.offset, field.name})};
  }
  template <class T>
  void store(Pointer base, Field<T> field, T value) {
    write(base + field.offset, &value, sizeof value);
  }
  void store(Pointer base, Field<memory::Pointer> field, Pointer value) {
    write(base + field.offset, &value, sizeof value);
  }
  uint8_t fetch_or(Pointer base, Field<uint8_t> field, uint8_t bits) {
    const uint8_t old = load(base, field);
    store(base, field, static_cast<uint8_t>(old | bits));
    return old;
  }
  void load_bytes(void* buffer, Pointer base, Field<Bytes> field, uint64_t size) {
    read(base + field.offset, buffer, size);
  }
  void store_bytes(Pointer base, Field<Bytes> field, const void* buffer, uint64_t size) {
    write(base + field.offset, buffer, size);
  }
  void copy_argument(Pointer base, Field<Bytes> field, Pointer from, uint64_t size) {
    copy_object(base, field, from, size);
  }
  void copy_object(Pointer base, Field<Bytes> field, Pointer from, uint64_t size) {
    std::vector<std::byte> bytes(size);
    read(from, bytes.data(), size);
    write(base + field.offset, bytes.data(), size);
  }
  void zero(Pointer base, Field<Bytes> field, uint64_t size) {
    const std::vector<std::byte> zeros(size);
    write(base + field.offset, zeros.data(), size);
  }

  KeyAnswer hash(const MapType& type, Pointer key, uint32_t seed) {
    const uint64_t mixed = base::mix64(key_number(type, key) * 0x9e3779b97f4a7c15 + seed);
    const uint64_t place = key_number(type, key) & place_mask_;
    return {.value = (mixed & ~uint64_t{63}) | place};
  }
  KeyAnswer equal(const MapType& type, Pointer a, Pointer b) {
    std::array<std::byte, 16> left{};
    std::array<std::byte, 16> right{};
    read(a, left.data(), type.key_size);
    read(b, right.data(), type.key_size);
    return {.value = left == right ? uint64_t{1} : 0};
  }
  KeyAnswer check_key(const MapType&, Pointer) { return {}; }
  uint64_t random() { return base::mix64(0x1000u * actor_ + ++draws_[actor_]); }

  template <class T>
  auto argument(Pointer base, Field<T> field) {
    return load(base, field);
  }
  bool equal_bytes(Pointer a, Pointer b, uint64_t size) {
    std::vector<std::byte> left(size);
    std::vector<std::byte> right(size);
    read(a, left.data(), size);
    read(b, right.data(), size);
    return left == right;
  }
  Pointer allocate(Allocation, uint64_t size, const MapType&) {
    const uint64_t index = in_frame_ && actor_ != Setup ? uint64_t{actor_} + 2 : uint64_t{actor_};
    std::vector<std::byte>& arena = arenas_[index];
    const uint64_t begin = arena.size();
    arena.resize(begin + (size + 15) / 8 * 8);  // with a gap, so that ends do not touch
    return Pointer{kFirst + index * kArenaBytes + begin};
  }
  Pointer descriptor(const MapType&) const { return Pointer{0x47'0000'0000}; }

  // For inspection: reads without being an access.
  template <class T>
  T peek(Pointer base, Field<T> field) const {
    T value{};
    peek_bytes(&value, base + field.offset, sizeof value);
    return value;
  }
  Pointer peek(Pointer base, Field<memory::Pointer> field) const {
    return Pointer{peek(base, Field<uint64_t>{field.offset, field.name})};
  }
  bool peek_bytes(void* buffer, Pointer from, uint64_t size) const {
    const std::byte* bytes = find(from, size);
    if (bytes != nullptr) {
      std::memcpy(buffer, bytes, size);
    } else if (size != 0) {
      std::memset(buffer, 0, size);
    }
    return bytes != nullptr;
  }
  void poke_bytes(Pointer to, const void* buffer, uint64_t size) { write(to, buffer, size); }

  // The number behind a key; ~0 of one that is none (torn, or half of a string).
  uint64_t key_number(const MapType& type, Pointer key) const {
    if (type.family != Family::FastString) {
      const auto first = peek(key, Field<uint64_t>{0, "key"});
      if (type.key_size == 16 && peek(key, Field<uint64_t>{8, "key"}) != first) return ~uint64_t{0};
      return first;
    }
    std::array<char, 24> text{};
    const auto length = peek(key, StringHeader::length);
    if (length < 2 || length >= text.size()) return ~uint64_t{0};
    if (!peek_bytes(text.data(), peek(key, StringHeader::data), length)) return ~uint64_t{0};
    uint64_t number = 0;
    for (size_t i = 1; i < length; ++i) number = 10 * number + static_cast<uint64_t>(text[i] - '0');
    return number;
  }
  void add_to(base::Hasher& hasher) const {
    for (const auto& arena : arenas_) hasher.add_bytes(arena.data(), arena.size());
    hasher.add(draws_[First] << 32 | draws_[Second]);
    hasher.add(uint64_t{published_[First]} | uint64_t{published_[Second]} << 1);
  }

 private:
  static constexpr uint64_t kFirst = 0xc0'0000'0000;
  static constexpr uint64_t kArenaBytes = 1 << 20;

  static uint64_t arena_of(Pointer address) {
    return (memory::bits(address) - kFirst) / kArenaBytes;
  }
  const std::byte* find(Pointer address, uint64_t size) const {
    const uint64_t index = arena_of(address);
    if (index >= arenas_.size()) return nullptr;
    const uint64_t offset = (memory::bits(address) - kFirst) % kArenaBytes;
    return offset + size <= arenas_[index].size() ? arenas_[index].data() + offset : nullptr;
  }
  bool is_private(Pointer address) const {
    const uint64_t index = arena_of(address);
    return index == uint64_t{actor_} + 2 || (index == actor_ && !published_[actor_]);
  }
  void read(Pointer from, void* buffer, uint64_t size) {
    touched_shared_ |= !is_private(from);
    if (!peek_bytes(buffer, from, size)) faulted_ = true;
  }
  void write(Pointer to, const void* buffer, uint64_t size) {
    const std::byte* bytes = find(to, size);
    if (bytes == nullptr) {
      faulted_ = true;
      return;
    }
    if (!is_private(to)) {
      touched_shared_ = true;
      publish(buffer, size);
    }
    std::memcpy(const_cast<std::byte*>(bytes), buffer, size);
  }
  void publish(const void* buffer, uint64_t size) {
    for (uint64_t at = 0; at + 8 <= size; at += 8) {
      uint64_t word = 0;
      std::memcpy(&word, static_cast<const std::byte*>(buffer) + at, 8);
      if (arena_of(Pointer{word}) == actor_) published_[actor_] = true;
    }
  }

  std::array<std::vector<std::byte>, 5> arenas_;
  std::array<uint64_t, 3> draws_{};
  std::array<bool, 3> published_{};
  uint64_t place_mask_ = 63;
  Actor actor_ = Setup;
  bool faulted_ = false;
  bool touched_shared_ = false;
  bool in_frame_ = false;
};

}  // namespace hmaplab::gomap
