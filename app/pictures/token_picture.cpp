#include "app/pictures/token_picture.h"

#include <qrencode.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kMargin = 4;       // modules
constexpr float kMostModule = 7;   // units
constexpr float kLargest = 300;    // units, of the code with its margin

struct Freed {
  void operator()(QRcode* code) const { QRcode_free(code); }
};
using Code = std::unique_ptr<QRcode, Freed>;

bool is_dark(const QRcode& code, int x, int y) {
  return (code.data[y * code.width + x] & 1) != 0;
}

// Neighbours in a row are one box.
void draw_modules(Sketch& sketch, const QRcode& code, Point at, float module) {
  for (int y = 0; y < code.width; ++y) {
    for (int x = 0; x < code.width; ++x) {
      if (!is_dark(code, x, y)) continue;
      const int begin = x;
      while (x < code.width && is_dark(code, x, y)) ++x;
      sketch.box({.rect = {at.x + static_cast<float>(begin) * module,
                           at.y + static_cast<float>(y) * module,
                           static_cast<float>(x - begin) * module, module},
                  .fill = Color::Ink});
    }
  }
}

// Gives the side of the square that it takes; 0 where the token is too long for a code.
float draw_code(Sketch& sketch, Point at, const std::string& token) {
  const Code code(QRcode_encodeString(token.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
  if (!code) return 0;
  const float modules = static_cast<float>(code->width) + 2 * kMargin;
  const float module = std::min(kMostModule, std::max(1.0F, std::floor(kLargest / modules)));
  const float side = modules * module;
  at.x = std::floor((sketch.width() - side) / 2);
  sketch.box({.rect = {at.x, at.y, side, side}, .fill = Color::Paper});
  draw_modules(sketch, *code, {at.x + kMargin * module, at.y + kMargin * module}, module);
  return side;
}

}  // namespace

Picture token_picture(const std::string& token, float width, const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  const float side = draw_code(sketch, {0, 0}, token);
  float y = side + 12;
  y += sketch.paragraph({0, y}, width, token, {.style = TextStyle::CodeBold}) + 6;
  y += sketch.paragraph({0, y}, width,
                        "Typed as hmaplab TOKEN, or into Ctrl O, it leads to this step.",
                        {.style = TextStyle::Small, .color = Color::TextDim});
  sketch.reach(y);
  return sketch.take();
}

}  // namespace hmaplab::pictures
