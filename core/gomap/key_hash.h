// KeyHash: the hash that Map uses unless it is given another one. Integers, enumerators and
// pointers are their own hash, strings are read eight bytes at a time, every other type asks
// std::hash. with_seed makes of it the 64 bits that the engine wants: well mixed at both ends (the
// low bits choose the bucket, the high byte is the tophash) and different for each seed.
//
//   is_avalanching   a member type of a hash: all its bits are well mixed already
//   is_transparent   a member type of a hash and an equality: they take whatever compares with a
//   key
#pragma once

#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>

namespace hmaplab::gomap {

constexpr uint64_t kMixer = 0x9e37'79b9'7f4a'7c15;

// One multiplication of 64 by 64 bits; the halves of the product folded into one.
constexpr uint64_t fold_multiply(uint64_t a, uint64_t b) {
  __extension__ using Product = unsigned __int128;
  const Product product = Product{a} * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

// A good hash of bytes; not a defence against those who know the code.
inline uint64_t hash_bytes(const char* bytes, size_t size) {
  constexpr uint64_t kFirst = 0xa076'1d64'78bd'642f;
  constexpr uint64_t kSecond = 0xe703'7ed1'a0b4'28db;
  const auto word = [bytes](size_t at, size_t width) {
    uint64_t value = 0;
    std::memcpy(&value, bytes + at, width);
    return value;
  };
  uint64_t low = 0;
  uint64_t high = 0;
  uint64_t state = size * kMixer ^ kFirst;
  if (size > 16) {
    size_t at = 0;
    for (; at + 16 < size; at += 16) {
      state = fold_multiply(word(at, 8) ^ kSecond, word(at + 8, 8) ^ state);
    }
    low = word(size - 16, 8);
    high = word(size - 8, 8);
  } else if (size >= 8) {
    low = word(0, 8);
    high = word(size - 8, 8);
  } else if (size >= 4) {
    low = word(0, 4);
    high = word(size - 4, 4);
  } else if (size > 0) {
    low = word(0, 1) << 16 | word(size / 2, 1) << 8 | word(size - 1, 1);
  }
  return fold_multiply(low ^ kSecond ^ state, high ^ kFirst ^ (state >> 32));
}

template <class Key>
constexpr bool kIsNumber = std::is_integral_v<Key> || std::is_enum_v<Key> || std::is_pointer_v<Key>;

template <class Key>
struct KeyHash {
  uint64_t operator()(const Key& key) const
      noexcept(kIsNumber<Key> || noexcept(std::hash<Key>{}(key))) {
    if constexpr (std::is_pointer_v<Key>) {
      return reinterpret_cast<uintptr_t>(key);
    } else if constexpr (kIsNumber<Key>) {
      return static_cast<uint64_t>(key);
    } else {
      return std::hash<Key>{}(key);
    }
  }
};

struct TextHash {
  using is_transparent = void;
  using is_avalanching = void;
  uint64_t operator()(std::string_view text) const noexcept {
    return hash_bytes(text.data(), text.size());
  }
};
template <>
struct KeyHash<std::string> : TextHash {};
template <>
struct KeyHash<std::string_view> : TextHash {};

// Compares short texts in place: a call of memcmp costs more than their bytes.
inline bool same_bytes(const char* a, const char* b, size_t size) {
  constexpr size_t kWord = 8;
  if (size < kWord || size > 8 * kWord) return std::memcmp(a, b, size) == 0;
  const auto same_word = [a, b](size_t at) { return std::memcmp(a + at, b + at, kWord) == 0; };
  for (size_t at = 0; at + kWord < size; at += kWord) {
    if (!same_word(at)) return false;
  }
  return same_word(size - kWord);
}

struct TextEqual {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const noexcept {
    return a.size() == b.size() && same_bytes(a.data(), b.data(), a.size());
  }
};
// The equality that Map uses unless it is given another one.
template <class Key>
using KeyEqual =
    std::conditional_t<std::is_base_of_v<TextHash, KeyHash<Key>>, TextEqual, std::equal_to<>>;

template <class T>
concept Transparent = requires {
  typename T::is_transparent;
};
template <class T>
concept Avalanching = requires {
  typename T::is_avalanching;
};

template <class Hash>
constexpr uint64_t with_seed(uint64_t hash, uint32_t seed) {
  const uint64_t seeded = hash ^ seed * kMixer;
  return Avalanching<Hash> ? seeded : fold_multiply(seeded, 0xd6e8'feb8'6659'fd93);
}

}  // namespace hmaplab::gomap
