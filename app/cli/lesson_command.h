// hmaplab lesson list | check [DIR]: which lessons there are, and whether they tell the truth.
#pragma once

#include <string>

#include "app/cli/program_options.h"

namespace hmaplab::cli {

void add_lesson_command(CLI::App& app, Action& chosen);
int list_lessons();
// A folder with a program and a lesson file to begin with.
int new_lesson(const std::string& name);
// Of one folder with lesson.toml and main.go, or of all lessons when empty.
int check_lessons(const std::string& folder);

}  // namespace hmaplab::cli
