#include "app/shell/presenter.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace hmaplab::shell {

using pictures::Command;
using Kind = pictures::Command::Kind;

namespace {

// What may happen in front of a room without being asked for twice.
bool is_harmless(const Command& command) {
  constexpr Kind kHarmless[] = {
      Kind::Forward,      Kind::Back,        Kind::ForwardBy,  Kind::BackBy,     Kind::First,
      Kind::Last,         Kind::Beat,        Kind::NextBeat,   Kind::PreviousBeat,
      Kind::CoarserGrain, Kind::FinerGrain,  Kind::SetGrain,   Kind::ShowNotes,  Kind::ShowToken,
      Kind::FullScreen,   Kind::SwitchTheme, Kind::Larger,     Kind::Smaller,    Kind::NormalSize,
      Kind::ShowHelp,     Kind::Close,       Kind::Quit,       Kind::Hint,       Kind::Answer,
      Kind::ShowMap,      Kind::ShowBuckets, Kind::ShowBytes,  Kind::ZoomMap,    Kind::ShowTab,
      Kind::ShowObjects,  Kind::FoldTimeline, Kind::ShowOrder};
  return std::find(std::begin(kHarmless), std::end(kHarmless), command.kind) != std::end(kHarmless);
}

// What a speaker who has unlocked the keys may do besides.
bool chooses(const Command& command) {
  using pictures::Tool;
  const bool goes = command.tool == Tool::GoToBlock || command.tool == Tool::GoToConflict ||
                    command.tool == Tool::GoOut || command.tool == Tool::Select;
  return command.kind == Kind::Choose || command.kind == Kind::NextBranch ||
         command.kind == Kind::ShowBranch || command.kind == Kind::Explore ||
         command.kind == Kind::StopExploring || command.kind == Kind::ShowOutcome ||
         (command.kind == Kind::Use && goes);
}

}  // namespace

bool Presenter::take(Command& command) {
  if (command.kind == Kind::Present) {
    on_ = !on_;
    blank_ = unlocked_ = false;
    if (on_) seconds_ = 0;
    return true;
  }
  if (!on_) return command.kind == Kind::Blank || command.kind == Kind::Unlock;
  if (command.kind == Kind::Blank) {
    blank_ = !blank_;
    return true;
  }
  if (command.kind == Kind::Unlock) {
    unlocked_ = !unlocked_;
    return true;
  }
  // A dark screen comes back before anything else happens.
  if (command && blank_) {
    blank_ = false;
    return true;
  }
  if (command.kind == Kind::PlayOrPause) command = {.kind = Kind::NextBeat};
  if (!is_harmless(command) && !(unlocked_ && chooses(command))) command = {};
  return false;
}

bool Presenter::is_lit(Panel panel, const pictures::Run& run,
                       const pictures::Moment& moment) const {
  if (panel == Panel::Lesson || !moment.beat) return true;
  const pictures::BeatMark& beat = run.beats[*moment.beat];
  if (beat.position != moment.position) return true;  // stepped on: everything counts again
  const auto wanted = panel_of_focus(beat.focus);
  return !wanted || panel == *wanted || panel == Panel::Now;
}

std::optional<Panel> panel_of_focus(std::string_view focus) {
  constexpr std::pair<std::string_view, Panel> kPanels[] = {
      {"flags", Panel::Map},           {"header", Panel::Map},
      {"buckets", Panel::Map},         {"oldbuckets", Panel::Map},
      {"map", Panel::Map},             {"locks", Panel::Locks},
      {"heap", Panel::Heap},           {"census", Panel::Census},
      {"stores", Panel::Stores},       {"timeline", Panel::Timeline},
      {"goroutines", Panel::Goroutines}, {"source", Panel::Source},
      {"output", Panel::Output},       {"steps", Panel::Steps}};
  for (const auto& [name, panel] : kPanels) {
    if (focus == name) return panel;
  }
  return std::nullopt;
}

}  // namespace hmaplab::shell
