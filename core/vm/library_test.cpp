// The packages of core/golib do what Go's own do: programs that call nearly all of them, with the
// outcomes of real Go.
#include "core/vm/run_testing.h"

namespace hmaplab::vm {
namespace {

TEST(Library, DoesWhatGoDoes) {
  std::map<std::string, Outcome> recorded = recorded_outcomes("libs");
  for (const auto& path : go_files("libs")) {
    SCOPED_TRACE(path.stem().string());
    ASSERT_TRUE(recorded.contains(path.stem().string())) << "run core/testdata/run/record libs";
    auto program = compile(read_file(path));
    if (!program) continue;
    Outcome ours = outcome_of(run(*program, with_input(path)));
    const Outcome& gos = recorded[path.stem().string()];
    EXPECT_EQ(ours.exit_status, gos.exit_status);
    EXPECT_EQ(ours.stdout_text, gos.stdout_text);
    EXPECT_EQ(ours.head, gos.head);
  }
}

// What is only computed is no step: these programs print once, and main returns.
TEST(Library, KeepsItsOwnObjectsToItself) {
  const std::string body = R"(
    s := []string{"b", "a"}
    sort.Strings(s)
    text := strings.Join(strings.Split(strings.ToUpper("x,y"), ","), "+") + strconv.Itoa(len(s))
    if errors.Is(fmt.Errorf("%w", io.EOF), io.EOF) { println(text) }
  )";
  auto program = compile(
      "package main\nimport (\"errors\"; \"fmt\"; \"io\"; \"sort\"; \"strconv\"; \"strings\")\n"
      "func main() {" +
      body + "}");
  ASSERT_TRUE(program);
  World world(*program, {});
  while (!world.end()) {
    Step step = world.step(schedule::kMain);
    EXPECT_TRUE(step.point == memory::Point::output_write ||
                step.point == memory::Point::end_return || !step.visible)
        << memory::name(step.point);
  }
}

TEST(Library, RefusesWhatItHasNot) {
  auto refused = [](const std::string& path) {
    bytecode::CompileResult result = bytecode::compile_source(
        "main.go", "package main\n\nimport \"" + path + "\"\n\nfunc main() {}\n");
    return result.diagnostics.text(source::SourceFile("main.go", ""));
  };
  EXPECT_NE(refused("net/http").find("is not supported by hmaplab; supported: "), std::string::npos);
  EXPECT_NE(refused("internal/raw").find("is not supported"), std::string::npos);
  EXPECT_EQ(refused("net/http").find("internal/"), std::string::npos);
}

}  // namespace
}  // namespace hmaplab::vm
