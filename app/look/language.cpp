#include "app/look/language.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "app/look/catalogue.h"

namespace hmaplab::look {
namespace {

constexpr size_t kMostCached = 20000;
constexpr size_t kLongest = 2000;  // bytes: what is longer is no text of this program
constexpr int kDeepest = 6;        // of what is captured in what is captured, or a part of a part

// Behind a sentence that ends with a full stop of its own kind no blank is written.
bool ends_wide(std::string_view text) {
  for (const std::string_view stop : {"。", "？", "！", "：", "；"}) {
    if (text.ends_with(stop)) return true;
  }
  return false;
}

}  // namespace

std::optional<LanguageName> language_named(std::string_view text) {
  if (text == "en") return LanguageName::English;
  if (text == "zh") return LanguageName::Chinese;
  return std::nullopt;
}

std::string_view short_name(LanguageName language) {
  return language == LanguageName::Chinese ? "zh" : "en";
}

LanguageName usual_language() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("zh") ? LanguageName::Chinese
                                                     : LanguageName::English;
  }
  return LanguageName::English;
}

base::Result<Language> Language::read(LanguageName name,
                                      const std::vector<std::string_view>& catalogues) {
  Language language;
  language.name_ = name;
  std::set<std::string> seen;
  for (const std::string_view catalogue : catalogues) {
    auto entries = read_catalogue(catalogue);
    if (!entries) return base::Error{entries.error()};
    for (const CatalogueEntry& entry : entries.value()) {
      auto phrase = Phrase::make(entry.english, entry.other);
      const std::string line = "line " + std::to_string(entry.line) + ": ";
      if (!phrase) return base::Error{line + phrase.error()};
      if (!seen.insert(entry.english).second)
        return base::Error{line + "\"" + entry.english + "\" stands there twice"};
      language.phrases_.push_back(std::move(phrase).value());
    }
  }
  language.index();
  return language;
}

void Language::index() {
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const Phrase& a, const Phrase& b) { return a.letters() > b.letters(); });
  std::set<char32_t> letters;
  for (size_t i = 0; i < phrases_.size(); ++i) {
    const Phrase& phrase = phrases_[i];
    if (!phrase.has_holes()) {
      whole_[phrase.from()] = i;
    } else if (phrase.begin().empty()) {
      begin_with_hole_.push_back(i);
    } else {
      by_first_[phrase.begin().front()].push_back(i);
    }
    for (size_t at = 0; at < phrase.to().size();) {
      const Character character = character_at(phrase.to(), at);
      if (character.code >= 0x2000) letters.insert(character.code);
      at += character.bytes;
    }
  }
  characters_.assign(letters.begin(), letters.end());
}

std::string Language::said(std::string_view english) const {
  if (name_ == LanguageName::English || english.empty() || english.size() > kLongest)
    return std::string(english);
  std::string key(english);
  const auto cached = cache_.find(key);
  if (cached != cache_.end()) return cached->second;
  if (cache_.size() >= kMostCached) cache_.clear();
  std::string said = find(english, 0).value_or(key);
  cache_.emplace(std::move(key), said);
  return said;
}

bool Language::knows(std::string_view english) const { return find(english, 0).has_value(); }

Language::Found Language::find(std::string_view text, int depth) const {
  if (depth > kDeepest || text.empty()) return std::nullopt;
  if (Found found = find_phrase(text, depth)) return found;
  if (Found found = find_trimmed(text, depth)) return found;
  return in_parts(text, depth);
}

Language::Found Language::find_phrase(std::string_view text, int depth) const {
  const auto whole = whole_.find(std::string(text));
  if (whole != whole_.end()) return phrases_[whole->second].to();
  const auto first = by_first_.find(text.front());
  const std::vector<size_t> none;
  const auto& begun = first == by_first_.end() ? none : first->second;
  // Both lists are in the order of phrases_: the one with most letters is found first.
  for (size_t i = 0, j = 0; i < begun.size() || j < begin_with_hole_.size();) {
    const bool from_begun =
        j == begin_with_hole_.size() || (i < begun.size() && begun[i] < begin_with_hole_[j]);
    const Phrase& phrase = phrases_[from_begun ? begun[i++] : begin_with_hole_[j++]];
    if (const auto captures = phrase.match(text)) return fill(phrase, *captures, depth);
  }
  return std::nullopt;
}

