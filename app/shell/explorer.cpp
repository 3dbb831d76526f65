#include "app/shell/explorer.h"

#include <algorithm>
#include <utility>

namespace hmaplab::shell {

using pictures::CensusChoices;
using Kind = pictures::Command::Kind;
using Phase = pictures::Census::Phase;

void Explorer::start(CensusOrder order) {
  if (run_) {
    run_->give_up();
    given_up_.push_back(std::move(run_));
  }
  order.choices = census_.choices;
  census_ = {.phase = Phase::Running,
             .choices = census_.choices,
             .asked = census_.choices,
             .position = order.position,
             .seed = order.options.seed};
  run_ = std::make_unique<CensusRun>(std::move(order));
}

void Explorer::stop() {
  if (run_) run_->stop();
}

void Explorer::choose(const pictures::Command& command) {
  CensusChoices& choices = census_.choices;
  if (command.kind == Kind::CensusMode)
    choices.mode = command.number == 0 ? explore::Mode::Census : explore::Mode::Proof;
  if (command.kind == Kind::CensusPoints)
    choices.points = static_cast<explore::Points>(std::min<uint64_t>(command.number, 2));
  if (command.kind == Kind::CensusBound) {
    choices.preemptions =
        static_cast<int>(std::min<uint64_t>(command.number, CensusChoices::kMostPreemptions + 1)) -
        1;
  }
  if (command.kind == Kind::CensusStart) choices.from_beginning = command.number != 0;
}

bool Explorer::poll() {
  std::erase_if(given_up_, [](const auto& run) { return run->has_ended(); });
  if (!run_) return false;
  const bool ended = run_->has_ended();  // asked first: the last report comes before the end
  run_->take(census_);
  if (ended) run_.reset();
  return run_ != nullptr;
}

void Explorer::finish() {
  if (!run_) return;
  run_->wait_for_end();
  poll();
  census_.seconds.reset();
}

}  // namespace hmaplab::shell
