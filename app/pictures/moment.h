// What all pictures are made of. A Run is what stays while one branch is looked at: lesson, source,
// the steps as ticks, the end. A Moment is what is true at the cursor. Both are plain data without
// a pointer into a World, so that pictures can be drawn in tests from made-up ones; moment_of.h
// makes them from a Session.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/look/colors.h"
#include "app/pictures/map_trail.h"
#include "app/pictures/notes.h"
#include "app/pictures/order_note.h"
#include "app/pictures/timeline_scale.h"
#include "core/explore/turns.h"
#include "core/lesson/bilingual.h"
#include "core/lesson/question.h"
#include "core/session/explanation.h"
#include "core/session/session.h"
#include "core/trace/ending.h"
#include "core/trace/goroutine_view.h"
#include "core/trace/heap_view.h"
#include "core/trace/map_bytes.h"
#include "core/trace/map_density.h"
#include "core/trace/map_view.h"
#include "core/trace/step_text.h"
#include "core/trace/store_view.h"
#include "core/trace/sync_view.h"

namespace hmaplab::pictures {

// An actor as pictures show it: "2" in its colour. Special lanes have words: "clock", "gc".
struct Person {
  schedule::Actor actor;
  std::string badge;  // at most three characters
  std::string name;   // "g2"
  look::Color color = look::Color::Goroutine1;
};

enum class TickKind : uint8_t { Load, Store, Sync, Output, Create, End };

// A step as a mark on the timeline.
struct Tick {
  uint8_t lane = 0;  // of Run::lanes
  TickKind kind = TickKind::Load;
};

struct Lane {
  Person person;
  std::string title;     // "main", "func1": what the goroutine was started with
  size_t most_rows = 0;  // that its card has anywhere in this run
};

struct BeatMark {
  lesson::Bilingual title;
  lesson::Bilingual text;  // Markdown
  std::string focus;  // "flags", "source", …: the panel to look at; "" for none
  std::string map;    // the map to show, by name; "" leaves it
  lesson::Bilingual notes;  // for the speaker
  uint32_t position = 0;
};

// A question of the lesson, with what the engine says of it.
struct QuestionMark {
  lesson::QuestionKind kind = lesson::QuestionKind::Outcome;
  uint32_t position = 0;
  lesson::Bilingual ask;
  lesson::Bilingual hint;
  lesson::Bilingual why;
  std::string goal;                  // of a sabotage
  explore::Points points = explore::Points::Access;  // how a task is explored
  int preemptions = -1;
  std::vector<std::string> choices;  // of a prediction
  size_t right = 0;                  // index into them

  bool is_prediction() const { return lesson::is_prediction(kind); }
};

// The question that is asked now, and how far somebody is with it.
struct Asked {
  size_t question = 0;             // index into Run::questions
  std::optional<size_t> answer;    // the choice that was taken
  size_t hints = 0;                // 0 to 3 that were asked for
  std::string second, third;       // what these hints say
  std::vector<bool> struck;        // choices that the second hint takes away
  bool solved = false;             // a task
  std::optional<uint32_t> switches;  // a sabotage: context switches of the best solution so far
};

struct CodeSpan {
  std::string text;
  look::Color color = look::Color::Text;
};
using CodeLine = std::vector<CodeSpan>;

// A map that grows anywhere in a run.
struct GrowingMap {
  memory::Address map{};
  uint64_t most_buckets = 0;  // the length of its array at the end of the run
  uint32_t last_growth = 0;   // the step with which its last growth begins
};

// Another branch, seen from the one that is looked at.
struct BranchStrip {
  size_t index = 0;
  uint32_t fork = 0;  // the steps that both have in common
  uint32_t length = 0;
  std::string headline;
  bool bad = false;
};

struct Run {
  std::string lesson;  // its name; "" for another program
  lesson::Bilingual title;  // of the lesson, or the file's name
  lesson::Bilingual chapter;
  std::string file = "main.go";
  std::vector<BeatMark> beats;
  std::vector<QuestionMark> questions;
  std::vector<CodeLine> code;
  std::vector<Lane> lanes;
  std::vector<Tick> ticks;  // one a step
  memory::MemoryOrder memory = memory::MemoryOrder::Sc;
  trace::Ending ending;
  session::Explanation explanation;  // of a bad end
  std::vector<GrowingMap> growing_maps;
  std::vector<Fold> folds;            // of the timeline
  std::vector<BranchStrip> branches;  // the others
  std::vector<bool> stepped_lines;    // by number: whether any step is made there
  std::optional<std::vector<session::OrderEdge>> order;  // happens-before, once somebody asked
  std::optional<uint32_t> fork;       // where this branch left the one it came from

