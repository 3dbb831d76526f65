// The closest and the farthest look at a map: bytes with their fields, and cells of many buckets.
#include "core/trace/map_bytes.h"

#include <gtest/gtest.h>

#include "core/trace/map_density.h"
#include "core/trace/map_view.h"
#include "core/vm/run_testing.h"

namespace hmaplab::trace {
namespace {

struct Ended {
  std::unique_ptr<const bytecode::Program> program;
  std::unique_ptr<vm::World> world;
  memory::Address map{};
};

Ended run(const std::string& body) {
  Ended ended;
  ended.program = vm::compile("package main\n\nfunc main() {\n" + body + "\n}\n");
  ended.world = std::make_unique<vm::World>(*ended.program, vm::Options{});
  vm::run_stepped(*ended.world, schedule::Policy(schedule::PolicyKind::RunToBlock));
  const auto maps = maps_of(*ended.world);
  if (!maps.empty()) ended.map = maps.front();
  return ended;
}

const ByteField* field(const BytesView& view, const std::string& name) {
  for (const ByteField& known : view.fields) {
    if (known.name == name) return &known;
  }
  return nullptr;
}

// Every byte belongs to one field.
void expect_no_gaps(const BytesView& view) {
  uint32_t end = 0;
  for (const ByteField& known : view.fields) {
    EXPECT_EQ(known.offset, end) << known.name;
    end = known.offset + known.size;
  }
  EXPECT_EQ(end, view.bytes.size());
}

TEST(MapBytes, TheHeaderHasItsNineFields) {
  const Ended ended = run("m := map[string]int{}\nm[\"a\"] = 7\nprintln(len(m))");
  const BytesView header = view_header_bytes(*ended.world, ended.map);
  ASSERT_EQ(header.bytes.size(), 48U);
  EXPECT_EQ(header.fields.size(), 9U);
  expect_no_gaps(header);
  EXPECT_EQ(field(header, "count")->value, "1");
  EXPECT_EQ(header.bytes[0], 1);
  EXPECT_EQ(field(header, "oldbuckets")->value, "nil");
  EXPECT_EQ(header.name, "m");
}

TEST(MapBytes, ABucketHasTophashKeysElemsAndItsOverflowPointer) {
  const Ended ended = run("m := map[string]uint16{}\nm[\"a\"] = 0x1234\nprintln(len(m))");
  const MapView map = view_map(*ended.world, ended.map);
  const BytesView bucket = view_bucket_bytes(*ended.world, ended.map, map.buckets_at);
  ASSERT_EQ(bucket.bytes.size(), 8U + 8 * 16 + 8 * 2 + 8);
  expect_no_gaps(bucket);
  EXPECT_EQ(bucket.name, "m.buckets[0]");
  EXPECT_EQ(bucket.bytes[0], map.buckets[0].buckets[0].slots[0].tophash);
  EXPECT_EQ(field(bucket, "key[0]")->value, "\"a\"");
  const ByteField& elem = *field(bucket, "elem[0]");
  EXPECT_EQ(elem.value, "4660");
  EXPECT_EQ(bucket.bytes[elem.offset], 0x34);
  EXPECT_EQ(bucket.bytes[elem.offset + 1], 0x12);
  EXPECT_EQ(field(bucket, "key[1]")->value, "");  // nobody wrote it
  EXPECT_EQ(bucket.overflow, memory::Address::Nil);
  EXPECT_TRUE(view_bucket_bytes(*ended.world, ended.map, memory::Address{64}).bytes.empty());
}

TEST(MapDensity, CountsWhatTheMapHolds) {
  const Ended ended =
      run("m := map[int]int{}\nfor i := 0; i < 7000; i++ {\nm[i] = i\n}\nprintln(len(m))");
  const MapView map = view_map(*ended.world, ended.map);
  const DensityView density = view_density(*ended.world, ended.map);
  ASSERT_EQ(map.bucket_count, 2048U);
  EXPECT_EQ(density.each, 2U);
  EXPECT_EQ(density.buckets.size(), DensityView::kMostCells);
  EXPECT_FALSE(density.sampled);
  uint64_t used = 0;
  uint64_t overflow = 0;
  for (const DensityCell& cell : density.buckets) {
    used += cell.used;
    overflow += cell.overflow;
  }
  for (const DensityCell& cell : density.oldbuckets) used += cell.used;
  EXPECT_EQ(used, 7000U);
  if (!map.growing) {
    EXPECT_EQ(overflow, map.noverflow);
  }
}

TEST(MapDensity, OfAMapWithoutBucketsThereIsNothing) {
  const Ended ended = run("m := map[int]int{}\nprintln(len(m))\nm = nil");
  for (const memory::Address map : maps_of(*ended.world))
    EXPECT_TRUE(view_density(*ended.world, map).oldbuckets.empty());
}

}  // namespace
}  // namespace hmaplab::trace
