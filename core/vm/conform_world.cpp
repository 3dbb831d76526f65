#include "core/vm/conform_world.h"

#include <memory>
#include <type_traits>

#include "core/bytecode/compiler.h"
#include "core/gomap/conform_file.h"
#include "core/vm/map_types.h"
#include "core/vm/uninterrupted_memory.h"
#include "core/vm/world_memory.h"

namespace hmaplab::vm {
namespace {

using gomap::Malformed;
using gomap::ScriptedKeys;
using gomap::TokenMapType;

// The types that vector files name, in Go.
constexpr const char* kTypes = R"(package main

type node struct{ a, b int64 }
type stA struct { A int32; B string }
type stP struct { A, B int32 }
type stF struct { A int32; F float64 }
type bigK [17]int64
type bigV [20]int64
type bigF struct { F float64; P [16]int64 }

var subject map[KEY]ELEM

func main() { subject = nil }
)";

std::unique_ptr<const bytecode::Program> compile_map(const TokenMapType& tokens) {
  std::string text = kTypes;
  const auto put = [&](const std::string& place, std::string_view go_name) {
    std::string name{go_name};
    if (const size_t at = name.find("main."); at != std::string::npos) name.erase(at, 5);
    text.replace(text.find(place), place.size(), name);
  };
  put("KEY", tokens.key->go_name);
  put("ELEM", tokens.elem->go_name);
  bytecode::CompileResult result = bytecode::compile_source("main.go", text);
  if (!result.program) throw Malformed{"the map type does not compile"};
  return std::move(result.program);
}

// The map engine's view of the type, as the checker's sizes and layouts give it.
gomap::MapType map_type_in(const bytecode::Program& program) {
  for (const bytecode::PackageVariable& variable : program.package_variables()) {
    if (variable.variable->name != "subject") continue;
    return map_type_of(*check::as<check::MapType>(variable.variable->type), 23);
  }
  throw Malformed{"the map type is not found"};
}

void expect_same_type(const gomap::MapType& said, const gomap::MapType& came) {
  const auto fact = [](const char* name, uint64_t expected, uint64_t got) {
    gomap::expect_equal(std::string{name} + " of the checker's type", expected, got);
  };
  fact("family", static_cast<uint64_t>(said.family), static_cast<uint64_t>(came.family));
  fact("key size", said.key_size, came.key_size);
  fact("elem size", said.elem_size, came.elem_size);
  fact("bucket size", said.bucket_size, came.bucket_size);
  fact("reflexive key", said.reflexive_key, came.reflexive_key);
  fact("need key update", said.need_key_update, came.need_key_update);
  fact("hash might panic", said.hash_might_panic, came.hash_might_panic);
  fact("pointers in the key", said.key_has_pointers, came.key_has_pointers);
  fact("pointers in the elem", said.elem_has_pointers, came.elem_has_pointers);
  fact("pointers in the bucket", said.bucket_has_pointers, came.bucket_has_pointers);
}

// A World that stands before its first step, and what one step of its main goroutine works with.
template <bool Stops>
struct Run {
  explicit Run(const TokenMapType& tokens)
      : program(compile_map(tokens)),
        world(*program, Options{.limits = {.heap_bytes = uint64_t{1} << 30}}),
        goroutine(*world.goroutines().front()),
        machine(world, goroutine, step, Stops ? Pace::Stepped : Pace::Uninterrupted),
        type(map_type_in(*program)),
        memory(machine, type) {}

  std::unique_ptr<const bytecode::Program> program;
  World world;
  Goroutine goroutine;
  Step step;
  Machine machine;
  gomap::MapType type;
  std::conditional_t<Stops, WorldMemory, UninterruptedMemory> memory;
};

// The World's memory with the hashes and random bits of a vector file. The real equality is asked too,
// except of interfaces: vector files keep those as text.
template <bool Stops>
class ScriptedWorldMemory : public gomap::EverySlot {
 public:
  using Pointer = typename decltype(Run<Stops>::memory)::Pointer;
  static constexpr bool kStops = Stops;

  ScriptedWorldMemory(const gomap::MapType& type, TokenMapType tokens)
      : run_(std::make_unique<Run<Stops>>(tokens)) {
    expect_same_type(type, run_->type);
  }

