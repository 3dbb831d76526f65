// hmaplab run: plays a program to its end and is that program for the caller: stdout, stderr and
// exit status.
#pragma once

#include "app/cli/program_options.h"

namespace hmaplab::cli {

void add_run_command(CLI::App& app, Action& chosen);

// 3 when the program does not compile; otherwise its own exit status.
int run_program(const ProgramOptions& options);

}  // namespace hmaplab::cli
