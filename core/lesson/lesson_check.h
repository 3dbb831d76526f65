// Whether a lesson tells the truth: it compiles, its schedule fits, every beat happens, the run ends as
// go1.23.5 ended, every question has an answer, every task a solution, every census what it names, every
// claim its proof and the verdict of the table, and every text is there in both languages.
#pragma once

#include <string>
#include <vector>

#include "core/lesson/lesson.h"

namespace hmaplab::lesson {

// What is wrong, a sentence each, with file and line where there is one; empty when all is well.
std::vector<std::string> check_lesson(const Lesson& lesson);

}  // namespace hmaplab::lesson
