#include "core/lesson/lesson.h"

#include <gtest/gtest.h>

#include <cstring>
#include <map>

#include "core/base/random.h"
#include "core/lesson/lesson_check.h"
#include "core/vm/run.h"
#include "core/trace/step_text.h"

namespace hmaplab::lesson {
namespace {

using session::Grain;

TEST(Lessons, TellTheTruth) {
  ASSERT_GE(all_lessons().size(), 3u);
  for (const Lesson& lesson : all_lessons()) {
    for (const std::string& wrong : check_lesson(lesson)) ADD_FAILURE() << wrong;
  }
}

TEST(Lessons, AFalseClaimIsFound) {
  Lesson lesson = all_lessons()[0];
  lesson.expected.first_stderr_line = "fatal error: concurrent map read and map write";
  ASSERT_EQ(check_lesson(lesson).size(), 2u);
  EXPECT_NE(check_lesson(lesson)[0].find("go1.23.5 has"), std::string::npos);
  EXPECT_NE(check_lesson(lesson)[1].find("recorded.tsv"), std::string::npos);
  lesson = all_lessons()[0];
  lesson.beats[2].at.text = "g2 after evacuate/mark_moved";
  ASSERT_EQ(check_lesson(lesson).size(), 1u);
  EXPECT_NE(check_lesson(lesson)[0].find("does not happen"), std::string::npos);
  lesson = all_lessons()[0];
  lesson.schedule = "g1>waitgroup/wait g9";
  EXPECT_NE(check_lesson(lesson)[0].find("there is no such goroutine yet"), std::string::npos);
}

TEST(Lessons, AMistakeInTheFileIsNamedWithItsLine) {
  auto error = [](const std::string& toml) { return load_lesson("09_x", {.toml = toml}).error(); };
  EXPECT_EQ(error("title = \"a\"\nchapter = 3\n"),
            "09_x/lesson.toml:1: \"title\" must be told in languages: title.en and title.zh");
  EXPECT_EQ(error("title.en = \"a\"\nchapter.en = 3\n"),
            "09_x/lesson.toml:2: \"en\" must be a string");
  EXPECT_NE(error("title = \"a\nb\"").find("09_x/lesson.toml:1:"), std::string::npos);
  EXPECT_EQ(error("title.en = \"a\"\nchaptr = \"b\"\n"),
            "09_x/lesson.toml:2: \"chaptr\" is not a key here");
}

TEST(Lessons, TwoWritersDiesWithinSixPressesOfRight) {
  base::Result<LoadedLesson> loaded = open_lesson(all_lessons()[0]);
  ASSERT_TRUE(loaded) << loaded.error();
  session::Session& session = *loaded.value().session;
  session.seek(loaded.value().places.beats.front());
  int presses = 0;
  while (session.position() < session.length() && presses < 100) {
    session.forward(Grain::Operation);
    ++presses;
  }
  EXPECT_LE(presses, 6);
  EXPECT_EQ(session.world().end()->headline, "fatal error: concurrent map writes");
  ASSERT_EQ(session.ending().culprits.size(), 2u);
  EXPECT_EQ(session.ending().culprits[0].source, "stock[\"plums\"] = 7");
  EXPECT_EQ(session.ending().culprits[1].source, "stock[\"figs\"] = 9");
}

TEST(Lessons, ChoosingTheOtherGoroutineGivesAnotherEnd) {
  base::Result<LoadedLesson> loaded = open_lesson(all_lessons()[0]);
  ASSERT_TRUE(loaded) << loaded.error();
  session::Session& session = *loaded.value().session;
  uint32_t dying = loaded.value().places.beats[4];
  session.seek(dying);
  base::Hash128 before = session.world().hash();
  ASSERT_TRUE(session.choose(*schedule::actor_named("g2"), Grain::Operation));
  EXPECT_EQ(session.branch_count(), 2u);
  EXPECT_EQ(session.ending().kind, trace::EndingKind::Fine);
  session.seek(session.length());
  EXPECT_EQ(session.world().stdout_text(), "kinds of fruit: 4\n");
  session.switch_branch(0);
  EXPECT_EQ(session.position(), dying);
  EXPECT_EQ(session.world().hash(), before);
}

// The same state at the same step by every route: stepping, running, scrubbing, going back and
// forth.
TEST(Lessons, RandomRoutesMeetInTheSameStates) {
  base::RandomStream random{20261120};
  for (const Lesson& lesson : all_lessons()) {
    base::Result<LoadedLesson> loaded = open_lesson(lesson);
    ASSERT_TRUE(loaded) << loaded.error();
    session::Session& session = *loaded.value().session;
    std::vector<base::Hash128> expected;
    vm::World world(*loaded.value().program, session.world().options());
    expected.push_back(world.hash());
    for (uint32_t i = 0; i < session.length(); ++i) {
      world.step(session.step(i).move());
      expected.push_back(world.hash());
    }
    constexpr Grain kGrains[] = {Grain::Line, Grain::Operation, Grain::Access};
    for (int move = 0; move < 2000; ++move) {
      Grain grain = kGrains[random.below(3)];
      switch (random.below(5)) {
        case 0:
          session.seek(static_cast<uint32_t>(random.below(session.length() + 1)));
          break;
        case 1:
        case 2:
          session.back(grain);
          break;
        default:
          session.forward(grain);
      }
      ASSERT_EQ(session.world().hash(), expected[session.position()])
          << lesson.name << " at " << session.position();
    }
  }
}

// Back undoes forward at every grain and every stop.
TEST(Lessons, BackIsTheReverseOfForward) {
  for (const Lesson& lesson : all_lessons()) {
    base::Result<LoadedLesson> loaded = open_lesson(lesson);
    ASSERT_TRUE(loaded) << loaded.error();
    const session::Session& session = *loaded.value().session;
    for (Grain grain : {Grain::Line, Grain::Operation, Grain::Access}) {
      for (uint32_t at = 0; at < session.length();) {
        uint32_t next = session.next_stop(at, grain);
        ASSERT_EQ(session.previous_stop(next, grain), at) << lesson.name << " from " << next;
        at = next;
      }
    }
  }
}

TEST(Lessons, AWorldCopiedAtAnyStepGoesOnToTheSameEnd) {
  for (const Lesson& lesson : all_lessons()) {
    base::Result<LoadedLesson> loaded = open_lesson(lesson);
    ASSERT_TRUE(loaded) << loaded.error();
    const session::Session& session = *loaded.value().session;
    vm::World world(*loaded.value().program, session.world().options());
    uint32_t stride = std::max<uint32_t>(1, session.length() / 60);
    for (uint32_t at = 0; at < session.length(); ++at) {
      if (at % stride == 0) {
        vm::World copy = world;
        for (uint32_t i = at; i < session.length(); ++i) copy.step(session.step(i).move());
        EXPECT_EQ(copy.hash(), session.last_world().hash());
        EXPECT_EQ(copy.end()->stderr_text, session.last_world().end()->stderr_text);
      }
      world.step(session.step(at).move());
    }
  }
}

// All bytes of the maps that a World has, by object.
std::map<memory::Address, std::vector<std::byte>> contents(const vm::World& world) {
  std::map<memory::Address, std::vector<std::byte>> all;
  world.heap().each_object([&](const memory::Object& object) {
    if (object.kind < memory::ObjectKind::Hmap) return;
    std::vector<std::byte> bytes(object.size);
    world.heap().read(object.begin, bytes.data(), bytes.size());
    all[object.begin] = std::move(bytes);
  });
  return all;
}

// A step is one access: what changed in memory is what the step says it stored, and a load reads
// what was there.
TEST(Lessons, EveryStepTouchesExactlyWhatItSays) {
  for (const Lesson& lesson : all_lessons()) {
    if (lesson.options.memory != memory::MemoryOrder::Sc) continue;  // stores wait in buffers there
    base::Result<LoadedLesson> loaded = open_lesson(lesson);
    ASSERT_TRUE(loaded) << loaded.error();
    const session::Session& session = *loaded.value().session;
    vm::World world(*loaded.value().program, session.world().options());
    auto before = contents(world);
    const uint32_t main_file = session.program().checked().main_package().files.front();
    for (uint32_t i = 0; i < session.length(); ++i) {
      vm::Step step = world.step(session.step(i).move());
      auto after = contents(world);
      // What the library stores into an elem of a map of its own is no step.
      const bool in_library = session.program().function(step.function).file != main_file;
      // A synchronisation is followed by private instructions, which may be the first stores into
      // something fresh.
      if (in_library || step.access == vm::AccessKind::None) {
        before = std::move(after);
        continue;
      }
      for (const auto& [begin, old] : before) {
        const std::vector<std::byte>& now = after.at(begin);
        for (size_t at = 0; at < old.size(); ++at) {
          if (old[at] == now[at]) continue;
          memory::Address address = begin + at;
          bool told = step.access == vm::AccessKind::Store && address >= step.address &&
                      address < step.address + std::max(step.new_value.size, step.old_value.size);
          ASSERT_TRUE(told) << lesson.name << " step " << i << " " << memory::name(step.point);
        }
      }
      bool in_heap = step.access != vm::AccessKind::None &&
                     world.heap().contains(step.address, step.old_value.size);
      if (in_heap && step.part != vm::MapPart::None && step.old_value.size > 0) {
        std::vector<std::byte> now(step.old_value.size);
        world.heap().read(step.address, now.data(), now.size());
        const auto& told = step.access == vm::AccessKind::Store ? step.new_value : step.old_value;
        ASSERT_EQ(std::memcmp(now.data(), told.data.data(),
                              std::min<size_t>(now.size(), told.data.size())),
                  0)
            << memory::name(step.point);
      }
      before = std::move(after);
    }
  }
}

TEST(Lessons, EveryAccessIsNamedWithFieldAndValues) {
  for (const Lesson& lesson : all_lessons()) {
    base::Result<LoadedLesson> loaded = open_lesson(lesson);
    ASSERT_TRUE(loaded) << loaded.error();
    const session::Session& session = *loaded.value().session;
    for (uint32_t i = 0; i < session.length(); ++i) {
      trace::StepText text = trace::describe(session.last_world(), session.step(i));
      EXPECT_FALSE(text.point.empty());
      EXPECT_FALSE(text.sentence.empty());
      if (session.step(i).access == vm::AccessKind::None) continue;
      EXPECT_FALSE(text.field.empty()) << text.point;
      EXPECT_FALSE(text.old_value.empty()) << text.point;
      EXPECT_EQ(text.new_value.empty(), session.step(i).access != vm::AccessKind::Store)
          << text.point;
    }
  }
}

// "hmaplab run FILE.go --seed N" reaches both a fine and a fatal end of Two writers within 20
// seeds.
TEST(Lessons, TwentySeedsReachBothEndsOfTwoWriters) {
  Lesson lesson = all_lessons()[0];
  base::Result<LoadedLesson> loaded = open_lesson(lesson);
  ASSERT_TRUE(loaded) << loaded.error();
  int fine = 0;
  int fatal = 0;
  for (uint64_t seed = 1; seed <= 20; ++seed) {
    vm::Options options = lesson.options;
    options.seed = seed;
    vm::World world(*loaded.value().program, options);
    vm::run_to_end(world, schedule::Policy(schedule::PolicyKind::Random, seed),
                        [](const vm::Step&) {});
    if (world.end()->exit_status == 0) ++fine;
    if (world.end()->headline == "fatal error: concurrent map writes") ++fatal;
  }
  EXPECT_GT(fine, 0);
  EXPECT_GT(fatal, 0);
}

}  // namespace
}  // namespace hmaplab::lesson
