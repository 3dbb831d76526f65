// The program from outside: what it prints, how it exits, what it does with bad input and without a
// display.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "app/platform/image.h"

namespace hmaplab {
namespace {

namespace fs = std::filesystem;

struct Outcome {
  int status = -1;
  std::string out;
  std::string err;
};

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// A folder of its own for each test, gone at its end.
class Cli : public ::testing::Test {
 protected:
  Cli() : folder_(fs::path(::testing::TempDir()) / ("hmaplab_cli_" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
  }
  ~Cli() override { fs::remove_all(folder_); }

  // Runs the program in the folder, with no display.
  Outcome run(const std::string& arguments, const std::string& input = "/dev/null") const {
    const std::string command = "cd '" + folder_.string() +
                                "' && env -u DISPLAY -u WAYLAND_DISPLAY '" HMAPLAB_PROGRAM "' " +
                                arguments + " >out.txt 2>err.txt <" + input;
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128, text_of(folder_ / "out.txt"),
            text_of(folder_ / "err.txt")};
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  // Runs a file that is no program, and expects a message and no crash.
  void expect_refused(const std::string& name, const std::string& text, int status) const {
    write(name, text);
    const Outcome outcome = run("run " + name);
    EXPECT_EQ(outcome.status, status) << name << ": " << outcome.err.substr(0, 300);
    EXPECT_FALSE(outcome.err.empty()) << name;
    EXPECT_EQ(outcome.out, "") << name;
  }

  fs::path folder_;
};

TEST_F(Cli, TellsItsVersionAndItsUse) {
  EXPECT_EQ(run("--version").out, "hmaplab 0.1.0 (go1.23.5 linux/amd64)\n");
  const Outcome help = run("--help");
  EXPECT_EQ(help.status, 0);
  for (const char* word : {"run", "trace", "render", "conform", "lesson"})
    EXPECT_NE(help.out.find(word), std::string::npos) << word;
}

TEST_F(Cli, BadUsageIs64) {
  for (const char* arguments :
       {"--nonsense", "run", "run --seed x two_writers", "run --memory weak two_writers", "trace two_writers --format xml", "lesson", "conform",
        "render two_writers", "render two_writers -o x.jpg",
        "render two_writers -o x.png --size 0x0", "render two_writers@99 -o x.png",
        "run two_writers --schedule nobody", "render two_writers -o x.png --scale 9"}) {
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.status, 64) << arguments;
    EXPECT_FALSE(outcome.err.empty()) << arguments;
  }
}

TEST_F(Cli, RunIsTheProgramForTheCaller) {
  const Outcome writers = run("run two_writers");
  EXPECT_EQ(writers.status, 2);
  EXPECT_TRUE(writers.err.starts_with("fatal error: concurrent map writes\n")) << writers.err;
  write("exit.go",
        "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"hello\")\n}\n");
  const Outcome hello = run("run exit.go");
  EXPECT_EQ(hello.status, 0);
  EXPECT_EQ(hello.out, "hello\n");
  EXPECT_EQ(hello.err, "");
}

TEST_F(Cli, TheProgramReadsWhatItIsGiven) {
  write("sum.go",
        "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tsum := 0\n\tfor n := 0; ; sum += n {\n"
        "\t\tif _, err := fmt.Scan(&n); err != nil {\n\t\t\tbreak\n\t\t}\n\t}\n"
        "\tfmt.Println(sum)\n}\n");
  write("numbers.txt", "1 2\n39\n");
  EXPECT_EQ(run("run sum.go").out, "0\n");  // nothing is piped in
  EXPECT_EQ(run("run sum.go --stdin numbers.txt").out, "42\n");
  EXPECT_EQ(run("run sum.go", "numbers.txt").out, "42\n");
  EXPECT_EQ(run("run sum.go --stdin -", "numbers.txt").out, "42\n");
  EXPECT_NE(run("trace sum.go --stdin numbers.txt").out.find("input/read \"1\""), std::string::npos);
  EXPECT_NE(run("sum.go --transcript --stdin numbers.txt").out.find("\n42\n"), std::string::npos);
  EXPECT_EQ(run("run sum.go --stdin nowhere.txt").status, 1);
  EXPECT_EQ(run("run sum.go --stdin .").status, 1);
}

TEST_F(Cli, TwentySeedsReachBothEnds) {
  std::set<int> seen;
  for (int seed = 1; seed <= 20 && seen.size() < 2; ++seed) {
    seen.insert(run("run two_writers --seed " + std::to_string(seed)).status);
  }
  EXPECT_EQ(seen, (std::set<int>{0, 2}));
}

TEST_F(Cli, RunWithRaceReportsAsGoDoes) {
  const char* const kRaces = "package main\n\nvar n int\n\nfunc main() {\n\tgo func() { n = 1 }()\n\tn = 2\n%}\n";
  const auto program = [&](const char* end) { return std::regex_replace(kRaces, std::regex("%"), end); };
  write("a.go", program(""));
  const Outcome well = run("run --race --schedule 'g1*1 g2!' a.go");
  EXPECT_EQ(well.status, 66);
  EXPECT_TRUE(well.err.starts_with("==================\nWARNING: DATA RACE\nWrite at 0x")) << well.err;
  EXPECT_TRUE(well.err.ends_with("Found 1 data race(s)\n")) << well.err;
  EXPECT_NE(well.err.find((folder_ / "a.go:7").string()), std::string::npos) << well.err;
  EXPECT_EQ(run("run --schedule 'g1*1 g2!' a.go").status, 0);
  write("a.go", program("\tpanic(1)\n"));
  const Outcome badly = run("run --race --schedule 'g1*1 g2!' a.go");
  EXPECT_EQ(badly.status, 2);
  EXPECT_EQ(badly.err.find("Found"), std::string::npos) << badly.err;
}

TEST_F(Cli, WhatIsNoProgramGetsAMessage) {
  EXPECT_EQ(run("run nowhere.go").status, 1);
  EXPECT_EQ(run("run no_such_lesson").status, 1);
  EXPECT_EQ(run("run .").status, 1);
  expect_refused("empty.go", "", 3);
  std::string bytes;
  for (unsigned i = 0, x = 1; i < 5000; ++i)
    bytes += static_cast<char>((x = x * 1103515245 + 12345) >> 16);
  expect_refused("random.go", bytes, 3);
  expect_refused("zero.go", std::string(1000, '\0'), 3);
  expect_refused("huge.go", "package main\n" + std::string(10'000'000, 'x'), 1);
  expect_refused("nested.go",
                 "package main\n\nfunc main() {\n\tx := " + std::string(200'000, '(') + "1" +
                     std::string(200'000, ')') + "\n\t_ = x\n}\n",
                 3);
  expect_refused(
      "blocks.go",
      "package main\n\nfunc main() " + std::string(200'000, '{') + std::string(200'000, '}') + "\n",
      3);
  expect_refused("undefined.go", "package main\n\nfunc main() {\n\tx = 1\n}\n", 3);
  EXPECT_EQ(run("run undefined.go").err, "undefined.go:4:2: undefined: x\n");
}

TEST_F(Cli, RendersInEverySizeWithNoDisplay) {
  for (const auto& [size, width, height] :
       {std::tuple{"1280x720", 1280, 720}, std::tuple{"2560x1440", 2560, 1440}}) {
    const Outcome outcome = run("render two_writers@end -o x.png --size " + std::string(size));
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto image = platform::read_png((folder_ / "x.png").string());
    ASSERT_TRUE(image) << image.error();
    EXPECT_EQ(image.value().width, width);
    EXPECT_EQ(image.value().height, height);
  }
}

TEST_F(Cli, RendersLinesAndLettersWithNoOpenGl) {
  const Outcome outcome = run("render two_writers@end -o x.svg --size 1024x768");
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const std::string svg = text_of(folder_ / "x.svg");
  EXPECT_TRUE(svg.starts_with("<?xml")) << svg.substr(0, 80);
  EXPECT_NE(svg.find("width=\"1024\" height=\"768\""), std::string::npos);
  EXPECT_NE(svg.find("fatal error: concurrent map writes"), std::string::npos);
  EXPECT_TRUE(svg.ends_with("</svg>\n"));
}

TEST_F(Cli, RendersInChinese) {
  const Outcome outcome = run("render two_writers@2 --lang zh -o zh.svg");
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(text_of(folder_ / "zh.svg"), "");
  ASSERT_EQ(run("render two_writers@2 --lang en -o en.svg").status, 0);
  EXPECT_NE(text_of(folder_ / "zh.svg"), text_of(folder_ / "en.svg"));
}

TEST_F(Cli, RendersSheetsOfMoments) {
  const Outcome beats = run("render two_writers --n-up 4 -o sheet.svg --size 1200x848");
  ASSERT_EQ(beats.status, 0) << beats.err;
  EXPECT_EQ(beats.out, "sheet.svg\nsheet_2.svg\n");
  EXPECT_NE(text_of(folder_ / "sheet_2.svg").find("sheet 2 of 2"), std::string::npos);
  const Outcome steps = run("render two_writers --n-up 2 --steps 3,17 -o s.png --size 800x566");
  ASSERT_EQ(steps.status, 0) << steps.err;
  EXPECT_EQ(steps.out, "");
  const auto image = platform::read_png((folder_ / "s.png").string());
  ASSERT_TRUE(image) << image.error();
  EXPECT_EQ(image.value().height, 566);
  for (const char* wrong :
       {"render two_writers@2 --n-up 4 -o s.svg", "render two_writers --n-up 0 -o s.svg",
        "render two_writers --steps 3 -o s.svg", "render two_writers --n-up 4 --step 3 -o s.svg",
        "render two_writers --n-up 4 --steps x -o s.svg", "render two_writers --theme pink -o s.svg"})
    EXPECT_EQ(run(wrong).status, 64) << wrong;
}

TEST_F(Cli, WithNoDisplayItPlaysTheLessonAsText) {
  const Outcome outcome = run("");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 2) << outcome.err;
  EXPECT_NE(outcome.out.find("mapassign/set_writing"), std::string::npos);
  EXPECT_NE(outcome.out.find("fatal error: concurrent map writes"), std::string::npos);
  std::smatch named;
  ASSERT_TRUE(std::regex_search(outcome.out, named, std::regex("picture: (.*\\.png)\n")))
      << outcome.out;
  EXPECT_TRUE(platform::read_png(named[1].str()));
}

TEST_F(Cli, LessonsTellTheTruth) {
  EXPECT_EQ(run("lesson check").status, 0);
  const Outcome list = run("lesson list");
  for (const auto& entry : fs::directory_iterator(fs::path(HMAPLAB_ROOT) / "lessons")) {
    const std::string folder = entry.path().filename().string();
    if (!fs::exists(entry.path() / "lesson.toml")) continue;
    EXPECT_NE(list.out.find(folder.substr(folder.find('_') + 1)), std::string::npos) << folder;
  }
}

TEST_F(Cli, ConformsToVectors) {
  const std::string folder = HMAPLAB_ROOT "/core/testdata/vectors/";
  const Outcome fine = run("conform " + folder + "hints-header.jsonl.gz " + folder + "sched.jsonl.gz");
  EXPECT_EQ(fine.status, 0) << fine.err;
  EXPECT_NE(fine.out.find("hints-header.jsonl.gz: 11 operations checked"), std::string::npos);
  EXPECT_NE(fine.out.find("sched.jsonl.gz: 173 operations checked"), std::string::npos);
  const std::string header =
      R"({"fmt":"gomap-vec/1","kind":"i64","gotype":"map[int64]int64","path":"fast64","hasher":"real",)"
      R"("zv":"0","deltas":1,"hs":1})";
  const std::string make =
      R"({"n":1,"op":"make","via":"small","hint":0,"H":[1,0,0,0,0,"7d8c8b1b",0,0,-1,-1,0,-1,-1],)"
      R"("d":"625ddd20df2df921","st":{"nb":0,"b":[],"no":0}})";
  write("differs.jsonl", header + "\n" + make + "\n");
  const Outcome differs = run("conform differs.jsonl");
  EXPECT_EQ(differs.status, 1);
  for (const char* part : {"differs.jsonl:2:", "H.count", "expected   1", "got        0",
                           "in the memory: direct"}) {
    EXPECT_NE(differs.err.find(part), std::string::npos) << part << "\n" << differs.err;
  }
  for (const std::string text : {"", "\n", "{}\n", "[1]\n", "nonsense", "{\"op\":\"set\"}\n"}) {
    write("no_vectors.jsonl", text);
    const Outcome refused = run("conform no_vectors.jsonl");
    EXPECT_EQ(refused.status, 1) << text;
    EXPECT_EQ(refused.err.find("no_vectors.jsonl:"), 0u) << refused.err;
  }
  EXPECT_EQ(run("conform nowhere.jsonl").status, 1);
  EXPECT_EQ(run("conform .").status, 1);
}

TEST_F(Cli, ExplainTellsTheChain) {
  const Outcome fatal = run("explain two_writers");
  EXPECT_EQ(fatal.status, 0);
  EXPECT_EQ(fatal.out.find("fatal error: concurrent map writes\n\nWhy, in "), 0u) << fatal.out;
  for (const char* part : {"g2 sets hashWriting in stock.flags", "had it come last: exit status 0",
                           "recover: A fatal error is no panic", "What Go prints:",
                           "hmaplab run two_writers --schedule"})
    EXPECT_NE(fatal.out.find(part), std::string::npos) << part;
  // Its neighbours are schedules of the same program.
  const std::regex without("had it come last: exit status 0\n *--schedule \"([^\"]+)\"");
  std::smatch found;
  ASSERT_TRUE(std::regex_search(fatal.out, found, without));
  EXPECT_EQ(run("run two_writers --schedule '" + found[1].str() + "'").status, 0);
  EXPECT_EQ(run("run two_writers").status, 2);

  const Outcome fine = run("explain growing");
  EXPECT_EQ(fine.status, 0);
  EXPECT_EQ(fine.out.find("exit status 0\n"), 0u) << fine.out;
  EXPECT_NE(fine.out.find("hmaplab explore growing"), std::string::npos);
  EXPECT_EQ(run("explain nowhere.go").status, 1);
  EXPECT_NE(run("two_writers --transcript").out.find("\nWhy, in "), std::string::npos);
}

constexpr const char* kTwoWriters =
    "package main\n\nvar n int\n\nfunc main() {\n\tgo func() { n++ }()\n\tgo func() { n++ }()\n\tselect {}\n}\n";

TEST_F(Cli, InspectIsTheTextOfThePanels) {
  const Outcome end = run("inspect two_writers --word stock.flags --break mapassign/set_writing --break bad --with 0");
  EXPECT_EQ(end.status, 0);
  EXPECT_EQ(end.out.find("step "), 0U);
  EXPECT_NE(run("inspect asleep").out.find("waits: semacquire of done\n      freed by: nobody: it waits for ever"),
            std::string::npos);
  EXPECT_NE(end.out.find(": mapassign/set_writing\n"), std::string::npos);
  EXPECT_NE(end.out.find(": bad\n"), std::string::npos);
  EXPECT_NE(end.out.find("stock.flags at 0x"), std::string::npos);
  EXPECT_NE(end.out.find("fatal error: concurrent map writes | goes on"), std::string::npos);
  EXPECT_NE(run("inspect two_writers --step 3").out.find("step 3 of "), std::string::npos);
  EXPECT_EQ(run("inspect two_writers --word nothing").status, 1);
  EXPECT_EQ(run("inspect two_writers --break nothing").status, 1);
}

TEST_F(Cli, ExploreCountsAndShrinkAndTokenComeBack) {
  write("counter.go", kTwoWriters);
  const Outcome explored = run("explore counter.go --after 'g1!' --json");
  EXPECT_EQ(explored.status, 0);
  EXPECT_NE(explored.out.find("\"complete\":true"), std::string::npos) << explored.out;
  EXPECT_NE(explored.out.find("\"interleavings\":\"6\""), std::string::npos) << explored.out;
  EXPECT_NE(explored.out.find("\"race\":true"), std::string::npos) << explored.out;
  EXPECT_NE(run("explore counter.go").out.find("complete"), std::string::npos);
  const Outcome verdict = run("explore counter.go --after 'g1!' --verdict");
  EXPECT_EQ(verdict.status, 1);
  EXPECT_EQ(verdict.out.find("fails: "), 0U) << verdict.out;
  EXPECT_EQ(std::count(verdict.out.begin(), verdict.out.end(), '\n'), 1);
  EXPECT_EQ(run("explore counter.go --verdict --json").status, 64);
  EXPECT_EQ(run("explore counter.go --mode proof --preemptions 1").status, 64);

  const Outcome shrunk = run("shrink counter.go --schedule 'g1! g2 g3 g2 g3'");
  EXPECT_EQ(shrunk.status, 0);
  EXPECT_NE(shrunk.out.find("after    0 switches"), std::string::npos) << shrunk.out;

  Outcome token = run("token counter.go --schedule 'g1! g2 g3'");
  ASSERT_EQ(token.status, 0) << token.err;
  token.out.pop_back();
  EXPECT_EQ(run("token counter.go --token " + token.out).out, token.out + "\n");
  write("other.go", std::string(kTwoWriters) + "// another\n");
  EXPECT_EQ(run("token other.go --token " + token.out).status, 64);
  token.out[4] = token.out[4] == '0' ? '1' : '0';
  EXPECT_NE(run("token counter.go --token " + token.out).err.find("check sum"), std::string::npos);
}

// A track for each actor, a slice for each step, and as many ends of operations as begins.
TEST_F(Cli, TraceForPerfettoIsWellFormed) {
  const std::string text = run("trace two_writers --format perfetto").out;
  const auto json = nlohmann::json::parse(text, nullptr, false);
  ASSERT_FALSE(json.is_discarded()) << text.substr(0, 200);
  std::map<std::string, int> phases;
  std::set<std::string> tracks;
  std::map<int, int64_t> last;
  for (const auto& event : json["traceEvents"]) {
    ++phases[event["ph"]];
    if (event["name"] == "thread_name") tracks.insert(event["args"]["name"]);
    if (event["ph"] != "X") continue;
    const int track = event["tid"];
    EXPECT_TRUE(!last.contains(track) || last[track] < event["ts"].get<int64_t>());
    last[track] = event["ts"];
  }
  EXPECT_EQ(tracks, (std::set<std::string>{"g1", "g2", "g3"}));
  EXPECT_EQ(phases["B"], phases["E"]);
  EXPECT_GT(phases["B"], 3);
  const std::string lines = run("trace two_writers --format jsonl").out;
  EXPECT_EQ(phases["X"], std::count(lines.begin(), lines.end(), '\n') - 1);
  EXPECT_EQ(phases["i"], 1);
}

// Every subcommand and every option of the program stands in the README, and every lesson.
TEST_F(Cli, TheReadmeNamesAllThereIs) {
  const std::string readme = text_of(fs::path(HMAPLAB_ROOT) / "README.md");
  for (const char* command :
       {"", "run", "trace", "explain", "explore", "inspect", "shrink", "token", "render", "conform", "lesson", "lesson list", "lesson check"}) {
    const std::string help = run(std::string(command) + " --help").out;
    const std::regex option("--[a-z]+");
    for (std::sregex_iterator it(help.begin(), help.end(), option), end; it != end; ++it) {
      EXPECT_NE(readme.find(it->str()), std::string::npos)
          << "hmaplab " << command << " " << it->str();
    }
    EXPECT_NE(readme.find(std::string("hmaplab ") + command), std::string::npos) << command;
  }
  const std::string list = run("lesson list").out;
  const std::regex lesson("\n? *[0-9]+  ([a-z_]+)");
  for (std::sregex_iterator it(list.begin(), list.end(), lesson), end; it != end; ++it) {
    EXPECT_NE(readme.find("`" + (*it)[1].str() + "`"), std::string::npos) << (*it)[1];
  }
}

}  // namespace
}  // namespace hmaplab
