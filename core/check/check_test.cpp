// Whole programs through the checker: expected errors as comments, and inputs that must not hurt.
#include "core/check/check.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "core/base/random.h"
#include "core/check/golib.h"

namespace hmaplab::check {
namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::filesystem::path> programs(const char* folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(HMAPLAB_ROOT) + folder)) {
    if (entry.path().extension() == ".go") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// "line: message" of each `ERROR "message"` in the comments.
std::vector<std::string> expected_errors(const std::string& text) {
  std::vector<std::string> errors;
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    size_t at = line.find("ERROR \"");
    while (at != std::string::npos) {
      size_t next = line.find("\" ERROR \"", at + 7);
      size_t end = next == std::string::npos ? line.rfind('"') : next;
      errors.push_back(std::to_string(number) + ": " + line.substr(at + 7, end - at - 7));
      at = next == std::string::npos ? next : next + 2;
    }
  }
  std::sort(errors.begin(), errors.end());
  return errors;
}

std::vector<std::string> found_errors(const source::SourceFile& file, const CheckResult& result) {
  std::vector<std::string> errors;
  for (const source::Diagnostic& diagnostic : result.diagnostics.list()) {
    uint32_t line = file.line_column(diagnostic.span.begin).line;
    std::string first_line = diagnostic.message.substr(0, diagnostic.message.find('\n'));
    errors.push_back(std::to_string(line) + ": " + first_line);
  }
  std::sort(errors.begin(), errors.end());
  return errors;
}

TEST(Check, ReportsTheErrorsThatTheCommentsExpect) {
  for (const auto& path : programs("/core/testdata/check")) {
    source::SourceFile file(path.filename(), read(path));
    CheckResult result = check(file);
    EXPECT_EQ(found_errors(file, result), expected_errors(std::string(file.text()))) << path;
    EXPECT_EQ(result.program == nullptr, !result.diagnostics.empty());
  }
}

TEST(Check, NeedsMain) {
  source::SourceFile file("main.go", "package main\n");
  EXPECT_EQ(check(file).diagnostics.text(file),
            "main.go:1:1: function main is undeclared in the main package\n");
}

TEST(Check, SurvivesProgramsCutAnywhere) {
  for (const auto& path : programs("/core/testdata/programs")) {
    std::string text = read(path);
    for (size_t length = 0; length < text.size(); length += 29) {
      check(source::SourceFile("main.go", text.substr(0, length)));
      check(source::SourceFile("main.go", text.substr(0, length) + "}}}"));
    }
  }
}

TEST(Check, SurvivesMutations) {
  base::RandomStream random{3};
  constexpr std::string_view kBytes = "(){}[],;:.=*&<-+!\"' \n01xTfi\\";
  for (const auto& path : programs("/core/testdata/programs")) {
    const std::string text = read(path);
    for (int round = 0; round < 35; ++round) {
      std::string mutated = text;
      for (uint64_t i = random.below(4) + 1; i > 0; --i) {
        size_t at = random.below(mutated.size());
        size_t length = random.below(12);
        uint64_t how = random.below(3);
        if (how == 0) mutated[at] = kBytes[random.below(kBytes.size())];
        if (how == 1) mutated.erase(at, length);
        if (how == 2) mutated.insert(at, mutated.substr(random.below(mutated.size()), length));
      }
      check(source::SourceFile("main.go", mutated));
    }
  }
}

// Chains of declarations that need each other, forwards and backwards.
TEST(Check, SurvivesLongChainsOfDeclarations) {
  constexpr int kLength = 5000;
  const std::vector<std::pair<std::string, std::string>> forms = {
      {"type T", " struct { a, b T"},
      {"var v", " = v"},
      {"const c", " = 1 + c"},
      {"type T", " [2]T"},
      {"var v", " = func() int { return v"},
      {"type T", " interface { T"}};
  for (const auto& [left, right] : forms) {
    std::string open = right.find('{') == std::string::npos ? "" : " }";
    if (right.find("func") != std::string::npos) open += "()";
    for (bool forwards : {true, false}) {
      std::string text = "package main\nfunc main() {}\n";
      for (int i = 0; i < kLength; ++i) {
        int next = forwards ? i + 1 : i - 1;
        text += left + std::to_string(i) + right + std::to_string(next) + open + "\n";
      }
      check(source::SourceFile("main.go", text));
    }
  }
}

TEST(Check, SurvivesDeepNestingThatTheParserTakes) {
  auto nested = [](std::string_view opening, std::string_view middle, std::string_view closing,
                   int depth) {
    std::string text = "package main\nfunc f() int { return 1 }\nfunc main() {\n_ = ";
    for (int i = 0; i < depth; ++i) text += opening;
    text += middle;
    for (int i = 0; i < depth; ++i) text += closing;
    return text + "\n}\n";
  };
  for (int depth : {50, 120, 240, 400, 900, 990}) {
    check(source::SourceFile("main.go", nested("(", "1", ")", depth)));
    check(source::SourceFile("main.go", nested("-", "f()", "", depth)));
    check(source::SourceFile("main.go", nested("1 + ", "f()", "", depth)));
    check(source::SourceFile("main.go", nested("[]any{", "f()", "}", depth)));
    check(source::SourceFile("main.go", nested("func() int { return ", "f()", "}()", depth)));
    check(source::SourceFile("main.go", nested("[]", "int{}", "", depth)));
  }
}

// Programs check only what they use of a standard package; here is the rest.
TEST(Library, IsRightAsAWhole) {
  std::set<std::string> imports;
  for (const base::EmbeddedFile& file : golib_files()) {
    if (!file.folder.starts_with("internal/"))
      imports.insert("import _ \"" + std::string(file.folder) + "\"\n");
  }
  std::string text = "package main\n";
  for (const std::string& one : imports) text += one;
  const source::SourceFile file("main.go", text + "func main() {}\n");
  const CheckResult result = check(file, {.whole_library = true});
  EXPECT_EQ(result.diagnostics.text(file), "");
  ASSERT_TRUE(result.program);
  for (const auto& body : result.program->bodies()) {
    EXPECT_TRUE(body->block || !body->declaration) << body->name;
  }
}

TEST(Library, IsCheckedWhereItIsNeeded) {
  const source::SourceFile file("main.go",
                                "package main\nimport \"strings\"\n"
                                "func main() { println(strings.Repeat(\"x\", 2)) }\n");
  const CheckResult result = check(file);
  ASSERT_TRUE(result.program);
  const FunctionBody* repeat = nullptr;
  for (const auto& body : result.program->bodies()) {
    if (body->name == "strings.Repeat") repeat = body.get();
  }
  ASSERT_TRUE(repeat);
  EXPECT_FALSE(repeat->block);
  result.program->check_body(*repeat);
  ASSERT_TRUE(repeat->block);
  EXPECT_EQ(repeat->parameters.size(), 2u);
}

}  // namespace
}  // namespace hmaplab::check
