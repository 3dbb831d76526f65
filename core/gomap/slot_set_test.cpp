// The slots of a bucket, found all at once and one by one.
#include "core/gomap/slot_set.h"

#include <gtest/gtest.h>

#include <array>
#include <cstring>

#include "core/base/random.h"

namespace hmaplab::gomap {
namespace {

TEST(SlotSet, AgreesWithLookingAtEachByte) {
  base::RandomStream random{1};
  for (int round = 0; round < 20000; ++round) {
    uint8_t bytes[8];
    const auto top = static_cast<uint8_t>(random.below(256));
    for (uint8_t& byte : bytes) {
      const uint64_t dice = random.below(4);
      byte = static_cast<uint8_t>(dice == 0   ? top
                                  : dice == 1 ? random.below(6)
                                  : dice == 2 ? top ^ (1u << random.below(8))
                                              : random.below(256));
    }
    uint64_t all;
    std::memcpy(&all, bytes, 8);
    for (uint32_t slot = 0; slot < 8; ++slot) {
      const SlotSet bit = SlotSet{1} << slot;
      ASSERT_EQ((slots_with(all, top) & bit) != 0, bytes[slot] == top);
      ASSERT_EQ((empty_slots(all) & bit) != 0, is_empty(bytes[slot]));
    }
    ASSERT_EQ((slots_with(all, top) | empty_slots(all)) & ~SlotSet{0xff}, 0u);
  }
  EXPECT_EQ(slots_from(0), 0xffu);
  EXPECT_EQ(slots_from(7), 0x80u);
  EXPECT_EQ(slots_from(8), 0u);
  EXPECT_EQ(first_of(0), kBucketSlots);
}

template <class Key>
void expect_key_found_in_each_slot() {
  base::RandomStream random{2};
  for (int round = 0; round < 20000; ++round) {
    const auto wanted = static_cast<Key>(random.next());
    std::array<Key, kBucketSlots> keys;
    for (Key& key : keys) {
      const Key one_bit_off = wanted ^ Key { 1 } << random.below(8 * sizeof(Key));
      key = random.below(2) == 0 ? wanted : one_bit_off;
    }
    SlotSet expected = 0;
    for (uint32_t slot = 0; slot < kBucketSlots; ++slot)
      expected |= SlotSet{keys[slot] == wanted} << slot;
    ASSERT_EQ(slots_with_key(reinterpret_cast<const std::byte*>(keys.data()), wanted), expected);
  }
}

TEST(SlotSet, FindsKeysAsComparingEachDoes) {
  expect_key_found_in_each_slot<uint32_t>();
  expect_key_found_in_each_slot<uint64_t>();
}

}  // namespace
}  // namespace hmaplab::gomap
