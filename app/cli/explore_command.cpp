#include "app/cli/explore_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>

#include "app/cli/command_line.h"
#include "app/cli/open_program.h"
#include "app/cli/said.h"
#include "core/explore/report.h"
#include "core/vm/run.h"

namespace hmaplab::cli {
namespace {

const std::map<std::string, explore::Mode> kModes = {{"census", explore::Mode::Census},
                                                     {"proof", explore::Mode::Proof}};
const std::map<std::string, explore::Points> kPoints = {{"access", explore::Points::Access},
                                                        {"operation", explore::Points::Operation},
                                                        {"sync", explore::Points::Sync}};

}  // namespace

void add_explore_command(CLI::App& app, Action& chosen) {
  CLI::App* command =
      app.add_subcommand("explore", "what all schedules do: every outcome, how often, and one way to it");
  auto options = std::make_shared<ExploreOptions>();
  add_program(*command, options->program);
  add_language_option(*command, options->program.language);
  command->add_option("--after", options->after, "begin behind this schedule")->type_name("SCHEDULE");
  command->add_option("--mode", options->mode, "census counts all interleavings; proof only finds the outcomes")
      ->transform(CLI::CheckedTransformer(kModes, CLI::ignore_case).description(""))
      ->type_name("census|proof");
  command->add_option("--points", options->points, "where goroutines are interleaved")
      ->transform(CLI::CheckedTransformer(kPoints, CLI::ignore_case).description(""))
      ->type_name("access|operation|sync");
  command->add_option("--preemptions", options->preemptions, "at most so many in one run")
      ->check(CLI::NonNegativeNumber)
      ->type_name("N");
  command->add_option("--max-states", options->most_states, "states to look at")->type_name("N");
  CLI::Option* json = command->add_flag("--json", options->json, "as JSON");
  command
      ->add_flag("--verdict", options->verdict,
                 "only whether a schedule fails, and the shortest one that does; exit status 1 unless all were looked at and none does")
      ->excludes(json);
  command->callback([options, &chosen] { chosen = [options] { return explore_program(*options); }; });
}

int explore_program(const ExploreOptions& options) {
  if (options.mode == explore::Mode::Proof && options.preemptions >= 0) {
    fmt::print(stderr, "hmaplab: a proof has no bound on preemptions; a census can have one\n");
    return kBadUsage;
  }
  ProgramOptions with_schedule = options.program;
  with_schedule.schedule = options.after;
  const OpenResult opening = open_program(with_schedule);
  if (!opening.opened) return not_opened(opening.exit_status, opening.message);
  const OpenedProgram& opened = *opening.opened;
  vm::World world(*opened.program, explore::explored(opened.options));
  explore::Request request{.mode = options.mode};
  request.graph = {.points = options.points,
                   .preemptions = options.preemptions,
                   .most_states = options.most_states,
                   .expected = explore::run_to_block_output(world)};
  if (!options.after.empty()) {
    const std::string difference = vm::follow(world, opened.schedule, [&](const vm::Step& step) {
      request.before.push_back(step.move());
    });
    if (!difference.empty()) {
      fmt::print(stderr, "hmaplab: the schedule does not fit: {}\n", difference);
      return kFailed;
    }
  }
  const auto begin = std::chrono::steady_clock::now();
  explore::Exploration exploration(world, request);
  constexpr uint64_t kStates = 100'000;
  while (exploration.advance(kStates)) {
  }
  const explore::Result result = exploration.result();
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
  const explore::ReportContext context{.seed = opened.options.seed, .seconds = time.count()};
  if (options.verdict) {
    print_said(explore::verdict(result, opened.options.seed) + "\n", options.program.language);
    return explore::is_proved(result) ? kFine : kFailed;
  }
  if (options.json) {
    fmt::print("{}", explore::json_report(request, result, context));
  } else {
    print_said(explore::text_report(request, result, context), options.program.language);
  }
  return kFine;
}

}  // namespace hmaplab::cli
