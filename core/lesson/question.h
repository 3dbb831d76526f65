// Questions: what somebody says before it is shown. No lesson holds an answer: the engine gives it from
// the run, so that it is right for whatever the program has become.
//
//   predict   bucket, slot, goroutine, line, outcome, output, claim: one answer among some
//   sabotage  find a schedule that ends as the goal says; fewest switches wins
//   repair    edit the program until exploration finds no failing schedule
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/lesson/bilingual.h"
#include "core/session/timeline.h"

namespace hmaplab::lesson {

enum class QuestionKind : uint8_t {
  Bucket,     // which bucket will `actor` touch next?
  Slot,       // into which slot will it store next?
  Goroutine,  // who makes the last step of the run (of = "dies"), or the next one (of = "next")?
  Line,       // on which line of main.go does that happen?
  Outcome,    // how does this run end: ok, panic, fatal, deadlock?
  Output,     // what is printed next? Among the choices of the lesson
  Claim,      // is the claim `of` true, false, or partly?
  Sabotage,
  Repair,
};

std::string_view name(QuestionKind kind);  // "bucket"

struct Question {
  QuestionKind kind = QuestionKind::Outcome;
  std::string at;  // a moment, as of a beat: the run stands there when it is asked
  Bilingual ask;
  Bilingual hint;  // the first of three hints, in words
  Bilingual why;   // said with the answer
  std::string of;  // see QuestionKind; of sabotage the goal: a part of the outcome's text
  std::vector<std::string> choices;  // of output
  uint32_t line = 0;                 // of the lesson file
};

// What can be answered, and what is right.
struct Options {
  std::vector<std::string> choices;  // at least two: "bucket 3", "slot 0", "g2", "line 9", "panic", …
  size_t right = 0;                  // index into them
};

// For a prediction at this position of a run; `verdict` is that of the lesson's claim, for
// Claim. The error says why the run has no answer.
base::Result<Options> options_of(const Question& question, const session::Timeline& run,
                                 uint32_t position,
                                 std::string_view verdict);

// Whether a kind is answered by one of some choices.
constexpr bool is_prediction(QuestionKind kind) {
  return kind != QuestionKind::Sabotage && kind != QuestionKind::Repair;
}

}  // namespace hmaplab::lesson
