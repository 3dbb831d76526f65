#include "app/cli/shrink_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "app/cli/command_line.h"
#include "app/cli/open_program.h"
#include "core/explore/shrink.h"
#include "core/schedule/schedule.h"

namespace hmaplab::cli {

void add_shrink_command(CLI::App& app, Action& chosen) {
  CLI::App* command =
      app.add_subcommand("shrink", "the schedule with the fewest context switches that ends alike");
  auto options = std::make_shared<ShrinkOptions>();
  add_program_options(*command, options->program);
  command->add_option("--max-states", options->most_states, "states to look at for each number of switches")
      ->type_name("N");
  command->callback([options, &chosen] { chosen = [options] { return shrink_schedule(*options); }; });
}

int shrink_schedule(const ShrinkOptions& options) {
  const OpenResult result = open_program(options.program);
  if (!result.opened) return not_opened(result.exit_status, result.message);
  const OpenedProgram& opened = *result.opened;
  const vm::World start(*opened.program, explore::explored(opened.options));
  vm::World world = start;
  std::vector<schedule::Move> moves;
  const auto keep = [&moves](const vm::Step& step) { moves.push_back(step.move()); };
  run_stepped(world, opened, keep);
  const explore::Shrunk shrunk =
      explore::shrink(start, moves,
                      {.most_states = options.most_states, .expected = explore::run_to_block_output(start)});
  auto print = [](const char* what, uint32_t switches, const std::vector<schedule::Move>& schedule) {
    fmt::print("{} {:3} switches  {}\n", what, switches,
               schedule::to_text(schedule::recorded(schedule)));
  };
  const std::string& text = shrunk.outcome.text;
  fmt::print("{}  {}\n", explore::name(shrunk.outcome.kind), text.empty() ? "exits" : text);
  print("before", shrunk.switches_before, moves);
  print("after ", shrunk.switches, shrunk.moves);
  fmt::print("{} switches were not needed; {}\n", shrunk.switches_before - shrunk.switches,
             shrunk.fewest ? "no schedule ends alike with fewer"
                           : "there may be a schedule with fewer (--max-states looks further)");
  return kFine;
}

}  // namespace hmaplab::cli
