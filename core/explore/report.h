// What an exploration found, as text for people and as JSON for tools.
#pragma once

#include <string>
#include <string_view>

#include "core/explore/explore.h"

namespace hmaplab::explore {

struct ReportContext {
  uint64_t seed = 1;
  double seconds = 0;  // measured by whoever has a clock
};

// A stable form: see the README. Shares and counts are null where they have no meaning.
std::string json_report(const Request& request, const Result& result, const ReportContext& context);
// "no failing schedule (complete, 1,394 interleavings, seed 1)", or the one with the fewest context
// switches: what somebody wants to know who has repaired a program.
std::string verdict(const Result& result, uint64_t seed);
// Whether all schedules were looked at and none fails: panics, dies, deadlocks or gives a wrong result.
bool is_proved(const Result& result);
// "census", "proof"; "access", "operation", "sync".
std::string_view name(Mode mode);
std::string_view name(Points points);
// "check race wrong", "none".
std::string lamps_text(const Lamps& lamps);
// Digits with the separators that make long numbers readable: "17,153,136".
std::string grouped(std::string digits);
std::string text_report(const Request& request, const Result& result, const ReportContext& context);

}  // namespace hmaplab::explore
