// Explorer: the explorations that a person asks for, one at a time. It keeps the census that is
// shown and the choices for the next one. One that is given up goes on to its end unseen: nobody
// waits.
#pragma once

#include <memory>
#include <vector>

#include "app/pictures/census.h"
#include "app/pictures/command.h"
#include "app/shell/census_run.h"

namespace hmaplab::shell {

class Explorer {
 public:
  const pictures::Census& census() const { return census_; }
  // Begins anew; the choices are the explorer's own.
  void start(CensusOrder order);
  void stop();
  // Takes a choice over for the next exploration.
  void choose(const pictures::Command& command);
  // Takes over what is known by now. Whether an exploration goes on.
  bool poll();
  // Waits for the end; the time it took is not told. For pictures that must not change.
  void finish();

 private:
  pictures::Census census_;
  std::unique_ptr<CensusRun> run_;
  std::vector<std::unique_ptr<CensusRun>> given_up_;  // until their threads have ended
};

}  // namespace hmaplab::shell
