#include <algorithm>
#include <map>

#include "app/pictures/go_colors.h"
#include "app/pictures/moment_of.h"

namespace hmaplab::pictures {
namespace {

constexpr int kTabWidth = 2;

TickKind kind_of(const vm::Step& step) {
  const std::string_view operation = memory::operation(step.point);
  if (operation == "end") return TickKind::End;
  if (operation == "go") return TickKind::Create;
  if (operation == "output") return TickKind::Output;
  if (step.in_map || operation == "variable" || operation == "elem" || operation == "slice" ||
      operation == "len") {
    return step.access == vm::AccessKind::Store ? TickKind::Store : TickKind::Load;
  }
  return TickKind::Sync;
}

// "func1" for "main.main.func1", "func1.2" for "main.main.func1.2", "main" for "main.main".
std::string short_function(const std::string& name) {
  const size_t closure = name.find(".func");
  const size_t dot = closure == std::string::npos ? name.rfind('.') : closure;
  return dot == std::string::npos ? name : name.substr(dot + 1);
}

// A goroutine that has ended has no frames: it is called after where it made its first step in the
// program itself.
void name_the_finished(std::vector<Lane>& lanes, const session::Session& session) {
  for (Lane& lane : lanes) {
    if (lane.person.actor == schedule::kMain) lane.title = "main";
    for (uint32_t index = 0; lane.title.empty() && index < session.length(); ++index) {
      if (session.step(index).actor != lane.person.actor) continue;
      const std::string& name = session.program().function(session.step(index).function).name;
      if (name.starts_with("main.")) lane.title = short_function(name);
    }
  }
}

// Goroutines in order of creation, then the special lanes in the order in which they first move.
std::vector<Lane> lanes_of(const session::Session& session) {
  std::vector<Lane> lanes;
  for (const trace::GoroutineView& view : trace::view_goroutines(session.last_world())) {
    const auto ordinal = static_cast<uint32_t>(lanes.size()) + 1;
    lanes.push_back(
        {.person = person_of(view.actor, ordinal), .title = short_function(view.entry)});
  }
  for (uint32_t index = 0; index < session.length(); ++index) {
    const schedule::Actor actor = session.step(index).actor;
    const auto is_actor = [actor](const Lane& lane) { return lane.person.actor == actor; };
    if (std::none_of(lanes.begin(), lanes.end(), is_actor)) {
      lanes.push_back({.person = person_of(actor, 0), .title = schedule::name(actor)});
    }
  }
  name_the_finished(lanes, session);
  return lanes;
}

void add_ticks(Run& run, const session::Session& session) {
  std::map<schedule::Actor, uint8_t> lane_of;
  for (size_t lane = 0; lane < run.lanes.size(); ++lane) {
    lane_of[run.lanes[lane].person.actor] = static_cast<uint8_t>(std::min<size_t>(lane, 255));
  }
  run.ticks.reserve(session.length());
  run.stepped_lines.resize(run.code.size() + 1);
  for (uint32_t index = 0; index < session.length(); ++index) {
    const vm::Step& step = session.step(index);
    if (step.line != 0 && step.line < run.stepped_lines.size())
      run.stepped_lines[step.line] = true;
    run.ticks.push_back({.lane = lane_of[step.actor], .kind = kind_of(step)});
    const bool grows =
        memory::operation(step.point) == "hashGrow" && step.map != memory::Address::Nil;
    if (!grows) continue;
    const auto known = std::find_if(run.growing_maps.begin(), run.growing_maps.end(),
                                    [&](const GrowingMap& growing) { return growing.map == step.map; });
    GrowingMap& growing = known == run.growing_maps.end()
                              ? run.growing_maps.emplace_back(GrowingMap{.map = step.map})
                              : *known;
    growing.last_growth = index;
  }
  const std::vector<memory::Address> maps = trace::maps_of(session.last_world());
  for (GrowingMap& growing : run.growing_maps) {
    if (std::find(maps.begin(), maps.end(), growing.map) == maps.end()) continue;
    growing.most_buckets =
        trace::view_map(session.last_world(), growing.map, {.first = 0, .count = 1}).bucket_count;
  }
}

// Looks at the goroutines along the run: at every position of a short one, at some of a long one.
void add_most_rows(Run& run, const session::Session& session) {
  constexpr uint32_t kMostLooks = 1500;
  const session::Timeline& timeline = session.timeline(session.branch());
  const uint32_t stride = 1 + timeline.length() / kMostLooks;
  for (uint32_t position = 0; position <= timeline.length(); position += stride) {
    for (const trace::GoroutineView& view : trace::view_goroutines(timeline.world_at(position))) {
      for (Lane& lane : run.lanes) {
        if (lane.person.actor != view.actor) continue;
        lane.most_rows = std::max(lane.most_rows, card_rows(view));
        if (lane.title.empty()) lane.title = short_function(view.entry);  // it never stepped in main
      }
    }
  }
}

void add_branches(Run& run, const session::Session& session) {
  constexpr size_t kMostBranches = 32;
  const session::Timeline& shown = session.timeline(session.branch());
  for (size_t index = 0; index < session.branch_count() && run.branches.size() < kMostBranches;
       ++index) {
    if (index == session.branch()) continue;
    const session::Timeline& other = session.timeline(index);
    run.branches.push_back(
        {.index = index,
         .fork = session::first_difference_of(shown, other).value_or(shown.length()),
         .length = other.length(),
         .headline = other.ending().headline,
         .bad = other.ending().kind != trace::EndingKind::Fine});
  }
}

}  // namespace

Run run_of(const session::Session& session, const RunTexts& texts) {
  Run run{.lesson = texts.lesson,
          .title = texts.title,
          .chapter = texts.chapter,
          .file = texts.file,
          .beats = texts.beats,
          .questions = texts.questions,
          .code = colored_code(texts.source, kTabWidth),
          .lanes = lanes_of(session),
          .memory = session.world().options().memory,
          .ending = session.ending(),
          .explanation = session::explain(session.timeline(session.branch()))};
  add_ticks(run, session);
  add_most_rows(run, session);
  if (session.branch() > 0) run.fork = session.timeline(session.branch()).branched_at();
  add_branches(run, session);
  run.folds = folds_of(run);
  return run;
}

}  // namespace hmaplab::pictures
