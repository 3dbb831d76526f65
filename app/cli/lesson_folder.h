// A lesson as its author has it: a folder with lesson.toml, main.go and perhaps repaired.go.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/lesson/lesson.h"

namespace hmaplab::cli {

// Whether there is a lesson.toml in that folder.
bool is_lesson_folder(const std::string& path);
// The error names the file that cannot be read, or file and line of what is wrong in it.
base::Result<lesson::Lesson> lesson_in_folder(const std::string& path);

}  // namespace hmaplab::cli
