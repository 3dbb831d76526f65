// Phrase: a text with numbered holes, "g{1} waits for {2}", and the same in another language. What
// a hole captures is said in the other language as well, or kept:
//
//   {1}   said, unless it is a word alone: that may be the name of a variable
//   {!1}  said in any case
//   {=1}  a name or a value, kept: no blank but in brackets and quotes
//   {#1}  a number, kept
//   {~1}  an expression of a program, kept: no two words side by side but in brackets and quotes
//   {*1}  anything, kept: what Go says
//
// Braces around anything else are plain letters.
//
// A hole captures at least a character and never the end of a sentence, of a part ( · ) or of a
// line; the first hole captures as little as it can. So a text is matched in one pass.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace hmaplab::look {

class Phrase {
 public:
  // Fails when the holes of both sides are not the same, or two have nothing between them.
  static base::Result<Phrase> make(std::string_view from, std::string_view to);

  enum class Said : uint8_t { Name, Number, Expression, Anything, UnlessAWord, Always };
  struct Capture {
    size_t hole = 0;  // its number
    Said how = Said::UnlessAWord;
    std::string_view text;
  };
  // In the order of `from`; the texts point into `text`. Nothing: it does not match.
  std::optional<std::vector<Capture>> match(std::string_view text) const;
  // `said`: what was captured, as it is to be written.
  std::string filled(const std::vector<std::pair<size_t, std::string>>& said) const;

  bool has_holes() const { return !from_.holes.empty(); }
  size_t letters() const;  // that must be there literally
  const std::string& begin() const { return from_.literals.front(); }
  const std::string& from() const { return english_; }
  const std::string& to() const { return other_; }

 private:
  struct Hole {
    size_t number = 0;
    Said how = Said::UnlessAWord;
  };
  // literals[0] holes[0] literals[1] … literals[n]
  struct Form {
    std::vector<std::string> literals;
    std::vector<Hole> holes;
  };
  static Form read(std::string_view text);

  std::string english_;
  std::string other_;
  Form from_;
  Form to_;
};

// Where `mark`, ". " or "? ", ends a sentence; dots of "..." do not.
size_t find_sentence_end(std::string_view text, std::string_view mark, size_t from);

}  // namespace hmaplab::look
