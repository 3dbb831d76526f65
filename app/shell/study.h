// Study: one program under study as the shell sees it: what to draw, and what can be asked of it.
// SessionStudy does it for a Session; tests have one with made-up moments.
#pragma once

#include "app/pictures/census.h"
#include "app/pictures/command.h"
#include "app/pictures/desk.h"
#include "app/pictures/moment_of.h"
#include "app/platform/keys.h"

namespace hmaplab::shell {

class Study {
 public:
  virtual ~Study() = default;
  virtual const pictures::Run& run() const = 0;
  virtual const pictures::Moment& moment() const = 0;
  // What all schedules do, as far as it was asked for.
  virtual const pictures::Census& census() const { return no_census_; }
  // What is typed beside it.
  virtual const pictures::Desk& desk() const { return no_desk_; }
  // Whether the key belongs to a text that is being typed: then it means nothing else.
  virtual bool type(const platform::KeyPress&) { return false; }
  // A short word that leads to this step when it is typed elsewhere; "" when there is none.
  virtual std::string token() const { return ""; }
  // The name of the state at this step: equal names, equal futures; "" when there is none.
  virtual std::string state_hash() const { return ""; }
  // A file, or a lesson by its name, instead of what is shown.
  virtual void open(const std::string&) {}
  // Whether it looks at files that may change: then it must be asked every second.
  virtual bool watches() const { return false; }
  // Takes over what went on beside. Whether something goes on, so that it must be asked again soon.
  virtual bool poll() { return false; }
  // Which of the things that cost time the panels show: from the next moment on it has them.
  virtual void look_at(const pictures::Looks&) {}
  // Carries out what moves in time or changes the grain; all else it leaves alone.
  virtual void apply(const pictures::Command& command) = 0;

 private:
  pictures::Census no_census_;
  pictures::Desk no_desk_;
};

}  // namespace hmaplab::shell
