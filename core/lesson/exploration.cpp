#include "core/lesson/exploration.h"

#include <fmt/format.h>

#include "core/schedule/schedule.h"
#include "core/vm/run.h"

namespace hmaplab::lesson {
namespace {

constexpr uint64_t kMostStates = 400'000;
constexpr uint64_t kAtOnce = 10'000;

explore::Result explore_all(const vm::World& start, const explore::Request& request) {
  explore::Exploration exploration(start, request);
  while (exploration.advance(kAtOnce)) {
  }
  return exploration.result();
}

explore::Request request_of(const vm::World& beginning, const CensusClaim& claim) {
  explore::Request request{.mode = claim.mode};
  request.graph = {.points = claim.points,
                   .preemptions = claim.preemptions,
                   .most_states = kMostStates,
                   .expected = explore::run_to_block_output(beginning)};
  return request;
}

}  // namespace

base::Result<explore::Result> explore_claim(const bytecode::Program& program,
                                            const vm::Options& options, const CensusClaim& claim) {
  const auto schedule = schedule::parse_schedule(claim.after);
  if (!schedule) return base::Error{schedule.error()};
  vm::World world(program, explore::explored(options));
  explore::Request request = request_of(world, claim);
  const std::string difference = vm::follow(
      world, schedule.value(),
      [&request](const vm::Step& step) { request.before.push_back(step.move()); });
  if (!difference.empty()) return base::Error{"the schedule does not fit: " + difference};
  return explore_all(world, request);
}

explore::Result explore_behind(const bytecode::Program& program, const vm::Options& options,
                               const std::vector<schedule::Move>& before,
                               const CensusClaim& claim) {
  vm::World world(program, explore::explored(options));
  explore::Request request = request_of(world, claim);
  request.before = before;
  for (const schedule::Move& move : before) world.step(move);
  return explore_all(world, request);
}

CensusClaim ways_of(const Lesson& lesson) {
  return lesson.censuses.empty() ? CensusClaim{} : lesson.censuses.front();
}

bool is_called(const explore::Outcome& outcome, const std::string& text) {
  return explore::name(outcome.kind) == text || outcome.text.find(text) != std::string::npos ||
         outcome.stdout_text.find(text) != std::string::npos;
}

const explore::Found* find_outcome(const explore::Result& result, const std::string& text) {
  const explore::Found* best = nullptr;
  for (const explore::Found& found : result.found) {
    if (!is_called(found.outcome, text)) continue;
    if (best == nullptr || found.switches < best->switches) best = &found;
  }
  return best;
}

}  // namespace hmaplab::lesson
