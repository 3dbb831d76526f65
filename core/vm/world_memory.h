// The World's memory for map operations that stop at every point: it reads and writes the heap of the
// World and the stack of the goroutine that acts, and notes each access in a Step.
#pragma once

#include <algorithm>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

#include "core/gomap/memory_policy.h"
#include "core/vm/machine.h"
#include "core/vm/step.h"
#include "core/vm/values.h"

namespace hmaplab::vm {

class WorldMemory : public gomap::EverySlot {
 public:
  using Pointer = Address;
  static constexpr bool kStops = true;

  WorldMemory(Machine& machine, const gomap::MapType& type) : machine_(machine), type_(type) {}

  // An address was touched that nobody has: the operation goes on with zeros and its goroutine
  // dies.
  bool faulted() const { return fault_.has_value(); }
  Address fault() const { return *fault_; }

  template <class T>
  T load(Address object, memory::Field<T> field) {
    T value{};
    read(object + field.offset, &value, sizeof(T));
    note(AccessKind::Load, object, field.offset, field.name, field.index, sizeof(T), &value,
         nullptr);
    return value;
  }
  Address load(Address object, memory::Field<memory::Pointer> field) {
    Address value{};
    read(object + field.offset, &value, sizeof(value));
    note(AccessKind::Load, object, field.offset, field.name, field.index, 8, &value, nullptr);
    machine_.step_record().form = ValueForm::Pointer;
    return value;
  }
  template <class T>
  void store(Address object, memory::Field<T> field, T value) {
    put(object, field.offset, field.name, field.index, &value, sizeof(T));
  }
  void store(Address object, memory::Field<memory::Pointer> field, Address value) {
    put(object, field.offset, field.name, field.index, &value, 8);
    machine_.step_record().form = ValueForm::Pointer;
    machine_.publish(object, value);
  }
  uint8_t fetch_or(Address object, memory::Field<uint8_t> field, uint8_t bits) {
    machine_.drain();  // it is atomic
    uint8_t old = 0;
    read(object + field.offset, &old, 1);
    store(object, field, static_cast<uint8_t>(old | bits));
    machine_.drain();
    machine_.step_record().buffered = false;
    return old;
  }
  void load_bytes(void* to, Address object, memory::Field<memory::Bytes> field, uint64_t size) {
    read(object + field.offset, to, size);
    note(AccessKind::Load, object, field.offset, field.name, field.index, size, to, nullptr);
  }
  void store_bytes(Address object, memory::Field<memory::Bytes> field, const void* from,
                   uint64_t size) {
    put(object, field.offset, field.name, field.index, from, size);
    machine_.publish_words(object, object + field.offset, size);
  }
  void copy_argument(Address object, memory::Field<memory::Bytes> field, Address argument,
                     uint64_t size) {
    copy_object(object, field, argument, size);
  }
  void copy_object(Address object, memory::Field<memory::Bytes> field, Address from,
                   uint64_t size) {
    std::vector<std::byte> bytes(size);
    read(from, bytes.data(), size);
    store_bytes(object, field, bytes.data(), size);
  }
  void zero(Address object, memory::Field<memory::Bytes> field, uint64_t size) {
    Address first = object + field.offset;
    if (!base::is_stack(first) && !machine_.can_touch(first, size))
      return note_fault(first + machine_.heap().bytes_from(first));
    std::vector<std::byte> bytes(size);
    put(object, field.offset, field.name, field.index, bytes.data(), size);
  }

  gomap::KeyAnswer hash(const gomap::MapType& type, Address key, uint32_t seed) {
    note_key(key);
    gomap::KeyAnswer answer =
        hash_value(machine_.reader(), key_type(type), key, seed, machine_.goroutine().random);
    note_result(answer.value, ValueForm::Hash64);
    return answer;
  }
  gomap::KeyAnswer equal(const gomap::MapType& type, Address a, Address b) {
    note_key(base::is_stack(b) ? a : b);
    gomap::KeyAnswer answer = equal_values(machine_.reader(), key_type(type), a, b);
    note_result(answer.value, ValueForm::Bool);
    return answer;
  }
  gomap::KeyAnswer check_key(const gomap::MapType& type, Address key) {
    return vm::check_key(machine_.reader(), key_type(type), key);
  }

