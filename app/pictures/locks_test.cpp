#include <gtest/gtest.h>

#include "app/pictures/legible_testing.h"
#include "app/pictures/locks_picture.h"

namespace hmaplab::pictures {
namespace {

using schedule::Actor;
using trace::QueuedView;
using trace::SyncKind;

const look::EvenMeasure kMeasure;

Actor actor(const char* name) { return *schedule::actor_named(name); }

QueuedView queued(const char* name, const std::string& what, std::optional<uint32_t> since) {
  return {.actor = actor(name), .what = what, .clause = {}, .since = since};
}

Run three_lanes() {
  Run run;
  for (const char* name : {"g1", "g2", "g3"}) {
    const auto ordinal = static_cast<uint32_t>(run.lanes.size() + 1);
    run.lanes.push_back({.person = person_of(actor(name), ordinal), .title = name});
  }
  return run;
}

trace::SyncView channel() {
  return {
      .kind = SyncKind::Channel,
      .name = "jobs",
      .type = "chan string",
      .state = "2 of 4",
      .capacity = 4,
      .count = 2,
      .values = {"\"first\"", "\"a value that is a good deal longer than its cell has room for\""},
      .senders = {queued("g2", "\"third\"", 11)},
      .receivers = {queued("g3", "", {})}};
}

trace::SyncView mutex(const char* name, const char* holder, const char* waiting) {
  return {.kind = SyncKind::Mutex,
          .name = name,
          .type = "sync.Mutex",
          .state = "locked",
          .holders = {{.actor = actor(holder), .since = 7}},
          .waiting = {queued(waiting, "", 9)}};
}

Moment stuck() {
  Moment moment;
  moment.sync = trace::SyncState{
      .things = {mutex("left", "g2", "g3"), mutex("right", "g3", "g2"), channel()},
      .more = 3,
      .idle = {{.actor = actor("g1"), .reason = "select (no cases)", .since = 4}},
      .circle = {{actor("g2"), actor("g3"), "right"}, {actor("g3"), actor("g2"), "left"}},
      .asleep = true};
  return moment;
}

TEST(LocksPicture, IsLegibleAtEveryWidth) {
  Moment many = stuck();
  for (int i = 0; i < 30; ++i) {
    many.sync->things[0].waiting.push_back(queued("g3", "to write", 1000 + i));
    many.sync->things[2].values.push_back(std::to_string(i));
  }
  many.sync->things[2].count = many.sync->things[2].capacity = 600;
  Moment asleep = stuck();
  asleep.sync->circle.clear();
  Moment nothing;
  nothing.sync.emplace();
  for (const float width : {226.0F, 246.0F, 300.0F, 330.0F, 498.0F, 900.0F}) {
    for (const Moment& moment : {stuck(), many, asleep, nothing, Moment{}})
      expect_legible(locks_picture(three_lanes(), moment, width, kMeasure),
                     "locks at " + std::to_string(width));
  }
}

// The picture and the text name the same facts.
TEST(LocksPicture, IsTheTwinOfTheText) {
  const std::string picture = texts_of(locks_picture(three_lanes(), stuck(), 900, kMeasure));
  const std::string text = trace::sync_text(*stuck().sync);
  for (const char* fact :
       {"jobs", "chan string", "2 of 4", "\"first\"", "\"third\"", "left", "right", "locked",
        "select (no cases)", "A circle: g2 waits for right, which g3 holds", "and 3 more"}) {
    EXPECT_NE(picture.find(fact), std::string::npos) << fact << " in\n" << picture;
    EXPECT_NE(text.find(fact), std::string::npos) << fact << " in\n" << text;
  }
}

TEST(LocksPicture, WhoWaitsLeadsToTheStepWithWhichThatBegan) {
  const Picture picture = locks_picture(three_lanes(), stuck(), 498, kMeasure);
  std::vector<uint64_t> positions;
  for (const Item& item : picture.items) {
    const auto* hit = std::get_if<Hit>(&item);
    if (hit != nullptr && hit->command.kind == Command::Kind::Seek)
      positions.push_back(hit->command.number);
  }
  EXPECT_EQ(positions, (std::vector<uint64_t>{7, 10, 7, 10, 12, 5}));
}

}  // namespace
}  // namespace hmaplab::pictures
