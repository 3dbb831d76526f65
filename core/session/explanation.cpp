#include "core/session/explanation.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/trace/cause_search.h"
#include "core/trace/goroutine_view.h"

namespace hmaplab::session {

namespace {

// So much is spent on looking for neighbours.
constexpr int kMostTried = 24;
constexpr uint64_t kMostSteps = 500'000;

bool is_of_main_file(const bytecode::Program& program, const vm::Step& step) {
  return program.function(step.function).file == program.checked().main_package().files.front();
}

// Where the actor stood in the program's own file when it made the step, or at least where it was
// started; 0 for the lanes of the runtime.
uint32_t line_of(const Timeline& run, uint32_t index) {
  const vm::Step& step = run.step(index);
  const bool is_own = step.line != 0 && is_of_main_file(run.last().program(), step);
  if (is_own) return step.line;
  for (const trace::GoroutineView& view : trace::view_goroutines(run.world_at(index))) {
    if (view.actor != step.actor) continue;
    for (const trace::FrameView& frame : view.frames) {
      if (frame.line != 0) return frame.line;
    }
    return view.created_line;
  }
  return 0;
}

std::string source_line(const source::SourceFile& file, uint32_t line) {
  if (line < 1 || line > file.line_count()) return "";
  const std::string_view text = file.line(line);
  const size_t first = text.find_first_not_of(" \t");
  return first == std::string_view::npos ? "" : std::string(text.substr(first));
}

Link link_of(const Timeline& run, const trace::Cause& cause) {
  const vm::Step& step = run.step(cause.step);
  const bytecode::Program& program = run.last().program();
  const uint32_t line = line_of(run, cause.step);
  return {.step = cause.step,
          .actor = step.actor,
          .line = line,
          .source = source_line(program.main_file(), line),
          .function = schedule::is_goroutine(step.actor) || step.actor == schedule::kFinalizer
                          ? program.function(step.function).name
                          : "",
          .point = step.point,
          .sentence = cause.sentence};
}

// Looks for a run without the step that ends otherwise: with the step at the very end, else with it
// left out.
bool is_necessary(const Timeline& run, Link& link, uint64_t& steps) {
  for (const Without how : {Without::Later, Without::Never}) {
    const Neighbour other = neighbour(run, link.step, how);
    steps += other.steps;
    if (!other.otherwise) continue;
    link.how = how;
    link.without = schedule::to_text(other.schedule);
    link.instead = other.ending;
    return true;
  }
  return false;
}

std::string chain_text(const Timeline& run, const std::vector<Link>& chain,
                       const std::string& file) {
  std::string text = fmt::format(
      "\nWhy, in {} of {} steps. Each is necessary: without it the run ends otherwise.\n",
      chain.size(), run.length());
  int number = 0;
  for (const Link& link : chain) {
    const std::string where =
        link.line == 0 ? link.function : fmt::format("{}:{}", file, link.line);
    text += fmt::format("\n{}. {} {}\n", ++number, schedule::name(link.actor), link.sentence);
    text += fmt::format("   step {}  {}  {}\n", link.step + 1, memory::name(link.point), where);
    if (!link.source.empty()) text += fmt::format("       {}\n", link.source);
    text += fmt::format("   {}\n", instead_text(link));
    text += fmt::format("   --schedule \"{}\"\n", link.without);
  }
  return text;
}

}  // namespace

Explanation explain(const Timeline& run) {
  Explanation explanation{.chain = {}, .recovery = trace::view_recovery(run.last())};
  std::vector<Link>& chain = explanation.chain;
  int tried = 0;
  uint64_t steps = 0;
  for (const trace::Cause& cause : trace::causes_of(run.last(), run.steps())) {
    const bool is_filler = cause.weight <= trace::weight::kFill;
    if (chain.size() == Explanation::kMostLinks || ++tried > kMostTried || steps > kMostSteps)
      break;
    if (is_filler && chain.size() >= Explanation::kFewestLinks) break;
    Link link = link_of(run, cause);
    if (is_necessary(run, link, steps)) chain.push_back(std::move(link));
  }
  std::sort(chain.begin(), chain.end(),
            [](const Link& one, const Link& other) { return one.step < other.step; });
  return explanation;
}

std::string instead_text(const Link& link) {
  return link.how == Without::Later            ? "had it come last: " + link.instead
         : link.instead == "the process lives" ? "until it comes, the process lives"
                                               : "had it never come: " + link.instead;
}

std::string explanation_text(const Timeline& run, const Explanation& explanation,
                             const std::string& file) {
  if (!run.last().end()) return run.ending().headline + "\n";
  const vm::End& end = *run.last().end();
  std::string text = end.headline;
  if (text.empty()) text = fmt::format("exit status {}", end.exit_status);
  text += "\n";
  if (explanation.recovery.sentences.empty()) return text;  // there is nothing to explain
  if (!explanation.chain.empty()) text += chain_text(run, explanation.chain, file);
  text += "\nrecover: " + explanation.recovery.sentences + "\n";
  for (const trace::DeferredCall& call : explanation.recovery.deferred) {
    const std::string line = call.line == 0 ? "" : fmt::format(" (line {})", call.line);
    text += fmt::format("   {}{}: {}\n", call.call, line, call.became);
  }
  return text + "\nWhat Go prints:\n\n" + end.stderr_text;
}

}  // namespace hmaplab::session
