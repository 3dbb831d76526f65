#include "app/pictures/page.h"

#include <algorithm>
#include <cmath>

namespace hmaplab::pictures {
namespace {

struct Word {
  Rect place;
  const std::string* text;
};

constexpr float kRow = 6;  // so much apart the middles of one row may be

// By rows, from the left; what stands in one row has its middle at the same height, about.
void sort_by_rows(std::vector<Word>& words) {
  std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
    return a.place.center().y < b.place.center().y;
  });
  for (auto begin = words.begin(); begin != words.end();) {
    const float top = begin->place.center().y;
    const auto end = std::find_if(begin, words.end(), [&](const Word& word) {
      return word.place.center().y > top + kRow;
    });
    std::stable_sort(begin, end,
                     [](const Word& a, const Word& b) { return a.place.x < b.place.x; });
    begin = end;
  }
}

// What separates two words that follow each other: parts of one line of code touch.
const char* between(const Rect& before, const Rect& after) {
  constexpr float kTouch = 1;
  if (std::abs(after.center().y - before.center().y) > kRow) return "\n";
  return std::abs(after.x - before.right()) <= kTouch ? "" : " ";
}

std::string text_of(const PaintedPicture& painted) {
  std::vector<Word> words;
  for (const Item& item : painted.picture.items) {
    const Rect place = painted.placed(item);
    if (!painted.clip.contains(place.center())) continue;
    if (const auto* label = std::get_if<Label>(&item)) words.push_back({place, &label->text});
    if (const auto* badge = std::get_if<Badge>(&item)) words.push_back({place, &badge->text});
  }
  sort_by_rows(words);
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += between(words[i - 1].place, words[i].place);
    text += *words[i].text;
  }
  return text;
}

}  // namespace

std::string page_text(const Page& page) {
  std::string all;
  for (const PaintedPicture& painted : page.pictures) {
    const std::string text = text_of(painted);
    if (!text.empty()) all += text + "\n\n";
  }
  return all;
}

}  // namespace hmaplab::pictures
