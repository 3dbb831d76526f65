#include "app/look/language.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>

namespace hmaplab::look {
namespace {

Language speaking(const char* catalogue) {
  auto language = Language::read(LanguageName::Chinese, {catalogue});
  EXPECT_TRUE(language) << language.error();
  return std::move(language).value();
}

std::string error_of(const char* catalogue) {
  const auto language = Language::read(LanguageName::Chinese, {catalogue});
  return language ? "" : language.error();
}

TEST(Phrase, CapturesWhatItsHolesStandFor) {
  const auto phrase = Phrase::make("g{1} waits for {2}", "g{1} 在等 {2}");
  ASSERT_TRUE(phrase) << phrase.error();
  const auto captures = phrase.value().match("g12 waits for the lock");
  ASSERT_TRUE(captures);
  ASSERT_EQ(captures->size(), 2U);
  EXPECT_EQ((*captures)[0].text, "12");
  EXPECT_EQ((*captures)[1].text, "the lock");
  EXPECT_FALSE(phrase.value().match("g waits for the lock"));
  EXPECT_FALSE(phrase.value().match("g1 waits for "));
  EXPECT_FALSE(phrase.value().match("g1 waits. g2 waits for it")) << "another sentence";
  EXPECT_FALSE(phrase.value().match("g1 waits for a · g2 runs")) << "another part";
}

TEST(Phrase, ANumberIsDigits) {
  const auto phrase = Phrase::make("{#1} of {#2}", "{2} 中的第 {1} 个");
  ASSERT_TRUE(phrase) << phrase.error();
  EXPECT_TRUE(phrase.value().match("3 of 1,200"));
  EXPECT_FALSE(phrase.value().match("three of 12"));
}

TEST(Phrase, ANameHasNoBlanksOutsideOfBrackets) {
  const auto phrase = Phrase::make("reads {=1}: {*2}", "读取 {1}：{2}");
  ASSERT_TRUE(phrase) << phrase.error();
  EXPECT_TRUE(phrase.value().match("reads m.flags: hashWriting"));
  EXPECT_TRUE(phrase.value().match("reads (int in an interface): -> box"));
  EXPECT_TRUE(phrase.value().match("reads m[\"a b\"]: {1 2}"));
  EXPECT_FALSE(phrase.value().match("reads the hash seed: 7"));
}

TEST(Phrase, AnExpressionHasNoTwoWordsSideBySide) {
  const auto phrase = Phrase::make("{~1} (no value)", "{1}（没有值）");
  ASSERT_TRUE(phrase) << phrase.error();
  EXPECT_TRUE(phrase.value().match("f(x, y) (no value)"));
  EXPECT_TRUE(phrase.value().match("a == b (no value)"));
  EXPECT_TRUE(phrase.value().match("\"a b\" (no value)"));
  EXPECT_TRUE(phrase.value().match("[]struct{ x int }{} (no value)"));
  EXPECT_FALSE(phrase.value().match("cannot index f() (no value)"));
}

TEST(Phrase, TakesOtherBracesForLetters) {
  const auto phrase = Phrase::make("struct{} of {1}", "{1} 的 struct{}");
  ASSERT_TRUE(phrase) << phrase.error();
  EXPECT_EQ(phrase.value().filled({{1, "m"}}), "m 的 struct{}");
}

TEST(Language, SaysWholeTextsAndPhrases) {
  const Language zh = speaking(R"([a]
"the map" = "映射"
"{1} of {2}" = "{2} 中的第 {1} 个"
)");
  EXPECT_EQ(zh.said("the map"), "映射");
  EXPECT_EQ(zh.said("3 of 12"), "12 中的第 3 个");
  EXPECT_EQ(zh.said("unknown"), "unknown");
  EXPECT_EQ(zh.said(""), "");
  EXPECT_EQ(Language().said("the map"), "the map");
}

TEST(Language, SaysWhatAHoleCapturedUnlessItIsKept) {
  const Language zh = speaking(R"([a]
"reads {1}" = "读取 {1}"
"names {*1}" = "命名 {1}"
"the flags" = "标志位"
"done" = "完成"
"is {!1}" = "是 {1}"
"{1}, twice" = "{1}，两次"
)");
  EXPECT_EQ(zh.said("reads the flags"), "读取标志位");
  EXPECT_EQ(zh.said("names the flags"), "命名 the flags");
  EXPECT_EQ(zh.said("reads done"), "读取 done") << "the name of a variable";
  EXPECT_EQ(zh.said("is done"), "是完成");
  EXPECT_EQ(zh.said("reads the flags, twice"), "读取标志位，两次") << "nested";
}

TEST(Language, TakesThePhraseWithMostLetters) {
  const Language zh = speaking(R"([a]
"{1} waits" = "{1} 等"
"{1} waits for {2}" = "{1} 等 {2}"
"reads {1}" = "读 {1}"
"reads the key of {1}" = "读 {1} 的键"
)");
  EXPECT_EQ(zh.said("g1 waits for g2"), "g1 等 g2");
  EXPECT_EQ(zh.said("reads the key of m"), "读 m 的键");
}

TEST(Language, SaysSentencesPartsAndLinesOneByOne) {
  const Language zh = speaking(R"([a]
"It ends" = "它结束。"
"it waits" = "它在等"
"step {1}" = "第 {1} 步"
)");
  EXPECT_EQ(zh.said("It ends. It waits."), "它结束。它在等。");
  EXPECT_EQ(zh.said("step 3 · main.go"), "第 3 步 · main.go");
  EXPECT_EQ(zh.said("step 3\nstep 4"), "第 3 步\n第 4 步");
  EXPECT_EQ(zh.said("foo. bar"), "foo. bar");
  EXPECT_EQ(zh.said(" step 3 "), " 第 3 步 ");
}

TEST(Language, FindsAmbiguousPhrases) {
  const Language zh = speaking(R"([a]
"{1} xx b" = "甲 {1}"
"a xx {1}" = "乙 {1}"
)");
  EXPECT_EQ(zh.readings("a xx b").size(), 2U);
  EXPECT_EQ(zh.readings("c xx b").size(), 1U);
}

TEST(Language, NamesTheLineOfWhatIsWrong) {
  EXPECT_NE(error_of("[a]\n\"b\" = 3\n").find("line 2"), std::string::npos);
  EXPECT_NE(error_of("[a]\n\"b\" = \"c\n").find("line 2"), std::string::npos);
  EXPECT_NE(error_of("\"b\" = \"c\"\n").find("no section"), std::string::npos);
  EXPECT_NE(error_of("[a]\n\n\"x {1}\" = \"y {2}\"\n").find("line 3"), std::string::npos);
  EXPECT_NE(error_of("[a]\n\"x {1}\" = \"y\"\n").find("different holes"), std::string::npos);
  EXPECT_NE(error_of("[a]\n\"{1}{2}x\" = \"{1}{2}\"\n").find("side by side"), std::string::npos);
  EXPECT_NE(error_of("[a]\n\"{1}\" = \"{1}\"\n").find("nothing but a hole"), std::string::npos);
  EXPECT_NE(error_of("[a]\n\"b\" = \"c\"\n[d]\n\"b\" = \"e\"\n").find("line 4"), std::string::npos);
}

TEST(Language, IsNotSlowOnLongTexts) {
  const Language zh = speaking(R"([a]
"{1} a {2} a {3} a {4}" = "{1}{2}{3}{4}"
)");
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "a a. b; ";
  EXPECT_EQ(zh.said(text).substr(0, 3), "a a");
}

TEST(Language, TheOneOfTheProgramIsSound) {
  const Language zh = make_language(LanguageName::Chinese);
  EXPECT_GT(zh.phrases().size(), 100U);
  for (const char32_t letter : zh.characters()) EXPECT_GE(letter, 0x2000U);
}

TEST(Language, ComesFromTheEnvironment) {
  ::setenv("LC_ALL", "zh_CN.UTF-8", 1);
  EXPECT_EQ(usual_language(), LanguageName::Chinese);
  ::setenv("LC_ALL", "de_DE.UTF-8", 1);
  EXPECT_EQ(usual_language(), LanguageName::English);
  ::unsetenv("LC_ALL");
  EXPECT_EQ(language_named("zh"), LanguageName::Chinese);
  EXPECT_FALSE(language_named("fr"));
}

TEST(EvenMeasure, TakesChineseForWide) {
  const EvenMeasure measure;
  EXPECT_FLOAT_EQ(measure.width(TextStyle::Body, "桶"), 14);
  EXPECT_FLOAT_EQ(measure.width(TextStyle::Body, "ab"), 2 * 14 * 0.55F);
}

}  // namespace
}  // namespace hmaplab::look
