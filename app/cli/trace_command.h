// hmaplab trace: every step of a run, as a table with a column for each goroutine as JSON lines, or for
// the viewer of Perfetto.
#pragma once

#include "app/cli/program_options.h"

namespace hmaplab::cli {

enum class TraceFormat { Table, JsonLines, Perfetto };

void add_trace_command(CLI::App& app, Action& chosen);
int trace_program(const ProgramOptions& options, TraceFormat format);

}  // namespace hmaplab::cli
