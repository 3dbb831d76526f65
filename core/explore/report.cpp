#include "core/explore/report.h"

#include <fmt/format.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/schedule/schedule.h"

namespace hmaplab::explore {

using Json = nlohmann::ordered_json;

std::string_view name(Mode mode) { return mode == Mode::Census ? "census" : "proof"; }

std::string_view name(Points points) {
  switch (points) {
    case Points::Access:
      return "access";
    case Points::Operation:
      return "operation";
    case Points::Sync:
      return "sync";
  }
  return "";
}

std::string lamps_text(const Lamps& lamps) {
  std::string text;
  if (lamps.check) text += " check";
  if (lamps.race) text += " race";
  if (lamps.wrong) text += " wrong";
  return text.empty() ? "none" : text.substr(1);
}

std::string grouped(std::string digits) {
  for (size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

namespace {

std::string text_of(const std::vector<schedule::Move>& moves) {
  return schedule::to_text(schedule::recorded(moves));
}

Json number(const std::optional<check::BigInteger>& count) {
  return count ? Json(count->text()) : Json(nullptr);
}

Json outcome_json(const Found& found) {
  const Outcome& outcome = found.outcome;
  return {{"kind", explore::name(outcome.kind)},
          {"text", outcome.text},
          {"stdout", outcome.stdout_text},
          {"exit", outcome.exit},
          {"interleavings", number(found.interleavings)},
          {"share", found.share ? Json(*found.share) : Json(nullptr)},
          {"lamps",
           {{"check", outcome.lamps.check}, {"race", outcome.lamps.race}, {"wrong", outcome.lamps.wrong}}},
          {"switches", found.switches},
          {"schedule", text_of(found.witness)}};
}

std::string first_line(std::string text) {
  constexpr size_t kMost = 60;
  const bool more = text.find('\n') + 1 < text.size() && text.find('\n') != std::string::npos;
  text = text.substr(0, text.find('\n'));
  if (text.size() > kMost) text = text.substr(0, kMost) + "…";
  return more ? text + " …" : text;
}

}  // namespace

std::string json_report(const Request& request, const Result& result, const ReportContext& context) {
  Json json = {{"mode", name(request.mode)},
               {"complete", result.complete},
               {"bound", request.graph.preemptions < 0 ? Json(nullptr) : Json(request.graph.preemptions)},
               {"points", name(request.graph.points)},
               {"seed", context.seed},
               {"states", result.states},
               {"interleavings", number(result.interleavings)},
               {"cycles", result.cycles.size()},
               {"never_ends", result.never_ends},
               {"pruned", result.pruned},
               {"seconds", context.seconds},
               {"outcomes", Json::array()}};
  for (const Found& found : result.found) json["outcomes"].push_back(outcome_json(found));
  if (!result.cycles.empty()) {
    json["cycle_schedules"] = Json::array();
    for (const auto& cycle : result.cycles) json["cycle_schedules"].push_back(text_of(cycle));
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

namespace {

bool fails(const Found& found) {
  return found.outcome.kind != OutcomeKind::Ok && found.outcome.kind != OutcomeKind::Limit;
}

}  // namespace

bool is_proved(const Result& result) {
  return result.complete && std::none_of(result.found.begin(), result.found.end(), fails);
}

std::string verdict(const Result& result, uint64_t seed) {
  const Found* shortest = nullptr;
  for (const Found& found : result.found) {
    if (!fails(found)) continue;
    if (!shortest || found.switches < shortest->switches) shortest = &found;
  }
  if (shortest) {
    return fmt::format("fails: {} with {} context switch{}: {}", explore::name(shortest->outcome.kind),
                       shortest->switches, shortest->switches == 1 ? "" : "es",
                       text_of(shortest->witness));
  }
  if (!result.complete)
    return fmt::format("no failing schedule found, but not all were looked at (seed {})", seed);
  const std::string how_many =
      result.interleavings ? grouped(result.interleavings->text()) + " interleavings, " : "";
  return fmt::format("no failing schedule (complete, {}seed {})", how_many, seed);
}

std::string text_report(const Request& request, const Result& result, const ReportContext& context) {
  std::string text = fmt::format(
      "{} of all schedules, interleaved at every {}, for seed {}: {}\n", name(request.mode),
      name(request.graph.points), context.seed, result.complete ? "complete" : "NOT complete");
  text += fmt::format("{} states, {} turns, {:.2f} s", grouped(std::to_string(result.states)),
                      grouped(std::to_string(result.turns)), context.seconds);
  if (result.interleavings) text += fmt::format(", {} interleavings", grouped(result.interleavings->text()));
  text += "\n";
  if (request.graph.preemptions >= 0) {
    text += fmt::format("at most {} preemptions: {} turns were not taken\n", request.graph.preemptions,
                        grouped(std::to_string(result.pruned)));
  }
  for (const auto& cycle : result.cycles)
    text += fmt::format("a cycle: after this schedule it can go on for ever: {}\n", text_of(cycle));
  if (result.never_ends > 0) text += fmt::format("never ends: share {:.4g}\n", result.never_ends);
  text += verdict(result, context.seed) + "\n";
  for (const Found& found : result.found) {
    const Outcome& outcome = found.outcome;
    text += fmt::format("\n{}  exit {}  lamps: {}\n", explore::name(outcome.kind), outcome.exit,
                        lamps_text(outcome.lamps));
    if (!outcome.text.empty()) text += "  " + first_line(outcome.text) + "\n";
    if (!outcome.stdout_text.empty()) text += "  prints " + first_line(outcome.stdout_text) + "\n";
    if (found.interleavings)
      text += fmt::format("  interleavings  {}\n", grouped(found.interleavings->text()));
    if (found.share) text += fmt::format("  share          {:.6g}\n", *found.share);
    text += fmt::format("  switches       {}\n  schedule       {}\n", found.switches,
                        text_of(found.witness));
  }
  return text;
}

}  // namespace hmaplab::explore
