// A tour through the window without a display: every panel, dialog and page for a program, at some
// of its steps, in Chinese. What was said on the way is kept. For tests.
#pragma once

#include <imgui.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "app/cli/open_study.h"
#include "app/look/fonts.h"
#include "app/shell/shell.h"

namespace hmaplab::cli {

// ImGui without anything to draw on.
class Blank {
 public:
  Blank() : fonts_(load()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.DeltaTime = 1.0F / 60;
    build();
  }
  ~Blank() { ImGui::DestroyContext(); }
  Blank(const Blank&) = delete;
  Blank& operator=(const Blank&) = delete;

  void frame(shell::Shell& shell, float width, float height) {
    fonts_.expect(shell.language().characters());
    if (fonts_.stale()) build();
    ImGui::GetIO().DisplaySize = {width, height};
    ImGui::NewFrame();
    shell.frame(fonts_, width, height);
    ImGui::Render();
  }
  int builds() const { return builds_; }
  const look::Fonts& fonts() const { return fonts_; }

 private:
  static look::Fonts load() {
    ImGui::CreateContext();
    return look::Fonts::load().value();
  }
  void build() {
    ++builds_;
    fonts_.build(1);
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
  }
  look::Fonts fonts_;
  int builds_ = 0;
};

class Tour {
 public:
  explicit Tour(Blank& blank) : blank_(blank) {}

  // At about so many of its steps, first and last among them.
  enum class What : uint8_t { TheRun, EveryPanel };
  void visit(OpenedStudy& opened, uint32_t stops, What what) {
    using Kind = pictures::Command::Kind;
    shell::SessionStudy& study = *opened.study;
    shell::Shell shell(study, look::ThemeName::Dark);
    shell.speak(look::LanguageName::Chinese);
    const uint32_t length = study.run().length();
    const uint32_t by = std::max(1U, length / std::max(1U, stops));
    for (uint32_t at = 0; at < length; at += by) {
      study.apply({.kind = Kind::Seek, .number = at});
      draw(shell, at % 3 == 0 ? 2560 : 1280);
    }
    for (size_t beat = 0; beat < study.run().beats.size(); ++beat) {
      study.apply({.kind = Kind::Beat, .number = beat});
      draw(shell, 1280);
    }
    study.apply({.kind = Kind::Last});
    draw(shell, 2560);
    keep(shell);
    if (what == What::TheRun) return;
    for (const float width : {1280.0F, 800.0F}) draw(shell, width);
    for (int panel = 0; panel <= static_cast<int>(shell::kLastPanel); ++panel) {
      for (const uint32_t at : {length / 3, length}) {
        study.apply({.kind = Kind::Seek, .number = at});
        shell.show(static_cast<shell::Panel>(panel));
        draw(shell, 1280);
        draw(shell, 1280);
      }
    }
    press(shell, "?/");
    shell.press({.key = platform::Key::Escape});
    shell.press({.key = platform::Key::Escape});
    press(shell, "sk");
    keep(shell);
  }

  // A key a letter, a frame behind each.
  void press(shell::Shell& shell, const std::string& keys) {
    for (const char key : keys) {
      shell.press({.character = static_cast<unsigned char>(key)});
      draw(shell, 1280);
    }
  }
  void draw(shell::Shell& shell, float width) {
    blank_.frame(shell, width, width >= 2000 ? 1440 : 720);
    shell.title();
  }
  void keep(const shell::Shell& shell) {
    for (const auto& [english, said] : shell.language().heard()) heard_[english] = said;
  }
  // English, and what was said.
  const std::map<std::string, std::string>& heard() const { return heard_; }

 private:
  Blank& blank_;
  std::map<std::string, std::string> heard_;
};

}  // namespace hmaplab::cli
