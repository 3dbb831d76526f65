#include <gtest/gtest.h>

#include "app/pictures/legible_testing.h"
#include "app/pictures/stores_picture.h"

namespace hmaplab::pictures {
namespace {

const look::EvenMeasure kMeasure;

Moment two_buffers() {
  const schedule::Actor second = *schedule::actor_named("g2");
  Moment moment;
  moment.stores = {
      {.owner = schedule::kMain, .lane = schedule::drain_of(schedule::kMain), .stores = {}},
      {.owner = second,
       .lane = schedule::drain_of(second),
       .stores = {{.place = "x", .value = "1", .memory = "0", .line = 8, .choice = 0},
                  {.place = "x", .value = "2", .memory = "0", .line = 9, .choice = {}},
                  {.place = "a_package_variable_with_a_long_name.and_a_field",
                   .value = "\"a value that is long, too\"",
                   .memory = "\"\"",
                   .line = 10,
                   .choice = 1}}}};
  return moment;
}

TEST(StoresPicture, IsLegibleAtEveryWidth) {
  pictures::Run run;
  for (const memory::MemoryOrder order :
       {memory::MemoryOrder::Sc, memory::MemoryOrder::Tso, memory::MemoryOrder::Pso}) {
    run.memory = order;
    for (const float width : {226.0F, 300.0F, 330.0F, 498.0F, 900.0F})
      expect_legible(stores_picture(run, two_buffers(), width, kMeasure),
                     "stores at " + std::to_string(width));
  }
}

TEST(StoresPicture, AStoreThatCanGoIsLetOut) {
  const Picture picture = stores_picture({}, two_buffers(), 498, kMeasure);
  std::vector<uint64_t> choices;
  for (const Item& item : picture.items) {
    const auto* hit = std::get_if<Hit>(&item);
    if (hit == nullptr || hit->command.kind != Command::Kind::Choose) continue;
    EXPECT_EQ(schedule::name(hit->command.actor), "g2~");
    choices.push_back(hit->command.number);
  }
  EXPECT_EQ(choices, (std::vector<uint64_t>{1, 2}));
  EXPECT_NE(texts_of(picture).find("others see 0"), std::string::npos);
}

}  // namespace
}  // namespace hmaplab::pictures
