// Programs end as go1.23.5 ends them, word for word: the panics, the goroutines with their frames
// and lines, the exit status (core/testdata/endings/record).
#include "core/vm/endings_testing.h"

namespace hmaplab::vm {
namespace {

TEST(Endings, AreThoseOfGo) {
  for (const auto& entry : std::filesystem::directory_iterator(testdata("endings"))) {
    if (entry.path().extension() != ".txt") continue;
    const std::string name = entry.path().stem().string() + ".go";
    SCOPED_TRACE(name);
    std::filesystem::path source = testdata("endings") / name;
    if (!std::filesystem::exists(source)) source = testdata("programs") / name;
    auto program = compile_file(name, read_file(source));
    if (!program) continue;
    EXPECT_EQ(ending_text(run(*program)), read_file(entry.path()));
  }
}

}  // namespace
}  // namespace hmaplab::vm
