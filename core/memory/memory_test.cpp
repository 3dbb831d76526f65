#include <gtest/gtest.h>

#include "core/memory/heap.h"
#include "core/memory/points.h"

namespace hmaplab::memory {
namespace {

TEST(Points, NamesAreUniqueAndFoundAgain) {
  for (size_t i = 1; i < static_cast<size_t>(Point::count); ++i) {
    auto point = static_cast<Point>(i);
    EXPECT_EQ(point_named(name(point)), point) << name(point);
    EXPECT_FALSE(sentence(point).empty()) << name(point);
  }
  EXPECT_EQ(point_named("mapassign/nonsense"), std::nullopt);
}

TEST(Heap, CopiesAreValues) {
  Heap heap;
  Address a = heap.allocate(0, {.size = 48, .kind = ObjectKind::Hmap});
  Address b = heap.allocate(3, {.size = 10000, .kind = ObjectKind::Array});
  heap.store<uint64_t>(a + 8, 7);
  Heap kept = heap;
  heap.store<uint64_t>(b + 4092, 0x1122334455667788);
  EXPECT_EQ(heap.load<uint64_t>(b + 4092), 0x1122334455667788u);
  EXPECT_EQ(kept.load<uint64_t>(b + 4092), 0u);
  EXPECT_NE(kept.digest(), heap.digest());
  heap.store<uint64_t>(b + 4092, 0);
  EXPECT_EQ(kept.digest(), heap.digest());
}

TEST(Heap, FindsObjectsByAnyOfTheirAddresses) {
  Heap heap;
  Address a = heap.allocate(0, {.size = 24, .tag = 5});
  Address b = heap.allocate(0, {.size = 0});
  ASSERT_NE(heap.find(a + 23), nullptr);
  EXPECT_EQ(heap.find(a + 23)->tag, 5u);
  EXPECT_EQ(heap.find(a + 24)->begin, b);
  EXPECT_EQ(heap.find(a + 25), nullptr);
  EXPECT_EQ(heap.find(b)->begin, b);
  EXPECT_EQ(heap.find(Address{0x1000}), nullptr);
}

TEST(Heap, DigestDoesNotDependOnTheOrderOfIndependentWork) {
  Heap first;
  Address a1 = first.allocate(1, {.size = 16});
  Address b1 = first.allocate(2, {.size = 16});
  first.store<uint32_t>(a1, 1);
  first.store<uint32_t>(b1 + 4, 2);
  Heap second;
  Address b2 = second.allocate(2, {.size = 16});
  second.store<uint32_t>(b2 + 4, 2);
  Address a2 = second.allocate(1, {.size = 16});
  second.store<uint32_t>(a2, 1);
  EXPECT_EQ(first.digest(), second.digest());
}

TEST(Heap, SharingFollowsPointers) {
  Heap heap;
  Address leaf = heap.allocate(0, {.size = 8});
  Address middle = heap.allocate(0, {.size = 16});
  Address other = heap.allocate(0, {.size = 8});
  heap.store(middle + 8, leaf);
  heap.share(middle + 4);
  EXPECT_TRUE(heap.is_shared(middle));
  EXPECT_TRUE(heap.is_shared(leaf));
  EXPECT_FALSE(heap.is_shared(other));
}

}  // namespace
}  // namespace hmaplab::memory
