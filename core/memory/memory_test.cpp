#include <gtest/gtest.h>

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

}  // namespace
}  // namespace hmaplab::memory