std::string Language::fill(const Phrase& phrase, const std::vector<Phrase::Capture>& captures,
                           int depth) const {
  std::vector<std::pair<size_t, std::string>> said;
  for (const Phrase::Capture& capture : captures) {
    const bool is_word = capture.text.find(' ') == std::string_view::npos;
    const bool is_said = capture.how == Phrase::Said::Always ||
                         (capture.how == Phrase::Said::UnlessAWord && !is_word);
    Found found = is_said ? find(capture.text, depth + 1) : std::nullopt;
    said.emplace_back(capture.hole, found ? std::move(*found) : std::string(capture.text));
  }
  return phrase.filled(said);
}

// Without the blanks around it; a sentence that stands in the catalogue without its full stop or
// its capital letter.
Language::Found Language::find_trimmed(std::string_view text, int depth) const {
  const size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return std::nullopt;
  const size_t end = text.find_last_not_of(' ') + 1;
  if (begin > 0 || end < text.size()) {
    const Found inner = find(text.substr(begin, end - begin), depth);
    if (!inner) return std::nullopt;
    return std::string(text.substr(0, begin)) + *inner + std::string(text.substr(end));
  }
  const bool has_stop = text.size() > 2 && text.ends_with('.') && !text.ends_with("..");
  if (has_stop) text.remove_suffix(1);
  Found inner = has_stop ? find_phrase(text, depth) : std::nullopt;
  const bool is_capital = text.front() >= 'A' && text.front() <= 'Z';
  if (!inner && is_capital && text.find(' ') != std::string_view::npos) {
    std::string small(text);
    small.front() = static_cast<char>(small.front() - 'A' + 'a');
    inner = find_phrase(small, depth);
  }
  if (inner && has_stop && !ends_wide(*inner)) *inner += "。";
  return inner;
}

// Line by line, part by part, sentence by sentence; nothing when none is known.
Language::Found Language::in_parts(std::string_view text, int depth) const {
  for (const std::string_view mark : {"\n", " · ", ". ", "? ", "; "}) {
    size_t at = find_sentence_end(text, mark, 0);
    if (at == std::string_view::npos) continue;
    const bool is_sentence = mark == ". " || mark == "? ";
    bool any = false;
    std::string said;
    for (size_t begin = 0; begin <= text.size(); begin = at + mark.size()) {
      at = std::min(find_sentence_end(text, mark, begin), text.size());
      const bool is_last = at == text.size();
      const std::string_view part = text.substr(begin, at - begin + (is_sentence && !is_last));
      const Found known = find(part, depth + 1);
      any = any || known;
      said += known.value_or(std::string(part));
      if (is_last) break;
      said += !is_sentence ? (mark == "; " && known ? "；" : mark) : ends_wide(said) ? "" : " ";
    }
    if (any) return said;
  }
  return std::nullopt;
}

std::vector<std::string> Language::readings(std::string_view english) const {
  std::vector<std::string> readings;
  if (whole_.contains(std::string(english))) return readings;
  size_t letters = 0;
  for (const Phrase& phrase : phrases_) {
    if (!phrase.has_holes() || phrase.letters() < letters) continue;
    const auto captures = phrase.match(english);
    if (!captures) continue;
    letters = phrase.letters();
    std::string reading = fill(phrase, *captures, 0);
    if (std::find(readings.begin(), readings.end(), reading) == readings.end())
      readings.push_back(std::move(reading));
  }
  return readings;
}

Language make_language(LanguageName name) {
  if (name == LanguageName::English) return {};
  std::vector<std::string_view> catalogues;
  for (const base::EmbeddedFile& file : catalogue_files()) catalogues.push_back(file.text);
  auto language = Language::read(name, catalogues);
  INVARIANT(bool(language), "assets: " + language.error());
  return std::move(language).value();
}

}  // namespace hmaplab::look
