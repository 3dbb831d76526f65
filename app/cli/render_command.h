// hmaplab render LESSON[@BEAT] -o OUT.png: the window's own frame as a picture, with no display.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cli/program_options.h"

namespace hmaplab::cli {

struct RenderOptions {
  std::string target;             // LESSON, LESSON@BEAT (from 1), LESSON@end, FILE.go
  std::optional<std::string> input = "";  // as in ProgramOptions
  std::optional<memory::MemoryOrder> memory;
  std::string schedule;           // empty: the lesson's own
  std::string panel;              // "census": stands in front of its tabs; "": as they are
  std::string zoom;               // of the map: "heat", "cards", "bytes"; "": as the window has it
  std::string press;              // keys, before the picture is made
  std::optional<uint32_t> step;   // the position to go to; without: that of the target
  std::string output;             // *.png, *.svg
  std::string size;               // pixels; "": 1280x720, of a sheet A4 across with 300 dots an inch
  std::optional<float> scale;  // without: so that the window's layout at 1280x720 fills the picture
  std::string language;        // "en", "zh"; "": what the environment asks for
  std::string theme;           // "": dark, of a sheet print
  std::optional<uint32_t> per_sheet;  // so many moments on a sheet instead of one alone
  std::vector<uint32_t> steps;        // those; empty: the beats
};

void add_render_command(CLI::App& app, Action& chosen);
int render(const RenderOptions& options);

}  // namespace hmaplab::cli
