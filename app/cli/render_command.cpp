#include "app/cli/render_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "app/cli/command_line.h"
#include "app/cli/open_study.h"
#include "app/platform/file.h"
#include "app/cli/said.h"
#include "app/platform/image.h"
#include "app/shell/handout.h"
#include "app/shell/still.h"

namespace hmaplab::cli {

namespace {

void add_what_is_shown(CLI::App& command, RenderOptions& options) {
  command.add_option("target", options.target, "LESSON, LESSON@BEAT, LESSON@end or FILE.go")
      ->required();
  add_input_option(command, options.input);
  add_memory_option(command, options.memory);
  command.add_option("--schedule", options.schedule, "who moves, instead of the lesson's own")
      ->type_name("TEXT");
  command.add_option("--step", options.step, "behind so many steps")->type_name("N");
  command
      .add_option("--panel", options.panel,
                  "stands in front of its tabs: map, census, …; the census is then made")
      ->type_name("NAME");
  command.add_option("--zoom", options.zoom, "how near the map is: heat, cards or bytes")
      ->check(CLI::IsMember({"heat", "cards", "bytes"}))
      ->type_name("NAME");
  command.add_option("--press", options.press, "letters to press in the window before")
      ->type_name("KEYS");
  command
      .add_option("--n-up", options.per_sheet,
                  "so many moments on a sheet of paper: the beats of the lesson, or --steps")
      ->check(CLI::Range(1, 16))
      ->type_name("N");
  command.add_option("--steps", options.steps, "with --n-up: the moments behind so many steps")
      ->delimiter(',')
      ->type_name("N,N,…");
}

void add_how_it_looks(CLI::App& command, RenderOptions& options) {
  command.add_option("-o,--output", options.output, "the PNG or SVG to write")
      ->required()
      ->type_name("OUT.png|OUT.svg");
  command.add_option("--size", options.size, "pixels; 1280x720, of a sheet 3508x2480")
      ->type_name("WxH");
  command
      .add_option("--scale", options.scale,
                  "pixels of a unit, 0.75 to 3; on a sheet, how much larger than usual")
      ->check(CLI::Range(0.75, 3.0))
      ->type_name("F");
  add_language_option(command, options.language);
  command
      .add_option("--theme", options.theme,
                  "dark, light, print or projector; dark, on a sheet print")
      ->check(CLI::IsMember({"dark", "light", "print", "projector"}))
      ->type_name("NAME");
}

}  // namespace

void add_render_command(CLI::App& app, Action& chosen) {
  CLI::App* command =
      app.add_subcommand("render", "a moment of a lesson as a picture; needs no display");
  auto options = std::make_shared<RenderOptions>();
  add_what_is_shown(*command, *options);
  add_how_it_looks(*command, *options);
  command->callback([options, &chosen] { chosen = [options] { return render(*options); }; });
}

namespace {

int refuse(int exit_status, const std::string& message) {
  fmt::print(stderr, "hmaplab: {}\n", message);
  return exit_status;
}

// As Command::Kind::ZoomMap counts them; 0 for none.
uint64_t zoom_named(const std::string& text) {
  return text == "heat" ? 1 : text == "cards" ? 2 : text == "bytes" ? 3 : 0;
}

std::optional<platform::PixelSize> parse_size(const std::string& text) {
  platform::PixelSize size;
  char cross = 0;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%5d%c%5d%c", &size.width, &cross, &size.height, &rest) != 3)
    return std::nullopt;
  if (cross != 'x' || size.width < 320 || size.height < 200 || size.width > 16384 ||
      size.height > 16384)
    return std::nullopt;
  return size;
}

bool is_svg(const std::string& path) { return path.ends_with(".svg"); }

// Either as SVG or as PNG, by the name of the file.
template <class MakeSvg, class MakeImage>
base::Result<std::string> write(const std::string& path, const MakeSvg& make_svg,
                                const MakeImage& make_image) {
  if (is_svg(path)) {
    const base::Result<std::string> svg = make_svg();
    return svg ? platform::write_text(svg.value(), path) : svg;
  }
  const base::Result<platform::Image> image = make_image();
  if (!image) return base::Error{image.error()};
  return platform::write_png(image.value(), path);
}

int render_one(shell::Study& study, const shell::StillOptions& still, const std::string& path) {
  const auto written = write(
      path, [&] { return shell::still_svg(study, still); },
      [&] { return shell::render_still(study, still); });
  return written ? kFine : refuse(kFailed, written.error());
}

// "plums.png", then "plums_2.png".
std::string sheet_path(const std::string& path, size_t sheet) {
  if (sheet == 0) return path;
  const size_t dot = path.rfind('.');
  return fmt::format("{}_{}{}", path.substr(0, dot), sheet + 1, path.substr(dot));
}

int render_sheets(shell::Study& study, const RenderOptions& options,
                  const shell::StillOptions& still) {
  const pictures::Run& run = study.run();
  shell::Handout handout{.places = *options.per_sheet, .moments = {}};
  handout.moments = options.steps.empty() ? shell::moments_of(run, handout.places, language_of(options.language))
                                          : shell::moments_at(run, options.steps);
  for (; handout.sheet < handout.sheets(); ++handout.sheet) {
    const std::string path = sheet_path(options.output, handout.sheet);
    const auto written = write(
        path, [&] { return shell::handout_svg(study, handout, still); },
        [&] { return shell::render_handout(study, handout, still); });
    if (!written) return refuse(kFailed, written.error());
    if (handout.sheets() > 1) fmt::print("{}\n", path);
  }
  return kFine;
}

// What is wrong with the options, "" for nothing.
std::string contradiction(const RenderOptions& options) {
  if (!is_svg(options.output) && !options.output.ends_with(".png"))
    return "the output must end in .png or .svg";
  if (!options.panel.empty() && !shell::panel_named(options.panel))
    return "there is no panel \"" + options.panel + "\"";
  if (!options.per_sheet && !options.steps.empty()) return "--steps goes with --n-up";
  const bool names_moment = options.step || options.target.find('@') != std::string::npos;
  if (options.per_sheet && names_moment)
    return "--n-up shows the beats of a lesson, or --steps, and no single moment";
  return "";
}

}  // namespace

int render(const RenderOptions& options) {
  const char* usual_size = options.per_sheet ? "3508x2480" : "1280x720";
  const auto size = parse_size(options.size.empty() ? usual_size : options.size);
  if (!size) return refuse(kBadUsage, "--size is WIDTHxHEIGHT in pixels, 320x200 to 16384x16384");
  if (const std::string wrong = contradiction(options); !wrong.empty())
    return refuse(kBadUsage, wrong);
  const size_t at = options.target.rfind('@');
  ProgramOptions program;
  program.program = options.target.substr(0, at);
  program.input = options.input;
  program.memory = options.memory;
  program.schedule = options.schedule;
  OpenStudyResult result = open_study(program);
  if (!result.opened) return not_opened(result.exit_status, result.message);
  const auto moved =
      go_to(*result.opened, at == std::string::npos ? "" : options.target.substr(at + 1));
  if (!moved) return refuse(kBadUsage, moved.error());
  shell::SessionStudy& study = *result.opened->study;
  if (options.step) study.apply({.kind = pictures::Command::Kind::Seek, .number = *options.step});
  const auto panel = shell::panel_named(options.panel);
  if (panel == shell::Panel::Census) study.explore_to_end();
  const auto usual_theme = options.per_sheet ? look::ThemeName::Print : look::ThemeName::Dark;
  const shell::StillOptions still{
      .size = *size,
      .scale = options.scale,
      .theme = look::theme_named(options.theme).value_or(usual_theme),
      .language = language_of(options.language),
      .panel = options.panel.empty() ? std::nullopt : panel,
      .press = options.press,
      .map_zoom = zoom_named(options.zoom)};
  return options.per_sheet ? render_sheets(study, options, still)
                           : render_one(study, still, options.output);
}

}  // namespace hmaplab::cli
