// TestMap: a map of tokens in any memory, with computed hashes and seeded random bits, for the
// tests of the engine.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <unordered_map>

#include "core/gomap/conform_machine.h"
#include "core/gomap/direct_memory.h"
#include "core/gomap/simulated_memory.h"

namespace hmaplab::gomap {

using Direct = DirectMemory<ScriptedKeys>;
using Uninterrupted = SimulatedMemory<ScriptedKeys, Stop::Never>;
using Stepped = SimulatedMemory<ScriptedKeys, Stop::AtPoints>;

// How keys are spread: well, or with so many collisions that chains get long.
enum class Spread : uint8_t { Good, Poor };

template <class Memory>
class TestMap {
 public:
  using Pointer = typename Memory::Pointer;

  TestMap(std::string_view go_type, Spread spread, uint64_t seed)
      : machine_(type_of(go_type), parse_map_type(go_type).value()), random_{seed} {
    machine_.keys().compute_hash = [spread](std::string_view key, uint32_t hash0) {
      const uint64_t hash = base::mix64(fnv1a(key) ^ hash0);
      return spread == Spread::Good ? hash : hash & 0x0300'0000'0000'0007;
    };
    machine_.keys().compute_random = [this] { return random_.next(); };
  }

  static MapType type_of(std::string_view go_type) {
    const TokenMapType tokens = parse_map_type(go_type).value();
    return make_map_type(1, key_traits(*tokens.key), elem_traits(*tokens.elem));
  }

  Machine<Memory>& machine() { return machine_; }

  void make(int64_t hint) {
    auto call = machine_.make(MakeVia::Hint, hint);
    EXPECT_EQ(machine_.run(call), Progress::Done);
    machine_.set_hmap(call.template as<MakeMap<Pointer>>().hmap);
  }
  void set(const std::string& key, const std::string& value) {
    auto call = machine_.set(key, value);
    ASSERT_EQ(machine_.run(call), Progress::Done) << call.error();
    machine_.store_elem(call);
  }
  void remove(const std::string& key) {
    auto call = machine_.remove(key);
    ASSERT_EQ(machine_.run(call), Progress::Done) << call.error();
  }
  std::optional<std::string> get(const std::string& key) {
    auto call = machine_.get(key);
    EXPECT_EQ(machine_.run(call), Progress::Done) << call.error();
    return machine_.load_elem(call);
  }
  void clear() {
    auto call = machine_.clear();
    ASSERT_EQ(machine_.run(call), Progress::Done) << call.error();
  }
  void clone() {
    auto call = machine_.clone();
    ASSERT_EQ(machine_.run(call), Progress::Done) << call.error();
    machine_.set_hmap(call.template as<Clone<Pointer>>().hmap);
  }
  std::unordered_map<std::string, std::string> entries() {
    std::unordered_map<std::string, std::string> all;
    const Pointer iterator = machine_.new_iterator();
    auto begin = machine_.iterate(iterator);
    EXPECT_EQ(machine_.run(begin), Progress::Done);
    while (const auto entry = machine_.load_entry(iterator)) {
      EXPECT_TRUE(all.insert(*entry).second) << entry->first << " twice";
      auto next = machine_.next(iterator);
      EXPECT_EQ(machine_.run(next), Progress::Done);
    }
    return all;
  }
  void expect_sound(const std::unordered_map<std::string, std::string>& model) {
    ASSERT_EQ(machine_.inspect().check_invariants(), "");
    ASSERT_EQ(machine_.inspect().header().count, static_cast<int64_t>(model.size()));
    ASSERT_EQ(machine_.keys().problem, "");
  }

 private:
  Machine<Memory> machine_;
  base::RandomStream random_;
};

inline std::string key_token(std::string_view go_type, uint64_t i) {
  if (go_type.substr(4, 6) == "string") {
    return i % 3 == 0 ? fmt::format("sa key longer than thirty-two bytes, number {}", i)
                      : fmt::format("s{}", i);
  }
  if (go_type.substr(4, 8) == "[2]int64") return fmt::format("a{},{}", i, i % 7);
  if (go_type.substr(4, 5) == "*main") return fmt::format("&{}", i);
  if (go_type.substr(4, 9) == "interface")
    return i % 2 == 0 ? fmt::format("i:{}", i) : fmt::format("s:{}", i);
  if (go_type.substr(4, 9) == "main.bigK") return fmt::format("A{}", i);
  return fmt::format("{}", i);
}

}  // namespace hmaplab::gomap
