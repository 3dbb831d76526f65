#include "app/shell/twin.h"

#include <fmt/format.h>

#include <cmath>

#include "app/pictures/census.h"
#include "app/shell/shell.h"

namespace hmaplab::shell {
namespace {

const char* yes_or_no(bool is) { return is ? "yes" : "no"; }

const char* name_of(session::Grain grain) {
  switch (grain) {
    case session::Grain::Line:
      return "line";
    case session::Grain::Operation:
      return "operation";
    case session::Grain::Access:
      return "access";
  }
  return "";
}

const char* name_of(pictures::Dialog dialog) {
  switch (dialog) {
    case pictures::Dialog::None:
      return "none";
    case pictures::Dialog::Open:
      return "open";
    case pictures::Dialog::Schedule:
      return "schedule";
  }
  return "";
}

const char* name_of(pictures::Census::Phase phase) {
  using Phase = pictures::Census::Phase;
  switch (phase) {
    case Phase::Never:
      return "never";
    case Phase::Running:
      return "running";
    case Phase::Stopped:
      return "stopped";
    case Phase::Done:
      return "done";
    case Phase::Failed:
      return "failed";
  }
  return "";
}

std::string list_of(const std::vector<uint32_t>& numbers) {
  std::string text;
  for (const uint32_t number : numbers) text += (text.empty() ? "" : " ") + std::to_string(number);
  return text.empty() ? "none" : text;
}

std::string asked_text(const pictures::Moment& moment) {
  if (!moment.asked) return "none";
  const pictures::Asked& asked = *moment.asked;
  return fmt::format("{}, hints {}, answer {}, {}", asked.question + 1, asked.hints,
                     asked.answer ? std::to_string(*asked.answer + 1) : "none",
                     asked.solved ? "solved" : "open");
}

}  // namespace

std::string twin_text(const StateLines& state, const std::string& in_words,
                      const pictures::Page& page) {
  std::string text;
  for (const auto& [name, value] : state) text += name + ": " + value + "\n";
  if (!in_words.empty()) text += "\n" + in_words;
  return text + "\n" + pictures::page_text(page);
}

std::string Shell::state_in_words() const {
  if (language_.name() == look::LanguageName::English) return "";
  std::string text;
  for (const auto& [name, value] : state()) {
    const bool is_title = name == "title";
    const std::string line = name + ": " + (is_title ? study_.run().title.in(language_.name()) : value);
    if (!value.empty()) text += language_.said(line) + "\n";
  }
  return text;
}

StateLines Shell::state() const {
  const pictures::Run& run = study_.run();
  const pictures::Moment& moment = study_.moment();
  const pictures::Desk& desk = study_.desk();
  std::vector<uint32_t> bookmarks;
  for (const auto& bookmark : moment.notes.bookmarks) bookmarks.push_back(bookmark.position);
  std::vector<uint32_t> opened;
  for (const pictures::OpenedLine& line : moment.opened_lines) opened.push_back(line.line);
  const std::string said = !said_.empty() ? said_ : desk.said.empty() ? moment.notes.said : desk.said;
  return {{"title", run.title.en},
          {"step", fmt::format("{} of {}", moment.position, run.length())},
          {"state", study_.state_hash()},
          {"beat", moment.beat ? std::to_string(*moment.beat + 1) : "none"},
          {"question", asked_text(moment)},
          {"branch", fmt::format("{} of {}", moment.branch + 1, moment.branches)},
          {"grain", name_of(moment.grain)},
          {"playing", yes_or_no(playing_)},
          {"typing", typed_ ? "step " + *typed_ : desk.draft.open ? "source" : "nothing"},
          {"edited", yes_or_no(desk.is_edited)},
          {"dialog", palette_.is_open() ? "commands" : name_of(desk.dialog)},
          {"help", yes_or_no(help_)},
          {"tour", tour_is_shown() ? fmt::format("card {} of {}", tour_.card().number + 1, tour_.card().count) : "none"},
          {"token", token_.value_or("none")},
          {"presenting", yes_or_no(presenter_.is_on())},
          {"blank", yes_or_no(presenter_.is_blank())},
          {"unlocked", yes_or_no(presenter_.is_unlocked())},
          {"notes", yes_or_no(notes_)},
          {"full screen", yes_or_no(full_screen_)},
          {"theme", std::string(look::theme_text(theme_.name))},
          {"language", std::string(look::short_name(language_.name()))},
          {"size", fmt::format("{} %", std::lround(zoom_ * 100))},
          {"motion", motion_ == Motion::Reduced ? "reduced" : "full"},
          {"map zoom", std::to_string(map_.chosen_zoom())},
          {"order", yes_or_no(timeline_.shows_order())},
          {"pinned", moment.notes.pinned ? std::to_string(moment.notes.pinned->position) : "none"},
          {"bookmarks", list_of(bookmarks)},
          {"breakpoints", list_of(moment.notes.breakpoint_lines)},
          {"opened lines", list_of(opened)},
          {"census", name_of(study_.census().phase)},
          {"focus", focus_.panel.empty() ? "none"
                                         : fmt::format("{}, place {}", focus_.panel, focus_.place + 1)},
          {"said", said}};
}

}  // namespace hmaplab::shell
