#include "app/look/phrase.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace hmaplab::look {
namespace {

bool is_digit(char byte) { return std::isdigit(static_cast<unsigned char>(byte)) != 0; }

bool is_number(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return is_digit(byte) || byte == ',' || byte == '.'; });
}

// "m.flags", "(int in an interface)", "[1 2]", "\"a b\"".
bool is_name(std::string_view text) {
  int depth = 0;
  bool in_quotes = false;
  for (const char byte : text) {
    if (byte == '"') in_quotes = !in_quotes;
    if (byte == '(' || byte == '[' || byte == '{') ++depth;
    if (byte == ')' || byte == ']' || byte == '}') --depth;
    if (byte == ' ' && depth <= 0 && !in_quotes) return false;
  }
  return true;
}

}  // namespace

size_t find_sentence_end(std::string_view text, std::string_view mark, size_t from) {
  size_t at = text.find(mark, from);
  while (at != std::string_view::npos && at > 0 && text[at - 1] == '.') at = text.find(mark, at + 1);
  return at;
}

namespace {

bool is_word_letter(char byte) {
  return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '_';
}

// "m[k]", "a == b", "f(x, y)", "\"a b\""; not "call of f".
bool is_expression(std::string_view text) {
  int depth = 0;
  bool in_quotes = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char byte = text[i];
    if (byte == '"' || byte == '`') in_quotes = !in_quotes;
    if (byte == '(' || byte == '[' || byte == '{') ++depth;
    if (byte == ')' || byte == ']' || byte == '}') --depth;
    const bool parts_words = byte == ' ' && i > 0 && i + 1 < text.size() &&
                             is_word_letter(text[i - 1]) && is_word_letter(text[i + 1]);
    if (depth < 0 || (parts_words && depth == 0 && !in_quotes)) return false;
  }
  return true;
}

bool can_be_captured(std::string_view text, Phrase::Said how) {
  if (how == Phrase::Said::Name && !is_name(text)) return false;
  if (how == Phrase::Said::Expression && !is_expression(text)) return false;
  if (how == Phrase::Said::Number && !is_number(text)) return false;
  if (text.find_first_not_of(' ') == std::string_view::npos) return false;
  for (const std::string_view end : {"\n", " · "}) {
    if (text.find(end) != std::string_view::npos) return false;
  }
  return find_sentence_end(text, ". ", 0) == std::string_view::npos;
}

// Chinese characters and signs, by the first byte in UTF-8.
bool begins_wide(std::string_view text) {
  return !text.empty() && static_cast<unsigned char>(text.front()) >= 0xe3;
}

bool ends_wide(std::string_view text) {
  size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xc0) == 0x80) --at;
  return at > 0 && begins_wide(text.substr(at - 1));
}

// Between two wide characters stands no blank.
void add(std::string& text, std::string_view more) {
  const bool has_blank = text.ends_with(' ');
  if (has_blank && begins_wide(more) && ends_wide(std::string_view(text).substr(0, text.size() - 1)))
    text.pop_back();
  const bool begins_blank = more.starts_with(' ') && ends_wide(text) && begins_wide(more.substr(1));
  text += begins_blank ? more.substr(1) : more;
}

Phrase::Said said_of(char sign) {
  using Said = Phrase::Said;
  return sign == '='   ? Said::Name
         : sign == '~' ? Said::Expression
         : sign == '*' ? Said::Anything
         : sign == '#' ? Said::Number
         : sign == '!' ? Said::Always
                       : Said::UnlessAWord;
}

}  // namespace

Phrase::Form Phrase::read(std::string_view text) {
  Form form{.literals = {""}, .holes = {}};
  for (size_t at = 0; at < text.size();) {
    size_t end = at + 1;
    const Said how = said_of(end < text.size() ? text[end] : ' ');
    if (how != Said::UnlessAWord) ++end;
    const size_t digits = end;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool is_hole = text[at] == '{' && end > digits && end - digits < 3 && end < text.size() &&
                         text[end] == '}';
    if (!is_hole) {
      form.literals.back() += text[at++];
      continue;
    }
    size_t number = 0;
    for (size_t i = digits; i < end; ++i) number = number * 10 + static_cast<size_t>(text[i] - '0');
    form.holes.push_back({.number = number, .how = how});
    form.literals.emplace_back();
    at = end + 1;
  }
  return form;
}

base::Result<Phrase> Phrase::make(std::string_view from, std::string_view to) {
  Phrase phrase;
  phrase.english_ = from;
  phrase.other_ = to;
  phrase.from_ = read(from);
  phrase.to_ = read(to);
  const auto in_quotes = [](std::string_view text) { return "\"" + std::string(text) + "\""; };
  if (from.empty() || to.empty()) return base::Error{"a text is empty"};
  const auto& literals = phrase.from_.literals;
  for (size_t i = 1; i + 1 < literals.size(); ++i) {
    if (literals[i].empty()) return base::Error{in_quotes(from) + " has two holes side by side"};
  }
  if (phrase.has_holes() && phrase.letters() == 0)
    return base::Error{in_quotes(from) + " is nothing but a hole"};
  std::set<size_t> given;
  for (const Hole& hole : phrase.from_.holes) {
    if (!given.insert(hole.number).second)
      return base::Error{in_quotes(from) + " has a hole twice"};
  }
  std::set<size_t> wanted;
  for (const Hole& hole : phrase.to_.holes) wanted.insert(hole.number);
  if (given != wanted)
    return base::Error{in_quotes(from) + " and " + in_quotes(to) + " have different holes"};
  return phrase;
}

size_t Phrase::letters() const {
  size_t sum = 0;
  for (const std::string& literal : from_.literals) sum += literal.size();
  return sum;
}

std::optional<std::vector<Phrase::Capture>> Phrase::match(std::string_view text) const {
  const auto& literals = from_.literals;
  if (!has_holes()) {
    if (text != literals.front()) return std::nullopt;
    return std::vector<Capture>{};
  }
  const std::string& last = literals.back();
  if (text.size() < letters() + from_.holes.size() || !text.starts_with(literals.front()) ||
      !text.ends_with(last)) {
    return std::nullopt;
  }
  const std::string_view inner = text.substr(0, text.size() - last.size());
  std::vector<Capture> captures;
  size_t at = literals.front().size();
  for (size_t i = 0; i < from_.holes.size(); ++i) {
    const bool is_last = i + 1 == from_.holes.size();
    const size_t end = is_last ? inner.size() : inner.find(literals[i + 1], at + 1);
    if (end == std::string_view::npos || end <= at) return std::nullopt;
    const std::string_view captured = inner.substr(at, end - at);
    if (!can_be_captured(captured, from_.holes[i].how)) return std::nullopt;
    captures.push_back(
        {.hole = from_.holes[i].number, .how = from_.holes[i].how, .text = captured});
    at = is_last ? end : end + literals[i + 1].size();
  }
  return captures;
}

std::string Phrase::filled(const std::vector<std::pair<size_t, std::string>>& said) const {
  std::string text = to_.literals.front();
  for (size_t i = 0; i < to_.holes.size(); ++i) {
    const auto found = std::find_if(said.begin(), said.end(), [&](const auto& one) {
      return one.first == to_.holes[i].number;
    });
    if (found != said.end()) add(text, found->second);
    add(text, to_.literals[i + 1]);
  }
  return text;
}

}  // namespace hmaplab::look
