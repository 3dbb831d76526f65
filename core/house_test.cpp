// The rules of the house, as a test: who may include whom, how long a file may be, what every
// README must name.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace hmaplab {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = HMAPLAB_ROOT;

// In the way of the data: each may include itself and what stands before it.
const std::vector<std::string> kCoreLayers = {
    "base",     "source", "syntax", "check",   "bytecode", "memory", "order", "gomap",
    "schedule", "vm",     "trace",  "explore", "session",  "vet",    "lesson"};
const std::vector<std::string> kAppLayers = {"platform", "look",  "pictures", "widgets",
                                             "views",    "shell", "cli"};

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

bool is_source(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".cpp" || extension == ".h" || extension == ".def";
}

bool is_test(const fs::path& path) {
  const std::string stem = path.stem().string();
  return stem.ends_with("_test") || stem.ends_with("_bench") || stem.ends_with("_testing");
}

std::vector<fs::path> sources_below(const std::string& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
    if (entry.is_regular_file() && is_source(entry.path()))
      found.push_back(fs::relative(entry.path(), kRoot));
  }
  std::sort(found.begin(), found.end());
  return found;
}

// What stands between < > or " " behind each #include.
std::vector<std::string> includes_of(const fs::path& path) {
  static const std::regex kInclude(R"re((?:^|\n)\s*#\s*include\s*[<"]([^>"]+)[>"])re");
  const std::string text = text_of(kRoot / path);
  std::vector<std::string> included;
  for (std::sregex_iterator it(text.begin(), text.end(), kInclude), end; it != end; ++it) {
    included.push_back((*it)[1]);
  }
  return included;
}

// The n-th part of a path: "core/gomap/assign.h" has "core", "gomap", "assign.h".
std::string part(const fs::path& path, int n) {
  auto it = path.begin();
  for (; n > 0 && it != path.end(); --n) ++it;
  return it == path.end() ? "" : it->string();
}

size_t rank(const std::vector<std::string>& layers, const std::string& name) {
  return static_cast<size_t>(std::find(layers.begin(), layers.end(), name) - layers.begin());
}

void expect_order(const std::string& top, const std::vector<std::string>& layers) {
  for (const fs::path& path : sources_below(top)) {
    const std::string layer = part(path, 1);
    if (path.parent_path() == top || layer == "golib" || layer == "testdata" || layer == "bench") {
      continue;  // no layers
    }
    ASSERT_LT(rank(layers, layer), layers.size()) << path << " is in a folder that is no layer";
    for (const std::string& included : includes_of(path)) {
      if (part(included, 0) != top || part(included, 1) == "golib") continue;
      EXPECT_LE(rank(layers, part(included, 1)), rank(layers, layer))
          << path << " includes " << included;
    }
  }
}

TEST(Layers, CoreIncludesOnlyWhatStandsBefore) { expect_order("core", kCoreLayers); }
TEST(Layers, AppIncludesOnlyWhatStandsBefore) { expect_order("app", kAppLayers); }

TEST(Layers, CoreKnowsNoWindowClockThreadOrChance) {
  const std::set<std::string> forbidden = {
      "chrono", "thread", "random", "iostream", "mutex",     "condition_variable",
      "future", "atomic", "ctime",  "time.h",   "filesystem"};
  for (const fs::path& path : sources_below("core")) {
    if (is_test(path)) continue;
    for (const std::string& included : includes_of(path)) {
      EXPECT_FALSE(forbidden.contains(included)) << path << " includes " << included;
      EXPECT_NE(part(included, 0), "app") << path << " includes " << included;
      for (const char* window : {"imgui", "GLFW", "glad", "EGL", "GL/"}) {
        EXPECT_EQ(included.find(window), std::string::npos) << path << " includes " << included;
      }
    }
  }
}

TEST(Layers, OnlyThePlatformKnowsOpenGl) {
  for (const fs::path& path : sources_below("app")) {
    if (part(path, 1) == "platform") continue;
    for (const std::string& included : includes_of(path)) {
      for (const char* library : {"GLFW/", "glad/", "EGL/", "GL/", "imgui_impl_"}) {
        EXPECT_EQ(included.find(library), std::string::npos) << path << " includes " << included;
      }
    }
  }
}

// Pictures are drawn without a window in tests and as SVG: neither they nor what they include may
// know Dear ImGui.
TEST(Layers, PicturesKnowNoImGui) {
  std::vector<fs::path> open = sources_below("app/pictures");
  std::set<fs::path> seen(open.begin(), open.end());
  while (!open.empty()) {
    const fs::path path = open.back();
    open.pop_back();
    for (const std::string& included : includes_of(path)) {
      EXPECT_EQ(included.find("imgui"), std::string::npos) << path << " includes " << included;
      if (fs::exists(kRoot / included) && seen.insert(included).second) open.emplace_back(included);
    }
  }
}

