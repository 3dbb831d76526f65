// What every picture must keep: no letters outside of it, none upon others. For tests.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "app/pictures/picture.h"

namespace hmaplab::pictures {

// Where the letters of a label are.
inline Rect letters_of(const Label& label) {
  const look::EvenMeasure measure;
  const float width = measure.width(label.style, label.text);
  const float room = label.rect.w - width;
  const float share = label.align == Align::Left ? 0 : label.align == Align::Center ? 0.5F : 1;
  const float height = look::style_info(label.style).size * 0.7F;
  return {label.rect.x + room * share, label.rect.center().y - height / 2, width, height};
}

// The smallest box with a border that the middle of the letters lies in; nullptr: none.
inline const Box* box_around(const Picture& picture, const Rect& letters) {
  const Box* smallest = nullptr;
  for (const Item& item : picture.items) {
    const auto* box = std::get_if<Box>(&item);
    if (box == nullptr || box->border == look::Color::None) continue;
    if (!box->rect.contains(letters.center())) continue;
    if (smallest == nullptr || box->rect.w * box->rect.h < smallest->rect.w * smallest->rect.h)
      smallest = box;
  }
  return smallest;
}

// No letters outside of the picture's width or of the box that they stand in, and none upon others.
inline void expect_legible(const Picture& picture, const std::string& what) {
  std::vector<std::pair<Rect, std::string>> seen;
  for (const Item& item : picture.items) {
    const auto* label = std::get_if<Label>(&item);
    if (label == nullptr) continue;
    const Rect letters = letters_of(*label);
    EXPECT_GE(letters.x, -1) << what << ": " << label->text;
    EXPECT_LE(letters.right(), picture.width + 1.5F) << what << ": " << label->text;
    if (const Box* box = box_around(picture, letters)) {
      EXPECT_GE(letters.x, box->rect.x - 0.5F) << what << ": " << label->text;
      EXPECT_LE(letters.right(), box->rect.right() + 0.5F) << what << ": " << label->text;
    }
    for (const auto& [other, text] : seen) {
      EXPECT_FALSE(letters.grown(-0.4F).overlaps(other.grown(-0.4F)))
          << what << ": \"" << label->text << "\" lies upon \"" << text << '"';
    }
    seen.emplace_back(letters, label->text);
  }
}

// All that is written in a picture, a line each: what a test looks for.
inline std::string texts_of(const Picture& picture) {
  std::string texts;
  for (const Item& item : picture.items) {
    if (const auto* label = std::get_if<Label>(&item)) texts += label->text + "\n";
    if (const auto* badge = std::get_if<Badge>(&item)) texts += badge->text + "\n";
  }
  return texts;
}

}  // namespace hmaplab::pictures
