// Every vector file, in the memory of a World. The long ones, and those without stops in between,
// only where HMAPLAB_LONG is set (./test --long).
#include "core/vm/conform_world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "core/bytecode/compiler.h"
#include "core/gomap/map_sequence.h"
#include "core/gomap/vectors_testing.h"
#include "core/vm/map_types.h"

namespace hmaplab::vm {
namespace {

class WorldVectors : public testing::TestWithParam<std::tuple<std::string, WorldSteps>> {};

TEST_P(WorldVectors, AgreeWithGo) {
  const auto& [name, steps] = GetParam();
  const std::string text = gomap::vectors(name);
  ASSERT_FALSE(text.empty());
  const gomap::ConformReport report = conform_in_world(name, text, steps);
  EXPECT_TRUE(report.ok()) << report.difference;
  const auto lines = static_cast<uint64_t>(std::count(text.begin(), text.end(), '\n'));
  const bool can_follow = name != "sched" || steps == WorldSteps::Stepped;
  EXPECT_EQ(report.checked, can_follow ? lines : 0u);
  EXPECT_EQ(report.checked + report.skipped, lines);
}

std::string test_name(const testing::TestParamInfo<WorldVectors::ParamType>& info) {
  std::string name = std::get<0>(info.param);
  std::replace(name.begin(), name.end(), '-', '_');
  return name + (std::get<1>(info.param) == WorldSteps::Stepped ? "_stepped" : "_uninterrupted");
}

std::vector<WorldVectors::ParamType> chosen() {
  const std::set<std::string> slow = {"big16", "large-synth", "seq1200-sparse-str",
                                      "seq3000-sparse-i64"};
  const std::set<std::string> both = {"clear",    "clone",     "collide", "faults",
                                      "indirect", "iter-grow", "nan",     "seq200-misc"};
  const bool all = std::getenv("HMAPLAB_LONG") != nullptr;
  std::vector<WorldVectors::ParamType> list;
  for (const std::string& name : gomap::vector_files()) {
    if (all || !slow.contains(name)) list.emplace_back(name, WorldSteps::Stepped);
    if (all || both.contains(name)) list.emplace_back(name, WorldSteps::Uninterrupted);
  }
  return list;
}

INSTANTIATE_TEST_SUITE_P(All, WorldVectors, testing::ValuesIn(chosen()), test_name);

// run --go 1.21: 6.0 entries a bucket instead of 6.5.
TEST(MapTypes, HaveTheLoadFactorOfTheirGo) {
  const bytecode::CompileResult result = bytecode::compile_source(
      "main.go", "package main\n\nvar m map[int]int\n\nfunc main() { m = nil }\n");
  ASSERT_TRUE(result.program);
  for (const auto& variable : result.program->package_variables()) {
    if (variable.variable->name != "m") continue;
    const uint32_t type = variable.variable->type->id();
    EXPECT_EQ(MapTypes(*result.program, 21).of(type).load_factor_numerator, 12);
    EXPECT_EQ(MapTypes(*result.program, 22).of(type).load_factor_numerator, 13);
    EXPECT_EQ(MapTypes(*result.program, 23).of(type).load_factor_numerator, 13);
    return;
  }
  FAIL() << "no variable m";
}

// What the fuzzer makes up (core/vm/map_fuzz.cpp) goes through Worlds too.
TEST(FuzzCorpus, AgreesInTheWorld) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path{HMAPLAB_ROOT} / "core/testdata/fuzz/map_operations")) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
    const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
    const std::string text = gomap::run_sequence(data, bytes.size()).vectors;
    for (const auto steps : {WorldSteps::Stepped, WorldSteps::Uninterrupted}) {
      EXPECT_EQ(conform_in_world("sequence", text, steps).difference, "") << entry.path();
    }
    ++files;
  }
  EXPECT_GT(files, 20);
}

}  // namespace
}  // namespace hmaplab::vm
