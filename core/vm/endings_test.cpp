// Programs end as go1.23.5 ends them, word for word: the panics, the goroutines with their frames
// and lines, the exit status (core/testdata/endings/record).
#include "core/vm/endings_testing.h"

namespace hmaplab::vm {
namespace {

TEST(Endings, AreThoseOfGo) {
  for (const auto& path : go_files("endings")) {
    SCOPED_TRACE(path.stem().string());
    auto program = compile_file(path.filename().string(), read_file(path));
    if (!program) continue;
    std::filesystem::path recorded = path;
    recorded.replace_extension(".txt");
    EXPECT_EQ(ending_text(run(*program)), read_file(recorded));
  }
}

}  // namespace
}  // namespace hmaplab::vm
