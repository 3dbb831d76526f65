#include "app/cli/lesson_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "app/cli/command_line.h"
#include "app/cli/lesson_folder.h"
#include "core/lesson/lesson.h"
#include "core/lesson/lesson_check.h"

namespace hmaplab::cli {

void add_lesson_command(CLI::App& app, Action& chosen) {
  CLI::App* command = app.add_subcommand("lesson", "the lessons: list, check");
  command->require_subcommand(1);
  command->add_subcommand("list", "every lesson with its name and title")->callback([&chosen] {
    chosen = list_lessons;
  });
  CLI::App* check =
      command->add_subcommand("check", "plays lessons and says where one does not tell the truth");
  auto folder = std::make_shared<std::string>();
  check->add_option("folder", *folder, "with lesson.toml and main.go; without: all lessons")
      ->type_name("DIR");
  check->callback([folder, &chosen] { chosen = [folder] { return check_lessons(*folder); }; });
}

int list_lessons() {
  size_t number = 0;
  for (const lesson::Lesson& lesson : lesson::all_lessons()) {
    fmt::print("{:>2}  {:<16} {}\n    {:<16} {}\n", ++number, lesson.name, lesson.title.en, "",
               lesson.summary.en);
  }
  return kFine;
}

namespace {

// Prints what is wrong, or that nothing is. Gives whether the lesson tells the truth.
bool report(const lesson::Lesson& lesson) {
  const std::vector<std::string> wrong = lesson::check_lesson(lesson);
  fmt::print("{:<22} {}\n", lesson.folder, wrong.empty() ? "ok" : "WRONG");
  for (const std::string& sentence : wrong) fmt::print("    {}\n", sentence);
  return wrong.empty();
}

}  // namespace

int check_lessons(const std::string& folder) {
  if (!folder.empty()) {
    const auto lesson = lesson_in_folder(folder);
    if (!lesson) {
      fmt::print(stderr, "hmaplab: {}\n", lesson.error());
      return kFailed;
    }
    return report(lesson.value()) ? kFine : kFailed;
  }
  bool all = true;
  for (const lesson::Lesson& lesson : lesson::all_lessons()) all = report(lesson) && all;
  return all ? kFine : kFailed;
}

}  // namespace hmaplab::cli
