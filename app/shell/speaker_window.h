// The speaker's own window: notes and time. It has a window, an ImGui context and fonts of its own; keys
// that are pressed in it are those of the main window.
#pragma once

#include <memory>

#include "app/look/fonts.h"
#include "app/look/language.h"
#include "app/look/theme.h"
#include "app/pictures/moment.h"
#include "app/platform/window.h"

namespace hmaplab::shell {

class SpeakerWindow {
 public:
  // On the second monitor where there is one; the error is one sentence.
  static base::Result<std::unique_ptr<SpeakerWindow>> open();

  bool closed() const { return window_->closed(); }
  std::vector<platform::KeyPress> take_key_presses() { return window_->take_key_presses(); }
  void draw(const look::Theme& theme, const look::Language& language, const pictures::Run& run, const pictures::Moment& moment,
            double seconds);

 private:
  SpeakerWindow(std::unique_ptr<platform::Window> window, look::Fonts fonts)
      : window_(std::move(window)), fonts_(std::move(fonts)) {}

  std::unique_ptr<platform::Window> window_;
  look::Fonts fonts_;
};

}  // namespace hmaplab::shell
