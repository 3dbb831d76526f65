// hmaplab conform: replays vector files, dumped from the real Go runtime, on the map engine in all
// three memories, and says the first difference. What the format is:
// core/testdata/vectors/README.md.
#pragma once

#include <string>
#include <vector>

#include "app/cli/program_options.h"

namespace hmaplab::cli {

void add_conform_command(CLI::App& app, Action& chosen);
// Prints a line for each file; stops at the first difference, error or file that cannot be read.
int conform_files(const std::vector<std::string>& paths);

}  // namespace hmaplab::cli
