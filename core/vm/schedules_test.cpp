// What a program did in runs of real Go depends on who moved when: for each of its outcomes there is
// a schedule that ends in it. A file of core/testdata/schedules lists those of one program of
// core/testdata/programs, each outcome as lines NAME VALUE behind an empty line:
//
//   schedule  who moves; what it leaves open is run to block
//   exit      the exit status
//   stdout    the line that is printed; none: nothing is
//   stderr    the first panic: or fatal error: line; none: there is none
//   go        the language version, when it is not 1.23
//   long      only where HMAPLAB_LONG is set (./test --long)
#include <cstdlib>

#include "core/schedule/schedule.h"
#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

using Recorded = std::map<std::string, std::string>;

std::vector<Recorded> outcomes_in(const std::filesystem::path& path) {
  std::vector<Recorded> outcomes;
  std::istringstream lines(read_file(path));
  bool begins = true;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) {
      begins = true;
      continue;
    }
    if (begins) outcomes.emplace_back();
    begins = false;
    const size_t space = line.find(' ');
    outcomes.back()[line.substr(0, space)] = line.substr(space + 1);
  }
  return outcomes;
}

// The first line that names a panic or a fatal error.
std::string headline_of(const std::string& stderr_text) {
  std::istringstream lines(stderr_text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("panic: ") || line.starts_with("fatal error: ")) return line;
  }
  return "";
}

void expect_reached(const std::string& name, Recorded& wanted) {
  SCOPED_TRACE(name + ": " + wanted["schedule"]);
  const auto minor = static_cast<uint32_t>(wanted["go"] == "1.21" ? 21 : 23);
  const std::string text = read_file(testdata("programs") / (name + ".go"));
  const auto compiled = bytecode::compile_source(name + ".go", text, {.version = {1, minor}});
  ASSERT_TRUE(compiled.program);
  const auto schedule = schedule::parse_schedule(wanted["schedule"]);
  ASSERT_TRUE(static_cast<bool>(schedule)) << schedule.error();
  World world(*compiled.program, {.go_minor = static_cast<int>(minor)});
  EXPECT_EQ(follow(world, schedule.value(), [](const Step&) {}), "");
  run_to_end(world, schedule::Policy(schedule::PolicyKind::RunToBlock));
  EXPECT_EQ(std::to_string(world.end()->exit_status), wanted["exit"]);
  EXPECT_EQ(world.stdout_text(), wanted.count("stdout") ? wanted["stdout"] + "\n" : "");
  EXPECT_EQ(headline_of(world.end()->stderr_text), wanted["stderr"]);
}

TEST(Schedules, ReachEveryRecordedOutcome) {
  size_t programs = 0;
  for (const auto& entry : std::filesystem::directory_iterator(testdata("schedules"))) {
    ++programs;
    for (Recorded& wanted : outcomes_in(entry.path())) {
      if (wanted.count("long") && !std::getenv("HMAPLAB_LONG")) continue;
      expect_reached(entry.path().stem().string(), wanted);
    }
  }
  EXPECT_EQ(programs, 15u);
}

}  // namespace
}  // namespace hmaplab::vm
