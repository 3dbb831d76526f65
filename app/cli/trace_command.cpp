#include "app/cli/trace_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>

#include "app/cli/command_line.h"
#include "app/cli/open_program.h"
#include "core/trace/perfetto.h"
#include "core/trace/table.h"

namespace hmaplab::cli {
namespace {

struct TraceOptions {
  ProgramOptions program;
  TraceFormat format = TraceFormat::Table;
};

constexpr uint64_t kMostSteps = 1'000'000;  // a trace is kept whole before it is printed

const std::map<std::string, TraceFormat> kFormats = {{"table", TraceFormat::Table},
                                                     {"jsonl", TraceFormat::JsonLines},
                                                     {"perfetto", TraceFormat::Perfetto}};

std::string text_of(TraceFormat format, const vm::World& end, const vm::Steps& steps) {
  switch (format) {
    case TraceFormat::Table:
      return trace::interleaving_table(end, steps);
    case TraceFormat::JsonLines:
      return trace::json_lines(end, steps);
    case TraceFormat::Perfetto:
      return trace::perfetto_json(end, steps);
  }
  return "";
}

}  // namespace

void add_trace_command(CLI::App& app, Action& chosen) {
  CLI::App* command = app.add_subcommand("trace", "every step, as a table, as JSON lines, or for the viewer of Perfetto");
  auto options = std::make_shared<TraceOptions>();
  add_program_options(*command, options->program);
  command->add_option("--format", options->format, "table, jsonl, or perfetto (for ui.perfetto.dev)")
      ->transform(CLI::CheckedTransformer(kFormats, CLI::ignore_case).description(""))
      ->type_name("FORMAT");
  command->callback([options, &chosen] {
    chosen = [options] { return trace_program(options->program, options->format); };
  });
}

int trace_program(const ProgramOptions& options, TraceFormat format) {
  const OpenResult result = open_program(options);
  if (!result.opened) return not_opened(result.exit_status, result.message);
  const OpenedProgram& opened = *result.opened;
  vm::Options limited = opened.options;
  limited.limits.cut_steps(kMostSteps);
  vm::World world(*opened.program, limited);
  vm::Steps steps;
  const auto keep = [&steps](const vm::Step& step) { steps.push_back(step); };
  run_stepped(world, opened, keep);
  const std::string text = text_of(format, world, steps);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return kFine;
}

}  // namespace hmaplab::cli
