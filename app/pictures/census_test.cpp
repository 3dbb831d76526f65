#include "app/pictures/census.h"

#include <gtest/gtest.h>

#include "app/pictures/census_picture.h"
#include "app/pictures/legible_testing.h"

namespace hmaplab::pictures {
namespace {

using explore::OutcomeKind;
using Kind = Command::Kind;
using Phase = Census::Phase;

const look::EvenMeasure kMeasure;

CensusOutcome outcome(OutcomeKind kind, const std::string& text, const std::string& interleavings,
                      double portion) {
  return {.outcome = {.kind = kind,
                      .text = text,
                      .stdout_text = kind == OutcomeKind::Ok ? "2\n" : "",
                      .exit = kind == OutcomeKind::Ok ? 0 : 2,
                      .lamps = {.check = kind == OutcomeKind::Fatal, .race = true}},
          .interleavings = interleavings,
          .portion = portion,
          .share = portion / 2,
          .switches = kind == OutcomeKind::Ok ? 0U : 3U,
          .witness = {schedule::kMain}};
}

Census two_ways() {
  return {
      .phase = Phase::Done,
      .choices = {},
      .asked = {},
      .position = 12,
      .states = 1394,
      .interleavings = "17153136",
      .complete = true,
      .outcomes = {outcome(OutcomeKind::Ok, "", "17153135", 0.99999994),
                   outcome(OutcomeKind::Fatal, "fatal error: concurrent map writes", "1", 6e-8)}};
}

Census proved() {
  Census census = two_ways();
  census.outcomes.pop_back();
  return census;
}

Census running() {
  Census census = two_ways();
  census.phase = Phase::Running;
  census.complete = false;
  census.seconds = 2.5;
  for (CensusOutcome& known : census.outcomes) known = {.outcome = known.outcome};
  return census;
}

std::vector<Command> commands_of(const Picture& picture) {
  std::vector<Command> commands;
  for (const Item& item : picture.items) {
    const auto* hit = std::get_if<Hit>(&item);
    if (hit != nullptr && hit->command) commands.push_back(hit->command);
  }
  return commands;
}

size_t count(const Picture& picture, const Command& command) {
  const std::vector<Command> commands = commands_of(picture);
  return static_cast<size_t>(std::count(commands.begin(), commands.end(), command));
}

TEST(CensusPicture, IsLegibleAtEveryWidth) {
  Census failed{.phase = Phase::Failed, .error = "The program does not compile."};
  Census crowded = two_ways();
  for (int i = 0; i < 40; ++i)
    crowded.outcomes.push_back(outcome(OutcomeKind::Panic,
                                       "panic: a text that is long, as those of panics are",
                                       "123456789012345678901234567890", 1e-12));
  crowded.cycles = 2;
  crowded.never_ends = 0.125;
  for (const float width : {226.0F, 300.0F, 330.0F, 498.0F, 900.0F, 1260.0F}) {
    for (const Census& census : {Census{}, failed, running(), proved(), two_ways(), crowded})
      expect_legible(census_picture(census, width, kMeasure), "census at " + std::to_string(width));
  }
}

TEST(CensusPicture, EachOutcomeOpensFromItsSegmentsAndItsRow) {
  const Picture picture = census_picture(two_ways(), 498, kMeasure);
  EXPECT_EQ(count(picture, {.kind = Kind::ShowOutcome, .number = 0}), 3U) << "two bars and a row";
  EXPECT_EQ(count(picture, {.kind = Kind::ShowOutcome, .number = 1}), 4U)
      << "and the badge leads to the shortest failure";
  EXPECT_EQ(count(picture, {.kind = Kind::Explore}), 1U);
  EXPECT_EQ(count(picture, {.kind = Kind::StopExploring}), 0U);
}

TEST(CensusPicture, ASegmentIsSeenHoweverRareItsOutcome) {
  const Picture picture = census_picture(two_ways(), 498, kMeasure);
  size_t segments = 0;
  for (const Item& item : picture.items) {
    const auto* hit = std::get_if<Hit>(&item);
    if (hit == nullptr || hit->command.kind != Kind::ShowOutcome || hit->rect.h != 22) continue;
    EXPECT_GE(hit->rect.w, 2) << hit->tooltip;
    EXPECT_LE(hit->rect.right(), 498.5F);
    ++segments;
  }
  EXPECT_EQ(segments, 4U);
}

TEST(CensusPicture, WhileItRunsItTellsNumbersAndCanBeStopped) {
  const Picture picture = census_picture(running(), 498, kMeasure);
  EXPECT_EQ(count(picture, {.kind = Kind::StopExploring}), 1U);
  const std::string texts = texts_of(picture);
  EXPECT_NE(texts.find("1,394 states, 17,153,136 interleavings so far, 2 outcomes, 2.5 s"),
            std::string::npos)
      << texts;
  EXPECT_EQ(count(picture, {.kind = Kind::ShowOutcome, .number = 0}), 0U)
      << "no witness is known yet";
}

TEST(CensusPicture, AProofHasABadgeAndNoBound) {
  Census census = proved();
  EXPECT_EQ(verdict_text(census),
            "no failing schedule (complete, 17,153,136 interleavings, seed 1)");
  EXPECT_EQ(verdict_text(two_ways()),
            "1 of 2 outcomes fails; B is reached with 3 context switches");
  census.asked.preemptions = 2;
  census.pruned = 7;
  EXPECT_EQ(verdict_text(census),
            "no failing schedule (with at most 2 preemptions, 17,153,136 interleavings, seed 1)");
  EXPECT_EQ(left_out_text(census), "7 turns were not taken because of the bound.");
  census.complete = false;
  EXPECT_EQ(verdict_text(census), "no failing schedule found, but not all were looked at (seed 1)");
  census.choices.mode = explore::Mode::Proof;
  EXPECT_EQ(count(census_picture(census, 498, kMeasure), {.kind = Kind::CensusBound, .number = 3}),
            0U);
}

// Every figure of the picture stands in the text, and the other way round.
TEST(CensusText, IsTheTwinOfThePicture) {
  const std::string text = census_text(two_ways());
  const std::string picture = texts_of(census_picture(two_ways(), 900, kMeasure));
  for (const char* fact :
       {"1,394 states", "17,153,135", "> 99.99 %", "fatal error: concurrent map writes", "prints 2",
        "from step 12, interleaved at every access", "1 of 2 outcomes fails",
        "Nothing was pruned."}) {
    EXPECT_NE(text.find(fact), std::string::npos) << fact;
    EXPECT_NE(picture.find(fact), std::string::npos) << fact << " in\n" << picture;
  }
}

TEST(CensusText, TellsLettersAndPercents) {
  EXPECT_EQ(outcome_letter(0), "A");
  EXPECT_EQ(outcome_letter(25), "Z");
  EXPECT_EQ(outcome_letter(26), "AA");
  EXPECT_EQ(percent_text(0.5), "50.0 %");
  EXPECT_EQ(percent_text(0.012), "1.20 %");
  EXPECT_EQ(percent_text(1e-9), "< 0.01 %");
  EXPECT_EQ(percent_text(0), "0.0 %");
  EXPECT_EQ(percent_text(1), "100.0 %");
}

}  // namespace
}  // namespace hmaplab::pictures
