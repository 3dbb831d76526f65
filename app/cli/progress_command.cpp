#include "app/cli/progress_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "app/cli/command_line.h"
#include "app/shell/own_folders.h"
#include "app/shell/progress.h"
#include "core/lesson/lesson.h"

namespace hmaplab::cli {
namespace {

void print_lesson(const std::string& name, const shell::LessonProgress& lesson) {
  std::string questions;
  for (const std::string& question : lesson.questions)
    questions += (questions.empty() ? "" : ", ") + (question.empty() ? "open" : question);
  fmt::print("{:<24} beat {} of {}{}{}\n", name, lesson.beats, lesson.of,
             questions.empty() ? "" : "   questions: ", questions);
}

}  // namespace

void add_progress_command(CLI::App& app, Action& chosen) {
  CLI::App* command =
      app.add_subcommand("progress", "how far you are with the lessons; kept on this machine only");
  auto json = std::make_shared<bool>(false);
  command->add_flag("--json", *json, "as JSON, for a teacher");
  command->callback([json, &chosen] {
    chosen = [json] { return print_progress(*json ? ProgressForm::Json : ProgressForm::Text); };
  });
}

int print_progress(ProgressForm form) {
  const auto folder = shell::state_folder();
  const std::string text =
      folder ? shell::text_of_file(*folder / "progress.toml").value_or("") : "";
  const shell::Progress progress = shell::Progress::parse(text);
  if (form == ProgressForm::Json) {
    std::fputs(progress.to_json().c_str(), stdout);
    return kFine;
  }
  size_t begun = 0;
  for (const lesson::Lesson& lesson : lesson::all_lessons()) {
    const auto known = progress.lessons().find(lesson.name);
    if (known == progress.lessons().end()) continue;
    print_lesson(lesson.name, known->second);
    ++begun;
  }
  fmt::print("{} of {} lessons begun\n", begun, lesson::all_lessons().size());
  return kFine;
}

}  // namespace hmaplab::cli
