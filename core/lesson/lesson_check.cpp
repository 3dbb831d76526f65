#include "core/lesson/lesson_check.h"

#include <fmt/format.h>

namespace hmaplab::lesson {

std::vector<std::string> check_lesson(const Lesson& lesson) {
  constexpr size_t kFewestBeats = 6;
  base::Result<LoadedLesson> loaded = open_lesson(lesson);
  if (!loaded) return {loaded.error()};
  std::vector<std::string> wrong;
  auto report = [&](const std::string& what, const std::string& ours, const std::string& gos) {
    if (ours != gos)
      wrong.push_back(fmt::format("{}/lesson.toml: {} is \"{}\", go1.23.5 has \"{}\"",
                                  lesson.folder, what, ours, gos));
  };
  const vm::World& last = loaded.value().session->last_world();
  std::string first_line = last.end()->stderr_text.substr(0, last.end()->stderr_text.find('\n'));
  report("standard output", last.stdout_text(), lesson.expected.stdout_text);
  report("the first line on standard error", first_line, lesson.expected.first_stderr_line);
  report("the exit status", std::to_string(last.end()->exit_status),
         std::to_string(lesson.expected.exit_status));
  for (size_t i = 1; i < lesson.beats.size(); ++i) {
    if (lesson.beats[i].at.text != lesson.beats[i - 1].at.text) continue;
    if (loaded.value().beat_positions[i] != loaded.value().beat_positions[i - 1]) continue;
    wrong.push_back(fmt::format("{}/lesson.toml:{}: \"{}\" is where the beat before it stands",
                                lesson.folder, lesson.beats[i].line, lesson.beats[i].at.text));
  }
  if (lesson.beats.size() < kFewestBeats) {
    wrong.push_back(fmt::format("{}/lesson.toml: {} beats; a lesson has at least {}", lesson.folder,
                                lesson.beats.size(), kFewestBeats));
  }
  return wrong;
}

}  // namespace hmaplab::lesson
