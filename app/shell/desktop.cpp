#include "app/shell/desktop.h"

#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <utility>

#include "app/platform/window.h"
#include "app/shell/shell.h"
#include "app/shell/own_folders.h"
#include "app/shell/progress.h"
#include "app/shell/speaker_window.h"
#include "app/shell/twin.h"

namespace hmaplab::shell {
namespace {

using Clock = std::chrono::steady_clock;

// An event may take ImGui two frames to settle (hover, scrolling): so many are drawn after each.
constexpr int kFramesPerEvent = 3;
constexpr double kFrameSeconds = 1.0 / 60;
constexpr double kSecondsOfClock = 0.5;  // between two looks at the time of a presentation

platform::ClearColor background(const look::Theme& theme) {
  const look::Rgba color = theme[look::Color::Background];
  return {static_cast<float>(color.red) / 255, static_cast<float>(color.green) / 255,
          static_cast<float>(color.blue) / 255};
}

class Desktop {
 public:
  Desktop(platform::Window& window, look::Fonts fonts, Study& study, const WindowRun& how)
      : window_(window),
        twin_(how.twin),
        study_(study),
        fonts_(std::move(fonts)),
        shell_(study, look::ThemeName::Dark) {
    if (!fonts_.has_chinese()) shell_.do_without_chinese();
    shell_.speak(look::usual_language());
    read_own_files();
    if (how.motion == Motion::Reduced) shell_.set_motion(how.motion);
    if (how.language) shell_.speak(*how.language);
    if (how.welcomes) shell_.welcome();
  }

  void run(std::optional<uint64_t> most_frames) {
    for (uint64_t frame = 0; !most_frames || frame < *most_frames; ++frame) {
      if (window_.closed() || shell_.quit()) return;
      sleep();
      for (const platform::KeyPress& key : window_.take_key_presses()) shell_.press(key);
      if (speaker_) for (const platform::KeyPress& key : speaker_->take_key_presses()) shell_.press(key);
      for (const std::string& path : window_.take_dropped_files()) shell_.open(path);
      shell_.pass(seconds_passed());
      fit_fonts();
      draw();
      draw_notes();
    }
  }

 private:
  void sleep() {
    const unsigned before = window_.event_count();
    if (frames_due_ > 0) {
      window_.wait(0.0);
    } else if (shell_.moving()) {
      window_.wait(kFrameSeconds);
    } else if (shell_.playing()) {
      window_.wait(kFrameSeconds * 3);
    } else if (speaker_) {
      window_.wait(kSecondsOfClock);
    } else if (shell_.working()) {
      window_.wait(kFrameSeconds * 6);
    } else if (study_.watches()) {
      window_.wait(1.0);
    } else {
      window_.wait(std::nullopt);
    }
    frames_due_ = window_.event_count() != before ? kFramesPerEvent : std::max(0, frames_due_ - 1);
  }

  double seconds_passed() {
    const Clock::time_point now = Clock::now();
    const std::chrono::duration<double> passed = now - std::exchange(last_, now);
    return passed.count();
  }

  void fit_fonts() {
    const platform::PixelSize size = window_.frame_buffer_size();
    const float scale = shell_.scale(window_.content_scale(), static_cast<float>(size.width),
                                     static_cast<float>(size.height));
    const float least = shell_.theme().least_text;
    fonts_.expect(shell_.language().characters());
    if (scale == fonts_.scale() && least == fonts_.least() && !fonts_.stale()) return;
    fonts_.build(scale, least);
    window_.fonts_changed();
  }

  void draw() {
    window_.set_full_screen(shell_.full_screen());
    window_.begin_frame();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    pictures::Page page{.width = size.x / fonts_.scale(), .height = size.y / fonts_.scale()};
    shell_.frame(fonts_, size.x, size.y, twin_.empty() ? nullptr : &page);
    keep_own_files();  // first: what the twin says is kept already
    if (!twin_.empty()) keep_twin(page);
    window_.end_frame(background(shell_.theme()));
    window_.set_title(shell_.title());
    if (fonts_.stale()) frames_due_ = std::max(frames_due_, 1);  // that has all characters
  }

  void keep_twin(const pictures::Page& page) {
    std::string text = twin_text(shell_.state(), shell_.state_in_words(), page);
    if (text == twin_shown_) return;
    twin_shown_ = std::move(text);
    keep_file(twin_, twin_shown_);
  }

  // Opens and closes the speaker's window as the shell wants it.
  void draw_notes() {
    if (speaker_ && speaker_->closed()) shell_.hide_notes();
    if (!shell_.shows_notes()) {
      speaker_.reset();
      return window_.use();
    }
    if (!speaker_) {
      auto opened = SpeakerWindow::open();
      if (!opened) return shell_.hide_notes();
      speaker_ = std::move(opened).value();
    }
    speaker_->draw(shell_.theme(), shell_.language(), study_.run(), study_.moment(), shell_.presenter().seconds());
    window_.use();
  }

  // Settings, keys and progress. A mistake in the file of keys is told, and leaves the keys as they are.
  void read_own_files() {
    if (const auto folder = settings_folder()) {
      settings_place_ = *folder / "settings.toml";
      kept_ = parse_settings(text_of_file(*settings_place_).value_or(""));
      shell_.set(kept_);
      const std::string keys = (*folder / "keys.toml").string();
      if (const auto text = text_of_file(keys)) {
        auto bindings = Bindings::parse(*text, keys);
        bindings ? shell_.bind(std::move(bindings).value()) : shell_.say(bindings.error());
      }
    }
    if (const auto folder = state_folder()) {
      progress_place_ = *folder / "progress.toml";
      progress_ = Progress::parse(text_of_file(*progress_place_).value_or(""));
    }
  }

  void keep_own_files() {
    if (settings_place_ && shell_.settings() != kept_) {
      kept_ = shell_.settings();
      keep_file(*settings_place_, to_text(kept_));
    }
    const bool is_news = progress_.note(study_.run().lesson, study_.run(), study_.moment());
    if (is_news && progress_place_) keep_file(*progress_place_, progress_.to_text());
  }

  platform::Window& window_;
  std::string twin_;        // the file of the text twin; "" for none
  std::string twin_shown_;  // what is in it
  std::optional<std::filesystem::path> settings_place_;
  std::optional<std::filesystem::path> progress_place_;
  Settings kept_;
  Progress progress_;
  Study& study_;
  look::Fonts fonts_;
  Shell shell_;
  std::unique_ptr<SpeakerWindow> speaker_;  // while the notes are shown
  int frames_due_ = kFramesPerEvent;
  Clock::time_point last_ = Clock::now();
};

}  // namespace

base::Result<int> run_window(Study& study, const WindowRun& how) {
  auto window = platform::Window::open("hmaplab", {.width = 1280, .height = 720});
  if (!window) return base::Error{window.error()};
  auto fonts = look::Fonts::load();
  if (!fonts) return base::Error{fonts.error()};
  Desktop(*window.value(), std::move(fonts).value(), study, how).run(how.most_frames);
  return 0;
}

}  // namespace hmaplab::shell
