#include "app/cli/program_options.h"

#include <CLI/CLI.hpp>
namespace hmaplab::cli {

void add_program_options(CLI::App& command, ProgramOptions& options) {
  command.add_option("program", options.program, "a Go file, or the name of a lesson")->required();
  command
      .add_option("--schedule", options.schedule,
                  "who moves: \"g1*12 g2>mapassign/set_writing g3!\"")
      ->type_name("TEXT");
  command.add_option("--policy", options.policy, "who moves where the schedule says nothing")
      ->check(CLI::IsMember({"random", "run-to-block", "round-robin"}))
      ->type_name("NAME");
  command.add_option("--seed", options.seed, "of everything drawn at random; 1 by default")
      ->type_name("N");
  command
      .add_option("--procs", options.procs,
                  "how many goroutines run at once under the policy random; 2 by default")
      ->check(CLI::Range(1u, 64u))
      ->type_name("N");
  command.add_option("--go", options.go, "language version; 1.23 by default")
      ->check(CLI::IsMember({"1.21", "1.22", "1.23"}))
      ->type_name("VERSION");
}

}  // namespace hmaplab::cli
