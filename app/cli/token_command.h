// `hmaplab token`: a moment of a run as a word that one can read out and type.
#pragma once

#include "app/cli/program_options.h"

namespace CLI {
class App;
}

namespace hmaplab::cli {

void add_token_command(CLI::App& app, Action& chosen);
int print_token(const ProgramOptions& options);

}  // namespace hmaplab::cli
