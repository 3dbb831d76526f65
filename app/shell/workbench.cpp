#include "app/shell/workbench.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/pictures/go_colors.h"
#include "app/pictures/source_picture.h"
#include "app/platform/clipboard.h"
#include "app/shell/own_folders.h"
#include "app/shell/typing.h"
#include "core/lesson/record.h"

namespace hmaplab::shell {

using pictures::Command;
using pictures::DeskTool;
using pictures::Dialog;
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

// The size of things, and the end of the program: no text takes these keys.
bool is_for_the_window(const KeyPress& press) {
  if (!press.control || press.key != Key::Character) return false;
  constexpr std::u32string_view kKeys = U"+-0q";
  return kKeys.find(press.character) != std::u32string_view::npos;
}

}  // namespace

Workbench::Workbench(Subject original, Opening opening)
    : original_(std::move(original)),
      opening_(std::move(opening)),
      recent_(opening_.recent),
      open_dialog_(desk_.open, recent_, opening_.lessons) {
  desk_.can_edit = !original_.source.empty();
  recent_.add(original_.name);
  times_.note(original_.place);
}

void Workbench::apply(const Command& command) {
  desk_.said.clear();
  awaits_verdict_ = false;
  if (command.kind == Command::Kind::AtDesk) {
    carry_out(command);
  } else if (command.kind == Command::Kind::RecordBeat) {
    record_beat();
  } else {
    shown().study->apply(command);
  }
}

void Workbench::carry_out(const Command& command) {
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
    case DeskTool::AskFile:
      ask_file();
      return;
    case DeskTool::TakeChoice:
      take_choice(open_dialog_.take(command.number));
      return;
    case DeskTool::CloseDialog:
      desk_.dialog = Dialog::None;
      return;
    case DeskTool::AskSchedule:
      ask_schedule();
      return;
    case DeskTool::TakePolicy:
      desk_.schedule.policy = static_cast<schedule::PolicyKind>(std::min<uint64_t>(command.number, 3));
      return;
    case DeskTool::TakeSeed:
      ++desk_.schedule.seed;
      return;
    case DeskTool::TakeSchedule:
      schedule_dialog_.accept();
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
    TextField& field = desk_.draft.field;
    field = TextField(original_.source);
    const auto draft = drafts_.find(original_.name);
    if (draft != drafts_.end()) field.replace(draft->second);
    const uint32_t line = pictures::line_in_focus(run(), moment());
    field.place(beginning_of_line(field.text(), line), TextField::Select::No);
    text_changed();
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
  awaits_verdict_ = true;
}

