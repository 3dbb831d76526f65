#include "app/cli/program_options.h"

#include <CLI/CLI.hpp>
#include <map>

namespace hmaplab::cli {
namespace {

const std::map<std::string, vm::TracebackLevel> kLevels = {{"none", vm::TracebackLevel::None},
                                                           {"single", vm::TracebackLevel::Single},
                                                           {"all", vm::TracebackLevel::All},
                                                           {"system", vm::TracebackLevel::System},
                                                           {"crash", vm::TracebackLevel::Crash}};

// Where a run that does not end by itself is cut.
void add_limits(CLI::App& command, vm::Limits& limits) {
  const CLI::AsSizeValue bytes(false);
  command.add_option("--max-steps", limits.steps, "steps of a run")->type_name("N");
  command
      .add_option("--max-instructions", limits.instructions,
                  "instructions in stretches without a step")
      ->type_name("N");
  command.add_option("--max-heap", limits.heap_bytes, "bytes of the heap: 64MB, 1GB")
      ->transform(bytes)
      ->type_name("BYTES");
  command
      .add_option("--max-stack", limits.stack_bytes,
                  "bytes of a goroutine's stack; beyond them it overflows")
      ->transform(bytes)
      ->check(CLI::Range(uint64_t{1} << 12, uint64_t{1} << 30))
      ->type_name("BYTES");
  command.add_option("--max-goroutines", limits.goroutines, "goroutines that live at the same time")
      ->type_name("N");
  command.add_option("--max-output", limits.output_bytes, "bytes that are printed")
      ->transform(bytes)
      ->type_name("BYTES");
}

const std::map<std::string, memory::MemoryOrder> kOrders = {{"sc", memory::MemoryOrder::Sc},
                                                            {"tso", memory::MemoryOrder::Tso},
                                                            {"pso", memory::MemoryOrder::Pso}};

}  // namespace

void add_input_option(CLI::App& command, std::optional<std::string>& input) {
  command.add_option("--stdin", input, "what the program reads: a file; -: our own standard input")
      ->type_name("FILE|-");
}

void add_memory_option(CLI::App& command, std::optional<memory::MemoryOrder>& order) {
  command
      .add_option("--memory", order,
                  "when others see a store: sc (at once), tso (x86: each goroutine has a store buffer), pso "
                  "(stores to different words in any order, as arm64 may)")
      ->transform(CLI::CheckedTransformer(kOrders).description(""))
      ->type_name("ORDER");
}

void add_program(CLI::App& command, ProgramOptions& options) {
  command.add_option("program", options.program, "a Go file, the name of a lesson, or a token of one")->required();
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
  command
      .add_option("--gotraceback", options.traceback,
                  "how much is printed when the process dies: none, single, all, system, crash")
      ->transform(CLI::CheckedTransformer(kLevels, CLI::ignore_case).description(""))
      ->type_name("LEVEL");
  add_memory_option(command, options.memory);
  options.input.reset();
  add_input_option(command, options.input);
  add_limits(command, options.limits);
}

void add_program_options(CLI::App& command, ProgramOptions& options) {
  add_program(command, options);
  command
      .add_option("--schedule", options.schedule,
                  "who moves: \"g1*12 g2>mapassign/set_writing g3!\"")
      ->type_name("TEXT");
  command.add_option("--token", options.token, "a moment of a run, as `hmaplab token` prints it")
      ->type_name("TOKEN");
  command.add_option("--policy", options.policy, "who moves where the schedule says nothing")
      ->check(CLI::IsMember({"random", "run-to-block", "round-robin", "adversarial"}))
      ->type_name("NAME");
}

}  // namespace hmaplab::cli
