#include "core/gomap/conform.h"

#include <fmt/format.h>

#include <optional>

#include "core/gomap/conform_faults.h"
#include "core/gomap/conform_replay.h"
#include "core/gomap/conform_schedule.h"
#include "core/gomap/direct_memory.h"
#include "core/gomap/simulated_memory.h"

namespace hmaplab::gomap {
namespace {

// Calls visit(line) for every line of the text until one differs; visit says whether it could check
// the line.
template <class Visit>
void for_each_line(std::string_view name, std::string_view text, ConformReport& report,
                   Visit visit) {
  size_t number = 0;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.empty()) continue;
    const std::string shown{line.substr(0, 300)};
    try {
      const nlohmann::json parsed = nlohmann::json::parse(line);
      if (visit(parsed)) {
        ++report.checked;
      } else {
        ++report.skipped;
      }
    } catch (const Difference& difference) {
      report.difference = fmt::format("{}:{}: {}\n  {}\n", name, number, difference.what, shown);
    } catch (const std::exception& error) {  // a field missing or of another kind, or a bug of ours
      report.difference =
          fmt::format("{}:{}: cannot be replayed: {}\n  {}\n", name, number, error.what(), shown);
    }
    if (!report.ok()) return;
  }
}

template <class Memory>
ConformReport conform_in(std::string_view name, std::string_view text, BreakRule break_rule) {
  ConformReport report;
  std::optional<Replay<Memory>> replay;
  for_each_line(name, text, report, [&](const nlohmann::json& line) {
    if (line.contains("fmt")) {
      replay.emplace(line, break_rule);
    } else if (line.contains("plan")) {
      if (!Memory::kStops) return false;
      Schedule<Memory>{line}.check();
    } else if (line.contains("outcome")) {
      Fault<Memory>{line}.check();
    } else if (line.contains("op") && replay) {
      replay->line(line);
    } else {
      throw Difference{"a line of unknown kind"};
    }
    return true;
  });
  if (!report.ok() && replay) report.difference += "  the state that came:\n" + replay->draw();
  return report;
}

}  // namespace

ConformReport conform(std::string_view name, std::string_view text, ConformMemory memory,
                      BreakRule break_rule) {
  switch (memory) {
    case ConformMemory::Direct:
      return conform_in<DirectMemory<ScriptedKeys>>(name, text, break_rule);
    case ConformMemory::Uninterrupted:
      return conform_in<SimulatedMemory<ScriptedKeys, Stop::Never>>(name, text, break_rule);
    case ConformMemory::Stepped:
      return conform_in<SimulatedMemory<ScriptedKeys, Stop::AtPoints>>(name, text, break_rule);
  }
  return {};
}

}  // namespace hmaplab::gomap
