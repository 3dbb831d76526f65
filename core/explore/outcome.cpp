#include "core/explore/outcome.h"

#include <cctype>
#include <utility>

#include "core/trace/map_check.h"

namespace hmaplab::explore {

using vm::EndKind;

namespace {

// "0xc000012345" becomes "0x…", "goroutine 7" becomes "goroutine …".
std::string without_numbers(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const bool address = rest.starts_with("0x");
    const std::string_view prefix = address ? "0x" : "goroutine ";
    if (!rest.starts_with(prefix) || rest.size() == prefix.size() ||
        !std::isxdigit(static_cast<unsigned char>(rest[prefix.size()]))) {
      plain += text[i++];
      continue;
    }
    plain += prefix;
    plain += "…";
    i += prefix.size();
    while (i < text.size() && (address ? std::isxdigit(static_cast<unsigned char>(text[i]))
                                       : std::isdigit(static_cast<unsigned char>(text[i]))))
      ++i;
  }
  return plain;
}

OutcomeKind kind_of(EndKind kind) {
  switch (kind) {
    case EndKind::Return:
    case EndKind::Exit:
      return OutcomeKind::Ok;
    case EndKind::Panic:
      return OutcomeKind::Panic;
    case EndKind::Fatal:
    case EndKind::Throw:
      return OutcomeKind::Fatal;
    case EndKind::Deadlock:
      return OutcomeKind::Deadlock;
    case EndKind::Limit:
      return OutcomeKind::Limit;
  }
  return OutcomeKind::Ok;
}

}  // namespace

std::string_view name(OutcomeKind kind) {
  switch (kind) {
    case OutcomeKind::Ok:
      return "ok";
    case OutcomeKind::Panic:
      return "panic";
    case OutcomeKind::Fatal:
      return "fatal";
    case OutcomeKind::Deadlock:
      return "deadlock";
    case OutcomeKind::Wrong:
      return "wrong";
    case OutcomeKind::Limit:
      return "limit";
  }
  return "";
}

Outcome outcome_of(const vm::World& world, const Expected& expected) {
  const vm::End& end = *world.end();
  Outcome outcome{.kind = kind_of(end.kind),
                  .text = without_numbers(end.headline),
                  .stdout_text = world.stdout_text(),
                  .exit = end.exit_status};
  outcome.lamps.check = outcome.kind == OutcomeKind::Fatal;
  outcome.lamps.race = world.raced();
  const bool is_through = outcome.kind == OutcomeKind::Ok;
  const bool unexpected =
      is_through && !expected.empty() && !expected.contains(outcome.stdout_text);
  outcome.lamps.wrong = unexpected || !trace::wrong_map(world).empty();
  if (is_through && outcome.lamps.wrong) outcome.kind = OutcomeKind::Wrong;
  return outcome;
}

uint32_t OutcomeList::number_of(const vm::World& world, const Expected& expected) {
  Outcome outcome = outcome_of(world, expected);
  met_limit_ = met_limit_ || outcome.kind == OutcomeKind::Limit;
  const auto [place, fresh] = numbers_.try_emplace(outcome, static_cast<uint32_t>(all_.size()));
  if (fresh) all_.push_back(std::move(outcome));
  return place->second;
}

}  // namespace hmaplab::explore
