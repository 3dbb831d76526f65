#include "core/base/cow_map.h"

#include <gtest/gtest.h>

#include <map>

#include "core/base/random.h"

namespace hmaplab::base {
namespace {

TEST(CowMap, DoesWhatAMapDoes) {
  RandomStream random{5};
  CowMap<uint64_t, uint64_t, 4> map;
  std::map<uint64_t, uint64_t> reference;
  CowMap<uint64_t, uint64_t, 4> kept;
  std::map<uint64_t, uint64_t> kept_reference;
  auto expect_equal = [](const auto& one, const auto& other) {
    ASSERT_EQ(one.size(), other.size());
    auto next = other.begin();
    one.each([&](uint64_t key, uint64_t value) {
      EXPECT_EQ(key, next->first);
      EXPECT_EQ(value, next->second);
      ++next;
    });
  };
  for (int i = 0; i < 3000; ++i) {
    const uint64_t key = random.below(120);
    if (random.below(3) == 0) {
      map.erase(key);
      reference.erase(key);
    } else {
      map.write(key) = reference[key] = random.next();
    }
    const uint64_t other = random.below(120);
    const uint64_t* found = map.find(other);
    ASSERT_EQ(found != nullptr, reference.contains(other));
    if (found) {
      ASSERT_EQ(*found, reference.at(other));
    }
    if (i % 100 == 0) {
      expect_equal(kept, kept_reference);  // nothing has changed it since
      expect_equal(map, reference);
      kept = map;
      kept_reference = reference;
    }
  }
}

}  // namespace
}  // namespace hmaplab::base