// A repair that fails shows its shortest counter-example by itself.
void Workbench::show_verdict() {
  if (!awaits_verdict_ || census().phase == pictures::Census::Phase::Running) return;
  awaits_verdict_ = false;
  const auto failure = census().shortest_failure();
  if (census().phase != pictures::Census::Phase::Done || !failure) return;
  shown().study->apply({.kind = Command::Kind::ShowOutcome, .number = *failure});
  desk_.said = "it still fails: this schedule needs the fewest context switches";
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

void Workbench::ask_schedule() {
  if (shown().source.empty()) return;
  desk_.dialog = Dialog::Schedule;
  schedule_dialog_.begin(shown());
}

void Workbench::follow_schedule(const Judged& judged) {
  desk_.dialog = Dialog::None;
  shown().study->follow(judged.schedule, judged.steps,
                        {.policy = desk_.schedule.policy, .seed = desk_.schedule.seed, .held = {}});
  desk_.said = judged.state == pictures::ScheduleBox::State::Differs ? judged.verdict
                                                                     : "a branch of this schedule";
}

void Workbench::ask_file() {
  if (!opening_.open) {
    desk_.said = "nothing else can be opened here";
    return;
  }
  desk_.dialog = Dialog::Open;
  open_dialog_.begin();
}

void Workbench::take_choice(const std::optional<std::string>& name) {
  if (name) open(*name);
}

void Workbench::open(const std::string& name) {
  if (const auto token = session::parse_token(name); token && shown().study->go_to(token.value())) {
    desk_.dialog = Dialog::None;
    return;
  }
  if (!opening_.open) return;
  reloads_ = false;
  desk_.open.message.clear();
  desk_.open.opening = true;
  desk_.said = "opening " + name;
  open_.start([open = opening_.open, name] { return open(name); });
}

// Into the lesson's own file where it has one, else onto the clipboard, behind those before it.
void Workbench::record_beat() {
  namespace fs = std::filesystem;
  const std::string beat = shown().study->beat_toml();
  const fs::path file = fs::path(original_.place) / "lesson.toml";
  const auto toml = original_.place.empty() ? std::nullopt : text_of_file(file);
  if (!toml || shows_edited_) {
    recorded_ += beat;
    platform::set_clipboard_text(recorded_);
    desk_.said = "a beat is on the clipboard, behind those recorded before it";
    return;
  }
  const bool is_own_run = moment().branch == 0;
  keep_file(file, (is_own_run ? *toml : lesson::with_schedule(*toml, shown().study->schedule_text())) + beat);
  desk_.said = "a beat stands at the end of lesson.toml";
}

void Workbench::look_for_changes() {
  if (original_.place.empty() || open_.is_busy() || desk_.draft.open || !opening_.open) return;
  if (!times_.changed(original_.place)) return;
  reloads_ = true;
  open_.start([open = opening_.open, place = original_.place] { return open(place); });
}

// The same beat as before, or the same step.
void Workbench::take_reloaded(Opened opened) {
  if (!opened.subject) {
    desk_.said = opened.message;
    return;
  }
  const std::optional<size_t> beat = moment().beat;
  const uint32_t position = moment().position;
  put_on_desk(std::move(*opened.subject));
  const bool has_beat = beat && *beat < run().beats.size();
  shown().study->apply(has_beat ? Command{.kind = Command::Kind::Beat, .number = *beat}
                                : Command{.kind = Command::Kind::Seek, .number = position});
  desk_.said = "read anew";
}

void Workbench::take_opened(Opened opened) {
  if (std::exchange(reloads_, false)) return take_reloaded(std::move(opened));
  desk_.open.opening = false;
  desk_.said.clear();
  if (opened.subject) {
    desk_.dialog = Dialog::None;
    put_on_desk(std::move(*opened.subject));
    return;
  }
  if (desk_.dialog != Dialog::Open) ask_file();  // it fell on the window
  desk_.open.message = std::move(opened.message);
}

// What was typed for the program before is kept under its name.
void Workbench::put_on_desk(Subject subject) {
  const std::string& text = desk_.draft.field.text();
  if (draft_begun_) {
    if (text == original_.source) drafts_.erase(original_.name);
    if (text != original_.source) drafts_[original_.name] = text;
  }
  check_.forget();
  prepare_.forget();
  desk_.draft = Draft{};
  draft_begun_ = shows_edited_ = false;
  edited_.reset();
  original_ = std::move(subject);
  desk_.can_edit = !original_.source.empty();
  recent_.add(original_.name);
  times_.note(original_.place);
  note_difference();
}

bool Workbench::poll() {
  if (const auto judged = schedule_dialog_.poll(); judged && desk_.dialog == Dialog::Schedule)
    follow_schedule(*judged);
  look_for_changes();
  if (auto opened = open_.take()) take_opened(std::move(*opened));
  if (auto checked = check_.take()) {
    desk_.draft.remarks = std::move(checked->remarks);
    desk_.draft.state = prepare_.is_busy()             ? Draft::State::Preparing
                        : desk_.draft.remarks.empty() ? Draft::State::Compiles
                                                       : Draft::State::Wrong;
  }
  if (auto prepared = prepare_.take()) take_prepared(std::move(*prepared));
  const bool original_explores = original_.study->poll();
  const bool edited_explores = edited_ && edited_->study->poll();
  show_verdict();
  return original_explores || edited_explores || schedule_dialog_.is_busy() || open_.is_busy() || check_.is_busy() ||
         prepare_.is_busy();
}

void Workbench::settle() {
  const auto is_busy = [this] {
    return schedule_dialog_.is_busy() || open_.is_busy() || check_.is_busy() || prepare_.is_busy();
  };
  while (is_busy()) {
    schedule_dialog_.wait();
    open_.wait();
    check_.wait();
    prepare_.wait();
    poll();
  }
}

bool Workbench::type(const KeyPress& press) {
  if (is_for_the_window(press)) return false;
  if (desk_.dialog == Dialog::None) return type_into_draft(press);
  if (press.key == Key::Escape) {
    desk_.dialog = Dialog::None;
  } else if (desk_.dialog == Dialog::Schedule) {
    schedule_dialog_.type(press);
  } else if (!desk_.open.opening) {
    take_choice(open_dialog_.type(press));
  }
  return true;
}

bool Workbench::type_into_draft(const KeyPress& press) {
  Draft& draft = desk_.draft;
  const bool asks_file = press.control && press.character == U'o';
  if (!draft.open || press.key == Key::F1 || asks_file) return false;
  desk_.said.clear();
  if (press.key == Key::Escape) {
    draft.open = false;
  } else if (press.key == Key::Enter && press.control) {
    run_draft(press.shift ? Explore::Yes : Explore::No);
  } else {
    const uint64_t version = draft.field.version();
    type_into(draft.field, press, TextField::Lines::Many);
    if (draft.field.version() != version) text_changed();
  }
  return true;
}

}  // namespace hmaplab::shell
