#include "core/lesson/course.h"

#include <fmt/format.h>

#include "core/base/invariant.h"
#include "core/lesson/course_files.h"
#include "core/lesson/table_reader.h"

namespace hmaplab::lesson {

int Course::minutes() const {
  int all = 0;
  for (const CoursePart& part : parts) all += part.minutes;
  return all;
}

base::Result<Course> load_course(const std::string& name, const std::string& toml,
                                 const std::vector<Lesson>& lessons) {
  const std::string file = "courses/" + name + ".toml";
  const auto table = parse_toml(toml, file);
  if (!table) return base::Error{table.error()};
  std::string error;
  TableReader reader(table.value(), file, error);
  reader.allow_only({"title", "summary", "part"});
  Course course{.name = name,
                .title = reader.both("title", Need::Required),
                .summary = reader.both("summary", Need::Required)};
  reader.each("part", [&](TableReader& part) {
    part.allow_only({"lesson", "minutes"});
    CoursePart read{part.text("lesson", Need::Required),
                    static_cast<int>(part.number("minutes").value_or(0))};
    if (find_lesson(lessons, read.lesson) == nullptr)
      part.fail(part.line(), fmt::format("there is no lesson \"{}\"", read.lesson));
    if (read.minutes < 1 || read.minutes > 120)
      part.fail(part.line(), "\"minutes\" must be a number from 1 to 120");
    course.parts.push_back(std::move(read));
  });
  if (course.parts.empty()) reader.fail(1, "a course needs [[part]] entries");
  if (!error.empty()) return base::Error{error};
  return course;
}

std::vector<Course> all_courses() {
  const std::vector<Lesson> lessons = all_lessons();
  std::vector<Course> courses;
  for (const base::EmbeddedFile& file : course_files()) {
    const std::string name(file.name.substr(0, file.name.rfind('.')));
    base::Result<Course> course = load_course(name, std::string(file.text), lessons);
    INVARIANT(static_cast<bool>(course), course ? "" : course.error());
    courses.push_back(std::move(course).value());
  }
  return courses;
}

}  // namespace hmaplab::lesson
