// A lesson: a real Go program, a schedule, and beats. A beat is a piece of narration bound to a
// moment of the run that the schedule gives; the moment is named by points and goroutines, never by
// a step number.
//
//   lessons/01_two_writers/lesson.toml    title, chapter, schedule, expected outcome, beats
//   lessons/01_two_writers/main.go        the program; it also builds with go1.23.5
//   lessons/01_two_writers/recorded.tsv   what go1.23.5 did with it: lessons/record writes it
//   lessons/01_two_writers/repaired.go    the program as it should be, where somebody is to repair it
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/bytecode/program.h"
#include "core/explore/explore.h"
#include "core/lesson/bilingual.h"
#include "core/lesson/question.h"
#include "core/session/session.h"
#include "core/vm/options.h"

namespace hmaplab::lesson {

// When a beat happens: see moment.h.
struct Moment {
  std::string text;   // as written in the lesson: "g2 after mapassign/set_writing #2"
  uint32_t line = 0;  // of the lesson file, for messages
};

struct Beat {
  Moment at;
  Bilingual title;
  Bilingual text;     // Markdown, at most 60 words
  std::string focus;  // what to look at, one of kFocuses, or ""
  std::string map;    // the map to show, by the name of its variable; "" leaves it
  Bilingual notes;    // for the speaker
};

// What go1.23.5 showed for this program (one of its outcomes).
struct Expectation {
  std::string stdout_text;
  std::string first_stderr_line;
  int exit_status = 0;

  friend bool operator==(const Expectation&, const Expectation&) = default;
};

// What all schedules do, said of some exploration of the program.
struct CensusClaim {
  std::string after;                        // a schedule that comes first; "" begins at the start
  explore::Mode mode = explore::Mode::Census;
  explore::Points points = explore::Points::Access;
  int preemptions = -1;                     // -1: any number
  std::vector<std::string> outcomes;        // each is found: "ok", or a part of its text or output
  std::vector<std::string> never;           // none of these is
  uint32_t line = 0;
};

// A row of the table of claims (claims.h) that the lesson settles, and what in it proves the verdict.
struct Claim {
  std::string id;       // "C035"
  std::string verdict;  // "true", "false", "partly"
  std::string proof;    // what shows it: "prints", "outcome", "never" or "at", and then its text
  std::string text;
  uint32_t line = 0;
};

struct Lesson {
  std::string name;    // "two_writers": the folder without its number
  std::string folder;  // "01_two_writers"
  Bilingual title;     // "Two writers, one flag"
  Bilingual chapter;
  Bilingual summary;     // one sentence
  std::string source;    // main.go
  std::string repaired;  // repaired.go: the program as it should be; "" when there is none
  std::string schedule;  // schedule text
  vm::Options options;
  Expectation expected;
  std::vector<Expectation> recorded;  // all outcomes that lessons/record saw, most frequent first
  std::vector<Beat> beats;
  std::vector<Question> questions;
  std::vector<CensusClaim> censuses;
  std::vector<Claim> claims;
};

// Of the claim with that id, as the lesson has it; "" when it does not settle it.
std::string verdict_of(const Lesson& lesson, const std::string& claim);

// What a beat can ask to look at.
inline constexpr std::string_view kFocuses[] = {
    "flags",  "header", "buckets", "oldbuckets", "source", "goroutines", "output", "timeline",
    "steps",  "locks",  "heap",    "stores",     "census", "map",        ""};

// All lessons built into the program, in order.
std::vector<Lesson> all_lessons();
// By name, folder or 1-based number; nullptr when there is none.
const Lesson* find_lesson(const std::vector<Lesson>& lessons, const std::string& name);
// The texts of a lesson's files; "" for those that it need not have.
struct LessonTexts {
  std::string toml;      // lesson.toml
  std::string source;    // main.go
  std::string repaired;  // repaired.go
  std::string recorded;  // recorded.tsv
};
// The error names file and line.
base::Result<Lesson> load_lesson(const std::string& folder_name, const LessonTexts& texts);

// Where in the run of its own schedule a lesson's moments are.
struct Places {
  std::vector<uint32_t> beats;      // ascending, one for each beat
  std::vector<uint32_t> questions;  // one for each question
};
// The error names file and line of what does not happen.
base::Result<Places> places_of(const Lesson& lesson, const session::Timeline& run);

// The program compiled and run, each beat at its position in the branch.
struct LoadedLesson {
  Lesson lesson;
  std::unique_ptr<bytecode::Program> program;
  std::unique_ptr<session::Session> session;
  Places places;
};
base::Result<LoadedLesson> open_lesson(const Lesson& lesson);

}  // namespace hmaplab::lesson
