#include "app/cli/render_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "app/cli/command_line.h"
#include "app/cli/open_study.h"
#include "app/platform/file.h"
#include "app/platform/image.h"
#include "app/shell/still.h"

namespace hmaplab::cli {

void add_render_command(CLI::App& app, Action& chosen) {
  CLI::App* command =
      app.add_subcommand("render", "a moment of a lesson as a picture; needs no display");
  auto options = std::make_shared<RenderOptions>();
  command->add_option("target", options->target, "LESSON, LESSON@BEAT, LESSON@end or FILE.go")
      ->required();
  add_input_option(*command, options->input);
  add_memory_option(*command, options->memory);
  command->add_option("--schedule", options->schedule, "who moves, instead of the lesson's own")
      ->type_name("TEXT");
  command->add_option("--step", options->step, "behind so many steps")->type_name("N");
  command
      ->add_option("--panel", options->panel,
                   "stands in front of its tabs: map, census, …; the census is then made")
      ->type_name("NAME");
  command->add_option("--zoom", options->zoom, "how near the map is: heat, cards or bytes")
      ->check(CLI::IsMember({"heat", "cards", "bytes"}))
      ->type_name("NAME");
  command->add_option("--press", options->press, "letters to press in the window before")
      ->type_name("KEYS");
  command->add_option("-o,--output", options->output, "the PNG or SVG to write")
      ->required()
      ->type_name("OUT.png|OUT.svg");
  command->add_option("--size", options->size, "pixels")->type_name("WxH")->capture_default_str();
  command->add_option("--scale", options->scale, "pixels of a unit, 0.75 to 3")
      ->check(CLI::Range(0.75, 3.0))
      ->type_name("F");
  command->add_option("--theme", options->theme, "dark, light, print or projector")
      ->check(CLI::IsMember({"dark", "light", "print", "projector"}))
      ->type_name("NAME")
      ->capture_default_str();
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

base::Result<std::string> write_svg(shell::Study& study, const shell::StillOptions& still,
                                    const std::string& path) {
  const auto svg = shell::still_svg(study, still);
  return svg ? platform::write_text(svg.value(), path) : svg;
}

base::Result<std::string> write_image(shell::Study& study, const shell::StillOptions& still,
                                      const std::string& path) {
  const auto image = shell::render_still(study, still);
  if (!image) return base::Error{image.error()};
  return platform::write_png(image.value(), path);
}

}  // namespace

int render(const RenderOptions& options) {
  const auto size = parse_size(options.size);
  if (!size) return refuse(kBadUsage, "--size is WIDTHxHEIGHT in pixels, 320x200 to 16384x16384");
  const bool as_svg = options.output.ends_with(".svg");
  if (!as_svg && !options.output.ends_with(".png"))
    return refuse(kBadUsage, "the output must end in .png or .svg");
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
  if (!options.panel.empty() && !panel)
    return refuse(kBadUsage, "there is no panel \"" + options.panel + "\"");
  if (panel == shell::Panel::Census) study.explore_to_end();
  const shell::StillOptions still{.size = *size,
                                  .scale = options.scale,
                                  .theme = look::theme_named(options.theme).value_or(look::ThemeName::Dark),
                                  .panel = panel,
                                  .press = options.press,
                                  .map_zoom = zoom_named(options.zoom)};
  const auto written = as_svg ? write_svg(study, still, options.output)
                              : write_image(study, still, options.output);
  if (!written) return refuse(kFailed, written.error());
  return kFine;
}

}  // namespace hmaplab::cli
