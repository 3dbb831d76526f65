// Workbench: the program under study, as a study that can become another: its source is edited here,
// checked beside as it is typed, and run instead of the original; another file or lesson can be opened. The original stays as it was left, and so does the
// edited program: one key goes from the one to the other. What is typed is never lost by leaving.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/pictures/desk.h"
#include "app/shell/beside.h"
#include "app/shell/file_times.h"
#include "app/shell/open_dialog.h"
#include "app/shell/recent_files.h"
#include "app/shell/schedule_dialog.h"
#include "app/shell/study.h"
#include "app/shell/subject.h"

namespace hmaplab::shell {

// How another program is opened; what it calls runs on a thread of its own.
struct Opening {
  std::function<Opened(const std::string& name)> open;  // empty: nothing else can be opened
  std::vector<pictures::OpenChoice> lessons;
  std::optional<std::filesystem::path> recent;  // where the recent files are kept
};

class Workbench : public Study {
 public:
  explicit Workbench(Subject original, Opening opening = {});

  const pictures::Run& run() const override { return shown().study->run(); }
  const pictures::Moment& moment() const override { return shown().study->moment(); }
  const pictures::Census& census() const override { return shown().study->census(); }
  const pictures::Desk& desk() const override { return desk_; }
  void open(const std::string& name) override;
  bool poll() override;
  bool watches() const override { return !original_.place.empty(); }
  std::string token() const override { return shown().study->token(); }
  std::string state_hash() const override { return shown().study->state_hash(); }
  void look_at(const pictures::Looks& looks) override { shown().study->look_at(looks); }
  void apply(const pictures::Command& command) override;
  bool type(const platform::KeyPress& press) override;
  // Waits for what goes on beside, and takes it over.
  void settle();

 private:
  enum class Explore : uint8_t { No, Yes };

  const Subject& shown() const { return shows_edited_ ? *edited_ : original_; }
  void carry_out(const pictures::Command& command);
  void ask_file();
  void ask_schedule();
  void follow_schedule(const Judged& judged);
  void take_choice(const std::optional<std::string>& name);
  void take_opened(Opened opened);
  void put_on_desk(Subject subject);
  bool type_into_draft(const platform::KeyPress& press);
  void open_draft();
  void text_changed();
  void run_draft(Explore explore);
  void show_verdict();
  void show_other();
  void take_prepared(Prepared prepared);
  void note_difference();
  void record_beat();
  // Reads anew what somebody has changed in another program.
  void look_for_changes();
  void take_reloaded(Opened opened);

  Subject original_;
  FileTimes times_;       // of the files that it was read from
  bool reloads_ = false;  // what is being opened is the same program again
  std::string recorded_;  // beats, for the clipboard
  std::optional<Subject> edited_;
  bool shows_edited_ = false;
  bool draft_begun_ = false;
  bool awaits_verdict_ = false;  // of the edited program that is explored, while nobody does anything else
  Explore explore_ = Explore::No;  // the program that is being prepared
  pictures::Desk desk_;
  std::map<std::string, std::string> drafts_;  // of programs that were shown before, by name
  Opening opening_;
  RecentFiles recent_;
  OpenDialog open_dialog_;
  ScheduleDialog schedule_dialog_{desk_.schedule};
  Beside<Opened> open_;
  Beside<Checked> check_;
  Beside<Prepared> prepare_;
};

}  // namespace hmaplab::shell
