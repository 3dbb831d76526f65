// Every vector file, in every memory; and the same vectors on engines with one rule broken, which
// they must notice.
#include "core/gomap/conform.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "core/gomap/map_type.h"
#include "core/gomap/vectors_testing.h"

namespace hmaplab::gomap {
namespace {

class Vectors : public testing::TestWithParam<std::tuple<std::string, ConformMemory>> {};

TEST_P(Vectors, AgreeWithGo) {
  const auto& [name, memory] = GetParam();
  const std::string text = vectors(name);
  ASSERT_FALSE(text.empty());
  const ConformReport report = conform(name, text, memory);
  EXPECT_TRUE(report.ok()) << report.difference;
  EXPECT_EQ(report.checked + report.skipped,
            static_cast<uint64_t>(std::count(text.begin(), text.end(), '\n')));
  const bool can_follow = name != "sched" || memory == ConformMemory::Stepped;
  EXPECT_EQ(report.skipped, can_follow ? 0u : 173u);
}

std::string test_name(const testing::TestParamInfo<Vectors::ParamType>& info) {
  std::string name = std::get<0>(info.param);
  std::replace(name.begin(), name.end(), '-', '_');
  switch (std::get<1>(info.param)) {
    case ConformMemory::Direct:
      return name + "_direct";
    case ConformMemory::Uninterrupted:
      return name + "_uninterrupted";
    case ConformMemory::Stepped:
      return name + "_stepped";
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, Vectors,
                         testing::Combine(testing::ValuesIn(vector_files()),
                                          testing::Values(ConformMemory::Direct,
                                                          ConformMemory::Uninterrupted,
                                                          ConformMemory::Stepped)),
                         test_name);

struct BrokenType {
  const char* what;
  const char* file;
  BreakRule break_rule;
};

TEST(BrokenTypes, AreNoticedByTheVectors) {
  const std::vector<BrokenType> rules = {
      {"load factor 6.0", "seq200-i64", [](MapType& type) { type.load_factor_numerator = 12; }},
      {"NaN keys taken for equal to themselves", "nan",
       [](MapType& type) { type.reflexive_key = true; }},
      {"the key not written again", "zerosign",
       [](MapType& type) { type.need_key_update = false; }},
      {"old buckets cleared, or not, by the wrong rule", "seq200-str",
       [](MapType& type) { type.bucket_has_pointers = !type.bucket_has_pointers; }},
      {"integers by the generic code", "tiny",
       [](MapType& type) { type.family = Family::Generic; }},
      {"no check of unhashable keys", "iface",
       [](MapType& type) { type.hash_might_panic = false; }},
  };
  for (const BrokenType& rule : rules) {
    for (const auto memory : {ConformMemory::Direct, ConformMemory::Stepped}) {
      const ConformReport report = conform(rule.file, vectors(rule.file), memory, rule.break_rule);
      EXPECT_FALSE(report.ok()) << rule.what;
    }
  }
}

// The account of a difference names file, line, operation, field, both values and the state.
TEST(Conform, SaysWhatDiffers) {
  std::string text = vectors("seq200-i64");
  const size_t at = text.find("\"H\":[3,");
  ASSERT_NE(at, std::string::npos);
  text[at + 5] = '4';
  const ConformReport report = conform("broken", text, ConformMemory::Stepped);
  for (const char* part :
       {"broken:5: the engine differs from Go\n", "operation  4: set  k 2  v 2\n",
        "field      H.count\n  expected   4\n  got        3\n", "line       {\"n\":4,",
        "the state that the file says:\n  ! count 4  flags 0",
        "the state of the engine:\n  ! count 3  flags 0", "    bucket 0  2f0d07"}) {
    EXPECT_NE(report.difference.find(part), std::string::npos) << part << report.difference;
  }
}

TEST(Conform, RefusesWhatItDoesNotKnow) {
  const std::string header = vectors("seq200-i64").substr(0, vectors("seq200-i64").find('\n') + 1);
  for (const std::string line :
       {R"({"op":"note","text":"","colour":1})", R"({"n":1,"op":"frobnicate","H":[],"d":""})",
        R"({"what":1})", R"({"op":"set"})", "[1", "nonsense", R"({"fmt":"gomap-vec/2"})"}) {
    EXPECT_FALSE(conform("x", header + line + "\n", ConformMemory::Direct).ok()) << line;
  }
}

}  // namespace
}  // namespace hmaplab::gomap
