#include "app/shell/shell.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <utility>

#include "app/look/metrics.h"
#include "app/pictures/fatal_picture.h"
#include "app/pictures/lesson_picture.h"
#include "app/pictures/toolbar_picture.h"
#include "app/widgets/style.h"

namespace hmaplab::shell {

using pictures::Command;
using pictures::Rect;

namespace metrics = look::metrics;

namespace {

constexpr double kSecondsPerStep = 0.7;

}  // namespace

Shell::Shell(Study& study, look::ThemeName theme)
    : study_(study), theme_(look::make_theme(theme)) {}

void Shell::pass(double seconds) {
  working_ = study_.poll();
  presenter_.pass(seconds);
  if (!std::exchange(flight_due_, false))
    flown_ = std::min(pictures::kFlightSeconds, flown_ + seconds);
  if (std::exchange(explored_, study_.desk().explored) != explored_) show(Panel::Census);
  if (!playing_) return;
  waited_ += seconds;
  if (waited_ < kSecondsPerStep) return;
  waited_ = 0;
  apply({.kind = Command::Kind::Forward});
  if (study_.moment().at_end(study_.run())) playing_ = false;
}

void Shell::frame(const look::Fonts& fonts, float width, float height, pictures::Page* page) {
  hover_ = {.shown = hover_.found, .found = {}};
  focus_.places = 0;
  panel_ids_.clear();
  const look::SpokenMeasure measure(fonts, language_);
  const widgets::Canvas canvas{.theme = theme_,
                               .fonts = fonts,
                               .spoken = &measure,
                               .scale = fonts.scale(),
                               .focus = &focus_,
                               .hover = &hover_,
                               .page = page};
  widgets::apply_style(canvas);
  const Rect window{0, 0, width / canvas.scale, height / canvas.scale};
  const bool buffered = study_.run().memory != memory::MemoryOrder::Sc;
  const StoreBuffers buffers = buffered ? StoreBuffers::Shown : StoreBuffers::None;
  Layout layout = on_paper_             ? layout_for_paper(window.w, window.h, buffers)
                        : presenter_.is_on() ? layout_presenting(window.w, window.h, buffers)
                                             : layout_for(window.w, window.h, buffers);
  pictures::Moment moment = study_.moment();
  moment.playing = playing_;
  const views::Frame frame{.run = study_.run(),
                           .moment = moment,
                           .census = study_.census(),
                           .desk = study_.desk(),
                           .canvas = canvas,
                           .flight = static_cast<float>(flown_ / pictures::kFlightSeconds)};
  make_room(layout, frame);
  look_where_the_beat_asks();
  bring_wanted_panel(layout);
  const widgets::RootWindow root;
  looks_ = {};
  source_shown_ = false;
  if (!on_paper_ && !presenter_.is_on()) draw_toolbar(canvas, layout.toolbar);
  for (size_t i = 0; i < layout.slots.size(); ++i) draw_slot(frame, layout.slots[i], i);
  draw_over(frame, window, layout);
  keep_focus();
  study_.look_at(looks_);
  for (const Command& command : std::exchange(commands_, {})) carry_out(command);
}

// For what is read as a whole: the narration, and the card that explains a bad end. The room of the
// narration is that of its longest beat so far, so that the panels move seldom.
void Shell::make_room(Layout& layout, const views::Frame& frame) {
  constexpr float kLeastSource = 150;
  constexpr float kLeastGoroutines = 110;
  const auto panel_height = [](const pictures::Picture& picture) {
    return picture.height + metrics::kHeadingHeight + metrics::kPadding;
  };
  for (const LayoutSlot& slot : layout.slots) {
    const Rect inside = widgets::panel_inside(slot.place);
    if (slot.panels.front() == Panel::Lesson) {
      const float height = panel_height(
          pictures::lesson_picture(frame.run, frame.moment, inside.w, frame.measure()));
      const bool same = lesson_room_.width == inside.w && lesson_room_.title == frame.run.title.en;
      lesson_room_ = {.title = frame.run.title.en,
                      .width = inside.w,
                      .height = same ? std::max(lesson_room_.height, height) : height};
    }
  }
  give_room(layout, Panel::Lesson, Panel::Source, lesson_room_.height, kLeastSource);
  if (!frame.ended_badly()) return;
  for (const LayoutSlot& slot : layout.slots) {
    if (slot.panels.front() != Panel::Now) continue;
    const Rect inside = widgets::panel_inside(slot.place);
    const float height =
        panel_height(pictures::fatal_picture(frame.run, inside, frame.measure()));
    return give_room(layout, Panel::Now, Panel::Goroutines, height, kLeastGoroutines);
  }
}

// What lies over the panels: it takes their clicks.
void Shell::draw_over(const views::Frame& frame, const Rect& window, const Layout& layout) {
  const widgets::Canvas& canvas = frame.canvas;
  const auto instead = [this](const Command& command) { commands_ = {command}; };
  if (presenter_.is_on()) {
    std::vector<Rect> dimmed;
    for (size_t i = 0; i < layout.slots.size(); ++i)
      if (!presenter_.is_lit(layout.slots[i].panels[shown_tab(layout.slots[i], tabs_[i])], frame.run,
                             frame.moment))
        dimmed.push_back(layout.slots[i].place);
    views::draw_veils(canvas, dimmed);
  }
  if (study_.desk().dialog != pictures::Dialog::None)
    instead(dialog_overlay_.draw(canvas, window, study_.desk()));
  if (palette_.is_open()) instead(dialog_overlay_.draw(canvas, window, palette_.box()));
  if (tour_is_shown()) {
    const auto panel = tour_.panel();
    const Rect lit = panel ? place_of(*panel, layout) : Rect{};
    if (views::draw_tour(canvas, window, lit, tour_.card())) {
      instead({});  // whatever lies below the card
      go_on_with_tour();
    }
  }
  if (token_) views::draw_token(canvas, window, *token_);
  if (misses_chinese()) views::draw_notice(canvas, window, said_);
  if (help_) instead(help_overlay_.draw(canvas, window, bindings_.key_lines()));
  if (presenter_.is_blank()) {
    instead({});
    views::draw_blank(canvas, window);
  }
}

Rect Shell::place_of(Panel panel, const Layout& layout) const {
  for (const LayoutSlot& slot : layout.slots)
    if (std::find(slot.panels.begin(), slot.panels.end(), panel) != slot.panels.end()) return slot.place;
  return {};
}

void Shell::draw_toolbar(const widgets::Canvas& canvas, const Rect& place) {
  panel_ids_.emplace_back("toolbar");
  const pictures::ToolbarState state{.theme = theme_.name,
                                     .scale_percent = static_cast<int>(std::lround(zoom_ * 100))};
  pictures::Moment moment = study_.moment();
  moment.playing = playing_;
  if (!study_.desk().said.empty()) moment.notes.said = study_.desk().said;
  if (!said_.empty()) moment.notes.said = said_;
  if (typed_) moment.notes.said = "go to step " + *typed_ + "_";
  const pictures::Picture picture =
      pictures::toolbar_picture(study_.run(), moment, state, place, canvas.measure());
  commands_.push_back(widgets::draw_bare(canvas, place, picture, panel_ids_.back()).command);
}

bool Shell::ended_badly() const {
  const pictures::Run& run = study_.run();
  return run.length() > 0 && study_.moment().at_end(run) &&
         run.ending.kind != trace::EndingKind::Fine;
}

// Once, when the beat comes: a person may look elsewhere then. What stands in front by itself is
// brought back only where a beat had brought something else.
void Shell::look_where_the_beat_asks() {
  const std::optional<size_t> beat = study_.moment().beat;
  if (beat == beat_) return;
  beat_ = beat;
  if (!beat) return;
  show_map_named(study_.run().beats[*beat].map);
  if (wanted_) return;
  const auto panel = panel_of_focus(study_.run().beats[*beat].focus);
  const bool hidden = panel == Panel::Locks || panel == Panel::Heap || panel == Panel::Census ||
                      panel == Panel::Stores;
  if (!panel || (!hidden && !brought_by_beat_)) return;
  wanted_ = panel;
  brought_by_beat_ = hidden;
}

// "sales": what the variable holds now, or the first that was made for it; "sales 3": the third of those.
void Shell::show_map_named(const std::string& name) {
  if (name.empty()) return;
  const size_t blank = name.rfind(' ');
  const bool has_number = blank != std::string::npos;
  const std::string wanted = name.substr(0, blank);
  const auto ordinal = static_cast<uint32_t>(has_number ? std::atoi(name.c_str() + blank + 1) : 1);
  const auto& maps = study_.moment().maps;
  for (size_t i = 0; i < maps.size() && !has_number; ++i) {
    const auto& names = maps[i].names;
    if (std::find(names.begin(), names.end(), wanted) != names.end()) return map_.choose(i);
  }
  for (size_t i = 0; i < maps.size(); ++i) {
    if (maps[i].made_for == wanted && maps[i].ordinal == ordinal) return map_.choose(i);
  }
}

void Shell::bring_wanted_panel(const Layout& layout) {
  for (size_t i = 0; wanted_ && i < layout.slots.size(); ++i) {
    const auto& panels = layout.slots[i].panels;
    const auto found = std::find(panels.begin(), panels.end(), *wanted_);
    if (found == panels.end()) continue;
    tabs_[i] = {.chosen = static_cast<size_t>(found - panels.begin()),
                .chosen_at_end = ended_badly()};
  }
  wanted_.reset();
}

size_t Shell::shown_tab(const LayoutSlot& slot, Tabs& tabs) const {
  if (!ended_badly()) tabs.chosen_at_end = false;
  const auto now = std::find(slot.panels.begin(), slot.panels.end(), Panel::Now);
  const bool explain = ended_badly() && !tabs.chosen_at_end && now != slot.panels.end();
  if (explain) return static_cast<size_t>(now - slot.panels.begin());
  return std::min(tabs.chosen, slot.panels.size() - 1);
}

void Shell::draw_slot(const views::Frame& frame, const LayoutSlot& slot, size_t index) {
  Tabs& tabs = tabs_[index];
  const size_t tab = shown_tab(slot, tabs);
  views::Slot place{.place = slot.place, .look = {}};
  place.look.id = fmt::format("slot {} {}", index, std::string(name(slot.panels[tab])));
  panel_ids_.push_back(place.look.id);
  place.look.tab = tab;
  for (const Panel panel : slot.panels) place.look.tabs.push_back(std::string(name(panel)));
  if (on_paper_) place.look.tabs.clear();
  const Command command = draw_panel(frame, slot.panels[tab], place);
  if (command.kind == Command::Kind::ShowTab) {
    tabs = {.chosen = command.number, .chosen_at_end = ended_badly()};
  } else {
    commands_.push_back(command);
  }
}

Command Shell::draw_panel(const views::Frame& frame, Panel panel, const views::Slot& slot) {
  switch (panel) {
    case Panel::Lesson:
      return lesson_.draw(frame, slot);
    case Panel::Source:
      source_shown_ = true;
      return source_.draw(frame, slot);
    case Panel::Map:
      looks_.map = map_.looks(frame.moment);
      return map_.draw(frame, slot);
    case Panel::Now:
      return now_.draw(frame, slot);
    case Panel::Goroutines:
      return goroutines_.draw(frame, slot);
    case Panel::Timeline:
      looks_.order = timeline_.shows_order();
      return timeline_.draw(frame, slot);
    case Panel::Steps:
      return steps_.draw(frame, slot);
    case Panel::Output:
      return output_.draw(frame, slot);
    case Panel::Locks:
      looks_.sync = true;
      return locks_.draw(frame, slot);
    case Panel::Heap:
      looks_.heap = true;
      looks_.first_object = first_object_;
      return heap_.draw(frame, slot);
    case Panel::Stores:
      return stores_.draw(frame, slot);
    case Panel::Census:
      return census_.draw(frame, slot);
    case Panel::Accesses:
      looks_.accesses = true;
      return accesses_.draw(frame, slot);
    case Panel::Compare:
      looks_.comparison = true;
      return comparison_.draw(frame, slot);
  }
  return {};
}

float Shell::scale(float surface, float width, float height) const {
  constexpr float kSteps = 8;  // of a unit: so that no font is made anew for every pixel
  const float fit = std::min(width / 1280, height / 720);
  const float least = std::floor(theme_.scale * fit * kSteps) / kSteps;
  return std::max(surface, least) * zoom();
}

Settings Shell::settings() const {
  return {.theme = theme_.name,
          .language = chosen_language_,
          .size = zoom_,
          .map_zoom = map_.chosen_zoom(),
          .reduced_motion = motion_ == Motion::Reduced,
          .tour_seen = tour_seen_};
}

void Shell::set(const Settings& settings) {
  theme_ = look::make_theme(settings.theme);
  chosen_language_ = settings.language;
  if (settings.language) speak(*settings.language);
  zoom_ = settings.size;
  tour_seen_ = settings.tour_seen;
  if (settings.reduced_motion) motion_ = Motion::Reduced;
  if (settings.map_zoom > 0) map_.zoom(settings.map_zoom);
}

std::string Shell::title() const {
  const std::string where =
      fmt::format("step {} of {}", study_.moment().position, study_.run().length());
  const std::string editing = study_.desk().draft.open ? " · " + language_.said("editing") : "";
  return fmt::format("{} · {}{} · hmaplab", study_.run().title.in(language_.name()),
                     language_.said(where), editing);
}

}  // namespace hmaplab::shell
