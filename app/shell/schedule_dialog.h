// ScheduleDialog: the schedule of the branch as a text that can be edited. Whatever is typed is tried beside
// the window on a World of its own, so that one reads where it parts from what the program can do before it becomes a
// branch.
#pragma once

#include <optional>
#include <string>

#include "app/pictures/desk.h"
#include "app/platform/keys.h"
#include "app/shell/beside.h"
#include "app/shell/subject.h"
#include "core/schedule/schedule.h"

namespace hmaplab::shell {

struct Judged {
  pictures::ScheduleBox::State state = pictures::ScheduleBox::State::Fits;
  std::string verdict;
  size_t begin = 0;  // of the word that is wrong, or that does not fit
  size_t end = 0;
  uint32_t steps = 0;           // that the schedule makes, as far as it fits
  schedule::Schedule schedule;  // as far as it can be read
};

// Follows the text from the beginning of the program; stops where it does not fit.
Judged judge_schedule(const std::string& file, const std::string& source,
                      const vm::Options& options, const std::string& text);

class ScheduleDialog {
 public:
  explicit ScheduleDialog(pictures::ScheduleBox& box) : box_(box) {}

  void begin(const Subject& subject);
  void type(const platform::KeyPress& press);
  // It is to become a branch, as soon as it is known to make sense.
  void accept() { is_accepted_ = true; }
  bool is_busy() const { return judge_.is_busy(); }
  void wait() { judge_.wait(); }
  // Takes over what was found out; gives what is to become a branch, once.
  std::optional<Judged> poll();

 private:
  void judge();

  pictures::ScheduleBox& box_;
  std::string file_;
  std::string source_;
  vm::Options options_;
  Beside<Judged> judge_;
  std::optional<Judged> judged_;  // of the text as it is
  bool is_accepted_ = false;
};

}  // namespace hmaplab::shell
