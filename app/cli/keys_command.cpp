#include "app/cli/keys_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>

#include "app/cli/command_line.h"
#include "app/shell/actions.h"

namespace hmaplab::cli {

void add_keys_command(CLI::App& app, Action& chosen) {
  app.add_subcommand("keys", "every action and its keys, as keys.toml names them")->callback([&chosen] {
    chosen = print_keys;
  });
}

int print_keys() {
  for (const shell::Action& action : shell::actions()) fmt::print("{:<18} {}\n", action.name, action.keys);
  return kFine;
}

}  // namespace hmaplab::cli
