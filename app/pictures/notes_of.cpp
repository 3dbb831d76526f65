#include <algorithm>

#include "app/pictures/moment_of.h"

namespace hmaplab::pictures {

namespace {

constexpr size_t kMostAccesses = 200;  // that are shown

uint32_t main_line(const session::Session& session, const vm::Step& step) {
  const bytecode::Program& program = session.program();
  const uint32_t main_file = program.checked().main_package().files.front();
  return program.function(step.function).file == main_file ? step.line : 0;
}

// Of very many accesses those around the cursor.
std::pair<size_t, size_t> shown_part(const std::vector<session::WordAccess>& accesses, uint32_t position) {
  if (accesses.size() <= kMostAccesses) return {0, accesses.size()};
  const auto behind = std::find_if(accesses.begin(), accesses.end(), [&](const auto& one) { return one.step >= position; });
  const auto middle = static_cast<size_t>(behind - accesses.begin());
  const size_t begin = std::min(middle - std::min(middle, kMostAccesses / 2), accesses.size() - kMostAccesses);
  return {begin, begin + kMostAccesses};
}

WordNote word_note(const session::Session& session, const session::Word& word, bool with_accesses) {
  const session::Timeline& run = session.timeline(session.branch());
  WordNote note{.word = word,
                .name = session::word_name(run, word)};
  if (note.name.empty()) note.name = "these bytes";
  if (!with_accesses) return note;
  const std::vector<session::WordAccess> accesses = session::accesses_of(run, word);
  note.total = accesses.size();
  note.maker = session::last_write(run, word, session.position());
  const auto [begin, end] = shown_part(accesses, session.position());
  for (size_t i = begin; i < end; ++i) note.accesses.push_back(step_row(session, accesses[i].step));
  return note;
}

}  // namespace

StepRow step_row(const session::Session& session, uint32_t index) {
  const vm::Step& step = session.step(index);
  // What lies behind an interface or a pointer is told as near to the step as there is a World.
  const vm::World& later = index < session.position() ? session.world() : session.last_world();
  return {.index = index,
          .actor = step.actor,
          .address = step.access == vm::AccessKind::None ? memory::Address::Nil : step.address,
          .line = main_line(session, step),
          .text = trace::describe(later, step)};
}

Notes notes_of(const session::Session& session, const MomentChoices& choices) {
  Notes notes{.said = choices.said};
  for (const session::Breakpoint& one : session.breakpoints().list()) {
    if (one.kind == session::Breakpoint::Kind::Line && one.active)
      notes.breakpoint_lines.push_back(one.line);
  }
  for (const session::Bookmark& one : session.bookmarks().list()) {
    if (one.place.branch == session.branch())
      notes.bookmarks.push_back({one.name, one.place.position});
  }
  if (choices.word) notes.word = word_note(session, *choices.word, choices.looks.accesses);
  notes.pinned = choices.pinned;
  if (choices.pinned && choices.looks.comparison)
    notes.comparison = session::compare(session, *choices.pinned, session.place());
  return notes;
}

}  // namespace hmaplab::pictures
