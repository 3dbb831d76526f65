#include "app/cli/run_command.h"

#include <fmt/core.h>

#include <cstdio>
#include <memory>

#include "app/cli/command_line.h"

namespace hmaplab::cli {

void add_run_command(CLI::App& app, Action& chosen) {
  CLI::App* command =
      app.add_subcommand("run", "stdout, stderr and exit status of the compiled program");
  auto options = std::make_shared<ProgramOptions>();
  add_program_options(*command, *options);
  command->callback([options, &chosen] { chosen = [options] { return run_program(*options); }; });
}

int run_program(const ProgramOptions& options) {
  fmt::print(stderr, "hmaplab: {} cannot be run yet: the engine is not wired in\n",
             options.program);
  return kFailed;
}

}  // namespace hmaplab::cli
