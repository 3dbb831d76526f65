#include "app/cli/run_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "app/cli/open_program.h"
#include "app/cli/run_race.h"
#include "core/vm/run.h"

namespace hmaplab::cli {

void add_run_command(CLI::App& app, Action& chosen) {
  CLI::App* command =
      app.add_subcommand("run", "stdout, stderr and exit status of the compiled program");
  auto options = std::make_shared<ProgramOptions>();
  add_program_options(*command, *options);
  command->add_flag("--race", options->race, "report data races, as go run -race does; exit status 66");
  command->callback([options, &chosen] { chosen = [options] { return run_program(*options); }; });
}

int run_program(const ProgramOptions& options) {
  // Never taken apart: the process ends with the program, and freeing its trees and tables one by one
  // would take longer than many a program runs.
  static const OpenResult& result = *new OpenResult(open_program(options));
  if (!result.opened) {
    std::fputs(result.message.c_str(), stderr);
    return result.exit_status;
  }
  const OpenedProgram& opened = *result.opened;
  if (options.race) return run_with_races(opened, options.program);
  vm::World world(*opened.program, opened.options);
  const std::string difference =
      vm::follow(world, opened.schedule, [](const vm::Step&) {});
  if (!difference.empty())
    fmt::print(stderr, "hmaplab: the schedule does not fit: {}\n", difference);
  if (!world.end()) vm::run_to_end(world, opened.movers());
  const std::string output = world.stdout_text();
  std::fwrite(output.data(), 1, output.size(), stdout);
  std::fflush(stdout);
  std::fputs(world.end()->stderr_text.c_str(), stderr);
  return world.end()->exit_status;
}

}  // namespace hmaplab::cli
