// hmaplab explain: why a run ends badly, as a numbered chain of necessary steps; why recover did
// not help; and what Go prints.
#pragma once

#include "app/cli/program_options.h"

namespace hmaplab::cli {

void add_explain_command(CLI::App& app, Action& chosen);
int explain_program(const ProgramOptions& options);

}  // namespace hmaplab::cli
