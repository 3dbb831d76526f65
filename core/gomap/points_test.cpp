// The points of every operation in typical situations, in order, as one committed list
// (core/testdata/points.txt): what stepping stops at. The order is that of the loads and stores in
// go1.23.5's runtime/map.go, map_fast32.go, map_fast64.go and map_faststr.go (SEMANTICS section
// 16). A point that comes several times in a row stands once, with how often.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "core/gomap/test_map.h"

namespace hmaplab::gomap {
namespace {

const char* const kList = HMAPLAB_ROOT "/core/testdata/points.txt";
const char* const kHeading =
    "# What every operation stops at, in typical situations: its points in order; (…)*n: n in a "
    "row.\n"
    "# Made and checked by core/gomap/points_test.cpp; HMAPLAB_UPDATE=1 writes it anew.\n";
constexpr const char* kTypes[] = {"map[int64]int64", "map[string]int64", "map[[2]int64]int64",
                                  "map[interface {}]int64", "map[main.bigK]main.bigV"};

// How often the `period` points from `at` on come in a row.
size_t repeats(const std::vector<std::string>& points, size_t at, size_t period) {
  size_t times = 1;
  while (at + (times + 1) * period <= points.size() &&
         std::equal(points.begin() + static_cast<long>(at),
                    points.begin() + static_cast<long>(at + period),
                    points.begin() + static_cast<long>(at + times * period))) {
    ++times;
  }
  return times;
}

std::string written(const std::vector<std::string>& points) {
  constexpr size_t kLongestPeriod = 40;
  std::string text;
  for (size_t at = 0; at < points.size();) {
    size_t best = 1;
    for (size_t period = 1; period <= kLongestPeriod; ++period) {
      const bool covers_more =
          (repeats(points, at, period) - 1) * period > (repeats(points, at, best) - 1) * best;
      if (covers_more) best = period;
    }
    const size_t times = repeats(points, at, best);
    if (times == 1) best = 1;
    std::string group;
    for (size_t i = at; i < at + best; ++i) group += (i == at ? "" : " ") + points[i];
    text += times == 1  ? " " + group
            : best == 1 ? fmt::format(" {}*{}", group, times)
                        : fmt::format(" ({})*{}", group, times);
    at += best * times;
  }
  return text;
}

class PointList {
 public:
  explicit PointList(std::string_view go_type) : go_type_(go_type) {}

  // A map of so many entries, in one chain if they collide.
  void make(int64_t hint, int entries, Spread spread = Spread::Good) {
    map_ = std::make_unique<TestMap<Stepped>>(go_type_, spread, 3);
    map_->make(hint);
    for (int i = 0; i < entries; ++i) map_->set(key(i), elem());
  }
  std::string key(int i) const { return key_token(go_type_, static_cast<uint64_t>(i)); }
  std::string elem() const { return numbered_token(*parse_map_type(go_type_).value().elem, 1); }
  Machine<Stepped>& machine() { return map_->machine(); }
  TestMap<Stepped>& map() { return *map_; }

  void list(const char* situation, Call<memory::Address> call) {
    std::vector<std::string> points;
    while (machine().advance(call) == Progress::AtPoint) {
      points.emplace_back(memory::name(call.point()));
    }
    text_ += fmt::format("{}, {}:\n   {}\n", go_type_, situation, written(points));
    if (std::holds_alternative<Assign<memory::Address>>(call.operation)) machine().store_elem(call);
  }
  const std::string& text() const { return text_; }

 private:
  std::string go_type_;
  std::unique_ptr<TestMap<Stepped>> map_;
  std::string text_;
};

void list_assignments(PointList& list) {
  list.make(0, 0);
  list.list("first assignment", list.machine().set(list.key(1), list.elem()));
  list.list("assignment, the key is there", list.machine().set(list.key(1), list.elem()));
  list.list("assignment of a second key", list.machine().set(list.key(2), list.elem()));
  list.make(0, 8);
  list.list("assignment that begins to grow", list.machine().set(list.key(8), list.elem()));
  list.make(100, 8, Spread::Poor);
  list.list("assignment behind eight keys of one chain or two",
            list.machine().set(list.key(8), list.elem()));
  list.make(26, 27);
  list.list("assignment while growing", list.machine().set(list.key(99), list.elem()));
}

void list_lookups(PointList& list) {
  list.make(0, 0);
  list.list("lookup in an empty map", list.machine().get(list.key(1)));
  list.make(0, 3);
  list.list("lookup in one bucket", list.machine().get(list.key(1)));
  list.list("lookup in one bucket, not there", list.machine().get(list.key(9)));
  list.make(26, 20);
  list.list("lookup in four buckets", list.machine().get(list.key(1)));
  list.make(26, 27);
  list.list("lookup while growing", list.machine().get(list.key(5)));
}

void list_deletions(PointList& list) {
  list.make(0, 0);
  list.list("deletion from an empty map", list.machine().remove(list.key(1)));
  list.make(0, 3);
  list.list("deletion from the middle", list.machine().remove(list.key(1)));
  list.list("deletion at the end", list.machine().remove(list.key(2)));
  list.list("deletion of the last entry", list.machine().remove(list.key(0)));
}

void list_loops_and_copies(PointList& list) {
  list.make(0, 2);
  const auto iterator = list.machine().new_iterator();
  list.list("beginning of a loop", list.machine().iterate(iterator));
  list.list("next in a loop", list.machine().next(iterator));
  list.list("end of a loop", list.machine().next(iterator));
  list.list("clone of one bucket", list.machine().clone());
  list.list("clear", list.machine().clear());
  list.make(13, 10);
  list.list("clone of two buckets", list.machine().clone());
  list.list("make with hint 100", list.machine().make(MakeVia::Hint, 100));
}

TEST(Points, AreThoseOfTheList) {
  std::string text = kHeading;
  for (const char* go_type : kTypes) {
    PointList list{go_type};
    list_assignments(list);
    list_lookups(list);
    list_deletions(list);
    list_loops_and_copies(list);
    text += "\n" + list.text();
  }
  if (std::getenv("HMAPLAB_UPDATE") != nullptr) std::ofstream(kList) << text;
  std::ifstream file(kList);
  std::ostringstream committed;
  committed << file.rdbuf();
  EXPECT_EQ(committed.str(), text);
}

}  // namespace
}  // namespace hmaplab::gomap
