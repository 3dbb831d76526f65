// What `run`, `trace` and the window have in common: which program, and what decides its run.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "core/vm/options.h"

namespace CLI {
class App;
}

namespace hmaplab::cli {

struct ProgramOptions {
  std::string program;   // a file that ends in .go, or the name of a lesson
  std::string schedule;  // schedule text; empty: the lesson's own, or the policy's
  std::string policy;    // empty: the default
  std::string token;     // instead of schedule, seed, procs and version; empty: none
  std::optional<uint64_t> seed;
  uint32_t procs = 2;  // goroutines that run at once under the policy random
  std::string go;  // language version; "" is the lesson's own, else 1.23
  vm::TracebackLevel traceback = vm::TracebackLevel::Single;
  std::optional<memory::MemoryOrder> memory;  // without: the lesson's own, else sc
  std::string language;  // of `explain` and `explore`; "": what the environment asks for
  bool race = false;  // of `run`
  vm::Limits limits;
  // Where standard input comes from: a file, "-" ours, "" nothing; nullopt: ours when it is no
  // terminal.
  std::optional<std::string> input = "";
};

// What a subcommand does once it was chosen; gives the exit status.
using Action = std::function<int()>;

// Declares --stdin alone.
void add_memory_option(CLI::App& command, std::optional<memory::MemoryOrder>& order);
void add_input_option(CLI::App& command, std::optional<std::string>& input);
// Declares the program and what decides its run, but for who moves; `options` must outlive the parser.
// What is piped into such a command is the program's input.
void add_program(CLI::App& command, ProgramOptions& options);
// The same, and who moves.
void add_program_options(CLI::App& command, ProgramOptions& options);

}  // namespace hmaplab::cli
