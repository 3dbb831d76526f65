#include "app/cli/trace_command.h"

#include <fmt/core.h>

#include <cstdio>
#include <map>
#include <memory>

#include "app/cli/command_line.h"

namespace hmaplab::cli {
namespace {

struct TraceOptions {
  ProgramOptions program;
  TraceFormat format = TraceFormat::Table;
};

const std::map<std::string, TraceFormat> kFormats = {{"table", TraceFormat::Table},
                                                     {"jsonl", TraceFormat::JsonLines}};

}  // namespace

void add_trace_command(CLI::App& app, Action& chosen) {
  CLI::App* command = app.add_subcommand("trace", "every step, as a table or as JSON lines");
  auto options = std::make_shared<TraceOptions>();
  add_program_options(*command, options->program);
  command->add_option("--format", options->format, "table or jsonl")
      ->transform(CLI::CheckedTransformer(kFormats, CLI::ignore_case).description(""))
      ->type_name("FORMAT");
  command->callback([options, &chosen] {
    chosen = [options] { return trace_program(options->program, options->format); };
  });
}

int trace_program(const ProgramOptions& options, TraceFormat) {
  fmt::print(stderr, "hmaplab: {} cannot be traced yet: the engine is not wired in\n",
             options.program);
  return kFailed;
}

}  // namespace hmaplab::cli
