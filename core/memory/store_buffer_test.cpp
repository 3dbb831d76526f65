#include "core/memory/store_buffer.h"

#include <gtest/gtest.h>

namespace hmaplab::memory {
namespace {

constexpr Address kX{0xc000000010};
constexpr Address kY{0xc000000020};

void put(StoreBuffer& buffer, Address address, uint64_t value, MemoryOrder order) {
  buffer.put(address, &value, sizeof value, order);
}

uint64_t seen(const StoreBuffer& buffer, Address address) {
  uint64_t value = 7;  // what lies in memory
  buffer.overlay(address, &value, sizeof value);
  return value;
}

base::Hash128 hash_of(const StoreBuffer& buffer, MemoryOrder order) {
  base::Hasher hasher;
  buffer.add_to(hasher, order);
  return hasher.finish();
}

TEST(StoreBuffer, OnesOwnLoadsSeeTheLatestStore) {
  StoreBuffer buffer;
  EXPECT_EQ(seen(buffer, kX), 7u);
  put(buffer, kX, 1, MemoryOrder::Tso);
  put(buffer, kX, 2, MemoryOrder::Tso);
  EXPECT_EQ(seen(buffer, kX), 2u);
  EXPECT_EQ(seen(buffer, kY), 7u);
  const uint8_t low = 9;
  buffer.put(kX, &low, 1, MemoryOrder::Tso);
  EXPECT_EQ(seen(buffer, kX), 9u);
  const uint8_t high = 1;
  buffer.put(kX + 1, &high, 1, MemoryOrder::Tso);
  EXPECT_EQ(seen(buffer, kX), 0x109u);
}

TEST(StoreBuffer, DrainsInOrderUnderTsoAndByWordUnderPso) {
  for (MemoryOrder order : {MemoryOrder::Tso, MemoryOrder::Pso}) {
    StoreBuffer buffer;
    put(buffer, kX, 1, order);
    put(buffer, kX, 2, order);
    put(buffer, kY, 3, order);
    if (order == MemoryOrder::Tso) {
      EXPECT_EQ(buffer.drainable(order), (std::vector<size_t>{0}));
    } else {
      EXPECT_EQ(buffer.drainable(order), (std::vector<size_t>{0, 2}));
      EXPECT_EQ(buffer.take(2).address, kY);
    }
    EXPECT_EQ(buffer.take(0).bytes[0], std::byte{1}) << "stores of one word stay in order";
    EXPECT_EQ(seen(buffer, kX), 2u);
  }
}

TEST(StoreBuffer, SplitsBigStoresIntoWordsUnderPso) {
  const uint64_t value[3] = {1, 2, 3};
  StoreBuffer whole;
  whole.put(kX, value, sizeof value, MemoryOrder::Tso);
  EXPECT_EQ(whole.size(), 1u);
  StoreBuffer split;
  split.put(kX + 4, value, sizeof value, MemoryOrder::Pso);
  ASSERT_EQ(split.size(), 4u) << "4 + 8 + 8 + 4 bytes";
  EXPECT_EQ(split.drainable(MemoryOrder::Pso).size(), 4u);
  uint64_t read[3] = {};
  split.overlay(kX + 4, read, sizeof read);
  EXPECT_EQ(read[1], 2u);
}

TEST(StoreBuffer, TheHashForgetsTheOrderOfWordsOnlyUnderPso) {
  for (MemoryOrder order : {MemoryOrder::Tso, MemoryOrder::Pso}) {
    StoreBuffer one;
    StoreBuffer other;
    put(one, kX, 1, order);
    put(one, kY, 2, order);
    put(other, kY, 2, order);
    put(other, kX, 1, order);
    EXPECT_EQ(hash_of(one, order) == hash_of(other, order), order == MemoryOrder::Pso);
    StoreBuffer first;
    StoreBuffer second;
    put(first, kX, 1, order);
    put(first, kX, 2, order);
    put(second, kX, 2, order);
    put(second, kX, 1, order);
    EXPECT_NE(hash_of(first, order), hash_of(second, order));
  }
}

}  // namespace
}  // namespace hmaplab::memory
