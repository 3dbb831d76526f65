#include <gtest/gtest.h>
#include <imgui.h>

#include <cstdio>
#include <filesystem>

#include "app/platform/image.h"
#include "app/platform/offscreen.h"

namespace hmaplab::platform {
namespace {

Image checkered(int width, int height) {
  Image image{.width = width, .height = height};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const uint8_t value = (x + y) % 2 == 0 ? 255 : 10;
      image.rgba.insert(image.rgba.end(), {value, 20, 30, 255});
    }
  }
  return image;
}

TEST(Png, KeepsEveryPixel) {
  const Image image = checkered(7, 5);
  const std::string path = ::testing::TempDir() + "hmaplab_checkered.png";
  ASSERT_TRUE(write_png(image, path)) << write_png(image, path).error();
  const auto read = read_png(path);
  ASSERT_TRUE(read);
  EXPECT_EQ(read.value().width, 7);
  EXPECT_EQ(read.value().rgba, image.rgba);
  std::remove(path.c_str());
}

TEST(Png, SaysWhyItCannotBeWritten) {
  const auto written = write_png(checkered(2, 2), "/nowhere/at/all.png");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error(), "cannot write /nowhere/at/all.png: No such file or directory");
}

TEST(Offscreen, DrawsWithNoDisplay) {
  auto made = Offscreen::create({.width = 64, .height = 32});
  ASSERT_TRUE(made) << made.error();
  auto offscreen = std::move(made).value();
  offscreen->begin_frame();
  ImGui::GetForegroundDrawList()->AddRectFilled(ImVec2(0, 0), ImVec2(32, 16),
                                                IM_COL32(255, 0, 0, 255));
  offscreen->end_frame({0, 0, 1});
  const Image image = offscreen->image();
  EXPECT_EQ(image.pixel(8, 8)[0], 255) << "the rectangle is at the top left";
  EXPECT_EQ(image.pixel(8, 24)[2], 255) << "the ground is below";
  EXPECT_EQ(image.pixel(48, 8)[2], 255);
}

TEST(Offscreen, RefusesSizesThatNoPictureHas) {
  EXPECT_FALSE(Offscreen::create({.width = 0, .height = 10}));
  EXPECT_FALSE(Offscreen::create({.width = 100'000, .height = 10}));
}

}  // namespace
}  // namespace hmaplab::platform
