// hmaplab course: the courses, and a print-out of one as HTML.
#pragma once

#include <string>

#include "app/cli/program_options.h"
#include "core/lesson/bilingual.h"

namespace CLI {
class App;
}

namespace hmaplab::cli {

struct PrintOptions {
  std::string course;
  std::string folder;  // index.html and the pictures go there
  lesson::Language language = lesson::Language::English;
};

void add_course_command(CLI::App& app, Action& chosen);
int list_courses();
int print_course(const PrintOptions& options);

}  // namespace hmaplab::cli
