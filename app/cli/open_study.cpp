#include "app/cli/open_study.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "app/cli/command_line.h"
#include "core/lesson/exploration.h"

namespace hmaplab::cli {
namespace {

// A question with what the engine says of it; one that has no answer in this run offers no choices.
pictures::QuestionMark question_mark(const OpenedStudy& opened, size_t index) {
  const lesson::Lesson& lesson = *opened.program.lesson;
  const lesson::Question& question = lesson.questions[index];
  const lesson::CensusClaim ways = lesson::ways_of(lesson);
  pictures::QuestionMark mark{.kind = question.kind,
                              .position = opened.places.questions[index],
                              .ask = question.ask,
                              .hint = question.hint,
                              .why = question.why,
                              .goal = question.of,
                              .points = ways.points,
                              .preemptions = ways.preemptions};
  if (!mark.is_prediction()) return mark;
  const auto options = lesson::options_of(question, opened.session->timeline(0), mark.position,
                                          lesson::verdict_of(lesson, question.of));
  if (options) mark.choices = options.value().choices;
  if (options) mark.right = options.value().right;
  return mark;
}

pictures::RunTexts texts_of(const OpenedStudy& opened) {
  pictures::RunTexts texts{.title = {.en = opened.program.name},
                           .file = opened.program.name,
                           .source = opened.program.source};
  if (!opened.program.lesson) return texts;
  const lesson::Lesson& lesson = *opened.program.lesson;
  texts.lesson = lesson.name;
  texts.title = lesson.title;
  texts.chapter = lesson.chapter;
  for (size_t i = 0; i < opened.places.beats.size(); ++i) {
    const lesson::Beat& beat = lesson.beats[i];
    texts.beats.push_back({.title = beat.title,
                           .text = beat.text,
                           .focus = beat.focus,
                           .map = beat.map,
                           .notes = beat.notes,
                           .position = opened.places.beats[i]});
  }
  for (size_t i = 0; i < opened.places.questions.size(); ++i)
    texts.questions.push_back(question_mark(opened, i));
  return texts;
}

schedule::Schedule lesson_schedule(const lesson::Lesson& lesson) {
  auto parsed = schedule::parse_schedule(lesson.schedule);
  return parsed ? std::move(parsed).value() : schedule::Schedule{};
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
  const schedule::Schedule schedule = held.lesson && held.token ? lesson_schedule(*held.lesson) : held.schedule;
  opened.session = std::make_unique<session::Session>(*held.program, held.options, schedule);
  if (held.lesson && !has_own_schedule(options)) {
    auto places = lesson::places_of(*held.lesson, opened.session->timeline(0));
    if (!places && !held.token) {  // with its options another run may have come out
      return {.opened = std::nullopt,
              .exit_status = kFailed,
              .message = "hmaplab: " + places.error() + "\n"};
    }
    if (places) {
      opened.places = std::move(places).value();
      opened.session->seek(opened.places.beats.front());
    }
  }
  opened.study = std::make_unique<shell::SessionStudy>(*opened.session, texts_of(opened));
  if (held.token) opened.study->go_to(*held.token);
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
  if (!is_number || beat < 1 || beat > study.places.beats.size()) {
    return base::Error{fmt::format("there is no beat \"{}\": a beat is 1 to {}, or end", where,
                                   study.places.beats.size())};
  }
  study.study->apply({.kind = Kind::Beat, .number = beat - 1});
  return 0;
}

}  // namespace hmaplab::cli