  template <class Field>
  auto load(Pointer object, Field field) {
    ++accesses_;
    return run_->memory.load(object, field);
  }
  template <class Field, class Value>
  void store(Pointer object, Field field, Value value) {
    count_store();
    run_->memory.store(object, field, value);
  }
  uint8_t fetch_or(Pointer object, memory::Field<uint8_t> field, uint8_t bits) {
    count_store();
    return run_->memory.fetch_or(object, field, bits);
  }
  void load_bytes(void* to, Pointer object, memory::Field<memory::Bytes> field, uint64_t size) {
    ++accesses_;
    run_->memory.load_bytes(to, object, field, size);
  }
  void store_bytes(Pointer object, memory::Field<memory::Bytes> field, const void* from,
                   uint64_t size) {
    count_store();
    run_->memory.store_bytes(object, field, from, size);
  }
  void copy_argument(Pointer object, memory::Field<memory::Bytes> field, Pointer from,
                     uint64_t size) {
    count_store();
    run_->memory.copy_argument(object, field, from, size);
  }
  void copy_object(Pointer object, memory::Field<memory::Bytes> field, Pointer from,
                   uint64_t size) {
    count_store();
    run_->memory.copy_object(object, field, from, size);
  }
  void zero(Pointer object, memory::Field<memory::Bytes> field, uint64_t size) {
    count_store();
    run_->memory.zero(object, field, size);
  }

  gomap::KeyAnswer hash(const gomap::MapType& type, Pointer key, uint32_t seed) {
    ++accesses_;
    return keys_.hash(*this, type, key, seed);
  }
  gomap::KeyAnswer equal(const gomap::MapType& type, Pointer a, Pointer b) {
    ++accesses_;
    const gomap::KeyAnswer scripted = keys_.equal(*this, type, a, b);
    if (!run_->type.hash_might_panic) {
      const gomap::KeyAnswer real = run_->memory.equal(run_->type, a, b);
      if (real.value != scripted.value) keys_.complain("the World's equality answers otherwise");
    }
    return scripted;
  }
  gomap::KeyAnswer check_key(const gomap::MapType& type, Pointer key) {
    return keys_.check(*this, type, key);
  }
  uint64_t random() { return keys_.random(); }

  void locate_bucket(Pointer& bucket, const gomap::MapType& type) {
    run_->memory.locate_bucket(bucket, type);
  }
  bool next_slot(const gomap::MapType& type, const gomap::Wanted<Pointer>& wanted, Pointer bucket,
                 uint8_t& slot) {
    return run_->memory.next_slot(type, wanted, bucket, slot);
  }
  bool next_slot_or_empty(const gomap::MapType& type, const gomap::Wanted<Pointer>& wanted,
                          Pointer bucket, uint8_t& slot) {
    return run_->memory.next_slot_or_empty(type, wanted, bucket, slot);
  }
  bool next_entry(Pointer bucket, uint8_t offset, uint8_t& i) {
    return run_->memory.next_entry(bucket, offset, i);
  }

  template <class Field>
  auto argument(Pointer object, Field field) {
    return run_->memory.argument(object, field);
  }
  bool equal_bytes(Pointer a, Pointer b, uint64_t size) {
    return run_->memory.equal_bytes(a, b, size);
  }
  Pointer allocate(gomap::Allocation kind, uint64_t size, const gomap::MapType&) {
    const Pointer made = run_->memory.allocate(kind, size, run_->type);
    INVARIANT(made != Pointer{}, "the heap of the World is full");
    return made;
  }
  Pointer descriptor(const gomap::MapType&) { return run_->memory.descriptor(run_->type); }

  // For inspection: reads without being an access.
  template <class Field>
  auto peek(Pointer object, Field field) const {
    const auto value = run_->machine.reader().peek(address_of(object), field);
    if constexpr (std::is_same_v<decltype(value), const Address>) {
      return Pointer{value};
    } else {
      return value;
    }
  }
  void peek_bytes(void* to, Pointer from, uint64_t size) const {
    const bool ok = run_->machine.reader().read(address_of(from), to, size);
    INVARIANT(ok || size == 0, "a look outside the heap of the World");
  }
  void poke_bytes(Pointer to, const void* from, uint64_t size) {
    const bool ok = run_->machine.write(address_of(to), from, size);
    INVARIANT(ok || size == 0, "a write outside the heap of the World");
  }
  ScriptedKeys& keys() { return keys_; }
  uint64_t accesses() const { return accesses_; }
  uint64_t stores() const { return stores_; }

 private:
  void count_store() {
    ++accesses_;
    ++stores_;
  }

  std::unique_ptr<Run<Stops>> run_;
  ScriptedKeys keys_;
  uint64_t accesses_ = 0;
  uint64_t stores_ = 0;  // of the accesses
};

}  // namespace

gomap::ConformReport conform_in_world(std::string_view name, std::string_view text,
                                      WorldSteps steps) {
  switch (steps) {
    case WorldSteps::Stepped:
      return gomap::conform_in<ScriptedWorldMemory<true>>(name, text, nullptr);
    case WorldSteps::Uninterrupted:
      return gomap::conform_in<ScriptedWorldMemory<false>>(name, text, nullptr);
  }
  return {};
}

}  // namespace hmaplab::vm
