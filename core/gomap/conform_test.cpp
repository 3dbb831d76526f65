// Every vector file, in every memory; and the same vectors on engines with one rule broken, which
// they must notice.
#include "core/gomap/conform.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <tuple>
#include <vector>

#include "core/gomap/map_type.h"

namespace hmaplab::gomap {
namespace {

const std::filesystem::path kVectors =
    std::filesystem::path{HMAPLAB_ROOT} / "core/testdata/vectors";

std::string read_compressed(const std::filesystem::path& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return "";
  std::string text;
  std::array<char, 1 << 16> chunk;
  for (int size; (size = gzread(file, chunk.data(), chunk.size())) > 0;) {
    text.append(chunk.data(), static_cast<size_t>(size));
  }
  gzclose(file);
  return text;
}

std::vector<std::string> vector_files() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kVectors)) {
    std::string name = entry.path().filename().string();
    if (entry.path().extension() == ".gz") names.push_back(name.substr(0, name.find('.')));
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string vectors(const std::string& name) {
  return read_compressed(kVectors / (name + ".jsonl.gz"));
}

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

struct BrokenRule {
  const char* what;
  const char* file;
  BreakRule break_rule;
};

TEST(BrokenRules, AreNoticedByTheVectors) {
  const std::vector<BrokenRule> rules = {
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
  for (const BrokenRule& rule : rules) {
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
  EXPECT_NE(report.difference.find("broken:5: H.count: expected 4, got 3"), std::string::npos)
      << report.difference;
  EXPECT_NE(report.difference.find("b0 2f0d07"), std::string::npos) << report.difference;
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
