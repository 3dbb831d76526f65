// The address space of the simulated machine.
//
//   0x0000_0047_0000   function values of functions that capture nothing, 16 bytes each      ─┐
//   0x0000_4a00_0000   types, 64 bytes each                                                   │
//   immutable: 0x0000_4f00_0000   zero bytes, read where a map has no elem │ reading is
//   0x0000_5000_0000   string constants                                                      ─┘ no
//   step 0x0000_5500_0000   package variables 0x00c0_0000_0000   the heap: one arena of 1 GiB for
//   each actor, the main goroutine's first 0x7f00_0000_0000   the stack of the goroutine that asks:
//   private, no step either
#pragma once

#include <compare>
#include <cstdint>

namespace hmaplab::base {

// A byte address in the World's 47-bit address space; 0 is nil.
enum class Address : uint64_t { Nil = 0 };

constexpr uint64_t bits(Address address) { return static_cast<uint64_t>(address); }
constexpr Address operator+(Address address, uint64_t bytes) {
  return Address{bits(address) + bytes};
}
constexpr uint64_t operator-(Address a, Address b) { return bits(a) - bits(b); }

inline constexpr uint64_t kFunctionsBegin = 0x47'0000;
inline constexpr uint64_t kTypesBegin = 0x4a00'0000;
inline constexpr uint64_t kZeroBegin = 0x4f00'0000;
inline constexpr uint64_t kStringsBegin = 0x5000'0000;
inline constexpr uint64_t kDataBegin = 0x5500'0000;
inline constexpr uint64_t kHeapBegin = 0x00c0'0000'0000;
inline constexpr uint64_t kHeapEnd = 0x7000'0000'0000;
inline constexpr uint64_t kStackBegin = 0x7f00'0000'0000;
inline constexpr uint64_t kArenaBytes = 1ull << 30;

constexpr bool is_immutable(Address address) {
  return bits(address) >= kFunctionsBegin && bits(address) < kDataBegin;
}
constexpr bool is_data(Address address) {
  return bits(address) >= kDataBegin && bits(address) < kDataBegin + kArenaBytes;
}
constexpr bool is_heap(Address address) {
  return bits(address) >= kHeapBegin && bits(address) < kHeapEnd;
}
constexpr bool is_stack(Address address) { return bits(address) >= kStackBegin; }

// Where an object of `size` bytes begins in an arena of which `used` bytes are taken.
constexpr uint64_t place_in_arena(uint64_t used, uint64_t size) {
  uint64_t alignment = size >= 16 ? 16 : 8;
  return (used + alignment - 1) / alignment * alignment;
}
// How many bytes of the arena are taken when an object of `size` bytes lies at `begin`.
constexpr uint64_t end_in_arena(uint64_t begin, uint64_t size) {
  return (begin + (size == 0 ? 1 : size) + 7) / 8 * 8;
}

}  // namespace hmaplab::base