  template <class T>
  T argument(Address object, memory::Field<T> field) {
    return machine_.reader().template load<T>(object + field.offset);
  }
  Address argument(Address object, memory::Field<memory::Pointer> field) {
    return machine_.reader().template load<Address>(object + field.offset);
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

  void read(Address address, void* to, size_t size) {
    if (size == 0 || machine_.reader().read(address, to, size)) return;
    std::memset(to, 0, size);
    note_fault(address);
  }

  void put(Address object, uint64_t offset, const char* field, uint8_t index, const void* value,
           uint64_t size) {
    std::array<std::byte, 24> old{};
    size_t kept = std::min<uint64_t>(size, old.size());
    if (!machine_.reader().read(object + offset, old.data(), kept)) {
      if (size > 0) note_fault(object + offset);
      return;
    }
    if (size > 0 && !machine_.write(object + offset, value, size))
      return note_fault(object + offset);
    note(AccessKind::Store, object, offset, field, index, size, old.data(), value);
  }

  void note_fault(Address address) {
    if (!fault_) fault_ = address;
  }

  void note_key(Address key) {
    std::array<std::byte, 24> bytes{};
    size_t kept = std::min<size_t>(type_.key_size, bytes.size());
    read(key, bytes.data(), kept);
    if (base::is_stack(key)) {  // the caller's own copy: no access, but worth saying
      Step& step = machine_.step_record();
      step.field = "key";
      step.form = ValueForm::Typed;
      step.type = value_type(step.field).id();
      keep(step.old_value, bytes.data(), type_.key_size);
      return;
    }
    note(AccessKind::Load, key, 0, "key", memory::kNoIndex, type_.key_size, bytes.data(), nullptr);
  }

  // What a call of the hasher or of the equality function answered stands where a store has its new
  // value.
  void note_result(uint64_t value, ValueForm form) {
    Step& step = machine_.step_record();
    step.result = value;
    step.result_form = form;
  }

  // Both values have at least min(size, 24) bytes.
  void note(AccessKind kind, Address object, uint64_t offset, const char* field, uint8_t index,
            uint64_t size, const void* old_value, const void* new_value) {
    Step& step = machine_.step_record();
    step.access = kind;
    step.object = object;
    step.address = object + offset;
    step.field = field;
    step.index = index == memory::kNoIndex ? -1 : index;
    step.form = form_of(field, size);
    if (step.form == ValueForm::Typed) step.type = value_type(field).id();
    keep(step.old_value, old_value, size);
    if (new_value) keep(step.new_value, new_value, size);
    step.visible = machine_.is_visible(object + offset);
    machine_.locate(object + offset);
  }
  static void keep(ValueBytes& bytes, const void* value, uint64_t size) {
    bytes.size = static_cast<uint32_t>(size);
    std::memcpy(bytes.data.data(), value, std::min<uint64_t>(size, bytes.data.size()));
  }
  ValueForm form_of(std::string_view field, uint64_t size) const {
    if (field == "flags") return ValueForm::Flags;
    if (field == "tophash") return ValueForm::Tophash;
    if (field == "hash0") return ValueForm::Hash;
    if (field == "key" && size == type_.key_size) return ValueForm::Typed;
    if (field == "elem" && size == type_.elem_size) return ValueForm::Typed;
    return size <= 8 ? ValueForm::Number : ValueForm::None;
  }
  const check::Type& value_type(std::string_view field) const {
    const auto& map = *check::as<check::MapType>(machine_.program().type(type_.id));
    return field == "key" ? *map.key() : *map.element();
  }

  Machine& machine_;
  const gomap::MapType& type_;
  std::optional<Address> fault_;  // the first
};

}  // namespace hmaplab::vm
