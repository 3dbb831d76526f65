#include "app/cli/course_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>

#include "app/cli/command_line.h"
#include "app/cli/open_study.h"
#include "app/pictures/question_picture.h"
#include "app/platform/file.h"
#include "app/shell/handout.h"
#include "app/widgets/svg.h"
#include "core/lesson/course.h"
#include "core/trace/table.h"

namespace hmaplab::cli {
namespace {

constexpr size_t kPicturesOnASheet = 6;
constexpr const char* kStyle =
    "body{font:15px/1.5 Inter,\"Noto Sans CJK SC\",\"WenQuanYi Micro Hei\",sans-serif;max-width:62em;"
    "margin:2em auto;padding:0 1em;color:#111}img{width:100%;border:1px solid #bbb}"
    "pre{font:12px/1.4 \"JetBrains Mono\",monospace;background:#f6f6f6;padding:1em;overflow:auto}"
    "section{break-before:page}li{margin:.5em 0}.at{color:#666;font-size:12px}";

std::string escaped(const std::string& text) { return widgets::svg_escaped(text); }

// The beats and questions of a lesson as a list.
std::string narration_of(const lesson::Lesson& lesson, lesson::Language language) {
  std::string html = "<ol>\n";
  for (const lesson::Beat& beat : lesson.beats)
    html += fmt::format("<li><b>{}</b><br>{} <span class=at>{}</span></li>\n",
                        escaped(beat.title.in(language)), escaped(beat.text.in(language)),
                        escaped(beat.at.text));
  html += "</ol>\n";
  for (const lesson::Question& question : lesson.questions)
    html += fmt::format("<p>? {}</p>\n", escaped(question.ask.in(language)));
  return html;
}

// Writes the sheets of a lesson as SVG beside the page; the error is that of a file.
base::Result<std::string> pictures_of(OpenedStudy& opened, const std::string& name,
                                      const std::filesystem::path& folder) {
  shell::Handout handout{.places = kPicturesOnASheet, .moments = {}};
  handout.moments = shell::moments_of(opened.study->run(), kPicturesOnASheet);
  std::string html;
  for (; handout.sheet < handout.sheets(); ++handout.sheet) {
    const std::string file = fmt::format("{}_{}.svg", name, handout.sheet + 1);
    const auto svg = shell::handout_svg(*opened.study, handout,
                                        {.size = {1754, 1240}, .theme = look::ThemeName::Print});
    if (!svg) return svg;
    const auto written = platform::write_text(svg.value(), (folder / file).string());
    if (!written) return written;
    html += fmt::format("<p><img src=\"{0}\" alt=\"{1}\"></p>\n", file, name);
  }
  return html;
}

base::Result<std::string> section_of(const lesson::CoursePart& part, const PrintOptions& options) {
  ProgramOptions program;
  program.program = part.lesson;
  OpenStudyResult result = open_study(program);
  if (!result.opened) return base::Error{result.message};
  OpenedStudy& opened = *result.opened;
  const lesson::Lesson& lesson = *opened.program.lesson;
  auto pictures = pictures_of(opened, lesson.name, options.folder);
  if (!pictures) return pictures;
  const session::Session& session = *opened.session;
  return fmt::format(
      "<section>\n<h2>{} <small>{} min</small></h2>\n<p>{}</p>\n<pre>{}</pre>\n{}{}"
      "<details><summary>transcript</summary><pre>{}</pre></details>\n</section>\n",
      escaped(lesson.title.in(options.language)), part.minutes,
      escaped(lesson.summary.in(options.language)), escaped(lesson.source),
      narration_of(lesson, options.language), pictures.value(),
      escaped(trace::interleaving_table(session.last_world(), session.timeline(0).steps())));
}

int refuse(const std::string& why) {
  fmt::print(stderr, "hmaplab: {}\n", why);
  return kFailed;
}

}  // namespace

void add_course_command(CLI::App& app, Action& chosen) {
  CLI::App* command = app.add_subcommand("course", "orders of lessons: list, print");
  command->require_subcommand(1);
  command->add_subcommand("list", "every course with its time and its lessons")->callback([&chosen] {
    chosen = list_courses;
  });
  CLI::App* print = command->add_subcommand("print", "a course as HTML with pictures, to be printed");
  auto options = std::make_shared<PrintOptions>();
  print->add_option("course", options->course, "its name")->required()->type_name("COURSE");
  print->add_option("-o,--output", options->folder, "the folder for index.html and its pictures")
      ->required()
      ->type_name("DIR");
  const std::map<std::string, lesson::Language> languages = {{"en", lesson::Language::English},
                                                             {"zh", lesson::Language::Chinese}};
  print->add_option("--lang", options->language, "of the texts: en, zh")
      ->transform(CLI::CheckedTransformer(languages).description(""))
      ->type_name("en|zh");
  print->callback([options, &chosen] { chosen = [options] { return print_course(*options); }; });
}

int list_courses() {
  for (const lesson::Course& course : lesson::all_courses()) {
    fmt::print("{:<14} {} ({} min)\n{:<14} {}\n", course.name, course.title.en, course.minutes(), "",
               course.summary.en);
    for (const lesson::CoursePart& part : course.parts)
      fmt::print("{:<14} {:>3} min  {}\n", "", part.minutes, part.lesson);
  }
  return kFine;
}

int print_course(const PrintOptions& options) {
  const std::vector<lesson::Course> courses = lesson::all_courses();
  const auto found = std::find_if(courses.begin(), courses.end(), [&](const lesson::Course& course) {
    return course.name == options.course;
  });
  if (found == courses.end()) return refuse("there is no course \"" + options.course + "\"; see hmaplab course list");
  std::error_code error;
  std::filesystem::create_directories(options.folder, error);
  std::string html = fmt::format(
      "<!doctype html>\n<meta charset=utf-8>\n<title>{0}</title>\n<style>{1}</style>\n<h1>{0}</h1>\n"
      "<p>{2}</p>\n<p class=at>go1.23.5 linux/amd64 · {3} min</p>\n",
      escaped(found->title.in(options.language)), kStyle,
      escaped(found->summary.in(options.language)), found->minutes());
  for (const lesson::CoursePart& part : found->parts) {
    const auto section = section_of(part, options);
    if (!section) return refuse(section.error());
    html += section.value();
  }
  const auto path = (std::filesystem::path(options.folder) / "index.html").string();
  const auto written = platform::write_text(html, path);
  if (!written) return refuse(written.error());
  fmt::print("{}\n", path);
  return kFine;
}

}  // namespace hmaplab::cli
