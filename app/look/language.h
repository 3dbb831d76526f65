// Language: the language that the texts of the program are said in. In the code they are English;
// where one comes upon a picture or into a transcript it passes through said(). The catalogue
// (assets/zh.toml, built into the program) gives texts and phrases with holes, see phrase.h:
//
//   [map]
//   "{1} old buckets" = "{1} 个旧桶"
//
// A text that the catalogue does not know, such as a lesson's or the name of a variable, is said as
// it is. A text of several sentences, parts ( · ) or lines is said piece by piece.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/look/phrase.h"
#include "app/look/text_style.h"

namespace hmaplab::look {


// "en", "zh". Nothing for others.
std::optional<LanguageName> language_named(std::string_view text);
std::string_view short_name(LanguageName language);
// What LC_ALL, else LC_MESSAGES, else LANG asks for; English when they ask for something else.
LanguageName usual_language();

class Language {
 public:
  Language() = default;  // English: everything is said as it is
  // `catalogues`: texts of files as above. An error names the line.
  static base::Result<Language> read(LanguageName name,
                                     const std::vector<std::string_view>& catalogues);

  LanguageName name() const { return name_; }
  std::string said(std::string_view english) const;
  // Whether the text as a whole is in the catalogue.
  bool knows(std::string_view english) const;
  // What the phrases that fit best make of it: more than one is an ambiguity.
  std::vector<std::string> readings(std::string_view english) const;
  const std::vector<Phrase>& phrases() const { return phrases_; }
  // What was said lately, and how: for tests.
  const std::unordered_map<std::string, std::string>& heard() const { return cache_; }
  // All letters of the catalogue that are not Latin, each once: what a font must have.
  const std::u32string& characters() const { return characters_; }

 private:
  using Found = std::optional<std::string>;
  Found find(std::string_view text, int depth) const;
  Found find_phrase(std::string_view text, int depth) const;
  Found find_trimmed(std::string_view text, int depth) const;
  Found in_parts(std::string_view text, int depth) const;
  std::string fill(const Phrase& phrase, const std::vector<Phrase::Capture>& captures,
                   int depth) const;
  void index();

  LanguageName name_ = LanguageName::English;
  std::vector<Phrase> phrases_;  // those with most letters first
  std::unordered_map<std::string, size_t> whole_;  // without holes: the number of the phrase
  std::unordered_map<char, std::vector<size_t>> by_first_;  // with holes, by their first letter
  std::vector<size_t> begin_with_hole_;
  std::u32string characters_;
  mutable std::unordered_map<std::string, std::string> cache_;  // emptied when it is full
};

// With the catalogue that is built into the program.
Language make_language(LanguageName name);

// Measures with another measure, and says texts in a language; code stays as it is.
class SpokenMeasure : public TextMeasure {
 public:
  SpokenMeasure(const TextMeasure& measure, const Language& language)
      : measure_(measure), language_(language) {}
  float width(TextStyle style, std::string_view text) const override {
    return measure_.width(style, text);
  }
  std::string said(std::string_view text) const override { return language_.said(text); }
  LanguageName language() const override { return language_.name(); }

 private:
  const TextMeasure& measure_;
  const Language& language_;
};

}  // namespace hmaplab::look
