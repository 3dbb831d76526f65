#include "app/pictures/tour_picture.h"

#include <gtest/gtest.h>

#include "app/pictures/legible_testing.h"

namespace hmaplab::pictures {
namespace {

const TourCard kCard{.title = "Step by step",
                     .text = "The right arrow key makes the next step. The left one takes it back.",
                     .key = "PgDn",
                     .number = 1,
                     .count = 5};

TEST(TourPicture, IsLegible) {
  const look::EvenMeasure measure;
  for (const float width : {300.0F, 364.0F, 500.0F}) expect_legible(tour_picture(kCard, width, measure), "tour");
}

TEST(TourPicture, StandsBesideWhatItSpeaksOf) {
  const Rect window{0, 0, 1280, 720};
  for (const Rect what : {Rect{10, 50, 330, 600}, Rect{900, 50, 370, 300}, Rect{10, 560, 1260, 150},
                          Rect{340, 50, 550, 400}, Rect{500, 0, 60, 40}}) {
    const Rect place = beside(what, 400, 170, window);
    EXPECT_TRUE(window.contains(place)) << what.x << ' ' << what.y;
    EXPECT_FALSE(place.overlaps(what)) << what.x << ' ' << what.y;
  }
}

TEST(TourPicture, StaysInTheWindowWhereThereIsNoRoomBeside) {
  const Rect window{0, 0, 640, 360};
  const Rect place = beside({4, 40, 632, 316}, 400, 170, window);
  EXPECT_TRUE(window.contains(place));
}

}  // namespace
}  // namespace hmaplab::pictures
