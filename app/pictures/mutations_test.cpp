// Pictures follow the engine: after a small change of a lesson's program they are different where
// the run is, and nowhere else.
#include <gtest/gtest.h>

#include "app/pictures/pictured_testing.h"

namespace hmaplab::pictures {
namespace {

std::string lesson(const char* name) {
  return vm::read_file(std::filesystem::path(HMAPLAB_ROOT) / "lessons" / name / "main.go");
}

struct Mutation {
  const char* what;
  const char* from;
  const char* to;
  std::set<std::string> changes;  // parts of the window at the end, besides the source
};

// With every such text replaced.
std::string mutated(const std::string& source, const Mutation& mutation) {
  const std::string from = mutation.from;
  const std::string to = mutation.to;
  std::string text = source;
  size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << mutation.what;
  for (; at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

void expect_changes(const std::string& source, const std::vector<Mutation>& mutations) {
  const Pictured before = pictured(source);
  EXPECT_EQ(changed(before, pictured(source)), std::set<std::string>{}) << "nothing was changed";
  for (const Mutation& mutation : mutations) {
    std::set<std::string> expected = mutation.changes;
    expected.insert("source");
    EXPECT_EQ(changed(before, pictured(mutated(source, mutation))), expected) << mutation.what;
  }
}

TEST(Mutations, OfTwoWriters) {
  expect_changes(
      lesson("01_two_writers"),
      {{"a comment", "wg.Wait()", "wg.Wait() // for both", {}},
       {"another name of the map", "stock", "store", {"name"}},
       {"smaller values", "map[string]int{", "map[string]int8{", {"name"}},
       {"another key", "\"plums\"", "\"limes\"", {"buckets"}},
       {"another value", "= 7", "= 8", {"buckets"}},
       {"another output", "kinds of fruit:", "kinds:", {"output"}},
       {"one key for both", "\"figs\"", "\"plums\"", {"buckets", "header", "output", "timeline"}},
       // Who reads touches the slots last.
       {"one more read", "wg.Wait()", "wg.Wait()\n\t_ = stock[\"pears\"]", {"buckets", "timeline"}},
       {"a delete of nothing",
        "wg.Wait()",
        "wg.Wait()\n\tdelete(stock, \"limes\")",
        {"buckets", "timeline"}},
       {"a delete",
        "wg.Wait()",
        "wg.Wait()\n\tdelete(stock, \"figs\")",
        {"buckets", "header", "output", "timeline"}},
       {"a clear",
        "wg.Wait()",
        "wg.Wait()\n\tclear(stock)",
        {"buckets", "header", "output", "timeline"}},
       {"one more goroutine",
        "wg.Wait()",
        "go func() {}()\n\twg.Wait()",
        {"goroutines", "timeline"}},
       {"a lock",
        "stock[\"plums\"] = 7",
        "var mu sync.Mutex\n\t\tmu.Lock()\n\t\tstock[\"plums\"] = 7",
        {"goroutines", "locks", "timeline"}},
       {"nobody waits",
        "\twg.Wait()\n",
        "",
        {"buckets", "goroutines", "header", "locks", "output", "timeline"}},
       {"one Add too many",
        "wg.Add(2)",
        "wg.Add(3)",
        {"end", "goroutines", "locks", "output", "timeline"}},
       {"a nil map",
        "stock := map[string]int{\"apples\": 3, \"pears\": 5}",
        "var stock map[string]int",
        {"buckets", "end", "goroutines", "header", "locks", "name", "output", "timeline"}}});
}

TEST(Mutations, OfGrowing) {
  const char* const kLast = "\tsquares[26] = 676\n\tsquares[27] = 729\n\tsquares[28] = 784\n";
  expect_changes(
      lesson("02_growing"),
      {{"a hint of one less", "int, 26)", "int, 25)", {}},
       {"a hint of one more", "int, 26)", "int, 27)", {"timeline"}},
       {"no hint", "int, 26)", "int)", {"timeline"}},
       {"a hint for many", "int, 26)", "int, 100)", {"buckets", "header", "timeline"}},
       {"nothing that grows", kLast, "", {"buckets", "header", "output", "timeline"}},
       {"one entry less", "\tsquares[28] = 784\n", "", {"buckets", "header", "output", "timeline"}},
       {"another value", "784", "785", {"buckets", "output"}},
       {"a range loop",
        "\tfmt.Println(",
        "\tfor range squares {\n\t}\n\tfmt.Println(",
        {"header", "timeline"}}});
}

}  // namespace
}  // namespace hmaplab::pictures
