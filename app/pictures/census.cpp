#include "app/pictures/census.h"

#include <fmt/format.h>

#include "core/explore/report.h"
#include "core/schedule/schedule.h"

namespace hmaplab::pictures {
namespace {

using explore::grouped;

std::string plural(const std::string& count, const char* thing) {
  return count + " " + thing + (count == "1" ? "" : "s");
}

std::string plural(uint64_t count, const char* thing) {
  return plural(grouped(std::to_string(count)), thing);
}

std::string switches_text(uint32_t switches) {
  return fmt::format("{} context switch{}", switches, switches == 1 ? "" : "es");
}

std::string turns_were(uint64_t turns) {
  return turns == 1 ? "1 turn was" : grouped(std::to_string(turns)) + " turns were";
}

}  // namespace

std::optional<size_t> Census::shortest_failure() const {
  std::optional<size_t> shortest;
  for (size_t i = 0; i < outcomes.size(); ++i) {
    if (!outcomes[i].fails()) continue;
    if (!shortest || outcomes[i].switches < outcomes[*shortest].switches) shortest = i;
  }
  return shortest;
}

void take_result(Census& census, const explore::Result& result) {
  census.states = result.states;
  census.turns = result.turns;
  census.complete = result.complete;
  census.pruned = result.pruned;
  census.cycles = result.cycles.size();
  census.never_ends = result.never_ends;
  census.interleavings = result.interleavings ? result.interleavings->text() : "";
  const long double all = result.interleavings ? result.interleavings->to_float() : 0;
  census.outcomes.clear();
  for (const explore::Found& found : result.found) {
    CensusOutcome outcome{.outcome = found.outcome,
                          .interleavings = found.interleavings ? found.interleavings->text() : "",
                          .portion = {},
                          .share = found.share,
                          .switches = found.switches,
                          .witness = found.witness};
    if (found.interleavings && all > 0)
      outcome.portion = static_cast<double>(found.interleavings->to_float() / all);
    census.outcomes.push_back(std::move(outcome));
  }
}

std::string outcome_letter(size_t index) {
  const std::string last(1, static_cast<char>('A' + index % 26));
  return index < 26 ? last : outcome_letter(index / 26 - 1) + last;
}

std::string outcome_title(const explore::Outcome& outcome) {
  if (!outcome.text.empty()) return outcome.text.substr(0, outcome.text.find('\n'));
  switch (outcome.kind) {
    case explore::OutcomeKind::Ok:
      return outcome.exit == 0 ? "ends well" : fmt::format("exits with {}", outcome.exit);
    case explore::OutcomeKind::Wrong:
      return "ends well, but with a wrong result";
    case explore::OutcomeKind::Panic:
    case explore::OutcomeKind::Fatal:
    case explore::OutcomeKind::Deadlock:
    case explore::OutcomeKind::Limit:
      return std::string(explore::name(outcome.kind));
  }
  return "";
}

std::string outcome_output(const explore::Outcome& outcome) {
  if (outcome.stdout_text.empty()) return "prints nothing";
  std::string text;
  const bool ends_a_line = outcome.stdout_text.ends_with('\n');
  for (const char byte : std::string_view(outcome.stdout_text)
                             .substr(0, outcome.stdout_text.size() - (ends_a_line ? 1 : 0))) {
    if (byte == '\n') {
      text += " | ";
    } else {
      text += static_cast<unsigned char>(byte) < ' ' ? ' ' : byte;
    }
  }
  return "prints " + text;
}

std::string asked_text(const Census& census) {
  const std::string from =
      census.position == 0 ? "from the beginning" : fmt::format("from step {}", census.position);
  std::string text =
      fmt::format("{}, interleaved at every {}", from, explore::name(census.asked.points));
  if (census.asked.mode == explore::Mode::Census && census.asked.preemptions >= 0)
    text += ", at most " + plural(static_cast<uint64_t>(census.asked.preemptions), "preemption");
  return text;
}

std::string verdict_text(const Census& census) {
  size_t failing = 0;
  for (const CensusOutcome& outcome : census.outcomes) failing += outcome.fails() ? 1 : 0;
  if (const auto shortest = census.shortest_failure()) {
    const bool always = failing == census.outcomes.size() && census.complete;
    const std::string reached = fmt::format("; {} is reached with {}", outcome_letter(*shortest),
                                            switches_text(census.outcomes[*shortest].switches));
    if (always) return "every schedule fails" + reached;
    return fmt::format("{} of {} outcomes fail{}{}", failing, census.outcomes.size(),
                       failing == 1 ? "s" : "", reached);
  }
  if (!census.complete) {
    return fmt::format("no failing schedule found, but not all were looked at (seed {})",
                       census.seed);
  }
  const bool bounded = census.pruned > 0 && census.asked.mode == explore::Mode::Census;
  const std::string bound =
      bounded ? fmt::format("with at most {}, ",
                            plural(static_cast<uint64_t>(census.asked.preemptions), "preemption"))
              : "";
  const std::string how_many = census.interleavings.empty()
                                   ? ""
                                   : plural(grouped(census.interleavings), "interleaving") + ", ";
  return fmt::format("no failing schedule ({}{}seed {})", bounded ? bound : "complete, ", how_many,
                     census.seed);
}

std::string progress_text(const Census& census) {
  std::string text = plural(census.states, "state");
  if (!census.interleavings.empty()) {
    text += ", " + plural(grouped(census.interleavings), "interleaving");
    if (!census.complete) text += " so far";
  }
  text += ", " + plural(census.outcomes.size(), "outcome");
  if (census.seconds) text += fmt::format(", {:.1f} s", *census.seconds);
  return text;
}

std::string left_out_text(const Census& census) {
  std::string text;
  const auto add = [&text](const std::string& sentence) {
    text += (text.empty() ? "" : " ") + sentence;
  };
  if (census.asked.mode == explore::Mode::Proof) {
    add(
        fmt::format("A proof gives no numbers: {} not taken, because another order of the same is "
                    "known to end alike.",
                    turns_were(census.pruned)));
  } else if (census.asked.preemptions >= 0) {
    add(fmt::format("{} not taken because of the bound.", turns_were(census.pruned)));
  } else {
    add("Nothing was pruned.");
  }
  if (census.asked.points == explore::Points::Sync)
    add("Between synchronisations nothing was interleaved: that proves something only where no "
        "race lamp is lit.");
  if (census.cycles > 0)
    add(fmt::format("It can go on for ever ({}): runs have no number then.",
                    plural(census.cycles, "cycle")));
  if (census.never_ends > 0)
    add(fmt::format("Share of runs that never end: {}.", percent_text(census.never_ends)));
  return text;
}

std::string percent_text(double portion) {
  const double percent = portion * 100;
  if (percent > 0 && percent < 0.01) return "< 0.01 %";
  if (percent < 100 && percent > 99.99) return "> 99.99 %";
  return percent >= 10 || percent == 0 ? fmt::format("{:.1f} %", percent)
                                       : fmt::format("{:.2f} %", percent);
}

std::string census_text(const Census& census) {
  using Phase = Census::Phase;
  const char* name = census.asked.mode == explore::Mode::Census ? "Census" : "Proof";
  if (census.phase == Phase::Never) return "All schedules: not explored yet.\n";
  if (census.phase == Phase::Failed) return "All schedules: " + census.error + "\n";
  std::string text = fmt::format("{} of all schedules {}\n{}{}\n", name, asked_text(census),
                                 census.phase == Phase::Running ? "exploring: "
                                 : census.complete              ? "complete: "
                                                                : "NOT complete: ",
                                 progress_text(census));
  if (!census.has_result()) return text;
  text += left_out_text(census) + "\n" + verdict_text(census) + "\n";
  for (size_t i = 0; i < census.outcomes.size(); ++i) {
    const CensusOutcome& found = census.outcomes[i];
    text += fmt::format("\n{}  {}: {}\n   {}, exit status {}, lamps: {}\n", outcome_letter(i),
                        explore::name(found.outcome.kind), outcome_title(found.outcome),
                        outcome_output(found.outcome), found.outcome.exit,
                        explore::lamps_text(found.outcome.lamps));
    if (!found.interleavings.empty())
      text += fmt::format("   interleavings {} ({})\n", grouped(found.interleavings),
                          percent_text(found.portion.value_or(0)));
    if (found.share) text += fmt::format("   share {}\n", percent_text(*found.share));
    text += fmt::format("   context switches {}: {}\n", found.switches,
                        schedule::to_text(schedule::recorded(found.witness)));
  }
  return text;
}

}  // namespace hmaplab::pictures
