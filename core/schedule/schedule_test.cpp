#include "core/schedule/schedule.h"

#include <gtest/gtest.h>

#include <map>

#include "core/base/random.h"
#include "core/schedule/policy.h"

namespace hmaplab::schedule {
namespace {

TEST(Actor, NamesAndNumbersGoBothWays) {
  EXPECT_EQ(name(kMain), "g1");
  EXPECT_EQ(name(*child_of(kMain, 1)), "g2");
  EXPECT_EQ(name(*child_of(kMain, 2)), "g3");
  EXPECT_EQ(name(*child_of(*child_of(kMain, 2), 1)), "g3.1");
  for (const char* text :
       {"g1", "g2", "g17", "g2.1", "g100000", "g3.2.1.4", "clock", "gc", "finalizer", "g1~", "g2~",
        "g3.2~", "finalizer~"}) {
    ASSERT_TRUE(actor_named(text)) << text;
    EXPECT_EQ(name(*actor_named(text)), text);
  }
  for (const char* text :
       {"", "g", "g0", "g1.1", "g2.", "g2.0", "2", "g02", "g-1", "gx", "g2.1x", "~", "gc~", "clock~", "g2~~", "g~"}) {
    EXPECT_FALSE(actor_named(text)) << text;
  }
}

TEST(Actor, PathsAreDistinct) {
  base::RandomStream random{7};
  for (int i = 0; i < 1000; ++i) {
    Actor actor = kMain;
    std::string expected = "g1";
    for (uint64_t depth = random.below(6), d = 0; d < depth; ++d) {
      auto number = static_cast<uint32_t>(1 + random.below(9));
      actor = *child_of(actor, number);
      expected =
          d == 0 ? "g" + std::to_string(number + 1) : expected + "." + std::to_string(number);
    }
    EXPECT_EQ(name(actor), expected);
  }
}

TEST(Actor, TooDeepIsNothing) {
  std::optional<Actor> actor = kMain;
  int depth = 0;
  while ((actor = child_of(*actor, 1))) ++depth;
  EXPECT_GT(depth, 50);
}

TEST(Actor, TheLaneOfAStoreBufferIsNobodyElse) {
  for (Actor owner : {kMain, *child_of(kMain, 1), *child_of(*child_of(kMain, 3), 2), kFinalizer}) {
    const Actor lane = drain_of(owner);
    EXPECT_TRUE(is_drain(lane));
    EXPECT_FALSE(is_goroutine(lane));
    EXPECT_EQ(drained_by(lane), owner);
  }
  for (Actor actor : {kNobody, kMain, kClock, kCollector, kFinalizer})
    EXPECT_FALSE(is_drain(actor)) << name(actor);
}

TEST(Schedule, TextGoesBothWays) {
  for (const char* text : {"", "g1*12 g2>mapassign/check_writing g3 g2! clock", "g2.1*3 g1", "g2~ g3~*2 g2~/1 g1~!"}) {
    auto schedule = parse_schedule(text);
    ASSERT_TRUE(schedule) << text;
    EXPECT_EQ(to_text(schedule.value()), text);
  }
}

TEST(Schedule, SaysWhatIsWrong) {
  EXPECT_EQ(parse_schedule("g1 h2").error(),
            "schedule: \"h2\": \"h2\" is not an actor (g1, g2, g2.1, g2~, clock, gc, finalizer)");
  EXPECT_EQ(parse_schedule("g1*").error(),
            "schedule: \"g1*\": a number of steps is expected after *");
  EXPECT_EQ(parse_schedule("g1>x/y").error(),
            "schedule: \"g1>x/y\": there is no point named \"x/y\"");
  EXPECT_EQ(parse_schedule("g1!!").error(), "schedule: \"g1!!\": nothing may follow !");
  for (const char* word : {"g1/", "g1/x", "g1/1*2", "g1/-1", "g1/65536"}) {
    EXPECT_EQ(parse_schedule(word).error(),
              "schedule: \"" + std::string(word) + "\": the number of a case is expected after /");
  }
}

TEST(Schedule, RecordedPutsEqualNeighboursTogether) {
  Actor second = *child_of(kMain, 1);
  EXPECT_EQ(to_text(recorded({kMain, kMain, second, kMain})), "g1*2 g2 g1");
  EXPECT_EQ(to_text(recorded({kMain, {kMain, 2}, kMain, {second, 0}, second})),
            "g1 g1/2 g1 g2/0 g2");
}

TEST(Policy, RunToBlockStaysWithTheSameGoroutine) {
  Policy policy(PolicyKind::RunToBlock);
  Actor second = *child_of(kMain, 1);
  EXPECT_EQ(policy.choose({kMain, second}), kMain);
  policy.made_step(kMain, true);
  EXPECT_EQ(policy.choose({kMain, second}), kMain);
  EXPECT_EQ(policy.choose({second}), second);
  policy.made_step(second, true);
  EXPECT_EQ(policy.choose({kMain, second}), second);
}

TEST(Actor, PathsLeadFromMainToTheGoroutine) {
  EXPECT_EQ(path_of(kMain), std::vector<uint32_t>());
  EXPECT_EQ(path_of(*actor_named("g17")), std::vector<uint32_t>{16});
  EXPECT_EQ(path_of(*actor_named("g3.1.250")), (std::vector<uint32_t>{2, 1, 250}));
  for (Actor lane : {kNobody, kClock, kCollector, kFinalizer, drain_of(kMain)})
    EXPECT_TRUE(path_of(lane).empty()) << name(lane);
}

TEST(Policy, ClockComesLastOrAfterLong) {
  Policy policy(PolicyKind::RunToBlock);
  EXPECT_EQ(policy.choose({kMain, kClock}), kMain);
  EXPECT_EQ(policy.choose({kClock}), kClock);
  for (uint64_t i = 0; i < Policy::kStepsUntilClock; ++i) policy.made_step(kMain, true);
  EXPECT_EQ(policy.choose({kMain, kClock}), kClock);
}

TEST(Policy, ClockComesLaterForATimerFarAway) {
  auto steps = [](int64_t seconds) {
    Policy policy(PolicyKind::RunToBlock);
    policy.set_time_to_timer(seconds * 1'000'000'000);
    uint64_t made = 0;
    for (; policy.choose({kMain, kClock}) != kClock; ++made) policy.made_step(kMain, true);
    return made;
  };
  EXPECT_EQ(steps(0), Policy::kStepsUntilClock);
  EXPECT_EQ(steps(3), Policy::kMostStepsUntilClock);
  EXPECT_EQ(steps(9'000'000'000), Policy::kMostStepsUntilClock);
}

TEST(Policy, DrainsStoreBuffersAtOnceExceptAtRandom) {
  const Actor lane = drain_of(*actor_named("g2"));
  const std::vector<Actor> enabled{kMain, *actor_named("g2"), lane};
  for (PolicyKind kind : {PolicyKind::RunToBlock, PolicyKind::RoundRobin}) {
    Policy policy(kind);
    EXPECT_EQ(policy.choose(enabled), lane);
    policy.made_step(lane, true);
    EXPECT_EQ(policy.choose({kMain, *actor_named("g2")}), kMain);
  }
  Policy random(PolicyKind::Random, 1);
  int drained = 0;
  for (int i = 0; i < 1000; ++i) {
    const Actor actor = random.choose(enabled);
    random.made_step(actor, true);
    drained += actor == lane ? 1 : 0;
  }
  EXPECT_GT(drained, 50);
  EXPECT_LT(drained, 300);
}

TEST(Policy, TakesAnyReadyCase) {
  auto chosen = [](uint64_t seed) {
    Policy policy(PolicyKind::RunToBlock, seed);
    std::vector<uint32_t> cases;
    for (int i = 0; i < 300; ++i) cases.push_back(policy.choose_case({0, 3, 7}));
    return cases;
  };
  std::vector<uint32_t> first = chosen(1);
  EXPECT_EQ(first, chosen(1));
  EXPECT_NE(first, chosen(2));
  for (uint32_t one : {0u, 3u, 7u}) EXPECT_GT(std::count(first.begin(), first.end(), one), 60);
}

TEST(Policy, RandomIsFairEnoughAndRepeatable) {
  Actor second = *child_of(kMain, 1);
  Actor third = *child_of(kMain, 2);
  auto run = [&](uint64_t seed) {
    Policy policy(PolicyKind::Random, seed, 2);
    std::vector<Actor> chosen;
    for (int i = 0; i < 3000; ++i) {
      chosen.push_back(policy.choose({kMain, second, third}));
      policy.made_step(chosen.back(), true);
    }
    return chosen;
  };
  auto first = run(1);
  EXPECT_EQ(first, run(1));
  EXPECT_NE(first, run(2));
  for (Actor actor : {kMain, second, third}) {
    EXPECT_GT(std::count(first.begin(), first.end(), actor), 100) << name(actor);
  }
}

TEST(Policy, AdversarialLeavesWhereItHurts) {
  const Actor second = *child_of(kMain, 1);
  const Actor third = *child_of(kMain, 2);
  const std::vector<Actor> all{kMain, second, third};
  // How often main is left, and for whom.
  auto left_for = [&](const Danger& danger) {
    std::map<Actor, int> chosen;
    Policy policy(PolicyKind::Adversarial, 1);
    for (int i = 0; i < 1000; ++i) {
      policy.made_step(kMain, true);
      policy.set_danger(danger);
      ++chosen[policy.choose(all)];
    }
    return chosen;
  };
  auto calm = left_for({});
  EXPECT_GT(calm[kMain], 900);
  EXPECT_GT(calm[second], 0);
  EXPECT_GT(calm[third], 0);
  auto inside = left_for({.inside_operation = true, .rivals = {}});
  EXPECT_NEAR(inside[kMain], 500, 60);
  EXPECT_NEAR(inside[second], 250, 60);
  auto rival = left_for({.inside_operation = false, .rivals = {third}});
  EXPECT_NEAR(rival[kMain], 500, 60);
  EXPECT_EQ(rival[second], 0);
  auto gone = left_for({.inside_operation = false, .rivals = {*child_of(kMain, 9)}});
  EXPECT_GT(gone[kMain], 900) << "a rival that cannot move is none";
  // Where Go could not take the processor away, nobody is left.
  Policy one(PolicyKind::Adversarial, 1, 1);
  for (int i = 0; i < 100; ++i) {
    one.made_step(second, true, false);
    one.set_danger({.inside_operation = true, .rivals = {third}});
    EXPECT_EQ(one.choose(all), second);
  }
  EXPECT_EQ(policy_named("adversarial").value(), PolicyKind::Adversarial);
  EXPECT_FALSE(policy_named("evil"));
}

TEST(Policy, CollectsWhenAsked) {
  Actor second = *child_of(kMain, 1);
  std::vector<Actor> both{kMain, second, kCollector};
  for (PolicyKind kind : {PolicyKind::RunToBlock, PolicyKind::RoundRobin, PolicyKind::Random}) {
    Policy policy(kind);
    EXPECT_EQ(policy.choose(both), kCollector);
    policy.made_step(kCollector, true);
    bool at_once = kind != PolicyKind::Random;
    EXPECT_EQ(policy.choose(both) == kCollector, at_once);
    EXPECT_EQ(policy.choose({kCollector, kClock}), kCollector);
    for (uint64_t i = 0; i < Policy::kStepsUntilCollection; ++i) policy.made_step(kMain, true);
    EXPECT_EQ(policy.choose(both), kCollector);
  }
  Policy policy(PolicyKind::RunToBlock);
  policy.made_step(second, true);
  policy.made_step(kCollector, true);
  EXPECT_EQ(policy.choose({kMain, second, kFinalizer}), kFinalizer);
  policy.made_step(kFinalizer, true);
  EXPECT_EQ(policy.choose({kMain, second}), kMain);
}

}  // namespace
}  // namespace hmaplab::schedule
