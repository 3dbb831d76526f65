// Whether a lesson tells the truth: it compiles, its schedule fits, every beat happens, and the run
// ends as go1.23.5 ended.
#pragma once

#include <string>
#include <vector>

#include "core/lesson/lesson.h"

namespace hmaplab::lesson {

// What is wrong, a sentence each, with file and line where there is one; empty when all is well.
std::vector<std::string> check_lesson(const Lesson& lesson);

}  // namespace hmaplab::lesson
