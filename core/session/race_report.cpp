#include "core/session/race_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/trace/names.h"
#include "core/vm/trace_frames.h"

namespace hmaplab::session {

namespace {

using order::AccessKind;
using order::Touched;

constexpr const char* kGoSource = "/usr/local/go/src/";

// "main.f(0x1)" without its arguments. Brackets may stand in them, so it is searched from the end.
std::string without_arguments(const std::string& call) {
  int depth = 0;
  for (size_t i = call.size(); i-- > 0;) {
    if (call[i] == ')') ++depth;
    if (call[i] == '(' && --depth == 0) return call.substr(0, i);
  }
  return call;
}

// From the form of a traceback: "main.f(0x1)\n\tmain.go:7 +0x10\n" and so on.
std::vector<RaceFrame> frames_from(const std::string& text) {
  std::vector<RaceFrame> frames;
  for (size_t at = 0; at < text.size();) {
    const size_t call_end = text.find('\n', at);
    const size_t place_end = text.find('\n', call_end + 1);
    if (call_end == std::string::npos || place_end == std::string::npos) break;
    const std::string place = text.substr(call_end + 2, place_end - call_end - 2);
    const size_t plus = place.find(" +0x");
    RaceFrame frame{.function = without_arguments(text.substr(at, call_end - at)),
                    .place = place.substr(0, plus)};
    if (plus != std::string::npos)
      frame.offset = static_cast<uint32_t>(std::stoul(place.substr(plus + 4), nullptr, 16));
    at = place_end + 1;
    if (frame.place.starts_with("<native>")) continue;  // Go has nothing in its place
    if (frame.place.find('/') != std::string::npos && frame.place[0] != '/')
      frame.place = kGoSource + frame.place;  // of the standard library
    frames.push_back(std::move(frame));
  }
  return frames;
}

// The function of Go's runtime that an operation on a map calls, and where it begins.
struct RuntimeFunction {
  const char* name;
  const char* file;
  uint32_t line;
};

template <class Operation>
RuntimeFunction function_of(const Operation& operation) {
  using memory::Address;
  const gomap::Family family = operation.type->family;
  const bool fast32 = family == gomap::Family::Fast32;
  const bool fast64 = family == gomap::Family::Fast64 || family == gomap::Family::Fast64Ptr;
  const bool text = family == gomap::Family::FastString;
  if constexpr (std::is_same_v<Operation, gomap::Assign<Address>>) {
    if (fast32) return {"runtime.mapassign_fast32", "runtime/map_fast32.go", 113};
    if (family == gomap::Family::Fast64Ptr)
      return {"runtime.mapassign_fast64ptr", "runtime/map_fast64.go", 214};
    if (fast64) return {"runtime.mapassign_fast64", "runtime/map_fast64.go", 113};
    if (text) return {"runtime.mapassign_faststr", "runtime/map_faststr.go", 223};
    return {"runtime.mapassign", "runtime/map.go", 615};
  } else if constexpr (std::is_same_v<Operation, gomap::Access<Address>>) {
    if (fast32) return {"runtime.mapaccess1_fast32", "runtime/map_fast32.go", 13};
    if (fast64) return {"runtime.mapaccess1_fast64", "runtime/map_fast64.go", 13};
    if (text) return {"runtime.mapaccess1_faststr", "runtime/map_faststr.go", 13};
    return {"runtime.mapaccess1", "runtime/map.go", 409};
  } else if constexpr (std::is_same_v<Operation, gomap::Delete<Address>>) {
    if (fast32) return {"runtime.mapdelete_fast32", "runtime/map_fast32.go", 302};
    if (fast64) return {"runtime.mapdelete_fast64", "runtime/map_fast64.go", 304};
    if (text) return {"runtime.mapdelete_faststr", "runtime/map_faststr.go", 321};
    return {"runtime.mapdelete", "runtime/map.go", 741};
  } else if constexpr (std::is_same_v<Operation, gomap::Clear<Address>>) {
    return {"runtime.mapclear", "runtime/map.go", 1075};
  } else if constexpr (std::is_same_v<Operation, gomap::IterateInit<Address>>) {
    return {"runtime.mapiterinit", "runtime/map.go", 877};
  } else if constexpr (std::is_same_v<Operation, gomap::IterateNext<Address>>) {
    return {"runtime.mapiternext", "runtime/map.go", 937};
  } else {
    return {"runtime.mapclone2", "runtime/map.go", 1675};
  }
}

RaceFrame runtime_frame(const RuntimeFunction& function) {
  return {function.name, vm::go_source(function.file, function.line), 0};
}

std::vector<RaceFrame> stack_of(const vm::World& world, const vm::Goroutine& goroutine,
                                const order::Access& access) {
  std::vector<RaceFrame> frames = frames_from(vm::frames_text(world, goroutine, {}));
  if (access.touched == Touched::Channel) {
    const bool closes = access.kind == AccessKind::Write;
    frames.insert(frames.begin(),
                  closes ? runtime_frame({"runtime.closechan", "runtime/chan.go", 397})
                         : runtime_frame({"runtime.chansend", "runtime/chan.go", 171}));
  } else if (access.touched == Touched::Map) {
    std::visit(
        [&]<class Operation>(const Operation& operation) {
          if constexpr (!std::is_same_v<Operation, std::monostate>)
            frames.insert(frames.begin(), runtime_frame(function_of(operation)));
        },
        goroutine.operation);
  }
  return frames;
}

std::vector<std::string> locks_of(const vm::World& world, const vm::Goroutine& goroutine) {
  std::vector<std::string> names;
  for (const vm::HeldLock& held : goroutine.held) {
    const std::string name = trace::place_name(world, held.lock, 8);
    names.push_back(held.use == vm::LockUse::Read ? name + " (reading)" : name);
  }
  return names;
}

// The World stands where the goroutine makes the access: right before its step, or behind it.
RaceSide side_of(const vm::World& world, const order::Access& access) {
  RaceSide side{.access = access, .actor = {access.strand.value}};
  const vm::Goroutine* goroutine = world.goroutine(side.actor);
  if (!goroutine) return side;
  side.stack = stack_of(world, *goroutine, access);
  side.locks = locks_of(world, *goroutine);
  if (goroutine->parent == schedule::kNobody) return side;
  const bytecode::Function& creator = world.program().function(goroutine->created_by);
  side.creation.push_back(
      {vm::traced_name(creator.name),
       fmt::format("{}:{}", vm::traced_file(world, creator), goroutine->created_line), 1});
  return side;
}

}  // namespace

std::vector<RaceReport> report_races(const vm::World& start,
                                     const std::vector<schedule::Move>& moves,
                                     const std::vector<order::Race>& races) {
  std::vector<RaceReport> reports(races.size());
  std::multimap<uint64_t, std::pair<size_t, bool>> wanted;  // by step: which side of which race
  for (size_t i = 0; i < races.size(); ++i) {
    wanted.emplace(races[i].first.step, std::pair{i, false});
    wanted.emplace(races[i].second.step, std::pair{i, true});
  }
  vm::World world = start;
  auto next = wanted.begin();
  for (const schedule::Move& move : moves) {
    if (next == wanted.end()) break;
    if (next->first > world.step_count() + 1) {
      world.step(move);
      continue;
    }
    const vm::World before = world;
    world.step(move);
    for (; next != wanted.end() && next->first <= world.step_count(); ++next) {
      const auto [i, is_second] = next->second;
      const order::Access& access = is_second ? races[i].second : races[i].first;
      const vm::World& moment = access.behind ? world : before;
      (is_second ? reports[i].second : reports[i].first) = side_of(moment, access);
      if (!is_second) continue;
      reports[i].object = trace::place_name(moment, access.address, access.size);
      const vm::Goroutine* other = moment.goroutine({races[i].first.strand.value});
      reports[i].first_has_finished = !other || other->status == vm::Status::Finished;
    }
  }
  return reports;
}

namespace {

std::string name_of(schedule::Actor actor) {
  if (actor == schedule::kMain) return "main goroutine";
  return "goroutine " + (actor == schedule::kFinalizer ? "17" : schedule::name(actor).substr(1));
}

std::string what(AccessKind kind) {
  switch (kind) {
    case AccessKind::Read:
      return "read";
    case AccessKind::Write:
      return "write";
    case AccessKind::AtomicRead:
      return "atomic read";
    case AccessKind::AtomicWrite:
      return "atomic write";
  }
  return "access";
}

std::string capital(std::string text) {
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string frames_text(const std::vector<RaceFrame>& frames, const std::string& folder) {
  std::string text;
  for (const RaceFrame& frame : frames) {
    const bool whole = frame.place.starts_with('/') || folder.empty();
    text += fmt::format("  {}()\n      {}{} +0x{:x}\n", frame.function, whole ? "" : folder + "/",
                        frame.place, frame.offset);
  }
  return text;
}

std::string side_text(const RaceSide& side, const std::string& heading, const std::string& folder) {
  return fmt::format("{} at 0x{:012x} by {}:\n{}\n", heading, base::bits(side.access.address),
                     name_of(side.actor), frames_text(side.stack, folder));
}

std::string creation_text(const RaceSide& side, const char* state, const std::string& folder) {
  if (side.creation.empty()) return "";
  return fmt::format("{} ({}) created at:\n{}\n", capital(name_of(side.actor)), state,
                     frames_text(side.creation, folder));
}

}  // namespace

std::string race_text(const RaceReport& report, const std::string& folder) {
  constexpr const char* kLine = "==================\n";
  std::string text = fmt::format("{}WARNING: DATA RACE\n", kLine);
  text += side_text(report.second, capital(what(report.second.access.kind)), folder);
  text += side_text(report.first, "Previous " + what(report.first.access.kind), folder);
  text += creation_text(report.second, "running", folder);
  text += creation_text(report.first, report.first_has_finished ? "finished" : "running", folder);
  text.pop_back();  // the empty line before the end
  return text + kLine;
}

std::vector<RaceReport> first_at_each_address(const std::vector<RaceReport>& reports) {
  std::vector<RaceReport> kept;
  for (const RaceReport& report : reports) {
    const bool is_known = std::any_of(kept.begin(), kept.end(), [&](const RaceReport& other) {
      return other.second.access.address == report.second.access.address;
    });
    if (!is_known) kept.push_back(report);
  }
  return kept;
}

}  // namespace hmaplab::session
