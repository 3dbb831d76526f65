// What a transcript says of a moment is in its pictures, and what pictures say is in the
// transcript.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/pictures/pictured_testing.h"
#include "app/pictures/steps_picture.h"
#include "core/trace/table.h"

namespace hmaplab::pictures {
namespace {

using Words = std::set<std::string>;

const look::EvenMeasure kMeasure;

// Words without the marks at their ends.
Words words_of(const std::string& text) {
  Words words;
  std::istringstream in(text);
  std::string word;
  while (in >> word) {
    while (!word.empty() && (word.back() == ',' || word.back() == ';' || word.back() == ':'))
      word.pop_back();
    if (!word.empty()) words.insert(word);
  }
  return words;
}

std::string missing(const Words& wanted, const Words& there) {
  std::string text;
  for (const std::string& word : wanted) {
    if (!there.contains(word)) text += word + " ";
  }
  return text;
}

// Pictures have signs for the marks of tophash.
std::string spelt_out(const std::string& label) {
  const std::map<std::string, std::string> kSigns = {
      {"→X", "evacuatedX"}, {"→Y", "evacuatedY"}, {"→", "evacuatedEmpty"}, {"–", "emptyOne"}};
  const auto found = kSigns.find(label);
  return found == kSigns.end() ? label : found->second;
}

// What a label says: one that was cut is told whole when the mouse rests on it.
std::string whole_text(const Picture& picture, const Label& label) {
  if (!label.text.ends_with("…")) return spelt_out(label.text);
  std::string told;
  for (const Item& item : picture.items) {
    const auto* hit = std::get_if<Hit>(&item);
    if (hit != nullptr && hit->rect.contains(label.rect.center())) told += hit->tooltip + "\n";
  }
  return told.empty() ? label.text : told;
}

// The labels of a picture of a map; of the four flags only those that are set.
std::string labels_of(const Picture& picture) {
  const Words flags = {"iterator", "oldIterator", "hashWriting", "sameSizeGrow"};
  std::string text;
  std::string set;
  for (const Item& item : picture.items) {
    const auto* label = std::get_if<Label>(&item);
    if (label == nullptr) continue;
    if (!flags.contains(label->text)) {
      text += whole_text(picture, *label) + "\n";
      continue;
    }
    const Box* chip = box_around(picture, letters_of(*label));
    if (chip != nullptr && !chip->dashed) set += (set.empty() ? "" : "|") + label->text;
  }
  return text + (set.empty() ? "0" : set) + "\n";
}

std::vector<std::string> lessons() {
  std::vector<std::string> names;
  const auto folder = std::filesystem::path(HMAPLAB_ROOT) / "lessons";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (std::filesystem::exists(entry.path() / "main.go"))
      names.push_back(entry.path() / "main.go");
  }
  std::sort(names.begin(), names.end());
  return names;
}

// What stands in every picture of a map, or only there: it is no fact of the map.
const Words kSaidInPictures = words_of(
    "cards no key in hand its hash will choose the bucket There is no yet the first write makes "
    "one. "
    "The map is not growing. overflow let go at step moved = old 0");

TEST(Facts, OfMapsAreInPictureAndText) {
  size_t looked = 0;
  for (const std::string& path : lessons()) {
    Pictured made = pictured(vm::read_file(path));
    const uint32_t stride = 1 + made.session->length() / 25;
    for (uint32_t position = 0; position <= made.session->length(); position += stride) {
      const Moment moment = moment_at(made, position);
      for (size_t i = 0; i < moment.maps.size(); ++i) {
        const trace::MapView& map = moment.maps[i];
        Moment alone = moment;  // without the choice among several maps, and the key in hand
        alone.maps = {map};
        alone.trail = {};
        const Picture picture = map_picture(made.run, alone, 0, {0, 0, 1600, 2000}, kMeasure);
        const std::string where = path + ", step " + std::to_string(position);
        std::string text = trace::map_text(map);
        text = text.substr(text.find('\n'));  // the first line is the heading of the panel
        const Words said = words_of(text);
        const Words drawn = words_of(labels_of(picture));
        EXPECT_EQ(missing(said, drawn), "") << where;
        Words known = said;
        known.insert(kSaidInPictures.begin(), kSaidInPictures.end());
        known.insert("2^" + std::to_string(map.B));
        known.insert(std::to_string(map.bucket_count));
        EXPECT_EQ(missing(drawn, known), "") << where << "\n" << text;
        ++looked;
      }
    }
  }
  EXPECT_GT(looked, 100U);
}

// Every row of the interleaving table.
TEST(Facts, OfStepsAreInPictureAndText) {
  for (const std::string& path : lessons()) {
    Pictured made = pictured(vm::read_file(path));
    std::istringstream table(
        trace::interleaving_table(made.session->last_world(), made.session->timeline(0).steps()));
    std::string line;
    std::getline(table, line);
    Moment moment;
    for (uint32_t index = 0; index < made.session->length(); ++index) {
      ASSERT_TRUE(std::getline(table, line));
      moment.rows = {step_row(*made.session, index)};
      Words drawn = words_of(texts_of(steps_picture(made.run, moment, 40000, kMeasure)));
      drawn.insert("->");  // an arrow there
      Words said = words_of(line);
      if (made.session->step(index).line != 0)
        said.erase(std::to_string(made.session->step(index).line));
      const std::string lost = missing(said, drawn);
      EXPECT_EQ(lost, "") << path << ": " << line;
      if (!lost.empty()) return;
    }
  }
}

TEST(Facts, TheEndIsInPictureAndText) {
  for (const std::string& path : lessons()) {
    const Pictured made = pictured(vm::read_file(path));
    const std::string drawn =
        texts_of(now_picture(made.run, made.moment, {0, 0, 2000, 900}, kMeasure)) +
        texts_of(output_picture(made.run, made.moment, 4000, kMeasure));
    EXPECT_EQ(missing(words_of(made.session->ending().headline), words_of(drawn)), "") << path;
    EXPECT_EQ(missing(words_of(made.session->last_world().stdout_text()), words_of(drawn)), "")
        << path;
  }
}

}  // namespace
}  // namespace hmaplab::pictures
