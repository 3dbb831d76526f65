#include "app/cli/command_line.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "app/cli/conform_command.h"
#include "app/cli/explain_command.h"
#include "app/cli/explore_command.h"
#include "app/cli/inspect_command.h"
#include "app/cli/lesson_command.h"
#include "app/cli/program_options.h"
#include "app/cli/progress_command.h"
#include "app/cli/render_command.h"
#include "app/cli/run_command.h"
#include "app/cli/shrink_command.h"
#include "app/cli/token_command.h"
#include "app/cli/trace_command.h"
#include "app/cli/window_command.h"

namespace hmaplab::cli {

int command_line(int argument_count, char** arguments) {
  CLI::App app("Runs Go programs about maps, one memory access at a time, and draws each of them.",
               "hmaplab");
  app.set_version_flag("--version", "hmaplab " HMAPLAB_VERSION " (go1.23.5 linux/amd64)");
  app.footer("Without a subcommand the window opens. `hmaplab SUBCOMMAND --help` tells more.");
  Action chosen;
  WindowOptions window;
  add_window_options(app, window);
  add_run_command(app, chosen);
  add_trace_command(app, chosen);
  add_explore_command(app, chosen);
  add_explain_command(app, chosen);
  add_inspect_command(app, chosen);
  add_shrink_command(app, chosen);
  add_token_command(app, chosen);
  add_progress_command(app, chosen);
  add_render_command(app, chosen);
  add_conform_command(app, chosen);
  add_lesson_command(app, chosen);
  try {
    app.parse(argument_count, arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kFine : kBadUsage;  // prints help, version, or what is wrong
  }
  try {
    return chosen ? chosen() : open_window(window);
  } catch (const std::exception& failure) {  // a broken invariant: a bug of hmaplab
    fmt::print(stderr, "hmaplab: {}\n", failure.what());
    return kFailed;
  }
}

}  // namespace hmaplab::cli
