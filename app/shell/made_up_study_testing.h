// A study over made-up moments, for tests of the shell and of the window without an engine.
#pragma once

#include <utility>
#include <vector>

#include "app/pictures/made_up_testing.h"
#include "app/shell/study.h"

namespace hmaplab::shell {

class MadeUpStudy : public Study {
 public:
  explicit MadeUpStudy(pictures::MadeUp made, uint32_t position = 0)
      : made_(std::move(made)), position_(position) {}
  const pictures::Run& run() const override { return made_.run; }
  const pictures::Moment& moment() const override { return made_.moments[position_]; }
  void apply(const pictures::Command& command) override {
    using Kind = pictures::Command::Kind;
    commands.push_back(command);
    if (command.kind == Kind::Forward && position_ < made_.run.length()) ++position_;
    if (command.kind == Kind::Back && position_ > 0) --position_;
    if (command.kind == Kind::First) position_ = 0;
    if (command.kind == Kind::Last) position_ = made_.run.length();
    if (command.kind == Kind::Seek) position_ = static_cast<uint32_t>(command.number);
  }

  std::vector<pictures::Command> commands;  // all that were asked for

 private:
  pictures::MadeUp made_;
  uint32_t position_;
};

}  // namespace hmaplab::shell
