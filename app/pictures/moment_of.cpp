#include "app/pictures/moment_of.h"

#include <algorithm>

#include "core/trace/freeing.h"
#include <map>

namespace hmaplab::pictures {
namespace {

constexpr uint32_t kRowsAround = 24;  // of the interleaving table, to either side of the cursor
constexpr size_t kMostMaps = 16;      // that are shown
constexpr size_t kMostAskedWhoFrees = 64;  // goroutines; of more it takes too long to find out
constexpr uint32_t kLongestSearch = 200'000;  // steps to look back for who set a flag

Person person_in(const Run& run, schedule::Actor actor) {
  const Person* known = run.person(actor);
  return known != nullptr ? *known : person_of(actor, 0);
}

// The position behind the actor's last step before the cursor; 0 when it lies too far back.
uint32_t last_step_of(const session::Session& session, schedule::Actor actor) {
  const uint32_t end = session.position();
  for (uint32_t back = 0; back < end && back < kLongestSearch; ++back) {
    if (session.step(end - 1 - back).actor == actor) return end - back;
  }
  return 0;
}

GoroutineCard card_of(const session::Session& session, const Run& run,
                      const trace::GoroutineView& view, vm::Reach& reach) {
  GoroutineCard card{.view = view,
                     .person = person_in(run, view.actor),
                     .enabled = session.world().is_enabled(view.actor)};
  for (const trace::FrameView& frame : view.frames) {
    if (frame.line == 0 || !frame.function.starts_with("main.")) continue;
    card.line = frame.line;
    break;
  }
  if (view.state == trace::GoroutineState::Blocked) card.waits_since = last_step_of(session, view.actor);
  card.is_held = session.hold_of(view.actor) != nullptr;
  const vm::Goroutine* goroutine = session.world().goroutine(view.actor);
  const auto& end = session.world().end();
  const bool are_few = session.world().goroutines().size() <= kMostAskedWhoFrees;
  if (goroutine != nullptr && are_few && (!end || end->kind == vm::EndKind::Deadlock))
    card.freeing = trace::text(trace::view_freeing(session.world(), *goroutine, reach));
  if (card.enabled && view.next != memory::Point::none) {
    card.next = std::string(memory::name(view.next));
    card.next_sentence = std::string(memory::sentence(view.next));
  }
  return card;
}

// Looks back from the cursor for the stores that turned on the bits which are still set.
void add_flag_setters(Moment& moment, const session::Session& session, const Run& run,
                      const trace::MapView& map) {
  uint64_t wanted = map.flags;
  const uint32_t end = session.position();
  for (uint32_t back = 0; wanted != 0 && back < end && back < kLongestSearch; ++back) {
    const vm::Step& step = session.step(end - 1 - back);
    const bool stores_flags = step.access == vm::AccessKind::Store && step.object == map.address &&
                              std::string_view(step.field) == "flags";
    if (!stores_flags) continue;
    const uint64_t turned_on = step.new_value.word() & ~step.old_value.word() & wanted;
    for (uint8_t bit = 1; bit <= 8; bit = static_cast<uint8_t>(bit << 1)) {
      if ((turned_on & bit) != 0) {
        moment.flag_setters.push_back(
            {.map = map.address, .bit = bit, .person = person_in(run, step.actor)});
      }
    }
    wanted &= ~turned_on;
  }
}

void add_maps(Moment& moment, const session::Session& session, const Run& run,
              uint64_t first_bucket) {
  const std::vector<memory::Address> maps = trace::maps_of(session.world());
  std::map<std::string, uint32_t> made_for;
  for (size_t i = 0; i < maps.size() && i < kMostMaps; ++i) {
    moment.maps.push_back(trace::view_map(session.world(), maps[i], {.first = first_bucket}));
    trace::MapView& map = moment.maps.back();
    map.ordinal = ++made_for[map.made_for];
    add_flag_setters(moment, session, run, moment.maps.back());
  }
}

void add_map_looks(Moment& moment, const vm::World& world, const MapLooks& looks) {
  if (looks.map == memory::Address::Nil) return;
  if (looks.zoom == MapZoom::Heat) moment.density = trace::view_density(world, looks.map);
  if (looks.zoom != MapZoom::Bytes) return;
  moment.bytes.push_back(trace::view_header_bytes(world, looks.map));
  trace::BytesView bucket = trace::view_bucket_bytes(world, looks.map, looks.bucket);
  if (!bucket.bytes.empty()) moment.bytes.push_back(std::move(bucket));
}

bool is_bucket(vm::MapPart part) {
  return part == vm::MapPart::Bucket || part == vm::MapPart::OldBucket ||
         part == vm::MapPart::FormerBucket || part == vm::MapPart::OverflowBucket;
}

std::optional<Touched> touched_by(const session::Session& session, const Run& run) {
  if (session.position() == 0) return std::nullopt;
  const vm::Step& step = session.step(session.position() - 1);
  return Touched{.person = person_in(run, step.actor),
                 .map = step.map,
                 .object = step.object,
                 .bucket = is_bucket(step.part) ? step.object : memory::Address::Nil,
                 .address = step.address,
                 .field = step.field,
                 .stored = step.access == vm::AccessKind::Store};
}

// The last step of each who waits: with that it began.
void add_since(trace::SyncState& state, const session::Session& session) {
  std::map<schedule::Actor, std::vector<std::optional<uint32_t>*>> wanted;
  for (trace::SyncView& thing : state.things) {
    for (auto* queue : {&thing.senders, &thing.receivers, &thing.waiting}) {
      for (trace::QueuedView& queued : *queue) wanted[queued.actor].push_back(&queued.since);
    }
  }
  for (trace::IdleView& idle : state.idle) wanted[idle.actor].push_back(&idle.since);
  const uint32_t end = session.position();
  for (uint32_t back = 0; !wanted.empty() && back < end && back < kLongestSearch; ++back) {
    const auto found = wanted.find(session.step(end - 1 - back).actor);
    if (found == wanted.end()) continue;
    for (std::optional<uint32_t>* since : found->second) *since = end - 1 - back;
    wanted.erase(found);
  }
}

void add_rows(Moment& moment, const session::Session& session) {
  const uint32_t position = session.position();
  const uint32_t begin = position > kRowsAround ? position - kRowsAround : 0;
  const uint32_t end = std::min(session.length(), position + kRowsAround);
  for (uint32_t index = begin; index < end; ++index) {
    moment.rows.push_back(step_row(session, index));
  }
}

}  // namespace

Moment moment_of(const session::Session& session, const Run& run, const MomentChoices& choices) {
  Moment moment{.position = session.position(), .grain = choices.grain};
  for (size_t i = 0; i < run.beats.size(); ++i) {
    if (run.beats[i].position <= moment.position) moment.beat = i;
  }
  if (choices.beat) moment.beat = choices.beat;
  vm::Reach reach(session.world());
  for (const trace::GoroutineView& view : trace::view_goroutines(session.world())) {
    moment.goroutines.push_back(card_of(session, run, view, reach));
  }
  add_maps(moment, session, run, choices.first_bucket);
  add_map_looks(moment, session.world(), choices.looks.map);
  moment.trail = trail_of(session, moment.maps);
  moment.touched = touched_by(session, run);
  if (choices.since) moment.moves = moves_of(session, run, *choices.since);
  add_rows(moment, session);
  moment.output = session.world().stdout_text();
  moment.stores = trace::view_store_buffers(session.world());
  if (choices.looks.heap)
    moment.heap = trace::view_heap(session.world(), {.first = choices.looks.first_object});
  if (choices.looks.sync) {
    moment.sync = trace::view_sync(session.world());
    add_since(*moment.sync, session);
  }
  for (const uint32_t line : choices.opened_lines) {
    if (auto opened = opened_line(session, run, line))
      moment.opened_lines.push_back(std::move(*opened));
  }
  if (choices.looks.order && run.order)
    moment.order = order_note(session, *run.order, choices.pinned);
  moment.branch = session.branch();
  moment.branches = session.branch_count();
  moment.notes = notes_of(session, choices);
  return moment;
}

}  // namespace hmaplab::pictures
