#include "app/cli/open_program.h"

#include <fmt/format.h>

#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "app/cli/command_line.h"
#include "app/cli/input.h"
#include "app/cli/lesson_folder.h"
#include "core/bytecode/compiler.h"
#include "core/session/token.h"
#include "core/syntax/parser.h"

namespace hmaplab::cli {
namespace {

namespace fs = std::filesystem;

OpenResult failure(int exit_status, std::string message) {
  return {.opened = std::nullopt,
          .exit_status = exit_status,
          .message = "hmaplab: " + std::move(message) + "\n"};
}

base::Result<std::string> read_source(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return base::Error{path + " is a folder, not a Go file"};
  const uintmax_t size = fs::file_size(path, error);
  if (error) return base::Error{"cannot read " + path + ": " + error.message()};
  if (size > syntax::kMostBytes) {
    return base::Error{
        fmt::format("{} has {} bytes; a program may have {} at most", path, size, syntax::kMostBytes)};
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return base::Error{"cannot read " + path + ": " + std::strerror(errno)};
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

std::string names_of(const std::vector<lesson::Lesson>& lessons) {
  std::string names;
  for (const lesson::Lesson& lesson : lessons) names += (names.empty() ? "" : ", ") + lesson.name;
  return names;
}

int minor_of(const std::string& version) {
  return std::stoi(version.substr(version.find('.') + 1));
}

// A token says all that decides a run, but what the program reads.
base::Result<int> follow_token(OpenedProgram& opened, const std::string& text) {
  const auto read = session::parse_token(text);
  if (!read) return base::Error{"the token: " + read.error()};
  const session::Token& token = read.value();
  if (token.memory > static_cast<uint32_t>(memory::MemoryOrder::Pso) || token.procs == 0)
    return base::Error{"the token names options that this version does not have"};
  if (token.program != session::program_id(opened.source))
    return base::Error{"the token belongs to another program than " + opened.name};
  opened.token = token;
  opened.schedule = schedule::recorded(token.moves);
  opened.policy = schedule::PolicyKind::RunToBlock;
  opened.options.seed = token.seed;
  opened.options.go_minor = static_cast<int>(token.go_minor);
  opened.procs = opened.options.procs = token.procs;
  opened.options.memory = static_cast<memory::MemoryOrder>(token.memory);
  return 0;
}

// Who moves: what the command line says; else the lesson's own schedule; else at random, as Go
// would.
base::Result<int> choose_movers(OpenedProgram& opened, const ProgramOptions& asked) {
  const bool as_in_lesson =
      opened.lesson && asked.schedule.empty() && asked.policy.empty() && !asked.seed;
  const std::string text = as_in_lesson ? opened.lesson->schedule : asked.schedule;
  auto schedule = schedule::parse_schedule(text);
  if (!schedule) return base::Error{"--schedule: " + schedule.error()};
  opened.schedule = std::move(schedule).value();
  opened.policy = text.empty() ? schedule::PolicyKind::Random : schedule::PolicyKind::RunToBlock;
  if (!asked.policy.empty()) {
    const auto policy = schedule::policy_named(asked.policy);
    if (!policy) return base::Error{"--policy: " + policy.error()};
    opened.policy = policy.value();
  }
  if (asked.seed) opened.options.seed = *asked.seed;
  opened.options.traceback = asked.traceback;
  if (asked.memory) opened.options.memory = *asked.memory;
  opened.options.limits = asked.limits;
  opened.procs = asked.procs;
  opened.options.procs = asked.procs;
  return asked.token.empty() ? base::Result<int>(0) : follow_token(opened, asked.token);
}

// The lesson that a token belongs to; "" when it is none.
std::string lesson_of_token(const std::string& text) {
  const auto token = session::parse_token(text);
  if (!token) return "";
  for (const lesson::Lesson& lesson : lesson::all_lessons()) {
    if (session::program_id(lesson.source) == token.value().program) return lesson.name;
  }
  return "";
}

// What is wrong with a token; "" for a name that is none.
std::string wrong_token(const std::string& text) {
  const bool is_token = text.size() > 3 && (text[0] == 'G' || text[0] == 'g') && std::isdigit(static_cast<unsigned char>(text[1])) != 0 && text[2] == '-';
  if (!is_token) return "";
  const auto token = session::parse_token(text);
  return token ? "the token belongs to a program that is no lesson of this version; open that program first"
               : "the token: " + token.error();
}

// A lesson by its name or its folder; the error says that it is none.
base::Result<int> find(OpenedProgram& opened, const std::string& name) {
  if (is_lesson_folder(name)) {
    auto lesson = lesson_in_folder(name);
    if (!lesson) return base::Error{lesson.error()};
    opened.lesson = std::move(lesson).value();
    opened.place = name;
  } else {
    if (name.find('/') != std::string::npos) return 0;  // a file with another ending
    if (const std::string wrong = wrong_token(name); !wrong.empty()) return base::Error{wrong};
    const std::vector<lesson::Lesson> lessons = lesson::all_lessons();
    const lesson::Lesson* found = lesson::find_lesson(lessons, name);
    if (found == nullptr) {
      return base::Error{
          fmt::format("\"{}\" is neither a Go file (its name ends in .go) nor a lesson ({})", name,
                      names_of(lessons))};
    }
    opened.lesson = *found;
  }
  opened.name = "main.go";
  opened.source = opened.lesson->source;
  opened.options = opened.lesson->options;
  return 0;
}

}  // namespace

OpenResult open_program(const ProgramOptions& asked) {
  OpenedProgram opened;
  ProgramOptions options = asked;
  if (const std::string name = lesson_of_token(options.program); !name.empty())
    options.token = std::exchange(options.program, name);
  const auto found = options.program.ends_with(".go") ? base::Result<int>(0) : find(opened, options.program);
  if (!found) return failure(kFailed, found.error());
  if (!opened.lesson) {
    auto source = read_source(options.program);
    if (!source) return failure(kFailed, source.error());
    opened.name = fs::path(options.program).filename().string();
    opened.source = std::move(source).value();
    opened.place = options.program;
  }
  if (!options.go.empty()) opened.options.go_minor = minor_of(options.go);
  const auto movers = choose_movers(opened, options);
  if (!movers) return failure(kBadUsage, movers.error());
  check::Options checks;
  checks.version.minor = static_cast<uint32_t>(opened.options.go_minor);
  bytecode::CompileResult compiled = bytecode::compile_source(opened.name, opened.source, checks);
  if (!compiled.program) {
    return {.opened = std::nullopt,
            .exit_status = kDoesNotCompile,
            .message = compiled.diagnostics.text(source::SourceFile(opened.name, opened.source))};
  }
  opened.program = std::move(compiled.program);
  if (opened.program->reads_input()) {
    auto input = read_input(options.input);
    if (!input) return failure(kFailed, input.error());
    opened.options.input = base::Cow<std::string>(std::move(input).value());
  }
  OpenResult result;
  result.opened = std::move(opened);
  return result;
}

int not_opened(int exit_status, const std::string& message) {
  std::fputs(message.c_str(), stderr);
  return exit_status == kDoesNotCompile ? kFailed : exit_status;
}

void run_stepped(vm::World& world, const OpenedProgram& opened, const vm::OnStep& on_step) {
  const std::string difference = vm::follow(world, opened.schedule, on_step);
  if (!difference.empty())
    fmt::print(stderr, "hmaplab: the schedule does not fit: {}\n", difference);
  if (!world.end()) vm::run_to_end(world, opened.movers(), on_step);
}

}  // namespace hmaplab::cli
