// hmaplab keys: every action with its keys, as the file of key bindings names them.
#pragma once

#include "app/cli/program_options.h"

namespace CLI {
class App;
}

namespace hmaplab::cli {

void add_keys_command(CLI::App& app, Action& chosen);
int print_keys();

}  // namespace hmaplab::cli
