// Every text that comes on a screen, in Chinese: it is translated, or it is code, a name, or what Go
// itself says.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "app/cli/tour_testing.h"
#include "core/lesson/lesson.h"

namespace hmaplab::cli {
namespace {

// What Go prints and how it names things, and lines of programs.
bool is_from_outside(const std::string& line) {
  for (const char* text :
       {"fatal error: ", "panic: ", "goroutine ", "runtime error: ", "defer ", "nil map", "tophash ",
        "assignment to entry", "wait for GC cycle", "finalizer wait", "chan receive", "chan send", "select: ", "stack overflow",
        "fatal error", "]chan ", "close of ", "out of memory", "select (no cases)", " hchan", " overflow  "}) {
    if (line.find(text) != std::string::npos) return true;
  }
  static const std::regex kCode(R"re([;{}"]|\(\)|:=|//|\+\+)re");
  return std::regex_search(line, kCode);
}

// Two English words side by side: a sentence that was forgotten.
bool has_english(const std::string& said) {
  static const std::regex kWords("(^|[^A-Za-z./_])[A-Za-z]?[a-z]+[,:]? [a-z]{2,}($|[^A-Za-z./_(])");
  std::istringstream lines(said);
  for (std::string line; std::getline(lines, line);) {
    if (!is_from_outside(line) && std::regex_search(line, kWords)) return true;
  }
  return false;
}

// With HMAPLAB_TEXTS=FILE what is not translated is written there.
void note(const Tour& tour) {
  const char* file = std::getenv("HMAPLAB_TEXTS");
  if (file == nullptr) return;
  std::ofstream out(file, std::ios::app);
  for (const auto& [english, said] : tour.heard()) {
    if (english == said || has_english(said)) out << english << "\n=> " << said << "\n----\n";
  }
}

// The texts of a lesson are not hmaplab's own.
std::string without_lesson(std::string said, const lesson::Lesson& lesson) {
  std::vector<std::string> own = {lesson.title.zh, lesson.chapter.zh};
  std::istringstream source(lesson.source);
  for (std::string line; std::getline(source, line);) {
    const size_t begin = line.find_first_not_of("\t ");
    if (begin != std::string::npos && line.find(' ', begin) != std::string::npos)
      own.push_back(line.substr(begin));
  }
  for (const lesson::Beat& beat : lesson.beats) own.push_back(beat.title.zh);
  for (const std::string& text : own) {
    for (size_t at = 0; !text.empty() && (at = said.find(text)) != std::string::npos;)
      said.replace(at, text.size(), "");
  }
  return said;
}

// "stock, alias  map[int]string": the variables that hold a map.
bool names_a_map(const std::string& said, const lesson::Lesson& lesson) {
  const bool has_type = said.find("  map[") != std::string::npos;
  std::string names = said.substr(0, said.find("  "));
  if (!has_type && names.find(", ") == std::string::npos) return false;
  if (names.starts_with('(') && names.ends_with(')')) names = names.substr(1, names.size() - 2);
  for (size_t comma; (comma = names.find(", ")) != std::string::npos;) names.replace(comma, 2, "\n");
  std::istringstream lines(names);
  for (std::string name; std::getline(lines, name);) {
    if (lesson.source.find(name.substr(0, name.find_first_of(".[ "))) == std::string::npos) return false;
  }
  return true;
}

OpenedStudy opened(const std::string& program) {
  ProgramOptions options;
  options.program = program;
  OpenStudyResult result = open_study(options);
  EXPECT_TRUE(result.opened) << program << ": " << result.message;
  return std::move(*result.opened);
}

// The words alone that stay as they are in every lesson: fields, keys, halves, goroutines.
const std::set<std::string> kNames = {"flags", "count", "X",     "Y",  "f",   "PgDn", "hmaplab",
                                      "true",  "false", "panic", "gc", "map", "null",
                                      "seen",  "done"};  // the last two are variables of the standard library

// What a question offers is mostly what the program prints.
bool is_choice(const pictures::Run& run, const std::string& text) {
  return std::any_of(run.questions.begin(), run.questions.end(), [&](const auto& question) {
    const auto& choices = question.choices;
    return std::find(choices.begin(), choices.end(), text) != choices.end();
  });
}

TEST(Chinese, EveryTextOfTheLessons) {
  constexpr size_t kWithEveryPanel = 8;  // of the lessons: from each something else
  Blank blank;
  size_t visited = 0;
  for (const lesson::Lesson& lesson : lesson::all_lessons()) {
    Tour tour(blank);
    OpenedStudy study = opened(lesson.name);
    const bool is_whole = visited++ < kWithEveryPanel;
    tour.visit(study, is_whole ? 12 : 3, is_whole ? Tour::What::EveryPanel : Tour::What::TheRun);
    note(tour);
    for (const auto& [english, said] : tour.heard()) {
      if (is_choice(study.study->run(), english) || names_a_map(said, lesson)) continue;
      EXPECT_FALSE(has_english(said) && has_english(without_lesson(said, lesson)))
          << lesson.name << ": \"" << english << "\" is said \"" << said << '"';
      const bool is_word = std::all_of(english.begin(), english.end(),
                                       [](char byte) { return std::isalpha(byte) != 0; });
      const bool is_in_program = lesson.source.find(english) != std::string::npos;
      EXPECT_TRUE(!is_word || is_in_program || said != english || kNames.contains(english))
          << lesson.name << ": " << english;
    }
  }
}

TEST(Chinese, OtherPrograms) {
  const char* folder = std::getenv("HMAPLAB_MORE");
  if (folder == nullptr) GTEST_SKIP();
  Blank blank;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".go") continue;
    ProgramOptions options;
    options.program = entry.path().string();
    options.limits.steps = 3000;
    OpenStudyResult result = open_study(options);
    if (!result.opened) continue;
    Tour tour(blank);
    tour.visit(*result.opened, 4, Tour::What::EveryPanel);
    note(tour);
  }
}

}  // namespace
}  // namespace hmaplab::cli
