// `hmaplab shrink`: the simplest schedule that ends as this one does.
#pragma once

#include "app/cli/program_options.h"

namespace CLI {
class App;
}

namespace hmaplab::cli {

struct ShrinkOptions {
  ProgramOptions program;
  uint64_t most_states = 200'000;  // for each number of context switches
};

void add_shrink_command(CLI::App& app, Action& chosen);
int shrink_schedule(const ShrinkOptions& options);

}  // namespace hmaplab::cli
