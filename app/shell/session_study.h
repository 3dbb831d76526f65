// SessionStudy: a Session as a Study. It keeps the run of the branch and the moment at the cursor,
// and makes them anew when a command has moved something. The beats of a lesson belong to its first
// branch: on another one only those are reached that lie before the fork, and asking for a beat
// goes back to the lesson.
#pragma once

#include <map>

#include "app/pictures/moment_of.h"
#include "app/shell/explorer.h"
#include "app/shell/quiz.h"
#include "app/shell/study.h"
#include "app/shell/tools.h"
#include "core/session/session.h"
#include "core/session/token.h"

namespace hmaplab::shell {

class SessionStudy : public Study {
 public:
  // The session must outlive the study. The positions of the beats are in branch 0.
  SessionStudy(session::Session& session, pictures::RunTexts texts);

  const pictures::Run& run() const override { return run_; }
  const pictures::Moment& moment() const override { return moment_; }
  const pictures::Census& census() const override { return explorer_.census(); }
  bool poll() override;
  std::string token() const override { return session::to_text(token_here()); }
  // Goes where the token leads, on the lesson's own run where that comes there. False when it is of another program, or of
  // other options. Where it does not fit is said.
  bool go_to(const session::Token& token);
  std::string state_hash() const override { return base::to_hex(session_.world().hash()); }
  void look_at(const pictures::Looks& looks) override;
  void apply(const pictures::Command& command) override;
  // The schedule of the whole branch, and how new branches go on.
  // A beat of a lesson that stands at the cursor, as its file would have it.
  std::string beat_toml() const;
  std::string schedule_text() const { return session_.schedule_text(session_.length()); }
  // The same; while somebody predicts, of the steps made so far.
  std::string told_schedule() const;
  const session::RunOn& run_on() const { return session_.run_on(); }
  // A branch of this schedule, which goes on by the policy behind so many steps; the cursor stands there.
  void follow(const schedule::Schedule& schedule, uint32_t steps, const session::RunOn& how);
  // Explores and waits for it, for pictures and text: stops where it becomes very long.
  void explore_to_end();

 private:
  session::Token token_here() const;
  void move(const pictures::Command& command);
  // The branch that the session is on may be a new one, which has left `from`.
  void note_fork(size_t from);
  // The same for one that did not come from a branch.
  void note_fork_from_lesson();
  uint32_t position_of(const pictures::Command& command) const;
  void choose(const pictures::Command& command);
  void go_to_beat(const pictures::Command& command);
  void go_to_beat(size_t beat);
  void step_beat(int by);
  void open_line(uint32_t line);
  void change_census(const pictures::Command& command);
  void give_hint();
  // Where the session was goes onto the way back.
  void note_place(const session::Place& before);
  // The place that was looked at before this one, or the one after it.
  void go_along_the_way(pictures::Tool direction);
  void explore(uint64_t most_states);
  void show_outcome(size_t outcome);
  void refresh();

  session::Session& session_;
  pictures::RunTexts texts_;
  Explorer explorer_;
  std::map<size_t, uint32_t> forks_;  // where a branch leaves the lesson's
  size_t shown_branch_ = 0;
  pictures::MomentChoices choices_;
  Tools tools_{session_, choices_};
  Quiz quiz_{session_, texts_.questions};
  std::vector<session::Place> earlier_;  // the last one was looked at last
  std::vector<session::Place> later_;    // after going back
  pictures::Run run_;
  pictures::Moment moment_;
};

}  // namespace hmaplab::shell
