#include "core/order/happens_before.h"

#include <gtest/gtest.h>

#include <bitset>
#include <map>
#include <vector>

#include "core/base/random.h"

namespace hmaplab::order {
namespace {

constexpr Strand kA{1};
constexpr Strand kB{2};
constexpr Strand kC{3};
constexpr Sync kLock{base::Address{0xc000001000}};

struct Bytes {
  uint64_t begin = 0;
  uint64_t size = 8;
};

Access touch(Strand strand, AccessKind kind, Bytes bytes, uint32_t line) {
  return {.address = base::Address{0xc000000000 + bytes.begin},
          .size = bytes.size,
          .kind = kind,
          .strand = strand,
          .line = line};
}
Access write(Strand strand, uint32_t line, Bytes bytes = {}) {
  return touch(strand, AccessKind::Write, bytes, line);
}
Access read(Strand strand, uint32_t line, Bytes bytes = {}) {
  return touch(strand, AccessKind::Read, bytes, line);
}

HappensBefore two() {
  HappensBefore order(kA);
  order.fork(kA, kB);
  return order;
}

TEST(HappensBefore, TwoWritesWithoutAnythingBetweenThemRace) {
  HappensBefore order = two();
  EXPECT_EQ(order.access(write(kA, 10)), 0u);
  EXPECT_EQ(order.access(write(kB, 20)), 1u);
  ASSERT_TRUE(order.raced());
  EXPECT_EQ(order.races()[0].first.line, 10u);
  EXPECT_EQ(order.races()[0].second.line, 20u);
  EXPECT_EQ(order.access(write(kA, 10)), 0u) << "the same pair of places again";
}

TEST(HappensBefore, ReadsDoNotRaceWithEachOther) {
  HappensBefore order = two();
  order.access(read(kA, 10));
  EXPECT_EQ(order.access(read(kB, 20)), 0u);
  EXPECT_EQ(order.access(write(kA, 11)), 1u) << "with the read of the other";
}

TEST(HappensBefore, WhatComesBeforeTheGoStatementIsKnownToTheChild) {
  HappensBefore order(kA);
  order.access(write(kA, 10));
  order.fork(kA, kB);
  EXPECT_EQ(order.access(write(kB, 20)), 0u);
  HappensBefore after = two();
  after.access(write(kA, 10));
  EXPECT_EQ(after.access(read(kB, 20)), 1u);
}

TEST(HappensBefore, ALockOrders) {
  HappensBefore order = two();
  order.access(write(kA, 10));
  order.release(kA, kLock);
  order.acquire(kB, kLock);
  EXPECT_EQ(order.access(write(kB, 20)), 0u);
  order.access(write(kA, 11));
  EXPECT_TRUE(order.raced()) << "what the first does after its release is not known to the second";
}

TEST(HappensBefore, ReleaseForgetsWhatReleaseMergeKeeps) {
  for (bool merges : {false, true}) {
    HappensBefore order = two();
    order.fork(kA, kC);
    order.access(write(kA, 10));
    order.release(kA, kLock);
    if (merges) {
      order.release_merge(kB, kLock);
    } else {
      order.release(kB, kLock);
    }
    order.acquire(kC, kLock);
    order.access(write(kC, 30));
    EXPECT_NE(order.raced(), merges);
  }
}

TEST(HappensBefore, ASlotOfAChannelOrdersBothWays) {
  const Sync slot{base::Address{0xc000002000}, 1};
  HappensBefore order = two();
  order.access(write(kA, 10));
  order.exchange(kA, slot);  // sends
  order.exchange(kB, slot);  // receives
  EXPECT_EQ(order.access(write(kB, 20)), 0u);
  order.exchange(kB, slot);
  order.exchange(kA, slot);  // the next send needs the slot
  EXPECT_EQ(order.access(write(kA, 11)), 0u);
}

TEST(HappensBefore, ARendezvousOrdersBothWays) {
  HappensBefore order = two();
  order.access(write(kA, 10));
  order.access(write(kB, 20, {8, 8}));
  order.meet(kA, kB);
  order.access(read(kB, 21));
  order.access(read(kA, 11, {8, 8}));
  EXPECT_FALSE(order.raced());
  order.access(write(kA, 12));
  EXPECT_TRUE(order.raced());
}

TEST(HappensBefore, AtomicsRaceWithPlainAccessesOnly) {
  HappensBefore order = two();
  order.access(touch(kA, AccessKind::AtomicWrite, {}, 10));
  EXPECT_EQ(order.access(touch(kB, AccessKind::AtomicWrite, {}, 20)), 0u);
  EXPECT_EQ(order.access(read(kB, 21)), 1u);
}

TEST(HappensBefore, NeighbouringBytesDoNotRace) {
  HappensBefore order = two();
  order.access(write(kA, 10, {0, 4}));
  order.access(write(kB, 20, {4, 4}));
  order.access(write(kB, 21, {255, 1}));
  EXPECT_FALSE(order.raced());
  order.access(write(kA, 11, {250, 16}));
  EXPECT_TRUE(order.raced()) << "over the end of a page";
}

TEST(HappensBefore, TheFinalizerGoroutineLearnsFromEverybody) {
  const Strand finalizer{9};
  HappensBefore order = two();
  order.access(write(kB, 20));
  order.acquire_all(finalizer);
  EXPECT_EQ(order.access(write(finalizer, 90)), 0u);
  order.access(write(kB, 21, {8, 8}));
  EXPECT_EQ(order.access(read(finalizer, 91, {8, 8})), 1u) << "it did not wait for that";
}

TEST(HappensBefore, WhatEverybodyKnowsIsNotInTheDigest) {
  HappensBefore fresh = two();
  HappensBefore order = two();
  order.access(write(kB, 20));
  EXPECT_NE(order.digest(), fresh.digest());
  order.release(kB, kLock);
  order.acquire(kA, kLock);
  EXPECT_EQ(order.digest(), fresh.digest());
  order.access(write(kB, 21));
  order.retire(kB);
  EXPECT_NE(order.digest(), fresh.digest()) << "main does not know of it";
}

TEST(HappensBefore, ACopyIsOnItsOwn) {
  HappensBefore order = two();
  order.access(write(kA, 10, {0, 16}));
  HappensBefore copy = order;
  copy.access(write(kB, 20));
  EXPECT_TRUE(copy.raced());
  EXPECT_FALSE(order.raced());
  order.release(kA, kLock);
  copy.acquire(kB, kLock);
  EXPECT_EQ(copy.access(write(kB, 21, {8, 8})), 1u) << "the release was not in the copy";
}

// The same rules with sets of accesses instead of clocks: who knows of which.
class Reference {
 public:
  using Known = std::bitset<512>;

