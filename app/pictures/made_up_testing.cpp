#include "app/pictures/made_up_testing.h"

#include <fmt/core.h>

#include "app/pictures/go_colors.h"

namespace hmaplab::pictures {

using memory::Address;

namespace {

constexpr Address kMap{0xc000012120};

const char* const kTwoWriters = R"(package main

import (
	"fmt"
	"sync"
)

func main() {
	visits := map[string]int{}
	var wg sync.WaitGroup
	for _, page := range []string{"home", "about"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			visits[page] = 1 // two goroutines write to one map
		}()
	}
	wg.Wait()
	fmt.Println(len(visits), "pages")
}
)";

trace::BucketView bucket(uint64_t address, int used, bool moved = false) {
  trace::BucketView made{.address = Address{address},
                         .slots = {},
                         .overflow = {},
                         .overflow_at = Address{address + 200}};
  for (int i = 0; i < 8; ++i) {
    trace::SlotView& slot = made.slots[static_cast<size_t>(i)];
    slot.tophash_at = Address{address + static_cast<uint64_t>(i)};
    slot.key_at = Address{address + 8 + static_cast<uint64_t>(i) * 8};
    slot.elem_at = Address{address + 72 + static_cast<uint64_t>(i) * 8};
    if (i >= used) continue;
    slot.used = !moved;
    slot.moved = moved;
    slot.tophash = static_cast<uint8_t>(moved ? 2 + i % 2 : 0x5a + i * 17);
    slot.key = std::to_string((address / 208 + static_cast<uint64_t>(i) * 3) % 97);
    slot.elem =
        std::to_string(static_cast<int>((address / 208 + static_cast<uint64_t>(i) * 3) % 97) * 10);
  }
  return made;
}

trace::MapView small_map() {
  trace::MapView map{.address = kMap,
                     .type = "map[string]int",
                     .key_type = "string",
                     .elem_type = "int",
                     .names = {"visits"}};
  map.hash0 = 0x9ae1f03c;
  map.buckets_at = Address{0xc00007c000};
  map.bucket_count = 1;
  map.buckets = {{.index = 0, .evacuated = false, .buckets = {bucket(0xc00007c000, 0)}}};
  return map;
}

StepRow row(uint32_t index, const char* goroutine, uint32_t line, trace::StepText text) {
  text.actor = goroutine;
  return {.index = index,
          .actor = *schedule::actor_named(goroutine),
          .line = line,
          .text = std::move(text)};
}

session::Explanation made_up_explanation() {
  const auto link = [](const char* goroutine, uint32_t step, memory::Point point,
                       const char* sentence) {
    return session::Link{.step = step,
                         .actor = *schedule::actor_named(goroutine),
                         .line = 15,
                         .source = "visits[page] = 1 // two goroutines write to one map",
                         .function = "main.main.func1",
                         .point = point,
                         .sentence = sentence,
                         .instead = "exit status 0"};
  };
  using memory::Point;
  return {.chain = {link("g2", 8, Point::mapassign_set_writing, "sets hashWriting in visits.flags"),
                    link("g3", 11, Point::mapassign_check_writing,
                         "looks at visits.flags and finds hashWriting set"),
                    link("g3", 12, Point::end_throw, "stops the process")},
          .recovery = {.deferred = {}, .sentences = "No deferred function runs."}};
}

std::vector<StepRow> two_writers_rows() {
  struct Told {
    const char *goroutine, *point, *sentence, *object, *field, *old_value, *new_value;
    uint32_t line = 15;
  };
  constexpr const char* kAdds = "adds to the counter of a WaitGroup";
  constexpr const char* kLooks = "looks at hashWriting: is another writer inside?";
  constexpr Told kRows[] = {
      {"g1", "waitgroup/add", kAdds, "wg", "counter", "0", "1", 12},
      {"g1", "go/create", "creates a goroutine", "", "", "", "g2", 13},
      {"g1", "waitgroup/add", kAdds, "wg", "counter", "1", "2", 12},
      {"g1", "go/create", "creates a goroutine", "", "", "", "g3", 13},
      {"g1", "waitgroup/wait", "waits until the counter of a WaitGroup is zero", "wg", "counter",
       "2", "", 18},
      {"g2", "mapassign/check_writing", kLooks, "visits", "flags", "0", ""},
      {"g2", "mapassign/hash", "hashes the key", "visits", "hash0", "9ae1f03c", ""},
      {"g2", "mapassign/load_flags", "reads flags, to turn hashWriting over", "visits", "flags",
       "0", ""},
      {"g2", "mapassign/set_writing", "marks the map as being written", "visits", "flags", "0",
       "hashWriting"},
      {"g2", "mapassign/load_buckets", "reads where the buckets are", "visits", "buckets",
       "0xc00007c000", ""},
      {"g2", "mapassign/load_tophash", "reads the hash byte of a slot", "visits.buckets[0]",
       "tophash[0]", "emptyRest", ""},
      {"g3", "mapassign/check_writing", kLooks, "visits", "flags", "hashWriting", ""},
      {"g3", "end/throw", "the runtime stops the process; no defer runs, no recover sees it", "",
       "", "", ""}};
  std::vector<StepRow> rows;
  for (const Told& told : kRows) {
    rows.push_back(row(static_cast<uint32_t>(rows.size()), told.goroutine, told.line,
                       {.actor = {},
                        .point = told.point,
                        .sentence = told.sentence,
                        .object = told.object,
                        .field = told.field,
                        .old_value = told.old_value,
                        .new_value = told.new_value}));
  }
  return rows;
}

