#include "app/shell/tools.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/pictures/dialog_pictures.h"
#include "app/pictures/source_picture.h"

namespace hmaplab::shell {

using pictures::Command;
using pictures::Tool;
using schedule::Actor;
using schedule::PolicyKind;
using session::Verb;

namespace {

PolicyKind policy_after(PolicyKind policy) {
  switch (policy) {
    case PolicyKind::RunToBlock:
      return PolicyKind::RoundRobin;
    case PolicyKind::RoundRobin:
      return PolicyKind::Random;
    case PolicyKind::Random:
      return PolicyKind::Adversarial;
    case PolicyKind::Adversarial:
      return PolicyKind::RunToBlock;
  }
  return policy;
}

}  // namespace

void Tools::use(const Command& command, const pictures::Run& run, const pictures::Moment& moment) {
  if (command.tool == Tool::Breakpoint) {
    choices_.said = toggle_breakpoint(command.number, run, moment);
  } else if (auto said = used(command)) {
    choices_.said = *std::move(said);
  }
}

std::optional<std::string> Tools::used(const Command& command) {
  const Actor actor = command.actor == schedule::kNobody ? last_mover() : command.actor;
  const auto point = static_cast<memory::Point>(command.number);
  switch (command.tool) {
    case Tool::GoToBlock:
      return go(actor, Verb::Until::Block);
    case Tool::GoToConflict:
      return go(actor, Verb::Until::Conflict);
    case Tool::GoOut:
      return go(actor, Verb::Until::Out);
    case Tool::Freeze:
      return freeze(actor);
    case Tool::Starve:
      return starve(actor, command.number);
    case Tool::NextPolicy:
    case Tool::NextSeed:
      return set_policy(command.tool == Tool::NextPolicy);
    case Tool::BreakAtWrite:
      return toggle_write();
    case Tool::GoToPoint:
      return go_to_point(point);
    case Tool::BreakAtPoint:
      return toggle({.kind = session::Breakpoint::Kind::Point, .point = point});
    case Tool::BreakAtEnding:
      return toggle({.kind = session::Breakpoint::Kind::Ending});
    case Tool::Continue:
    case Tool::ContinueBack:
      return go_on(command.tool == Tool::Continue);
    case Tool::Select:
      return select({command.address, command.number});
    case Tool::NextWrite:
    case Tool::LastWrite:
      return go_to_write(command.tool == Tool::NextWrite);
    case Tool::Bookmark:
      return toggle_bookmark();
    case Tool::NextBookmark:
      return next_bookmark();
    case Tool::Pin:
      return pin();
    default:  // what is no tool of a run
      return std::nullopt;
  }
}

Actor Tools::last_mover() const {
  const uint32_t position = session_.position();
  return position == 0 ? schedule::kMain : session_.step(position - 1).actor;
}

std::string Tools::go(Actor actor, Verb::Until until) {
  const Verb verb{.until = until};
  const auto chosen = session_.go(actor, verb);
  return chosen ? session::arrival_text(actor, verb, chosen->walk)
                : schedule::name(actor) + " cannot move now";
}

std::string Tools::freeze(Actor actor) {
  if (session_.hold_of(actor) != nullptr) {
    session_.thaw(actor);
    return schedule::name(actor) + " is thawed";
  }
  session_.freeze(actor);
  return schedule::name(actor) + " is frozen: it moves only when it is chosen";
}

std::string Tools::starve(Actor actor, uint64_t steps) {
  session_.starve(actor, static_cast<uint32_t>(std::min<uint64_t>(steps, 100'000)));
  return fmt::format("{} is not moved for {} steps", schedule::name(actor), steps);
}

std::string Tools::set_policy(bool next_policy) {
  const session::RunOn& now = session_.run_on();
  const PolicyKind policy = next_policy ? policy_after(now.policy) : now.policy;
  const uint64_t seed = next_policy ? 1 : now.seed + 1;
  session_.set_policy(policy, seed);
  return fmt::format("from here on: {}{}", pictures::policy_text(policy),
                     pictures::draws_at_random(policy) ? fmt::format(", seed {}", seed) : "");
}

std::string Tools::toggle_breakpoint(uint64_t line, const pictures::Run& run,
                                     const pictures::Moment& moment) {
  if (line == 0) line = pictures::line_in_focus(run, moment);
  if (line == 0 || line > run.code.size()) return "there is no line here";
  const bool is_set =
      session_.breakpoints().toggle({.line = static_cast<uint32_t>(line)});
  return fmt::format("{} at line {}", is_set ? "breakpoint" : "no breakpoint", line);
}

std::string Tools::toggle_write() {
  if (!choices_.word) return "click a cell of the map first";
  const bool is_set = session_.breakpoints().toggle(
      {.kind = session::Breakpoint::Kind::Write, .word = *choices_.word});
  return fmt::format("{} at writes of {}", is_set ? "breakpoint" : "no breakpoint",
                     session::word_name(session_.timeline(session_.branch()), *choices_.word));
}

std::string Tools::toggle(const session::Breakpoint& breakpoint) {
  const bool is_set = session_.breakpoints().toggle(breakpoint);
  const std::string where = breakpoint.kind == session::Breakpoint::Kind::Ending
                                ? "a bad end"
                                : session::to_text(breakpoint);
  return fmt::format("{} at {}", is_set ? "breakpoint" : "no breakpoint", where);
}

std::string Tools::go_to_point(memory::Point point) {
  const uint32_t length = session_.length();
  for (uint32_t index = session_.position() + 1; index < length; ++index) {
    if (session_.step(index).point != point) continue;
    session_.seek(index);
    return fmt::format("{} stands before {}", schedule::name(session_.step(index).actor),
                       memory::name(point));
  }
  return fmt::format("no {} behind this step", memory::name(point));
}

std::string Tools::go_on(bool forward) {
  const session::Stop stop = forward ? session_.continue_forward() : session_.continue_back();
  return session::stop_text(session_.timeline(session_.branch()), session_.breakpoints(), stop);
}

std::string Tools::select(const session::Word& word) {
  choices_.word = word;
  const std::string name = session::word_name(session_.timeline(session_.branch()), word);
  return (name.empty() ? "these bytes" : name) + ": W next write, Shift W last write";
}

std::string Tools::go_to_write(bool next) {
  if (!choices_.word) return "click a cell of the map first";
  const session::Timeline& run = session_.timeline(session_.branch());
  const uint32_t position = session_.position();
  // The write that has just been made is not the one before it.
  const auto found = next            ? session::next_write(run, *choices_.word, position)
                     : position == 0 ? std::nullopt
                                     : session::last_write(run, *choices_.word, position - 1);
  if (!found) return next ? "no write behind this step" : "no write before this step";
  session_.seek(*found + 1);
  return fmt::format("step {}: {} {}", *found + 1, schedule::name(run.step(*found).actor),
                     memory::name(run.step(*found).point));
}

std::string Tools::toggle_bookmark() {
  session::Bookmarks& bookmarks = session_.bookmarks();
  if (const session::Bookmark* known = bookmarks.at(session_.place())) {
    const std::string name = known->name;
    bookmarks.remove(name);
    return fmt::format("no bookmark {} any more", name);
  }
  return "bookmark " + bookmarks.add(session_.place());
}

std::string Tools::next_bookmark() {
  const session::Bookmark* next = session_.bookmarks().next(session_.place());
  if (next == nullptr) return "there is no bookmark; M sets one";
  const std::string name = next->name;
  session_.go_to(next->place);
  return "bookmark " + name;
}

std::string Tools::pin() {
  if (choices_.pinned) {
    choices_.pinned.reset();
    return "nothing is compared";
  }
  choices_.pinned = session_.place();
  return "pinned: go elsewhere to see what differs";
}

}  // namespace hmaplab::shell
