#include "app/cli/inspect_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/cli/command_line.h"
#include "app/cli/open_program.h"
#include "app/pictures/moment_of.h"
#include "core/session/comparison.h"
#include "core/session/line_points.h"
#include "core/session/session.h"
#include "core/trace/freeing.h"
#include "core/trace/goroutine_view.h"

namespace hmaplab::cli {
namespace {

// Run to its end as the command line wants it, and then as one branch of a session.
std::unique_ptr<session::Session> session_of(const OpenedProgram& opened) {
  vm::Options limited = opened.options;
  limited.limits.cut_steps(session::Session::kMostSteps);
  vm::World world(*opened.program, limited);
  std::vector<schedule::Move> moves;
  run_stepped(world, opened, [&](const vm::Step& step) { moves.push_back(step.move()); });
  return std::make_unique<session::Session>(*opened.program, opened.options, schedule::recorded(moves));
}

std::string state_text(const trace::GoroutineView& view) {
  switch (view.state) {
    case trace::GoroutineState::Runnable:
      return fmt::format("next {}", memory::name(view.next));
    case trace::GoroutineState::Blocked:
      return "waits: " + (view.wait.object.empty() ? view.waits_for : trace::text(view.wait));
    case trace::GoroutineState::Finished:
      return "finished";
  }
  return "";
}

void print_goroutines(const vm::World& world) {
  vm::Reach reach(world);
  for (const trace::GoroutineView& view : trace::view_goroutines(world)) {
    uint32_t line = 0;
    for (const trace::FrameView& frame : view.frames) line = line == 0 ? frame.line : line;
    fmt::print("{:<5} {}{}\n", view.name, line == 0 ? "" : fmt::format("line {}, ", line), state_text(view));
    const vm::Goroutine* goroutine = world.goroutine(view.actor);
    if (goroutine == nullptr) continue;
    const std::string freeing = trace::text(trace::view_freeing(world, *goroutine, reach));
    if (!freeing.empty()) fmt::print("      freed by: {}\n", freeing);
  }
}

// False when one cannot be read.
bool print_stops(const session::Session& session, const std::vector<std::string>& texts) {
  session::Breakpoints breakpoints;
  for (const std::string& text : texts) {
    const auto parsed = session::parse_breakpoint(text);
    if (!parsed) {
      fmt::print(stderr, "hmaplab: {}\n", parsed.error());
      return false;
    }
    breakpoints.toggle(parsed.value());
  }
  const session::Timeline& run = session.timeline(0);
  fmt::print("\n");
  for (uint32_t position = 0; position < run.length();) {
    const session::Stop stop = breakpoints.next(run, position);
    fmt::print("{}\n", session::stop_text(run, breakpoints, stop));
    position = stop.position;
  }
  return true;
}

// Edges from and to the last step made; the other is that behind `with` steps.
void print_order(const session::Session& session, std::optional<uint32_t> with) {
  const auto edges = session::order_edges(session.program(), session.timeline(0));
  std::optional<session::Place> pinned;
  if (with) pinned = session::Place{0, std::min(*with, session.length())};
  const pictures::OrderNote note = pictures::order_note(session, edges, pinned);
  fmt::print("\n");
  for (const std::string& text : note.texts) fmt::print("{}\n", text);
  if (note.texts.empty()) fmt::print("no edge leads to this step or from it; {} in the run\n", edges.size());
  if (with) fmt::print("{}\n", note.sentence);
}

}  // namespace

void add_inspect_command(CLI::App& app, Action& chosen) {
  CLI::App* command = app.add_subcommand(
      "inspect", "one step of a run: who waits for whom, who wrote what, what differs elsewhere");
  auto options = std::make_shared<InspectOptions>();
  add_program_options(*command, options->program);
  command->add_option("--step", options->step, "so many steps are made; without it all")->type_name("N");
  command->add_option("--with", options->with, "what is different at another step")->type_name("N");
  command
      ->add_option("--line", options->line, "the steps that this line is made of, and how far it has come")
      ->type_name("N");
  command
      ->add_option("--word", options->word,
                   "who reads and writes it: m.flags, a package variable, or 0xADDRESS:BYTES")
      ->type_name("NAME");
  command
      ->add_option("--break", options->breakpoints,
                   "where the run stops for it: a line, a point, \"write ADDRESS BYTES\", panic, fatal, "
                   "throw, deadlock, limit, bad")
      ->type_name("TEXT");
  command->add_flag("--order", options->order,
                    "the happens-before edges of that step, and with --with whether both are ordered");
  command->callback([options, &chosen] { chosen = [options] { return inspect_run(*options); }; });
}

int inspect_run(const InspectOptions& options) {
  const OpenResult result = open_program(options.program);
  if (!result.opened) return not_opened(result.exit_status, result.message);
  const auto session = session_of(*result.opened);
  session->seek(options.step.value_or(session->length()));
  fmt::print("step {} of {}\n", session->position(), session->length());
  print_goroutines(session->world());
  const session::Timeline& run = session->timeline(0);
  if (!options.word.empty()) {
    const auto word = session::word_named(run.last(), options.word);
    if (!word) {
      fmt::print(stderr,
                 "hmaplab: \"{}\" is no word; it is a field of a map (m.flags), a package variable, or "
                 "0xADDRESS:BYTES\n",
                 options.word);
      return kFailed;
    }
    fmt::print("\n{}", session::accesses_text(run, *word, session->position()));
  }
  if (options.line) {
    const auto execution = session::line_execution(run, *options.line, session->position());
    if (!execution) {
      fmt::print(stderr, "hmaplab: this run makes no step on line {}\n", *options.line);
      return kFailed;
    }
    fmt::print("\n{}", session::line_points_text(run, *execution, session->position()));
  }
  if (!options.breakpoints.empty() && !print_stops(*session, options.breakpoints)) return kFailed;
  if (options.order) print_order(*session, options.with);
  if (options.with) {
    const uint32_t other = std::min(*options.with, session->length());
    fmt::print("\n{}", session::comparison_text(session::compare(*session, session->place(), {0, other})));
  }
  return kFine;
}

}  // namespace hmaplab::cli
