#include "core/session/line_points.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/trace/step_text.h"

namespace hmaplab::session {
namespace {

constexpr size_t kMostToASide = 2000;

// The step on that line that was made last, else the first that will be.
std::optional<uint32_t> step_on(const Timeline& run, uint32_t line, uint32_t position) {
  for (uint32_t index = std::min(position, run.length()); index-- > 0;) {
    if (run.step(index).line == line) return index;
  }
  for (uint32_t index = position; index < run.length(); ++index) {
    if (run.step(index).line == line) return index;
  }
  return std::nullopt;
}

// That step and those of its actor around it, as far as all are on the same line.
std::vector<uint32_t> steps_around(const Timeline& run, uint32_t middle) {
  const vm::Step& known = run.step(middle);
  std::vector<uint32_t> steps;
  for (uint32_t index = middle; index-- > 0 && steps.size() < kMostToASide;) {
    if (run.step(index).actor != known.actor) continue;
    if (run.step(index).line != known.line) break;
    steps.push_back(index);
  }
  std::reverse(steps.begin(), steps.end());
  steps.push_back(middle);
  const size_t most = steps.size() + kMostToASide;
  for (uint32_t index = middle + 1; index < run.length() && steps.size() < most; ++index) {
    if (run.step(index).actor != known.actor) continue;
    if (run.step(index).line != known.line) break;
    steps.push_back(index);
  }
  return steps;
}

// Which instruction of the main file's code a goroutine stands at.
uint32_t instruction_of(const vm::World& world, schedule::Actor actor) {
  const vm::Goroutine* goroutine = world.goroutine(actor);
  if (goroutine == nullptr) return 0;
  const bytecode::Program& program = world.program();
  const uint32_t main_file = program.checked().main_package().files.front();
  for (size_t i = goroutine->frames.size(); i-- > 0;) {
    const vm::Frame& frame = goroutine->frames[i];
    const bytecode::Function& function = program.function(frame.function);
    if (function.body && function.file == main_file) return frame.pc;
  }
  return 0;
}

// For each of the steps the instruction before it. The run is made again between the first and the last.
std::vector<uint32_t> instructions_of(const Timeline& run, const std::vector<uint32_t>& steps) {
  std::vector<uint32_t> instructions;
  vm::World world = run.world_at(steps.front());
  uint32_t position = steps.front();
  for (const uint32_t step : steps) {
    for (; position < step; ++position) world.step(run.step(position).move());
    instructions.push_back(instruction_of(world, run.step(step).actor));
  }
  return instructions;
}

// Whether the line is begun again with this step: a loop goes back.
bool begins_again(const vm::Step& first, const vm::Step& before, const vm::Step& step,
                  uint32_t instruction_before, uint32_t instruction) {
  if (instruction != instruction_before) return instruction < instruction_before;
  return step.in_map && before.ends_operation && step.point == first.point;
}

}  // namespace

size_t LineExecution::made_at(uint32_t position) const {
  const auto next = std::lower_bound(steps.begin(), steps.end(), position);
  return static_cast<size_t>(next - steps.begin());
}

std::optional<LineExecution> line_execution(const Timeline& run, uint32_t line, uint32_t position) {
  if (line == 0) return std::nullopt;
  const auto middle = step_on(run, line, position);
  if (!middle) return std::nullopt;
  const std::vector<uint32_t> steps = steps_around(run, *middle);
  const std::vector<uint32_t> instructions = instructions_of(run, steps);
  LineExecution execution{.actor = run.step(*middle).actor, .line = line, .steps = {}};
  for (size_t i = 0; i < steps.size(); ++i) {
    const bool again = i > 0 && begins_again(run.step(execution.steps.front()), run.step(steps[i - 1]),
                                             run.step(steps[i]), instructions[i - 1], instructions[i]);
    if (again && execution.steps.back() >= *middle) break;
    if (again) execution.steps.clear();
    execution.steps.push_back(steps[i]);
  }
  return execution;
}

std::string line_points_text(const Timeline& run, const LineExecution& execution,
                             uint32_t position) {
  const size_t made = execution.made_at(position);
  std::string text =
      fmt::format("line {}: {} has made {} of {} steps\n", execution.line,
                  schedule::name(execution.actor), made, execution.steps.size());
  for (size_t i = 0; i < execution.steps.size(); ++i) {
    const trace::StepText told = trace::describe(run.last(), run.step(execution.steps[i]));
    text += fmt::format("{} {:>5}  {:<28} {}\n", i < made ? 'x' : i == made ? '>' : ' ',
                        execution.steps[i] + 1, told.point, told.sentence);
  }
  return text;
}

}  // namespace hmaplab::session
