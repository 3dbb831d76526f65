// Explorations beside the window: they tell the same as one in the foreground, can be stopped, and
// what they find opens as a branch.
#include "app/shell/census_run.h"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>

#include "app/shell/session_study.h"
#include "core/bytecode/compiler.h"
#include "core/lesson/lesson.h"

namespace hmaplab::shell {
namespace {

using pictures::Census;
using pictures::Command;
using Kind = Command::Kind;
using Phase = Census::Phase;

// A program with its session and study.
class Opened {
 public:
  explicit Opened(const std::string& source, const std::string& schedule = "") {
    auto compiled = bytecode::compile_source("main.go", source);
    EXPECT_TRUE(compiled.program);
    program_ = std::move(compiled.program);
    session_ = std::make_unique<session::Session>(*program_, vm::Options{},
                                                  schedule::parse_schedule(schedule).value());
    study_ = std::make_unique<SessionStudy>(*session_, pictures::RunTexts{.source = source});
  }
  session::Session& session() { return *session_; }
  SessionStudy& study() { return *study_; }
  const Census& census() const { return study_->census(); }

 private:
  std::unique_ptr<bytecode::Program> program_;
  std::unique_ptr<session::Session> session_;
  std::unique_ptr<SessionStudy> study_;
};

// Three goroutines that each add twice to a variable: the counts that DESIGN gives.
constexpr const char* kThreeCounters = R"(package main

var n int

func main() {
	for i := 0; i < 3; i++ {
		go func() {
			n++
			n++
		}()
	}
	select {}
}
)";

std::string unbounded(int goroutines) {
  return "package main\n\nvar n [64]int\n\nfunc main() {\n\tfor i := 0; i < " +
         std::to_string(goroutines) +
         "; i++ {\n\t\tgo func() {\n\t\t\tfor j := 0; j < 40; j++ {\n\t\t\t\tn[j] = n[j] + "
         "i\n\t\t\t}\n"
         "\t\t}()\n\t}\n\tselect {}\n}\n";
}

void wait_while_running(Opened& opened) {
  for (int i = 0; i < 10'000 && opened.study().poll(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  EXPECT_FALSE(opened.study().poll());
}

TEST(CensusRun, CountsBesideTheWindow) {
  Opened opened(kThreeCounters);
  while (opened.session().step(opened.session().position()).actor == schedule::kMain)
    opened.session().forward(session::Grain::Access);
  EXPECT_EQ(opened.census().phase, Phase::Never);
  opened.study().apply({.kind = Kind::Explore});
  EXPECT_EQ(opened.census().phase, Phase::Running);
  wait_while_running(opened);
  EXPECT_EQ(opened.census().phase, Phase::Done);
  EXPECT_TRUE(opened.census().complete);
  EXPECT_EQ(opened.census().interleavings, "34650");
  EXPECT_EQ(opened.census().position, opened.session().position());
  EXPECT_EQ(opened.census().outcomes.size(), 1U);
  EXPECT_TRUE(opened.census().seconds);
}

TEST(CensusRun, IsStoppedAndTellsWhatItHas) {
  Opened opened(unbounded(6));
  opened.study().apply({.kind = Kind::Explore});
  while (opened.study().poll() && opened.census().states < 500)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  EXPECT_EQ(opened.census().phase, Phase::Running);
  opened.study().apply({.kind = Kind::StopExploring});
  wait_while_running(opened);
  EXPECT_EQ(opened.census().phase, Phase::Stopped);
  EXPECT_FALSE(opened.census().complete);
  EXPECT_GE(opened.census().states, 500U);
}

TEST(CensusRun, AnotherOneTakesThePlaceOfTheFirst) {
  Opened opened(unbounded(6));
  opened.study().apply({.kind = Kind::Explore});
  opened.study().apply({.kind = Kind::CensusBound, .number = 1});
  opened.study().apply({.kind = Kind::CensusStart, .number = 1});
  opened.study().apply({.kind = Kind::CensusPoints, .number = 2});
  opened.study().apply({.kind = Kind::Explore});
  wait_while_running(opened);
  EXPECT_EQ(opened.census().phase, Phase::Done);
  EXPECT_EQ(opened.census().asked.preemptions, 0);
  EXPECT_TRUE(opened.census().asked.from_beginning);
  EXPECT_EQ(opened.census().asked.points, explore::Points::Sync);
  EXPECT_GT(opened.census().pruned, 0U);
  opened.study().apply({.kind = Kind::Explore});  // and one that is left under way
}

TEST(CensusRun, ForAPictureItWaitsAndTellsNoTime) {
  Opened opened(kThreeCounters, "g1!");
  opened.study().apply({.kind = Kind::Seek, .number = 3});
  opened.study().explore_to_end();
  EXPECT_EQ(opened.census().phase, Phase::Done);
  EXPECT_FALSE(opened.census().seconds);
  const std::string text = pictures::census_text(opened.census());
  opened.study().explore_to_end();
  EXPECT_EQ(pictures::census_text(opened.census()), text);
}

TEST(CensusRun, SaysWhenTheProgramDoesNotCompile) {
  CensusRun run({.file = "main.go", .source = "package main\nfunc main() { x }\n"});
  run.wait_for_end();
  Census census;
  EXPECT_TRUE(run.take(census));
  EXPECT_EQ(census.phase, Phase::Failed);
}

// From the middle of every lesson: each outcome opens as a branch that ends so.
TEST(CensusRun, EveryOutcomeOfALessonOpens) {
  for (const lesson::Lesson& lesson : lesson::all_lessons()) {
    auto loaded = lesson::open_lesson(lesson).value();
    session::Session& session = *loaded.session;
    pictures::RunTexts texts{.title = lesson.title, .source = lesson.source};
    for (const uint32_t position : loaded.places.beats)
      texts.beats.push_back({.position = position});
    SessionStudy study(session, texts);
    const uint32_t middle = loaded.places.beats[loaded.places.beats.size() / 2];
    study.apply({.kind = Kind::Seek, .number = middle});
    study.apply({.kind = Kind::CensusBound, .number = 2});
    study.apply({.kind = Kind::Explore});
    while (study.poll() && study.census().states < 3000)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    study.apply({.kind = Kind::StopExploring});  // some would take long
    while (study.poll()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    EXPECT_TRUE(study.census().has_result()) << lesson.name;
    EXPECT_FALSE(study.census().outcomes.empty()) << lesson.name;
    for (size_t i = 0; i < study.census().outcomes.size(); ++i) {
      study.apply({.kind = Kind::Beat, .number = 0});
      study.apply({.kind = Kind::ShowOutcome, .number = i});
      const explore::Outcome& outcome = study.census().outcomes[i].outcome;
      EXPECT_EQ(session.position(), session.length());
      EXPECT_EQ(session.last_world().end()->headline, outcome.text) << lesson.name << " " << i;
      EXPECT_EQ(session.last_world().stdout_text(), outcome.stdout_text) << lesson.name << " " << i;
      for (const pictures::BeatMark& beat : study.run().beats) {
        if (beat.position <= session.length() && session.branch() != 0) {
          EXPECT_LE(beat.position, study.run().fork.value_or(0)) << "a beat behind the fork";
        }
      }
    }
  }
}

}  // namespace
}  // namespace hmaplab::shell
