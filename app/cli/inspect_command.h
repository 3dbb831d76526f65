// `hmaplab inspect`: one step of a run in text: who stands where, who waits for whom and who could
// free them; with it the accesses of a word, where breakpoints stop, and what is different at another
// step; and what a line is made of. The text twin of the panels Goroutines, Accesses and Compare, and of a
// line of the source that is opened.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cli/program_options.h"

namespace hmaplab::cli {

struct InspectOptions {
  bool order = false;  // what comes before what, at that step
  ProgramOptions program;
  std::optional<uint32_t> step;  // steps made; without: the end of the run
  std::optional<uint32_t> with;  // to compare with
  std::optional<uint32_t> line;  // whose points are told
  std::string word;
  std::vector<std::string> breakpoints;
};

void add_inspect_command(CLI::App& app, Action& chosen);
int inspect_run(const InspectOptions& options);

}  // namespace hmaplab::cli
