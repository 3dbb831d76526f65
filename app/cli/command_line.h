// The command line of hmaplab. Each subcommand has a file of its own: it declares its options on
// the parser and gives back what runs when it was chosen.
//
//   main ── command_line ─┬─ run_command      stdout, stderr and exit status of the compiled
//   program
//                         ├─ trace_command    every step, as table or JSON lines
//                         ├─ render_command   a moment as PNG
//                         ├─ conform_command  replays vectors of the real Go map
//                         ├─ lesson_command   list, check
//                         └─ window_command   without a subcommand: the window
#pragma once

namespace hmaplab::cli {

// Exit statuses of hmaplab itself. Under `run` the program's own comes through.
enum ExitStatus : int { kFine = 0, kFailed = 1, kDoesNotCompile = 3, kBadUsage = 64 };

// Parses, runs, and gives the exit status. Never throws.
int command_line(int argument_count, char** arguments);

}  // namespace hmaplab::cli
