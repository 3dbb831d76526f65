// The picture of a map from near and far, and what the steps left on it.
#include <gtest/gtest.h>

#include "app/pictures/bytes_picture.h"
#include "app/pictures/legible_testing.h"
#include "app/pictures/made_up_testing.h"
#include "app/pictures/map_parts.h"
#include "app/pictures/map_picture.h"

namespace hmaplab::pictures {
namespace {

const look::EvenMeasure kMeasure;

Picture picture_of(const MadeUp& made, const Moment& moment, MapZoom zoom, float width = 520,
                   float height = 450) {
  return map_picture(made.run, moment, 0, {0, 0, width, height}, kMeasure, zoom);
}

bool says(const Picture& picture, const std::string& text) {
  return texts_of(picture).find(text) != std::string::npos;
}

void add_density(Moment& moment, size_t cells) {
  moment.density = trace::DensityView{.map = moment.maps[0].address, .each = 64, .old_each = 64};
  for (size_t i = 0; i < cells; ++i) {
    const auto part = static_cast<uint32_t>(i);
    moment.density->buckets.push_back({.looked = 64, .used = part % 512, .overflow = part % 7});
    if (i < cells / 2)
      moment.density->oldbuckets.push_back({.looked = 64, .evacuated = i < 9 ? 64U : 0U});
  }
}

trace::BytesView made_up_bytes() {
  trace::BytesView view{.at = memory::Address{0xc00010a000}, .name = "squares.buckets[0]"};
  view.bytes.resize(28, 7);
  view.fields = {{.offset = 0, .size = 8, .part = 1, .name = "tophash", .value = ""},
                 {.offset = 8, .size = 16, .part = 16, .name = "key[0]", .value = "\"a\""},
                 {.offset = 24, .size = 4, .part = 4, .name = "padding", .value = ""}};
  return view;
}

TEST(MapZooms, AreLegible) {
  MadeUp made = made_up_growing();
  for (Moment& moment : made.moments) {
    add_density(moment, 1024);
    moment.bytes = {made_up_bytes(), made_up_bytes()};
    for (const float width : {246.0F, 300.0F, 520.0F, 1260.0F}) {
      for (const MapZoom zoom : {MapZoom::Heat, MapZoom::Cards, MapZoom::Bytes})
        expect_legible(picture_of(made, moment, zoom, width),
                       std::string(name(zoom)) + " " + std::to_string(width));
    }
  }
}

TEST(MapZooms, FromFarACellLeadsToItsBuckets) {
  MadeUp made = made_up_growing();
  Moment& moment = made.moments.back();
  add_density(moment, 1024);
  const Picture picture = picture_of(made, moment, MapZoom::Heat);
  std::vector<uint64_t> leads;
  for (const Item& item : picture.items) {
    const auto* hit = std::get_if<Hit>(&item);
    if (hit != nullptr && hit->command.kind == Command::Kind::ShowBuckets)
      leads.push_back(hit->command.number);
  }
  ASSERT_EQ(leads.size(), 1024U + 512);
  EXPECT_EQ(leads.back(), 1023U * 64);
  EXPECT_TRUE(says(picture, "64 buckets a cell"));
}

TEST(MapZooms, EveryByteIsThereAndCanBeSelected) {
  MadeUp made = made_up_growing();
  Moment& moment = made.moments.back();
  moment.bytes = {made_up_bytes()};
  const Picture picture = picture_of(made, moment, MapZoom::Bytes);
  uint64_t selectable = 0;
  for (const Item& item : picture.items) {
    const auto* hit = std::get_if<Hit>(&item);
    if (hit == nullptr || hit->command.tool != Tool::Select) continue;
    const uint64_t at = memory::bits(hit->command.address);
    if (at >= 0xc00010a000 && at < 0xc00010a000 + 28) selectable += hit->command.number;
  }
  EXPECT_EQ(selectable, 28U + 16);  // the key stands in two rows
  for (const char* text : {"0xc00010a008", "key[0] \"a\"", "28 bytes", "padding"})
    EXPECT_TRUE(says(picture, text)) << text;
}

TEST(MapMarks, SayWhoTouchedASlotLast) {
  MadeUp made = made_up_growing();
  Moment& moment = made.moments.back();
  const auto& slot = moment.maps[0].buckets[3].buckets[0].slots[1];
  const schedule::Actor writer = made.run.lanes[1].person.actor;
  moment.trail.marks = {
      {.address = slot.tophash_at, .actor = writer, .step = 4, .stored = false},
      {.address = slot.key_at, .actor = writer, .step = 7, .stored = true},
      {.address = slot.elem_at, .actor = made.run.lanes[2].person.actor, .step = 5}};
  const Picture picture = picture_of(made, moment, MapZoom::Cards);
  std::vector<std::string> tooltips;
  for (const Item& item : picture.items) {
    const auto* hit = std::get_if<Hit>(&item);
    if (hit != nullptr && hit->tooltip.find("here last") != std::string::npos)
      tooltips.push_back(hit->tooltip);
  }
  EXPECT_EQ(tooltips, std::vector<std::string>{"g2 wrote here last, at step 8"});
}

TEST(KeySplit, TakesTheHashApart) {
  MadeUp made = made_up_growing();
  Moment& moment = made.moments.back();
  moment.touched.reset();
  EXPECT_TRUE(says(picture_of(made, moment, MapZoom::Cards), "no key in hand"));
  moment.trail.keys = {{.map = moment.maps[0].address,
                        .actor = made.run.lanes[0].person.actor,
                        .key = "28",
                        .hash = 0xa9b8049bf8b86f6d}};
  const Picture growing = picture_of(made, moment, MapZoom::Cards, 700);
  EXPECT_TRUE(says(growing, "tophash a9"));
  EXPECT_TRUE(says(growing, "bucket 5, Y of old 1"));
  EXPECT_TRUE(says(growing, "\n1\n01\n"));  // the bit that decides, and the others
  moment.maps[0].growing = false;
  moment.trail.keys[0].hash = 0x01b8049bf8b86f6d;  // the marks of empty slots are below 5
  const Picture grown = picture_of(made, moment, MapZoom::Cards, 700);
  EXPECT_TRUE(says(grown, "tophash 06 = 01 + 5"));
  EXPECT_TRUE(says(grown, "\n101\n"));
}

TEST(MapGhost, TheOldArrayLeavesItsOutlines) {
  MadeUp made = made_up_growing();
  Moment& moment = made.moments.back();
  moment.maps[0].growing = false;
  moment.maps[0].oldbuckets.clear();
  for (trace::ChainView& chain : moment.maps[0].buckets) chain.buckets.resize(1);
  EXPECT_TRUE(says(picture_of(made, moment, MapZoom::Cards), "The map is not growing."));
  moment.trail.ghosts = {{.map = moment.maps[0].address,
                          .array = memory::Address{0xc0000f0000},
                          .buckets = 4,
                          .step = 10}};
  const Picture picture = picture_of(made, moment, MapZoom::Cards);
  for (const char* text : {"old 0", "old 3", "let go at step 11"})
    EXPECT_TRUE(says(picture, text)) << text;
  EXPECT_FALSE(says(picture, "old 4"));
}

TEST(MapIterators, SayWhereTheyBeganAndAre) {
  const MadeUp made = made_up_growing();
  const Picture picture = picture_of(made, made.moments[2], MapZoom::Cards);
  EXPECT_TRUE(says(picture, "g1 iterates: began at bucket 1, offset 3; gave slot 3 last;"));
}

TEST(MapSpares, AreCounted) {
  MadeUp made = made_up_growing();
  Moment& moment = made.moments.back();
  moment.maps[0].spare_total = 2;
  moment.maps[0].spare_overflow = 1;
  EXPECT_TRUE(
      says(picture_of(made, moment, MapZoom::Cards), "spare overflow buckets: 1 of 2 left"));
}

TEST(MapLinks, ManyBecomeTexts) {
  MadeUp made = made_up_growing();
  Moment& moment = made.moments.back();
  trace::ChainView& chain = moment.maps[0].buckets[1];
  EXPECT_FALSE(says(picture_of(made, moment, MapZoom::Cards), "→ 1.ovf1"));
  while (chain.buckets.size() < 14) chain.buckets.push_back(chain.buckets.back());
  const Picture picture = picture_of(made, moment, MapZoom::Cards);
  EXPECT_TRUE(says(picture, "→ 1.ovf1"));
  EXPECT_TRUE(says(picture, "→ 1.ovf13"));
}

TEST(SeveralMaps, StandOneBelowTheOther) {
  MadeUp made = made_up_growing();
  Moment& moment = made.moments.back();
  moment.maps.push_back(moment.maps[0]);
  moment.maps[1].names = {"cubes"};
  moment.maps[1].address = memory::Address{0xc000013000};
  for (const float width : {300.0F, 520.0F, 900.0F}) {
    const Picture picture = map_picture(made.run, moment, kAllMaps, {0, 0, width, 600}, kMeasure);
    expect_legible(picture, "all maps");
    EXPECT_TRUE(says(picture, "\nsquares  map[int]int\n")) << texts_of(picture);
    EXPECT_TRUE(says(picture, "\ncubes  map[int]int\n"));
  }
}

}  // namespace
}  // namespace hmaplab::pictures
