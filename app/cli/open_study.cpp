#include "app/cli/open_study.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "app/cli/command_line.h"
#include "core/lesson/moment.h"

namespace hmaplab::cli {
namespace {

base::Result<std::vector<uint32_t>> positions_of(const lesson::Lesson& lesson,
                                                 const session::Session& session) {
  std::vector<uint32_t> positions;
  uint32_t position = 0;
  for (const lesson::Beat& beat : lesson.beats) {
    const auto found = lesson::find_moment(session.timeline(0), beat.at.text, position);
    if (!found)
      return base::Error{
          fmt::format("{}/lesson.toml:{}: {}", lesson.folder, beat.line, found.error())};
    position = found.value();
    positions.push_back(position);
  }
  return positions;
}

pictures::RunTexts texts_of(const OpenedStudy& opened) {
  pictures::RunTexts texts{
      .title = opened.program.name, .file = opened.program.name, .source = opened.program.source};
  if (!opened.program.lesson) return texts;
  const lesson::Lesson& lesson = *opened.program.lesson;
  texts.title = lesson.title;
  texts.chapter = lesson.chapter;
  for (size_t i = 0; i < opened.beat_positions.size(); ++i) {
    const lesson::Beat& beat = lesson.beats[i];
    texts.beats.push_back({.title = beat.title,
                           .text = beat.text,
                           .focus = beat.focus,
                           .position = opened.beat_positions[i]});
  }
  return texts;
}

// The beats hold for the schedule that the lesson itself has.
bool has_own_schedule(const ProgramOptions& options) {
  return !options.schedule.empty() || !options.policy.empty() || options.seed;
}

}  // namespace

OpenStudyResult open_study(const ProgramOptions& options) {
  OpenResult program = open_program(options);
  if (!program.opened) {
    return {.opened = std::nullopt,
            .exit_status = program.exit_status,
            .message = std::move(program.message)};
  }
  OpenedStudy opened{.program = std::move(*program.opened)};
  const OpenedProgram& held = opened.program;
  opened.session = std::make_unique<session::Session>(*held.program, held.options, held.schedule);
  if (held.lesson && !has_own_schedule(options)) {
    auto positions = positions_of(*held.lesson, *opened.session);
    if (!positions) {
      return {.opened = std::nullopt,
              .exit_status = kFailed,
              .message = "hmaplab: " + positions.error() + "\n"};
    }
    opened.beat_positions = std::move(positions).value();
    if (!opened.beat_positions.empty()) opened.session->seek(opened.beat_positions.front());
  }
  opened.study = std::make_unique<shell::SessionStudy>(*opened.session, texts_of(opened));
  OpenStudyResult result;
  result.opened = std::move(opened);
  return result;
}

base::Result<int> go_to(OpenedStudy& study, const std::string& where) {
  using Kind = pictures::Command::Kind;
  if (where.empty()) return 0;
  if (where == "end") {
    study.study->apply({.kind = Kind::Last});
    return 0;
  }
  size_t beat = 0;
  const auto [end, error] = std::from_chars(where.data(), where.data() + where.size(), beat);
  const bool is_number = error == std::errc() && end == where.data() + where.size();
  if (!is_number || beat < 1 || beat > study.beat_positions.size()) {
    return base::Error{fmt::format("there is no beat \"{}\": a beat is 1 to {}, or end", where,
                                   study.beat_positions.size())};
  }
  study.study->apply({.kind = Kind::Beat, .number = beat - 1});
  return 0;
}

}  // namespace hmaplab::cli
