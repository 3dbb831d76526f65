#include "core/lesson/lesson.h"

#include <fmt/format.h>

#include "core/bytecode/compiler.h"
#include "core/lesson/lesson_files.h"
#include "core/lesson/moment.h"

namespace hmaplab::lesson {

std::vector<Lesson> all_lessons() {
  std::vector<Lesson> lessons;
  for (const base::EmbeddedFile& file : lesson_files()) {
    if (file.name != "lesson.toml") continue;
    std::string source;
    for (const base::EmbeddedFile& other : lesson_files()) {
      if (other.folder == file.folder && other.name == "main.go") source = other.text;
    }
    base::Result<Lesson> lesson =
        load_lesson(std::string(file.folder), std::string(file.text), source);
    INVARIANT(static_cast<bool>(lesson), lesson ? "" : lesson.error());
    lessons.push_back(std::move(lesson).value());
  }
  return lessons;
}

const Lesson* find_lesson(const std::vector<Lesson>& lessons, const std::string& name) {
  for (size_t i = 0; i < lessons.size(); ++i) {
    if (name == lessons[i].name || name == lessons[i].folder || name == std::to_string(i + 1))
      return &lessons[i];
  }
  return nullptr;
}

base::Result<LoadedLesson> open_lesson(const Lesson& lesson) {
  auto wrong = [&](const std::string& text) {
    return base::Error{fmt::format("{}/{}", lesson.folder, text)};
  };
  check::Options options;
  options.version.minor = static_cast<uint32_t>(lesson.options.go_minor);
  bytecode::CompileResult compiled = bytecode::compile_source("main.go", lesson.source, options);
  if (!compiled.program)
    return wrong(compiled.diagnostics.text(source::SourceFile("main.go", lesson.source)));
  auto schedule = schedule::parse_schedule(lesson.schedule);
  if (!schedule) return wrong("lesson.toml: " + schedule.error());
  LoadedLesson loaded{.lesson = lesson, .program = std::move(compiled.program)};
  loaded.session =
      std::make_unique<session::Session>(*loaded.program, lesson.options, schedule.value());
  if (!loaded.session->first_difference().empty()) {
    return wrong("lesson.toml: the schedule does not fit: " + loaded.session->first_difference());
  }
  uint32_t position = 0;
  for (const Beat& beat : lesson.beats) {
    auto found = find_moment(loaded.session->timeline(0), beat.at.text, position);
    if (!found) return wrong(fmt::format("lesson.toml:{}: {}", beat.line, found.error()));
    position = found.value();
    loaded.beat_positions.push_back(position);
  }
  loaded.session->seek(loaded.beat_positions.front());
  return loaded;
}

}  // namespace hmaplab::lesson
