// hmaplab progress: how far somebody is with the lessons, for themselves or for a teacher.
#pragma once

#include "app/cli/program_options.h"

namespace hmaplab::cli {

void add_progress_command(CLI::App& app, Action& chosen);
enum class ProgressForm : uint8_t { Text, Json };
int print_progress(ProgressForm form);

}  // namespace hmaplab::cli