  void fork(Strand parent, Strand child) { known_[child.value] = known_[parent.value]; }
  void acquire(Strand strand, int sync) { known_[strand.value] |= released_[sync]; }
  void release(Strand strand, int sync) { released_[sync] = known_[strand.value]; }
  void release_merge(Strand strand, int sync) { released_[sync] |= known_[strand.value]; }
  void exchange(Strand strand, int sync) {
    const Known before = known_[strand.value];
    acquire(strand, sync);
    released_[sync] = before;
  }
  void meet(Strand a, Strand b) {
    known_[a.value] |= known_[b.value];
    known_[b.value] = known_[a.value];
  }
  void acquire_all(Strand strand) {
    for (const auto& [other, known] : known_) known_[strand.value] |= known;
  }
  bool access(const Access& access) {
    bool races = false;
    const uint64_t begin = base::bits(access.address);
    for (size_t i = 0; i < made_.size(); ++i) {
      const uint64_t other = base::bits(made_[i].address);
      const bool overlap = other < begin + access.size && begin < other + made_[i].size;
      races = races || (overlap && conflict(made_[i].kind, access.kind) &&
                        !known_[access.strand.value].test(i));
    }
    known_[access.strand.value].set(made_.size());
    made_.push_back(access);
    return races;
  }

 private:
  std::map<uint64_t, Known> known_;
  std::map<int, Known> released_;
  std::vector<Access> made_;
};

constexpr int kSyncs = 3;

Sync sync_number(uint64_t number) {
  return {base::Address{0xc000001000 + 8 * (number / 2)}, static_cast<uint32_t>(number % 2)};
}

TEST(HappensBefore, AgreesWithSetsOfAccessesOnRandomTraces) {
  int racing = 0;
  for (uint64_t seed = 0; seed < 150; ++seed) {
    base::RandomStream random{base::mix64(seed + 77)};
    HappensBefore order(kA);
    Reference reference;
    std::vector<Strand> strands{kA};
    bool raced = false;
    for (uint32_t made = 1; made <= 300; ++made) {
      const Strand strand = strands[random.below(strands.size())];
      const auto number = static_cast<int>(random.below(kSyncs));
      const Sync sync = sync_number(static_cast<uint64_t>(number));
      switch (random.below(12)) {
        case 0:
          if (strands.size() == 5) break;
          strands.push_back(Strand{strands.size() + 1});
          order.fork(strand, strands.back());
          reference.fork(strand, strands.back());
          break;
        case 1:
        case 2:
          order.acquire(strand, sync);
          reference.acquire(strand, number);
          break;
        case 3:
          order.release(strand, sync);
          reference.release(strand, number);
          break;
        case 4:
          order.release_merge(strand, sync);
          reference.release_merge(strand, number);
          break;
        case 5:
          order.exchange(strand, sync);
          reference.exchange(strand, number);
          break;
        case 6: {
          const Strand other = strands[random.below(strands.size())];
          if (other == strand) break;
          order.meet(strand, other);
          reference.meet(strand, other);
          break;
        }
        case 7:
          if (random.below(4) != 0) break;
          order.acquire_all(strand);
          reference.acquire_all(strand);
          break;
        default: {
          // Most accesses lie in places of their own, so that many traces are free of races.
          const uint64_t place = random.below(8) == 0 ? 0 : strand.value * 32;
          const Access access = touch(strand, static_cast<AccessKind>(random.below(4)),
                                      {240 + place + random.below(12), 1 + random.below(20)}, made);
          const bool expected = reference.access(access);
          ASSERT_EQ(order.access(access) > 0, expected) << "seed " << seed << ", " << made;
          raced = raced || expected;
          break;
        }
      }
      ASSERT_EQ(order.raced(), raced);
    }
    racing += raced ? 1 : 0;
  }
  EXPECT_GT(racing, 30);
}

struct Deed {
  uint64_t what = 0;
  Strand strand;
  uint64_t place = 0;
};

Deed random_deed(base::RandomStream& random) {
  return {random.below(6), Strand{1 + random.below(3)}, random.below(2)};
}

void perform(HappensBefore& order, const Deed& deed) {
  const Sync sync = sync_number(deed.place);
  switch (deed.what) {
    case 0:
      order.acquire(deed.strand, sync);
      break;
    case 1:
      order.release(deed.strand, sync);
      break;
    case 2:
      order.exchange(deed.strand, sync);
      break;
    default:
      order.access(touch(deed.strand, deed.what == 3 ? AccessKind::Write : AccessKind::Read,
                         {8 * deed.place, 8}, static_cast<uint32_t>(deed.what)));
  }
}

HappensBefore after(const std::vector<Deed>& deeds) {
  HappensBefore order(kA);
  order.fork(kA, kB);
  order.fork(kA, kC);
  for (const Deed& deed : deeds) perform(order, deed);
  return order;
}

TEST(HappensBefore, EqualDigestsHaveEqualFutures) {
  base::RandomStream random{4711};
  std::map<base::Hash128, HappensBefore> first_with;
  int met = 0;
  for (int trial = 0; trial < 4000; ++trial) {
    std::vector<Deed> deeds;
    for (int i = 0; i < 5; ++i) deeds.push_back(random_deed(random));
    HappensBefore order = after(deeds);
    if (order.raced()) continue;
    auto [known, is_new] = first_with.try_emplace(order.digest(), order);
    if (is_new) continue;
    ++met;
    for (int future = 0; future < 10; ++future) {
      HappensBefore one = known->second;
      HappensBefore other = order;
      for (int i = 0; i < 6; ++i) {
        const Deed deed = random_deed(random);
        perform(one, deed);
        perform(other, deed);
        ASSERT_EQ(one.raced(), other.raced());
        if (one.raced()) break;
        ASSERT_EQ(one.digest(), other.digest());
      }
    }
  }
  EXPECT_GT(met, 500);
}

TEST(HappensBefore, DeedsOfDifferentStrandsOnDifferentThingsCommute) {
  base::RandomStream random{99};
  for (int trial = 0; trial < 500; ++trial) {
    std::vector<Deed> deeds;
    for (int i = 0; i < 10; ++i) deeds.push_back(random_deed(random));
    const size_t at = random.below(deeds.size() - 1);
    if (deeds[at].strand == deeds[at + 1].strand || deeds[at].place == deeds[at + 1].place)
      continue;
    std::vector<Deed> swapped = deeds;
    std::swap(swapped[at], swapped[at + 1]);
    const HappensBefore one = after(deeds);
    const HappensBefore other = after(swapped);
    ASSERT_EQ(one.raced(), other.raced());
    if (!one.raced()) {
      ASSERT_EQ(one.digest(), other.digest());
    }
  }
}

}  // namespace
}  // namespace hmaplab::order
