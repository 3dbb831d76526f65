#include "core/session/session.h"

#include <algorithm>

namespace hmaplab::session {

namespace {

// Fewer steps, and with the race lamp.
vm::Options to_be_studied(vm::Options options) {
  options.races = true;
  options.limits.steps = std::min(options.limits.steps, Session::kMostSteps);
  options.limits.steps_option = "";
  return options;
}

}  // namespace

Session::Session(const bytecode::Program& program, const vm::Options& options,
                 const schedule::Schedule& schedule)
    : program_(&program), world_(program, to_be_studied(options)) {
  branches_.emplace_back(world_, schedule);
  first_difference_ = branches_[0].first_difference();
}

const vm::World& Session::last_world() const { return branches_[current_].last(); }
uint32_t Session::length() const { return branches_[current_].length(); }
const vm::Step& Session::step(uint32_t index) const { return branches_[current_].step(index); }
const trace::Ending& Session::ending() const { return branches_[current_].ending(); }

void Session::seek(uint32_t position) {
  position = std::min(position, length());
  if (position == position_ + 1) {
    world_.step(step(position_).move());
  } else if (position != position_) {
    world_ = branches_[current_].world_at(position);
  }
  position_ = position;
}

uint32_t Session::next_stop(uint32_t from, Grain grain) const {
  if (from >= length()) return length();
  schedule::Actor actor = step(from).actor;
  for (uint32_t at = from + 1; at < length(); ++at) {
    const vm::Step& made = step(at - 1);
    const vm::Step& next = step(at);
    if (grain == Grain::Access || next.actor != actor) return at;
    if (grain == Grain::Operation && made.ends_operation) return at;
    if (grain == Grain::Line && next.line != step(from).line) return at;
  }
  return length();
}

uint32_t Session::previous_stop(uint32_t from, Grain grain) const {
  if (from == 0) return 0;
  uint32_t begin = from - 1;
  // Stops depend only on what lies behind them up to the last change of actor: begin there.
  while (begin > 0 && step(begin - 1).actor == step(begin).actor) --begin;
  uint32_t stop = begin;
  for (uint32_t next = next_stop(stop, grain); next < from; next = next_stop(stop, grain))
    stop = next;
  return stop;
}

void Session::forward(Grain grain) { seek(next_stop(position_, grain)); }
void Session::back(Grain grain) { seek(previous_stop(position_, grain)); }

bool Session::choose(schedule::Move move, Grain grain) {
  if (!world_.is_enabled(move.actor)) return false;
  bool chooses = move.choice != schedule::Move::kNoChoice;
  if (chooses) {
    std::vector<uint32_t> ready = world_.ready_cases(move.actor);
    if (std::find(ready.begin(), ready.end(), move.choice) == ready.end()) return false;
    chooses = ready.size() > 1;
  }
  bool same = position_ < length() && step(position_).actor == move.actor &&
              (!chooses || step(position_).choice == move.choice);
  if (!same) {
    Timeline other(branches_[current_], position_, move);
    branches_.push_back(std::move(other));
    current_ = branches_.size() - 1;
  }
  forward(grain);
  return true;
}

std::string Session::start_branch(const schedule::Schedule& schedule) {
  Timeline other(branches_[current_], schedule);
  const std::string difference = other.first_difference();
  const auto same = [&other](const Timeline& known) {
    return known.length() == other.length() &&
           std::equal(known.steps().begin(), known.steps().end(), other.steps().begin(),
                      [](const vm::Step& a, const vm::Step& b) { return a.move() == b.move(); });
  };
  const auto known = std::find_if(branches_.begin(), branches_.end(), same);
  const auto branch = static_cast<size_t>(known - branches_.begin());
  if (known == branches_.end()) branches_.push_back(std::move(other));
  switch_branch(branch);
  return difference;
}

void Session::switch_branch(size_t branch) {
  if (branch >= branches_.size() || branch == current_) return;
  uint32_t common = 0;
  uint32_t most = std::min({position_, length(), branches_[branch].length()});
  while (common < most && step(common).move() == branches_[branch].step(common).move()) ++common;
  current_ = branch;
  position_ = common;
  world_ = branches_[current_].world_at(common);
}

std::string Session::schedule_text(uint32_t position) const {
  std::vector<schedule::Move> moves;
  for (uint32_t i = 0; i < std::min(position, length()); ++i) moves.push_back(step(i).move());
  return schedule::to_text(schedule::recorded(moves));
}

}  // namespace hmaplab::session
