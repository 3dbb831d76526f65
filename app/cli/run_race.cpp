#include "app/cli/run_race.h"

#include <fmt/core.h>

#include <cstdio>
#include <filesystem>

#include "core/session/race_report.h"

namespace hmaplab::cli {

namespace fs = std::filesystem;

int run_with_races(const OpenedProgram& opened, const std::string& path) {
  constexpr int kRaced = 66;  // GORACE=exitcode
  vm::Options options = opened.options;
  options.races = true;
  const vm::World start(*opened.program, options);
  vm::World world = start;
  std::vector<schedule::Move> moves;
  auto keep = [&moves](const vm::Step& step) { moves.push_back(step.move()); };
  run_stepped(world, opened, keep);
  const std::string output = world.stdout_text();
  std::fwrite(output.data(), 1, output.size(), stdout);
  std::fflush(stdout);
  std::error_code error;
  const fs::path folder = opened.lesson ? fs::path() : fs::absolute(path, error).parent_path();
  const auto reports =
      session::first_at_each_address(session::report_races(start, moves, world.races()));
  for (const session::RaceReport& report : reports)
    std::fputs(session::race_text(report, folder.string()).c_str(), stderr);
  std::fputs(world.end()->stderr_text.c_str(), stderr);
  // Go counts them, and changes the status, only when the process ends well.
  if (reports.empty() || world.end()->exit_status != 0) return world.end()->exit_status;
  fmt::print(stderr, "Found {} data race(s)\n", reports.size());
  return kRaced;
}

}  // namespace hmaplab::cli
