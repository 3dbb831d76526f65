// Shell: the whole window as one function of a study and a size. The window and the off-screen
// picture call the same frame(). It owns what belongs to looking and not to the program: theme,
// size of things, tabs, help, playing.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/look/language.h"
#include "app/look/theme.h"
#include "app/pictures/flight.h"
#include "app/platform/keys.h"
#include "app/shell/bindings.h"
#include "app/shell/layout.h"
#include "app/shell/palette.h"
#include "app/shell/presenter.h"
#include "app/shell/settings.h"
#include "app/shell/study.h"
#include "app/shell/tour.h"
#include "app/shell/twin.h"
#include "app/views/accesses_view.h"
#include "app/views/census_view.h"
#include "app/views/comparison_view.h"
#include "app/views/dialog_overlay.h"
#include "app/views/goroutines_view.h"
#include "app/views/heap_panel.h"
#include "app/views/help_overlay.h"
#include "app/views/lesson_view.h"
#include "app/views/locks_view.h"
#include "app/views/map_panel.h"
#include "app/views/notice_overlay.h"
#include "app/views/now_view.h"
#include "app/views/output_view.h"
#include "app/views/presenting_overlay.h"
#include "app/views/source_view.h"
#include "app/views/steps_view.h"
#include "app/views/stores_view.h"
#include "app/views/timeline_view.h"
#include "app/views/tour_overlay.h"

namespace hmaplab::shell {

// Reduced: nothing moves by itself, every change is there at once.
enum class Motion : uint8_t { Full, Reduced };
// What the environment asks for: HMAPLAB_REDUCED_MOTION, set to anything but "" and 0.
Motion usual_motion();

class Shell {
 public:
  Shell(Study& study, look::ThemeName theme);

  void press(const platform::KeyPress& key);
  // A file was let fall on the window.
  void open(const std::string& path);
  // Lets time pass, in seconds: only playing and what is seen to move care.
  void pass(double seconds);
  // Draws the window; `width` and `height` are in pixels. Between begin_frame and end_frame of a
  // surface, with fonts built for the scale. What is painted is noted on the page, where one is given.
  void frame(const look::Fonts& fonts, float width, float height, pictures::Page* page = nullptr);

  const look::Theme& theme() const { return theme_; }
  // What the program's own texts are said in; English from the start.
  const look::Language& language() const { return language_; }
  void speak(look::LanguageName name);
  // No font here has Chinese characters: the window says so when Chinese is asked for, and stays English.
  void do_without_chinese() { writes_chinese_ = false; }
  // What a person chose, 1 by default; the surface's own scale comes on top.
  float zoom() const { return zoom_ * presenter_.magnification(); }
  // Pixels of a unit on a surface of so many pixels that has that scale of its own: what the fonts are
  // to be built for.
  float scale(float surface, float width, float height) const;
  bool playing() const { return playing_; }
  // Something is under way on the screen: the next frame is due at once.
  bool moving() const { return flight_due_ || flown_ < pictures::kFlightSeconds; }
  void set_motion(Motion motion) { motion_ = motion; }
  Motion motion() const { return motion_; }
  bool working() const { return working_; }  // something goes on beside: its numbers change
  // The tour begins, unless this person has seen it.
  void welcome();
  // Brings a panel to the front of its tabs.
  void show(Panel panel) { wanted_ = panel; }
  // As Command::Kind::ZoomMap.
  void zoom_map(uint64_t number) { map_.zoom(number); }
  // The keys that a person has chosen, instead of those that stand in the table.
  void bind(Bindings bindings) { bindings_ = std::move(bindings); }
  const Presenter& presenter() const { return presenter_; }
  bool shows_notes() const { return notes_; }
  void hide_notes() { notes_ = false; }
  // A sentence for the toolbar, until the next command.
  void say(const std::string& sentence) { said_ = sentence; }
  // What the window is like, for its text twin.
  StateLines state() const;
  std::string state_in_words() const;  // "" in English, which the lines are
  Settings settings() const;
  void set(const Settings& settings);
  bool full_screen() const { return full_screen_; }
  // As layout_for_paper has it.
  void lay_out_for_paper() { on_paper_ = true; }
  bool quit() const { return quit_; }  // a person asked to end the program
  // "Two writers, one flag · step 12 of 41 · hmaplab"
  std::string title() const;

