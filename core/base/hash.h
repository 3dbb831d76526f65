// Hash128: the name of a state. Two Worlds with equal hashes are taken for the same World.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "core/base/random.h"

namespace hmaplab::base {

struct Hash128 {
  uint64_t low = 0;
  uint64_t high = 0;

  friend bool operator==(const Hash128&, const Hash128&) = default;
  friend auto operator<=>(const Hash128&, const Hash128&) = default;
  // Sum of hashes: for sets, whose members have no order.
  Hash128& operator+=(const Hash128& other) {
    low += other.low;
    high += other.high;
    return *this;
  }
};

// 32 hex digits, high word first.
std::string to_hex(const Hash128& hash);

// Takes a sequence of words and gives its hash; order matters.
class Hasher {
 public:
  void add(uint64_t word) {
    low_ = mix64(low_ ^ word) + 0x9e3779b97f4a7c15;
    high_ = mix64(high_ + word * 0xff51afd7ed558ccd) ^ (low_ >> 7);
  }
  void add(const Hash128& hash) {
    add(hash.low);
    add(hash.high);
  }
  void add_bytes(const void* data, size_t size) {
    const auto* bytes = static_cast<const unsigned char*>(data);
    for (; size >= 8; size -= 8, bytes += 8) {
      uint64_t word;
      std::memcpy(&word, bytes, 8);
      add(word);
    }
    uint64_t tail = 0;
    if (size != 0) std::memcpy(&tail, bytes, size);  // of nothing there may be no address
    add(tail ^ (uint64_t{size} << 56));
  }
  void add(std::string_view text) {
    add(text.size());
    add_bytes(text.data(), text.size());
  }
  Hash128 finish() const { return {mix64(low_ ^ (high_ >> 32)), mix64(high_ + low_)}; }

 private:
  uint64_t low_ = 0x243f6a8885a308d3;
  uint64_t high_ = 0x13198a2e03707344;
};

// The hash of a value that is kept with it, so that it is computed once. Copies keep it; whoever changes
// the value forgets it. Several threads may look at the same value.
class KeptHash {
 public:
  KeptHash() = default;
  KeptHash(const KeptHash& other) { *this = other; }
  KeptHash& operator=(const KeptHash& other) {
    const bool known = other.known_.load(std::memory_order_acquire);
    low_.store(other.low_.load(std::memory_order_relaxed), std::memory_order_relaxed);
    high_.store(other.high_.load(std::memory_order_relaxed), std::memory_order_relaxed);
    known_.store(known, std::memory_order_release);
    return *this;
  }

  template <class Compute>
  Hash128 get(Compute&& compute) const {
    if (known_.load(std::memory_order_acquire))
      return {low_.load(std::memory_order_relaxed), high_.load(std::memory_order_relaxed)};
    const Hash128 hash = compute();
    low_.store(hash.low, std::memory_order_relaxed);
    high_.store(hash.high, std::memory_order_relaxed);
    known_.store(true, std::memory_order_release);
    return hash;
  }
  void forget() { known_.store(false, std::memory_order_relaxed); }

 private:
  mutable std::atomic<uint64_t> low_{0};
  mutable std::atomic<uint64_t> high_{0};
  mutable std::atomic<bool> known_{false};
};

}  // namespace hmaplab::base
