// From what stands on the command line to a program that can run: a lesson by its name, or a Go
// file. What is opened holds everything that Worlds and Sessions of it point to.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/program_options.h"
#include "core/bytecode/program.h"
#include "core/lesson/lesson.h"
#include "core/schedule/policy.h"
#include "core/schedule/schedule.h"
#include "core/session/token.h"
#include "core/vm/options.h"
#include "core/vm/run.h"

namespace hmaplab::cli {

struct OpenedProgram {
  std::string name;  // of the file in messages: "main.go"
  std::string source;
  std::string place;  // the file, or the folder of the lesson, that it was read from; "": built in
  std::optional<lesson::Lesson> lesson;  // when it is one
  std::unique_ptr<bytecode::Program> program;
  vm::Options options;
  schedule::Schedule schedule;                                     // followed first
  std::optional<session::Token> token;                             // that says the schedule
  schedule::PolicyKind policy = schedule::PolicyKind::RunToBlock;  // and then this goes on
  uint32_t procs = 2;

  OpenedProgram() = default;
  schedule::Policy movers() const { return schedule::Policy(policy, options.seed, procs); }
};

struct OpenResult {
  std::optional<OpenedProgram> opened;
  int exit_status = 0;  // of hmaplab, when nothing was opened
  std::string message;  // why; ends with a newline
};

OpenResult open_program(const ProgramOptions& options);
// Says why nothing was opened, and gives the exit status of a subcommand other than run.
int not_opened(int exit_status, const std::string& message);
// To the end of the run, step by step: along the schedule, and then as the policy wants it. Says on
// standard error where the schedule does not fit.
void run_stepped(vm::World& world, const OpenedProgram& opened, const vm::OnStep& on_step);

}  // namespace hmaplab::cli
