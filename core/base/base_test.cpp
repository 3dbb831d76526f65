#include <gtest/gtest.h>

#include <algorithm>

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

TEST(CowTree, CopiesShareUntilWritten) {
  CowTree<int, 2> first;  // of parts of 128
  for (int i = 0; i < 1000; ++i) first.push_back(i);
  CowTree<int, 2> second = first;
  for (int i = 0; i < 1000; i += 7) second.write(i) = -i;
  second.push_back(1000);
  ASSERT_EQ(first.size(), 1000u);
  ASSERT_EQ(second.size(), 1001u);
  EXPECT_EQ(second.back(), 1000);
  int i = 0;
  for (int value : first) EXPECT_EQ(value, i++);
  i = 0;
  for (int value : second) {
    EXPECT_EQ(value, i % 7 == 0 && i < 1000 ? -i : i);
    ++i;
  }
}

// Against a plain vector, whatever is shared.
TEST(CowVector, IsAVectorWhateverIsDoneToItsCopies) {
  RandomStream random{7};
  std::vector<std::pair<CowVector<uint64_t, 2>, std::vector<uint64_t>>> kept(1);
  for (int round = 0; round < 3000; ++round) {
    auto [mine, plain] = kept[random.below(kept.size())];
    for (uint64_t i = random.below(40); i > 0; --i) {
      mine.push_back(round + i);
      plain.push_back(round + i);
    }
    if (!plain.empty() && random.below(3) == 0) {
      const size_t at = random.below(plain.size());
      mine.write(at) = plain[at] = random.next();
    }
    if (random.below(4) == 0) {
      const size_t size = random.below(plain.size() + 1);
      mine.truncate(size);
      plain.resize(size);
    }
    ASSERT_EQ(mine.size(), plain.size());
    ASSERT_TRUE(std::equal(plain.begin(), plain.end(), mine.begin()));
    kept.insert(kept.begin() + static_cast<std::ptrdiff_t>(random.below(kept.size() + 1)),
                {std::move(mine), std::move(plain)});
    if (kept.size() > 20) kept.pop_back();
  }
  for (const auto& [mine, plain] : kept) {
    size_t i = 0;
    for (uint64_t value : mine) ASSERT_EQ(value, plain[i++]);
    EXPECT_EQ(i, plain.size());
  }
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
