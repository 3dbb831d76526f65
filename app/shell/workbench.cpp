#include "app/shell/workbench.h"

#include <utility>

#include "app/pictures/go_colors.h"
#include "app/pictures/source_picture.h"
#include "app/shell/typing.h"

namespace hmaplab::shell {

using pictures::Command;
using pictures::DeskTool;
using pictures::Draft;
using pictures::TextField;
using platform::Key;
using platform::KeyPress;

namespace {

// Where the cursor of the editor begins.
size_t beginning_of_line(const std::string& text, uint64_t line) {
  size_t at = 0;
  for (; line > 1 && at < text.size(); --line) {
    const size_t newline = text.find('\n', at);
    if (newline == std::string::npos) return at;
    at = newline + 1;
  }
  return at;
}

}  // namespace

Workbench::Workbench(Subject original) : original_(std::move(original)) {
  desk_.can_edit = !original_.source.empty();
}

void Workbench::apply(const Command& command) {
  desk_.said.clear();
  if (command.kind == Command::Kind::AtDesk) {
    edit(command);
  } else {
    shown().study->apply(command);
  }
}

void Workbench::edit(const Command& command) {
  TextField& field = desk_.draft.field;
  switch (command.desk) {
    case DeskTool::None:
      return;
    case DeskTool::Edit:
      open_draft();
      if (command.number > 0)
        field.place(beginning_of_line(field.text(), command.number), TextField::Select::No);
      return;
    case DeskTool::Leave:
      desk_.draft.open = false;
      return;
    case DeskTool::PlaceCursor:
      field.place(command.number, TextField::Select::No);
      return;
    case DeskTool::SelectTo:
      field.place(command.number, TextField::Select::Yes);
      return;
    case DeskTool::RunDraft:
    case DeskTool::ExploreDraft:
      run_draft(command.desk == DeskTool::RunDraft ? Explore::No : Explore::Yes);
      return;
    case DeskTool::OriginalText:
      field.replace(original_.source);
      text_changed();
      return;
    case DeskTool::ShowOther:
      show_other();
      return;
  }
}

void Workbench::open_draft() {
  if (!desk_.can_edit) {
    desk_.said = "there is no source to edit";
    return;
  }
  if (!draft_begun_) {
    draft_begun_ = true;
    desk_.draft.field = TextField(original_.source);
    desk_.draft.colors = pictures::colors_of_bytes(original_.source);
    const uint32_t line = pictures::line_in_focus(run(), moment());
    desk_.draft.field.place(beginning_of_line(original_.source, line), TextField::Select::No);
  }
  desk_.draft.open = true;
  note_difference();
}

void Workbench::note_difference() {
  desk_.is_edited = shows_edited_;
  desk_.draft.differs = draft_begun_ && desk_.draft.field.text() != shown().source;
}

void Workbench::text_changed() {
  Draft& draft = desk_.draft;
  draft.colors = pictures::colors_of_bytes(draft.field.text());
  draft.state = Draft::State::Checking;
  note_difference();
  check_.start([file = original_.file, text = draft.field.text(), options = original_.options] {
    return check_source(file, text, options);
  });
}

void Workbench::run_draft(Explore explore) {
  open_draft();
  if (!desk_.draft.open) return;
  explore_ = explore;
  desk_.draft.state = Draft::State::Preparing;
  EditedText edited{.title = original_.study->run().title,
                    .file = original_.file,
                    .source = desk_.draft.field.text(),
                    .options = original_.options,
                    .schedule = original_.schedule};
  prepare_.start([edited = std::move(edited)] { return prepare(edited); });
}

void Workbench::take_prepared(Prepared prepared) {
  Draft& draft = desk_.draft;
  draft.remarks = std::move(prepared.remarks);
  if (!prepared.subject) {
    draft.state = Draft::State::Wrong;
    desk_.said = "it does not compile: " + draft.remarks.front().message;
    draft.field.place(draft.remarks.front().begin, TextField::Select::No);
    return;
  }
  draft.state = Draft::State::Compiles;
  edited_ = std::move(prepared.subject);
  shows_edited_ = true;
  // More may have been typed in the meantime: then the draft stays open.
  draft.open = draft.field.text() != edited_->source;
  note_difference();
  if (draft.open) text_changed();
  desk_.said = prepared.difference.empty()
                   ? "the edited program runs; R shows the original"
                   : "the old schedule fits up to here: " + prepared.difference;
  if (std::exchange(explore_, Explore::No) == Explore::No) return;
  shown().study->apply({.kind = Command::Kind::Explore});
  ++desk_.explored;
}

void Workbench::show_other() {
  if (!edited_) {
    desk_.said = "this is the original; E edits it";
    return;
  }
  shows_edited_ = !shows_edited_;
  note_difference();
  desk_.said = shows_edited_ ? "the edited program" : "the original; R shows the edited program";
}

bool Workbench::poll() {
  if (auto checked = check_.take()) {
    desk_.draft.remarks = std::move(checked->remarks);
    desk_.draft.state = prepare_.is_busy()             ? Draft::State::Preparing
                        : desk_.draft.remarks.empty() ? Draft::State::Compiles
                                                       : Draft::State::Wrong;
  }
  if (auto prepared = prepare_.take()) take_prepared(std::move(*prepared));
  const bool original_explores = original_.study->poll();
  const bool edited_explores = edited_ && edited_->study->poll();
  return original_explores || edited_explores || check_.is_busy() || prepare_.is_busy();
}

void Workbench::settle() {
  while (check_.is_busy() || prepare_.is_busy()) {
    check_.wait();
    prepare_.wait();
    poll();
  }
}

bool Workbench::type(const KeyPress& press) {
  Draft& draft = desk_.draft;
  if (!draft.open) return false;
  desk_.said.clear();
  if (press.key == Key::Escape) {
    draft.open = false;
    return true;
  }
  if (press.key == Key::Enter && press.control) {
    run_draft(press.shift ? Explore::Yes : Explore::No);
    return true;
  }
  const uint64_t version = draft.field.version();
  const bool typed = type_into(draft.field, press, TextField::Lines::Many);
  if (draft.field.version() != version) text_changed();
  if (typed) return true;
  // Size of things, the end of the program, the keys: they mean nothing in a text.
  return press.key != Key::F1 && !press.control;
}

}  // namespace hmaplab::shell