  uint32_t length() const { return static_cast<uint32_t>(ticks.size()); }
  const Person* person(schedule::Actor actor) const;
  const Lane* lane(schedule::Actor actor) const;
  bool has_points(uint32_t line) const {
    return line < stepped_lines.size() && stepped_lines[line];
  }
  const GrowingMap* growing_map(memory::Address map) const;  // nullptr: it never grows
};

// A line of the source whose points are shown: one execution of it. Of very many points those around the
// cursor.
struct OpenedLine {
  uint32_t line = 0;
  Person person;
  std::vector<StepRow> points;
  size_t before = 0;  // points in front of those
  size_t behind = 0;
  size_t made = 0;  // of all
  size_t total() const { return before + points.size() + behind; }
};

struct GoroutineCard {
  trace::GoroutineView view;
  Person person;
  bool enabled = false;
  uint32_t line = 0;  // of the program's own file: the innermost of its frames there; 0 for none
  std::string next;   // the name of the point it stands before; "" when it has none
  std::string next_sentence;
  bool hides_next = false;  // it stands before one, which is not told: see asking.h
  std::string freeing;   // who could let it go on that is blocked; "" else
  uint32_t waits_since = 0;  // behind its last step, where it is blocked; 0 when that is not known
  bool is_held = false;  // running on leaves it where it stands
};

// The rows of text of its card: the next step, panics, frames, deferred calls.
size_t card_rows(const trace::GoroutineView& view);

// Who set a bit of a map's flags that is still set.
struct FlagSetter {
  memory::Address map{};
  uint8_t bit = 0;
  Person person;
};

// What the last step touched: cells at these addresses glow.
struct Touched {
  Person person;
  memory::Address map{};
  memory::Address object{};
  memory::Address bucket{};  // that the bytes lie in; Nil: in none
  memory::Address address{};
  std::string field;
  bool stored = false;
};

// Steps copied a key or an elem from an old bucket to a new one.
struct EntryMove {
  memory::Address from{};
  memory::Address to{};
  Person person;
};

struct Moment {
  uint32_t position = 0;  // steps made
  session::Grain grain = session::Grain::Operation;
  bool playing = false;
  std::optional<size_t> beat;  // the last one that has come
  std::optional<Asked> asked;
  std::vector<GoroutineCard> goroutines;
  std::vector<trace::MapView> maps;
  std::vector<FlagSetter> flag_setters;
  MapTrail trail;
  std::optional<trace::DensityView> density;  // of a map, when somebody looks from far
  std::vector<trace::BytesView> bytes;        // of its header and a bucket, when from near
  std::optional<Touched> touched;
  std::vector<EntryMove> moves;  // by the steps since the moment that was shown before
  std::vector<StepRow> rows;  // around the cursor, ascending; those before it have happened
  std::string output;         // what the program printed so far
  std::vector<trace::StoreBufferView> stores;  // none under the memory order sc
  std::optional<trace::HeapView> heap;         // when somebody looks at it
  std::optional<trace::SyncState> sync;        // channels and locks, when somebody looks at them
  std::optional<OrderNote> order;              // what comes before what, when somebody asked
  size_t branch = 0;
  size_t branches = 1;
  std::vector<OpenedLine> opened_lines;  // ascending
  Notes notes;

  bool at_end(const Run& run) const { return position == run.length(); }
};

// "2", "5.1", "clk" and a colour; `ordinal` counts goroutines in order of creation, from 1.
Person person_of(schedule::Actor actor, uint32_t ordinal);

}  // namespace hmaplab::pictures
