#include "app/shell/actions.h"

#include <algorithm>
#include <array>

namespace hmaplab::shell {

using pictures::Command;
using pictures::DeskTool;
using pictures::Tool;
using session::Grain;
using Kind = pictures::Command::Kind;

namespace {

constexpr Command of(Kind kind) { return {.kind = kind}; }
constexpr Command of(Kind kind, Grain grain) { return {.kind = kind, .grain = grain}; }
constexpr Command backwards(Kind kind) { return {.kind = kind, .number = 1}; }
constexpr Command of(Tool tool) { return {.kind = Kind::Use, .tool = tool}; }
constexpr Command of(DeskTool tool) { return {.kind = Kind::AtDesk, .desk = tool}; }

constexpr Action kActions[] = {
    {"step-forward", "a step forward", "Right", of(Kind::Forward)},
    {"step-back", "a step back", "Left", of(Kind::Back)},
    {"over", "a map operation forward", "F10", of(Kind::ForwardBy, Grain::Operation)},
    {"over-back", "a map operation back", "Shift+F10", of(Kind::BackBy, Grain::Operation)},
    {"into", "a memory access forward", "F11", of(Kind::ForwardBy, Grain::Access)},
    {"out", "out of its operation", "O Shift+F11", of(Tool::GoOut)},
    {"coarser", "coarser steps", "Up [", of(Kind::CoarserGrain)},
    {"finer", "finer steps", "Down ]", of(Kind::FinerGrain)},
    {"play", "play, pause", "Space", of(Kind::PlayOrPause)},
    {"first", "the beginning", "Home", of(Kind::First)},
    {"last", "the end", "End", of(Kind::Last)},
    {"next-beat", "next beat", "PgDn", of(Kind::NextBeat)},
    {"previous-beat", "previous beat", "PgUp", of(Kind::PreviousBeat)},
    {"go-to-step", "go to a step", "G", of(Tool::AskStep)},
    {"earlier-place", "the place before this one", "Alt+Left", of(Tool::Earlier)},
    {"later-place", "the place behind it", "Alt+Right", of(Tool::Later)},
    {"next-branch", "the other branch", "Tab", of(Kind::NextBranch)},
    {"compare", "compare with this moment", "C", of(Tool::Pin)},
    {"policy", "another policy", "P", of(Tool::NextPolicy)},
    {"seed", "another seed of the policy", "Shift+P", of(Tool::NextSeed)},
    {"schedule", "the schedule as text", "S", of(DeskTool::AskSchedule)},
    {"explore", "explore all schedules", "X", of(Kind::Explore)},
    {"stop-exploring", "stop exploring", "Shift+X", of(Kind::StopExploring)},
    {"edit", "edit the source", "E", of(DeskTool::Edit)},
    {"original", "the original program", "R", of(DeskTool::ShowOther)},
    {"run-edited", "run what is edited", "Ctrl+Enter", of(DeskTool::RunDraft)},
    {"explore-edited", "explore what is edited", "Ctrl+Shift+Enter", of(DeskTool::ExploreDraft)},
    {"open", "open a file or a lesson", "Ctrl+O", of(DeskTool::AskFile)},
    {"open-line", "the points of the line", "Enter", of(Kind::OpenLine)},
    {"breakpoint", "breakpoint at the line", "F9", of(Tool::Breakpoint)},
    {"break-at-write", "breakpoint at writes of the cell", "Shift+F9", of(Tool::BreakAtWrite)},
    {"break-at-ending", "breakpoint at a bad end", "Ctrl+F9", of(Tool::BreakAtEnding)},
    {"continue", "to the next breakpoint", "Ctrl+Right", of(Tool::Continue)},
    {"continue-back", "to the last breakpoint", "Ctrl+Left", of(Tool::ContinueBack)},
    {"next-write", "next write of the cell", "W", of(Tool::NextWrite)},
    {"last-write", "last write of the cell", "Shift+W", of(Tool::LastWrite)},
    {"bookmark", "bookmark, or none", "M", of(Tool::Bookmark)},
    {"next-bookmark", "to the next bookmark", "'", of(Tool::NextBookmark)},
    {"fold", "fold the timeline", "Z", of(Kind::FoldTimeline)},
    {"order", "happens-before edges", "H", of(Kind::ShowOrder)},
    {"zoom-map", "zoom the map", "V", of(Kind::ZoomMap)},
    {"hint", "a hint", "I", of(Kind::Hint)},
    {"present", "present, or explore", "F5", of(Kind::Present)},
    {"blank", "blank the screen while presenting", "B .", of(Kind::Blank)},
    {"unlock", "choose goroutines while presenting", "U", of(Kind::Unlock)},
    {"notes", "the speaker's notes", "N", of(Kind::ShowNotes)},
    {"token", "the token of this step", "K", of(Kind::ShowToken)},
    {"full-screen", "the whole screen", "F", of(Kind::FullScreen)},
    {"record-beat", "record a beat here", "Ctrl+B", of(Kind::RecordBeat)},
    {"theme", "another theme", "T", of(Kind::SwitchTheme)},
    {"motion", "let entries be seen to move, or not", "", of(Kind::SwitchMotion)},
    {"language", "English or Chinese", "L", of(Kind::SwitchLanguage)},
    {"larger", "larger", "Ctrl++", of(Kind::Larger)},
    {"smaller", "smaller", "Ctrl+-", of(Kind::Smaller)},
    {"normal-size", "normal size", "Ctrl+0", of(Kind::NormalSize)},
    {"next-panel", "the next panel gets the keys", "F6", of(Kind::FocusPanel)},
    {"previous-panel", "the panel before gets the keys", "Shift+F6", backwards(Kind::FocusPanel)},
    {"next-place", "the next place in the panel", "F7", of(Kind::FocusPlace)},
    {"previous-place", "the place before in the panel", "Shift+F7", backwards(Kind::FocusPlace)},
    {"press", "click the place that has the keys", "F8", of(Kind::PressFocus)},
    {"commands", "all commands", "Ctrl+Shift+P /", of(Kind::ShowCommands)},
    {"keys", "all keys", "? F1", of(Kind::ShowHelp)},
    {"tour", "the tour for newcomers", "", of(Kind::ShowTour)},
    {"close", "close what is open", "Esc", of(Kind::Close)},
    {"quit", "end the program", "Ctrl+Q", of(Kind::Quit)},
};

const std::vector<HelpLine>& lines() {
  static const std::vector<HelpLine> lines = {
      {{"step-forward", "step-back"}, "a step forward, back"},
      {{"coarser", "finer"}, "coarser, finer steps"},
      {{"over", "over-back"}, "an operation, forward, back"},
      {{"into", "out"}, "an access; out of its operation"},
      {{}, "that goroutine moves"},
      {{}, "till it blocks, conflicts"},
      {{"next-beat", "previous-beat"}, "next, previous beat"},
      {{"first", "last"}, "the beginning, the end"},
      {{"play", "go-to-step"}, "play, pause; go to a step"},
      {{"earlier-place", "later-place"}, "where you were, and back"},
      {{"next-branch", "compare"}, "the other branch; compare"},
      {{"policy", "seed"}, "another policy, its seed"},
      {{"schedule", "hint"}, "the schedule as text; a hint"},
      {{"explore", "stop-exploring"}, "explore all, stop"},
      {{"edit", "original"}, "edit the source; the original"},
      {{"run-edited"}, "runs what is edited"},
      {{"open"}, "open a file or a lesson"},
      {{"open-line", "zoom-map"}, "the points of the line; zoom"},
      {{"breakpoint", "break-at-write"}, "breakpoint: line, cell"},
      {{"continue", "continue-back"}, "next breakpoint, last one"},
      {{"next-write", "last-write"}, "next, last write of a cell"},
      {{"bookmark", "next-bookmark"}, "bookmark, to the next"},
      {{"fold", "order"}, "fold steps; show their order"},
      {{"present", "blank"}, "present; blank the screen"},
      {{"notes", "unlock", "token"}, "notes, unlock, token"},
      {{"theme", "full-screen"}, "the theme; the whole screen"},
      {{"larger", "smaller", "normal-size"}, "larger, smaller, normal"},
      {{"next-panel", "next-place", "press"}, "by key: panel, place, click"},
      {{"language"}, "English or Chinese"},
      {{"commands"}, "every command by its name"},
      {{"keys", "close"}, "this page; closes it"},
      {{"quit"}, "ends the program"}};
  return lines;
}

}  // namespace

std::span<const Action> actions() { return kActions; }

const Action* find_action(std::string_view name) {
  const auto found = std::find_if(std::begin(kActions), std::end(kActions),
                                  [name](const Action& action) { return action.name == name; });
  return found == std::end(kActions) ? nullptr : &*found;
}

std::span<const HelpLine> help_lines() { return lines(); }

}  // namespace hmaplab::shell
