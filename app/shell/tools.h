// Tools: carries out what a person asks for besides moving along a run: how far somebody goes, who is
// frozen, breakpoints, writes of a word, bookmarks, what to compare with. It changes the session and
// what is looked at, and says in a few words what came of it.
#pragma once

#include <optional>
#include <string>

#include "app/pictures/command.h"
#include "app/pictures/moment_of.h"
#include "core/session/session.h"

namespace hmaplab::shell {

class Tools {
 public:
  // Both must outlive the tools.
  Tools(session::Session& session, pictures::MomentChoices& choices)
      : session_(session), choices_(choices) {}

  // A command of the kind Use, at the moment that is shown.
  void use(const pictures::Command& command, const pictures::Run& run, const pictures::Moment& moment);

 private:
  // What came of it, in words; nothing when it is no tool of a run.
  std::optional<std::string> used(const pictures::Command& command);
  std::string go(schedule::Actor actor, session::Verb::Until until);
  std::string freeze(schedule::Actor actor);
  std::string starve(schedule::Actor actor, uint64_t steps);
  std::string set_policy(bool next_policy);
  std::string toggle_breakpoint(uint64_t line, const pictures::Run& run, const pictures::Moment& moment);
  std::string toggle_write();
  std::string toggle(const session::Breakpoint& breakpoint);
  std::string go_to_point(memory::Point point);
  std::string go_on(bool forward);
  std::string select(const session::Word& word);
  std::string go_to_write(bool next);
  std::string toggle_bookmark();
  std::string next_bookmark();
  std::string pin();
  schedule::Actor last_mover() const;

  session::Session& session_;
  pictures::MomentChoices& choices_;
};

}  // namespace hmaplab::shell
