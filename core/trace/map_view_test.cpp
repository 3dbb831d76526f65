// What a map looks like at moments when its header and its arrays do not agree, and who holds it.
#include "core/trace/map_view.h"

#include <gtest/gtest.h>

#include <set>

#include "core/vm/run_testing.h"

namespace hmaplab::trace {
namespace {

// A program that is stepped to its end; `look` sees every World on the way.
template <class Look>
void walk(const std::string& source, Look&& look) {
  const auto program = vm::compile(source);
  vm::World world(*program, vm::Options{});
  for (int step = 0; step < 100'000 && !world.end(); ++step) {
    world.step(schedule::kMain);
    look(world);
  }
  EXPECT_TRUE(world.end());
}

std::string main_of(const std::string& body) {
  return "package main\n\nimport \"unsafe\"\n\nvar _ unsafe.Pointer\n\nfunc main() {\n" + body + "\n}\n";
}

TEST(MapView, NeverReadsBehindTheArrayWhileTheHeaderChanges) {
  bool was_between = false;
  walk(main_of("m := map[int]int{}\nfor i := range 60 {\nm[i] = i\n}\nprintln(len(m))"),
       [&](const vm::World& world) {
         for (const memory::Address address : maps_of(world)) {
           const MapView map = view_map(world, address);
           was_between = was_between || (map.array_length == 4 && map.bucket_count == 8);
           EXPECT_LE(map.buckets.size(), map.array_length);
           EXPECT_EQ(length_text(map).empty(), map.array_length == map.bucket_count);
           for (const ChainView& chain : map.buckets)
             for (const SlotView& slot : chain.buckets.front().slots)
               EXPECT_TRUE(!slot.used || slot.elem == slot.key || slot.elem == "0");
         }
       });
  EXPECT_TRUE(was_between);  // B is stored before buckets
}

TEST(MapView, ShowsTheArrayThatIsThereWhateverBSays) {
  bool was_overwritten = false;
  walk(main_of("m := map[int]int{1: 10}\nh := *(**struct {\ncount int\nflags, B uint8\n})(unsafe.Pointer(&m))\n"
               "h.B = 64\nprintln(len(m))\nh.B = 0"),
       [&](const vm::World& world) {
         for (const memory::Address address : maps_of(world)) {
           const MapView map = view_map(world, address);
           if (map.B != 64) continue;
           was_overwritten = true;
           ASSERT_EQ(map.buckets.size(), 1U);
           EXPECT_EQ(length_text(map), "B 64 means 1");
           EXPECT_EQ(map.buckets[0].buckets[0].slots[0].elem, "10");
         }
       });
  EXPECT_TRUE(was_overwritten);
}

TEST(MapView, ShowsTheArrayThatOnlyAnIteratorReads) {
  std::set<size_t> lengths;
  walk(main_of("m := map[int]int{}\nfor i := range 8 {\nm[i] = i\n}\nfor k := range m {\n"
               "if len(m) == 8 {\nfor i := 8; i < 14; i++ {\nm[i] = i\n}\n}\n_ = k\n}"),
       [&](const vm::World& world) {
         for (const memory::Address address : maps_of(world)) {
           const MapView map = view_map(world, address);
           lengths.insert(map.formerbuckets.size());
           if (map.formerbuckets.empty()) continue;
           EXPECT_NE(map.formerbuckets[0].buckets[0].address, map.buckets_at);
           EXPECT_NE(map.formerbuckets[0].buckets[0].address, map.oldbuckets_at);
           EXPECT_NE(map_text(map).find("former 0: evacuated"), std::string::npos);
         }
       });
  EXPECT_EQ(lengths, (std::set<size_t>{0, 1}));
}

std::set<std::string> names_in(const std::string& source) {
  std::set<std::string> names;
  walk(source, [&](const vm::World& world) {
    for (const memory::Address address : maps_of(world))
      names.insert(names_text(view_map(world, address)));
  });
  return names;
}

TEST(MapView, IsCalledByTheVariablesThatHoldItNow) {
  const auto names = names_in(
      "package main\n\ntype shop struct{ stock map[string]int }\n\nvar kept shop\n\n"
      "func fill(list map[string]int) {\nlist[\"a\"] = 1\n}\n\nfunc main() {\nm := map[string]int{}\n"
      "fill(m)\nkept.stock = m\nprintln(len(m))\nm = nil\nkept.stock[\"b\"] = 2\nkept.stock = nil\n}\n");
  EXPECT_TRUE(names.contains("m"));
  EXPECT_TRUE(names.contains("m, list") || names.contains("list, m"));
  EXPECT_TRUE(names.contains("kept.stock, m")) << ::testing::PrintToString(names);
  EXPECT_TRUE(names.contains("kept.stock"));
  EXPECT_TRUE(names.contains("(m)"));  // nobody holds it: what it was made for
}

TEST(MapView, MapsOfASliceAreCalledByTheirPlace) {
  const auto names = names_in(
      "package main\n\nvar shards []map[int]int\n\nfunc main() {\nfor i := range 2 {\n"
      "shards = append(shards, map[int]int{i: i})\n}\nprintln(len(shards))\n}\n");
  EXPECT_TRUE(names.contains("shards[0]") && names.contains("shards[1]"))
      << ::testing::PrintToString(names);
}

}  // namespace
}  // namespace hmaplab::trace
