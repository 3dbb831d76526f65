// The shell on a desktop: opens the window and runs until it is closed. It draws when something
// happened or something plays, and sleeps otherwise.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/look/language.h"
#include "app/shell/shell.h"
#include "app/shell/study.h"
#include "core/base/result.h"

namespace hmaplab::shell {

struct WindowRun {
  std::optional<uint64_t> most_frames;
  std::string twin;  // a file that has the text twin of the window, whenever it changes; "" for none
  Motion motion = Motion::Full;
  bool welcomes = false;  // newcomers, by a tour
  // Without: the one that a person chose, else what the environment asks for.
  std::optional<look::LanguageName> language;
};

// An error is one sentence: there is no display, or no OpenGL 3.3. With `most_frames` the window
// closes itself behind so many.
base::Result<int> run_window(Study& study, const WindowRun& how = {});

}  // namespace hmaplab::shell
