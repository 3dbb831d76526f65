#include "app/cli/render_command.h"

#include <fmt/core.h>

#include <cstdio>
#include <memory>

#include "app/cli/command_line.h"

namespace hmaplab::cli {

void add_render_command(CLI::App& app, Action& chosen) {
  CLI::App* command =
      app.add_subcommand("render", "a moment of a lesson as a picture; needs no display");
  auto options = std::make_shared<RenderOptions>();
  command->add_option("target", options->target, "LESSON, LESSON@BEAT, LESSON@end or FILE.go")
      ->required();
  command->add_option("-o,--output", options->output, "the PNG to write")
      ->required()
      ->type_name("OUT.png");
  command->add_option("--size", options->size, "pixels")->type_name("WxH")->capture_default_str();
  command->add_option("--scale", options->scale, "pixels of a unit, 0.75 to 3")
      ->check(CLI::Range(0.75, 3.0))
      ->type_name("F");
  command->add_option("--theme", options->theme, "dark or light")
      ->check(CLI::IsMember({"dark", "light"}))
      ->type_name("NAME")
      ->capture_default_str();
  command->callback([options, &chosen] { chosen = [options] { return render(*options); }; });
}

int render(const RenderOptions& options) {
  fmt::print(stderr, "hmaplab: {} cannot be drawn yet: the engine is not wired in\n",
             options.target);
  return kFailed;
}

}  // namespace hmaplab::cli
