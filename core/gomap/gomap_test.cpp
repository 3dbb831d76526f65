// What the vectors cannot say: random operations against std::unordered_map with invariants after
// each mutation, points and copies in the middle of operations, two writers, and rules that no
// vector reaches.
#include "core/gomap/gomap.h"

#include <gtest/gtest.h>

#include <unordered_map>

#include "core/gomap/test_map.h"

namespace hmaplab::gomap {
namespace {

static_assert(MemoryPolicy<Direct> && MemoryPolicy<Uninterrupted> && MemoryPolicy<Stepped>);

template <class Memory>
class EveryMemory : public testing::Test {};
using Memories = testing::Types<Direct, Uninterrupted, Stepped>;
TYPED_TEST_SUITE(EveryMemory, Memories);

TYPED_TEST(EveryMemory, BehavesLikeUnorderedMap) {
  for (const std::string_view go_type :
       {"map[int64]int64", "map[uint32]string", "map[string]int64", "map[*main.node]int64",
        "map[[2]int64]int64", "map[interface {}]int64", "map[main.bigK]main.bigV",
        "map[int8]int64"}) {
    for (const auto spread : {Spread::Good, Spread::Poor}) {
      for (uint64_t seed = 1; seed <= 3; ++seed) {
        SCOPED_TRACE(fmt::format("{} seed {}", go_type, seed));
        base::RandomStream random{seed};
        TestMap<TypeParam> map{go_type, spread, seed};
        std::unordered_map<std::string, std::string> model;
        map.make(static_cast<int64_t>(random.below(40)));
        const bool string_elems = go_type.substr(go_type.size() - 6) == "string";
        const bool big_elems = go_type.substr(go_type.size() - 4) == "bigV";
        const uint64_t key_range = 20 + random.below(100);
        for (int step = 0; step < 500; ++step) {
          const std::string key = key_token(go_type, random.below(key_range));
          const uint64_t dice = random.below(1000);
          if (dice < 550) {
            const std::string value = fmt::format("{}{}",
                                                  string_elems ? "s"
                                                  : big_elems  ? "V"
                                                               : "",
                                                  step);
            map.set(key, value);
            model[key] = value;
          } else if (dice < 850) {
            map.remove(key);
            model.erase(key);
          } else if (dice < 980) {
            const auto found = model.find(key);
            ASSERT_EQ(map.get(key),
                      found == model.end() ? std::nullopt : std::optional{found->second});
          } else if (dice < 992) {
            ASSERT_EQ(map.entries(), model);
          } else if (dice < 998) {
            map.clone();
          } else {
            map.clear();
            model.clear();
          }
          map.expect_sound(model);
          if (testing::Test::HasFatalFailure()) return;
        }
        ASSERT_EQ(map.entries(), model);
      }
    }
  }
}

// The vectors never clone a growing map whose copy is as small as its old array (mapclone2, oldB >=
// dst.B).
TYPED_TEST(EveryMemory, ClonesAGrowingMapIntoASmallerOne) {
  for (const int deleted : {1, 2, 30, 48}) {
    TestMap<TypeParam> map{"map[int64]int64", Spread::Good, 7};
    std::unordered_map<std::string, std::string> model;
    map.make(52);
    for (int i = 0; i < 53; ++i) {
      map.set(fmt::format("{}", i), fmt::format("{}", i));
      model[fmt::format("{}", i)] = fmt::format("{}", i);
    }
    ASSERT_TRUE(map.machine().inspect().header().growing());
    for (int i = 0; i < deleted && map.machine().inspect().header().growing(); ++i) {
      map.remove(fmt::format("{}", i));
      model.erase(fmt::format("{}", i));
    }
    map.clone();
    map.expect_sound(model);
    ASSERT_LE(map.machine().inspect().header().B, 3);
    ASSERT_EQ(map.entries(), model);
  }
}

TEST(TwoWriters, TheSecondSeesTheFlagOfTheFirst) {
  TestMap<Stepped> map{"map[int64]int64", Spread::Good, 1};
  map.make(0);
  Machine<Stepped>& machine = map.machine();
  auto first = machine.set("1", "1");
  while (first.point() != memory::Point::mapassign_load_buckets) {
    ASSERT_EQ(first.advance(machine.memory()), Progress::AtPoint);
  }
  auto second = machine.set("2", "2");
  ASSERT_EQ(second.advance(machine.memory()), Progress::AtPoint);
  EXPECT_EQ(memory::name(second.point()), "mapassign/check_writing");
  EXPECT_EQ(second.advance(machine.memory()), Progress::Fatal);
  EXPECT_EQ(second.error(), "concurrent map writes");
}

// Between the load and the store of the toggle another writer fits: both set the flag, the second
// clears it.
TEST(TwoWriters, LoseTheToggle) {
  TestMap<Stepped> map{"map[int64]int64", Spread::Good, 1};
  map.make(0);
  Machine<Stepped>& machine = map.machine();
  auto first = machine.set("1", "1");
  auto second = machine.set("2", "2");
  for (auto* call : {&first, &second}) {
    while (call->point() != memory::Point::mapassign_set_writing) {
      ASSERT_EQ(call->advance(machine.memory()), Progress::AtPoint);
    }
  }
  while (first.advance(machine.memory()) == Progress::AtPoint) {
  }
  EXPECT_EQ(first.error(), "");
  while (second.advance(machine.memory()) == Progress::AtPoint) {
  }
  EXPECT_EQ(second.error(), "");
  EXPECT_EQ(machine.inspect().header().count, 2);
}

// The order of accesses of one assignment into an empty map with fast64 keys, as SEMANTICS section
// 16 lists it.
TEST(Points, OfTheFirstAssignment) {
  TestMap<Stepped> map{"map[int64]int64", Spread::Good, 1};
  map.make(0);
  auto call = map.machine().set("1", "1");
  std::string points;
  while (call.advance(map.machine().memory()) == Progress::AtPoint) {
    points += std::string{memory::name(call.point())}.substr(10) + " ";
  }
  EXPECT_EQ(points,
            "check_writing load_hash0 hash load_flags set_writing load_buckets store_first_bucket "
            "load_B load_oldbuckets load_buckets load_tophash check_growing check_count check_load "
            "check_noverflow check_overflow_limit store_tophash store_key load_count store_count "
            "check_still_writing load_flags_again clear_writing ");
}

TEST(BucketArray, FillsTheRoundingWithSpareBuckets) {
  const MapType set_of_pointers = TestMap<Direct>::type_of("map[*main.node]struct {}");
  EXPECT_EQ(set_of_pointers.bucket_size, 80u);
  EXPECT_EQ(bucket_array_length(set_of_pointers, 7), 153u);
  EXPECT_EQ(bucket_array_length(set_of_pointers, 8), 307u);
  EXPECT_EQ(bucket_array_length(set_of_pointers, 3), 8u);
}

TEST(LoadFactor, IsAnOptionOfTheType) {
  MapType type = TestMap<Direct>::type_of("map[int64]int64");
  EXPECT_FALSE(over_load_factor(type, 13, 1));
  EXPECT_TRUE(over_load_factor(type, 14, 1));
  type.load_factor_numerator = 12;  // up to go 1.21
  EXPECT_FALSE(over_load_factor(type, 12, 1));
  EXPECT_TRUE(over_load_factor(type, 13, 1));
}

TEST(Inspector, SeesWhatIsWrong) {
  TestMap<Direct> map{"map[int64]int64", Spread::Good, 1};
  map.make(0);
  map.set("1", "1");
  const int64_t wrong = 2;
  map.machine().memory().poke_bytes(map.machine().hmap(), &wrong, 8);
  EXPECT_EQ(map.machine().inspect().check_invariants(), "count is 2 but 1 slots are in use");
}

}  // namespace
}  // namespace hmaplab::gomap
