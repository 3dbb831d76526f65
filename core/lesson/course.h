// A course: an order of lessons with times, for an occasion. Its file names lessons, nothing else:
//
//   title.en = "Deaths in a map"        title.zh = "…"
//   [[part]]
//   lesson = "two_writers"
//   minutes = 8
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/lesson/bilingual.h"
#include "core/lesson/lesson.h"

namespace hmaplab::lesson {

struct CoursePart {
  std::string lesson;  // its name
  int minutes = 0;
};

struct Course {
  std::string name;  // of its file, without the ending
  Bilingual title;
  Bilingual summary;
  std::vector<CoursePart> parts;

  int minutes() const;
};

// All courses built into the program.
std::vector<Course> all_courses();
// The error names file and line: a key that is wrong, or a lesson that does not exist.
base::Result<Course> load_course(const std::string& name, const std::string& toml,
                                 const std::vector<Lesson>& lessons);

}  // namespace hmaplab::lesson
