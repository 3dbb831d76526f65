// Mutants: Go programs made of others by exchanging, doubling and leaving out words and lines.
// Most do not compile; those that do run into every corner of the machine.
#pragma once

#include <cctype>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/random.h"

namespace hmaplab::vm {

// Words, blanks and single characters.
inline std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  auto kind = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' ? 1
           : std::isspace(static_cast<unsigned char>(c))           ? 2
                                                                   : 0;
  };
  for (char c : text) {
    bool joins = !words.empty() && kind(c) != 0 && kind(c) == kind(words.back().back());
    if (joins) {
      words.back() += c;
    } else {
      words.emplace_back(1, c);
    }
  }
  return words;
}

namespace mutation {

inline const std::string& number(base::RandomStream& random) {
  static const std::vector<std::string> kNumbers{
      "0", "1", "-1", "2", "7", "255", "65536", "1 << 31", "1 << 40", "1 << 62", "-1 << 63"};
  return kNumbers[random.below(kNumbers.size())];
}

inline const std::string& other_word(base::RandomStream& random) {
  static const std::vector<std::string> kWords{"nil",
                                               "defer",
                                               "go",
                                               "recover()",
                                               "panic(1)",
                                               "*",
                                               "&",
                                               "[]int",
                                               "!",
                                               "/",
                                               "%",
                                               "<<",
                                               "range",
                                               "",
                                               "uintptr",
                                               "string",
                                               "return",
                                               "break",
                                               "continue",
                                               "any",
                                               "func()",
                                               "map[any]int{}",
                                               "unsafe.Pointer",
                                               "new(int)",
                                               "len",
                                               "append",
                                               "clear",
                                               "runtime.Goexit()",
                                               "close",
                                               "struct{}"};
  return kWords[random.below(kWords.size())];
}

// A word that is no blank.
inline size_t place(const std::vector<std::string>& words, base::RandomStream& random) {
  size_t at = random.below(words.size());
  for (int tries = 0; tries < 50 && words[at].find_first_not_of(" \t\n") == std::string::npos;
       ++tries)
    at = random.below(words.size());
  return at;
}

// The words from `at` to the end of the line.
inline size_t line_end(const std::vector<std::string>& words, size_t at) {
  while (at < words.size() && words[at].find('\n') == std::string::npos) ++at;
  return at;
}

inline void change(std::vector<std::string>& words, base::RandomStream& random) {
  size_t at = place(words, random);
  size_t other = place(words, random);
  bool is_number =
      std::isdigit(static_cast<unsigned char>(words[at].empty() ? ' ' : words[at][0])) != 0;
  switch (random.below(7)) {
    case 0:
      words[at] = is_number ? number(random) : words[other];
      return;
    case 1:
      std::swap(words[at], words[other]);
      return;
    case 2:
      words[at] = is_number ? number(random) : other_word(random);
      return;
    case 3:
      words[at] += " " + words[at];
      return;
    case 4:
      for (size_t end = line_end(words, at); at < end; ++at) words[at].clear();
      return;
    case 5: {  // a line, or what is left of it, comes again elsewhere
      std::string line = "\n";
      for (size_t end = line_end(words, at); at < end; ++at) line += words[at];
      words[line_end(words, other) < words.size() ? line_end(words, other) : other] += line + "\n";
      return;
    }
    default:  // one of the same kind elsewhere in the program: the program more often compiles
      for (size_t i = 1; i < words.size(); ++i) {
        const std::string& candidate = words[(other + i) % words.size()];
        if (candidate.empty() || words[at].empty() || candidate == words[at]) continue;
        if ((std::isalpha(static_cast<unsigned char>(candidate[0])) != 0) !=
            (std::isalpha(static_cast<unsigned char>(words[at][0])) != 0))
          continue;
        words[at] = candidate;
        return;
      }
  }
}

}  // namespace mutation

// A program with one change, or now and then two.
inline std::string mutant_of(std::vector<std::string> words, base::RandomStream& random) {
  if (words.empty()) return "";
  for (uint64_t changes = random.below(4) == 0 ? 2 : 1; changes > 0; --changes)
    mutation::change(words, random);
  std::string text;
  for (const std::string& word : words) text += word;
  return text;
}

}  // namespace hmaplab::vm
