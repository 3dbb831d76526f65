// Command: what a click or a key asks for. Pictures attach commands to places, views and shortcuts
// give them back, and the shell alone carries them out.
#pragma once

#include <cstdint>

#include "core/memory/address.h"
#include "core/schedule/actor.h"
#include "core/session/session.h"

namespace hmaplab::pictures {

// What can be asked for besides moving along a run.
enum class Tool : uint8_t {
  None,
  GoToBlock,     // actor: moves until it blocks
  GoToConflict,  // actor: moves until its next step conflicts with somebody's
  GoOut,         // actor: out of its map operation or function; nobody: who moved last
  Freeze,        // actor: running on leaves it where it stands; or no longer
  Starve,        // actor, number: the same for so many steps
  NextPolicy,    // by which new branches go on
  NextSeed,      // of that policy
  Breakpoint,    // number: a line, or 0 for the one in focus; sets it or takes it away
  BreakAtWrite,  // of the bytes that are selected; or no longer
  Continue,      // to the next breakpoint
  ContinueBack,  //
  Select,        // address, number: these bytes
  NextWrite,     // of the bytes that are selected
  LastWrite,     //
  Bookmark,      // here; or takes it away
  NextBookmark,  //
  Pin,           // other moments are compared with this one; or no longer
  AskStep,       // the number of a step is going to be typed
  GoToPoint,     // number: a point; to where the next step of anybody is that
  BreakAtPoint,  // number: a point; or no longer
  BreakAtEnding, // of the run; or no longer
  Earlier,       // the place that was looked at before this one
  Later,         // and back
};

// What can be asked for at the desk, where texts are typed.
enum class DeskTool : uint8_t {
  None,
  Edit,          // the source; number: a line for the cursor, or 0
  Leave,         // the text stays
  PlaceCursor,   // number: a position of the text
  SelectTo,      // number: from the cursor's other end to there
  RunDraft,      //
  ExploreDraft,  // the same, and all its schedules
  OriginalText,  // for the draft; can be taken back
  ShowOther,     // the original program, or the edited one again
  AskFile,       // to open a file or a lesson
  TakeChoice,    // number: of what can be opened
  AskSchedule,   //
  TakePolicy,    // number: of the policies; for what comes behind the schedule
  TakeSeed,      // the next one, of that policy
  TakeSchedule,  // it becomes a branch
  CloseDialog,   //
};

struct Command {
  enum class Kind : uint8_t {
    None,
    Forward,       // one stop of the grain
    Back,          //
    ForwardBy,     // one stop of the command's own grain
    BackBy,        //
    First,         // the beginning
    Last,          // the end of the run
    Seek,          // number: a position
    Beat,          // number: a beat, from 0
    NextBeat,      //
    PreviousBeat,  //
    SetGrain,      // grain
    CoarserGrain,  //
    FinerGrain,    //
    Choose,        // actor: moves next; number: n + 1 with its choice n, 0 with none
    NextBranch,    // the run as it was before somebody else was chosen, or the next such
    ShowBranch,    // number: of it
    FoldTimeline,  // or unfolds it
    ShowOrder,     // happens-before edges on the timeline; or hides them
    PlayOrPause,   //
    ShowHelp,      // or hides it
    ShowTour,      // for newcomers, from its first card; or ends it
    SwitchTheme,   //
    SwitchMotion,  // nothing moves by itself any more; or it does again
    SwitchLanguage, // of the program's own texts
    Larger,        //
    Smaller,       //
    NormalSize,    //
    ShowMap,       // number: which of the maps
    ShowBuckets,   // number: the first bucket of the window
    ShowBytes,     // address: of a bucket, byte by byte
    ZoomMap,       // number: 0 the next zoom, 1 heat, 2 cards, 3 bytes
    ShowObjects,   // number: the first object of the heap's window
    ShowTab,       // number: of the panel that it came from
    Explore,       // all schedules, from the cursor on
    StopExploring, //
    CensusMode,    // number: 0 census, 1 proof
    CensusPoints,  // number: 0 access, 1 operation, 2 sync
    CensusBound,   // number: 0 any number of preemptions, n at most n - 1
    CensusStart,   // number: 0 the cursor, 1 the beginning
    ShowOutcome,   // number: of the census; its witness becomes a branch
    Use,           // tool
    OpenLine,      // number: a line whose points are shown, or no longer; 0: the one in focus
    AtDesk,        // desk
    Present,       // begins or ends presenting
    Blank,         // the screen goes dark while presenting, or comes back
    Unlock,        // goroutines can be chosen while presenting; or no longer
    ShowNotes,     // the speaker's window; or hides it
    ShowToken,     // of the step, to be typed elsewhere; or hides it
    FullScreen,    // or a window again
    Answer,        // number: of the choices of the question that is asked
    Hint,          // one more of its three
    ShowCommands,  // to choose any command by a part of its text
    TakeCommand,   // number: of those that fit
    FocusPanel,    // number: 0 the next one gets the keys, 1 the one before
    FocusPlace,    // the same for the places of that panel that can be clicked
    PressFocus,    // clicks that place
    RecordBeat,    // a beat of a lesson that stands here, as text
    Close,         // what is open
    Quit,          // the program
  };

  Kind kind = Kind::None;
  uint64_t number = 0;
  schedule::Actor actor = schedule::kNobody;
  session::Grain grain = session::Grain::Operation;
  Tool tool = Tool::None;
  DeskTool desk = DeskTool::None;
  memory::Address address{};

  explicit operator bool() const { return kind != Kind::None; }
  friend bool operator==(const Command&, const Command&) = default;
};

// Selects the bytes of a cell.
inline Command select_bytes(memory::Address address, uint64_t bytes) {
  return {.kind = Command::Kind::Use, .number = bytes, .tool = Tool::Select, .address = address};
}
inline Command at_desk(DeskTool desk, uint64_t number = 0) {
  return {.kind = Command::Kind::AtDesk, .number = number, .desk = desk};
}
inline Command use(Tool tool, schedule::Actor actor = schedule::kNobody) {
  return {.kind = Command::Kind::Use, .actor = actor, .tool = tool};
}

}  // namespace hmaplab::pictures
