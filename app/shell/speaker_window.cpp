#include "app/shell/speaker_window.h"

#include <imgui.h>

#include <utility>

#include "app/pictures/speaker_picture.h"
#include "app/widgets/panel.h"

namespace hmaplab::shell {

base::Result<std::unique_ptr<SpeakerWindow>> SpeakerWindow::open() {
  auto window = platform::Window::open("hmaplab: notes", {.width = 640, .height = 420},
                                       platform::Window::Place::Beside);
  if (!window) return base::Error{window.error()};
  auto fonts = look::Fonts::load();
  if (!fonts) return base::Error{fonts.error()};
  return std::unique_ptr<SpeakerWindow>(
      new SpeakerWindow(std::move(window).value(), std::move(fonts).value()));
}

void SpeakerWindow::draw(const look::Theme& theme, const look::Language& language,
                         const pictures::Run& run,
                         const pictures::Moment& moment, double seconds) {
  constexpr float kPadding = 20;
  constexpr float kEnlarged = 1.25F;
  window_->use();
  const float scale = window_->content_scale() * kEnlarged;
  const look::SpokenMeasure spoken(fonts_, language);
  fonts_.expect(language.characters());
  if (scale != fonts_.scale() || fonts_.stale()) {
    fonts_.build(scale);
    window_->fonts_changed();
  }
  window_->begin_frame();
  const widgets::Canvas canvas{.theme = theme, .fonts = fonts_, .spoken = &spoken, .scale = scale};
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const pictures::Rect inside = pictures::Rect{0, 0, size.x / scale, size.y / scale}.grown(-kPadding);
  {
    const widgets::RootWindow root;
    widgets::draw_bare(canvas, inside,
                       pictures::speaker_picture(run, moment, seconds, inside.w, spoken));
  }
  const look::Rgba ground = theme[look::Color::Panel];
  window_->end_frame({static_cast<float>(ground.red) / 255, static_cast<float>(ground.green) / 255,
                      static_cast<float>(ground.blue) / 255});
}

}  // namespace hmaplab::shell
