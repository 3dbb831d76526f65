#include "app/cli/explain_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>

#include "app/cli/command_line.h"
#include "app/cli/open_program.h"
#include "app/cli/said.h"
#include "core/session/explanation.h"
#include "core/session/session.h"

namespace hmaplab::cli {
namespace {

// What else to type, when the run that was asked for ends well.
void print_hint(const ProgramOptions& options) {
  print_said(
      "The program ends by itself here, so there is nothing to explain. To find a schedule under "
      "which it does not:\n",
      options.language);
  fmt::print("  hmaplab explore {}\n", options.program);
}

void print_how_to_replay(const ProgramOptions& options, const OpenedProgram& opened) {
  const uint64_t usual = opened.lesson ? opened.lesson->options.seed : vm::Options{}.seed;
  const std::string seed =
      opened.options.seed == usual ? "" : fmt::format(" --seed {}", opened.options.seed);
  const std::string run = fmt::format("hmaplab run {}{}", options.program, seed);
  print_said(
      fmt::format("\nEach --schedule is a run without that step: {} --schedule \"...\"\n", run),
      options.language);
}

}  // namespace

void add_explain_command(CLI::App& app, Action& chosen) {
  CLI::App* command =
      app.add_subcommand("explain", "why a run ends badly: the steps that were necessary for it");
  auto options = std::make_shared<ProgramOptions>();
  add_program_options(*command, *options);
  add_language_option(*command, options->language);
  command->callback(
      [options, &chosen] { chosen = [options] { return explain_program(*options); }; });
}

int explain_program(const ProgramOptions& options) {
  const OpenResult result = open_program(options);
  if (!result.opened) return not_opened(result.exit_status, result.message);
  const OpenedProgram& opened = *result.opened;
  vm::Options limited = opened.options;
  limited.limits.cut_steps(session::Session::kMostSteps);
  const vm::World start(*opened.program, limited);
  vm::World world = start;
  std::vector<schedule::Move> moves;
  const auto keep = [&moves](const vm::Step& step) { moves.push_back(step.move()); };
  run_stepped(world, opened, keep);
  const session::Timeline run(start, schedule::recorded(moves));
  const session::Explanation explanation = session::explain(run);
  print_said(session::explanation_text(run, explanation, opened.name), options.language);
  const vm::EndKind kind = run.last().end()->kind;
  if (kind == vm::EndKind::Return || kind == vm::EndKind::Exit) print_hint(options);
  if (!explanation.chain.empty()) print_how_to_replay(options, opened);
  return kFine;
}

}  // namespace hmaplab::cli
