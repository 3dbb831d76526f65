// Map against std::unordered_map, its interface, and what iteration promises. What happens to keys
// and elems that are more than bytes: map_lifetime_test.cpp.
#include "core/gomap/map.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/random.h"

namespace hmaplab::gomap {
namespace {

static_assert(std::forward_iterator<Map<int, int>::iterator>);
static_assert(std::forward_iterator<Map<std::string, std::string>::const_iterator>);
static_assert(std::is_convertible_v<Map<int, int>::iterator, Map<int, int>::const_iterator>);
static_assert(std::is_nothrow_move_constructible_v<Map<std::string, int>>);
static_assert(!std::is_copy_constructible_v<std::unique_ptr<int>>);

struct Big {  // lies behind a pointer
  uint64_t number = 0;
  char rest[200] = {};
  Big() = default;
  explicit Big(uint64_t n) : number(n) {}
  bool operator==(const Big& other) const { return number == other.number; }
};
struct BigHash {
  size_t operator()(const Big& big) const noexcept { return big.number; }
};
struct PoorHash {  // long chains
  size_t operator()(uint64_t key) const noexcept { return key % 5; }
};
struct alignas(32) Wide {
  uint64_t number = 0;
};

template <class T>
T make(uint64_t n) {
  if constexpr (std::is_same_v<T, std::string>) {
    return n % 2 == 0 ? std::to_string(n)
                      : "a text that no small string holds: " + std::to_string(n);
  } else if constexpr (std::is_same_v<T, Big>) {
    return Big(n);
  } else if constexpr (std::is_same_v<T, Wide>) {
    return Wide{n};
  } else {
    return static_cast<T>(n);
  }
}
template <class T>
uint64_t number_of(const T& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    return std::stoull(value.substr(value.rfind(' ') + 1));
  } else if constexpr (std::is_same_v<T, Big> || std::is_same_v<T, Wide>) {
    return value.number;
  } else {
    return static_cast<uint64_t>(value);
  }
}

template <class M>
std::unordered_map<uint64_t, uint64_t> entries(const M& map) {
  std::unordered_map<uint64_t, uint64_t> all;
  for (const auto& [key, elem] : map) {
    EXPECT_TRUE(all.emplace(number_of(key), number_of(elem)).second) << "given twice";
  }
  return all;
}

template <class M>
class AgainstUnorderedMap : public testing::Test {};
using Maps =
    testing::Types<Map<uint64_t, uint64_t>, Map<int, std::string>, Map<std::string, int>,
                   Map<std::string, std::string>, Map<Big, uint64_t, BigHash>, Map<uint64_t, Big>,
                   Map<int16_t, uint8_t>, Map<uint64_t, uint64_t, PoorHash>, Map<double, Wide>>;
TYPED_TEST_SUITE(AgainstUnorderedMap, Maps);

TYPED_TEST(AgainstUnorderedMap, RandomOperations) {
  using Key = typename TypeParam::key_type;
  using Elem = typename TypeParam::mapped_type;
  for (uint64_t seed = 1; seed <= 4; ++seed) {
    SCOPED_TRACE(seed);
    base::RandomStream random{seed};
    TypeParam map(MapOptions{.hint = random.below(30), .seed = seed});
    std::unordered_map<uint64_t, uint64_t> model;
    const uint64_t keys = 30 + random.below(300);
    for (int step = 0; step < 1500; ++step) {
      const uint64_t n = random.below(keys);
      const uint64_t value = random.below(200);
      const uint64_t dice = random.below(1000);
      if (dice < 300) {
        EXPECT_EQ(map.insert_or_assign(make<Key>(n), make<Elem>(value)).second, !model.contains(n));
        model[n] = value;
      } else if (dice < 500) {
        const auto [at, is_new] = map.try_emplace(make<Key>(n), make<Elem>(value));
        EXPECT_EQ(is_new, model.emplace(n, value).second);
        EXPECT_EQ(number_of(at->first), n);
        EXPECT_EQ(number_of(at->second), model[n]);
      } else if (dice < 800) {
        EXPECT_EQ(map.erase(make<Key>(n)), model.erase(n));
      } else if (dice < 960) {
        const auto at = map.find(make<Key>(n));
        ASSERT_EQ(at != map.end(), model.contains(n));
        if (at != map.end()) {
          ASSERT_EQ(number_of(at->second), model[n]);
        }
      } else if (dice < 985) {
        ASSERT_EQ(entries(map), model);
      } else if (dice < 993) {
        TypeParam copy(map);
        map = std::move(copy);
      } else if (dice < 997) {
        const auto is_even = [](const auto& entry) { return number_of(entry.first) % 2 == 0; };
        for (auto at = map.begin(); at != map.end();) {
          if (is_even(*at)) {
            at = map.erase(at);
          } else {
            ++at;
          }
        }
        std::erase_if(model, [](const auto& entry) { return entry.first % 2 == 0; });
      } else {
        map.clear();
        model.clear();
      }
      ASSERT_EQ(map.size(), model.size());
      ASSERT_EQ(map.inspect().check_invariants(), "");
    }
    ASSERT_EQ(entries(map), model);
  }
}

// The loop changes the map under its feet: what stays from the beginning to the end is given once,
// nothing is given twice, nothing that was erased before its turn is given.
TYPED_TEST(AgainstUnorderedMap, IterationWhileTheMapChanges) {
  using Key = typename TypeParam::key_type;
  using Elem = typename TypeParam::mapped_type;
  for (uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    base::RandomStream random{seed};
    TypeParam map(MapOptions{.seed = seed});
    std::set<uint64_t> stays, erased, given;
    const uint64_t size = 1 + random.below(120);
    for (uint64_t n = 0; n < size; ++n) {
      map.try_emplace(make<Key>(n), make<Elem>(n % 100));
      stays.insert(n);
    }
    for (auto at = map.begin(); at != map.end(); ++at) {
      const uint64_t n = number_of(at->first);
      ASSERT_EQ(number_of(at->second), n % 100);
      ASSERT_TRUE(given.insert(n).second) << n << " given twice";
      ASSERT_FALSE(erased.contains(n)) << n << " given after it was erased";
      for (uint64_t i = random.below(8); i > 0; --i) {
        const uint64_t other = random.below(size);
        if (random.below(3) == 0) {
          map.erase(make<Key>(other));
          if (!given.contains(other)) erased.insert(other);
          stays.erase(other);
        } else {
          const uint64_t added = 1000 + random.below(1000);
          map.try_emplace(make<Key>(added), make<Elem>(added % 100));
        }
      }
      ASSERT_EQ(map.inspect().check_invariants(), "");
    }
    for (const uint64_t n : stays) ASSERT_TRUE(given.contains(n)) << n << " not given";
  }
}

TEST(Map, HasTheMannersOfAContainer) {
  Map<std::string, int> map{{"one", 1}, {"two", 2}, {"two", 22}};
  EXPECT_EQ(map.size(), 2u);
  EXPECT_EQ(map.at("two"), 2);
  EXPECT_THROW(map.at("three"), std::out_of_range);
  map["three"] = 3;
  ++map["four"];
  EXPECT_EQ(map["four"], 1);
  EXPECT_TRUE(map.contains("three"));
  EXPECT_EQ(map.count("five"), 0u);
  EXPECT_EQ(map.insert({"one", 11}).second, false);
  EXPECT_EQ(map.insert_or_assign("one", 11).second, false);
  EXPECT_EQ(map.find("one")->second, 11);

  const Map<std::string, int> same = map;
  EXPECT_EQ(same.size(), 4u);
  EXPECT_EQ(same.find("one")->second, 11);
  EXPECT_EQ(same.find("none"), same.end());
  Map<std::string, int> other;
  swap(map, other);
  EXPECT_TRUE(map.empty());
  EXPECT_EQ(map.begin(), map.end());
  EXPECT_EQ(map.erase("one"), 0u);
  EXPECT_EQ(map.find("one"), map.end());
  map = std::move(other);
  EXPECT_EQ(map.size(), 4u);
  map = {{"new", 1}};
  EXPECT_EQ(map.size(), 1u);
  map.clear();
  EXPECT_TRUE(map.empty());
  const std::vector<std::pair<std::string, int>> list = {{"a", 1}, {"b", 2}};
  map.insert(list.begin(), list.end());
  EXPECT_EQ((Map<std::string, int>(list.begin(), list.end()).size()), map.size());
}

TEST(Map, FindsStringsWithoutMakingOne) {
  struct Counting {
    std::string text;
    int* made;
    Counting(std::string_view from, int* counter) : text(from), made(counter) { ++*made; }
    Counting(const Counting& other) : text(other.text), made(other.made) { ++*made; }
    Counting(Counting&&) noexcept = default;
    bool operator==(const Counting& other) const { return text == other.text; }
    bool operator==(std::string_view other) const { return text == other; }
  };
  struct Hash {
    using is_transparent = void;
    size_t operator()(const Counting& key) const noexcept { return (*this)(key.text); }
    size_t operator()(std::string_view key) const noexcept {
      return std::hash<std::string_view>{}(key);
    }
  };
  struct Equal {
    using is_transparent = void;
    bool operator()(const Counting& a, const Counting& b) const { return a == b; }
    bool operator()(std::string_view a, const Counting& b) const { return b == a; }
  };
  int made = 0;
  Map<Counting, int, Hash, Equal> map;
  map.try_emplace(Counting("key", &made), 1);
  EXPECT_EQ(made, 1);
  EXPECT_TRUE(map.contains("key"));
  EXPECT_EQ(map.at(std::string_view("key")), 1);
  EXPECT_EQ(map.find(std::string("none")), map.end());
  EXPECT_EQ(map.erase("key"), 1u);
  EXPECT_EQ(made, 1);
  // A table of string keys takes texts of all kinds.
  Map<std::string, int> words;
  words["a text that no small string holds, nor any other"] = 1;
  words[std::string_view("b")] = 2;
  EXPECT_EQ(words.at(std::string_view("b")), 2);
  EXPECT_EQ(words.erase("b"), 1u);
}

TEST(Map, BeginsAtTheSameEntryUntilItChanges) {
  std::set<int> firsts;
  for (uint64_t seed = 1; seed <= 20; ++seed) {
    Map<int, int> map(MapOptions{.seed = seed});
    for (int i = 0; i < 100; ++i) map[i] = i;
    EXPECT_EQ(map.begin(), map.begin());
    EXPECT_TRUE(std::equal(map.begin(), map.end(), map.begin(), map.end(),
                           [](auto a, auto b) { return a.first == b.first; }));
    firsts.insert(map.begin()->first);
  }
  EXPECT_GT(firsts.size(), 5u) << "the seed does not move the beginning";
}

// From wherever an iterator stands, it goes on as the loop that came by there.
TEST(Map, GoesOnFromAFoundEntry) {
  for (int size = 1; size < 200; size += 3) {
    Map<int, int> map;
    for (int i = 0; i < size; ++i) map[i] = i;
    for (auto loop = map.begin(); loop != map.end(); ++loop) {
      auto found = map.find(loop->first);
      for (auto rest = loop; rest != map.end(); ++rest, ++found) ASSERT_EQ(found, rest);
      ASSERT_EQ(found, map.end());
    }
  }
}

TEST(Map, HintAndReserveMakeRoom) {
  Map<int, int> map(1000);
  const int B = map.inspect().header().B;
  EXPECT_EQ(B, 8);
  for (int i = 0; i < 1000; ++i) map[i] = i;
  EXPECT_EQ(map.inspect().header().B, B);
  Map<int, int> reserved;
  reserved.reserve(1000);
  EXPECT_EQ(reserved.inspect().header().B, B);
}

TEST(Map, TakesArraysFromAPoolAndGivesThemBack) {
  BucketPool pool;
  for (int round = 0; round < 3; ++round) {
    Map<uint64_t, uint64_t> map({.pool = &pool});
    for (uint64_t i = 0; i < 5000; ++i) map[i] = i;
    ASSERT_EQ(map.inspect().check_invariants(), "");
    for (uint64_t i = 0; i < 5000; ++i) ASSERT_EQ(map.at(i), i);
  }
}

// A NaN equals nothing: every insertion makes an entry, and only iteration finds it.
TEST(Map, KeepsEveryNaN) {
  Map<double, std::string> map;
  for (int i = 0; i < 100; ++i) map.try_emplace(std::nan(""), std::to_string(i));
  EXPECT_EQ(map.size(), 100u);
  EXPECT_FALSE(map.contains(std::nan("")));
  std::set<std::string> seen;
  for (auto at = map.begin(); at != map.end(); ++at) {
    seen.insert(at->second);
    if (seen.size() < 60) map.try_emplace(static_cast<double>(seen.size()), "number");
  }
  seen.erase("number");
  EXPECT_EQ(seen.size(), 100u);
}

TEST(Map, SaysInGosWordsWhenItIsMisused) {
  // An equality that writes to the map that is asking.
  static Map<int, int, KeyHash<int>, bool (*)(const int&, const int&)>* victim = nullptr;
  Map<int, int, KeyHash<int>, bool (*)(const int&, const int&)> map(MapOptions{}, {},
                                                                    [](const int& a, const int& b) {
                                                                      if (victim != nullptr)
                                                                        victim->try_emplace(7, 7);
                                                                      return a == b;
                                                                    });
  map.try_emplace(1, 1);
  victim = &map;
  try {
    map.try_emplace(1, 2);
    FAIL();
  } catch (const base::InvariantFailure& failure) {
    EXPECT_NE(std::string(failure.what()).find("concurrent map writes"), std::string::npos);
  }
  victim = nullptr;
}

TEST(TextEqual, ComparesTextsOfAllLengths) {
  for (size_t size = 0; size < 100; ++size) {
    const std::string text(size, 'a');
    EXPECT_TRUE(TextEqual{}(text, std::string(text)));
    EXPECT_FALSE(TextEqual{}(text, text + "a"));
    for (size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = 'b';
      ASSERT_FALSE(TextEqual{}(text, other)) << size << " " << at;
    }
  }
}

// Every byte counts, and so does the length.
TEST(TextHash, TellsTextsApart) {
  std::set<uint64_t> seen;
  size_t texts = 0;
  for (size_t size = 0; size < 70; ++size) {
    const std::string text(size, '\0');
    seen.insert(TextHash{}(text));
    ++texts;
    for (size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = 1;
      seen.insert(TextHash{}(other));
      ++texts;
    }
  }
  EXPECT_EQ(seen.size(), texts);
}

}  // namespace
}  // namespace hmaplab::gomap
