#include "core/session/session.h"

#include <algorithm>

namespace hmaplab::session {

namespace {

// Fewer steps, and with the race lamp.
vm::Options to_be_studied(vm::Options options) {
  options.races = true;
  options.limits.cut_steps(Session::kMostSteps);
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
  const Timeline& run = branches_[current_];
  if (position == run.length() || position < position_ || run.kept_before(position) > position_) {
    world_ = run.world_at(position);
  } else {
    for (; position_ < position; ++position_) world_.step(step(position_).move());
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

bool Session::can_choose(schedule::Move& move) const {
  if (!world_.is_enabled(move.actor)) return false;
  if (move.choice == schedule::Move::kNoChoice) return true;
  const std::vector<uint32_t> ready = world_.ready_cases(move.actor);
  if (std::find(ready.begin(), ready.end(), move.choice) == ready.end()) return false;
  if (ready.size() < 2) move.choice = schedule::Move::kNoChoice;
  return true;
}

bool Session::is_next(const schedule::Move& move) const {
  return position_ < length() && step(position_).actor == move.actor &&
         (move.choice == schedule::Move::kNoChoice || step(position_).choice == move.choice);
}

bool Session::choose(schedule::Move move, Grain grain) {
  if (!can_choose(move)) return false;
  const bool goes_on_alone = run_on_.policy == schedule::PolicyKind::RunToBlock &&
                             !run_on_.hold_of(move.actor, position_ + 1);
  if (!is_next(move) && !goes_on_alone) return go(move, {.grain = grain}).has_value();
  if (!is_next(move)) start_branch(Timeline(branches_[current_], position_, {move}, run_on_));
  forward(grain);
  return true;
}

std::optional<Chosen> Session::go(schedule::Move move, const Verb& verb) {
  if (!can_choose(move)) return std::nullopt;
  Chosen chosen{.walk = walk(branches_[current_], position_, move, verb)};
  const std::vector<schedule::Move>& moves = chosen.walk.moves;
  const auto count = static_cast<uint32_t>(moves.size());
  uint32_t same = 0;
  while (same < count && position_ + same < length() && step(position_ + same).move() == moves[same]) ++same;
  chosen.is_new_branch = same < count;
  const uint32_t target = position_ + count;
  if (chosen.is_new_branch) {
    const std::vector<schedule::Move> rest(moves.begin() + same, moves.end());
    start_branch(Timeline(branches_[current_], position_ + same, rest, run_on_));
  }
  seek(target);
  return chosen;
}

void Session::start_branch(Timeline branch) {
  branches_.push_back(std::move(branch));
  current_ = branches_.size() - 1;
}

bool Session::run_anew() {
  if (world_.end()) return false;
  Timeline other(branches_[current_], position_, {}, run_on_);
  const std::optional<uint32_t> differs = first_difference_of(branches_[current_], other);
  if (!differs) return false;
  start_branch(std::move(other));
  return true;
}

bool Session::set_policy(schedule::PolicyKind policy, uint64_t seed) {
  run_on_.policy = policy;
  run_on_.seed = seed;
  return run_anew();
}

bool Session::freeze(schedule::Actor actor) {
  std::erase_if(run_on_.held, [&](const Hold& hold) { return hold.actor == actor; });
  run_on_.held.push_back({.actor = actor});
  return run_anew();
}

bool Session::starve(schedule::Actor actor, uint32_t steps) {
  std::erase_if(run_on_.held, [&](const Hold& hold) { return hold.actor == actor; });
  const uint32_t most = Hold::kUntilThawed - 1 - position_;
  run_on_.held.push_back({.actor = actor, .until = position_ + std::min(steps, most)});
  return run_anew();
}

bool Session::thaw(schedule::Actor actor) {
  const size_t held = std::erase_if(run_on_.held, [&](const Hold& hold) { return hold.actor == actor; });
  return held > 0 && run_anew();
}

Stop Session::continue_forward() {
  Stop stop = breakpoints_.next(branches_[current_], position_);
  seek(stop.position);
  return stop;
}

Stop Session::continue_back() {
  Stop stop = breakpoints_.previous(branches_[current_], position_);
  seek(stop.position);
  return stop;
}

bool Session::go_to(Place place) {
  if (place.branch >= branches_.size()) return false;
  switch_branch(place.branch);
  seek(place.position);
  return true;
}

std::string Session::start_branch(const schedule::Schedule& schedule) {
  Timeline other(branches_[current_], schedule);
  const std::string difference = other.first_difference();
  const auto same = [&other](const Timeline& known) { return !first_difference_of(known, other); };
  const auto known = std::find_if(branches_.begin(), branches_.end(), same);
  const auto branch = static_cast<size_t>(known - branches_.begin());
  if (known == branches_.end()) branches_.push_back(std::move(other));
  switch_branch(branch);
  return difference;
}

void Session::switch_branch(size_t branch) {
  if (branch >= branches_.size() || branch == current_) return;
  const std::optional<uint32_t> differs =
      first_difference_of(branches_[current_], branches_[branch]);
  const uint32_t common = std::min(position_, differs.value_or(length()));
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
