// Operations are values, parts of a World: a copy goes on to the same end, and visit() shows all
// that decides how.
#include <gtest/gtest.h>

#include <cstring>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/base/invariant.h"
#include "core/gomap/test_map.h"

namespace hmaplab::gomap {
namespace {

template <class Pointer>
constexpr bool kPlainData =
    std::is_trivially_copyable_v<Access<Pointer>>&& std::is_trivially_copyable_v<Assign<Pointer>>&&
        std::is_trivially_copyable_v<Delete<Pointer>>&& std::is_trivially_copyable_v<
            Clear<Pointer>>&& std::is_trivially_copyable_v<Clone<Pointer>>&&
            std::is_trivially_copyable_v<MakeMap<Pointer>>&& std::is_trivially_copyable_v<
                IterateInit<Pointer>>&& std::is_trivially_copyable_v<IterateNext<Pointer>>;
static_assert(kPlainData<memory::Address> && kPlainData<std::byte*>);

// A copy of memory and operation, taken at any point, goes on to the same end.
TEST(Operations, GoOnFromACopy) {
  TestMap<Stepped> map{"map[int64]int64", Spread::Good, 3};
  map.make(52);
  for (int i = 0; i < 53; ++i) map.set(fmt::format("{}", i), "1");
  ASSERT_TRUE(map.machine().inspect().header().growing());
  Machine<Stepped>& machine = map.machine();
  auto call = machine.set("1000", "2");
  std::vector<std::pair<Stepped, Call<memory::Address>>> kept;
  bool evacuates = false;
  while (call.advance(machine.memory()) == Progress::AtPoint) {
    kept.emplace_back(machine.memory(), call);
    evacuates = evacuates || memory::operation(call.point()) == "evacuate";
  }
  EXPECT_TRUE(evacuates);
  const std::string end = draw(machine.state(), {});
  for (auto& [memory, copy] : kept) {
    while (copy.advance(memory) == Progress::AtPoint) {
    }
    const StateWriter<Stepped> writer{memory, machine.type(),
                                      parse_map_type("map[int64]int64").value(), machine.hmap()};
    ASSERT_EQ(draw(writer.write(), {}), end);
  }
}

// Where an operation ends, with all points on the way.
struct Future {
  std::string points;
  std::string state;
  friend bool operator==(const Future&, const Future&) = default;
};

template <class Operation>
base::Hash128 hash_of(const Operation& operation) {
  base::Hasher hasher;
  operation.visit([&](auto word) { hasher.add(static_cast<uint64_t>(word)); });
  return hasher.finish();
}

template <class Operation>
Future future(Stepped memory, Operation operation) {
  constexpr int kFarTooMany = 20'000;
  Future future;
  try {
    for (int steps = 0; steps < kFarTooMany; ++steps) {
      const Progress progress = operation.advance(memory);
      future.points += fmt::format("{} ", static_cast<int>(operation.point));
      if (progress != Progress::AtPoint) break;
    }
  } catch (const base::InvariantFailure&) {
    future.points += "outside the memory";  // flipped pointers and indexes lead there
  }
  std::array<std::byte, 1 << 16> bytes{};
  const uint64_t size = std::min<uint64_t>(memory.size(), bytes.size());
  memory.peek_bytes(bytes.data(), Stepped::kFirst, size);
  base::Hasher hasher;
  hasher.add_bytes(bytes.data(), size);
  future.state = base::to_hex(hasher.finish());
  return future;
}

// Flips every byte of the operation at every few points. A flip that visit() does not show must
// change nothing.
template <class Operation>
void expect_visit_shows_all(const Stepped& start, Operation operation, const MapType* type) {
  constexpr int kEvery = 5;
  Stepped memory = start;
  for (int step = 0; operation.advance(memory) == Progress::AtPoint; ++step) {
    if (step % kEvery != 0) continue;
    const base::Hash128 hash = hash_of(operation);
    const Future expected = future(memory, operation);
    for (size_t at = 0; at < sizeof operation; ++at) {
      // The type is shown by its id; a flipped pointer to it could not be followed.
      const MapType* word = nullptr;
      std::memcpy(&word, reinterpret_cast<const std::byte*>(&operation) + at / 8 * 8, sizeof word);
      if (word == type) continue;
      Operation flipped = operation;
      reinterpret_cast<std::byte*>(&flipped)[at] ^= std::byte{1};
      if (hash_of(flipped) != hash) continue;
      ASSERT_EQ(future(memory, flipped), expected)
          << "byte " << at << " is not shown at " << memory::name(operation.point);
    }
  }
}

class Visit : public testing::TestWithParam<const char*> {
 protected:
  // A small map in the middle of a doubling, with an iterator parked in it.
  Visit() : map_{GetParam(), Spread::Good, 5} {
    map_.make(9);
    for (uint64_t i = 0; !growing(); ++i) map_.set(key_token(GetParam(), i), "1");
    iterator_ = map_.machine().new_iterator();
    auto begin = map_.machine().iterate(iterator_);
    map_.machine().run(begin);
  }
  bool growing() { return map_.machine().inspect().header().growing(); }
  void check(Call<memory::Address> call) {
    std::visit(
        [&](const auto& operation) {
          if constexpr (!std::is_same_v<std::decay_t<decltype(operation)>,
                                        Length<memory::Address>>) {
            // Hashes and random bits must not remember earlier calls.
            Stepped memory = map_.machine().memory();
            memory.keys().compute_random = [] { return uint64_t{0x1234'5678'9abc'def0}; };
            expect_visit_shows_all(memory, operation, &map_.machine().type());
          }
        },
        call.operation);
  }

  TestMap<Stepped> map_;
  memory::Address iterator_{};
};

TEST_P(Visit, ShowsAllOfAccess) { check(map_.machine().get(key_token(GetParam(), 3))); }
TEST_P(Visit, ShowsAllOfAssign) { check(map_.machine().set(key_token(GetParam(), 77), "1")); }
TEST_P(Visit, ShowsAllOfDelete) { check(map_.machine().remove(key_token(GetParam(), 3))); }
TEST_P(Visit, ShowsAllOfIterateInit) {
  check(map_.machine().iterate(map_.machine().new_iterator()));
}
TEST_P(Visit, ShowsAllOfIterateNext) { check(map_.machine().next(iterator_)); }
TEST_P(Visit, ShowsAllOfClone) { check(map_.machine().clone()); }
TEST_P(Visit, ShowsAllOfClear) { check(map_.machine().clear()); }
TEST_P(Visit, ShowsAllOfMakeMap) { check(map_.machine().make(MakeVia::Hint, 300)); }
TEST_P(Visit, ShowsAllOfAssignThatGrows) {
  map_.make(0);
  for (uint64_t i = 0; i < 8; ++i) map_.set(key_token(GetParam(), i), "1");
  check(map_.machine().set(key_token(GetParam(), 9), "1"));
}

// The sixteenth key of one chain needs a second overflow bucket: the list of them is made longer as
// well.
TEST_P(Visit, ShowsAllOfAssignThatOverflows) {
  TestMap<Stepped> full{GetParam(), Spread::Poor, 5};
  full.make(100);
  const auto overflows = [&] { return full.machine().inspect().header().noverflow; };
  uint64_t i = 0;
  for (int before = 0; i < 90; ++i) {
    auto call = full.machine().set(key_token(GetParam(), i), "1");
    Stepped memory = full.machine().memory();
    full.machine().run(call);
    full.machine().store_elem(call);
    if (overflows() == 2 && before == 1) {
      memory.keys().compute_random = [] { return uint64_t{1}; };
      return expect_visit_shows_all(
          memory,
          Assign<memory::Address>::of(&full.machine().type(), full.machine().hmap(),
                                      call.as<Assign<memory::Address>>().key),
          &full.machine().type());
    }
    before = overflows();
  }
  FAIL() << "no second overflow bucket";
}

INSTANTIATE_TEST_SUITE_P(Types, Visit,
                         testing::Values("map[int64]int64", "map[string]int64",
                                         "map[interface {}]int64", "map[main.bigK]main.bigV"),
                         [](const auto& instance) {
                           const std::string name = instance.param;
                           return name == "map[main.bigK]main.bigV"
                                      ? std::string{"big"}
                                      : name.substr(4, name.find_first_of("] ", 4) - 4);
                         });

}  // namespace
}  // namespace hmaplab::gomap
