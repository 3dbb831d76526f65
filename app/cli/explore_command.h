// `hmaplab explore`: what all schedules of a program do.
#pragma once

#include "app/cli/program_options.h"
#include "core/explore/explore.h"

namespace CLI {
class App;
}

namespace hmaplab::cli {

struct ExploreOptions {
  ProgramOptions program;
  std::string after;  // schedule text: exploration begins behind it
  explore::Mode mode = explore::Mode::Census;
  explore::Points points = explore::Points::Access;
  int preemptions = -1;  // at most so many; -1: any number
  uint64_t most_states = explore::GraphOptions{}.most_states;
  bool json = false;
  bool verdict = false;  // only whether a schedule fails; then the exit status says so too
};

void add_explore_command(CLI::App& app, Action& chosen);
int explore_program(const ExploreOptions& options);

}  // namespace hmaplab::cli
