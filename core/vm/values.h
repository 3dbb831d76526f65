// Go values as bytes: hashing, comparing and printing them by their types. What lies behind
// addresses is read through a Reader, so that the same code serves a running goroutine and somebody
// who only looks.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/bytecode/program.h"
#include "core/gomap/memory_policy.h"
#include "core/vm/goroutine.h"
#include "core/vm/world.h"

namespace hmaplab::vm {

struct ReadBytes {
  Address address = Address::Nil;
  uint64_t size = 0;
};

// Reads the bytes of a World and of one goroutine's stack.
class Reader {
 public:
  using Pointer = Address;

  explicit Reader(const World& world, const Goroutine* goroutine = nullptr)
      : world_(world), goroutine_(goroutine) {}
  // Also shows `size` bytes that lie nowhere, at kNowhere: for printing a value that was once
  // there.
  static constexpr Address kNowhere{0x7e00'0000'0000};
  Reader(const World& world, const std::byte* bytes, size_t size)
      : world_(world), nowhere_(bytes), nowhere_size_(size) {}

  const World& world() const { return world_; }
  const bytecode::Program& program() const { return world_.program(); }
  // False, and a failure, when nobody has these bytes.
  bool read(Address address, void* to, size_t size) const;
  // The dynamic type of an interface value; nullptr for nil, and, as a failure, for no type at all.
  const check::Type* type_of(const Interface& value) const;
  template <class T>
  T load(Address address) const {
    T value{};
    read(address, &value, sizeof(T));
    return value;
  }
  // For gomap::Inspector.
  template <class T>
  T peek(Address object, memory::Field<T> field) const {
    return load<T>(object + field.offset);
  }
  Address peek(Address object, memory::Field<memory::Pointer> field) const {
    return load<Address>(object + field.offset);
  }
  // Whether the same bytes lie at both; not, when one of them is nowhere.
  bool equal_bytes(Address a, Address b, uint64_t size) const;
  // Whether [address, address+size) can be read.
  bool readable(Address address, uint64_t size) const;
  // The bytes of the string whose header lies at `address`; somebody who only looks gets at most
  // 1 MiB of them.
  std::string string_at(Address address) const;
  std::string bytes(Address data, uint64_t length) const;
  // The first address that was wanted and that nobody has. Such a read gives zeros; the machine
  // turns it into a nil dereference or a fault once the instruction is done.
  const std::optional<Address>& failure() const { return failure_; }
  void fail(Address address) const {
    if (!failure_) failure_ = address;
  }
  void forget_failure() { failure_.reset(); }
  // From here on notes what it reads of the World; nullptr: no longer.
  void watch(std::vector<ReadBytes>* read) { watched_ = read; }

 private:
  const World& world_;
  const Goroutine* goroutine_ = nullptr;
  const std::byte* nowhere_ = nullptr;
  size_t nowhere_size_ = 0;
  std::vector<ReadBytes>* watched_ = nullptr;
  mutable std::optional<Address> failure_;
};

// The hash of a key (offender: the dynamic type that has none). NaNs draw from `random`.
gomap::KeyAnswer hash_value(const Reader& reader, const check::Type& type, Address address,
                            uint64_t seed, base::RandomStream& random);
constexpr uint64_t mix_into(uint64_t hash, uint64_t word) {
  return base::mix64((hash ^ word) * 0x9e3779b97f4a7c15 + 0x243f6a8885a308d3);
}
// The same for a key of up to 8 plain bytes.
constexpr uint64_t hash_word(uint64_t word, uint64_t size, uint64_t seed) {
  return mix_into(mix_into(seed, size), word);
}
// The same for bytes that lie here: of a string, or of a key without anything else in it.
inline uint64_t mix_bytes(uint64_t hash, const std::byte* bytes, uint64_t size) {
  for (; size >= 8; size -= 8, bytes += 8) {
    uint64_t word;
    std::memcpy(&word, bytes, sizeof word);
    hash = mix_into(hash, word);
  }
  if (size == 0) return hash;
  uint64_t tail = 0;
  std::memcpy(&tail, bytes, size);
  return mix_into(hash, tail);
}
inline uint64_t hash_plain(const std::byte* bytes, uint64_t size, uint64_t seed) {
  return mix_bytes(mix_into(seed, size), bytes, size);
}
// a == b (offender: the dynamic type that has no equality).
gomap::KeyAnswer equal_values(const Reader& reader, const check::Type& type, Address a, Address b);
// Whether the key holds a dynamic type without hash.
gomap::KeyAnswer check_key(const Reader& reader, const check::Type& type, Address address);

// The value of an interface: where the bytes of the dynamic value lie. `word` must live as long as
// the address is used (pointer-shaped values are their own data word).
Address data_of(const Interface& value, const check::Type& dynamic, Address box_of_word);
// Addresses that are nil plus an offset: touching them is Go's nil dereference.
constexpr bool is_nil_page(Address address) { return memory::bits(address) < 4096; }
bool is_pointer_shaped(const check::Type& type);

enum class Verb : uint8_t { Plain, Quoted };

// As fmt's %v prints it ("map[a:1 b:2]", "[1 2]", "{3 x}", "<nil>"), without calling methods;
// Quoted puts strings in quotes.
std::string format_value(const Reader& reader, const check::Type& type, Address address,
                         Verb verb = Verb::Plain);
// As the builtin print prints it: floats with exponent, interfaces and pointers as addresses.
std::string format_for_print(const Reader& reader, const check::Type& type, Address address);
// As an uncaught panic prints it: 42, boom, main.tag("x"), (main.pair) 0xc000012345.
std::string format_for_panic(const Reader& reader, const check::Type& type, Address address);
// What Error() gives when the value is one of the errors that the machine itself panics with.
std::optional<std::string> runtime_error_text(const Reader& reader, const Interface& value);

}  // namespace hmaplab::vm
