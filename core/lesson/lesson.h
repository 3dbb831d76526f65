// A lesson: a real Go program, a schedule, and beats. A beat is a piece of narration bound to a
// moment of the run that the schedule gives; the moment is named by points and goroutines, never by
// a step number.
//
//   lessons/01_two_writers/lesson.toml    title, chapter, schedule, expected outcome, beats
//   lessons/01_two_writers/main.go        the program; it also builds with go1.23.5
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/bytecode/program.h"
#include "core/session/session.h"
#include "core/vm/options.h"

namespace hmaplab::lesson {

// When a beat happens: "start", "end", "g2 at mapassign/set_writing" (about to make that step), "g2
// after mapassign/set_writing" (has just made it); "#3" behind it takes the third time instead of
// the first.
struct Moment {
  std::string text;  // as written in the lesson
};

struct Beat {
  Moment at;
  std::string title;
  std::string text;   // Markdown, at most 60 words
  std::string focus;  // what to look at: "flags", "oldbuckets", "source", "goroutines", "output",
                      // "timeline", "locks", "heap", "stores", "census", ""
  std::string notes;  // for the speaker
  uint32_t line = 0;  // of the lesson file, for messages
};

// What go1.23.5 showed for this program (one of its outcomes).
struct Expectation {
  std::string stdout_text;
  std::string first_stderr_line;
  int exit_status = 0;
};

struct Lesson {
  std::string name;    // "two_writers": the folder without its number
  std::string folder;  // "01_two_writers"
  std::string title;   // "Two writers, one flag"
  std::string chapter;
  std::string summary;   // one sentence
  std::string source;    // main.go
  std::string schedule;  // schedule text
  vm::Options options;
  Expectation expected;
  std::vector<Beat> beats;
};

// All lessons built into the program, in order.
std::vector<Lesson> all_lessons();
// By name, folder or 1-based number; nullptr when there is none.
const Lesson* find_lesson(const std::vector<Lesson>& lessons, const std::string& name);
// From a folder with lesson.toml and main.go; the error names file and line.
base::Result<Lesson> load_lesson(const std::string& folder_name, const std::string& toml,
                                 const std::string& source);

// The program compiled and run, each beat at its position in the branch.
struct LoadedLesson {
  Lesson lesson;
  std::unique_ptr<bytecode::Program> program;
  std::unique_ptr<session::Session> session;
  std::vector<uint32_t> beat_positions;  // ascending, one for each beat
};
base::Result<LoadedLesson> open_lesson(const Lesson& lesson);

}  // namespace hmaplab::lesson
