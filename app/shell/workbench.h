// Workbench: the program under study, as a study that can become another: its source is edited here,
// checked beside as it is typed, and run instead of the original. The original stays as it was left, and so does the
// edited program: one key goes from the one to the other. What is typed is never lost by leaving.
#pragma once

#include <optional>
#include <string>

#include "app/pictures/desk.h"
#include "app/shell/beside.h"
#include "app/shell/study.h"
#include "app/shell/subject.h"

namespace hmaplab::shell {

class Workbench : public Study {
 public:
  explicit Workbench(Subject original);

  const pictures::Run& run() const override { return shown().study->run(); }
  const pictures::Moment& moment() const override { return shown().study->moment(); }
  const pictures::Census& census() const override { return shown().study->census(); }
  const pictures::Desk& desk() const override { return desk_; }
  bool poll() override;
  void look_at(const pictures::Looks& looks) override { shown().study->look_at(looks); }
  void apply(const pictures::Command& command) override;
  bool type(const platform::KeyPress& press) override;
  // Waits for what goes on beside, and takes it over.
  void settle();

 private:
  enum class Explore : uint8_t { No, Yes };

  const Subject& shown() const { return shows_edited_ ? *edited_ : original_; }
  void edit(const pictures::Command& command);
  void open_draft();
  void text_changed();
  void run_draft(Explore explore);
  void show_other();
  void take_prepared(Prepared prepared);
  void note_difference();

  Subject original_;
  std::optional<Subject> edited_;
  bool shows_edited_ = false;
  bool draft_begun_ = false;
  Explore explore_ = Explore::No;  // the program that is being prepared
  pictures::Desk desk_;
  Beside<Checked> check_;
  Beside<Prepared> prepare_;
};

}  // namespace hmaplab::shell
