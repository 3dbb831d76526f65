// The table of all pairs of operations is as the engine makes it, and the walk over states finds
// what a walk over all paths finds.
#include "core/gomap/two_operations.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

namespace hmaplab::gomap {
namespace {

const char* const kTable = HMAPLAB_ROOT "/core/testdata/two_operations.txt";
constexpr uint64_t kFewStates = 4000;  // the others are walked by ./test --long only
const char* const kHeading =
    "# Two operations on one small map, in all orders of their accesses: which ends come.\n"
    "# Made and checked by core/gomap/two_operations_test.cpp; what the words mean stands in\n"
    "# core/gomap/two_operations.h. In [ ]: how many states were walked.\n"
    "#   fatal, panic   the process dies; \"at exit\": the writer finds its flag cleared by the "
    "other\n"
    "#   fine           both return, and it is as if one had come after the other\n"
    "#   wrong          both return, nobody complains, and this is wrong\n\n";
constexpr Family kFamilies[] = {Family::Fast64, Family::FastString, Family::Generic};

std::string row(const Pair& pair, const PairEnds& found) {
  std::string text =
      fmt::format("{} [{}{}]\n", name(pair), found.states, found.complete ? "" : ", not complete");
  for (const std::string& end : found.ends) text += "    " + end + "\n";
  return text;
}

// The rows of the table by their pair.
std::map<std::string, std::string> committed() {
  std::map<std::string, std::string> rows;
  std::ifstream file(kTable);
  std::string pair;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] != ' ') pair = line.substr(0, line.find(" ["));
    rows[pair] += line + "\n";
  }
  return rows;
}
uint64_t states_of(const std::string& row) { return std::stoull(row.substr(row.find('[') + 1)); }

// HMAPLAB_UPDATE=1 writes the table anew, for a look at what has changed.
TEST(TwoOperations, EndAsTheTableSays) {
  const bool all = std::getenv("HMAPLAB_LONG") != nullptr;
  const bool updates = std::getenv("HMAPLAB_UPDATE") != nullptr;
  const auto rows = committed();
  std::ofstream table;
  if (updates) {
    table.open(kTable);
    table << kHeading;
  }
  size_t pairs = 0;
  for (const Family family : kFamilies) {
    for (const Pair& pair : all_pairs(family)) {
      ++pairs;
      if (updates) {
        table << row(pair, explore(pair)) << std::flush;
        continue;
      }
      const auto found = rows.find(name(pair));
      ASSERT_NE(found, rows.end()) << name(pair);
      if (!all && states_of(found->second) > kFewStates) continue;
      EXPECT_EQ(found->second, row(pair, explore(pair)));
    }
  }
  if (!updates) {
    EXPECT_EQ(rows.size(), pairs);
  }
}

// What lessons say, and what the schedules of the real Go (sched.jsonl) show.
TEST(TwoOperations, TwoWritersCanBothFinishWithTheCountOff) {
  const PairEnds ends = explore({.situation = Situation::Three});
  EXPECT_TRUE(ends.ends.contains("wrong: count is too small"));
  EXPECT_TRUE(ends.ends.contains("fatal: concurrent map writes"));
  EXPECT_TRUE(ends.ends.contains("fatal: concurrent map writes, at exit"));
  EXPECT_TRUE(ends.ends.contains("wrong: a key is lost, count is too big"));
  const PairEnds same = explore({.situation = Situation::Three, .keys = PairKeys::Same});
  EXPECT_TRUE(same.ends.contains("wrong: a key is there twice"));
  const PairEnds readers = explore({.situation = Situation::Growing,
                                    .first = PairOperation::Get,
                                    .second = PairOperation::Clone});
  EXPECT_EQ(readers.ends, std::set<std::string>{"fine"});
}

TEST(TwoOperations, AreAsAWalkOverEveryPathFindsThem) {
  int compared = 0;
  for (const Family family : kFamilies) {
    for (const Pair& pair : all_pairs(family)) {
      if (pair.situation > Situation::Three) continue;
      const PairEnds paths = explore_every_path(pair, 5'000);
      if (!paths.complete) continue;
      ++compared;
      EXPECT_EQ(explore(pair).ends, paths.ends) << name(pair);
    }
  }
  EXPECT_GT(compared, 10);
}

}  // namespace
}  // namespace hmaplab::gomap
