#include "app/look/colors.h"

#include <algorithm>
#include <cmath>

namespace hmaplab::look {
namespace {

double linear(uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

uint8_t encoded(double value) {
  const double light = std::clamp(value, 0.0, 1.0);
  const double channel =
      light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
  return static_cast<uint8_t>(std::lround(channel * 255));
}

double luminance(Rgba color) {
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

}  // namespace

Rgba mixed(Rgba under, Rgba over, float share) {
  const auto mix = [share](uint8_t a, uint8_t b) {
    return static_cast<uint8_t>(
        std::lround(static_cast<float>(a) * (1 - share) + static_cast<float>(b) * share));
  };
  return {mix(under.red, over.red), mix(under.green, over.green), mix(under.blue, over.blue), 255};
}

double contrast(Rgba a, Rgba b) {
  const double one = luminance(a) + 0.05;
  const double other = luminance(b) + 0.05;
  return std::max(one, other) / std::min(one, other);
}

Lab lab(Rgba color) {
  const double red = linear(color.red);
  const double green = linear(color.green);
  const double blue = linear(color.blue);
  const auto curve = [](double t) {
    return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116;
  };
  const double x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const double y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const double z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const Lab& a, const Lab& b) {
  return std::hypot(a.l - b.l, a.a - b.a, a.b - b.b);
}

Rgba seen_by(Vision vision, Rgba color) {
  using Matrix = std::array<std::array<double, 3>, 3>;
  constexpr Matrix kNoRed = {{{0.152286, 1.052583, -0.204868},
                              {0.114503, 0.786281, 0.099216},
                              {-0.003882, -0.048116, 1.051998}}};
  constexpr Matrix kNoGreen = {{{0.367322, 0.860646, -0.227968},
                                {0.280085, 0.672501, 0.047413},
                                {-0.011820, 0.042940, 0.968881}}};
  constexpr Matrix kNoBlue = {{{1.255528, -0.076749, -0.178779},
                               {-0.078411, 0.930809, 0.147602},
                               {0.004733, 0.691367, 0.303900}}};
  if (vision == Vision::All) return color;
  const Matrix& matrix = vision == Vision::NoRed     ? kNoRed
                         : vision == Vision::NoGreen ? kNoGreen
                                                     : kNoBlue;
  const std::array<double, 3> from = {linear(color.red), linear(color.green), linear(color.blue)};
  const auto channel = [&](const std::array<double, 3>& row) {
    return encoded(row[0] * from[0] + row[1] * from[1] + row[2] * from[2]);
  };
  return {channel(matrix[0]), channel(matrix[1]), channel(matrix[2]), color.alpha};
}

}  // namespace hmaplab::look
