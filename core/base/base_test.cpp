#include <gtest/gtest.h>

#include "core/base/cow.h"
#include "core/base/hash.h"
#include "core/base/invariant.h"
#include "core/base/random.h"

namespace hmaplab::base {
namespace {

TEST(Invariant, ThrowsWithPlaceAndMessage) {
  try {
    INVARIANT(1 == 2, "numbers differ");
    FAIL() << "a false condition must throw";
  } catch (const InvariantFailure& failure) {
    EXPECT_NE(std::string(failure.what()).find("numbers differ (1 == 2)"), std::string::npos);
  }
}

TEST(CowVector, CopiesShareUntilWritten) {
  CowVector<int, 4> first;
  for (int i = 0; i < 10; ++i) first.push_back(i);
  CowVector<int, 4> second = first;
  second.write(3) = 33;
  second.push_back(10);
  first.truncate(5);
  EXPECT_EQ(first[3], 3);
  EXPECT_EQ(second[3], 33);
  EXPECT_EQ(first.size(), 5u);
  EXPECT_EQ(second.size(), 11u);
  EXPECT_EQ(second.back(), 10);
}

TEST(RandomStream, IsTheSameEverywhere) {
  RandomStream stream{1};
  EXPECT_EQ(stream.next(), 0x910a2dec89025cc1u);  // splitmix64's published first output for seed 1
}

TEST(Hasher, SeesOrderLengthAndTail) {
  auto hash = [](std::string_view text) {
    Hasher hasher;
    hasher.add(text);
    return hasher.finish();
  };
  EXPECT_EQ(hash("hmap"), hash("hmap"));
  EXPECT_NE(hash("hmap"), hash("mhap"));
  EXPECT_NE(hash("a"), hash(std::string_view("a\0", 2)));
}

}  // namespace
}  // namespace hmaplab::base
