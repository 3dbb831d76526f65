// What the fuzzer has found worth keeping (core/testdata/fuzz/map_operations), and sequences out of
// seeds, through the checked map and all memories.
#include "core/gomap/map_sequence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/gomap/conform.h"

namespace hmaplab::gomap {
namespace {

const std::filesystem::path kCorpus =
    std::filesystem::path{HMAPLAB_ROOT} / "core/testdata/fuzz/map_operations";

TEST(MapSequence, OfTheCorpusIsFine) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kCorpus)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
    const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
    EXPECT_EQ(check_sequence(data, bytes.size()), "") << entry.path();
    ++files;
  }
  EXPECT_GT(files, 20);
}

TEST(MapSequence, OfRandomBytesIsFine) {
  for (uint64_t seed = 0; seed < 128; ++seed) {
    base::RandomStream random{seed};
    std::vector<uint8_t> bytes(3 + 2 * random.below(300));
    for (uint8_t& byte : bytes) byte = static_cast<uint8_t>(random.next());
    bytes[0] = static_cast<uint8_t>(seed);
    bytes[1] = static_cast<uint8_t>(seed / 16 + 4 * random.below(64));
    ASSERT_EQ(check_sequence(bytes.data(), bytes.size()), "") << "seed " << seed;
  }
}

// What a failing sequence prints is a vector file, and it is one that notices.
TEST(MapSequence, WritesVectorsThatNotice) {
  const std::vector<uint8_t> bytes = {0, 0, 1, 0, 1, 0, 2, 130, 1, 180, 2, 200, 0, 239, 0};
  const std::string vectors = run_sequence(bytes.data(), bytes.size()).vectors;
  EXPECT_EQ(std::count(vectors.begin(), vectors.end(), '\n'), 8);
  EXPECT_TRUE(conform("x", vectors, ConformMemory::Stepped).ok());
  for (const char* digits : {"\"d\":\"", "\"H\":["}) {
    std::string changed = vectors;
    const size_t at = changed.rfind(digits) + 5;
    changed[at] = changed[at] == '1' ? '2' : '1';
    EXPECT_FALSE(conform("x", changed, ConformMemory::Stepped).ok()) << digits;
  }
}

// No bytes make the reader of vector files fail otherwise than with a report.
TEST(MapSequence, DamagedVectorsAreRefused) {
  base::RandomStream random{7};
  std::vector<uint8_t> bytes(200);
  for (uint8_t& byte : bytes) byte = static_cast<uint8_t>(random.next());
  for (uint8_t type = 0; type < 5; ++type) {
    bytes[0] = type;
    const std::string vectors = run_sequence(bytes.data(), bytes.size()).vectors;
    for (int i = 0; i < 60; ++i) {
      std::string damaged = vectors;
      for (uint64_t n = 1 + random.below(3); n > 0; --n) {
        const size_t at = random.below(damaged.size());
        const char put = "0123456789[]{}\",:-nsx\n"[random.below(22)];
        switch (random.below(3)) {
          case 0:
            damaged[at] = put;
            break;
          case 1:
            damaged.erase(at, 1 + random.below(8));
            break;
          default:
            damaged.insert(at, 1, put);
        }
      }
      for (const auto memory : {ConformMemory::Direct, ConformMemory::Stepped}) {
        const ConformReport report = conform("x", damaged, memory);
        if (report.ok()) continue;
        EXPECT_EQ(report.difference.substr(0, 2), "x:");
      }
    }
  }
}

}  // namespace
}  // namespace hmaplab::gomap
