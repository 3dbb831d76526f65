// Addresses of the simulated machine, and named fields of the objects that live there.
//
//   0x0000_0047_0000…   program text, types and constants: immutable, reading them is no step
//   0x0000_0055_0000…   package variables
//   0x00c0_0000_0000…   the heap: one arena of 1 GiB for each actor, the main goroutine's first
//   0x7f00_0000_0000…   goroutine stacks, 1 GiB apart: private to their goroutine, no step either
#pragma once

#include <compare>
#include <cstdint>

namespace hmaplab::memory {

// A byte address in the World's 47-bit address space; 0 is nil.
enum class Address : uint64_t { Nil = 0 };

constexpr uint64_t bits(Address address) { return static_cast<uint64_t>(address); }
constexpr Address operator+(Address address, uint64_t bytes) { return Address{bits(address) + bytes}; }
constexpr uint64_t operator-(Address a, Address b) { return bits(a) - bits(b); }

// A field of a runtime object: where it lies, what it holds, what it is called. T is an unsigned integer of
// 1, 2, 4 or 8 bytes, int64_t, or Pointer.
template <class T>
struct Field {
  uint32_t offset;   // bytes from the beginning of the object
  const char* name;  // Go's name: "flags", "tophash"
};

// Stands for "a pointer" in Field<Pointer>: Address in a World, std::byte* in direct mode.
struct Pointer {};

}  // namespace hmaplab::memory
