// What keys and clicks come to: the commands of the Shell.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <string_view>
#include <utility>

#include "app/look/metrics.h"
#include "app/shell/shell.h"

namespace hmaplab::shell {

using pictures::Command;

namespace metrics = look::metrics;

namespace {

constexpr std::string_view kSlot = "slot ";  // "slot 2 Census": what a panel is called

// Playing ends with these: somebody goes elsewhere by hand.
bool moves(Command::Kind kind) {
  using Kind = Command::Kind;
  constexpr Kind kMoves[] = {Kind::Forward,    Kind::Back,         Kind::First,       Kind::Last,
                             Kind::Seek,       Kind::Beat,         Kind::NextBeat,    Kind::PreviousBeat,
                             Kind::Choose,     Kind::NextBranch,   Kind::ShowBranch,  Kind::ShowOutcome,
                             Kind::Explore,    Kind::AtDesk};
  return std::find(std::begin(kMoves), std::end(kMoves), kind) != std::end(kMoves);
}

// While a prediction is asked, a digit is an answer to it and lets nobody move.
Command answer_of(const platform::KeyPress& key, const pictures::Run& run,
                  const pictures::Moment& moment) {
  if (!moment.asked || moment.asked->answer || key.control || key.shift) return {};
  const auto choices = static_cast<char32_t>(run.questions[moment.asked->question].choices.size());
  const bool is_choice = key.key == platform::Key::Character && key.character > U'0' &&
                         key.character <= U'0' + choices;
  if (!is_choice) return {};
  return {.kind = Command::Kind::Answer, .number = key.character - U'1'};
}

constexpr const char* kNoChinese =
    "No font here has Chinese characters (install fonts-wqy-microhei): texts stay in English.";

}  // namespace

Motion usual_motion() {
  const char* asked = std::getenv("HMAPLAB_REDUCED_MOTION");
  const std::string_view text = asked != nullptr ? asked : "";
  return text.empty() || text == "0" ? Motion::Full : Motion::Reduced;
}

void Shell::press(const platform::KeyPress& key) {
  land();
  if (palette_.is_open()) return carry_out(palette_.type(key));
  const bool has_dialog = study_.desk().dialog != pictures::Dialog::None;
  if (!presenter_.is_on() && (source_shown_ || has_dialog) && study_.type(key)) return;
  if (type_step(key)) return;
  const bool goes_on = key.key == platform::Key::Enter || key.key == platform::Key::Space;
  if (tour_is_shown() && goes_on && !key.control) return go_on_with_tour();
  if (help_ && key.key == platform::Key::Enter) return carry_out({.kind = Command::Kind::ShowTour});
  const Command answer = answer_of(key, study_.run(), study_.moment());
  carry_out(answer ? answer : bindings_.command_of(key, study_.moment()));
}

void Shell::open(const std::string& path) {
  playing_ = false;
  study_.open(path);
}

bool Shell::type_step(const platform::KeyPress& key) {
  constexpr size_t kMostDigits = 7;
  if (!typed_) return false;
  const bool is_digit = key.key == platform::Key::Character && !key.control &&
                        key.character >= U'0' && key.character <= U'9';
  if (is_digit && typed_->size() < kMostDigits) {
    *typed_ += static_cast<char>(key.character);
    return true;
  }
  const std::string typed = *std::exchange(typed_, std::nullopt);
  if (is_digit || key.key == platform::Key::Escape) return true;
  if (key.key != platform::Key::Enter) return false;
  if (!typed.empty()) carry_out({.kind = Command::Kind::Seek, .number = std::stoull(typed)});
  return true;
}

void Shell::carry_out(const Command& asked) {
  Command command = asked;
  if (command) said_.clear();
  if (presenter_.take(command)) return;
  if (tour_is_shown() && tour_.is_asked(command)) go_on_with_tour();
  if (look(command)) return;
  if (moves(command.kind)) playing_ = false;
  if (command.kind == Command::Kind::Use) return use(command);
  if (command.kind == Command::Kind::Explore) show(Panel::Census);
  if (command.kind == Command::Kind::Explore) working_ = true;
  if (command.kind == Command::Kind::OpenLine) show(Panel::Source);
  if (command.desk == pictures::DeskTool::Edit) show(Panel::Source);
  if (command.kind == Command::Kind::ShowBuckets) map_.show_cards();
  if (token_) token_.reset();
  apply(command);
}

void Shell::land() {
  flight_due_ = false;
  flown_ = pictures::kFlightSeconds;
}

// What the step moved is seen to move, from the next frame on.
void Shell::apply(const Command& command) {
  const uint32_t position = study_.moment().position;
  land();
  study_.apply(command);
  if (motion_ == Motion::Reduced || study_.moment().position == position) return;
  if (study_.moment().moves.empty()) return;
  flight_due_ = true;
  flown_ = 0;
}

// What belongs to looking alone; all else is the study's.
bool Shell::look(const Command& command) {
  using Kind = Command::Kind;
  const Kind kind = command.kind;
  if (kind == Kind::ShowHelp) {
    help_ = !help_;
  } else if (kind == Kind::ShowTour) {
    show_tour(!tour_is_shown());
  } else if (kind == Kind::Close) {
    close();
  } else if (kind == Kind::ShowToken) {
    show_token();
  } else if (kind == Kind::ShowCommands) {
    palette_.open(bindings_, language_);
  } else if (kind == Kind::TakeCommand) {
    carry_out(palette_.take(command.number));
  } else if (kind == Kind::ShowNotes) {
    notes_ = !notes_;
  } else if (kind == Kind::FocusPanel || kind == Kind::FocusPlace) {
    move_focus(command);
  } else if (kind == Kind::PressFocus) {
    focus_.pressed = !focus_.panel.empty();
  } else if (kind == Kind::FullScreen) {
    full_screen_ = !full_screen_;
  } else if (kind == Kind::Quit) {
    quit_ = true;
  } else if (kind == Kind::SwitchTheme) {
    theme_ = look::make_theme(look::next_theme(theme_.name));
  } else if (kind == Kind::SwitchMotion) {
    motion_ = motion_ == Motion::Full ? Motion::Reduced : Motion::Full;
  } else if (kind == Kind::SwitchLanguage) {
    const bool is_english =
        chosen_language_.value_or(language_.name()) == look::LanguageName::English;
    chosen_language_ = is_english ? look::LanguageName::Chinese : look::LanguageName::English;
    speak(*chosen_language_);
  } else if (kind == Kind::Larger || kind == Kind::Smaller || kind == Kind::NormalSize) {
    zoom(kind);
  } else if (kind == Kind::ShowMap) {
    map_.choose(command.number);
  } else if (kind == Kind::ZoomMap) {
    map_.zoom(command.number);
  } else if (kind == Kind::ShowBytes) {
    map_.show_bytes(command.address);
  } else if (kind == Kind::FoldTimeline) {
    timeline_.toggle_fold();
  } else if (kind == Kind::ShowOrder) {
    timeline_.toggle_order();
  } else if (kind == Kind::ShowObjects) {
    first_object_ = command.number;
  } else if (kind == Kind::PlayOrPause) {
    play_or_pause();
  } else {
    return kind == Kind::None || kind == Kind::ShowTab;
  }
  return true;
}

void Shell::move_focus(const Command& command) {
  const bool back = command.number == 1;
  if (command.kind == Command::Kind::FocusPlace && !focus_.panel.empty()) {
    const size_t places = std::max<size_t>(focus_.places, 1);
    focus_.place = (focus_.place + (back ? places - 1 : 1)) % places;
    return;
  }
  if (panel_ids_.empty()) return;
  const auto found = std::find(panel_ids_.begin(), panel_ids_.end(), focus_.panel);
  const auto index = static_cast<size_t>(found - panel_ids_.begin());
  const size_t count = panel_ids_.size();
  const size_t next = found == panel_ids_.end() ? (back ? count - 1 : 0)
                                                : (index + (back ? count - 1 : 1)) % count;
  focus_ = {.panel = panel_ids_[next]};
}

// Another tab of its slot has come to the front: the keys go to that.
void Shell::keep_focus() {
  const std::string& had = focus_.panel;
  if (!had.starts_with(kSlot) || std::find(panel_ids_.begin(), panel_ids_.end(), had) != panel_ids_.end()) return;
  const std::string slot = had.substr(0, had.find(' ', kSlot.size()) + 1);
  for (const std::string& id : panel_ids_)
    if (id.starts_with(slot)) return void(focus_.panel = id);
  focus_ = {};
}

// What lies on top goes first; at last the presentation.
void Shell::close() {
  if (tour_is_shown()) {
    show_tour(false);
  } else if (!focus_.panel.empty() && !palette_.is_open() && !help_ && !token_) {
    focus_ = {};
  } else if (palette_.is_open()) {
    palette_.close();
  } else if (help_ || token_) {
    help_ = false;
    token_.reset();
  } else if (presenter_.is_on()) {
    Command leave{.kind = Command::Kind::Present};
    presenter_.take(leave);
  }
}

void Shell::welcome() {
  if (!tour_seen_) show_tour(true);
}

bool Shell::tour_is_shown() const {
  const pictures::Desk& desk = study_.desk();
  return tour_.is_on() && !presenter_.is_on() && !palette_.is_open() && !help_ && !token_ &&
         !desk.draft.open && desk.dialog == pictures::Dialog::None;
}

// Once it was shown to its end, or left, it does not come by itself again.
void Shell::show_tour(bool is_on) {
  help_ = false;
  leave_tour_card();
  tour_seen_ = tour_seen_ || !is_on;
  if (is_on) {
    tour_.start();
    return show(*tour_.panel());
  }
  tour_.end();
}

// The census stays in front only where it was tried.
void Shell::leave_tour_card() {
  const bool left_alone = study_.census().phase == pictures::Census::Phase::Never;
  if (tour_.is_on() && tour_.panel() == Panel::Census && left_alone) show(Panel::Map);
}

void Shell::go_on_with_tour() {
  leave_tour_card();
  tour_.go_on();
  if (!tour_.is_on()) return show_tour(false);
  if (const auto panel = tour_.panel()) show(*panel);
}

void Shell::show_token() {
  if (token_) return token_.reset();
  const std::string token = study_.token();
  if (!token.empty()) token_ = token;
}

bool Shell::misses_chinese() const { return said_ == kNoChinese; }

void Shell::speak(look::LanguageName name) {
  if (misses_chinese()) said_.clear();
  if (name == look::LanguageName::Chinese && !writes_chinese_) {
    said_ = kNoChinese;
    name = look::LanguageName::English;
  }
  if (language_.name() != name) language_ = look::make_language(name);
}

void Shell::play_or_pause() {
  if (study_.moment().at_end(study_.run())) study_.apply({.kind = Command::Kind::First});
  playing_ = !playing_;
  waited_ = 0;
}

void Shell::zoom(Command::Kind kind) {
  if (kind == Command::Kind::NormalSize) {
    zoom_ = 1;
    return;
  }
  const float by = kind == Command::Kind::Larger ? metrics::kScaleStep : -metrics::kScaleStep;
  zoom_ = std::clamp(zoom_ + by, metrics::kSmallestScale, metrics::kLargestScale);
}

void Shell::use(const Command& command) {
  playing_ = false;
  if (command.tool == pictures::Tool::AskStep) {
    typed_ = "";
    return;
  }
  apply(command);
  if (command.tool == pictures::Tool::Select) wanted_ = Panel::Accesses;
  if (command.tool == pictures::Tool::Pin) wanted_ = Panel::Compare;
}

}  // namespace hmaplab::shell
