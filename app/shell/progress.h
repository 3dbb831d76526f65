// Progress: how far somebody is with the lessons. It stays on this machine; `hmaplab progress` prints it, for a
// teacher who is given it. A file of lines that only grows in what it tells: lesson, beats seen of how
// many, and for each question what came of it.
//
//   [two_writers]
//   beats = 7
//   of = 7
//   questions = ["right", "wrong", "", "solved 2"]   # "" not tried, "solved" with so many switches
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/pictures/moment.h"

namespace hmaplab::shell {

struct LessonProgress {
  size_t beats = 0;  // the farthest that was seen, from 1
  size_t of = 0;
  std::vector<std::string> questions;

  friend bool operator==(const LessonProgress&, const LessonProgress&) = default;
};

class Progress {
 public:
  static Progress parse(const std::string& text);
  std::string to_text() const;
  // The same for a machine, a lesson an object.
  std::string to_json() const;

  // Takes over what is seen at this moment of a lesson; "" is no lesson. Whether that is news.
  bool note(const std::string& lesson, const pictures::Run& run, const pictures::Moment& moment);
  const std::map<std::string, LessonProgress>& lessons() const { return lessons_; }

 private:
  std::map<std::string, LessonProgress> lessons_;
};

}  // namespace hmaplab::shell
