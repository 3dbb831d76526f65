#include "app/shell/shortcuts.h"

namespace hmaplab::shell {

using pictures::Command;
using platform::Key;
using platform::KeyPress;
using Kind = pictures::Command::Kind;

namespace {

struct Shortcut {
  KeyPress press;
  Kind kind;
};

const Shortcut kShortcuts[] = {
    {{.key = Key::Right}, Kind::Forward},
    {{.key = Key::Left}, Kind::Back},
    {{.key = Key::Up}, Kind::CoarserGrain},
    {{.key = Key::Down}, Kind::FinerGrain},
    {{.key = Key::Space}, Kind::PlayOrPause},
    {{.key = Key::Home}, Kind::First},
    {{.key = Key::End}, Kind::Last},
    {{.key = Key::PageDown}, Kind::NextBeat},
    {{.key = Key::PageUp}, Kind::PreviousBeat},
    {{.key = Key::Tab}, Kind::NextBranch},
    {{.key = Key::Escape}, Kind::Close},
    {{.key = Key::F1}, Kind::ShowHelp},
    {{.character = U'?'}, Kind::ShowHelp},
    {{.character = U't'}, Kind::SwitchTheme},
    {{.character = U'z'}, Kind::FoldTimeline},
    {{.character = U'+', .control = true}, Kind::Larger},
    {{.character = U'-', .control = true}, Kind::Smaller},
    {{.character = U'0', .control = true}, Kind::NormalSize},
    {{.character = U'q', .control = true}, Kind::Quit},
};

}  // namespace

Command command_of(const KeyPress& press, const pictures::Moment& moment) {
  const bool is_x = press.character == U'x' || press.character == U'X';
  if (press.key == Key::Character && is_x && !press.control) {
    const bool stops = press.shift || press.character == U'X';
    return {.kind = stops ? Kind::StopExploring : Kind::Explore};
  }
  KeyPress asked = press;
  asked.shift = false;  // '+' and '?' need shift on some keyboards
  if (asked.key == Key::Character && asked.character >= U'A' && asked.character <= U'Z') {
    asked.character = asked.character - U'A' + U'a';
  }
  for (const Shortcut& shortcut : kShortcuts) {
    if (shortcut.press == asked) return {.kind = shortcut.kind};
  }
  if (asked.key != Key::Character || asked.control || asked.character < U'1' ||
      asked.character > U'9')
    return {};
  const std::string badge(1, static_cast<char>(asked.character));
  for (const pictures::GoroutineCard& goroutine : moment.goroutines) {
    if (goroutine.person.badge == badge)
      return {.kind = Kind::Choose, .actor = goroutine.person.actor};
  }
  return {};
}

std::vector<pictures::KeyLine> key_lines() {
  return {{{"Right"}, "a step forward"},
          {{"Left"}, "a step back"},
          {{"Up", "Down"}, "coarser, finer steps"},
          {{"1", "…", "9"}, "that goroutine moves"},
          {{"Tab"}, "the other branch"},
          {{"X", "Shift X"}, "explore all schedules, stop"},
          {{"Space"}, "play, pause"},
          {{"Home", "End"}, "the beginning, the end"},
          {{"PgDn", "PgUp"}, "next, previous beat"},
          {{"Ctrl +", "Ctrl −"}, "larger, smaller"},
          {{"Ctrl 0"}, "normal size"},
          {{"Z"}, "folds the timeline, unfolds it"},
          {{"T"}, "dark or light"},
          {{"?"}, "this page"},
          {{"Esc"}, "closes what is open"},
          {{"Ctrl Q"}, "ends the program"}};
}

}  // namespace hmaplab::shell
