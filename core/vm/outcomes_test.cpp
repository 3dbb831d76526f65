// Programs end as real Go ends them: same output, same exit status, same last words.
#include <cstdlib>

#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

class Outcomes : public ::testing::Test {
 protected:
  void expect_recorded(const std::string& name, const std::string& text,
                       const Options& options = {}) {
    SCOPED_TRACE(name);
    auto recorded = outcomes_.find(name);
    ASSERT_NE(recorded, outcomes_.end()) << "run core/testdata/run/record";
    auto program = compile(text);
    if (!program) return;
    Outcome ours = outcome_of(run(*program, options));
    EXPECT_EQ(ours.exit_status, recorded->second.exit_status);
    EXPECT_EQ(ours.stdout_text, recorded->second.stdout_text);
    EXPECT_EQ(ours.head, recorded->second.head);
  }

  std::map<std::string, Outcome> outcomes_ = recorded_outcomes();
};

TEST_F(Outcomes, OfPrograms) {
  for (const auto& path : go_files("run"))
    expect_recorded(path.stem().string(), read_file(path), with_input(path));
}

TEST_F(Outcomes, OfTheCourse) {
  std::istringstream names(read_file(testdata("run") / "programs.txt"));
  for (std::string name; names >> name;) {
    expect_recorded("programs/" + name, read_file(testdata("programs") / (name + ".go")));
  }
}

// They make a million steps and more: uninterrupted, and only where HMAPLAB_LONG is set.
TEST_F(Outcomes, OfTheLongOnesOfTheCourse) {
  if (!std::getenv("HMAPLAB_LONG")) GTEST_SKIP() << "./test --long";
  std::istringstream names(read_file(testdata("run") / "long_programs.txt"));
  for (std::string name; names >> name;) {
    const auto program = compile(read_file(testdata("programs") / (name + ".go")));
    ASSERT_TRUE(program);
    World world(*program, {});
    run_to_end(world, schedule::Policy(schedule::PolicyKind::RunToBlock));
    const Outcome ours = outcome_of(world);
    const Outcome& recorded = outcomes_.at("programs/" + name);
    EXPECT_EQ(ours.exit_status, recorded.exit_status) << name;
    EXPECT_EQ(ours.stdout_text, recorded.stdout_text) << name;
    EXPECT_EQ(ours.head, recorded.head) << name;
  }
}

TEST_F(Outcomes, OfSnippetsThatDie) {
  const std::string frame = read_file(testdata("run") / "snippet.go.in");
  std::istringstream lines(read_file(testdata("run") / "snippets.txt"));
  for (std::string line; std::getline(lines, line);) {
    size_t tab = line.find('\t');
    std::string text = frame;
    text.replace(text.find('@'), 1, line.substr(tab + 1));
    expect_recorded("snippet/" + line.substr(0, tab), text);
  }
}

}  // namespace
}  // namespace hmaplab::vm
