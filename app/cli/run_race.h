// `run --race`: the program with Go's race detector.
#pragma once

#include "app/cli/open_program.h"

namespace hmaplab::cli {

// Runs the program step by step; prints what `go build -race` would make it print, and gives its
// exit status: 66 when there was a race and it would have been 0. `path` is that of the program,
// for the stacks.
int run_with_races(const OpenedProgram& opened, const std::string& path);

}  // namespace hmaplab::cli
