#include "app/platform/workers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <stdexcept>

namespace hmaplab::platform {
namespace {

TEST(Workers, DoEachPieceOnce) {
  for (unsigned threads : {1u, 2u, 5u}) {
    Workers workers(threads);
    for (size_t n : {0u, 1u, 2u, 64u, 1000u}) {
      std::vector<int> times(n);
      workers.for_each(n, [&](size_t i) { ++times[i]; });
      EXPECT_EQ(std::accumulate(times.begin(), times.end(), 0u), n) << threads;
      EXPECT_TRUE(std::all_of(times.begin(), times.end(), [](int one) { return one == 1; }));
    }
  }
}

// Each piece waits for the other: that needs two threads.
TEST(Workers, WorkAtTheSameTime) {
  Workers workers(2);
  std::atomic<int> arrived = 0;
  std::set<std::thread::id> threads;
  std::mutex lock;
  workers.for_each(2, [&](size_t) {
    ++arrived;
    while (arrived < 2) std::this_thread::yield();
    const std::lock_guard guard(lock);
    threads.insert(std::this_thread::get_id());
  });
  EXPECT_EQ(threads.size(), 2u);
}

TEST(Workers, HandOnWhatAPieceThrows) {
  Workers workers(3);
  std::atomic<int> done = 0;
  const auto piece = [&](size_t i) {
    ++done;
    if (i == 7) throw std::runtime_error("seven");
  };
  EXPECT_THROW(workers.for_each(20, piece), std::runtime_error);
  EXPECT_EQ(done, 20);
  workers.for_each(3, piece);
  EXPECT_EQ(done, 23);
}

TEST(Workers, ManyShortWorksOneAfterTheOther) {
  Workers workers(4);
  std::atomic<size_t> sum = 0;
  for (int round = 0; round < 5000; ++round) workers.for_each(3, [&](size_t i) { sum += i; });
  EXPECT_EQ(sum, 15000u);
}

}  // namespace
}  // namespace hmaplab::platform
