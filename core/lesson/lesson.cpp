#include "core/lesson/lesson.h"

#include <fmt/format.h>

#include "core/bytecode/compiler.h"
#include "core/lesson/lesson_files.h"
#include "core/lesson/moment.h"

namespace hmaplab::lesson {
namespace {

std::string text_of(std::string_view folder, std::string_view name) {
  for (const base::EmbeddedFile& file : lesson_files()) {
    if (file.folder == folder && file.name == name) return std::string(file.text);
  }
  return "";
}

}  // namespace

std::vector<Lesson> all_lessons() {
  std::vector<Lesson> lessons;
  for (const base::EmbeddedFile& file : lesson_files()) {
    if (file.name != "lesson.toml") continue;
    base::Result<Lesson> lesson = load_lesson(
        std::string(file.folder), {.toml = std::string(file.text),
                                   .source = text_of(file.folder, "main.go"),
                                   .repaired = text_of(file.folder, "repaired.go"),
                                   .recorded = text_of(file.folder, "recorded.tsv")});
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

std::string verdict_of(const Lesson& lesson, const std::string& claim) {
  for (const Claim& one : lesson.claims)
    if (one.id == claim) return one.verdict;
  return "";
}

base::Result<Places> places_of(const Lesson& lesson, const session::Timeline& run) {
  Places places;
  uint32_t position = 0;
  const auto find = [&](const std::string& text, uint32_t line) -> base::Result<uint32_t> {
    auto found = find_moment(run, lesson.source, text, position);
    if (found) return found;
    return base::Error{fmt::format("{}/lesson.toml:{}: {}", lesson.folder, line, found.error())};
  };
  for (const Beat& beat : lesson.beats) {
    const auto found = find(beat.at.text, beat.at.line);
    if (!found) return base::Error{found.error()};
    places.beats.push_back(position = found.value());
  }
  position = 0;
  for (const Question& question : lesson.questions) {
    const auto found = find(question.at, question.line);
    if (!found) return base::Error{found.error()};
    places.questions.push_back(found.value());
  }
  return places;
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
  auto places = places_of(lesson, loaded.session->timeline(0));
  if (!places) return base::Error{places.error()};
  loaded.places = std::move(places).value();
  loaded.session->seek(loaded.places.beats.front());
  return loaded;
}

}  // namespace hmaplab::lesson
