// Every text with which go1.23.5 ends a process that a program about maps can reach: each row of
// core/testdata/endings/fatal_messages.tsv with its program, under the schedule where it needs one.
#include "core/schedule/schedule.h"
#include "core/session/fatal_messages_testing.h"
#include "core/vm/run.h"

namespace hmaplab::session {
namespace {

TEST(FatalMessages, AreGosOwn) {
  const auto ignore = [](const vm::Step&) {};
  for (const FatalMessage& row : fatal_messages()) {
    SCOPED_TRACE(row.program + " " + row.schedule);
    auto program = vm::compile_file(row.program + ".go", source_of(row));
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
