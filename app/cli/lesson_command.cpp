#include "app/cli/lesson_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "app/cli/command_line.h"
#include "app/cli/lesson_folder.h"
#include "app/platform/file.h"
#include "core/bytecode/compiler.h"
#include "core/lesson/lesson.h"
#include "core/lesson/lesson_check.h"
#include "core/lesson/record.h"
#include "core/session/session.h"

namespace hmaplab::cli {

void add_lesson_command(CLI::App& app, Action& chosen) {
  CLI::App* command = app.add_subcommand("lesson", "the lessons: list, check");
  command->require_subcommand(1);
  command->add_subcommand("list", "every lesson with its name and title")->callback([&chosen] {
    chosen = list_lessons;
  });
  CLI::App* fresh = command->add_subcommand(
      "new", "a folder to write a lesson in; opened as hmaplab NAME, Ctrl B records beats into it");
  auto name = std::make_shared<std::string>();
  fresh->add_option("name", *name, "of the folder: 70_my_lesson")->required()->type_name("NAME");
  fresh->callback([name, &chosen] { chosen = [name] { return new_lesson(*name); }; });
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

int new_lesson(const std::string& name) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(name).lexically_normal();
  std::error_code error;
  if (fs::exists(folder, error)) {
    fmt::print(stderr, "hmaplab: {} is there already\n", folder.string());
    return kFailed;
  }
  const std::string source =
      "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tstock := map[string]int{\"apples\": 3}\n"
      "\tstock[\"pears\"] = 5\n\tfmt.Println(len(stock))\n}\n";
  const auto compiled = bytecode::compile_source("main.go", source, {});
  const session::Session session(*compiled.program, {}, {});
  const std::string title = folder.filename().string();
  fs::create_directories(folder, error);
  const auto toml = platform::write_text(lesson::lesson_toml(session.timeline(0), title, ""),
                                         (folder / "lesson.toml").string());
  const auto program = platform::write_text(source, (folder / "main.go").string());
  if (!toml || !program) {
    fmt::print(stderr, "hmaplab: {}\n", toml ? program.error() : toml.error());
    return kFailed;
  }
  fmt::print("{0}: write {0}/main.go, open it with hmaplab {0}, record beats with Ctrl B; {0}/lesson.toml is read anew whenever it is saved\n",
             folder.string());
  return kFine;
}

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