 private:
  // What is shown in a slot with tabs. At a bad end the card that explains it comes to the front by
  // itself, until a person chooses another tab.
  struct Tabs {
    size_t chosen = 0;
    bool chosen_at_end = false;
  };

  void carry_out(const pictures::Command& command);
  void apply(const pictures::Command& command);
  void land();  // what flies
  bool look(const pictures::Command& command);
  void use(const pictures::Command& command);
  void play_or_pause();
  void close();
  void show_token();
  void show_tour(bool is_on);
  void go_on_with_tour();
  bool misses_chinese() const;  // and has just said so
  void leave_tour_card();
  bool tour_is_shown() const;  // nothing else lies over the panels
  void zoom(pictures::Command::Kind kind);
  // While the number of a step is typed: whether the key was part of it.
  bool type_step(const platform::KeyPress& key);
  void make_room(Layout& layout, const views::Frame& frame);
  void look_where_the_beat_asks();
  // Which panels and places keys can be on: those of the last frame.
  void move_focus(const pictures::Command& command);
  void keep_focus();
  void show_map_named(const std::string& name);
  void bring_wanted_panel(const Layout& layout);
  size_t shown_tab(const LayoutSlot& slot, Tabs& tabs) const;
  void draw_toolbar(const widgets::Canvas& canvas, const pictures::Rect& place);
  void draw_over(const views::Frame& frame, const pictures::Rect& window, const Layout& layout);
  pictures::Rect place_of(Panel panel, const Layout& layout) const;
  void draw_slot(const views::Frame& frame, const LayoutSlot& slot, size_t index);
  pictures::Command draw_panel(const views::Frame& frame, Panel panel, const views::Slot& slot);
  bool ended_badly() const;

  // What the narration has needed so far, of this run at this width.
  struct LessonRoom {
    std::string title;
    float width = 0;
    float height = 0;
  };

  Study& study_;
  look::Theme theme_;
  look::Language language_;
  bool writes_chinese_ = true;
  std::optional<look::LanguageName> chosen_language_;  // by a person, for the next time, too
  LessonRoom lesson_room_;
  float zoom_ = 1;
  Bindings bindings_;
  Presenter presenter_;
  Palette palette_;
  Tour tour_;
  bool tour_seen_ = false;
  std::optional<std::string> token_;  // that is shown
  bool notes_ = false;
  std::string said_;
  bool full_screen_ = false;
  bool help_ = false;
  bool on_paper_ = false;
  bool quit_ = false;
  bool playing_ = false;
  pictures::Looks looks_;  // of the panels that this frame draws
  uint64_t first_object_ = 0;  // of the heap panel
  bool working_ = false;
  bool source_shown_ = true;  // by the last frame: only then a key is typed into it
  uint32_t explored_ = 0;     // see Desk
  std::optional<Panel> wanted_;  // to come to the front
  std::optional<size_t> beat_;   // that was drawn last
  bool brought_by_beat_ = false;  // a panel that does not stand in front by itself
  std::optional<std::string> typed_;  // of the number of a step
  double waited_ = 0;  // seconds since the last step of playing
  Motion motion_ = Motion::Full;
  bool flight_due_ = false;  // entries have moved: the next time that passes is before their flight
  double flown_ = pictures::kFlightSeconds;  // seconds
  widgets::Hover hover_;
  widgets::Focus focus_;
  std::vector<std::string> panel_ids_;  // of the last frame
  std::map<size_t, Tabs> tabs_;
  std::vector<pictures::Command> commands_;  // of this frame, carried out at its end

  views::AccessesView accesses_;
  views::ComparisonView comparison_;
  views::LessonView lesson_;
  views::SourceView source_;
  views::MapPanel map_;
  views::NowView now_;
  views::GoroutinesView goroutines_;
  views::TimelineView timeline_;
  views::StepsView steps_;
  views::OutputView output_;
  views::LocksView locks_;
  views::HeapPanel heap_;
  views::CensusView census_;
  views::StoresView stores_;
  views::HelpOverlay help_overlay_;
  views::DialogOverlay dialog_overlay_;
};

}  // namespace hmaplab::shell