Lane lane(const char* goroutine, uint32_t ordinal, const char* title) {
  return {.person = person_of(*schedule::actor_named(goroutine), ordinal), .title = title};
}

TickKind tick_kind(const StepRow& step) {
  if (step.text.point.starts_with("end/")) return TickKind::End;
  if (step.text.point.starts_with("waitgroup")) return TickKind::Sync;
  if (step.text.point.starts_with("go/")) return TickKind::Create;
  return step.text.new_value.empty() ? TickKind::Load : TickKind::Store;
}

void add_ticks(Run& run, const std::vector<StepRow>& rows) {
  for (const StepRow& step : rows) {
    uint8_t at = 0;
    for (size_t i = 0; i < run.lanes.size(); ++i) {
      if (run.lanes[i].person.actor == step.actor) at = static_cast<uint8_t>(i);
    }
    run.ticks.push_back({.lane = at, .kind = tick_kind(step)});
  }
}

GoroutineCard card(const Lane& lane, const char* next, const char* sentence,
                   trace::GoroutineView view) {
  view.actor = lane.person.actor;
  view.name = lane.person.name;
  const uint32_t line = view.frames.front().line;
  return {.view = std::move(view),
          .person = lane.person,
          .enabled = *next != '\0',
          .line = line,
          .next = next,
          .next_sentence = sentence};
}

std::vector<GoroutineCard> two_writers_goroutines(const Run& run, uint32_t position) {
  trace::GoroutineView main{
      .frames = {{.function = "main.main", .line = 18, .locals = {}, .defers = {}}}};
  if (position >= 5) {
    main.state = trace::GoroutineState::Blocked;
    main.waits_for = "sync.WaitGroup.Wait";
  }
  const trace::GoroutineView writer{
      .operation = position > 5 ? "runtime.mapassign_faststr" : "",
      .frames = {{.function = "main.main.func1",
                  .line = 15,
                  .locals = {},
                  .defers = {{.call = "sync.(*WaitGroup).Done()", .line = 14}}}}};
  std::vector<GoroutineCard> cards;
  cards.push_back(card(run.lanes[0], position >= 5 ? "" : "waitgroup/add",
                       "adds to the counter of a WaitGroup", main));
  if (position >= 2)
    cards.push_back(
        card(run.lanes[1], "mapassign/store_tophash", "marks the slot as used", writer));
  if (position >= 4)
    cards.push_back(card(run.lanes[2], "mapassign/check_writing",
                         "looks at hashWriting: is another writer inside?", writer));
  return cards;
}

BeatMark beat(const std::string& title, const std::string& text, const std::string& focus,
              uint32_t position) {
  return {.title = {.en = title}, .text = {.en = text}, .focus = focus, .position = position};
}

std::vector<BeatMark> two_writers_beats() {
  return {
      beat("One map, two goroutines", "Two goroutines will write to `visits`.", "source", 0),
      beat("The check",
       "Goroutine 2 is about to write. It first **looks** at `flags`: is `hashWriting` set?",
       "flags", 5),
      beat("The mark",
       "It read `flags` and now stores it back with `hashWriting` turned over: two steps, not one.",
       "flags", 8),
      beat("The flag is up",
       "Goroutine 2 is still inside `mapassign`. Goroutine 3 now comes along and looks at the same "
       "word.\n\nThe check is a plain load, not a lock. Had 3 come before step 9, nobody would "
       "have noticed.",
       "flags", 11),
      beat("The end",
       "The bit is set by somebody else: the runtime gives up. **No** deferred call runs.",
       "goroutines", 13)};
}

trace::Ending two_writers_ending() {
  return {.kind = trace::EndingKind::Fatal,
          .headline = "fatal error: concurrent map writes",
          .go_text =
              "fatal error: concurrent map writes\n\ngoroutine 7 "
              "[running]:\nmain.main.func1()\n\t/tmp/main.go:15 +0x68\ncreated by main.main "
              "in goroutine 1\n\t/tmp/main.go:13 +0x9a\n",
          .exit_status = 2,
          .step = 12,
          .culprits = {{.actor = *schedule::actor_named("g2"),
                        .step = 8,
                        .line = 15,
                        .source = "visits[page] = 1",
                        .function = "main.main.func1",
                        .sentence = "set hashWriting in visits.flags"},
                       {.actor = *schedule::actor_named("g3"),
                        .step = 11,
                        .line = 15,
                        .source = "visits[page] = 1",
                        .function = "main.main.func1",
                        .sentence = "found hashWriting set in visits.flags"}},
          .object = kMap,
          .flag = 4,
          .explanation =
              "The runtime calls throw, not panic: no deferred function runs and no recover "
              "can see it."};
}

