// Notes: what somebody has noted while looking at a run: breakpoints, bookmarks, the bytes that are
// selected and who reads and writes them, the moment to compare with, and what the last command came
// to. Plain data; notes_of (moment_of.h) makes it from a Session.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/schedule/actor.h"
#include "core/session/accesses.h"
#include "core/session/comparison.h"
#include "core/trace/step_text.h"

namespace hmaplab::pictures {

// A step in words.
struct StepRow {
  uint32_t index = 0;
  schedule::Actor actor;
  memory::Address address{};  // the first byte that it touched; Nil when it touched none
  uint32_t line = 0;  // of the program's own file; 0 when it was made elsewhere
  trace::StepText text;
};
StepRow step_row(const session::Session& session, uint32_t index);

struct WordNote {
  session::Word word;
  std::string name;               // "m.flags"
  std::vector<StepRow> accesses;  // ascending; of very many those around the cursor
  size_t total = 0;               // how many there are in the branch
  std::optional<uint32_t> maker;  // the step that made it what it is
};

struct BookmarkNote {
  std::string name;
  uint32_t position = 0;
};

struct Notes {
  std::string said;
  std::vector<uint32_t> breakpoint_lines;
  std::vector<BookmarkNote> bookmarks;  // of this branch
  std::optional<WordNote> word;
  std::optional<session::Place> pinned;
  std::optional<session::Comparison> comparison;  // of what is pinned with the cursor
};

}  // namespace hmaplab::pictures
