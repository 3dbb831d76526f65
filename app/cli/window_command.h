// hmaplab [FILE.go | LESSON]: opens the window. Where there is no display it says so in one line,
// plays the program as text, and writes the step that ends it as a PNG.
#pragma once

#include <optional>
#include <string>

#include "app/cli/program_options.h"

namespace hmaplab::cli {

struct WindowOptions {
  std::string program;      // empty: the first lesson
  std::optional<std::string> input = "";  // as in ProgramOptions
  std::optional<memory::MemoryOrder> memory;
  std::string schedule;     // empty: the lesson's own
  std::string language;     // "en", "zh"; "": what the environment asks for
  bool census = false;      // in the transcript, too
  std::string twin;        // the file that the text twin is kept in; "" for none
  bool reduced_motion = false;
  std::optional<uint64_t> frames;  // the window closes itself behind so many
  bool transcript = false;  // the text twin of the window, on stdout, instead of the window
};

void add_window_options(CLI::App& app, WindowOptions& options);
int open_window(const WindowOptions& options);

}  // namespace hmaplab::cli
