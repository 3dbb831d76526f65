// Entries that are seen to move, from made-up moments: where their ghosts are, and when.
#include "app/pictures/flight.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/pictures/made_up_testing.h"
#include "app/pictures/map_picture.h"

namespace hmaplab::pictures {
namespace {

class Flying : public ::testing::Test {
 protected:
  Flying() : made_(made_up_growing()), moment_(made_.moments[9]) {
    const trace::MapView& map = moment_.maps[0];
    const trace::SlotView& old = map.oldbuckets[1].buckets[0].slots[2];
    const trace::SlotView& now = map.buckets[5].buckets[0].slots[0];
    moment_.moves = {{.from = old.key_at, .to = now.key_at, .person = person()},
                     {.from = old.elem_at, .to = now.elem_at, .person = person()}};
  }

  Person person() const { return made_.run.lanes[1].person; }
  Picture picture() const {
    return map_picture(made_.run, moment_, 0, {0, 0, 900, 700}, measure_);
  }
  // The cell that begins at this address, as one can select it.
  Rect cell(memory::Address address) const {
    for (const Item& item : picture().items) {
      const auto* hit = std::get_if<Hit>(&item);
      if (hit != nullptr && hit->command.address == address) return hit->rect;
    }
    return {};
  }

  look::EvenMeasure measure_;
  MadeUp made_;
  Moment moment_;
};

TEST_F(Flying, GoesFromTheOldCellToTheNewOne) {
  const std::vector<Flight> flights = flights_of(picture(), moment_.moves);
  ASSERT_EQ(flights.size(), 2U);
  for (size_t i = 0; i < flights.size(); ++i) {
    EXPECT_EQ(flights[i].from, cell(moment_.moves[i].from));
    EXPECT_EQ(flights[i].to, cell(moment_.moves[i].to));
    EXPECT_NE(flights[i].from, flights[i].to);
    EXPECT_EQ(flights[i].color, person().color);
  }
  EXPECT_EQ(flights[0].text, moment_.maps[0].buckets[5].buckets[0].slots[0].key);
  EXPECT_EQ(flights[1].text, moment_.maps[0].buckets[5].buckets[0].slots[0].elem);
}

TEST_F(Flying, IsAtItsSourceInTheMiddleAndThere) {
  const Flight flight = flights_of(picture(), moment_.moves).front();
  EXPECT_EQ(place_of(flight, 0), flight.from);
  const Rect middle = place_of(flight, 0.5F);
  EXPECT_FLOAT_EQ(middle.x, (flight.from.x + flight.to.x) / 2);
  EXPECT_FLOAT_EQ(middle.y, (flight.from.y + flight.to.y) / 2);
  EXPECT_EQ(place_of(flight, 1), flight.to);
  EXPECT_EQ(place_of(flight, 7), flight.to);
}

TEST_F(Flying, AGhostIsAFrameAndItsText) {
  const std::vector<Flight> flights = flights_of(picture(), moment_.moves);
  const Picture ghosts = ghosts_of(flights, 0.5F, measure_);
  ASSERT_EQ(ghosts.items.size(), 4U);
  EXPECT_EQ(std::get<Box>(ghosts.items[0]).rect, place_of(flights[0], 0.5F));
  EXPECT_EQ(std::get<Label>(ghosts.items[1]).text, flights[0].text);
  EXPECT_TRUE(ghosts_of(flights, 1, measure_).items.empty()) << "it has arrived";
}

TEST_F(Flying, NothingFliesFromOrToWhatIsNotShownNorInSwarms) {
  EntryMove& move = moment_.moves[0];
  move.from = memory::Address{0xdead0000};
  EXPECT_EQ(flights_of(picture(), moment_.moves).size(), 1U);
  moment_.moves.resize(kMostFlights + 1, moment_.moves[1]);
  EXPECT_TRUE(flights_of(picture(), moment_.moves).empty());
}

// The ghosts lie over a picture that is complete without them.
TEST_F(Flying, ThePictureBelowIsTheMoment) {
  Moment still = moment_;
  still.moves.clear();
  const Picture with = picture();
  const Picture without = map_picture(made_.run, still, 0, {0, 0, 900, 700}, measure_);
  EXPECT_EQ(with.items.size(), without.items.size());
}

}  // namespace
}  // namespace hmaplab::pictures
