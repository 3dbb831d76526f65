// For tests of running programs: Go text to a World at its end, and the outcomes that were recorded
// of real Go.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "core/bytecode/compiler.h"
#include "core/schedule/policy.h"
#include "core/vm/run.h"
#include "core/vm/world.h"

namespace hmaplab::vm {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline std::filesystem::path testdata(const std::string& folder) {
  return std::filesystem::path(HMAPLAB_ROOT) / "core/testdata" / folder;
}

// The *.go files of a folder, sorted.
inline std::vector<std::filesystem::path> go_files(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(testdata(folder))) {
    if (entry.path().extension() == ".go") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// nullptr when it does not compile; then the test fails unless `may_fail`.
inline std::unique_ptr<const bytecode::Program> compile_file(const std::string& name,
                                                             const std::string& text,
                                                             bool may_fail = false) {
  bytecode::CompileResult result = bytecode::compile_source(name, text);
  if (!result.program && !may_fail) {
    ADD_FAILURE() << result.diagnostics.text(source::SourceFile(name, text));
  }
  return std::move(result.program);
}
inline std::unique_ptr<const bytecode::Program> compile(const std::string& text,
                                                        bool may_fail = false) {
  return compile_file("main.go", text, may_fail);
}

inline void run_stepped(World& world, const schedule::Policy& policy) {
  run_to_end(world, policy, [](const Step&) {});
}

// What the program NAME.go reads: NAME.in, where there is one.
inline Options with_input(const std::filesystem::path& program) {
  std::filesystem::path input = program;
  Options options;
  options.input = base::Cow<std::string>(read_file(input.replace_extension(".in")));
  return options;
}

inline World run(const bytecode::Program& program, const Options& options = {}) {
  World world(program, options);
  run_stepped(world, schedule::Policy(schedule::PolicyKind::RunToBlock));
  return world;
}

// What a process left behind. The head is standard error up to the traceback, addresses as 0xN.
struct Outcome {
  int exit_status = 0;
  std::string stdout_text;
  std::string head;
};

inline std::string head_of(const std::string& stderr_text) {
  std::string head;
  std::istringstream lines(stderr_text);
  for (std::string line; std::getline(lines, line) && !line.starts_with("goroutine ") &&
                          line != "runtime stack:";)
    head += line + "\n";
  while (head.ends_with('\n')) head.pop_back();
  return std::regex_replace(head, std::regex("0x[0-9a-f]+"), "0xN");
}

inline Outcome outcome_of(const World& world) {
  return {world.end()->exit_status, world.stdout_text(), head_of(world.end()->stderr_text)};
}

// What go1.23.5 did (core/testdata/run/record).
inline std::map<std::string, Outcome> recorded_outcomes(const std::string& folder = "run") {
  std::map<std::string, Outcome> outcomes;
  std::ifstream in(testdata(folder) / "outcomes.txt", std::ios::binary);
  std::string name;
  size_t stdout_bytes = 0;
  size_t head_bytes = 0;
  for (Outcome outcome; in >> name >> outcome.exit_status >> stdout_bytes >> head_bytes;) {
    in.ignore(1);
    outcome.stdout_text.resize(stdout_bytes);
    outcome.head.resize(head_bytes);
    in.read(outcome.stdout_text.data(), static_cast<std::streamsize>(stdout_bytes));
    in.read(outcome.head.data(), static_cast<std::streamsize>(head_bytes));
    outcomes[name] = outcome;
  }
  return outcomes;
}

}  // namespace hmaplab::vm
