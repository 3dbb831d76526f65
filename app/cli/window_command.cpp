#include "app/cli/window_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>

#include "app/cli/command_line.h"
#include "app/cli/open_study.h"
#include "app/platform/file.h"
#include "app/cli/said.h"
#include "app/platform/image.h"
#include "app/shell/desktop.h"
#include "app/shell/still.h"
#include "app/shell/workbench.h"
#include "core/lesson/lesson.h"
#include "core/session/token.h"
#include "core/trace/heap_view.h"
#include "core/trace/store_view.h"
#include "core/trace/sync_view.h"
#include "core/trace/table.h"

namespace hmaplab::cli {

void add_window_options(CLI::App& app, WindowOptions& options) {
  app.add_option("program", options.program, "a Go file, or the name of a lesson")
      ->type_name("FILE.go|LESSON");
  add_input_option(app, options.input);
  add_memory_option(app, options.memory);
  app.add_option("--schedule", options.schedule, "who moves, instead of the lesson's own")
      ->type_name("TEXT");
  add_language_option(app, options.language);
  app.add_flag("--census", options.census, "with --transcript: what all schedules do, too");
  app.add_option("--twin", options.twin,
                 "keeps what the window shows in this file as text, at every moment: for screen readers")
      ->type_name("FILE");
  app.add_option("--frames", options.frames,
                 "the window closes itself behind so many frames: for measuring")
      ->type_name("N");
  app.add_flag("--reduced-motion", options.reduced_motion,
               "nothing moves by itself; as with HMAPLAB_REDUCED_MOTION=1");
  app.add_flag("--transcript", options.transcript, "what the window shows, as text");
}

namespace {

constexpr const char* kFirstLesson = "1";

std::string beats_text(const pictures::Run& run, look::LanguageName language) {
  std::string text = run.title.in(language) + "\n\n";
  for (size_t i = 0; i < run.beats.size(); ++i) {
    const pictures::BeatMark& beat = run.beats[i];
    text += fmt::format("{}. {} (step {})\n{}\n\n", i + 1, beat.title.in(language), beat.position,
                        beat.text.in(language));
  }
  return text;
}

// What is left at the end: maps, heap, channels and locks, store buffers.
std::string end_text(const vm::World& world) {
  std::string text;
  for (const memory::Address map : trace::maps_of(world))
    text += "\nA map at the end: " + trace::map_text(trace::view_map(world, map));
  text += "\nThe heap at the end:\n" + trace::heap_text(trace::view_heap(world));
  const std::string sync = trace::sync_text(trace::view_sync(world));
  if (!sync.empty()) text += "\nChannels and locks at the end:\n" + sync;
  const std::string stores = trace::store_buffers_text(world);
  if (!stores.empty()) text += "\nStore buffers at the end, " + stores;
  return text;
}

// The run as text: the interleaving table, and what the program printed.
void print_transcript(const OpenedStudy& opened, const std::string& language) {
  const session::Session& session = *opened.session;
  const pictures::Run& run = opened.study->run();
  const vm::World& world = session.last_world();
  print_said(beats_text(run, language_of(language)), language);
  print_said(trace::interleaving_table(world, session.timeline(session.branch()).steps()),
             language);
  print_said(end_text(world), language);
  const std::string output = world.stdout_text();
  if (!output.empty()) fmt::print("\n{}", output);
  if (run.explanation.chain.empty()) {
    if (!session.ending().go_text.empty()) fmt::print("\n{}", session.ending().go_text);
  } else {
    print_said("\n" + session::explanation_text(session.timeline(session.branch()),
                                                run.explanation, run.file),
               language);
  }
  print_said(fmt::format("exit status {}\n", session.ending().exit_status), language);
  const pictures::Census& census = opened.study->census();
  if (census.phase != pictures::Census::Phase::Never)
    print_said("\n" + pictures::census_text(census), language);
}

std::string picture_name(const OpenedStudy& opened) {
  return "hmaplab_" + (opened.program.lesson ? opened.program.lesson->name : opened.program.name);
}

// In the folder that one is in, or where temporary files go; gives the whole path.
template <class Write>
base::Result<std::string> write_somewhere(const std::string& name, const Write& write) {
  std::error_code error;
  const std::filesystem::path here = std::filesystem::current_path(error) / name;
  if (auto written = write(here.string()); written) return written;
  return write((std::filesystem::temp_directory_path(error) / name).string());
}

// As PNG; where there is no OpenGL either, as SVG.
base::Result<std::string> write_picture(OpenedStudy& opened, look::LanguageName language) {
  const std::string name = picture_name(opened);
  if (const auto image = shell::render_still(*opened.study, {.language = language})) {
    return write_somewhere(name + ".png", [&](const std::string& path) {
      return platform::write_png(image.value(), path);
    });
  }
  const auto svg = shell::still_svg(*opened.study, {.language = language});
  if (!svg) return svg;
  return write_somewhere(name + ".svg", [&](const std::string& path) {
    return platform::write_text(svg.value(), path);
  });
}

// Instead of a window: the transcript, and the end as a picture in the folder that one is in.
int play_as_text(OpenedStudy& opened, const std::string& reason, const std::string& language) {
  fmt::print(stderr, "hmaplab: no window can be opened here ({}): playing \"{}\" as text\n", reason,
             opened.study->run().title.in(language_of(language)));
  fmt::print(stderr,
             "hmaplab: run, trace, explore, inspect and render work without a window; where OpenGL is too old, "
             "LIBGL_ALWAYS_SOFTWARE=1 may open one\n");
  print_transcript(opened, language);
  std::fflush(stdout);
  opened.study->apply({.kind = pictures::Command::Kind::Last});
  const auto written = write_picture(opened, language_of(language));
  if (!written) {
    fmt::print(stderr, "hmaplab: there is no picture of it either: {}\n", written.error());
    return kFine;
  }
  fmt::print("its last step as a picture: {}\n", written.value());
  return kFine;
}

// What the study needs is held by `opened`.
shell::Subject subject_of(std::shared_ptr<OpenedStudy> opened, const std::string& asked) {
  const OpenedProgram& program = opened->program;
  std::error_code error;
  const bool is_built_in = program.lesson && program.place.empty();
  const std::string name =
      is_built_in ? program.lesson->name : std::filesystem::absolute(asked, error).string();
  shell::Subject subject{.held = opened,
                         .study = opened->study.get(),
                         .name = name,
                         .place = is_built_in ? "" : name,
                         .file = program.name,
                         .source = program.source,
                         .options = program.options,
                         .schedule = program.schedule};
  return subject;
}

ProgramOptions program_options(const WindowOptions& options, const std::string& name) {
  ProgramOptions program;
  program.program = name;
  program.input = options.input;
  program.memory = options.memory;
  return program;
}

// Without the name of this program in front and the line break behind.
std::string message_for_people(std::string message) {
  constexpr std::string_view kName = "hmaplab: ";
  if (message.starts_with(kName)) message.erase(0, kName.size());
  while (message.ends_with('\n')) message.pop_back();
  return message;
}

shell::Opening opening_with(const WindowOptions& options) {
  shell::Opening opening{.open = {}, .lessons = {}, .recent = shell::RecentFiles::usual_place()};
  for (const lesson::Lesson& lesson : lesson::all_lessons()) {
    opening.lessons.push_back({.kind = pictures::OpenChoice::Kind::Lesson,
                               .text = lesson.name,
                               .beside = lesson.title.in(language_of(options.language)),
                               .path = lesson.name});
  }
  opening.open = [options](const std::string& name) -> shell::Opened {
    OpenStudyResult result = open_study(program_options(options, name));
    if (!result.opened) return {std::nullopt, message_for_people(result.message)};
    return {subject_of(std::make_shared<OpenedStudy>(std::move(*result.opened)), name), ""};
  };
  return opening;
}

// Who has asked for a certain moment wants to see that, and who measures no newcomer's tour.
bool welcomes(const WindowOptions& options) {
  return options.schedule.empty() && !options.frames && !session::parse_token(options.program);
}

}  // namespace

int open_window(const WindowOptions& options) {
  const std::string name = options.program.empty() ? kFirstLesson : options.program;
  ProgramOptions program = program_options(options, name);
  program.schedule = options.schedule;
  OpenStudyResult result = open_study(program);
  if (!result.opened) return not_opened(result.exit_status, result.message);
  if (options.transcript) {
    if (options.census) result.opened->study->explore_to_end();
    print_transcript(*result.opened, options.language);
    return kFine;
  }
  const auto opened = std::make_shared<OpenedStudy>(std::move(*result.opened));
  shell::Workbench workbench(subject_of(opened, name), opening_with(options));
  const auto motion = options.reduced_motion ? shell::Motion::Reduced : shell::usual_motion();
  const auto ran = shell::run_window(workbench, {.most_frames = options.frames,
                                                 .twin = options.twin,
                                                 .motion = motion,
                                                 .welcomes = welcomes(options),
                                                 .language = look::language_named(options.language)});
  return ran ? kFine : play_as_text(*opened, ran.error(), options.language);
}

}  // namespace hmaplab::cli
