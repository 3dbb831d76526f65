#include "app/shell/census_run.h"

#include <algorithm>
#include <utility>

#include "core/bytecode/compiler.h"
#include "core/explore/explore.h"
#include "core/vm/world.h"

namespace hmaplab::shell {

using pictures::Census;
using Phase = pictures::Census::Phase;

namespace {

constexpr double kBetweenReports = 0.02;  // seconds, about
// Counting the interleavings so far walks over all states: only when there are so many times more.
constexpr double kStatesBetweenCounts = 1.5;

// How many states are looked at without a look at the clock.
uint64_t next_portion(uint64_t portion, double seconds) {
  constexpr uint64_t kLeast = 16;
  constexpr uint64_t kMost = 1 << 16;
  if (seconds < kBetweenReports / 2) return std::min(kMost, portion * 2);
  if (seconds > kBetweenReports * 2) return std::max(kLeast, portion / 2);
  return portion;
}

explore::Request request_of(const CensusOrder& order, const vm::World& beginning) {
  explore::Request request{.mode = order.choices.mode, .graph = {}, .before = order.before};
  request.graph.points = order.choices.points;
  request.graph.most_states = order.most_states;
  if (order.choices.mode == explore::Mode::Census)
    request.graph.preemptions = order.choices.preemptions;
  request.graph.expected = explore::run_to_block_output(beginning);
  return request;
}

}  // namespace

CensusRun::CensusRun(CensusOrder order)
    : order_(std::move(order)), thread_([this](const std::stop_token& stop) {
        work(stop);
        ended_ = true;
      }) {}

CensusRun::~CensusRun() { give_up(); }

void CensusRun::give_up() {
  given_up_ = true;
  thread_.request_stop();
}

double CensusRun::seconds() const {
  const std::chrono::duration<double> passed = Clock::now() - begin_;
  return passed.count();
}

void CensusRun::tell(Census census) {
  census.asked = order_.choices;
  census.position = order_.position;
  census.seed = order_.options.seed;
  census.seconds = seconds();
  const std::lock_guard guard(lock_);
  report_ = std::move(census);
}

bool CensusRun::take(Census& census) {
  std::optional<Census> report;
  {
    const std::lock_guard guard(lock_);
    report = std::exchange(report_, std::nullopt);
  }
  if (!report) return false;
  const pictures::CensusChoices choices = census.choices;
  census = std::move(*report);
  census.choices = choices;
  return true;
}

void CensusRun::work(const std::stop_token& stop) {
  check::Options checks;
  checks.version.minor = static_cast<uint32_t>(order_.options.go_minor);
  const bytecode::CompileResult compiled =
      bytecode::compile_source(order_.file, order_.source, checks);
  if (!compiled.program)
    return tell({.phase = Phase::Failed, .error = "The program does not compile."});
  vm::World world(*compiled.program, explore::explored(order_.options));
  const explore::Request request = request_of(order_, world);
  for (const schedule::Move& move : order_.before) {
    if (!world.is_enabled(move.actor))
      return tell({.phase = Phase::Failed,
                   .error = "The steps made so far could not be repeated for exploring."});
    world.step(move);
  }
  explore::Exploration exploration(world, request);
  explore(stop, exploration);
}

void CensusRun::explore(const std::stop_token& stop, explore::Exploration& exploration) {
  uint64_t portion = 64;
  bool goes_on = true;
  while (goes_on && !stop.stop_requested()) {
    const double before = seconds();
    goes_on = exploration.advance(portion);
    portion = next_portion(portion, seconds() - before);
    if (goes_on) tell_progress(exploration);
  }
  if (given_up_) return;
  Census census{.phase = goes_on ? Phase::Stopped : Phase::Done};
  pictures::take_result(census, exploration.result());
  tell(std::move(census));
}

void CensusRun::tell_progress(const explore::Exploration& exploration) {
  const uint64_t states = exploration.states();
  if (static_cast<double>(states) >= static_cast<double>(counted_states_) * kStatesBetweenCounts) {
    const auto count = exploration.interleavings();
    interleavings_ = count ? count->text() : "";
    counted_states_ = states;
  }
  Census census{.phase = Phase::Running, .states = states, .interleavings = interleavings_};
  for (const explore::Outcome& outcome : exploration.outcomes())
    census.outcomes.push_back({.outcome = outcome});
  tell(std::move(census));
}

}  // namespace hmaplab::shell
