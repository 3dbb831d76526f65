#include "app/shell/shortcuts.h"

namespace hmaplab::shell {

using pictures::Command;
using platform::Key;
using platform::KeyPress;
using pictures::Tool;
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
    {{.key = Key::Enter}, Kind::OpenLine},
    {{.key = Key::Escape}, Kind::Close},
    {{.key = Key::F1}, Kind::ShowHelp},
    {{.character = U'?'}, Kind::ShowHelp},
    {{.character = U't'}, Kind::SwitchTheme},
    {{.character = U'z'}, Kind::FoldTimeline},
    {{.character = U'v'}, Kind::ZoomMap},
    {{.character = U'h'}, Kind::ShowOrder},
    {{.character = U'+', .control = true}, Kind::Larger},
    {{.character = U'-', .control = true}, Kind::Smaller},
    {{.character = U'0', .control = true}, Kind::NormalSize},
    {{.character = U'q', .control = true}, Kind::Quit},
};

// Letters mean the same with and without shift where only one of them stands here.
struct ToolKey {
  KeyPress press;
  Tool tool;
};

const ToolKey kToolKeys[] = {
    {{.character = U'w'}, Tool::NextWrite},
    {{.character = U'W'}, Tool::LastWrite},
    {{.character = U'm'}, Tool::Bookmark},
    {{.character = U'\''}, Tool::NextBookmark},
    {{.character = U'c'}, Tool::Pin},
    {{.character = U'g'}, Tool::AskStep},
    {{.character = U'o'}, Tool::GoOut},
    {{.character = U'p'}, Tool::NextPolicy},
    {{.character = U'P'}, Tool::NextSeed},
    {{.key = Key::F9}, Tool::Breakpoint},
    {{.key = Key::F9, .shift = true}, Tool::BreakAtWrite},
    {{.key = Key::F11, .shift = true}, Tool::GoOut},
    {{.key = Key::Right, .control = true}, Tool::Continue},
    {{.key = Key::Left, .control = true}, Tool::ContinueBack},
};

struct DeskKey {
  KeyPress press;
  pictures::DeskTool tool;
};

const DeskKey kDeskKeys[] = {
    {{.character = U'e'}, pictures::DeskTool::Edit},
    {{.character = U'r'}, pictures::DeskTool::ShowOther},
    {{.character = U's'}, pictures::DeskTool::AskSchedule},
    {{.character = U'o', .control = true}, pictures::DeskTool::AskFile},
    {{.key = Key::Enter, .control = true}, pictures::DeskTool::RunDraft},
    {{.key = Key::Enter, .control = true, .shift = true}, pictures::DeskTool::ExploreDraft},
};

// Some keyboards give a capital letter, some say that shift is held, some both.
Tool tool_of(KeyPress press) {
  const bool is_letter = press.key == Key::Character && press.character >= U'a' && press.character <= U'z';
  if (is_letter && press.shift) press.character = press.character - U'a' + U'A';
  if (press.key == Key::Character) press.shift = false;
  for (const ToolKey& known : kToolKeys) {
    if (known.press == press) return known.tool;
  }
  return Tool::None;
}

// The goroutine with that number moves: one stop, with shift until it blocks, with control to its
// next conflict.
Command command_of_digit(const KeyPress& press, const pictures::Moment& moment) {
  if (press.key != Key::Character || press.character < U'1' || press.character > U'9') return {};
  const std::string badge(1, static_cast<char>(press.character));
  for (const pictures::GoroutineCard& goroutine : moment.goroutines) {
    if (goroutine.person.badge != badge) continue;
    const schedule::Actor actor = goroutine.person.actor;
    if (press.control) return pictures::use(Tool::GoToConflict, actor);
    if (press.shift) return pictures::use(Tool::GoToBlock, actor);
    return {.kind = Kind::Choose, .actor = actor};
  }
  return {};
}

}  // namespace

Command command_of(const KeyPress& press, const pictures::Moment& moment) {
  const bool is_x = press.character == U'x' || press.character == U'X';
  if (press.key == Key::Character && is_x && !press.control) {
    const bool stops = press.shift || press.character == U'X';
    return {.kind = stops ? Kind::StopExploring : Kind::Explore};
  }
  if (const Tool tool = tool_of(press); tool != Tool::None) return pictures::use(tool);
  for (const DeskKey& known : kDeskKeys) {
    if (known.press == press) return pictures::at_desk(known.tool);
  }
  KeyPress asked = press;
  asked.shift = false;  // '+' and '?' need shift on some keyboards
  if (asked.key == Key::Character && asked.character >= U'A' && asked.character <= U'Z') {
    asked.character = asked.character - U'A' + U'a';
  }
  for (const Shortcut& shortcut : kShortcuts) {
    if (shortcut.press == asked) return {.kind = shortcut.kind};
  }
  return command_of_digit(press, moment);
}

std::vector<pictures::KeyLine> key_lines() {
  return {{{"Right", "Left"}, "a step forward, back"},
          {{"Up", "Down"}, "coarser, finer steps"},
          {{"1", "…", "9"}, "that goroutine moves"},
          {{"Shift 1", "Ctrl 1"}, "till it blocks, conflicts"},
          {{"O"}, "out of its operation"},
          {{"P", "Shift P"}, "another policy, its seed"},
          {{"S"}, "the schedule as text"},
          {{"Tab", "C"}, "the other branch; compare"},
          {{"X", "Shift X"}, "explore all, stop"},
          {{"E", "R"}, "edit the source; the original"},
          {{"Ctrl Enter"}, "runs what is edited"},
          {{"Ctrl O"}, "open a file or a lesson"},
          {{"Enter"}, "the points of the line"},
          {{"F9", "Shift F9"}, "breakpoint: line, cell"},
          {{"Ctrl →", "Ctrl ←"}, "next breakpoint, last one"},
          {{"W", "Shift W"}, "next, last write of a cell"},
          {{"M", "'"}, "bookmark, to the next"},
          {{"G"}, "go to a step"},
          {{"Space"}, "play, pause"},
          {{"Home", "End"}, "the beginning, the end"},
          {{"PgDn", "PgUp"}, "next, previous beat"},
          {{"Ctrl +", "−", "0"}, "larger, smaller, normal"},
          {{"Z", "H"}, "fold steps; show their order"},
          {{"V", "T"}, "zoom the map; theme"},
          {{"?", "Esc"}, "this page; closes it"},
          {{"Ctrl Q"}, "ends the program"}};
}

}  // namespace hmaplab::shell