Moment two_writers_moment(const Run& run, const std::vector<StepRow>& rows, uint32_t position) {
  Moment moment{.position = position};
  for (size_t i = 0; i < run.beats.size(); ++i) {
    if (run.beats[i].position <= position) moment.beat = i;
  }
  moment.rows = rows;
  moment.goroutines = two_writers_goroutines(run, position);
  if (position == rows.size()) {
    for (GoroutineCard& goroutine : moment.goroutines) goroutine.enabled = false;
  }
  trace::MapView map = small_map();
  if (position >= 9) {
    map.flags = 4;
    moment.flag_setters = {{.map = kMap, .bit = 4, .person = run.lanes[1].person}};
  }
  moment.maps = {map};
  if (position > 0) {
    const StepRow& last = rows[position - 1];
    const std::string& field = last.text.field;
    moment.touched = Touched{.person = *run.person(last.actor),
                             .map = kMap,
                             .object = last.text.object == "visits" ? kMap : Address{},
                             .address = field == "tophash[0]" ? Address{0xc00007c000} : Address{},
                             .field = field,
                             .stored = !last.text.new_value.empty()};
  }
  return moment;
}

}  // namespace

MadeUp made_up_two_writers() {
  MadeUp made;
  const std::vector<StepRow> rows = two_writers_rows();
  Run& run = made.run;
  run.title.en = "Two writers, one flag";
  run.chapter.en = "Concurrent writes";
  run.code = colored_code(kTwoWriters, 2);
  run.lanes = {lane("g1", 1, "main"), lane("g2", 2, "func1"), lane("g3", 3, "func1")};
  add_ticks(run, rows);
  run.beats = two_writers_beats();
  run.explanation = made_up_explanation();
  run.ending = two_writers_ending();
  for (uint32_t position = 0; position <= rows.size(); ++position)
    made.moments.push_back(two_writers_moment(run, rows, position));
  return made;
}

MadeUp made_up_growing() {
  MadeUp made = made_up_two_writers();
  made.run.title.en = "Growing while you write";
  made.run.chapter.en = "Growth";
  made.run.growing_maps = {{.map = kMap, .most_buckets = 8, .last_growth = 1'000}};
  made.run.ending = {.kind = trace::EndingKind::Fine,
                     .headline = "exit status 0",
                     .explanation = "Every entry is where it belongs."};
  for (Moment& moment : made.moments) {
    trace::MapView map{.address = kMap,
                       .type = "map[int]int",
                       .key_type = "int",
                       .elem_type = "int",
                       .names = {"squares"},
                       .count = 53,
                       .flags = 4,
                       .B = 3,
                       .noverflow = 1,
                       .hash0 = 0x1f2e3d4c,
                       .buckets_at = Address{0xc00010a000},
                       .oldbuckets_at = Address{0xc0000f0000},
                       .nevacuate = 2,
                       .growing = true,
                       .bucket_count = 8,
                       .old_bucket_count = 4};
    for (uint64_t i = 0; i < 4; ++i)
      map.oldbuckets.push_back(
          {.index = i, .evacuated = i < 2, .buckets = {bucket(0xc0000f0000 + i * 208, 8, i < 2)}});
    for (uint64_t i = 0; i < 8; ++i)
      map.buckets.push_back({.index = i,
                             .evacuated = false,
                             .buckets = {bucket(0xc00010a000 + i * 208,
                                                i % 4 < 2 ? 4 + static_cast<int>(i % 3) : 0)}});
    map.buckets[1].buckets.push_back(bucket(0xc000200000, 2));
    map.buckets[1].buckets[0].overflow = Address{0xc000200000};
    map.iterators = {{.goroutine = "g1", .start_bucket = 1, .bucket = 2, .offset = 3, .i = 1}};
    map.iterators[0].at = map.buckets[2].buckets[0].address;
    moment.maps = {map};
    if (moment.touched) moment.touched->address = map.oldbuckets[2].buckets[0].slots[3].key_at;
    moment.output = "0: 0\n1: 1\n2: 4\n";
  }
  return made;
}

MadeUp made_up_nil_map() {
  MadeUp made = made_up_two_writers();
  made.run.title.en = "The deferred write to a nil map";
  made.run.chapter.en = "Panics";
  made.run.ending.kind = trace::EndingKind::Panic;
  made.run.ending.headline = "panic: assignment to entry in nil map";
  made.run.ending.go_text =
      "panic: assignment to entry in nil map\n\ngoroutine 1 [running]:\nmain.record(...)\n";
  made.run.ending.culprits.resize(1);
  for (Moment& moment : made.moments) {
    moment.maps.clear();
    moment.flag_setters.clear();
    moment.output =
        "start\na rather long line of output that does not fit into a narrow panel at all, "
        "whatever one does\n";
    moment.goroutines.front().view.panics = {
        {.text = "assignment to entry in nil map", .recovered = false}};
  }
  return made;
}

}  // namespace hmaplab::pictures
