// Hash128: the name of a state. Two Worlds with equal hashes are taken for the same World.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
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
// the value forgets it. Who hands copies to several threads asks for the hash first.
class KeptHash {
 public:
  template <class Compute>
  const Hash128& get(Compute&& compute) const {
    if (!hash_) hash_ = compute();
    return *hash_;
  }
  void forget() { hash_.reset(); }

 private:
  mutable std::optional<Hash128> hash_;
};

}  // namespace hmaplab::base
