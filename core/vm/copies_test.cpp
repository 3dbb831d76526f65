// A World is a value: copied at any step of any lesson and any test program, the copy goes on to
// the same end as the original, whoever of the two moves first.
#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

using schedule::Policy;
using schedule::PolicyKind;

std::vector<std::filesystem::path> all_programs() {
  std::vector<std::filesystem::path> paths;
  for (const char* folder : {"endings", "programs", "run"}) {
    for (const auto& path : go_files(folder)) paths.push_back(path);
  }
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(HMAPLAB_ROOT) / "lessons")) {
    if (std::filesystem::exists(entry.path() / "main.go"))
      paths.push_back(entry.path() / "main.go");
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

struct Copied {
  World world;
  Policy policy;
};

// The same future: output, end and number of steps.
void expect_same_end(const World& world, const World& copy) {
  EXPECT_EQ(copy.hash(), world.hash());
  EXPECT_EQ(copy.step_count(), world.step_count());
  EXPECT_EQ(copy.stdout_text(), world.stdout_text());
  EXPECT_EQ(copy.end()->stderr_text, world.end()->stderr_text);
  EXPECT_EQ(copy.end()->exit_status, world.end()->exit_status);
}

TEST(Copies, GoOnAlikeInEveryProgram) {
  const Options options{.limits = {.steps = 2'000, .stack_bytes = 1 << 18}};
  base::RandomStream random{23};
  for (const auto& path : all_programs()) {
    SCOPED_TRACE(path.string());
    auto program = compile(read_file(path), true);
    if (!program) continue;
    World world(*program, options);
    Policy policy(PolicyKind::Random, random.next());
    std::vector<Copied> copies;
    uint64_t rare = 20;
    while (!world.end()) {
      if (random.below(rare) == 0) {
        copies.push_back({world, policy});
        rare *= 4;
        if (copies.size() == 2) run_stepped(copies.back().world, copies.back().policy);
      }
      move_once(world, policy);
    }
    for (Copied& copy : copies) {
      run_stepped(copy.world, copy.policy);
      expect_same_end(world, copy.world);
    }
  }
}

}  // namespace
}  // namespace hmaplab::vm
