#include "app/cli/window_command.h"

#include <fmt/core.h>

#include <cstdio>

#include "app/cli/command_line.h"

namespace hmaplab::cli {

void add_window_options(CLI::App& app, WindowOptions& options) {
  app.add_option("program", options.program, "a Go file, or the name of a lesson")
      ->type_name("FILE.go|LESSON");
  app.add_flag("--transcript", options.transcript, "what the window shows, as text");
}

int open_window(const WindowOptions&) {
  fmt::print(stderr, "hmaplab: the engine is not wired in yet\n");
  return kFailed;
}

}  // namespace hmaplab::cli
