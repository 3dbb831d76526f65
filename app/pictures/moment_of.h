// From a Session to what pictures are made of. Nothing is computed here that the core knows: views
// of the trace layer are copied, and actors get their badges and colours.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "app/pictures/map_zoom.h"
#include "app/pictures/moment.h"
#include "core/session/session.h"

namespace hmaplab::pictures {

// What a session does not know of itself.
struct RunTexts {
  std::string lesson;  // its name; "" for another program
  lesson::Bilingual title;
  lesson::Bilingual chapter;
  std::string file = "main.go";
  std::string source;           // of that file
  std::vector<BeatMark> beats;  // positions in the branch that is looked at
  std::vector<QuestionMark> questions;
};

// Of the branch that the session is on. Costs time with the length of the branch: once for each
// branch.
Run run_of(const session::Session& session, const RunTexts& texts);

// What costs time and is therefore looked at only while its panel is shown.
struct Looks {
  bool sync = false;  // channels and locks
  bool heap = false;
  uint64_t first_object = 0;  // of the heap's window
  bool accesses = false;    // of the bytes that are selected
  bool comparison = false;  // with the moment that is pinned
  bool order = false;       // happens-before edges
  MapLooks map;
  friend bool operator==(const Looks&, const Looks&) = default;
};

struct MomentChoices {
  Looks looks;
  session::Grain grain = session::Grain::Operation;
  uint64_t first_bucket = 0;  // of the window that maps show
  std::optional<size_t>
      beat;  // the one that was asked for, when it stands at the cursor; several may
  std::set<uint32_t> opened_lines;       // of the source
  std::optional<session::Word> word;     // that is selected
  std::optional<session::Place> pinned;  // to compare with
  std::string said;                      // what the last command came to
  std::optional<uint32_t> since;         // the position that was left for this one, which lies behind it
};

// The notes that somebody has made, at the session's cursor.
Notes notes_of(const session::Session& session, const MomentChoices& choices);

// Of the step before the cursor; `edges` are those of the branch.
OrderNote order_note(const session::Session& session, const std::vector<session::OrderEdge>& edges,
                     const std::optional<session::Place>& pinned);
// What the steps before the cursor left on these maps. Looks back at most kLongestTrail steps.
MapTrail trail_of(const session::Session& session, const std::vector<trace::MapView>& maps);

// The entries that the steps from a position to the cursor moved; none when they are very many.
std::vector<EntryMove> moves_of(const session::Session& session, const Run& run, uint32_t since);

// The points of a line of the source; nothing when no step is made there.
std::optional<OpenedLine> opened_line(const session::Session& session, const Run& run,
                                      uint32_t line);

// At the session's cursor. Costs time with what is shown, not with the length of the branch.
Moment moment_of(const session::Session& session, const Run& run, const MomentChoices& choices);

}  // namespace hmaplab::pictures
