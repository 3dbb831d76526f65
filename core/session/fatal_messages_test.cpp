// Every text with which go1.23.5 ends a process that a program about maps can reach: each row of
// core/testdata/endings/fatal_messages.tsv with its program, under the schedule where it needs one.
#include "core/schedule/schedule.h"
#include "core/vm/run.h"
#include "core/vm/endings_testing.h"

namespace hmaplab::session {
namespace {

struct Row {
  std::string message;  // lines with " / " between them
  int exit_status = 0;
  std::string program, schedule;
};

std::vector<Row> rows() {
  std::vector<Row> rows;
  std::istringstream lines(vm::read_file(vm::testdata("endings") / "fatal_messages.tsv"));
  std::string line;
  std::getline(lines, line);  // the names of the columns
  while (std::getline(lines, line)) {
    // The message may itself begin a line with a tab, so columns are counted from the end.
    std::vector<std::string> columns;
    for (int i = 0; i < 4; ++i) {
      size_t tab = line.rfind('\t');
      columns.push_back(line.substr(tab + 1));
      line.erase(tab);
    }
    rows.push_back({std::regex_replace(line, std::regex(" / "), "\n"), std::stoi(columns[3]),
                    columns[2], columns[1]});
  }
  return rows;
}

TEST(FatalMessages, AreGosOwn) {
  const auto ignore = [](const vm::Step&) {};
  for (const Row& row : rows()) {
    SCOPED_TRACE(row.program + " " + row.schedule);
    std::filesystem::path source = vm::testdata("endings") / (row.program + ".go");
    if (!std::filesystem::exists(source)) source = vm::testdata("programs") / (row.program + ".go");
    auto text = vm::read_file(source);
    auto program = vm::compile_file(row.program + ".go", text);
    if (!program) continue;
    auto schedule = schedule::parse_schedule(row.schedule);
    ASSERT_TRUE(static_cast<bool>(schedule));
    vm::World world(*program, {});
    EXPECT_EQ(world.end() ? "" : follow(world, schedule.value(), ignore), "");
    if (!world.end()) run_to_end(world, schedule::Policy(schedule::PolicyKind::RunToBlock), ignore);
    EXPECT_EQ(world.end()->exit_status, row.exit_status);
    std::string printed = "\n" + vm::plain_stderr(world.end()->stderr_text) + "\n";
    EXPECT_NE(printed.find("\n" + row.message), std::string::npos) << printed;
  }
}

}  // namespace
}  // namespace hmaplab::session