TEST(Files, AreShort) {
  for (const char* top : {"core", "app"}) {
    for (const fs::path& path : sources_below(top)) {
      const std::string text = text_of(kRoot / path);
      if (text.find("// Generated by") != std::string::npos) continue;
      EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 400) << path;
    }
  }
}

// A function that stands at the beginning of a line, or in a class (two blanks), up to its closing brace.
TEST(Files, OfAppHaveFunctionsOneCanSeeAtOnce) {
  const std::regex begins(R"(^(  )?[A-Za-z].*\) (const )?(override )?(: .*)?\{$)");
  size_t seen = 0;
  for (const fs::path& path : sources_below("app")) {
    std::istringstream lines(text_of(kRoot / path));
    std::string line, name, end;
    for (int number = 1, begin = 0; std::getline(lines, line); ++number) {
      if (end.empty() && std::regex_match(line, begins) && line.find("namespace") == std::string::npos) {
        name = line;
        begin = number;
        end = line.starts_with("  ") ? "  }" : "}";
      } else if (!end.empty() && line == end) {
        EXPECT_LE(number - begin + 1, 60) << path << ": " << name;
        end = "";
        ++seen;
      }
    }
  }
  EXPECT_GT(seen, 500U);
}

TEST(Files, HeadersSayWhatTheyAre) {
  for (const char* top : {"core", "app"}) {
    for (const fs::path& path : sources_below(top)) {
      if (path.extension() != ".h") continue;
      const std::string text = text_of(kRoot / path);
      EXPECT_TRUE(text.starts_with("// ")) << path << " does not open with what it is";
      EXPECT_NE(text.find("#pragma once"), std::string::npos) << path;
    }
  }
}

TEST(Files, HaveNoNamesThatSayNothing) {
  const std::regex empty_name("(util|utils|common|misc|helper|helpers|manager)");
  for (const char* top : {"core", "app"}) {
    for (const fs::path& path : sources_below(top)) {
      for (const fs::path& word : path) {
        EXPECT_FALSE(std::regex_match(word.stem().string(), empty_name)) << path;
      }
    }
  }
}

TEST(Files, NameNoPathOfTheMachineTheyWereWrittenOn) {
  const std::regex elsewhere(std::string("(^|[^A-Za-z0-9_.])/(work|home|root)") + "/");
  for (const char* top : {"core", "app", "lessons", "assets", ".ci"}) {
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / top)) {
      if (!entry.is_regular_file() || entry.file_size() > 1'000'000) continue;
      EXPECT_FALSE(std::regex_search(text_of(entry.path()), elsewhere)) << entry.path();
    }
  }
}

void expect_folders_named(const std::string& top) {
  const std::string readme = text_of(kRoot / top / "README.md");
  for (const auto& entry : fs::directory_iterator(kRoot / top)) {
    if (!entry.is_directory() || fs::is_empty(entry.path())) continue;
    const std::string name = entry.path().filename().string();
    EXPECT_NE(readme.find("`" + name + "/`"), std::string::npos)
        << top << "/README.md does not name " << name;
  }
  const std::regex named(R"re(\n\| `([a-z]+)/`)re");  // and what it names is there
  for (std::sregex_iterator it(readme.begin(), readme.end(), named), end; it != end; ++it) {
    EXPECT_TRUE(fs::is_directory(kRoot / top / (*it)[1].str()))
        << top << "/README.md names " << (*it)[1];
  }
}

TEST(Readme, CoreNamesEveryFolder) { expect_folders_named("core"); }
TEST(Readme, AppNamesEveryFolder) { expect_folders_named("app"); }

TEST(Readme, TopLevelHoldsOnlyWhatPeopleExpect) {
  const std::set<std::string> expected = {"app",
                                          "core",
                                          "assets",
                                          "lessons",
                                          "CMakeLists.txt",
                                          "CMakePresets.json",
                                          "README.md",
                                          "LICENSE",
                                          "vcpkg.json",
                                          "DECISIONS.md",
                                          "CHANGELOG.md",
                                          "CONTRIBUTING.md",
                                          "BENCHMARKS.md",
                                          "run",
                                          "test",
                                          "build"};
  for (const auto& entry : fs::directory_iterator(kRoot)) {
    const std::string name = entry.path().filename().string();
    EXPECT_TRUE(name.starts_with('.') || expected.contains(name)) << name;
  }
}

}  // namespace
}  // namespace hmaplab
