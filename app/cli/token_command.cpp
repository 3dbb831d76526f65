#include "app/cli/token_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "app/cli/command_line.h"
#include "app/cli/open_program.h"
#include "core/session/token.h"
#include "core/vm/run.h"

namespace hmaplab::cli {

void add_token_command(CLI::App& app, Action& chosen) {
  CLI::App* command =
      app.add_subcommand("token", "a short name for where a schedule leads; typing it leads there again");
  auto options = std::make_shared<ProgramOptions>();
  add_program_options(*command, *options);
  command->callback([options, &chosen] { chosen = [options] { return print_token(*options); }; });
}

int print_token(const ProgramOptions& options) {
  const OpenResult result = open_program(options);
  if (!result.opened) return not_opened(result.exit_status, result.message);
  const OpenedProgram& opened = *result.opened;
  vm::World world(*opened.program, opened.options);
  session::Token token{.program = session::program_id(opened.source),
                       .seed = opened.options.seed,
                       .procs = opened.procs,
                       .go_minor = static_cast<uint32_t>(opened.options.go_minor),
                       .memory = static_cast<uint32_t>(opened.options.memory)};
  const std::string difference = vm::follow(
      world, opened.schedule, [&](const vm::Step& step) { token.moves.push_back(step.move()); });
  if (!difference.empty()) {
    fmt::print(stderr, "hmaplab: the schedule does not fit: {}\n", difference);
    return kFailed;
  }
  fmt::print("{}\n", session::to_text(token));
  return kFine;
}

}  // namespace hmaplab::cli
