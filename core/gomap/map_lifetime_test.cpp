// What Map does with keys and elems that are more than bytes: each that is made is ended once, none
// is copied or moved without need, and an exception changes nothing.
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "core/base/random.h"
#include "core/gomap/map.h"

namespace hmaplab::gomap {
namespace {

struct Tally {
  int alive = 0;
  int copies = 0;
  int moves = 0;
  int throw_in = -1;  // the copy, hash or comparison after so many throws; -1: none does

  void may_throw() {
    if (throw_in == 0) throw std::runtime_error("as asked");
    if (throw_in > 0) --throw_in;
  }
};
Tally keys, elems;

template <Tally& tally>
struct Counted {
  uint64_t number = 0;
  const Counted* self = this;  // no one may move its bytes

  Counted() noexcept { ++tally.alive; }
  explicit Counted(uint64_t n) : number(n) { ++tally.alive; }
  Counted(const Counted& other) : number(other.number) {
    tally.may_throw();
    ++tally.alive;
    ++tally.copies;
  }
  Counted(Counted&& other) noexcept : number(other.number) {
    ++tally.alive;
    ++tally.moves;
  }
  Counted& operator=(const Counted& other) {
    number = other.number;
    return *this;
  }
  ~Counted() {
    EXPECT_EQ(self, this);
    self = nullptr;
    --tally.alive;
  }
  bool operator==(const Counted& other) const {
    EXPECT_EQ(self, this);
    tally.may_throw();
    return number == other.number;
  }
};
using Key = Counted<keys>;
using Elem = Counted<elems>;
struct KeyHasher {
  size_t operator()(const Key& key) const {
    EXPECT_EQ(key.self, &key);
    keys.may_throw();
    return key.number;
  }
};
using Table = Map<Key, Elem, KeyHasher>;

class Lifetime : public testing::Test {
 protected:
  Lifetime() { keys = elems = {}; }
  ~Lifetime() override {
    EXPECT_EQ(keys.alive, 0);
    EXPECT_EQ(elems.alive, 0);
  }
};

TEST_F(Lifetime, EndsEachEntryOnce) {
  base::RandomStream random{1};
  Table map;
  for (int step = 0; step < 5000; ++step) {
    const uint64_t n = random.below(300);
    if (random.below(3) > 0) {
      map.try_emplace(Key(n), n);
    } else if (random.below(200) == 0) {
      map.clear();
    } else {
      map.erase(Key(n));
    }
    ASSERT_EQ(keys.alive, static_cast<int>(map.size()));
    ASSERT_EQ(elems.alive, static_cast<int>(map.size()));
    ASSERT_EQ(map.inspect().check_invariants(), "");
  }
  EXPECT_EQ(keys.copies, 0);
  EXPECT_EQ(elems.copies, 0);
}

TEST_F(Lifetime, MovesAnElemOnlyWhenItsBucketIsEvacuated) {
  Table map(100);
  for (uint64_t n = 0; n < 100; ++n) map.try_emplace(Key(n));
  EXPECT_EQ(keys.moves, 100);  // into the map
  EXPECT_EQ(elems.moves, 0);
  keys = {.alive = keys.alive};
  for (uint64_t n = 100; n < 200; ++n) map.try_emplace(Key(n));  // one doubling
  EXPECT_EQ(keys.moves, 100);
  EXPECT_GT(elems.moves, 0);
  EXPECT_LE(elems.moves, 200);
  Table taken = std::move(map);
  EXPECT_LE(elems.moves, 200);
  EXPECT_EQ(taken.size(), 200u);
  EXPECT_TRUE(map.empty());
}

TEST_F(Lifetime, CopiesEachEntryOnce) {
  Table map;
  for (uint64_t n = 0; n < 100; ++n) map.try_emplace(Key(n), n);
  keys.copies = elems.copies = 0;
  const Table copy(map);
  EXPECT_EQ(keys.copies, 100);
  EXPECT_EQ(elems.copies, 100);
  EXPECT_EQ(copy.at(Key(77)).number, 77u);
}

// Iterators that began before growths and erasures still read keys that are no longer in the map.
TEST_F(Lifetime, RetainsWhatAnIteratorMayReadAndNoLonger) {
  Table map;
  for (uint64_t n = 0; n < 50; ++n) map.try_emplace(Key(n), n);
  {
    auto loop = map.begin();
    auto other = loop;
    for (uint64_t n = 50; n < 1000; ++n) map.try_emplace(Key(n), n);
    for (uint64_t n = 0; n < 1000; n += 2) map.erase(Key(n));
    int seen = 0;
    for (++loop; loop != map.end(); ++loop) seen += loop->first.number % 2 == 1 ? 1 : 100000;
    EXPECT_GE(seen, 24);
    EXPECT_LT(seen, 501);
    map.clear();
    ++other;
    EXPECT_EQ(other, map.end());
  }
  EXPECT_EQ(keys.alive, 0);
}

TEST_F(Lifetime, AnIteratorMayOutliveItsMap) {
  Table::iterator at, other;
  {
    Table map;
    for (uint64_t n = 0; n < 50; ++n) map.try_emplace(Key(n), n);
    at = map.begin();
    for (uint64_t n = 50; n < 400; ++n) map.try_emplace(Key(n), n);
    other = at;
  }
  EXPECT_EQ(elems.alive, 0);
  at = {};
}

TEST_F(Lifetime, AnExceptionChangesNothing) {
  for (int after = 0; after < 60; ++after) {
    for (uint64_t size = 1; size < 120; size += 7) {
      Table map;
      for (uint64_t n = 0; n < size; ++n) map.try_emplace(Key(n), n);
      const Key present(size / 2), absent(1000);
      const Elem elem(5);
      const int keys_before = keys.alive, elems_before = elems.alive;
      const auto attempt = [&](auto operation) {
        keys.throw_in = elems.throw_in = after;
        bool threw = false;
        try {
          operation();
        } catch (const std::runtime_error&) {
          threw = true;
        }
        keys.throw_in = elems.throw_in = -1;
        ASSERT_EQ(map.inspect().check_invariants(), "");
        if (!threw) return;
        ASSERT_EQ(map.size(), size);
        ASSERT_EQ(keys.alive, keys_before);
        ASSERT_EQ(elems.alive, elems_before);
        for (uint64_t n = 0; n < size; ++n) ASSERT_EQ(map.at(Key(n)).number, n);
        ASSERT_FALSE(map.contains(absent));
      };
      attempt([&] { map.contains(present); });
      attempt([&] {
        int seen = 0;
        for (auto at = map.begin(); at != map.end(); ++at) ++seen;
        EXPECT_EQ(seen, static_cast<int>(size));
      });
      attempt([&] { map.try_emplace(absent, elem); });
      map.erase(absent);
      attempt([&] { map.erase(present); });
      if (HasFatalFailure()) return;
    }
  }
}

TEST_F(Lifetime, TakesElemsThatCanOnlyBeMoved) {
  Map<int, std::unique_ptr<int>> map;
  for (int i = 0; i < 500; ++i) map[i] = std::make_unique<int>(i);
  for (int i = 0; i < 500; i += 2) EXPECT_EQ(map.erase(i), 1u);
  EXPECT_FALSE(map.try_emplace(1, std::make_unique<int>(-1)).second);
  EXPECT_TRUE(map.insert_or_assign(2, std::make_unique<int>(-2)).second);
  EXPECT_EQ(*map.at(1), 1);
  EXPECT_EQ(*map.at(2), -2);
  const auto moved = std::move(map);
  EXPECT_EQ(moved.size(), 251u);
  for (const auto& [key, elem] : moved) EXPECT_EQ(*elem, key == 2 ? -2 : key);
}

TEST_F(Lifetime, TakesKeysThatCanOnlyBeMoved) {
  struct Deref {
    size_t operator()(const std::unique_ptr<int>& key) const noexcept { return *key; }
    bool operator()(const std::unique_ptr<int>& a, const std::unique_ptr<int>& b) const noexcept {
      return *a == *b;
    }
  };
  Map<std::unique_ptr<int>, int, Deref, Deref> map;
  for (int i = 0; i < 300; ++i) map.try_emplace(std::make_unique<int>(i), i);
  EXPECT_EQ(map.at(std::make_unique<int>(250)), 250);
}

}  // namespace
}  // namespace hmaplab::gomap
