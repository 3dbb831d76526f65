#include "app/pictures/wrap.h"

#include <gtest/gtest.h>

#include "app/look/language.h"
#include "app/pictures/narration.h"
#include "app/pictures/legible_testing.h"

namespace hmaplab::pictures {
namespace {

using look::TextStyle;

constexpr float kEm = 14;  // of Body

std::vector<std::string> lines_of(std::string_view text, float width) {
  return wrapped(look::EvenMeasure(), TextStyle::Body, text, width);
}

TEST(Wrap, BreaksAtBlanksAndLongWordsWhereItMust) {
  const std::vector<std::string> words = {"one two", "three"};
  EXPECT_EQ(lines_of("one two three", 9 * kEm * 0.55F), words);
  const std::vector<std::string> parts = {"abcd", "efgh", "i"};
  EXPECT_EQ(lines_of("abcdefghi", 4 * kEm * 0.55F), parts);
  const std::vector<std::string> breaks = {"a", "", "b"};
  EXPECT_EQ(lines_of("a\n\nb", 100), breaks);
}

TEST(Wrap, BreaksBetweenChineseCharacters) {
  const std::vector<std::string> lines = {"一二三四", "五六"};
  EXPECT_EQ(lines_of("一二三四五六", 4 * kEm), lines);
}

TEST(Wrap, KeepsMarksWithTheirCharacters) {
  const std::vector<std::string> closing = {"一二三", "四，五"};
  EXPECT_EQ(lines_of("一二三四，五", 4 * kEm), closing);
  const std::vector<std::string> opening = {"一二三", "（四）"};
  EXPECT_EQ(lines_of("一二三（四）", 4 * kEm), opening);
}

TEST(Wrap, KeepsLatinWordsWhole) {
  const std::vector<std::string> lines = {"映射的", "buckets", "指针"};
  EXPECT_EQ(lines_of("映射的buckets指针", 4.2F * kEm), lines);
  for (const WrapPiece& piece : wrap_pieces("写 hashWriting 位")) EXPECT_NE(piece.text, "hash");
}

TEST(Wrap, SaysItFirst) {
  const auto zh = look::Language::read(look::LanguageName::Chinese, {"[a]\n\"a b\" = \"甲乙丙\"\n"});
  const look::EvenMeasure even;
  const look::SpokenMeasure spoken(even, zh.value());
  EXPECT_EQ(wrapped(spoken, TextStyle::Body, "a b", 2 * kEm).size(), 2U);
  EXPECT_EQ(wrapped(spoken, TextStyle::Code, "a b", 200).front(), "a b");
}

TEST(Wrap, NarrationInChineseStaysInItsPlace) {
  const look::EvenMeasure measure;
  Sketch sketch(measure, 150);
  draw_narration(sketch, {0, 0}, 150,
                 "协程 2 进入 `mapassign`。它先**读取 `flags`**，看看有没有别的写者在里面。没有，于是它继续。");
  const Picture picture = sketch.take();
  EXPECT_GT(picture.height, 60);
  expect_legible(picture, "narration");
}

}  // namespace
}  // namespace hmaplab::pictures
