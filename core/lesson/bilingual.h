// Bilingual: a text of a lesson in the languages that lessons are written in.
#pragma once

#include <cstdint>
#include <string>

namespace hmaplab::lesson {

enum class Language : uint8_t { English, Chinese };

struct Bilingual {
  std::string en;
  std::string zh;  // "" where it is not translated yet

  // In that language; in English where there is no translation.
  const std::string& in(Language language) const {
    return language == Language::Chinese && !zh.empty() ? zh : en;
  }
  bool empty() const { return en.empty() && zh.empty(); }
  friend bool operator==(const Bilingual&, const Bilingual&) = default;
};

}  // namespace hmaplab::lesson
