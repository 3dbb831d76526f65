#include "core/explore/explore.h"

#include <gtest/gtest.h>

#include <cmath>
#include <regex>
#include <set>

#include "core/bytecode/compiler.h"
#include "core/explore/enumerator_testing.h"
#include "core/explore/generated_testing.h"
#include "core/schedule/schedule.h"
#include "core/trace/map_check.h"
#include "core/vm/run.h"

namespace hmaplab::explore {
namespace {

std::shared_ptr<const bytecode::Program> compile(const std::string& text) {
  bytecode::CompileResult result = bytecode::compile_source("main.go", text);
  if (!result.program) ADD_FAILURE() << text << result.diagnostics.text(source::SourceFile("main.go", text));
  return std::move(result.program);
}

struct Explored {
  std::shared_ptr<const bytecode::Program> program;
  vm::Options options;
  Result result;
};

Explored explore_program(std::shared_ptr<const bytecode::Program> program,
                         const std::string& after = "", GraphOptions graph = {},
                         Mode mode = Mode::Census) {
  Explored all{.program = std::move(program)};
  all.options = explored(all.options);
  vm::World world(*all.program, all.options);
  Request request{.mode = mode, .graph = std::move(graph)};
  const auto schedule = schedule::parse_schedule(after);
  EXPECT_EQ(vm::follow(world, schedule.value(),
                       [&](const vm::Step& step) { request.before.push_back(step.move()); }),
            "");
  Exploration exploration(world, request);
  while (exploration.advance(100'000)) {
  }
  all.result = exploration.result();
  return all;
}

std::string racy_counter(int goroutines, int times) {
  std::string text = "package main\n\nvar n int\n\nfunc main() {\n";
  for (int g = 0; g < goroutines; ++g) {
    text += "\tgo func() {\n";
    for (int i = 0; i < times; ++i) text += "\t\tn++\n";
    text += "\t}()\n";
  }
  return text + "\tselect {}\n}\n";
}

// (3 * 2k)! / (2k)!^3: n++ is a load and a store.
TEST(Explore, CountsTheRacyCounter) {
  const std::pair<int, const char*> rows[] = {{1, "90"}, {2, "34650"}, {3, "17153136"}};
  for (const auto& [times, interleavings] : rows) {
    const Explored all = explore_program(compile(racy_counter(3, times)), "g1!");
    EXPECT_TRUE(all.result.complete);
    ASSERT_TRUE(all.result.interleavings);
    EXPECT_EQ(all.result.interleavings->text(), interleavings);
    ASSERT_EQ(all.result.found.size(), 1u);
    EXPECT_NEAR(*all.result.found[0].share, 1, 1e-9);
  }
}

std::string short_text(const Outcome& outcome) {
  static const std::regex numbers("0x…|goroutine …");
  return std::regex_replace(outcome.text, numbers, "N") + "|" + outcome.stdout_text + "|" +
         std::to_string(outcome.exit) + (outcome.lamps.race ? "|race" : "") +
         (outcome.lamps.wrong ? "|wrong map" : "");
}

// Every count and every share, for programs that nobody has looked at.
TEST(Explore, AgreesWithRunningEverySchedule) {
  constexpr uint64_t kMostRuns = 200;
  constexpr uint64_t kFewRuns = 6;
  int compared = 0;
  size_t ends = 0;
  for (uint64_t seed = 1; compared < 200; ++seed) {
    const std::string text = generated_program(seed);
    SCOPED_TRACE(text);
    const auto program = compile(text);
    ASSERT_TRUE(program);
    const vm::Options options = explored({});
    Enumerator enumerator(*program, options);
    if (!enumerator.run(kMostRuns)) continue;
    if (enumerator.ends.size() == 1 && enumerator.ends.begin()->second.runs < kFewRuns) continue;
    ++compared;
    const Explored all = explore_program(program);
    EXPECT_TRUE(all.result.complete);
    ASSERT_TRUE(all.result.interleavings);
    std::map<std::string, EnumeratedEnd> found;
    for (const Found& one : all.result.found) {
      EnumeratedEnd& end = found[short_text(one.outcome)];
      end.runs += std::stoull(one.interleavings->text());
      end.share += *one.share;
      end.switches = std::min(end.switches, one.switches);
    }
    ASSERT_EQ(found.size(), enumerator.ends.size());
    for (const auto& [name, end] : enumerator.ends) {
      ASSERT_TRUE(found.contains(name)) << name;
      EXPECT_EQ(found[name].runs, end.runs) << name;
      EXPECT_EQ(found[name].switches, end.switches) << name;
      EXPECT_NEAR(found[name].share, end.share, 1e-9) << name;
    }
    ends += found.size();
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_GT(ends, 250u);  // programs with one end only would say little
}

std::set<Outcome> outcomes_of(const Result& result) {
  std::set<Outcome> outcomes;
  for (const Found& one : result.found) outcomes.insert(one.outcome);
  return outcomes;
}

// Proof leaves out turns, but no outcome.
TEST(Explore, ProofFindsWhatTheCensusFinds) {
  uint64_t census_turns = 0;
  uint64_t proof_turns = 0;
  for (uint64_t seed = 1; seed <= 200; ++seed) {
    const std::string text = generated_program(seed);
    SCOPED_TRACE(text);
    const auto program = compile(text);
    const Explored census = explore_program(program, "", {.most_states = 30'000});
    if (!census.result.complete) continue;
    const Explored proof = explore_program(program, "", {.most_states = 30'000}, Mode::Proof);
    EXPECT_TRUE(proof.result.complete);
    ASSERT_EQ(outcomes_of(proof.result), outcomes_of(census.result));
    EXPECT_LE(proof.result.turns, census.result.turns);
    census_turns += census.result.turns;
    proof_turns += proof.result.turns;
  }
  EXPECT_LT(proof_turns, census_turns);
}

// The shown schedules lead where they say, in a run of the program from its beginning.
TEST(Explore, WitnessesReplayToTheirOutcomes) {
  for (uint64_t seed = 1; seed <= 60; ++seed) {
    const std::string text = generated_program(seed);
    SCOPED_TRACE(text);
    const Explored all = explore_program(compile(text), "", {.most_states = 20'000});
    for (const Found& one : all.result.found) {
      vm::World world(*all.program, all.options);
      const std::string schedule = schedule::to_text(schedule::recorded(one.witness));
      EXPECT_EQ(vm::follow(world, schedule::parse_schedule(schedule).value(), [](const vm::Step&) {}),
                "");
      ASSERT_TRUE(world.end()) << schedule;
      EXPECT_EQ(outcome_of(world, {}), one.outcome) << schedule;
    }
  }
}

}  // namespace
}  // namespace hmaplab::explore
