// Quiz: the questions of a lesson as somebody works on them. It knows which is asked where the session
// stands, takes answers from keys, buttons and clicks on the picture, gives hints, and notices when a
// task is done. What is right was found by the engine when the lesson was opened.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/pictures/census.h"
#include "app/pictures/command.h"
#include "app/pictures/moment.h"
#include "core/session/session.h"

namespace hmaplab::shell {

class Quiz {
 public:
  // Both must outlive the quiz.
  Quiz(const session::Session& session, const std::vector<pictures::QuestionMark>& questions)
      : session_(session), questions_(questions) {}

  // The question that is asked at the session's cursor: a prediction exactly where it stands in the
  // lesson's own run, a task there and on the branches that were begun after it.
  std::optional<pictures::Asked> asked(const pictures::Census& census) const;
  // Whether the command answered the prediction that is asked, at the moment that is shown. Then it
  // means nothing else.
  bool take(const pictures::Command& command, const pictures::Moment& moment);
  // Gives the next of three hints. The third of a task, and its second, need the outcomes of all
  // schedules: then this is where an exploration must begin.
  std::optional<uint32_t> give_hint();
  // A run has come to its end on the screen, or a census is complete: a task may be done with it.
  void look(const pictures::Census& census);
  // The first question that stands behind a position and before another one of the lesson's run.
  std::optional<uint32_t> position_between(uint32_t from, uint32_t to) const;

 private:
  struct Progress {
    std::optional<size_t> answer;
    size_t hints = 0;
    bool solved = false;
    std::optional<uint32_t> switches;
  };

  std::optional<size_t> current() const;
  std::optional<size_t> answer_of(const pictures::QuestionMark& question,
                                  const pictures::Command& command,
                                  const pictures::Moment& moment) const;
  void add_hints(pictures::Asked& asked, const pictures::Census& census) const;

  const session::Session& session_;
  const std::vector<pictures::QuestionMark>& questions_;
  std::map<size_t, Progress> progress_;
  std::set<std::pair<size_t, size_t>> judged_;  // question and branch
  std::optional<size_t> begun_;  // that was asked last
};

}  // namespace hmaplab::shell
