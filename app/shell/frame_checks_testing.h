// What every frame of the window must keep, whatever it shows: letters stand inside of their panel and
// of the box around them, none lie upon others, all can be read. On real fonts; for tests.
#pragma once

#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/look/fonts.h"
#include "app/look/theme.h"
#include "app/pictures/page.h"

namespace hmaplab::shell {

// A text that can be seen, at least half of its height; in units of the window.
struct SeenText {
  pictures::Rect letters;
  std::string text;
  size_t picture = 0;  // of the page
  size_t item = 0;     // of the picture
};

inline pictures::Rect letters_in(const pictures::Label& label, const look::Fonts& fonts) {
  const float width = fonts.width(label.style, label.text);
  const float share = label.align == pictures::Align::Left     ? 0
                      : label.align == pictures::Align::Center ? 0.5F
                                                               : 1;
  const float height = fonts.size(label.style) * 0.7F;
  return {label.rect.x + (label.rect.w - width) * share, label.rect.center().y - height / 2, width,
          height};
}

inline std::vector<SeenText> texts_seen(const pictures::Page& page, const look::Fonts& fonts) {
  std::vector<SeenText> seen;
  for (size_t p = 0; p < page.pictures.size(); ++p) {
    const pictures::PaintedPicture& painted = page.pictures[p];
    for (size_t i = 0; i < painted.picture.items.size(); ++i) {
      const auto* label = std::get_if<pictures::Label>(&painted.picture.items[i]);
      if (label == nullptr) continue;
      const pictures::Rect letters =
          letters_in(*label, fonts).moved(painted.origin.x, painted.origin.y);
      if (painted.clip.contains(letters.center())) seen.push_back({letters, label->text, p, i});
    }
  }
  return seen;
}

// The smallest box with a border in the same picture that the middle of the letters lies in.
inline const pictures::Box* box_around(const pictures::PaintedPicture& painted,
                                       const SeenText& text) {
  const pictures::Box* smallest = nullptr;
  for (const pictures::Item& item : painted.picture.items) {
    const auto* box = std::get_if<pictures::Box>(&item);
    if (box == nullptr || box->border == look::Color::None) continue;
    const pictures::Point middle = text.letters.moved(-painted.origin.x, -painted.origin.y).center();
    if (!box->rect.contains(middle)) continue;
    if (smallest == nullptr || box->rect.w * box->rect.h < smallest->rect.w * smallest->rect.h)
      smallest = box;
  }
  return smallest;
}

// What is wrong with a frame, a sentence each.
inline std::set<std::string> faults_of(const pictures::Page& page, const look::Fonts& fonts) {
  constexpr float kSlack = 1;
  std::set<std::string> faults;
  const std::vector<SeenText> seen = texts_seen(page, fonts);
  const auto sticks_out = [&](const SeenText& text, float left, float right) {
    return text.letters.x < left - kSlack || text.letters.right() > right + kSlack;
  };
  for (size_t i = 0; i < seen.size(); ++i) {
    const pictures::PaintedPicture& painted = page.pictures[seen[i].picture];
    if (sticks_out(seen[i], painted.clip.x, painted.clip.right()))
      faults.insert("\"" + seen[i].text + "\" is cut off at the side");
    if (const pictures::Box* box = box_around(painted, seen[i])) {
      const float left = box->rect.x + painted.origin.x;
      if (sticks_out(seen[i], left, left + box->rect.w))
        faults.insert("\"" + seen[i].text + "\" sticks out of its box");
    }
    for (size_t j = 0; j < i; ++j) {
      if (seen[i].letters.grown(-kSlack / 2).overlaps(seen[j].letters.grown(-kSlack / 2)))
        faults.insert("\"" + seen[i].text + "\" lies upon \"" + seen[j].text + "\"");
    }
  }
  return faults;
}

// The colour of a text and what it lies on, from behind.
struct TextOnGround {
  look::Color text = look::Color::Text;
  std::vector<std::pair<look::Color, float>> ground;
  friend auto operator<=>(const TextOnGround&, const TextOnGround&) = default;
};

inline void collect_grounds(const pictures::Page& page, const look::Fonts& fonts,
                            std::set<TextOnGround>& found) {
  for (const SeenText& text : texts_seen(page, fonts)) {
    const auto& item = page.pictures[text.picture].picture.items[text.item];
    TextOnGround on{.text = std::get<pictures::Label>(item).color, .ground = {}};
    for (size_t p = 0; p <= text.picture; ++p) {
      const pictures::PaintedPicture& painted = page.pictures[p];
      const size_t end = p == text.picture ? text.item : painted.picture.items.size();
      for (size_t i = 0; i < end; ++i) {
        const auto* box = std::get_if<pictures::Box>(&painted.picture.items[i]);
        if (box == nullptr || box->fill == look::Color::None || box->opacity <= 0) continue;
        const bool under = painted.clip.contains(text.letters.center()) &&
                           painted.placed(painted.picture.items[i]).contains(text.letters.center());
        if (under && box->opacity >= 1) on.ground.clear();
        if (under) on.ground.emplace_back(box->fill, box->opacity);
      }
    }
    found.insert(std::move(on));
  }
}

inline double contrast_in(const look::Theme& theme, const TextOnGround& on) {
  look::Rgba ground = theme[look::Color::Background];
  for (const auto& [color, opacity] : on.ground) ground = look::mixed(ground, theme[color], opacity);
  return look::contrast(theme[on.text], ground);
}

}  // namespace hmaplab::shell
