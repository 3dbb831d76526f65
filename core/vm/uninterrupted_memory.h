// The World's memory for map operations that run straight through: nobody else can move and nobody
// watches, so nothing stops and nothing is noted. The engine is the same as in the stepped memory.
#pragma once

#include <algorithm>
#include <cstring>
#include <optional>

#include "core/gomap/memory_policy.h"
#include "core/vm/machine.h"
#include "core/vm/values.h"

namespace hmaplab::vm {

class UninterruptedMemory : public gomap::EverySlot {
 public:
  using Pointer = Address;
  static constexpr bool kStops = false;

  UninterruptedMemory(Machine& machine, const gomap::MapType& type)
      : machine_(machine), type_(type) {}

  // An address was touched that nobody has: the operation goes on with zeros and its goroutine
  // dies.
  bool faulted() const { return fault_.has_value(); }
  Address fault() const { return *fault_; }

  template <class T>
  T load(Address object, memory::Field<T> field) {
    return read<T>(object + field.offset);
  }
  Address load(Address object, memory::Field<memory::Pointer> field) {
    return read<Address>(object + field.offset);
  }
  template <class T>
  void store(Address object, memory::Field<T> field, T value) {
    write(object + field.offset, &value, sizeof value);
  }
  void store(Address object, memory::Field<memory::Pointer> field, Address value) {
    write(object + field.offset, &value, sizeof value);
    machine_.publish(object, value);
  }
  uint8_t fetch_or(Address object, memory::Field<uint8_t> field, uint8_t bits) {
    const uint8_t old = load(object, field);
    store(object, field, static_cast<uint8_t>(old | bits));
    return old;
  }
  void load_bytes(void* to, Address object, memory::Field<memory::Bytes> field, uint64_t size) {
    read(object + field.offset, to, size);
  }
  void store_bytes(Address object, memory::Field<memory::Bytes> field, const void* from,
                   uint64_t size) {
    write(object + field.offset, from, size);
    if (type_.bucket_has_pointers)
      machine_.publish_words(object, object + field.offset, size);
  }
  void copy_argument(Address object, memory::Field<memory::Bytes> field, Address argument,
                     uint64_t size) {
    copy_object(object, field, argument, size);
  }
  void copy_object(Address object, memory::Field<memory::Bytes> field, Address from,
                   uint64_t size) {
    if (const std::byte* bytes = machine_.own_bytes(from, size))
      return store_bytes(object, field, bytes, size);
    std::vector<std::byte> bytes(size);
    read(from, bytes.data(), size);
    store_bytes(object, field, bytes.data(), size);
  }
  void zero(Address object, memory::Field<memory::Bytes> field, uint64_t size) {
    constexpr std::array<std::byte, 256> kZeros{};
    for (uint64_t at = 0; at < size; at += kZeros.size())
      write(object + field.offset + at, kZeros.data(), std::min(kZeros.size(), size - at));
  }

  gomap::KeyAnswer hash(const gomap::MapType& type, Address key, uint32_t seed) {
    if (type.family == gomap::Family::Fast64 || type.family == gomap::Family::Fast64Ptr)
      return {.value = hash_word(read<uint64_t>(key), 8, seed)};
    return hash_value(machine_.reader(), key_type(type), key, seed, machine_.goroutine().random);
  }
  gomap::KeyAnswer equal(const gomap::MapType& type, Address a, Address b) {
    return equal_values(machine_.reader(), key_type(type), a, b);
  }
  gomap::KeyAnswer check_key(const gomap::MapType& type, Address key) {
    return vm::check_key(machine_.reader(), key_type(type), key);
  }
  template <class T>
  auto argument(Address object, memory::Field<T> field) {
    return load(object, field);
  }
  bool equal_bytes(Address a, Address b, uint64_t size) {
    return machine_.reader().equal_bytes(a, b, size);
  }
  uint64_t random() { return machine_.goroutine().random.next(); }
  Address allocate(gomap::Allocation kind, uint64_t size, const gomap::MapType& type) {
    return machine_.allocate_for_map(kind, size, type);
  }
  Address descriptor(const gomap::MapType& type) {
    return bytecode::Program::type_address(machine_.program().type(type.id));
  }

 private:
  const check::Type& key_type(const gomap::MapType& type) const {
    return *check::as<check::MapType>(machine_.program().type(type.id))->key();
  }

  template <class T>
  T read(Address address) {
    T value{};
    if (const std::byte* bytes = machine_.own_bytes(address, sizeof value)) {
      std::memcpy(&value, bytes, sizeof value);
    } else {
      read(address, &value, sizeof value);
    }
    return value;
  }
  void read(Address address, void* to, uint64_t size) {
    if (size == 0 || machine_.reader().read(address, to, size)) return;
    std::memset(to, 0, size);
    if (!fault_) fault_ = address;
  }
  void write(Address address, const void* from, uint64_t size) {
    if (std::byte* bytes = machine_.own_bytes(address, size)) {
      std::memcpy(bytes, from, size);
    } else if (size > 0 && !machine_.write(address, from, size) && !fault_) {
      fault_ = address;
    }
  }

  Machine& machine_;
  const gomap::MapType& type_;
  std::optional<Address> fault_;  // the first
};

}  // namespace hmaplab::vm
