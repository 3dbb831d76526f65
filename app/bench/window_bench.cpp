// Row 10 of BENCHMARKS.md: the time of the window's own work for a frame, from the beginning of the
// frame to the data that would be drawn, without OpenGL. What app/bench/compare_window runs.
#include <benchmark/benchmark.h>
#include <fmt/core.h>
#include <imgui.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

#include "app/shell/session_study.h"
#include "app/shell/shell.h"
#include "app/views/map_panel.h"
#include "core/bytecode/compiler.h"

namespace hmaplab {
namespace {

constexpr float kWidth = 1280;
constexpr float kHeight = 720;

// ImGui without anything to draw on.
class Surface {
 public:
  Surface() : fonts_(load()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {kWidth, kHeight};
    io.DeltaTime = 1.0F / 60;
    fonts_.build(1);
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
  }
  const look::Fonts& fonts() const { return fonts_; }

 private:
  static look::Fonts load() {
    ImGui::CreateContext();
    auto fonts = look::Fonts::load();
    if (!fonts) {
      fmt::print(stderr, "window_bench: {}\n", fonts.error());
      std::exit(1);
    }
    return std::move(fonts).value();
  }
  look::Fonts fonts_;
};

const Surface& surface() {
  static const Surface kSurface;
  return kSurface;
}

// A program run to its end.
struct Opened {
  std::unique_ptr<const bytecode::Program> program;
  std::unique_ptr<session::Session> session;
  std::unique_ptr<shell::SessionStudy> study;
};

Opened open(const std::string& body) {
  const std::string text = "package main\n\nfunc main() {\n" + body + "}\n";
  Opened opened;
  opened.program = bytecode::compile_source("main.go", text).program;
  if (!opened.program) std::exit(1);
  opened.session =
      std::make_unique<session::Session>(*opened.program, vm::Options{}, schedule::Schedule{});
  opened.session->seek(opened.session->length());
  opened.study = std::make_unique<shell::SessionStudy>(
      *opened.session, pictures::RunTexts{.title = {.en = "main.go"}, .source = text});
  return opened;
}

// A map of at least so many buckets for which room was asked, with 300 entries.
Opened map_of(int room) {
  return open(fmt::format(
      "\tm := make(map[int]int, {})\n\tfor i := 0; i < 300; i++ {{\n\t\tm[i] = i\n\t}}\n"
      "\tprintln(len(m))\n",
      room));
}

void draw_pane(benchmark::State& state, int room, pictures::MapZoom zoom) {
  const Surface& ui = surface();
  Opened opened = map_of(room);
  const look::Theme theme = look::make_theme(look::ThemeName::Dark);
  const widgets::Canvas canvas{.theme = theme, .fonts = ui.fonts(), .scale = 1};
  views::MapPanel panel;
  panel.zoom(static_cast<uint64_t>(zoom) + 1);
  for (auto _ : state) {
    ImGui::NewFrame();
    {
      const widgets::RootWindow root;
      const views::Frame frame{.run = opened.study->run(),
                               .moment = opened.study->moment(),
                               .census = opened.study->census(),
                               .desk = opened.study->desk(),
                               .canvas = canvas};
      views::Slot slot{.place = {406, 46, 522, 520}, .look = {}};
      slot.look.id = "map";
      pictures::Looks looks;
      looks.map = panel.looks(frame.moment);
      benchmark::DoNotOptimize(panel.draw(frame, slot));
      opened.study->look_at(looks);
    }
    ImGui::Render();
    benchmark::DoNotOptimize(ImGui::GetDrawData());
  }
}

void pane_cards_64(benchmark::State& state) { draw_pane(state, 400, pictures::MapZoom::Cards); }
void pane_cards_65536(benchmark::State& state) {
  draw_pane(state, 400'000, pictures::MapZoom::Cards);
}
void pane_heat_65536(benchmark::State& state) {
  draw_pane(state, 400'000, pictures::MapZoom::Heat);
}

void whole_window(benchmark::State& state) {
  const Surface& ui = surface();
  Opened opened = map_of(400);
  shell::Shell shell(*opened.study, look::ThemeName::Dark);
  for (auto _ : state) {
    ImGui::NewFrame();
    shell.frame(ui.fonts(), kWidth, kHeight);
    ImGui::Render();
    benchmark::DoNotOptimize(ImGui::GetDrawData());
  }
}

void copy_64_mib(benchmark::State& state) {
  const std::vector<char> from(64U << 20, 'x');
  std::vector<char> to(from.size(), 'y');
  for (auto _ : state) {
    std::memcpy(to.data(), from.data(), from.size());
    benchmark::ClobberMemory();
  }
}

BENCHMARK(pane_cards_64)->Unit(benchmark::kMillisecond);
BENCHMARK(pane_cards_65536)->Unit(benchmark::kMillisecond);
BENCHMARK(pane_heat_65536)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_window)->Unit(benchmark::kMillisecond);
BENCHMARK(copy_64_mib)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace hmaplab

BENCHMARK_MAIN();
